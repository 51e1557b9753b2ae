//! The parts of a workload, to choose one of.

use leptos::prelude::*;

use crate::navigation::Navigation;
use crate::session::Session;

/// The number of the part that the address names; the first one without.
pub fn chosen_part(session: Session) -> Memo<usize> {
    let named = Navigation::get().query("part");
    Memo::new(move |_| {
        let workload = session.workload();
        named.with(|named| {
            let found = workload
                .parts
                .iter()
                .position(|part| Some(&part.id) == named.as_ref());
            found.unwrap_or(0)
        })
    })
}

/// A row of the parts, each a button; nothing where there is only one.
#[component]
pub fn PartTabs(session: Session) -> impl IntoView {
    let navigation = Navigation::get();
    let chosen = chosen_part(session);
    move || {
        let workload = session.workload();
        (workload.parts.len() > 1).then(|| {
            let buttons = workload.parts.iter().enumerate().map(|(number, part)| {
                let id = part.id.clone();
                view! {
                    <button
                        type="button"
                        aria-pressed=move || (chosen.get() == number).to_string()
                        on:click=move |_| navigation.choose("part", Some(&id))
                    >{part.name.clone()}</button>
                }
            });
            view! { <div class="choice-row" role="group" aria-label="Part">{buttons.collect_view()}</div> }
        })
    }
}
