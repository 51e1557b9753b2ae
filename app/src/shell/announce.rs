//! What is said to screen readers when something changes that they can't see.

use leptos::prelude::*;

/// Where announcements go. One for the page.
#[derive(Clone, Copy)]
pub struct Announcer(RwSignal<String>);

impl Announcer {
    /// Lets every component [`announce`].
    pub fn provide() {
        provide_context(Self(RwSignal::new(String::new())));
    }
}

/// Says something to screen readers when they have finished what they are reading.
pub fn announce(text: impl Into<String>) {
    let Announcer(said) = expect_context();
    said.set(text.into());
}

/// The region that screen readers listen to.
#[component]
pub fn LiveRegion() -> impl IntoView {
    let Announcer(said) = expect_context();
    view! { <div class="unseen" role="status" aria-live="polite">{said}</div> }
}
