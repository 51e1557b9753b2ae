//! What the workload is called, and what it is.

use leptos::prelude::*;
use plumbline_workload::{LONGEST_NAME, LONGEST_SUMMARY};

use super::form::Form;

/// The name as a field that looks like a heading, and the summary, closed until it is asked for.
#[component]
pub fn About(form: Form) -> impl IntoView {
    let session = form.session;
    let name = Memo::new(move |_| session.workload().name.clone());
    let summary = Memo::new(move |_| session.workload().summary.clone());
    let shown = move || summary.with(String::is_empty);
    let rename = move |event| {
        let text: String = event_target_value(&event);
        let mut kept = false;
        session.edit("Rename the workload", |workload| {
            kept = workload.rename(&text)
        });
        if !kept {
            // A name that says nothing isn't taken: the old one is shown again.
            event_target::<web_sys::HtmlInputElement>(&event).set_value(&name.get_untracked());
        }
    };
    let describe = move |event| {
        let text: String = event_target_value(&event);
        let text = text.trim().to_owned();
        session.edit("Summary", |workload| workload.summary = text);
    };
    view! {
        <div class="about-it">
            <input class="name-field" type="text" autocomplete="off" aria-label="Name of the workload"
                maxlength=LONGEST_NAME.to_string() prop:value=name on:change=rename/>
            <details>
                <summary class="small quiet">
                    <span class="chevron" aria-hidden="true">"›"</span>
                    {move || if shown() { " Add a summary" } else { " Summary" }}
                </summary>
                <label><span class="unseen">"Summary"</span>
                    <textarea rows="3" maxlength=LONGEST_SUMMARY.to_string()
                        placeholder="What it does, for whom, in a sentence or two"
                        prop:value=summary on:change=describe></textarea></label>
            </details>
        </div>
    }
}
