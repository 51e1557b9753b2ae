//! Every answer in a table, with a way to change it.

use leptos::prelude::*;
use plumbline_knowledge::Scope;
use plumbline_workload::{State, Workload, answer_words};

use super::form::{Form, WHOLE};
use super::target::{Status, Target, statuses};
use crate::engine;

/// All answers, by section.
#[component]
pub fn Review(form: Form) -> impl IntoView {
    move || {
        let workload = form.session.workload();
        let sections = &engine::knowledge().dimensions;
        sections
            .iter()
            .enumerate()
            .map(|(section, _)| table(form, &workload, section))
            .collect_view()
    }
}

/// What stands in a cell: the words, and whether it stands back.
fn cell(workload: &Workload, slot: usize, target: Target, status: Status) -> (String, bool) {
    let own = target.entry(workload, slot).state;
    let whole = Target::Whole.entry(workload, slot).state;
    let inherited = target != Target::Whole && own == State::Unasked;
    let state = if inherited { whole } else { own };
    let words = match state {
        State::Unasked => String::new(),
        State::Unknown => "don't know".to_owned(),
        State::NotApplicable => "not applicable".to_owned(),
        State::Answered(answer) => answer_words(engine::knowledge(), slot, answer),
    };
    match (status, words.is_empty()) {
        (Status::Hidden, true) => ("doesn't apply".to_owned(), true),
        (Status::Hidden, false) => (format!("doesn't apply (kept: {words})"), true),
        (_, true) => ("open".to_owned(), true),
        (_, false) => (words, inherited),
    }
}

fn table(form: Form, workload: &Workload, section: usize) -> Option<AnyView> {
    let knowledge = engine::knowledge();
    let label = &knowledge.dimensions.get(section)?.label;
    let targets: Vec<(Target, String)> = if workload.implicit_part {
        vec![(Target::Whole, "Answer".to_owned())]
    } else {
        let parts = workload.parts.iter().enumerate();
        parts
            .map(|(number, part)| (Target::Part(number), part.name.clone()))
            .collect()
    };
    let standing: Vec<Vec<Status>> = targets
        .iter()
        .map(|(target, _)| statuses(knowledge, workload, *target))
        .collect();
    let questions = knowledge
        .questions
        .iter()
        .enumerate()
        .filter(|(_, one)| one.section == section);
    let rows: Vec<AnyView> = questions
        .map(|(slot, question)| {
            let status = |column: usize| standing.get(column).and_then(|all| all.get(slot)).copied().unwrap_or(Status::Open);
            let change = |target: Target, text: (String, bool), span: usize| {
                let part = match target {
                    Target::Part(number) => workload.parts.get(number).map(|part| part.id.clone()),
                    Target::Whole => (!workload.implicit_part).then(|| WHOLE.to_owned()),
                };
                let remarks = target.entry(workload, slot);
                let marks: Vec<&str> = [
                    (remarks.note.is_some(), "note"),
                    (remarks.owner.is_some(), "owner"),
                    (remarks.evidence.is_some(), "evidence"),
                ]
                .into_iter()
                .filter_map(|(there, word)| there.then_some(word))
                .collect();
                let marks = (!marks.is_empty()).then(|| view! { <span class="quiet small">" + "{marks.join(", ")}</span> });
                let link = form.question_link(slot, part.as_deref());
                let whose = target.name(workload).map_or_else(String::new, |name| format!(" for {name}"));
                let named = format!(" Change: {}{whose}", question.label);
                let (words, quiet) = text;
                // Beside other columns there is no room for a link of its own: the answer is one.
                let shown = if targets.len() > 1 {
                    view! { <a class:quiet=quiet href=link>{words}<span class="unseen">{named}</span></a>{marks} }.into_any()
                } else {
                    view! { <span class="cell"><span class:quiet=quiet>{words}{marks}</span><a class="small change" href=link aria-label=named>"Change"</a></span> }.into_any()
                };
                view! { <td colspan=span.to_string()>{shown}</td> }.into_any()
            };
            let cells: Vec<AnyView> = if question.scope == Scope::Workload {
                vec![change(Target::Whole, cell(workload, slot, Target::Whole, status(0)), targets.len())]
            } else {
                let each = targets.iter().enumerate();
                each.map(|(column, (target, _))| change(*target, cell(workload, slot, *target, status(column)), 1))
                    .collect()
            };
            view! { <tr><th scope="row">{super::pick::capitalised(&question.label)}</th>{cells}</tr> }.into_any()
        })
        .collect();
    let heads: Vec<AnyView> = targets
        .iter()
        .map(|(_, name)| view! { <th scope="col">{name.clone()}</th> }.into_any())
        .collect();
    let name = label.clone();
    Some(
        view! {
            <section class="review">
                <header><h2>{label.clone()}</h2></header>
                <div class="scroll" tabindex="0" role="region" aria-label=name><table class="rows">
                    <thead><tr><th scope="col">"Question"</th>{heads}</tr></thead>
                    <tbody>{rows}</tbody>
                </table></div>
            </section>
        }
        .into_any(),
    )
}
