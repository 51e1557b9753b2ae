//! Two workloads, or two versions of one, side by side.

use plumbline_knowledge::Knowledge;
use plumbline_workload::{Workload, answer_words};
use serde::{Deserialize, Serialize};

use crate::assessment::{Assessment, Clause, Evidence, PartAssessment, Points, Readiness, Verdict};

/// What differs between two workloads and what that does.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Comparison {
    /// The names of the two.
    pub names: [String; 2],
    /// Their verdicts.
    pub verdicts: [Verdict; 2],
    /// Their readiness.
    pub readiness: [Readiness; 2],
    /// The answers that differ.
    pub answers: Vec<Difference>,
    /// The rules that hold in only one of them, or with other points, the weightiest first.
    pub rules: Vec<MovedRule>,
}

/// An answer that differs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Difference {
    /// The part; one that only one of the two has is compared with an empty one.
    pub part: String,
    /// The question's id.
    pub question: String,
    /// Its label.
    pub label: String,
    /// The two answers in words.
    pub answers: [String; 2],
}

/// A rule that counts differently.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct MovedRule {
    /// The part.
    pub part: String,
    /// The rule's id.
    pub rule: String,
    /// Its title.
    pub title: String,
    /// Its points in each of the two; none where it doesn't hold.
    pub points: [Option<Points>; 2],
    /// The clauses where it holds, of the second if in both.
    pub clauses: Vec<Clause>,
}

/// Compares two assessed workloads, part by part; parts are matched by id, and a workload without
/// parts matches the other's first part.
#[must_use]
pub fn compare(
    knowledge: &Knowledge,
    first: (&Workload, &Assessment),
    second: (&Workload, &Assessment),
) -> Comparison {
    let mut answers = Vec::new();
    let mut rules = Vec::new();
    for (part, numbers) in matched(first.0, second.0) {
        let sides = [(first, numbers[0]), (second, numbers[1])];
        for (slot, question) in knowledge.questions.iter().enumerate() {
            let words = sides.map(|((workload, _), number)| {
                number.map_or_else(String::new, |number| {
                    let answers = workload.part_answers(knowledge, number);
                    answers
                        .get(slot)
                        .map_or_else(String::new, |answer| answer_words(knowledge, slot, *answer))
                })
            });
            if words[0] != words[1] {
                answers.push(Difference {
                    part: part.clone(),
                    question: question.id.clone(),
                    label: question.label.clone(),
                    answers: words,
                });
            }
        }
        let evidence = sides.map(|((_, assessment), number)| {
            number
                .and_then(|number| assessment.parts.get(number))
                .map_or(&[][..], |part: &PartAssessment| &part.evidence)
        });
        rules.extend(moved(&part, evidence));
    }
    rules.sort_by_key(|rule| std::cmp::Reverse(rule.weight()));
    Comparison {
        names: [first.0.name.clone(), second.0.name.clone()],
        verdicts: [first.1.verdict.clone(), second.1.verdict.clone()],
        readiness: [first.1.readiness, second.1.readiness],
        answers,
        rules,
    }
}

/// The parts of both, by id, with their numbers in each.
fn matched(first: &Workload, second: &Workload) -> Vec<(String, [Option<usize>; 2])> {
    if first.implicit_part || second.implicit_part {
        let id = if first.implicit_part {
            &second.parts
        } else {
            &first.parts
        };
        let mut parts = vec![(
            id.first().map_or_else(String::new, |part| part.id.clone()),
            [Some(0), Some(0)],
        )];
        let rest = |workload: &Workload, side: usize| {
            workload
                .parts
                .iter()
                .enumerate()
                .skip(1)
                .map(|(number, part)| {
                    let mut numbers = [None, None];
                    numbers[side] = Some(number);
                    (part.id.clone(), numbers)
                })
                .collect::<Vec<_>>()
        };
        parts.extend(rest(first, 0));
        parts.extend(rest(second, 1));
        return parts;
    }
    let find = |workload: &Workload, id: &str| workload.parts.iter().position(|part| part.id == id);
    let mut ids: Vec<&String> = first.parts.iter().map(|part| &part.id).collect();
    ids.extend(
        second
            .parts
            .iter()
            .map(|part| &part.id)
            .filter(|id| find(first, id).is_none()),
    );
    ids.into_iter()
        .map(|id| (id.clone(), [find(first, id), find(second, id)]))
        .collect()
}

fn moved(part: &str, evidence: [&[Evidence]; 2]) -> Vec<MovedRule> {
    let find =
        |side: usize, rule: &str| evidence[side].iter().find(|evidence| evidence.rule == rule);
    let mut seen = std::collections::BTreeSet::new();
    evidence
        .iter()
        .flat_map(|side| side.iter())
        .filter(|evidence| seen.insert(evidence.rule.clone()))
        .filter_map(|evidence| {
            let sides = [find(0, &evidence.rule), find(1, &evidence.rule)];
            let points = sides.map(|side| side.map(|evidence| evidence.points.clone()));
            (points[0] != points[1]).then(|| MovedRule {
                part: part.to_owned(),
                rule: evidence.rule.clone(),
                title: evidence.title.clone(),
                points,
                clauses: sides[1]
                    .or(sides[0])
                    .map_or_else(Vec::new, |evidence| evidence.clauses.clone()),
            })
        })
        .collect()
}

impl MovedRule {
    fn weight(&self) -> i32 {
        let sum = |points: &Option<Points>| {
            points
                .iter()
                .flat_map(|points| points.values())
                .map(|points| points.abs())
                .sum::<i32>()
        };
        self.points.iter().map(sum).max().unwrap_or(0)
    }
}
