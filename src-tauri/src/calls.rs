//! The calls of the API as commands, under the names and with the arguments that
//! [`InvokeApi`](plumbline_api::InvokeApi) uses. They wait for the disk, and so they run beside the
//! window's own thread.

use plumbline_api::{
    Backup, Document, DocumentKind, DocumentRequest, Listed, NewVersion, NewWorkload, Problem,
    Record, Save, Saved, Version, VersionText, Vitals,
};
use plumbline_desk::Desk;
use tauri::{State, command};

#[command(async)]
pub fn workloads(desk: State<'_, Desk>) -> Result<Vec<Listed>, Problem> {
    desk.workloads()
}

#[command(async)]
pub fn create(desk: State<'_, Desk>, new: NewWorkload) -> Result<Record, Problem> {
    desk.create(&new)
}

#[command(async)]
pub fn workload(desk: State<'_, Desk>, id: &str) -> Result<Record, Problem> {
    desk.workload(id)
}

#[command(async)]
pub fn vitals(desk: State<'_, Desk>, id: &str) -> Result<Vitals, Problem> {
    desk.vitals(id)
}

#[command(async)]
pub fn save(desk: State<'_, Desk>, id: &str, save: Save) -> Result<Saved, Problem> {
    desk.save(id, &save)
}

#[command(async)]
pub fn archive(desk: State<'_, Desk>, id: &str, archived: bool) -> Result<Vitals, Problem> {
    desk.archive(id, archived)
}

#[command(async)]
pub fn delete(desk: State<'_, Desk>, id: &str) -> Result<(), Problem> {
    desk.delete(id)
}

#[command(async)]
pub fn versions(desk: State<'_, Desk>, id: &str) -> Result<Vec<Version>, Problem> {
    desk.versions(id)
}

#[command(async)]
pub fn keep_version(desk: State<'_, Desk>, id: &str, new: NewVersion) -> Result<Version, Problem> {
    desk.keep_version(id, &new)
}

#[command(async)]
pub fn version(desk: State<'_, Desk>, id: &str, number: u32) -> Result<VersionText, Problem> {
    desk.version(id, number)
}

#[command(async)]
pub fn document_kinds(desk: State<'_, Desk>) -> Result<Vec<DocumentKind>, Problem> {
    Ok(desk.document_kinds())
}

#[command(async)]
pub fn document(desk: State<'_, Desk>, request: DocumentRequest) -> Result<Document, Problem> {
    desk.document(&request)
}

#[command(async)]
pub fn backups(desk: State<'_, Desk>) -> Result<Vec<Backup>, Problem> {
    desk.backups()
}

#[command(async)]
pub fn back_up(desk: State<'_, Desk>) -> Result<Backup, Problem> {
    desk.back_up()
}
