//! The conditions that all engines evaluate.

use std::collections::BTreeSet;

use plumbline_builtin::knowledge;
use plumbline_rules::{Answer, Condition};

use crate::formula::Formula;

/// How many conditions are compared.
const CONDITIONS: usize = 20;

/// A built-in condition that other engines can evaluate too.
pub struct Sample {
    /// The rule that it is from.
    pub rule: &'static str,
    /// As compiled by us.
    pub condition: &'static Condition,
    /// As a formula, to be written in other languages.
    pub formula: Formula,
    /// How many clauses it has.
    pub clauses: usize,
}

/// The longest conditions of rules and trade-offs that can be carried over, the longest first.
#[must_use]
pub fn sample() -> Vec<Sample> {
    let knowledge = knowledge();
    let rules = knowledge
        .rules
        .iter()
        .map(|rule| (rule.id.as_str(), &rule.when));
    let severities = knowledge.trade_offs.iter().flat_map(|trade_off| {
        let conditions = trade_off.severity.iter().map(|severity| &severity.when);
        conditions.map(|when| (trade_off.id.as_str(), when))
    });
    let open = vec![Answer::Unknown; knowledge.questions.len()];
    let mut seen = BTreeSet::new();
    let mut samples: Vec<Sample> = rules
        .chain(severities)
        .filter(|(_, condition)| seen.insert(condition.text()))
        .filter_map(|(rule, condition)| {
            Some(Sample {
                rule,
                condition,
                formula: Formula::of(condition.text(), &knowledge.vocabulary)?,
                clauses: condition
                    .trace(&knowledge.vocabulary, &open)
                    .clauses()
                    .len(),
            })
        })
        .collect();
    samples.sort_by_key(|sample| std::cmp::Reverse(sample.clauses));
    samples.truncate(CONDITIONS);
    samples
}
