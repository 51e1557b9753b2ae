//! The trait, over the methods of the desk. Nothing here waits but for the disk, so that every
//! future is ready when it is first polled.

use plumbline_api::{
    Api, Backup, Document, DocumentKind, DocumentRequest, Listed, NewVersion, NewWorkload, Problem,
    Record, Save, Saved, Version, VersionText, Vitals,
};

use crate::Desk;

impl Api for Desk {
    async fn workloads(&self) -> Result<Vec<Listed>, Problem> {
        self.workloads()
    }

    async fn create(&self, new: &NewWorkload) -> Result<Record, Problem> {
        self.create(new)
    }

    async fn workload(&self, id: &str) -> Result<Record, Problem> {
        self.workload(id)
    }

    async fn vitals(&self, id: &str) -> Result<Vitals, Problem> {
        self.vitals(id)
    }

    async fn save(&self, id: &str, save: &Save) -> Result<Saved, Problem> {
        self.save(id, save)
    }

    async fn archive(&self, id: &str, archived: bool) -> Result<Vitals, Problem> {
        self.archive(id, archived)
    }

    async fn delete(&self, id: &str) -> Result<(), Problem> {
        self.delete(id)
    }

    async fn versions(&self, id: &str) -> Result<Vec<Version>, Problem> {
        self.versions(id)
    }

    async fn keep_version(&self, id: &str, new: &NewVersion) -> Result<Version, Problem> {
        self.keep_version(id, new)
    }

    async fn version(&self, id: &str, number: u32) -> Result<VersionText, Problem> {
        self.version(id, number)
    }

    async fn document_kinds(&self) -> Result<Vec<DocumentKind>, Problem> {
        Ok(self.document_kinds())
    }

    async fn document(&self, request: &DocumentRequest) -> Result<Document, Problem> {
        self.document(request)
    }

    async fn backups(&self) -> Result<Vec<Backup>, Problem> {
        self.backups()
    }

    async fn back_up(&self) -> Result<Backup, Problem> {
        self.back_up()
    }
}
