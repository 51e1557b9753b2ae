//! A new workload: its name, and what it starts from.

use leptos::prelude::*;
use plumbline_workload::Workload;

use super::portfolio::{Portfolio, Row};
use crate::components::Dialog;
use crate::engine;
use crate::navigation::Navigation;
use crate::place::{Place, Screen};

/// Asks for a name and a template, makes the workload and goes to its questions.
#[component]
pub fn BeginDialog(
    /// Whether it is shown.
    open: RwSignal<bool>,
) -> impl IntoView {
    view! { <Dialog open title="New workload"><BeginForm/></Dialog> }
}

#[component]
fn BeginForm() -> impl IntoView {
    let portfolio = Portfolio::get();
    let navigation = Navigation::get();
    let name = RwSignal::new(String::new());
    let template = RwSignal::new(String::new());
    let wrong = RwSignal::new("");
    let rows = untrack(|| portfolio.rows()).unwrap_or_default();
    let examples: Vec<Row> = rows.into_iter().filter(|row| row.kept.example).collect();
    let starts = std::iter::once((String::new(), "Empty: answer from the first question on".to_owned()))
        .chain(examples.iter().map(|row| (row.kept.id.clone(), format!("A copy of the example {}", row.name()))))
        .map(|(id, label)| {
            let value = id.clone();
            view! {
                <label class="start">
                    <input type="radio" name="template" value=id.clone() prop:checked=move || template.with(|chosen| *chosen == id)
                        on:change=move |_| template.set(value.clone())/>
                    {label}
                </label>
            }
        })
        .collect_view();
    let has_examples = !examples.is_empty();
    let begin = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        let chosen = template.get_untracked();
        let found = examples.iter().find(|row| row.kept.id == chosen);
        let copied = found.and_then(|row| engine::read("workload", &row.kept.text).ok());
        let mut workload = copied.unwrap_or_else(|| Workload::new(""));
        if !workload.rename(&name.get_untracked()) {
            wrong.set("Give it a name: what do people call it?");
            return;
        }
        portfolio.create(engine::write(&workload), move |id| {
            navigation.go(&Place::workload(&id, Screen::Questions).path());
        });
    };
    view! {
        <form class="stack" on:submit=begin novalidate>
            <label>
                <span class="label">"Name"</span>
                <input type="text" class="wide" autofocus autocomplete="off" maxlength="200" placeholder="Checkout" required
                    aria-describedby="name-wrong" aria-invalid=move || (!wrong.get().is_empty()).to_string()
                    prop:value=name on:input=move |event| { name.set(event_target_value(&event)); wrong.set(""); }/>
            </label>
            <p class="warn small" id="name-wrong" role="alert">{wrong}</p>
            {has_examples.then(|| view! {
                <fieldset class="starts"><legend class="label">"Start from"</legend>{starts}</fieldset>
            })}
            <Problems/>
            <p class="row"><button class="btn-main">"Begin with the questions"</button></p>
        </form>
    }
}

/// What went wrong with the last thing that was done.
#[component]
pub fn Problems() -> impl IntoView {
    let portfolio = Portfolio::get();
    move || {
        portfolio.problem.get().map(|problem| {
            view! { <crate::components::Trouble problem again=Callback::new(move |()| { portfolio.problem.set(None); portfolio.load(); })/> }
        })
    }
}
