//! Saving by itself: every change goes into the outbox at once, and to the store a moment later.

use std::time::Duration;

use leptos::prelude::*;
use leptos::task::spawn_local;
use plumbline_api::{Api, History, Move, Problem, ProblemKind, Record, Save};

use super::outbox;
use crate::backend::Backend;

/// How long a person may go on before what they did is sent.
const PAUSE: Duration = Duration::from_millis(350);
/// How long until it is tried again when nobody answers.
const RETRY: Duration = Duration::from_secs(2);
/// As many moves as one save may carry.
const MOST: usize = 50;

/// Whether everything is kept.
#[derive(Clone, Debug, PartialEq)]
pub enum SaveState {
    /// Everything is on the disk.
    Saved,
    /// It is on its way.
    Saving,
    /// Nobody answers; what was done is kept in this window and sent as soon as somebody does.
    Waiting(Problem),
    /// It was changed elsewhere as well; somebody has to say which to keep.
    Conflict(Box<Record>),
    /// It can't be kept: the disk is full, the workload is gone.
    Failed(Problem),
}

/// Sends the changes of one workload to the store.
#[derive(Clone, Copy)]
pub struct Autosave {
    state: RwSignal<SaveState>,
    /// The revision that the unsent moves build on.
    revision: StoredValue<u64>,
    unsent: StoredValue<Vec<Move>>,
    /// How many of the first unsent moves were sent and not answered.
    sent: StoredValue<usize>,
    busy: StoredValue<bool>,
}

impl Autosave {
    /// For a workload as it is kept.
    pub(super) fn new(record: &Record) -> Self {
        Self {
            state: RwSignal::new(SaveState::Saved),
            revision: StoredValue::new(record.revision),
            unsent: StoredValue::new(Vec::new()),
            sent: StoredValue::new(0),
            busy: StoredValue::new(false),
        }
    }

    /// Whether everything is kept.
    pub fn state(self) -> SaveState {
        self.state.get()
    }

    /// The revision that is kept, as far as this window knows.
    pub(super) fn revision(self) -> u64 {
        self.revision.get_value()
    }

    /// Whether nothing waits to be sent.
    pub(super) fn is_idle(self) -> bool {
        !self.busy.get_value() && self.unsent.with_value(Vec::is_empty)
    }

    /// The text and history of a workload with what this window did before it was reloaded.
    pub(super) fn with_unsent(self, record: Record) -> (String, History) {
        let Record {
            id,
            revision,
            mut text,
            mut history,
            ..
        } = record;
        let Some(outbox) = outbox::unsent(&id) else {
            return (text, history);
        };
        // If they build on another revision, the store has those that were sent, or says that the
        // workload was changed elsewhere.
        let kept = if outbox.revision == revision {
            0
        } else {
            outbox.sent
        };
        for made in outbox.moves.iter().skip(kept) {
            history.make(&mut text, made.clone());
        }
        self.revision.set_value(outbox.revision);
        self.sent.set_value(outbox.sent);
        self.unsent.set_value(outbox.moves);
        self.state.set(SaveState::Saving);
        self.soon(&id);
        (text, history)
    }

    /// Keeps a move, here at once and in the store soon.
    pub(super) fn add(self, id: &str, made: Move) {
        self.unsent.update_value(|unsent| unsent.push(made));
        let kept = self.put_by(id);
        let blocked = self
            .state
            .with_untracked(|state| matches!(state, SaveState::Conflict(_)));
        if !blocked {
            if kept || matches!(self.state.get_untracked(), SaveState::Saved) {
                self.state.set(SaveState::Saving);
            }
            self.soon(id);
        }
    }

    /// Writes what is unsent into the outbox; false when the browser has no room for it.
    fn put_by(self, id: &str) -> bool {
        let (revision, sent) = (self.revision(), self.sent.get_value());
        self.unsent
            .with_value(|unsent| outbox::keep(id, revision, unsent, sent))
    }

    /// Sends what is unsent after a pause.
    fn soon(self, id: &str) {
        self.after(id, PAUSE);
    }

    fn after(self, id: &str, pause: Duration) {
        if self.busy.get_value() {
            return;
        }
        self.busy.set_value(true);
        let id = id.to_owned();
        set_timeout(move || self.send(id), pause);
    }

    /// Sends at once what is unsent; for when somebody is told that the store is back.
    pub fn send_now(self, id: &str) {
        self.after(id, Duration::ZERO);
    }

    fn send(self, id: String) {
        let again = self.sent.get_value();
        let count = if again > 0 { again } else { MOST };
        let moves: Vec<Move> = self
            .unsent
            .with_value(|unsent| unsent.iter().take(count).cloned().collect());
        if moves.is_empty() {
            self.busy.set_value(false);
            self.state.set(SaveState::Saved);
            return;
        }
        let save = Save {
            revision: self.revision(),
            moves,
        };
        self.sent.set_value(save.moves.len());
        self.put_by(&id);
        spawn_local(async move {
            let reply = Backend::here().save(&id, &save).await;
            // The workload may have been closed meanwhile; its outbox keeps what is left.
            if self.busy.try_set_value(false).is_some() {
                return;
            }
            match reply {
                Ok(saved) => {
                    self.revision.set_value(saved.revision);
                    self.unsent.update_value(|unsent| {
                        unsent.drain(..save.moves.len().min(unsent.len()));
                    });
                    self.sent.set_value(0);
                    self.put_by(&id);
                    if self.unsent.with_value(Vec::is_empty) {
                        self.state.set(SaveState::Saved);
                    } else {
                        self.soon(&id);
                    }
                }
                Err(problem) => self.failed(&id, problem),
            }
        });
    }

    fn failed(self, id: &str, problem: Problem) {
        match problem.kind {
            ProblemKind::Stale { current } => {
                // The store took none of them: a page that is loaded anew has to show them all.
                self.sent.set_value(0);
                self.put_by(id);
                self.state.set(SaveState::Conflict(current));
            }
            ProblemKind::Unreachable | ProblemKind::NotAllowed => {
                self.put_by(id);
                self.state.set(SaveState::Waiting(problem));
                self.after(id, RETRY);
            }
            ProblemKind::Storage => {
                self.state.set(SaveState::Failed(problem));
                self.after(id, RETRY);
            }
            _ => self.state.set(SaveState::Failed(problem)),
        }
    }

    /// Builds on another revision from now on, with these moves unsent.
    pub(super) fn build_on(self, id: &str, revision: u64, moves: Vec<Move>) {
        let nothing = moves.is_empty();
        self.revision.set_value(revision);
        self.unsent.set_value(moves);
        self.sent.set_value(0);
        self.put_by(id);
        if nothing {
            self.state.set(SaveState::Saved);
        } else {
            self.state.set(SaveState::Saving);
            self.soon(id);
        }
    }
}
