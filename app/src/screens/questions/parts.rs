//! The parts of the workload: which one is looked at, and which there are.

use leptos::prelude::*;
use plumbline_workload::LONGEST_NAME;

use super::form::{Form, WHOLE};
use super::target::Target;
use crate::commands::{Command, offer};
use crate::components::Dialog;

/// A tab for the whole and for each part; nothing where there are no named parts.
#[component]
pub fn PartChoice(form: Form) -> impl IntoView {
    move || {
        let parts = form.parts.get();
        (!parts.is_empty()).then(|| {
            let tab = |target: Target, id: &str, name: String| {
                let id = id.to_owned();
                let pressed = move || form.view.with(|view| view.target == target).to_string();
                view! {
                    <button type="button" aria-pressed=pressed
                        on:click=move |_| form.navigation.choose("part", Some(&id))>{name}</button>
                }
                .into_any()
            };
            let whole = tab(Target::Whole, WHOLE, "Whole workload".to_owned());
            let tabs: Vec<AnyView> = parts
                .iter()
                .enumerate()
                .map(|(number, (id, name))| tab(Target::Part(number), id, name.clone()))
                .collect();
            view! { <div class="choice-row" role="group" aria-label="Answers for">{whole}{tabs}</div> }
        })
    }
}

/// A button that opens the dialog in which parts are added, renamed and removed.
#[component]
pub fn EditParts(form: Form) -> impl IntoView {
    let open = RwSignal::new(false);
    offer(move || {
        vec![Command::new(
            "Questionnaire",
            "Parts: add, rename, remove",
            move || open.set(true),
        )]
    });
    let label = move || {
        if form.parts.with(Vec::is_empty) {
            "Split into parts…"
        } else {
            "Edit parts…"
        }
    };
    view! {
        <button type="button" class="plain" on:click=move |_| open.set(true)>{label}</button>
        <Dialog open title="Parts of the workload">
            <Editor form/>
            <p><button type="button" class="btn-main" on:click=move |_| open.set(false)>"Done"</button></p>
        </Dialog>
    }
}

/// Adds, renames and removes parts.
#[component]
fn Editor(form: Form) -> impl IntoView {
    let name = RwSignal::new(String::new());
    let full = RwSignal::new(false);
    let session = form.session;
    let add = move || {
        let text = name.get_untracked();
        if text.trim().is_empty() {
            return;
        }
        let mut added = None;
        session.edit(format!("Add part: {}", text.trim()), |workload| {
            added = workload.add_part(&text)
        });
        full.set(added.is_none());
        if let Some(number) = added {
            name.set(String::new());
            let id = form.now().parts.get(number).map(|part| part.id.clone());
            form.navigation.choose("part", id.as_deref());
        }
    };
    let rows = move || {
        let row = |(number, (_, name)): (usize, (String, String))| {
            let own = form
                .now()
                .parts
                .get(number)
                .map_or(0, |part| part.answers.iter().count());
            let answers = match own {
                0 => "no answers of its own".to_owned(),
                1 => "1 answer of its own".to_owned(),
                more => format!("{more} answers of its own"),
            };
            let old = name.clone();
            let rename = move |event| {
                let text: String = event_target_value(&event);
                let from = old.clone();
                session.edit(format!("Rename part: {from}"), |workload| {
                    workload.rename_part(number, &text);
                });
            };
            let gone = name.clone();
            let remove = move |_| {
                session.edit(format!("Remove part: {gone}"), |workload| {
                    workload.remove_part(number);
                });
                form.navigation.choose("part", None);
            };
            view! {
                <li>
                    <input type="text" autocomplete="off" aria-label=format!("Name of part {}", number + 1)
                        maxlength=LONGEST_NAME.to_string() prop:value=name.clone() on:change=rename/>
                    <span class="small quiet">{answers}</span>
                    <button type="button" class="plain" aria-label=format!("Remove {name}") on:click=remove>"Remove"</button>
                </li>
            }
            .into_any()
        };
        let rows: Vec<AnyView> = form.parts.get().into_iter().enumerate().map(row).collect();
        (!rows.is_empty()).then(|| view! { <ul class="part-rows">{rows}</ul> })
    };
    view! {
        <p class="quiet">
            "Parts can run in different ways: an API and the worker behind it. What is answered for the whole workload holds for each part until the part says otherwise."
        </p>
        {rows}
        <form class="row" on:submit=move |event| { event.prevent_default(); add(); }>
            <label><span class="label">"New part"</span>
                <input type="text" autofocus autocomplete="off" placeholder="e.g. API" maxlength=LONGEST_NAME.to_string()
                    prop:value=name on:input=move |event| name.set(event_target_value(&event))/></label>
            <button type="submit">"Add"</button>
        </form>
        <p class="warn small" role="alert">{move || full.get().then_some("There are as many parts as a workload may have. Remove one first.")}</p>
        <p class="quiet small">"A part that is removed takes its own answers with it; undo brings both back."</p>
    }
}
