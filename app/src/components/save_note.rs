//! Whether everything is kept.

use leptos::prelude::*;

use crate::session::{SaveState, Session};

/// The state of saving, in words; what to do where something has to be done.
#[component]
pub fn SaveNote(session: Session) -> impl IntoView {
    move || {
        match session.autosave.state() {
        SaveState::Saved => view! { <span class="faint save-note" role="status">"Saved"</span> }.into_any(),
        SaveState::Saving => view! { <span class="faint save-note" role="status">"Saving…"</span> }.into_any(),
        SaveState::Conflict(_) => {
            view! { <span class="warn save-note" role="status">"Changed elsewhere"</span> }.into_any()
        }
        SaveState::Waiting(problem) => view! {
            <span class="warn save-note" role="status" title=problem.to_string()>
                "Not saved yet: kept in this window"
            </span>
            <button type="button" class="plain" on:click=move |_| session.autosave.send_now(&session.id())>"Try now"</button>
        }
        .into_any(),
        SaveState::Failed(problem) => view! {
            <span class="warn save-note" role="alert" title=problem.to_string()>{problem.message.clone()}</span>
            <button type="button" class="plain" on:click=move |_| session.autosave.send_now(&session.id())>"Try now"</button>
        }
        .into_any(),
    }
    }
}
