//! The picture in words.

use leptos::prelude::*;

use super::drawing::Drawing;

/// How to read the diagram, for those who can't see it or would rather read.
#[component]
pub fn Reading(drawn: RwSignal<Drawing>) -> impl IntoView {
    let described = move || {
        drawn.with(|drawn| {
            drawn
                .description
                .lines()
                .map(str::to_owned)
                .collect::<Vec<_>>()
        })
    };
    view! {
        <details class="reading" id="reading">
            <summary><h2><span class="chevron" aria-hidden="true">"▸"</span>" The diagram in words"</h2></summary>
            <div class="reading-text">
                {move || described().into_iter().map(|text| view! { <p>{text}</p> }).collect_view()}
            </div>
        </details>
    }
}
