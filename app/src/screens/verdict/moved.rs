//! What moves when something is tried.

use std::collections::BTreeMap;
use std::sync::Arc;

use leptos::prelude::*;
use plumbline_assess::Assessment;
use plumbline_knowledge::Compute;

use crate::components::{OptionMark, option_label, option_token, signed, whole};

/// A rule that counts differently in a part.
#[derive(Debug, PartialEq, Eq)]
struct Moved {
    title: String,
    /// "now holds", "no longer holds", "counts otherwise".
    how: &'static str,
    /// What its points change by.
    points: [i32; 3],
    /// The option that it rules out when it holds.
    out: Option<Compute>,
}

/// What a rule that holds does.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Held {
    title: String,
    points: [i32; 3],
    out: Option<Compute>,
}

/// Readiness and verdicts before and now, and the rules that moved them.
#[component]
pub fn Movements(before: Arc<Assessment>, now: Arc<Assessment>) -> impl IntoView {
    let several = now.parts.len() > 1;
    let parts = now.parts.iter().map(|part| {
        let old = before.parts.iter().find(|old| old.id == part.id)?;
        let rules = moved(&rules(&before, &part.id), &rules(&now, &part.id));
        if rules.is_empty() && old.option == part.option {
            return None;
        }
        let turns = (old.option != part.option).then(|| view! {
            <span class="row"><OptionMark token=option_token(old.option)/>{option_label(old.option)}
            <span aria-hidden="true">"→"</span><span class="unseen">" becomes "</span>
            <OptionMark token=option_token(part.option)/><b>{option_label(part.option)}</b></span>
        });
        let rows = rules.into_iter().map(|rule| {
            let cells = match rule.out {
                Some(out) => view! { <td class="r" colspan="3">"rules out "{out.label()}</td> }.into_any(),
                None => rule.points.map(|points| view! { <td class="r num">{signed(points)}</td> }).into_any(),
            };
            view! { <tr><th scope="row">{rule.title}" "<span class="quiet small">{rule.how}</span></th>{cells}</tr> }
        });
        let head = Compute::ALL.map(|option| view! { <th scope="col" class="r">{option_label(option)}</th> });
        Some(view! {
            <div class="stack moved-part">
                <p class="row">{several.then(|| view! { <b>{part.name.clone()}</b> })}{turns}</p>
                <div class="scroll" tabindex="0" role="region" aria-label="What moved, in points"><table class="rows">
                    <thead><tr><th scope="col">"What moved"</th>{head}</tr></thead>
                    <tbody>{rows.collect_view()}</tbody>
                </table></div>
            </div>
        })
    });
    let parts: Vec<_> = parts.flatten().collect();
    let nothing = parts
        .is_empty()
        .then(|| view! { <p class="quiet">"Nothing that is weighed here moves."</p> });
    let [was, is] = [&before, &now].map(|one| whole(one.readiness.score).to_string());
    view! {
        <section class="moved" aria-label="What would move">
            <p class="moved-score num"><span class="quiet small">"Readiness "</span>{was}" "<span aria-hidden="true">"→"</span><span class="unseen">" becomes "</span>" "<b>{is}</b></p>
            <div class="stack">{parts}{nothing}</div>
        </section>
    }
}

/// The title and points of each rule that holds for a part.
fn rules(assessment: &Assessment, part: &str) -> BTreeMap<String, Held> {
    let part = assessment.parts.iter().find(|one| one.id == part);
    part.into_iter()
        .flat_map(|part| &part.evidence)
        .map(|rule| {
            let points =
                Compute::ALL.map(|option| rule.points.get(option.id()).copied().unwrap_or(0));
            (
                rule.rule.clone(),
                Held {
                    title: rule.title.clone(),
                    points,
                    out: rule.rules_out,
                },
            )
        })
        .collect()
}

/// The rules that count differently, the weightiest first.
fn moved(before: &BTreeMap<String, Held>, now: &BTreeMap<String, Held>) -> Vec<Moved> {
    let ended = before
        .iter()
        .filter(|(id, _)| !now.contains_key(*id))
        .map(|(_, held)| Moved {
            title: held.title.clone(),
            how: "no longer holds",
            points: held.points.map(|points| -points),
            out: held.out,
        });
    let others = now.iter().filter_map(|(id, held)| {
        let old = before.get(id).map(|old| old.points);
        (old != Some(held.points)).then(|| Moved {
            title: held.title.clone(),
            how: if old.is_some() {
                "counts otherwise, because of its dimension's cap"
            } else {
                "now holds"
            },
            points: std::array::from_fn(|option| {
                held.points[option] - old.unwrap_or_default()[option]
            }),
            out: held.out,
        })
    });
    let mut all: Vec<Moved> = ended.chain(others).collect();
    all.sort_by_key(|rule| {
        (
            rule.out.is_none(),
            std::cmp::Reverse(rule.points.iter().map(|points| points.unsigned_abs()).max()),
        )
    });
    all
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use plumbline_knowledge::Compute;

    use super::{Held, moved};

    #[test]
    fn what_begins_ends_and_counts_otherwise_is_told_by_weight() {
        let rules = |rules: &[(&str, [i32; 3])]| -> BTreeMap<String, Held> {
            let held = |(id, points): &(&str, [i32; 3])| {
                let out = (*id == "out").then_some(Compute::Functions);
                (
                    (*id).to_owned(),
                    Held {
                        title: (*id).to_uppercase(),
                        points: *points,
                        out,
                    },
                )
            };
            rules.iter().map(held).collect()
        };
        let before = rules(&[("a", [1, 0, 0]), ("b", [2, 0, -1]), ("c", [3, 3, 3])]);
        let now = rules(&[
            ("b", [5, 0, -1]),
            ("c", [3, 3, 3]),
            ("d", [0, 2, 0]),
            ("out", [0; 3]),
        ]);
        let all = moved(&before, &now);
        let told: Vec<_> = all
            .iter()
            .map(|one| {
                (
                    one.title.as_str(),
                    one.how.split(',').next().unwrap_or(""),
                    one.points,
                )
            })
            .collect();
        assert_eq!(
            told,
            [
                ("OUT", "now holds", [0; 3]),
                ("B", "counts otherwise", [3, 0, 0]),
                ("D", "now holds", [0, 2, 0]),
                ("A", "no longer holds", [-1, 0, 0]),
            ]
        );
    }
}
