//! The questionnaire: its sections and its questions.

use plumbline_rules::{Condition, Quantity};
use serde::{Deserialize, Serialize};

use super::{Origin, Reference, words};

/// A dimension of an assessment, which is also a section of the questionnaire.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Dimension {
    /// For example `traffic`.
    pub id: String,
    /// What people read.
    pub label: String,
    /// The most points, for or against, that the dimension may give an option.
    pub cap: i32,
    /// Where it is written.
    pub origin: Origin,
}

words! {
    /// How often a question is asked.
    pub enum Scope {
        /// Once for each part of a workload.
        Part = "part", "asked for each part";
        /// Once for the whole workload.
        Workload = "workload", "asked once for the workload";
    }
}

words! {
    /// Whether an answer can be changed.
    pub enum Nature {
        /// A fact.
        Given = "given", "a fact";
        /// A design choice.
        Changeable = "changeable", "a design choice";
    }
}

/// A question of the questionnaire.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Question {
    /// Used in conditions and in workload files; snake_case.
    pub id: String,
    /// Index into [`Knowledge::dimensions`](super::Knowledge::dimensions).
    pub section: usize,
    /// A noun phrase: "traffic shape".
    pub label: String,
    /// The question itself.
    pub ask: String,
    /// What to count and what not.
    pub help: String,
    /// Why it is asked.
    pub why: String,
    /// How often it is asked.
    pub scope: Scope,
    /// Whether the answer can be changed.
    pub nature: Nature,
    /// What an answer may be, and how plausible each is.
    pub answer: AnswerKind,
    /// The question doesn't apply when this is false. It reads only questions that come before
    /// this one in [`Knowledge::ask_order`](super::Knowledge::ask_order).
    pub ask_when: Option<Condition>,
    /// What it was drawn from.
    pub sources: Vec<Reference>,
    /// Where it is written.
    pub origin: Origin,
}

/// What an answer may be, with how plausible each answer is. Priors are in percent.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum AnswerKind {
    /// One of several; the priors sum to 100.
    Choice(Vec<ChoiceOption>),
    /// Any of several; each prior stands for itself.
    Choices(Vec<ChoiceOption>),
    /// A number with a unit.
    Number {
        /// What is measured.
        quantity: Quantity,
        /// Values to sweep over, ascending, in the quantity's base unit, with priors that sum to
        /// 100.
        typical: Vec<(f64, u32)>,
    },
    /// Yes or no.
    YesNo {
        /// What "yes" says, as part of a sentence.
        yes: String,
        /// What "no" says, as part of a sentence.
        no: String,
        /// Percent that say yes.
        prior_yes: u32,
    },
}

/// One of the choices of a question.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ChoiceOption {
    /// Used in conditions and in workload files; kebab-case.
    pub id: String,
    /// What people read.
    pub label: String,
    /// How plausible, in percent.
    pub prior: u32,
}

impl AnswerKind {
    /// The choices of a question that has some.
    #[must_use]
    pub fn options(&self) -> &[ChoiceOption] {
        match self {
            Self::Choice(options) | Self::Choices(options) => options,
            Self::Number { .. } | Self::YesNo { .. } => &[],
        }
    }
}
