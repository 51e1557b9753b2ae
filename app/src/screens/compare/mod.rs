//! This workload against a version of itself, or against another workload.

mod other;
mod outcome;
mod versions;

use leptos::prelude::*;

use crate::commands::{Command, offer};
use crate::components::{Dialog, Trouble};
use crate::navigation::Navigation;
use crate::session::Session;
use other::{Choices, Other};
use outcome::Outcomes;
use versions::{KeepForm, VersionList};

/// What differs, and what that does to the verdict.
#[component]
pub fn Compare() -> impl IntoView {
    let session = Session::get();
    let navigation = Navigation::get();
    let choices = Choices::load(session);
    let keeping = RwSignal::new(false);
    offer(move || {
        vec![Command::new("Compare", "Keep this version…", move || {
            keeping.set(true)
        })]
    });
    let named = navigation.query("with");
    // Without a choice, the last version is what one wants to see.
    let with = Memo::new(move |_| named.get().or_else(|| choices.newest_version()));
    let other = Other::follow(session, with);
    let content = move || match (choices.come(), with.get()) {
        (false, _) => {
            view! { <p class="quiet" role="status">"Fetching the versions…"</p> }.into_any()
        }
        (true, None) => view! { <Nothing choices keeping/> }.into_any(),
        (true, Some(_)) => view! { <Against other/> }.into_any(),
    };
    let trouble = move || {
        choices.problem.get().map(|problem| {
            view! { <Trouble problem again=Callback::new(move |()| choices.fetch(session))/> }
        })
    };
    view! {
        <main class="page compare" id="main">
            <div class="portfolio-head">
                <h1>"Compare"</h1>
                <div class="row">
                    <Picker choices with/>
                    <button type="button" on:click=move |_| keeping.set(true)>"Keep this version…"</button>
                </div>
            </div>
            {trouble}
            {content}
            <VersionList choices with/>
        </main>
        <Dialog open=keeping title="Keep this version"><KeepForm choices open=keeping/></Dialog>
    }
}

/// Chooses what to compare with.
#[component]
fn Picker(choices: Choices, with: Memo<Option<String>>) -> impl IntoView {
    let navigation = Navigation::get();
    let option = move |(value, label): (String, String)| {
        let this = value.clone();
        view! { <option value=value selected=move || with.with(|with| with.as_ref() == Some(&this))>{label}</option> }
    };
    let group = move |label: &'static str, options: Vec<(String, String)>| {
        (!options.is_empty()).then(|| view! { <optgroup label=label>{options.into_iter().map(option).collect_view()}</optgroup> })
    };
    let choose = move |event| {
        navigation.choose(
            "with",
            Some(&event_target_value(&event))
                .filter(|value| !value.is_empty())
                .map(String::as_str),
        )
    };
    move || {
        let (versions, others) = (choices.version_options(), choices.other_options());
        (!versions.is_empty() || !others.is_empty()).then(|| {
            let none = with
                .get()
                .is_none()
                .then(|| view! { <option value="" selected>"Choose…"</option> });
            view! {
                <label class="picker">
                    <span class="quiet">"with"</span>
                    <select aria-label="Compare with" on:change=choose>
                        {none}{group("Versions", versions)}{group("Other workloads", others)}
                    </select>
                </label>
            }
        })
    }
}

/// There is no version yet, and none was chosen.
#[component]
fn Nothing(choices: Choices, keeping: RwSignal<bool>) -> impl IntoView {
    let others = move || {
        (!choices.other_options().is_empty()).then(
            || view! { <p class="quiet">"Or choose another workload above to compare with."</p> },
        )
    };
    view! {
        <div class="empty">
            <h2>"No version is kept yet"</h2>
            <p>"A version is the workload as it is now, under a name: “before the review”. Keep one, go on working, and see here what changed and which reasons moved the verdict."</p>
            <button type="button" class="btn-main large" on:click=move |_| keeping.set(true)>"Keep this version"</button>
            {others}
        </div>
    }
}

/// Both side by side, once the other one has come.
#[component]
fn Against(other: Other) -> impl IntoView {
    move || match other.get() {
        None => view! { <p class="quiet" role="status">"Fetching it…"</p> }.into_any(),
        Some(Err(problem)) => {
            view! { <Trouble problem again=Callback::new(move |()| other.again())/> }.into_any()
        }
        Some(Ok(second)) => view! { <Outcomes second/> }.into_any(),
    }
}
