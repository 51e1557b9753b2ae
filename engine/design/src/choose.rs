//! Which pattern fits.

use std::cmp::Reverse;

use plumbline_knowledge::{Knowledge, Pattern};
use plumbline_rules::{Answer, Trace};
use serde::{Deserialize, Serialize};

/// How well a pattern fits a part of a workload.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Fit {
    /// Index into [`Knowledge::patterns`].
    pub pattern: usize,
    /// The weights of the pattern's conditions that hold, added up.
    pub score: i32,
    /// What speaks for it, in words: "kind of work is an API". The heaviest first.
    pub because: Vec<String>,
}

/// All patterns, the best fit first. `answers` are those of one part, by slot, settled as
/// [`part_answers`](plumbline_workload::Workload::part_answers) gives them.
///
/// Of patterns that fit equally well, the one that open answers could still raise the most comes
/// first, and then the one whose id does.
#[must_use]
pub fn choose(knowledge: &Knowledge, answers: &[Answer]) -> Vec<Fit> {
    let mut fits: Vec<Fit> = knowledge
        .patterns
        .iter()
        .enumerate()
        .map(|(index, pattern)| Fit {
            pattern: index,
            score: score(pattern, answers),
            because: because(knowledge, pattern, answers),
        })
        .collect();
    fits.sort_by_cached_key(|fit| {
        let pattern = &knowledge.patterns[fit.pattern];
        let open = pattern
            .fits
            .iter()
            .filter(|part| part.weight > 0 && part.when.evaluate(answers).is_unknown());
        let hope = open.fold(0_i32, |sum, part| sum.saturating_add(part.weight));
        (Reverse(fit.score), Reverse(hope), pattern.id.clone())
    });
    fits
}

fn score(pattern: &Pattern, answers: &[Answer]) -> i32 {
    pattern
        .fits
        .iter()
        .filter(|fit| fit.when.evaluate(answers).is_true())
        .fold(0, |sum, fit| sum.saturating_add(fit.weight))
}

fn because(knowledge: &Knowledge, pattern: &Pattern, answers: &[Answer]) -> Vec<String> {
    let mut holding: Vec<_> = pattern
        .fits
        .iter()
        .filter(|fit| fit.weight > 0 && fit.when.evaluate(answers).is_true())
        .collect();
    holding.sort_by_key(|fit| Reverse(fit.weight));
    let mut words = Vec::new();
    for fit in holding {
        support(&fit.when.trace(&knowledge.vocabulary, answers), &mut words);
    }
    words
}

/// The clauses that make a condition hold, each once.
fn support(trace: &Trace, words: &mut Vec<String>) {
    match trace {
        Trace::All(parts, _) | Trace::Any(parts, _) => {
            for part in parts.iter().filter(|part| part.truth().is_true()) {
                support(part, words);
            }
        }
        Trace::Not(inner, _) => {
            for clause in inner.clauses() {
                add(&clause.text, words);
            }
        }
        Trace::Clause(clause) => add(&clause.text, words),
    }
}

fn add(text: &str, words: &mut Vec<String>) {
    if !words.iter().any(|known| known == text) {
        words.push(text.to_owned());
    }
}
