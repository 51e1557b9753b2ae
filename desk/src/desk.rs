//! The store, shared by everybody who asks.

use std::path::Path;
use std::sync::{Mutex, MutexGuard, PoisonError};

use plumbline_api::{
    Backup, Document, DocumentKind, DocumentRequest, Listed, NewVersion, NewWorkload, Problem,
    Record, Save, Saved, Version, VersionText, Vitals,
};
use plumbline_store::Store;

use crate::{EXAMPLES, documents, limits};

/// What answers the app. Its methods wait for the disk: call them where waiting is no harm.
#[derive(Debug)]
pub struct Desk {
    store: Mutex<Store>,
}

impl Desk {
    /// Opens the store in this folder, or begins one there with the [`EXAMPLES`]. What comes with
    /// it is what a person should know about the opening, a sentence each.
    ///
    /// # Errors
    /// [`Storage`](plumbline_api::ProblemKind::Storage) when the folder can't be used or the store
    /// in it is damaged or newer than this program.
    pub fn open(folder: &Path) -> Result<(Self, Vec<String>), Problem> {
        let opened = Store::open(folder, &EXAMPLES)?;
        let store = Mutex::new(opened.store);
        Ok((Self { store }, opened.notices))
    }

    /// Whoever panicked while holding the store has left a transaction that is rolled back: the
    /// store is as good as before.
    fn store(&self) -> MutexGuard<'_, Store> {
        self.store.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// As [`Api::workloads`](plumbline_api::Api::workloads).
    ///
    /// # Errors
    /// As there.
    pub fn workloads(&self) -> Result<Vec<Listed>, Problem> {
        Ok(self.store().workloads()?)
    }

    /// As [`Api::create`](plumbline_api::Api::create).
    ///
    /// # Errors
    /// As there.
    pub fn create(&self, new: &NewWorkload) -> Result<Record, Problem> {
        let file = documents::read(&new.text)?;
        Ok(self.store().create(&file.source.text)?)
    }

    /// As [`Api::workload`](plumbline_api::Api::workload).
    ///
    /// # Errors
    /// As there.
    pub fn workload(&self, id: &str) -> Result<Record, Problem> {
        Ok(self.store().workload(id)?)
    }

    /// As [`Api::vitals`](plumbline_api::Api::vitals).
    ///
    /// # Errors
    /// As there.
    pub fn vitals(&self, id: &str) -> Result<Vitals, Problem> {
        Ok(self.store().vitals(id)?)
    }

    /// As [`Api::save`](plumbline_api::Api::save).
    ///
    /// # Errors
    /// As there.
    pub fn save(&self, id: &str, save: &Save) -> Result<Saved, Problem> {
        limits::save(save)?;
        let mut store = self.store();
        let saved = store.save(id, save)?;
        // A program that runs for weeks is opened once. What was saved is saved: that no copy can
        // be made shows in the list of copies, and is no reason to say otherwise.
        drop(store.back_up_if_due());
        Ok(saved)
    }

    /// As [`Api::archive`](plumbline_api::Api::archive).
    ///
    /// # Errors
    /// As there.
    pub fn archive(&self, id: &str, archived: bool) -> Result<Vitals, Problem> {
        Ok(self.store().archive(id, archived)?)
    }

    /// As [`Api::delete`](plumbline_api::Api::delete).
    ///
    /// # Errors
    /// As there.
    pub fn delete(&self, id: &str) -> Result<(), Problem> {
        Ok(self.store().delete(id)?)
    }

    /// As [`Api::versions`](plumbline_api::Api::versions).
    ///
    /// # Errors
    /// As there.
    pub fn versions(&self, id: &str) -> Result<Vec<Version>, Problem> {
        Ok(self.store().versions(id)?)
    }

    /// As [`Api::keep_version`](plumbline_api::Api::keep_version).
    ///
    /// # Errors
    /// As there.
    pub fn keep_version(&self, id: &str, new: &NewVersion) -> Result<Version, Problem> {
        Ok(self.store().keep_version(id, &new.name)?)
    }

    /// As [`Api::version`](plumbline_api::Api::version).
    ///
    /// # Errors
    /// As there.
    pub fn version(&self, id: &str, number: u32) -> Result<VersionText, Problem> {
        Ok(self.store().version(id, number)?)
    }

    /// As [`Api::document_kinds`](plumbline_api::Api::document_kinds), which can't fail here.
    #[must_use]
    pub fn document_kinds(&self) -> Vec<DocumentKind> {
        documents::kinds()
    }

    /// As [`Api::document`](plumbline_api::Api::document). Doesn't wait for the store.
    ///
    /// # Errors
    /// As there.
    pub fn document(&self, request: &DocumentRequest) -> Result<Document, Problem> {
        documents::document(request)
    }

    /// As [`Api::backups`](plumbline_api::Api::backups).
    ///
    /// # Errors
    /// As there.
    pub fn backups(&self) -> Result<Vec<Backup>, Problem> {
        Ok(self.store().backups()?)
    }

    /// As [`Api::back_up`](plumbline_api::Api::back_up).
    ///
    /// # Errors
    /// As there.
    pub fn back_up(&self) -> Result<Backup, Problem> {
        Ok(self.store().back_up()?)
    }
}
