//! The two side by side: verdicts, the rules that moved them, and the answers that differ.

use std::sync::Arc;

use leptos::prelude::*;
use plumbline_assess::{Assessment, ClauseTruth, Comparison, Difference, MovedRule, compare};
use plumbline_knowledge::{Compute, Effect};
use plumbline_workload::Workload;

use super::other::Second;
use crate::components::{
    Ago, OptionMark, ReadinessScale, option_label, option_token, outcome_token,
};
use crate::engine;
use crate::place::{Place, Screen};
use crate::session::Session;

/// Everything that differs.
#[component]
pub fn Outcomes(second: Second) -> impl IntoView {
    let session = Session::get();
    move || {
        let second = second.clone();
        let (mine, assessment) = (session.workload(), session.assessment());
        let comparison = compare(
            engine::knowledge(),
            (&second.workload, &second.assessment),
            (&mine, &assessment),
        );
        let parts = PartNames::of([&mine, &second.workload]);
        let taken = second.taken.clone().map(|moment| view! { <Ago moment/> });
        view! {
            <section class="sides" aria-label="The verdicts">
                <Side label=second.label.clone() assessment=second.assessment.clone()>{taken}</Side>
                <Side label="Now".to_owned() assessment=assessment.clone()>{second.taken.is_none().then(|| mine.name.clone())}</Side>
            </section>
            <p class="difference">{summary(&comparison)}</p>
            <Rules rules=comparison.rules parts=parts.clone()/>
            <Answers answers=comparison.answers parts label=second.label.clone()/>
        }
    }
}

/// What is different, in a sentence.
fn summary(comparison: &Comparison) -> String {
    let [before, after] = &comparison.readiness;
    let moved = after.score - before.score;
    let readiness = match moved.abs().round() as i64 {
        0 => "Readiness is the same".to_owned(),
        points => format!(
            "Readiness is {points} {}",
            if moved > 0.0 { "higher" } else { "lower" }
        ),
    };
    let [first, second] = &comparison.verdicts;
    let verdict = if first.sentence == second.sentence {
        "the verdict is the same"
    } else {
        "the verdict is another"
    };
    let answers = match comparison.answers.len() {
        0 => "no answer differs".to_owned(),
        1 => "one answer differs".to_owned(),
        count => format!("{count} answers differ"),
    };
    format!("{readiness}, {verdict}; {answers}.")
}

/// The names of parts, by id.
#[derive(Clone)]
struct PartNames(Arc<Vec<(String, String)>>);

impl PartNames {
    fn of(workloads: [&Workload; 2]) -> Self {
        let parts = workloads.into_iter().flat_map(|workload| &workload.parts);
        Self(Arc::new(
            parts
                .map(|part| (part.id.clone(), part.name.clone()))
                .collect(),
        ))
    }

    fn name(&self, id: &str) -> String {
        let found = self.0.iter().find(|(known, _)| known == id);
        found.map_or_else(|| id.to_owned(), |(_, name)| name.clone())
    }
}

#[component]
fn Side(label: String, assessment: Arc<Assessment>, children: Children) -> impl IntoView {
    let token = outcome_token(assessment.verdict.option);
    let open = match assessment.questions.open {
        0 => "every question answered".to_owned(),
        1 => "1 question open".to_owned(),
        more => format!("{more} questions open"),
    };
    view! {
        <div class="side">
            <h2>{label}<span class="small quiet">{children()}</span></h2>
            <p class="verdict-line" style=format!("color:var(--{token})")><OptionMark token/><span class="cap">{assessment.verdict.option.label()}</span></p>
            <p class="quiet">{assessment.verdict.sentence.clone()}</p>
            <ReadinessScale readiness=assessment.readiness/>
            <p class="small quiet">{open}</p>
        </div>
    }
}

#[component]
fn Rules(rules: Vec<MovedRule>, parts: PartNames) -> impl IntoView {
    let count = rules.len();
    let rows = rules.into_iter().map(|rule| {
        let part = parts.name(&rule.part);
        view! { <Moved rule part/> }
    });
    let content = if count == 0 {
        view! { <p class="quiet">"Every rule counts as it did."</p> }.into_any()
    } else {
        let heads = Compute::ALL.map(|option| {
            view! { <th scope="col" class="r"><OptionMark token=option_token(option)/>" "{option_label(option)}</th> }
        });
        view! {
            <div class="scroll" tabindex="0" role="region" aria-label="Table of the rules"><table class="rows moved-rules">
                <thead><tr><th scope="col">"Rule"</th>{heads}</tr></thead>
                <tbody>{rows.collect_view()}</tbody>
            </table></div>
        }
        .into_any()
    };
    view! {
        <section aria-labelledby="moved">
            <header><h2 id="moved">"What moved the verdict"</h2><span class="small quiet">"what each rule adds or takes away now, in points; ten make the odds ten times as good"</span></header>
            {content}
        </section>
    }
}

#[component]
fn Moved(rule: MovedRule, part: String) -> impl IntoView {
    let [before, after] = &rule.points;
    let became = match (before, after) {
        (None, Some(_)) => "now holds",
        (Some(_), None) => "no longer holds",
        _ => "counts differently",
    };
    let of = |side: &Option<plumbline_assess::Points>, option: Compute| {
        side.as_ref()
            .and_then(|points| points.get(option.id()))
            .copied()
            .unwrap_or(0)
    };
    let knowledge = engine::knowledge();
    let known = knowledge
        .rule(&rule.rule)
        .and_then(|index| knowledge.rules.get(index));
    let rules_out = known.and_then(|known| match &known.effect {
        Effect::RulesOut { option, .. } => Some(*option),
        Effect::Points(_) => None,
    });
    let cells = Compute::ALL.map(|option| {
        let change = of(after, option) - of(before, option);
        let (text, class) = match (rules_out == Some(option), change) {
            (true, _) if after.is_some() => ("ruled out".to_owned(), "r lost"),
            (true, _) => ("possible again".to_owned(), "r gained"),
            (_, 0) => ("0".to_owned(), "r faint"),
            (_, more) if more > 0 => (format!("+{more}"), "r gained"),
            (_, less) => (format!("−{}", less.unsigned_abs()), "r lost"),
        };
        view! { <td class=class>{text}</td> }
    });
    let clauses = rule
        .clauses
        .into_iter()
        .filter(|clause| clause.truth == ClauseTruth::Holds);
    let clauses: Vec<String> = clauses.map(|clause| clause.text).collect();
    view! {
        <tr>
            <th scope="row">
                <a href=Place::knowledge(Some("rules"), Some(&rule.rule)).path()>{rule.title}</a>
                <span class="under small"><span class="tag">{became}</span><span class="quiet">{part}</span></span>
                <span class="small quiet clause-text">{clauses.join(" · ")}</span>
            </th>
            {cells}
        </tr>
    }
}

#[component]
fn Answers(answers: Vec<Difference>, parts: PartNames, label: String) -> impl IntoView {
    let session = Session::get();
    let count = answers.len();
    let mut part = None;
    let rows = answers.into_iter().map(move |difference| {
        let heading = (part.as_ref() != Some(&difference.part)).then(|| {
            view! { <tr class="part-row"><th colspan="3" scope="colgroup">{parts.name(&difference.part)}</th></tr> }
        });
        let href = Place::workload(&session.id(), Screen::Questions)
            .with(&[("part", &difference.part)], Some(&difference.question));
        part = Some(difference.part);
        let [before, after] = difference.answers.map(|answer| if answer.is_empty() { "—".to_owned() } else { answer });
        view! {
            {heading}
            <tr><th scope="row"><a href=href>{difference.label}</a></th><td>{before}</td><td>{after}</td></tr>
        }
    });
    let content = if count == 0 {
        view! { <p class="quiet">"Every answer is the same."</p> }.into_any()
    } else {
        view! {
            <div class="scroll" tabindex="0" role="region" aria-label="Table of the answers"><table class="rows answers">
                <thead><tr><th scope="col">"Question"</th><th scope="col">{label}</th><th scope="col">"Now"</th></tr></thead>
                <tbody>{rows.collect_view()}</tbody>
            </table></div>
        }
        .into_any()
    };
    view! {
        <section aria-labelledby="differ">
            <header><h2 id="differ">"Answers that differ"</h2><span class="small quiet num">{count}</span></header>
            {content}
        </section>
    }
}
