//! Checklist items and what makes them matter.

use plumbline_rules::Condition;
use serde::{Deserialize, Serialize};

use super::{Compute, Origin, Reference, words};

words! {
    /// The list that an item stands on.
    pub enum ListKind {
        /// Settled while designing.
        Design = "design", "Design";
        /// Settled with those who answer for security.
        Security = "security", "Security";
        /// Settled before and while running it.
        Operations = "operations", "Operations";
    }
}

/// An item of a checklist.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ChecklistItem {
    /// For example `idempotency-keys`.
    pub id: String,
    /// The list that it stands on.
    pub list: ListKind,
    /// What it is about: one of [`ChecklistItem::THEMES`].
    pub theme: String,
    /// What to do.
    pub text: String,
    /// Why.
    pub why: String,
    /// The verdicts that it concerns: it is about the parts that get one of them.
    pub options: Vec<Compute>,
    /// When it matters; always when there is no condition.
    pub when: Option<Condition>,
    /// Rules and trade-offs that make it matter.
    pub because: Vec<Because>,
    /// What it was drawn from.
    pub sources: Vec<Reference>,
    /// Where it is written.
    pub origin: Origin,
}

impl ChecklistItem {
    /// The themes of checklist items, in the order in which they are shown.
    pub const THEMES: [&'static str; 9] = [
        "design",
        "data",
        "events",
        "performance",
        "security",
        "cost",
        "deployment",
        "monitoring",
        "team",
    ];
}

/// What makes a checklist item matter.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Because {
    /// Index into [`Knowledge::rules`](super::Knowledge::rules).
    Rule(usize),
    /// Index into [`Knowledge::trade_offs`](super::Knowledge::trade_offs).
    TradeOff(usize),
}
