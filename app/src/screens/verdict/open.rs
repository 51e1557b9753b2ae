//! What is open: rules that hang on answers, and the answers.

use leptos::prelude::*;
use plumbline_assess::{NextQuestion, OpenRule};

use super::{Look, weight};
use crate::components::{QuestionLinks, counted, question_address, question_label, signed};
use crate::place::Place;

/// How many open questions are shown before the rest is asked for.
const FIRST: usize = 8;

/// The rules that open answers decide, with the questions.
#[component]
pub fn OpenRules(look: Look) -> impl IntoView {
    move || {
        let part = look.part()?;
        let weighed = look.weighed(&part);
        let mut rules = part.open_rules.clone();
        if rules.is_empty() {
            return None;
        }
        let weight = |rule: &OpenRule| weight::net(&rule.points, weighed);
        rules.sort_by_key(|rule| {
            (
                rule.rules_out.is_none(),
                std::cmp::Reverse(weight(rule).unsigned_abs()),
            )
        });
        let count = rules.len();
        let rows = rules.into_iter().map(|rule| {
            let points = match rule.rules_out {
                Some(option) => format!("rules out {}", option.label()),
                None => signed(weight(&rule)),
            };
            let href = Place::knowledge(Some("rules"), Some(&rule.rule)).path();
            view! {
                <tr>
                    <th scope="row"><a href=href>{rule.title}</a></th>
                    <td class="num">{points}</td>
                    <td><QuestionLinks session=look.session part=part.id.clone() questions=rule.questions/></td>
                </tr>
            }
        });
        let said = if count == 1 {
            "1 rule is open".to_owned()
        } else {
            format!("{} are open", counted(count, "rule"))
        };
        Some(view! {
            <section aria-label="Open rules">
                <details class="more">
                    <summary><h2><span class="chevron" aria-hidden="true">"›"</span>" "{said}</h2><span class="quiet small">"What they would add, and the questions that decide them"</span></summary>
                    <div class="scroll" tabindex="0" role="region" aria-label="Open rules, with the questions that decide them"><table class="rows">
                        <thead><tr><th scope="col">"Rule"</th><th scope="col">"Would add"</th><th scope="col">"Hangs on"</th></tr></thead>
                        <tbody>{rows.collect_view()}</tbody>
                    </table></div>
                </details>
            </section>
        })
    }
}

/// The open questions that can move something, with what each is worth.
#[component]
pub fn OpenQuestions(look: Look) -> impl IntoView {
    move || {
        let assessment = look.session.assessment();
        if assessment.questions.open == 0 {
            return None;
        }
        let several = assessment.parts.len() > 1;
        let first = assessment
            .parts
            .first()
            .map(|part| part.id.clone())
            .unwrap_or_default();
        let row = |next: &NextQuestion| {
            let part = next.part.clone().unwrap_or_else(|| first.clone());
            let whose = assessment
                .parts
                .iter()
                .find(|one| several && Some(&one.id) == next.part.as_ref())
                .map(|one| view! { <span class="quiet small">" "{one.name.clone()}</span> });
            view! {
                <tr>
                    <th scope="row"><a href=question_address(look.session, &part, &next.question)>{question_label(&next.question)}</a>{whose}</th>
                    <td class="r num">{format!("{:.1}", next.swing)}</td>
                    <td class="r num">{format!("{:.0}\u{a0}%", next.turns * 100.0)}</td>
                </tr>
            }
        };
        let questions = &assessment.next_questions;
        let (most, rest) = questions.split_at(questions.len().min(FIRST));
        let table = |questions: &[NextQuestion]| {
            view! {
            <table class="rows worth">
                <caption class="unseen">"Open questions, by how much their answer is expected to move the shares"</caption>
                <thead><tr><th scope="col">"Question"</th><th scope="col" class="r" title="By how many percentage points the shares are expected to move">"Worth"</th><th scope="col" class="r" title="How likely the answer turns the verdict">"Turns it"</th></tr></thead>
                <tbody>{questions.iter().map(row).collect_view()}</tbody>
            </table>
        }.into_any()
        };
        let more = (!rest.is_empty()).then(|| view! {
            <details class="more"><summary><span class="chevron" aria-hidden="true">"›"</span>{format!(" {} that are worth less", rest.len())}</summary>{table(rest)}</details>
        });
        let silent = assessment
            .questions
            .open
            .saturating_sub(assessment.next_questions.len());
        let silent = (silent > 0).then(|| {
            let words = if silent == 1 {
                "1 more open question moves".to_owned()
            } else {
                format!("{silent} more open questions move")
            };
            view! { <p class="small quiet">{words}" nothing by itself as things stand."</p> }
        });
        Some(view! {
            <section aria-label="Open questions">
                <header><h2>"Open questions"</h2><span class="quiet small">{format!("{} of {}", assessment.questions.open, assessment.questions.asked)}</span></header>
                {(!most.is_empty()).then(|| table(most))}
                {more}
                {silent}
            </section>
        })
    }
}
