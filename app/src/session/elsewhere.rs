//! The same workload in another window: noticing it, and settling which of two changes is kept.

use std::time::Duration;

use leptos::ev;
use leptos::prelude::*;
use leptos::task::spawn_local;
use plumbline_api::{Api, Move, NewWorkload, Record};

use super::Session;
use super::autosave::SaveState;
use crate::backend::Backend;
use crate::engine;

/// How often it is asked whether the workload was changed elsewhere.
const EVERY: Duration = Duration::from_secs(3);

impl Session {
    /// Looks for changes made elsewhere, for as long as the workload is open.
    pub(super) fn watch_elsewhere(self) {
        if let Ok(timer) = set_interval_with_handle(move || self.look_elsewhere(), EVERY) {
            on_cleanup(move || timer.clear());
        }
        let focus = window_event_listener(ev::focus, move |_| self.look_elsewhere());
        let online = window_event_listener(ev::online, move |_| self.autosave.send_now(&self.id()));
        on_cleanup(move || {
            focus.remove();
            online.remove();
        });
    }

    /// Takes over what was changed elsewhere, if nothing here waits to be sent: then the store says
    /// so when it is sent.
    fn look_elsewhere(self) {
        if !self.autosave.is_idle() || document().hidden() {
            return;
        }
        let id = self.id();
        spawn_local(async move {
            let Ok(vitals) = Backend::here().vitals(&id).await else {
                return;
            };
            if self.id.try_get_value().is_none() || vitals.revision == self.autosave.revision() {
                return;
            }
            let Ok(record) = Backend::here().workload(&id).await else {
                return;
            };
            if self.id.try_get_value().is_some() && self.autosave.is_idle() {
                self.autosave.build_on(&id, record.revision, Vec::new());
                self.take(record);
            }
        });
    }

    /// What was kept elsewhere while something was changed here.
    pub fn conflict(self) -> Option<Record> {
        match self.autosave.state() {
            SaveState::Conflict(record) => Some(*record),
            _ => None,
        }
    }

    /// Settles a conflict: what is here is kept, on top of what was done elsewhere, so that undo
    /// leads back to that.
    pub fn keep_mine(self, theirs: Record) {
        let mine = self.text.get_untracked();
        let (mut text, mut history) = (theirs.text, theirs.history);
        let made = Move::Do {
            name: "Keep this window's version".to_owned(),
            text: mine,
        };
        history.make(&mut text, made.clone());
        self.history.set(history);
        self.autosave
            .build_on(&self.id(), theirs.revision, vec![made]);
    }

    /// Settles a conflict: what was kept elsewhere is shown, and what is here is dropped.
    pub fn take_theirs(self, theirs: Record) {
        self.autosave
            .build_on(&self.id(), theirs.revision, Vec::new());
        self.take(theirs);
    }

    /// Settles a conflict: what is here becomes a workload of its own. Returns its id.
    ///
    /// # Errors
    /// What went wrong, for people; the conflict is still there then.
    pub async fn keep_both(self, theirs: Record) -> Result<String, String> {
        let mut mine = self.workload.get_untracked();
        mine.name = format!("{} (my version)", mine.name);
        let new = NewWorkload {
            text: engine::write(&mine),
        };
        let made = Backend::here().create(&new).await;
        let record = made.map_err(|problem| problem.to_string())?;
        self.take_theirs(theirs);
        Ok(record.id)
    }
}
