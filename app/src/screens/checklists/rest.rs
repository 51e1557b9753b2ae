//! What else is on a list, and doesn't matter for this workload.

use leptos::prelude::*;
use plumbline_knowledge::{ChecklistItem, ListKind};

use crate::components::counted;
use crate::engine;
use crate::session::Session;

/// The rest of a list, on demand.
#[component]
pub fn Rest(session: Session, list: Memo<ListKind>) -> impl IntoView {
    move || {
        let assessment = session.assessment();
        let rest: Vec<&'static ChecklistItem> = engine::knowledge()
            .checklist
            .iter()
            .filter(|item| {
                item.list == list.get() && assessment.checklist.iter().all(|one| one.id != item.id)
            })
            .collect();
        if rest.is_empty() {
            return None;
        }
        let count = counted(rest.len(), "item");
        let rows = rest.into_iter().map(|item| {
            let options: Vec<&str> = item.options.iter().map(|option| option.label()).collect();
            view! {
                <li><p>{item.text.as_str()}</p><p class="small quiet">{item.why.as_str()}" For "{options.join(", ")}
                {item.when.is_some().then_some(", under conditions that don't hold here")}"."</p></li>
            }
        });
        Some(view! {
            <details class="more">
                <summary><span class="chevron" aria-hidden="true">"›"</span>" What else is on the list: "{count}" that don't matter here"</summary>
                <ul class="rest">{rows.collect_view()}</ul>
            </details>
        })
    }
}
