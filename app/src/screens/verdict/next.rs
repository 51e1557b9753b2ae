//! The question to answer next, answered here where a button is enough.

use leptos::prelude::*;
use plumbline_assess::{Assessment, NextQuestion};
use plumbline_workload::{State, Workload};
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use super::{Look, answering};
use crate::components::question_address;
use crate::engine;
use crate::place::{Place, Screen};
use crate::shell::announce;

/// The question that is expected to settle most.
#[component]
pub fn AnswerNext(look: Look) -> impl IntoView {
    let body = move || {
        let assessment = look.session.assessment();
        match next(&look.session.workload(), &assessment) {
            Some(question) => ask(look, question, assessment.parts.len() > 1),
            None => {
                let href = Place::workload(&look.session.id(), Screen::TradeOffs).path();
                view! {
                    <p class="quiet">"No open question can move this verdict any more."</p>
                    <p><a class="btn" href=href>"See what it costs"</a></p>
                }
                .into_any()
            }
        }
    };
    view! { <section class="next" id="answer-next" aria-label="Answer next"><h2>"Answer next"</h2>{body}</section> }
}

fn ask(look: Look, next: NextQuestion, several: bool) -> AnyView {
    let session = look.session;
    let knowledge = engine::knowledge();
    let assessment = session.assessment();
    let part = next
        .part
        .clone()
        .or_else(|| assessment.parts.first().map(|part| part.id.clone()))
        .unwrap_or_default();
    let Some(slot) = knowledge.question(&next.question) else {
        return ().into_any();
    };
    let question = &knowledge.questions[slot];
    let href = question_address(session, &part, &next.question);
    let whose = next
        .part
        .as_ref()
        .filter(|_| several)
        .and_then(|id| assessment.parts.iter().find(|part| part.id == *id))
        .map(|part| format!("{}: ", part.name));
    let give = move |state: State, words: String| {
        session.edit(format!("Answer: {}: {words}", question.label), |workload| {
            answering::answer(workload, &part, slot, state)
        });
        let sentence = untrack(|| session.assessment()).verdict.sentence.clone();
        announce(format!("Answered: {words}. {sentence}"));
        request_animation_frame(focus_question);
    };
    let buttons = answering::buttons(&question.answer);
    let answerable = !buttons.is_empty();
    let buttons = buttons.into_iter().map(|(label, answer)| {
        let give = give.clone();
        let words = label.clone();
        view! { <button type="button" on:click=move |_| give(answer.into(), words.clone())>{label}</button> }
    });
    let buttons = buttons.collect_view();
    let unknown = move |_| give(State::Unknown, "don't know".to_owned());
    let turning = (!next.turning_answers.is_empty())
        .then(|| format!("Turns the verdict: {}.", next.turning_answers.join("; ")));
    view! {
        <p class="small quiet num">{worth(&next)}</p>
        <p class="next-ask">{whose.map(|whose| view! { <b>{whose}</b> })}{next.ask.clone()}</p>
        <div class="choice-row">
            {buttons}
            {(!answerable).then(|| view! { <a class="btn btn-main" href=href.clone()>"Answer it"</a> })}
            <button type="button" on:click=unknown>"Don't know"</button>
        </div>
        {turning.map(|text| view! { <p class="small quiet">{text}</p> })}
        {answerable.then(|| view! { <p class="small"><a href=href.clone()>"Why it is asked"</a></p> })}
    }
    .into_any()
}

/// Puts the focus on the next question: the button that was pressed is gone. It is where that was,
/// so nothing needs to scroll.
fn focus_question() {
    let section = document()
        .get_element_by_id("answer-next")
        .and_then(|section| section.dyn_into::<HtmlElement>().ok());
    if let Some(section) = section {
        let _ = section.set_attribute("tabindex", "-1");
        let _ = section.focus();
    }
}

/// The question that settles most among those that nobody has looked at yet; of those that somebody
/// doesn't know only when no other is left.
fn next(workload: &Workload, assessment: &Assessment) -> Option<NextQuestion> {
    let knowledge = engine::knowledge();
    let asked = |next: &&NextQuestion| {
        let part = workload
            .parts
            .iter()
            .find(|part| Some(&part.id) == next.part.as_ref());
        knowledge.question(&next.question).is_some_and(|slot| {
            let own = part.map_or(State::Unasked, |part| part.answers.get(slot).state);
            own == State::Unasked && workload.answers.get(slot).state == State::Unasked
        })
    };
    let questions = &assessment.next_questions;
    questions
        .iter()
        .find(asked)
        .or_else(|| questions.first())
        .cloned()
}

/// What an answer is worth.
pub fn worth(next: &NextQuestion) -> String {
    let turns = match next.turns * 100.0 {
        none if none < 0.5 => "can't turn the verdict alone".to_owned(),
        share => format!("turns the verdict in {share:.0}\u{a0}% of cases"),
    };
    format!(
        "moves the shares by {:.1}\u{a0}points on average; {turns}",
        next.swing
    )
}

#[cfg(test)]
mod tests {
    use plumbline_workload::Entry;

    use super::*;

    #[test]
    fn what_somebody_does_not_know_is_asked_last() {
        let mut workload = Workload::new("W");
        let first = next(&workload, &engine::assess(&workload)).unwrap();
        let slot = engine::knowledge().question(&first.question).unwrap();
        workload.answers.set(
            slot,
            Entry {
                state: State::Unknown,
                ..Entry::default()
            },
        );
        let second = next(&workload, &engine::assess(&workload)).unwrap();
        assert_ne!(first.question, second.question);
    }
}
