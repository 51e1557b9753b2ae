//! What a condition can speak of: the questions with their types, the named limits, and the answers.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// A kind of quantity. Values are `f64` in the base unit.
#[derive(Copy, Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Quantity {
    /// A length of time, in seconds.
    Duration,
    /// An amount of data, in bytes.
    Data,
    /// A frequency, in events per second.
    Rate,
    /// A part of a whole, from 0 to 1.
    Share,
    /// Money, in US dollars per month.
    Money,
    /// A plain number of things.
    Count,
}

impl Quantity {
    /// The quantity with its article, for a sentence: "a duration".
    #[must_use]
    pub fn phrase(self) -> &'static str {
        match self {
            Self::Duration => "a duration",
            Self::Data => "an amount of data",
            Self::Rate => "a rate",
            Self::Share => "a share",
            Self::Money => "an amount of money",
            Self::Count => "a count",
        }
    }

    /// The largest value that makes sense, where there is one: a share ends at 1.
    #[must_use]
    pub fn maximum(self) -> Option<f64> {
        (self == Self::Share).then_some(1.0)
    }

    /// How a condition writes a value of the quantity, as an example.
    #[must_use]
    pub fn example(self) -> &'static str {
        match self {
            Self::Duration => "duration(\"15m\")",
            Self::Data => "data(\"6MB\")",
            Self::Rate => "rate(\"100/s\")",
            Self::Share => "share(\"40%\")",
            Self::Money => "money(\"500 USD/month\")",
            Self::Count => "12",
        }
    }
}

/// One value of a choice question.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Choice {
    /// The value's id, as conditions and workload files write it.
    pub id: String,
    /// What people read.
    pub label: String,
}

/// The type of a question's answer. A question has at most 64 choices.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Kind {
    /// One of the choices.
    Choice(Vec<Choice>),
    /// Any number of the choices.
    Choices(Vec<Choice>),
    /// A number of that quantity, in its base unit.
    Number(Quantity),
    /// Yes or no, each with a fragment of a sentence that states it: "a private network is needed",
    /// "no private network is needed".
    YesNo {
        /// States the answer yes.
        yes: String,
        /// States the answer no.
        no: String,
    },
}

impl Kind {
    /// The choices of a choice question, nothing for the other kinds.
    #[must_use]
    pub fn choices(&self) -> &[Choice] {
        match self {
            Self::Choice(choices) | Self::Choices(choices) => choices,
            Self::Number(_) | Self::YesNo { .. } => &[],
        }
    }

    /// The kind with its article, for a sentence.
    #[must_use]
    pub fn phrase(&self) -> &'static str {
        match self {
            Self::Choice(_) => "a choice",
            Self::Choices(_) => "a set of choices",
            Self::Number(quantity) => quantity.phrase(),
            Self::YesNo { .. } => "a yes or no",
        }
    }
}

/// A question, as far as conditions are concerned.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Slot {
    /// The question's id: `answers.<id>`.
    pub id: String,
    /// A noun phrase: "traffic shape"; plural for several choices: "triggers".
    pub label: String,
    /// The type of its answer.
    pub kind: Kind,
}

/// A named constant that conditions compare with: `limit("aws-lambda.timeout")`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Limit {
    /// Such as `aws-lambda.timeout`.
    pub id: String,
    /// A noun phrase: "AWS Lambda's time limit".
    pub label: String,
    /// What is limited.
    pub quantity: Quantity,
    /// The limit, in the quantity's base unit.
    pub value: f64,
}

/// The questions and limits that conditions may name. A question's place is its slot number, and a
/// compiled condition is only good with the vocabulary (or an equal one) that it was compiled with.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Vocabulary {
    slots: Vec<Slot>,
    limits: Vec<Limit>,
    slot_by_id: BTreeMap<String, usize>,
    limit_by_id: BTreeMap<String, usize>,
}

impl Vocabulary {
    /// A vocabulary of these questions, in slot order, and limits. Of two with one id the first counts.
    #[must_use]
    pub fn new(slots: Vec<Slot>, limits: Vec<Limit>) -> Self {
        let mut slot_by_id = BTreeMap::new();
        for (index, slot) in slots.iter().enumerate() {
            slot_by_id.entry(slot.id.clone()).or_insert(index);
        }
        let mut limit_by_id = BTreeMap::new();
        for (index, limit) in limits.iter().enumerate() {
            limit_by_id.entry(limit.id.clone()).or_insert(index);
        }
        Self {
            slots,
            limits,
            slot_by_id,
            limit_by_id,
        }
    }

    /// The question in a slot.
    #[must_use]
    pub fn slot(&self, index: usize) -> Option<&Slot> {
        self.slots.get(index)
    }

    /// The slot of a question id.
    #[must_use]
    pub fn slot_index(&self, id: &str) -> Option<usize> {
        self.slot_by_id.get(id).copied()
    }

    /// All questions, in slot order.
    #[must_use]
    pub fn slots(&self) -> &[Slot] {
        &self.slots
    }

    /// All limits.
    #[must_use]
    pub fn limits(&self) -> &[Limit] {
        &self.limits
    }

    /// The place of a limit id.
    #[must_use]
    pub fn limit_index(&self, id: &str) -> Option<usize> {
        self.limit_by_id.get(id).copied()
    }
}

/// What is known of a question. The three states (open, not applicable, answered) never collapse.
#[derive(Copy, Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub enum Answer {
    /// Nobody has said, or "don't know".
    #[default]
    Unknown,
    /// The question makes no sense here.
    NotApplicable,
    /// The place of the value in the question's choices.
    Choice(u8),
    /// The places of the values in the question's choices, as a set of bits.
    Choices(u64),
    /// In the quantity's base unit.
    Number(f64),
    /// Yes or no.
    YesNo(bool),
}

// Conditions are evaluated millions of times over slices of answers.
const _: () = assert!(size_of::<Answer>() == 16);
