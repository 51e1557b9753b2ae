//! What people decided, as an assessment shows it.

use plumbline_workload::{Day, Workload};

use crate::date::today;

/// The decisions and checks of a workload, as they hold today.
pub struct Decided<'a> {
    workload: &'a Workload,
    /// None after the last day that is written with four digits for the year.
    today: Option<Day>,
}

/// A decision about a trade-off.
pub struct Decision<'a> {
    /// "accepted by Ana until 2027-02-01"
    pub words: String,
    /// It holds no longer.
    pub expired: bool,
    /// What a reader should know.
    pub note: Option<&'a str>,
}

impl<'a> Decided<'a> {
    /// What was decided about this workload.
    pub fn of(workload: &'a Workload) -> Self {
        Self {
            workload,
            today: Day::parse(&today()),
        }
    }

    /// The decision about the trade-off of this id.
    pub fn about(&self, trade_off: &str) -> Option<Decision<'a>> {
        let decision = self.workload.decisions.get(trade_off)?;
        let today = self.today.as_ref()?;
        Some(Decision {
            words: decision.words(today),
            expired: decision.is_expired(today),
            note: decision.note.as_deref(),
        })
    }

    /// Whether nothing is left to do about the checklist item of this id.
    pub fn is_settled(&self, item: &str) -> bool {
        self.workload
            .checks
            .get(item)
            .is_some_and(|check| check.state.is_settled())
    }
}
