//! The bar at the top.

use leptos::prelude::*;

use super::palette::Palette;
use crate::commands::Keys;
use crate::components::KeyNames;
use crate::navigation::Navigation;
use crate::place::Place;

/// The bar at the top: where one can go, and the palette.
#[component]
pub fn Top() -> impl IntoView {
    let navigation = Navigation::get();
    let palette = Palette::get();
    let at_workloads = move || {
        matches!(
            navigation.place(),
            Place::Workloads | Place::Workload { .. }
        )
        .then_some("page")
    };
    let at_knowledge =
        move || matches!(navigation.place(), Place::Knowledge { .. }).then_some("page");
    let at_settings = move || matches!(navigation.place(), Place::Settings).then_some("page");
    view! {
        <header class="top">
            <a class="brand" href="/"><PlumbBob/>"Plumbline"</a>
            <nav aria-label="Places">
                <a href="/" aria-current=at_workloads>"Workloads"</a>
                <a href="/knowledge" aria-current=at_knowledge>"Knowledge"</a>
            </nav>
            <span class="end">
                <a class="quiet small wide-only" href="/settings" aria-current=at_settings>"Settings"</a>
                <button class="palette" type="button" on:click=move |_| palette.open()>
                    <span class="wide-only">"Find or do anything"</span>
                    <span class="narrow-only" aria-hidden="true">"⌕"</span>
                    <span class="unseen narrow-only">"Find or do anything"</span>
                    <span class="wide-only"><KeyNames keys=Keys::Command("k")/></span>
                </button>
            </span>
        </header>
    }
}

/// The sign of the house.
#[component]
fn PlumbBob() -> impl IntoView {
    view! {
        <svg width="14" height="22" viewBox="0 0 14 22" aria-hidden="true">
            <path d="M7 0v8" stroke="currentColor" stroke-width="1.5"/>
            <path d="M3 8h8v3L7 22 3 11z" fill="var(--brass-fill)"/>
        </svg>
    }
}
