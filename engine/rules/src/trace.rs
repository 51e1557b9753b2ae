//! Why a condition has the value it has, clause by clause.

use serde::{Deserialize, Serialize};

use crate::condition::{Clause, Condition, Node};
use crate::truth::Truth;
use crate::vocabulary::{Answer, Vocabulary};
use crate::words::{otherwise, statement};

/// A condition with the value of each of its parts. Unlike evaluation it looks at every clause, also
/// where an earlier one decided.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Trace {
    /// Joined by `&&`.
    All(Vec<Trace>, Truth),
    /// Joined by `||`.
    Any(Vec<Trace>, Truth),
    /// The negation of a group. That of a single clause is in the clause.
    Not(Box<Trace>, Truth),
    /// One clause.
    Clause(ClauseTrace),
}

/// One clause with its value, in words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ClauseTrace {
    /// Whether the clause holds, a `!` in front of it included.
    pub truth: Truth,
    /// What the answer is, said against what the clause asks: "idle share 62 % is above 40 %",
    /// "traffic shape is steady, not spiky", "triggers is open". It is a fact also where the clause
    /// does not hold.
    pub text: String,
    /// The clause as its author wrote it.
    pub code: String,
    /// The ids of the questions that it reads; the one on the left first.
    pub slots: Vec<String>,
    /// What would make it otherwise: "would not hold at 40 % or less", "would hold above 40 %".
    /// Nothing where the question does not apply.
    pub otherwise: Option<String>,
}

impl Trace {
    /// The value of this part.
    #[must_use]
    pub fn truth(&self) -> Truth {
        match self {
            Self::All(_, truth) | Self::Any(_, truth) | Self::Not(_, truth) => *truth,
            Self::Clause(clause) => clause.truth,
        }
    }

    /// All clauses, in the order of the text.
    #[must_use]
    pub fn clauses(&self) -> Vec<&ClauseTrace> {
        let mut found = Vec::new();
        self.collect(&mut found);
        found
    }

    fn collect<'a>(&'a self, found: &mut Vec<&'a ClauseTrace>) {
        match self {
            Self::All(parts, _) | Self::Any(parts, _) => {
                for part in parts {
                    part.collect(found);
                }
            }
            Self::Not(inner, _) => inner.collect(found),
            Self::Clause(clause) => found.push(clause),
        }
    }
}

impl Condition {
    /// Why it has the value it has. `trace.truth()` is always `self.evaluate(answers)`.
    #[must_use]
    pub fn trace(&self, vocabulary: &Vocabulary, answers: &[Answer]) -> Trace {
        self.trace_node(self.tree(), vocabulary, answers)
    }

    fn trace_node(&self, node: &Node, vocabulary: &Vocabulary, answers: &[Answer]) -> Trace {
        let trace_all = |parts: &[Node]| -> Vec<Trace> {
            parts
                .iter()
                .map(|part| self.trace_node(part, vocabulary, answers))
                .collect()
        };
        match node {
            Node::All(parts) => {
                let parts = trace_all(parts);
                let truth = parts
                    .iter()
                    .fold(Truth::True, |t, part| t.and(part.truth()));
                Trace::All(parts, truth)
            }
            Node::Any(parts) => {
                let parts = trace_all(parts);
                let truth = parts
                    .iter()
                    .fold(Truth::False, |t, part| t.or(part.truth()));
                Trace::Any(parts, truth)
            }
            Node::Not(inner) => {
                let inner = self.trace_node(inner, vocabulary, answers);
                let truth = !inner.truth();
                Trace::Not(Box::new(inner), truth)
            }
            Node::Clause(clause) => Trace::Clause(self.trace_clause(clause, vocabulary, answers)),
        }
    }

    fn trace_clause(
        &self,
        clause: &Clause,
        vocabulary: &Vocabulary,
        answers: &[Answer],
    ) -> ClauseTrace {
        let slots = std::iter::once(clause.test.slot())
            .chain(clause.test.other_slot())
            .filter_map(|slot| vocabulary.slot(usize::from(slot)))
            .map(|slot| slot.id.clone())
            .collect();
        ClauseTrace {
            truth: clause.evaluate(answers),
            text: statement(clause, vocabulary, answers),
            code: self.code(clause).to_owned(),
            slots,
            otherwise: otherwise(clause, vocabulary, answers),
        }
    }
}
