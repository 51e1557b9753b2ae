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

/// Whether the workload has several parts and the address names none of them: all are meant.
pub fn all_parts(session: Session) -> Memo<bool> {
    let named = Navigation::get().query("part");
    Memo::new(move |_| {
        let workload = session.workload();
        let is_one = |named: &String| workload.parts.iter().any(|part| part.id == *named);
        workload.parts.len() > 1 && !named.with(|named| named.as_ref().is_some_and(is_one))
    })
}

/// A row of the parts, each a button; nothing where there is only one. With `together`, all of them
/// can be meant at once, and are where the address names none.
#[component]
pub fn PartTabs(session: Session, #[prop(optional)] together: bool) -> impl IntoView {
    let navigation = Navigation::get();
    let chosen = chosen_part(session);
    let all = all_parts(session);
    let is_all = move || together && all.get();
    move || {
        let workload = session.workload();
        (workload.parts.len() > 1).then(|| {
            let whole = together.then(|| {
                view! {
                    <button
                        type="button"
                        aria-pressed=move || is_all().to_string()
                        on:click=move |_| navigation.choose("part", None)
                    >"Together"</button>
                }
            });
            let buttons = workload.parts.iter().enumerate().map(|(number, part)| {
                let id = part.id.clone();
                view! {
                    <button
                        type="button"
                        aria-pressed=move || (chosen.get() == number && !is_all()).to_string()
                        on:click=move |_| navigation.choose("part", Some(&id))
                    >{part.name.clone()}</button>
                }
            });
            view! { <div class="choice-row" role="group" aria-label="Part">{whole}{buttons.collect_view()}</div> }
        })
    }
}
