//! The trait.

use crate::document::{Document, DocumentKind, DocumentRequest};
use crate::problem::Problem;
use crate::workload::{
    Backup, Listed, NewVersion, NewWorkload, Record, Save, Saved, Version, VersionText, Vitals,
};

/// What keeps workloads and makes documents of them. Every call can fail with a [`Problem`]; a call
/// that fails has changed nothing.
#[allow(
    async_fn_in_trait,
    reason = "a page has one thread, and nothing is sent to another"
)]
pub trait Api {
    /// All workloads, those that are archived too, the one changed last first.
    async fn workloads(&self) -> Result<Vec<Listed>, Problem>;
    /// Keeps a new workload. [`Invalid`](crate::ProblemKind::Invalid) says where in the text a
    /// mistake is.
    async fn create(&self, new: &NewWorkload) -> Result<Record, Problem>;
    /// A workload with its history.
    async fn workload(&self, id: &str) -> Result<Record, Problem>;
    /// Whether a workload was changed elsewhere; cheap enough to ask every few seconds.
    async fn vitals(&self, id: &str) -> Result<Vitals, Problem>;
    /// Saves what was done to a workload; when this returns, it is on the disk.
    /// [`Stale`](crate::ProblemKind::Stale) when it was changed elsewhere.
    async fn save(&self, id: &str, save: &Save) -> Result<Saved, Problem>;
    /// Puts a workload away, or back.
    async fn archive(&self, id: &str, archived: bool) -> Result<Vitals, Problem>;
    /// Deletes an archived workload with its versions; [`Invalid`](crate::ProblemKind::Invalid)
    /// when it isn't archived.
    async fn delete(&self, id: &str) -> Result<(), Problem>;
    /// The named versions of a workload, the last one first.
    async fn versions(&self, id: &str) -> Result<Vec<Version>, Problem>;
    /// Keeps a workload as it is under a name.
    async fn keep_version(&self, id: &str, new: &NewVersion) -> Result<Version, Problem>;
    /// A version with its file.
    async fn version(&self, id: &str, number: u32) -> Result<VersionText, Problem>;
    /// The kinds of documents that can be had.
    async fn document_kinds(&self) -> Result<Vec<DocumentKind>, Problem>;
    /// Makes a document.
    async fn document(&self, request: &DocumentRequest) -> Result<Document, Problem>;
    /// The copies of the store that there are, the last one first.
    async fn backups(&self) -> Result<Vec<Backup>, Problem>;
    /// Copies the store.
    async fn back_up(&self) -> Result<Backup, Problem>;
}
