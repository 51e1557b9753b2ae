//! To come.

use leptos::prelude::*;

/// To come.
#[component]
pub fn Checklists() -> impl IntoView {
    view! { <main class="page" id="main"><h1>"Checklists"</h1></main> }
}

/// How many items of the checklists are done, of how many: "11/38".
#[must_use]
pub fn checklist_count(
    _workload: &plumbline_workload::Workload,
    assessment: &plumbline_assess::Assessment,
) -> String {
    format!("0/{}", assessment.checklist.len())
}
