//! Trade-offs: what a verdict costs, how badly, and what softens it.

use plumbline_rules::Condition;
use serde::{Deserialize, Serialize};

use super::{Compute, NodeRole, Origin, Reference, words};

words! {
    /// How badly a trade-off bites.
    pub enum Level {
        /// It can sink the design.
        High = "high", "high";
        /// It needs a plan.
        Medium = "medium", "medium";
        /// Good to know.
        Low = "low", "low";
    }
}

/// A trade-off.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct TradeOff {
    /// For example `cold-starts`.
    pub id: String,
    /// A few words.
    pub title: String,
    /// The verdicts that it concerns.
    pub options: Vec<Compute>,
    /// What it is.
    pub what: String,
    /// What it is about in a picture: the first of these that is drawn carries the badge; what runs
    /// the code does if none is.
    pub concerns: Vec<NodeRole>,
    /// The first condition that holds decides; when none does, the trade-off doesn't arise.
    pub severity: Vec<SeverityRule>,
    /// What softens it: `any`, or the id of a provider, and what to do there. `any` comes first,
    /// then the providers in their order.
    pub mitigations: Vec<(String, Vec<Mitigation>)>,
    /// What it was drawn from.
    pub sources: Vec<Reference>,
    /// Where it is written.
    pub origin: Origin,
}

/// Something that softens a trade-off.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Mitigation {
    /// What to do, or what to use.
    pub text: String,
    /// The verdicts under which it can be done.
    pub options: Vec<Compute>,
}

/// When a trade-off has a level, and why.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct SeverityRule {
    /// How bad it is then.
    pub level: Level,
    /// The verdicts under which it is considered.
    pub options: Vec<Compute>,
    /// When.
    pub when: Condition,
    /// Why, in a sentence.
    pub because: String,
    /// What it is about in a picture then: those of the trade-off unless the rule names its own.
    pub concerns: Vec<NodeRole>,
}
