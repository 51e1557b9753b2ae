//! The clauses of a condition, each with whether it holds, and links to the questions it hangs on.

use leptos::prelude::*;
use plumbline_assess::{Clause, ClauseTruth};

use crate::engine;
use crate::place::{Place, Screen};
use crate::session::Session;

/// The address of a question of a part.
#[must_use]
pub fn question_address(session: Session, part: &str, question: &str) -> String {
    let knowledge = engine::knowledge();
    let section = knowledge
        .question(question)
        .and_then(|slot| knowledge.dimensions.get(knowledge.questions[slot].section))
        .map_or("", |dimension| dimension.id.as_str());
    let mut query = vec![("section", section)];
    if !untrack(|| session.workload()).implicit_part {
        query.push(("part", part));
    }
    Place::workload(&session.id(), Screen::Questions).with(&query, Some(&format!("q-{question}")))
}

/// What people call a question: "idle share".
#[must_use]
pub fn question_label(question: &str) -> String {
    let knowledge = engine::knowledge();
    knowledge.question(question).map_or_else(
        || question.to_owned(),
        |slot| knowledge.questions[slot].label.clone(),
    )
}

/// A list of links to questions, by id.
#[component]
pub fn QuestionLinks(session: Session, part: String, questions: Vec<String>) -> impl IntoView {
    let links = questions.into_iter().enumerate().map(|(number, question)| {
        let href = question_address(session, &part, &question);
        view! { {(number > 0).then_some(", ")}<a href=href>{question_label(&question)}</a> }
    });
    links.collect_view()
}

/// The clauses, with words for the signs.
#[component]
pub fn Clauses(session: Session, part: String, clauses: Vec<Clause>) -> impl IntoView {
    let rows = clauses.into_iter().map(|clause| {
        let (class, sign, word) = match clause.truth {
            ClauseTruth::Holds => ("yes", "✓", "Holds: "),
            ClauseTruth::Fails => ("no", "✗", "Doesn't hold: "),
            ClauseTruth::Open => ("unknown", "?", "Open: "),
        };
        let otherwise = clause
            .otherwise
            .map(|text| view! { <span class="quiet small">" · "{text}</span> });
        let first = clause.questions.first().map(|question| {
            let words = if clause.truth == ClauseTruth::Open { "answer it" } else { "change it" };
            let href = question_address(session, &part, question);
            let about = question_label(question);
            view! { " "<a class="small answer-link" href=href>{words}<span class="unseen">": "{about}</span></a> }
        });
        view! {
            <li>
                <span class=format!("sign {class}") aria-hidden="true">{sign}</span>
                <span><span class="unseen">{word}</span>{clause.text}{otherwise}{first}</span>
            </li>
        }
    });
    view! { <ul class="clauses">{rows.collect_view()}</ul> }
}
