//! How verdicts compare with what is known.

use plumbline_assess::Outcome;

use crate::cases::Case;

/// Known outcomes against verdicts.
#[derive(Clone, Debug, Default)]
pub struct Matrix {
    /// Rows are known outcomes, columns verdicts, both in the order of [`Outcome::ALL`].
    pub counts: [[usize; 4]; 4],
    /// How often they agree.
    pub tally: Tally,
}

/// How many verdicts are right.
#[derive(Clone, Copy, Debug, Default)]
pub struct Tally {
    /// All of them.
    pub cases: usize,
    /// Those that are the known outcome.
    pub strict: usize,
    /// Those that are the known outcome or one that a fair judge would accept.
    pub accepting: usize,
}

impl Matrix {
    /// Counts a case with its verdict.
    pub fn count(&mut self, case: &Case, verdict: Outcome) {
        let place = |outcome: Outcome| Outcome::ALL.iter().position(|other| *other == outcome);
        if let (Some(row), Some(column)) = (place(case.outcome), place(verdict)) {
            self.counts[row][column] += 1;
        }
        self.tally.cases += 1;
        self.tally.strict += usize::from(verdict == case.outcome);
        self.tally.accepting += usize::from(case.accepts(verdict));
    }
}

impl Case {
    /// Whether a verdict is the known outcome, or one that a fair judge would accept.
    #[must_use]
    pub fn accepts(&self, verdict: Outcome) -> bool {
        verdict == self.outcome || self.accept.contains(&verdict)
    }
}
