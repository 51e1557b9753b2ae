//! Rules: what speaks for or against a way to run a workload, and what rules one out.

use plumbline_rules::{Answer, Condition};
use serde::{Deserialize, Serialize};

use super::{Origin, Reference, words};

words! {
    /// A way to run a workload.
    pub enum Compute {
        /// Functions as a service.
        Functions = "functions", "functions";
        /// Containers that the provider runs and scales, down to zero.
        ServerlessContainers = "serverless-containers", "serverless containers";
        /// Machines, or containers on them, that always run.
        AlwaysOn = "always-on", "always-on machines";
    }
}

/// A rule.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Rule {
    /// For example `traffic-bursts`.
    pub id: String,
    /// A few words: "Traffic comes in bursts".
    pub title: String,
    /// Index into [`Knowledge::dimensions`](super::Knowledge::dimensions).
    pub dimension: usize,
    /// The day since when the rule is there: `2026-11-21`.
    pub since: String,
    /// Retired rules are kept to be looked up and never fire.
    pub retired: bool,
    /// When it fires.
    pub when: Condition,
    /// What comes of it.
    pub effect: Effect,
    /// What holds when it fires, in a sentence.
    pub what: String,
    /// Why that counts.
    pub why: String,
    /// What to do about it; `do` in YAML.
    pub action: String,
    /// What it was drawn from.
    pub sources: Vec<Reference>,
    /// Answers that make it fire, and near misses.
    pub examples: Examples,
    /// Where it is written.
    pub origin: Origin,
}

/// What comes of a rule that fires.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Effect {
    /// Points for or against each option, in the order of [`Compute::ALL`]. Ten points multiply
    /// the odds by ten.
    Points([i32; 3]),
    /// A hard limit: the option can't be used.
    RulesOut {
        /// What can't be used.
        option: Compute,
        /// The limit that is exceeded: index into the vocabulary's limits.
        limit: Option<usize>,
        /// Why it is out; always there when no service's limit is.
        because: Option<String>,
    },
}

/// Answers that show how a rule behaves.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Examples {
    /// With each of these alone, the rule fires.
    pub fires: Vec<Example>,
    /// With each of these alone, it does not.
    pub quiet: Vec<Example>,
}

/// A few answers; all other questions are open.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Example {
    /// Slot and answer, ascending by slot.
    pub answers: Vec<(usize, Answer)>,
}
