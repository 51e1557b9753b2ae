//! What goes with a question: why it is asked, and what somebody noted beside the answer.

use leptos::prelude::*;
use plumbline_knowledge::{Nature, Reference, Scope};
use plumbline_workload::{
    Entry, LONGEST_EVIDENCE, LONGEST_NOTE, LONGEST_OWNER, State, check_evidence,
};

use super::field::Field;
use crate::engine;
use crate::place::Place;

/// Why a question is asked, and note, owner and evidence, closed until they are asked for.
#[component]
pub fn Beside(field: Field) -> impl IntoView {
    let why = RwSignal::new(false);
    let remarks = RwSignal::new(false);
    let label = move || {
        if field.own.with(Entry::has_remarks) {
            "Change note, owner or evidence"
        } else {
            "Add note, owner or evidence"
        }
    };
    let nature = match field.question.nature {
        Nature::Given => ("a fact about it", "A fact: taken as it is"),
        Nature::Changeable => ("a choice of yours", "A design choice: it can be changed"),
    };
    let once = move || {
        let apart =
            field.question.scope == Scope::Workload && !field.form.parts.with(Vec::is_empty);
        apart.then_some(", asked once for the workload")
    };
    view! {
        <Reason field hidden=remarks/>
        <Remarks field/>
        <div class="meta small">
            <Opener open=why controls=field.id("why") label=Signal::derive(|| "Why we ask")/>
            <Opener open=remarks controls=field.id("remarks") label=Signal::derive(label)/>
            <span class="quiet" title=nature.1>{nature.0}{once}</span>
        </div>
        <div id=field.id("why")>{move || why.get().then(|| view! { <Why field/> })}</div>
        <div id=field.id("remarks")>{move || remarks.get().then(|| view! { <Edit field/> })}</div>
    }
}

/// A button that opens and closes something.
#[component]
fn Opener(open: RwSignal<bool>, controls: String, label: Signal<&'static str>) -> impl IntoView {
    view! {
        <button type="button" class="plain opener" aria-expanded=move || open.get().to_string()
            aria-controls=controls on:click=move |_| open.update(|open| *open = !*open)>{label}</button>
    }
}

/// Why a question is asked, which rules read the answer, and what it was drawn from.
#[component]
fn Why(field: Field) -> impl IntoView {
    let knowledge = engine::knowledge();
    let reads = |rule: &&plumbline_knowledge::Rule| {
        !rule.retired
            && rule
                .when
                .slots()
                .iter()
                .any(|slot| usize::from(*slot) == field.slot)
    };
    let rules: Vec<AnyView> = knowledge
        .rules
        .iter()
        .filter(reads)
        .map(|rule| {
            let path = Place::knowledge(Some("rules"), Some(&rule.id)).path();
            view! { <li><a href=path>{rule.title.clone()}</a></li> }.into_any()
        })
        .collect();
    let sources: Vec<AnyView> = field
        .question
        .sources
        .iter()
        .map(|reference| {
            let words = knowledge.cites(reference);
            let url = match reference {
                Reference::Source(source) => knowledge
                    .sources
                    .get(*source)
                    .and_then(|source| source.url.clone()),
                Reference::Guide { .. } => None,
            };
            match url {
                Some(url) => {
                    view! { <li><a href=url target="_blank" rel="noreferrer">{words}</a></li> }
                        .into_any()
                }
                None => view! { <li>{words}</li> }.into_any(),
            }
        })
        .collect();
    let count = match rules.len() {
        0 => "No rule reads the answer".to_owned(),
        1 => "1 rule reads the answer".to_owned(),
        more => format!("{more} rules read the answer"),
    };
    view! {
        <div class="aside-box">
            <p>{field.question.why.clone()}</p>
            <div><p class="small quiet">{count}</p><ul class="links">{rules}</ul></div>
            <div><p class="small quiet">"Drawn from"</p><ul class="links">{sources}</ul></div>
        </div>
    }
}

/// Note, owner and evidence in short, where there are some.
#[component]
fn Remarks(field: Field) -> impl IntoView {
    move || {
        let own = field.own.get();
        let (entry, whose) = match field.inherited.get() {
            Some(whole) if !own.has_remarks() => (whole, " for the whole workload"),
            _ => (own, ""),
        };
        entry.has_remarks().then(|| {
            let line = |what: &'static str, text: Option<String>| {
                text.map(|text| view! { <p class="said"><span class="quiet">{what}{whose}": "</span>{text}</p> })
            };
            let evidence = entry.evidence.map(|text| {
                let is_address = text.starts_with("https://") || text.starts_with("http://");
                let shown = if is_address {
                    view! { <a href=text.clone() target="_blank" rel="noreferrer noopener">{text.clone()}</a> }.into_any()
                } else {
                    view! { {text} }.into_any()
                };
                view! { <p class="said"><span class="quiet">"Evidence"{whose}": "</span>{shown}</p> }
            });
            view! { <div class="remarks small">{line("Note", entry.note)}{line("Owner", entry.owner)}{evidence}</div> }
        })
    }
}

/// The fields of note, owner and evidence; each is kept when it is left.
#[component]
fn Edit(field: Field) -> impl IntoView {
    let wrong = RwSignal::new(None::<String>);
    let of = move |remark: fn(&Entry) -> &Option<String>| {
        move || {
            field
                .own
                .with(|entry| remark(entry).clone().unwrap_or_default())
        }
    };
    let keep_evidence = move |event: web_sys::Event| {
        let text = event_target_value(&event).trim().to_owned();
        match check_evidence(&text) {
            Ok(()) => {
                wrong.set(None);
                field
                    .form
                    .change(field.target, field.slot, "Evidence", |entry| {
                        entry.evidence = said(&text)
                    });
            }
            Err(message) => wrong.set(Some(message.replace("\nhelp: ", ". "))),
        }
    };
    view! {
        <div class="aside-box remark-fields">
            <label class="wide"><span class="label">"Note"</span>
                <textarea rows="2" maxlength=LONGEST_NOTE.to_string() prop:value=of(|entry| &entry.note)
                    on:change=move |event| keep_note(field, &event_target_value(&event))></textarea></label>
            <label><span class="label">"Owner"</span>
                <input type="text" autocomplete="off" maxlength=LONGEST_OWNER.to_string() placeholder="Who knows, or finds out"
                    prop:value=of(|entry| &entry.owner)
                    on:change=move |event| {
                        let text = event_target_value(&event);
                        field.form.change(field.target, field.slot, "Owner", |entry| entry.owner = said(&text));
                    }/></label>
            <label><span class="label">"Evidence"</span>
                <input type="text" autocomplete="off" maxlength=LONGEST_EVIDENCE.to_string() placeholder="https://… or where to look"
                    aria-invalid=move || wrong.with(Option::is_some).then_some("true")
                    aria-describedby=field.id("evidence-error")
                    prop:value=of(|entry| &entry.evidence) on:change=keep_evidence/></label>
            <p class="warn small wide" role="alert" id=field.id("evidence-error")>{wrong}</p>
        </div>
    }
}

/// Why a question doesn't apply; asked for as soon as somebody says so.
#[component]
fn Reason(field: Field, hidden: RwSignal<bool>) -> impl IntoView {
    move || {
        let asked = field.state.get() == State::NotApplicable && !hidden.get();
        // It stays where it is while somebody writes.
        let missing = field.own.with_untracked(|entry| entry.note.is_none());
        (asked && missing).then(|| {
            view! {
                <label class="reason"><span class="label">"Why doesn't it apply? It is kept as the note."</span>
                    <input type="text" autocomplete="off" maxlength=LONGEST_NOTE.to_string()
                        on:change=move |event| keep_note(field, &event_target_value(&event))/></label>
            }
        })
    }
}

fn keep_note(field: Field, text: &str) {
    field
        .form
        .change(field.target, field.slot, "Note", |entry| {
            entry.note = said(text)
        });
}

/// A text that says something.
fn said(text: &str) -> Option<String> {
    let text = text.trim();
    (!text.is_empty()).then(|| text.to_owned())
}
