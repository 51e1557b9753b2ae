//! What people decided, as documents show it.

use std::collections::BTreeSet;

use plumbline_assess::Assessment;
use plumbline_knowledge::Knowledge;
use plumbline_workload::{Check, CheckState, Day, Decision, Workload};
use serde::Serialize;

/// A decision about a trade-off.
#[derive(Serialize)]
pub(crate) struct DecisionView<'a> {
    /// "accepted by Ana until 2027-02-01".
    words: String,
    /// "accepted".
    choice: &'static str,
    owner: Option<&'a str>,
    /// The day on which it was taken.
    decided: Option<&'a str>,
    /// The last day that it holds.
    expires: Option<&'a str>,
    /// It held no longer on the day of the document.
    expired: bool,
    /// Somebody answers for it, and it holds.
    owned: bool,
    note: Option<&'a str>,
}

impl<'a> DecisionView<'a> {
    /// The decision about the trade-off of this id; none when there is none.
    pub(crate) fn of(workload: &'a Workload, trade_off: &str, today: &Day) -> Option<Self> {
        workload
            .decisions
            .get(trade_off)
            .map(|decision| Self::new(decision, today))
    }

    fn new(decision: &'a Decision, today: &Day) -> Self {
        let expired = decision.is_expired(today);
        Self {
            words: decision.words(today),
            choice: decision.choice.label(),
            owner: decision.owner.as_deref(),
            decided: decision.decided.as_ref().map(Day::as_str),
            expires: decision.expires.as_ref().map(Day::as_str),
            expired,
            owned: decision.owner.is_some() && !expired,
            note: decision.note.as_deref(),
        }
    }
}

/// A decision about a trade-off that the assessment doesn't find.
#[derive(Serialize)]
pub(crate) struct Elsewhere<'a> {
    title: &'a str,
    decision: DecisionView<'a>,
}

impl<'a> Elsewhere<'a> {
    /// In the order of the knowledge base.
    pub(crate) fn all(
        knowledge: &'a Knowledge,
        workload: &'a Workload,
        assessment: &Assessment,
        today: &Day,
    ) -> Vec<Self> {
        let found: BTreeSet<&str> = assessment
            .trade_offs
            .iter()
            .map(|finding| finding.id.as_str())
            .collect();
        knowledge
            .trade_offs
            .iter()
            .filter(|trade_off| !found.contains(trade_off.id.as_str()))
            .filter_map(|trade_off| {
                Some(Self {
                    title: &trade_off.title,
                    decision: DecisionView::of(workload, &trade_off.id, today)?,
                })
            })
            .collect()
    }
}

/// What was said to an item of a checklist.
#[derive(Serialize)]
pub(crate) struct CheckView<'a> {
    /// Nothing is left to do.
    pub(crate) settled: bool,
    /// "done".
    pub(crate) state: &'static str,
    /// Who settles it.
    pub(crate) owner: Option<&'a str>,
    /// "done (Ben)", "not needed"; none when it is as open as one that nobody looked at.
    said: Option<String>,
    pub(crate) note: Option<&'a str>,
}

impl<'a> CheckView<'a> {
    /// What was said to the item of this id.
    pub(crate) fn of(workload: &'a Workload, item: &str) -> Self {
        let Some(check) = workload.checks.get(item).filter(|check| !check.is_blank()) else {
            return Self {
                settled: false,
                state: CheckState::Open.label(),
                owner: None,
                said: None,
                note: None,
            };
        };
        Self {
            settled: check.state.is_settled(),
            state: check.state.label(),
            owner: check.owner.as_deref(),
            said: Some(said(check)),
            note: check.note.as_deref(),
        }
    }
}

fn said(check: &Check) -> String {
    let state = check.state.label();
    match &check.owner {
        Some(owner) => format!("{state} ({owner})"),
        None => state.to_owned(),
    }
}
