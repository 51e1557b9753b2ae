//! Trying a change without making it.

use leptos::prelude::*;
use plumbline_workload::Workload;

use super::Session;

/// A change that is shown but not made.
#[derive(Clone, PartialEq)]
pub struct Trial {
    /// What the change is, as undo will call it when it is kept.
    pub name: String,
    /// The workload with it.
    pub workload: Workload,
}

impl Session {
    /// Shows what would follow from a change, in place of another that is being tried.
    pub fn try_out(self, name: impl Into<String>, change: impl FnOnce(&mut Workload)) {
        let mut workload = self.workload.get_untracked();
        change(&mut workload);
        self.trial.set(Some(Trial {
            name: name.into(),
            workload,
        }));
    }

    /// What is being tried.
    pub fn trial(self) -> Option<String> {
        self.trial
            .with(|trial| trial.as_ref().map(|trial| trial.name.clone()))
    }

    /// Makes the change that is being tried.
    pub fn keep_trial(self) {
        if let Some(trial) = self.trial.get_untracked() {
            self.replace(trial.name, trial.workload);
        }
    }

    /// Goes back to the workload as it is.
    pub fn drop_trial(self) {
        self.trial.set(None);
    }
}
