//! What is said to screen readers when something changes that they can't see.

use std::cell::Cell;

use leptos::prelude::*;

thread_local! {
    /// Where announcements go. One for the page, and not in the context of the components, because
    /// what is announced often comes later, when something has been fetched or saved.
    static SAID: Cell<Option<RwSignal<String>>> = const { Cell::new(None) };
}

/// Where announcements go. One for the page.
#[derive(Clone, Copy)]
pub struct Announcer(RwSignal<String>);

impl Announcer {
    /// Lets every component [`announce`].
    pub fn provide() {
        let said = RwSignal::new(String::new());
        SAID.set(Some(said));
        provide_context(Self(said));
    }
}

/// Says something to screen readers when they have finished what they are reading. From anywhere,
/// and at any time.
pub fn announce(text: impl Into<String>) {
    if let Some(said) = SAID.get() {
        let _ = said.try_set(text.into());
    }
}

/// The region that screen readers listen to.
#[component]
pub fn LiveRegion() -> impl IntoView {
    let Announcer(said) = expect_context();
    view! { <div class="unseen" role="status" aria-live="polite">{said}</div> }
}
