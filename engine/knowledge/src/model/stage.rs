//! Stages: how a workload gets from a server to functions, a picture at a time.

use plumbline_rules::Condition;
use serde::{Deserialize, Serialize};

use super::{Origin, PatternEdge, PatternGroup, PatternNode, Reference, words};

words! {
    /// A way of several stages.
    pub enum StagePath {
        /// From a server of one's own over managed back-end services to functions.
        Evolution = "evolution", "from a server to functions";
        /// From a monolith to routes that are taken out of it one by one.
        Migration = "migration", "from a monolith, route by route";
    }
}

/// A stage on the way.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Stage {
    /// For example `traditional-server`.
    pub id: String,
    /// The way that it is a stage of.
    pub path: StagePath,
    /// The place on the way, from 1; no two stages of a way share one.
    pub place: u8,
    /// The way is offered when this holds, and always when there is no condition.
    pub when: Option<Condition>,
    /// A heading.
    pub title: String,
    /// What is the case then, in a few sentences.
    pub text: String,
    /// What the step to it brings.
    pub gains: Vec<Remark>,
    /// What the step to it takes.
    pub costs: Vec<Remark>,
    /// What its picture shows.
    pub draws: Draws,
    /// Boxes around nodes, where the picture is its own.
    pub groups: Vec<PatternGroup>,
    /// What is drawn, where the picture is its own.
    pub nodes: Vec<PatternNode>,
    /// How it is connected, where the picture is its own.
    pub edges: Vec<PatternEdge>,
    /// Roles that cut across, where the picture is its own: indices into
    /// [`Knowledge::roles`](super::Knowledge::roles).
    pub strip: Vec<usize>,
    /// What it was drawn from.
    pub sources: Vec<Reference>,
    /// Where it is written.
    pub origin: Origin,
}

/// What the picture of a stage shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Draws {
    /// The stage's own graph.
    Own,
    /// A pattern: index into [`Knowledge::patterns`](super::Knowledge::patterns).
    Pattern(usize),
    /// The pattern that fits the workload best.
    Chosen,
}

/// A sentence that may hang on the answers.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Remark {
    /// The sentence.
    pub text: String,
    /// It is said when this holds, and always when there is no condition.
    pub when: Option<Condition>,
}
