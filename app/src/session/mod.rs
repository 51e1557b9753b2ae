//! The workload that is open: what it says, what follows from it, and what was done to it.

mod autosave;
mod elsewhere;
mod outbox;
mod trial;

use std::sync::Arc;

use leptos::prelude::*;
use plumbline_api::{History, Move, Record};
use plumbline_assess::Assessment;
use plumbline_workload::Workload;

use crate::engine;
use crate::shell::tell;

pub use autosave::{Autosave, SaveState};
pub use trial::Trial;

/// The workload that is open. Given to every screen of a workload; [`Session::get`] it there.
#[derive(Clone, Copy)]
pub struct Session {
    id: StoredValue<String>,
    /// The workload file. What is kept, and what undo goes back to.
    text: RwSignal<String>,
    /// The same, read.
    workload: RwSignal<Workload>,
    history: RwSignal<History>,
    trial: RwSignal<Option<Trial>>,
    /// With the workload as it is shown: as it is being tried, or else as it is.
    shown: Memo<Arc<Workload>>,
    assessment: Memo<Arc<Assessment>>,
    /// What was assessed before the last change, and what that change was.
    before: RwSignal<Option<(String, Arc<Assessment>)>>,
    /// A change that wasn't made, by name, and why.
    refused: RwSignal<Option<(String, String)>>,
    /// Where changes go.
    pub autosave: Autosave,
}

impl Session {
    /// Opens a workload that was kept, with the changes that this window has not yet sent.
    ///
    /// # Errors
    /// What is wrong with the file that was kept.
    pub fn open(record: Record) -> Result<Self, String> {
        let id = record.id.clone();
        let autosave = Autosave::new(&record);
        let (text, history) = autosave.with_unsent(record);
        let workload = engine::read("workload", &text)?;
        let workload = RwSignal::new(workload);
        let trial = RwSignal::new(None::<Trial>);
        let shown = Memo::new(move |_| {
            Arc::new(trial.with(|trial| match trial {
                Some(trial) => trial.workload.clone(),
                None => workload.get(),
            }))
        });
        let assessment = Memo::new(move |_| engine::assess(&shown.get()));
        let session = Self {
            id: StoredValue::new(id),
            text: RwSignal::new(text),
            workload,
            history: RwSignal::new(history),
            trial,
            shown,
            assessment,
            before: RwSignal::new(None),
            refused: RwSignal::new(None),
            autosave,
        };
        session.watch_elsewhere();
        Ok(session)
    }

    /// The workload that is open.
    pub fn get() -> Self {
        expect_context()
    }

    /// Its id in the store.
    pub fn id(self) -> String {
        self.id.get_value()
    }

    /// The workload as it is shown: with what is being tried, if something is.
    pub fn workload(self) -> Arc<Workload> {
        self.shown.get()
    }

    /// What follows from it. Worked out anew when an answer changes.
    pub fn assessment(self) -> Arc<Assessment> {
        self.assessment.get()
    }

    /// What follows from the workload as it is, without what is being tried.
    pub fn kept_assessment(self) -> Arc<Assessment> {
        self.workload.with(engine::assess)
    }

    /// The workload file as it is kept, without what is being tried.
    pub fn text(self) -> String {
        self.text.get()
    }

    /// The file with what is being tried in it: what documents are made of.
    pub fn shown_text(self) -> String {
        if self.trial.with(Option::is_some) {
            engine::write(&self.shown.get())
        } else {
            self.text.get()
        }
    }

    /// What the last change was, and what was assessed before it.
    pub fn before(self) -> Option<(String, Arc<Assessment>)> {
        self.before.get()
    }

    /// Changes the workload. `name` is what the undo button calls it: "Answer: shape of the
    /// traffic". What is being tried is dropped.
    pub fn edit(self, name: impl Into<String>, change: impl FnOnce(&mut Workload)) {
        let mut workload = self.workload.get_untracked();
        change(&mut workload);
        self.replace(name.into(), workload);
    }

    /// A change is made only if its file can be read again: one with answers that contradict each
    /// other, or with a text that is too long, can't, and would be lost with the window.
    fn replace(self, name: String, workload: Workload) {
        let text = engine::write(&workload);
        self.refused.set(None);
        if self.text.with_untracked(|before| *before == text) {
            self.trial.set(None);
            return;
        }
        match engine::read("workload", &text) {
            Ok(workload) => {
                self.remember(&name);
                self.make(Move::Do { name, text }, Some(workload));
            }
            Err(why) => self.refused.set(Some((name, why))),
        }
    }

    /// A change that wasn't made, by name, and why.
    pub fn refused(self) -> Option<(String, String)> {
        self.refused.get()
    }

    /// Takes note of a change that wasn't made.
    pub fn forget_refused(self) {
        self.refused.set(None);
    }

    /// Takes the last change back.
    pub fn undo(self) {
        if let Some(name) = self.can_undo() {
            tell(format!("Undone: {name}"));
            self.remember(&format!("Undo: {name}"));
            self.make(Move::Undo, None);
        }
    }

    /// Makes the change again that was last taken back.
    pub fn redo(self) {
        if let Some(name) = self.can_redo() {
            tell(format!("Redone: {name}"));
            self.remember(&format!("Redo: {name}"));
            self.make(Move::Redo, None);
        }
    }

    /// The name of the change that an undo takes back.
    pub fn can_undo(self) -> Option<String> {
        self.history
            .with(|history| history.can_undo().map(str::to_owned))
    }

    /// The name of the change that a redo makes again.
    pub fn can_redo(self) -> Option<String> {
        self.history
            .with(|history| history.can_redo().map(str::to_owned))
    }

    fn remember(self, name: &str) {
        let assessment = self.assessment.get_untracked();
        self.before.set(Some((name.to_owned(), assessment)));
    }

    fn make(self, made: Move, workload: Option<Workload>) {
        let mut text = self.text.get_untracked();
        self.history
            .update(|history| history.make(&mut text, made.clone()));
        // What was written here can be read here: only a file that was kept by another version of
        // the knowledge base may not, and then the step stays out of sight.
        let read = workload.or_else(|| engine::read("workload", &text).ok());
        self.text.set(text);
        self.trial.set(None);
        if let Some(workload) = read {
            self.workload.set(workload);
        }
        self.autosave.add(&self.id(), made);
    }

    /// Takes over what was kept elsewhere in place of what is here.
    fn take(self, record: Record) {
        if let Ok(workload) = engine::read("workload", &record.text) {
            self.remember("Changed in another window");
            self.trial.set(None);
            self.text.set(record.text);
            self.history.set(record.history);
            self.workload.set(workload);
        }
    }
}
