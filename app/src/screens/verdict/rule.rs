//! A rule that holds: its points and what it says, and opened all that stands behind it.

use std::collections::BTreeSet;

use leptos::prelude::*;
use plumbline_assess::{Evidence, Points};
use plumbline_knowledge::{Compute, Example, Rule};
use plumbline_workload::answer_words;
use web_sys::HtmlDetailsElement;

use super::Look;
use super::weight::{Side, net, side};
use crate::components::{Clauses, Sources, option_label, signed};
use crate::engine;
use crate::place::Place;

/// The rule.
#[component]
pub fn RuleEntry(
    look: Look,
    /// The id of the part for which it holds.
    part: String,
    rule: Evidence,
    /// The option that is weighed, and against which.
    weighed: (Compute, Compute),
    /// The rules that are open.
    open: StoredValue<BTreeSet<String>>,
) -> impl IntoView {
    let knowledge = engine::knowledge();
    let known = knowledge
        .rule(&rule.rule)
        .and_then(|number| knowledge.rules.get(number));
    let dimension = knowledge
        .dimension(&rule.dimension)
        .map(|number| knowledge.dimensions[number].label.to_lowercase());
    let is_open = open.with_value(|open| open.contains(&rule.rule));
    let id = rule.rule.clone();
    let toggled = move |event| {
        let now = event_target::<HtmlDetailsElement>(&event).open();
        open.update_value(|open| {
            if now {
                open.insert(id.clone());
            } else {
                open.remove(&id);
            }
        });
    };
    let class = match side(&rule, weighed) {
        Side::For => "points for num",
        Side::Against => "points against num",
        Side::Neither => "points num quiet",
    };
    let points = match rule.rules_out {
        Some(option) => view! { <span class=class title=format!("Rules out {}", option.label())>
            <span aria-hidden="true">"✕"</span><span class="unseen">{format!("Rules out {}: ", option.label())}</span></span> }
        .into_any(),
        None => view! { <span class=class>{signed(net(&rule.points, weighed))}<span class="unseen">" points: "</span></span> }.into_any(),
    };
    let out = rule
        .rules_out
        .map(|option| view! { <span class="tag tag-out">"rules out "{option.label()}</span> });
    let href = Place::knowledge(Some("rules"), Some(&rule.rule)).path();
    view! {
        <details id=format!("rule-{}", rule.rule) open=is_open on:toggle=toggled>
            <summary>
                {points}
                <span class="rule-says"><b>{rule.title.clone()}</b><span class="quiet">{rule.what.clone()}</span></span>
                <span class="rule-tags">{out}<span class="tag">{dimension}</span><span class="chevron" aria-hidden="true">"›"</span></span>
            </summary>
            <div class="trace">
                <code class="condition">{rule.condition.clone()}</code>
                <Clauses session=look.session part clauses=rule.clauses/>
                <dl class="because">
                    <div><dt>"Why it counts"</dt><dd>{rule.why}</dd></div>
                    <div><dt>"What to do"</dt><dd>{rule.action}</dd></div>
                    <div><dt>"Points"</dt><dd class="num">{all_points(rule.rules_out, &rule.points, rule.uncapped.as_ref())}</dd></div>
                    {known.map(examples)}
                </dl>
                {known.map(|known| view! { <Sources references=known.sources.as_slice()/> })}
                <p class="small"><a href=href>"The rule in the knowledge base"</a></p>
            </div>
        </details>
    }
}

/// The points for each option in a sentence.
fn all_points(out: Option<Compute>, points: &Points, uncapped: Option<&Points>) -> String {
    if let Some(out) = out {
        return format!("None: it rules {} out.", out.label());
    }
    let words = |points: &Points| {
        Compute::ALL
            .map(|option| {
                format!(
                    "{} {}",
                    option_label(option),
                    signed(points.get(option.id()).copied().unwrap_or(0))
                )
            })
            .join(", ")
    };
    match uncapped {
        None => words(points),
        Some(own) => format!(
            "{} (by itself {}; its dimension's cap takes the rest)",
            words(points),
            words(own)
        ),
    }
}

/// Answers with which the rule holds, and some with which it doesn't.
fn examples(rule: &'static Rule) -> impl IntoView + use<> {
    let list = |examples: &'static [Example], holds: bool| {
        let (sign, class, word) = if holds {
            ("✓", "sign yes", "Holds with ")
        } else {
            ("✗", "sign no", "Doesn't hold with ")
        };
        examples
            .iter()
            .map(|example| {
                view! { <li><span class=class aria-hidden="true">{sign}</span><span><span class="unseen">{word}</span>{example_words(example)}</span></li> }
            })
            .collect_view()
    };
    let any = !rule.examples.fires.is_empty() || !rule.examples.quiet.is_empty();
    any.then(|| {
        view! {
            <div><dt>"Examples"</dt><dd><ul class="clauses quiet">
                {list(&rule.examples.fires, true)}{list(&rule.examples.quiet, false)}
            </ul></dd></div>
        }
    })
}

/// "traffic shape: spiky; idle share: 62 %".
fn example_words(example: &Example) -> String {
    let knowledge = engine::knowledge();
    let answers = example.answers.iter().map(|(slot, answer)| {
        let label = knowledge
            .questions
            .get(*slot)
            .map_or("", |question| question.label.as_str());
        format!("{label}: {}", answer_words(knowledge, *slot, *answer))
    });
    answers.collect::<Vec<_>>().join("; ")
}
