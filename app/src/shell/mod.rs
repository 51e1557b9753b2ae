//! What is around every screen.

mod announce;
mod keys_help;
mod palette;
mod theme;
mod top;
mod workload;

use leptos::prelude::*;

pub use announce::{Announcer, announce, tell};
pub use palette::Palette;
pub use theme::Theme;

use crate::commands::{Command, Keys, Registry, offer};
use crate::navigation::Navigation;
use crate::place::Place;
use crate::screens::{Knowledge, Nowhere, OpenedFiles, Settings, Workloads, offer_knowledge};
use keys_help::KeysHelp;
use palette::PaletteDialog;
use top::Top;
use workload::OpenWorkload;

/// The whole app.
#[component]
pub fn App() -> impl IntoView {
    Navigation::provide();
    Registry::provide();
    Theme::provide();
    Announcer::provide();
    Palette::provide();
    let navigation = Navigation::get();
    go_to_commands(navigation);
    offer_knowledge();
    let place = move || match navigation.place() {
        Place::Workloads => view! { <Workloads/> }.into_any(),
        Place::Workload { id, .. } => view! { <OpenOne id/> }.into_any(),
        Place::Knowledge { .. } => view! { <Knowledge/> }.into_any(),
        Place::Settings => view! { <Settings/> }.into_any(),
        Place::Nowhere => view! { <Nowhere/> }.into_any(),
    };
    // The frame stays while screens of the same workload come and go. It has to be read, not only
    // tracked: a memo that nobody reads never looks at what it follows.
    let frame = Memo::new(move |_| match navigation.place() {
        Place::Workload { id, .. } => Place::workload(&id, crate::place::Screen::Questions),
        Place::Knowledge { .. } => Place::knowledge(None, None),
        other => other,
    });
    view! {
        <a class="skip" href="#main">"Skip to the content"</a>
        <Top/>
        {move || { frame.with(|_| ()); untrack(place) }}
        <PaletteDialog/>
        <KeysHelp/>
        <OpenedFiles/>
        <announce::LiveRegion/>
    }
}

#[component]
fn OpenOne(id: String) -> impl IntoView {
    view! { <OpenWorkload id/> }
}

fn go_to_commands(navigation: Navigation) {
    offer(move || {
        vec![
            Command::new("Go to", "Workloads", move || navigation.go("/"))
                .with_keys(Keys::Alt("w")),
            Command::new("Go to", "Knowledge", move || navigation.go("/knowledge"))
                .with_keys(Keys::Alt("k")),
            Command::new("Go to", "Settings", move || navigation.go("/settings")),
        ]
    });
}
