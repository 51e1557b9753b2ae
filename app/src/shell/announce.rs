//! What is said to screen readers when something changes that they can't see.

use std::cell::Cell;
use std::time::Duration;

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

thread_local! {
    /// What is shown for a moment, with a number, so that only the last one takes itself away.
    static SHOWN: Cell<Option<RwSignal<(u32, String)>>> = const { Cell::new(None) };
}

/// How long it is shown.
const MOMENT: Duration = Duration::from_secs(4);

/// Says to everybody what was done out of sight: to screen readers, and for a moment at the foot of the
/// page.
pub fn tell(text: impl Into<String>) {
    let text = text.into();
    announce(text.clone());
    let Some(shown) = SHOWN.get() else { return };
    let mut number = 0;
    shown.update(|shown| {
        number = shown.0.wrapping_add(1);
        *shown = (number, text);
    });
    set_timeout(
        move || {
            shown.update(|shown| {
                if shown.0 == number {
                    shown.1.clear();
                }
            });
        },
        MOMENT,
    );
}

/// The region that screen readers listen to, and what everybody is told.
#[component]
pub fn LiveRegion() -> impl IntoView {
    let Announcer(said) = expect_context();
    let shown = RwSignal::new((0, String::new()));
    SHOWN.set(Some(shown));
    let told = move || {
        shown.with(|(_, text)| {
            (!text.is_empty())
                .then(|| view! { <p class="told" aria-hidden="true">{text.clone()}</p> })
        })
    };
    view! {
        <div class="unseen" role="status" aria-live="polite">{said}</div>
        {told}
    }
}
