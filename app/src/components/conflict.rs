//! A workload that was changed here and elsewhere: both are shown, and a person says which is kept.

use leptos::prelude::*;
use leptos::task::spawn_local;
use plumbline_api::Record;
use plumbline_assess::compare;

use super::dialog::Dialog;
use crate::engine;
use crate::navigation::Navigation;
use crate::place::{Place, Screen};
use crate::session::Session;

/// The dialog that settles a conflict; shown while there is one.
#[component]
pub fn Conflict(session: Session) -> impl IntoView {
    let open = RwSignal::new(false);
    Effect::new(move |_| open.set(session.conflict().is_some()));
    view! {
        <Dialog open title="Changed in two windows">
            {move || session.conflict().map(|theirs| view! { <Choice session theirs/> })}
        </Dialog>
    }
}

#[component]
fn Choice(session: Session, theirs: Record) -> impl IntoView {
    let navigation = Navigation::get();
    let failed = RwSignal::new(String::new());
    let record = StoredValue::new(theirs.clone());
    let differences = engine::read("workload", &theirs.text).ok().map(|other| {
        let mine = session.workload();
        let other_assessment = engine::assess(&other);
        let comparison = compare(
            engine::knowledge(),
            (&mine, &session.assessment()),
            (&other, &other_assessment),
        );
        comparison.answers
    });
    let rows = differences.unwrap_or_default().into_iter().map(|difference| {
        let [mine, theirs] = difference.answers;
        view! { <tr><th scope="row">{difference.label}</th><td>{mine}</td><td>{theirs}</td></tr> }
    });
    let both = move |_| {
        spawn_local(async move {
            match session.keep_both(record.get_value()).await {
                Ok(id) => navigation.go(&Place::workload(&id, Screen::Questions).path()),
                Err(message) => failed.set(message),
            }
        });
    };
    view! {
        <p>"While you worked here, this workload was changed in another window or by another program. Nothing was overwritten: both are still there."</p>
        <div class="scroll"><table class="rows">
            <thead><tr><th scope="col">"Question"</th><th scope="col">"Here"</th><th scope="col">"Elsewhere"</th></tr></thead>
            <tbody>{rows.collect_view()}</tbody>
        </table></div>
        <p class="row">
            <button type="button" class="btn-main" on:click=move |_| session.keep_mine(record.get_value())>"Keep what is here"</button>
            <button type="button" on:click=move |_| session.take_theirs(record.get_value())>"Take what is elsewhere"</button>
            <button type="button" on:click=both>"Keep both, as two workloads"</button>
        </p>
        <p class="quiet small">"What you keep can still be undone, step by step, to the other."</p>
        <p class="warn" role="alert">{failed}</p>
    }
}
