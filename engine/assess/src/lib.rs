//! Answers in, verdict out.
//!
//! [`Assessor`] weighs the rules of a knowledge base over a workload's answers. What comes out,
//! [`Assessment`], says where each part should run, the evidence clause by clause with points that
//! add up to what is shown, how far open answers could still move it, what would turn it, and what
//! it costs.
//!
//! Pure: no file, clock, environment, thread or network, and the same bytes on every platform.

mod assess;
mod assessment;
mod assessor;
mod bounds;
mod candidate;
mod compare;
mod completion;
mod evidence;
mod findings;
mod flips;
mod next;
mod reach;
mod round;
#[cfg(test)]
mod sample;
mod standing;
mod tally;
mod trial;
mod what_if;

pub use assessment::{
    About, AnswerChange, Assessment, ChecklistFinding, Clause, ClauseTruth, DimensionPoints,
    Evidence, Flip, Kind, Moved, Movement, NextQuestion, OpenRule, OptionStanding, Outcome,
    PartAssessment, Points, QuestionCount, Readiness, RuledOut, Severity, TradeOffFinding, Verdict,
};
pub use assessor::Assessor;
pub use compare::{Comparison, Difference, MovedRule, compare};
pub use completion::{COMPLETIONS, DEFAULT_SEED};
pub use standing::{CLOSE_CALL, Standing, percent};
pub use what_if::WhatIf;
