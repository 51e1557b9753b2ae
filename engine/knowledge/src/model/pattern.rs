//! Patterns: reference architectures as graphs of roles, with their places in the drawing.

use plumbline_rules::Condition;
use serde::{Deserialize, Serialize};

use super::{Compute, Origin, Reference};

/// A pattern.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Pattern {
    /// For example `api-backend`.
    pub id: String,
    /// What people call it.
    pub name: String,
    /// One or two sentences.
    pub summary: String,
    /// When to use it, in words.
    pub use_when: String,
    /// When not, in words.
    pub avoid_when: String,
    /// How well a workload fits: the weights of the conditions that hold are added.
    pub fits: Vec<Fit>,
    /// Boxes around nodes; a group stands after its parent.
    pub groups: Vec<PatternGroup>,
    /// What is drawn.
    pub nodes: Vec<PatternNode>,
    /// How it is connected.
    pub edges: Vec<PatternEdge>,
    /// Roles that cut across: indices into [`Knowledge::roles`](super::Knowledge::roles).
    pub strip: Vec<usize>,
    /// What it is good for.
    pub benefits: Vec<String>,
    /// What to mind.
    pub considerations: Vec<String>,
    /// What it was drawn from.
    pub sources: Vec<Reference>,
    /// Where it is written.
    pub origin: Origin,
}

/// A condition that makes a workload fit a pattern better, or worse when the weight is negative.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Fit {
    /// When it counts.
    pub when: Condition,
    /// How much.
    pub weight: i32,
}

/// A box around nodes.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct PatternGroup {
    /// Unique in the pattern.
    pub id: String,
    /// What people read.
    pub label: String,
    /// `region`, `network` or `tier`: one of [`PatternGroup::KINDS`].
    pub kind: String,
    /// It is there when this holds, and always when there is no condition.
    pub when: Option<Condition>,
    /// The group around it: index into [`Pattern::groups`]. No group is inside itself.
    pub parent: Option<usize>,
}

impl PatternGroup {
    /// The kinds of group.
    pub const KINDS: [&'static str; 3] = ["region", "network", "tier"];
}

/// Something that is drawn.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct PatternNode {
    /// Unique in the pattern.
    pub id: String,
    /// What it does.
    pub role: NodeRole,
    /// What people read.
    pub label: String,
    /// The column of the drawing, from 0.
    pub column: u8,
    /// The row of the drawing, from 0.
    pub row: u8,
    /// The innermost group that it stands in: index into [`Pattern::groups`].
    pub group: Option<usize>,
    /// It is there when this holds, and always when there is no condition.
    pub when: Option<Condition>,
    /// It is not there when this holds. What `when` brings has to be called for; what this takes
    /// away is there until an answer speaks against it.
    pub absent: Option<Condition>,
    /// The verdicts under which it is there. What runs the code is always there; these are the
    /// verdicts that can run it, and the first of them stands in for one that can't.
    pub options: Vec<Compute>,
    /// When this holds, instances of it are kept ready, so that nobody waits for a start.
    pub warm: Option<Condition>,
}

/// What a node does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum NodeRole {
    /// It runs the code, the way the verdict says.
    Compute,
    /// Index into [`Knowledge::roles`](super::Knowledge::roles).
    Role(usize),
}

/// A connection between two nodes; drawn when both are.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct PatternEdge {
    /// Index into [`Pattern::nodes`].
    pub from: usize,
    /// Index into [`Pattern::nodes`].
    pub to: usize,
    /// What passes; may be empty.
    pub label: String,
    /// Whether the sender goes on without waiting.
    pub asynchronous: bool,
    /// The number of the step in the story, from 1.
    pub step: Option<u8>,
    /// What happens in this step, in a sentence.
    pub story: Option<String>,
    /// It is there when this holds, and whenever its ends are when there is no condition.
    pub when: Option<Condition>,
    /// It is not there when any of these nodes is, which stand on the way: indices into
    /// [`Pattern::nodes`].
    pub unless: Vec<usize>,
}
