//! What the guides say that can become untrue, and answers that contradict each other.

use plumbline_rules::Condition;
use serde::{Deserialize, Serialize};

use super::{Origin, Reference, words};

words! {
    /// Whether a claim still holds.
    pub enum ClaimStatus {
        /// It does.
        Holds = "holds", "holds";
        /// It did once.
        Superseded = "superseded", "superseded";
        /// Sources disagree.
        Disputed = "disputed", "disputed";
    }
}

/// Something that a guide states.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Claim {
    /// For example `lambda-timeout-5-minutes`.
    pub id: String,
    /// Where the guide states it.
    pub guide: Reference,
    /// What it states.
    pub says: String,
    /// Whether that still holds.
    pub status: ClaimStatus,
    /// What holds now, where that is something else.
    pub now: Option<String>,
    /// Since when: year, month or day in ISO 8601.
    pub since: Option<String>,
    /// Seen in a source; otherwise recalled, and shown as uncertain.
    pub sure: bool,
    /// How we know.
    pub sources: Vec<Reference>,
    /// Where it is written.
    pub origin: Origin,
}

/// Answers that can't all be true.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Contradiction {
    /// For example `steady-but-idle`.
    pub id: String,
    /// When the answers contradict each other.
    pub when: Condition,
    /// Why they can't all be true, in a sentence.
    pub says: String,
    /// Where it is written.
    pub origin: Origin,
}
