//! Workloads.

use axum::Json;
use axum::extract::State;
use plumbline_api::{Listed, NewWorkload, Problem, Record, Save, Saved, Vitals};

use super::Answer;
use super::received::{Body, Id};
use crate::shared::Shared;

/// All workloads, those that are archived too, the one changed last first.
#[utoipa::path(
    get, path = "/api/workloads", tag = "workloads",
    responses((status = 200, body = [Listed]), (status = "default", body = Problem)),
)]
pub async fn workloads(State(shared): State<Shared>) -> Answer<Vec<Listed>> {
    shared.ask(|desk| desk.workloads()).await.map(Json)
}

/// Keeps a new workload.
#[utoipa::path(
    post, path = "/api/workloads", tag = "workloads", request_body = NewWorkload,
    responses(
        (status = 200, body = Record),
        (status = 422, description = "The file can't be read; the message says where", body = Problem),
        (status = "default", body = Problem),
    ),
)]
pub async fn create(State(shared): State<Shared>, Body(new): Body<NewWorkload>) -> Answer<Record> {
    shared.ask(move |desk| desk.create(&new)).await.map(Json)
}

/// A workload with its history.
#[utoipa::path(
    get, path = "/api/workloads/{id}", tag = "workloads",
    params(("id" = String, Path, description = "`Record::id`")),
    responses(
        (status = 200, body = Record),
        (status = 404, description = "There is no such workload", body = Problem),
        (status = "default", body = Problem),
    ),
)]
pub async fn workload(State(shared): State<Shared>, Id(id): Id) -> Answer<Record> {
    shared.ask(move |desk| desk.workload(&id)).await.map(Json)
}

/// Whether a workload was changed elsewhere.
#[utoipa::path(
    get, path = "/api/workloads/{id}/vitals", tag = "workloads",
    params(("id" = String, Path, description = "`Record::id`")),
    responses(
        (status = 200, body = Vitals),
        (status = 404, description = "There is no such workload", body = Problem),
        (status = "default", body = Problem),
    ),
)]
pub async fn vitals(State(shared): State<Shared>, Id(id): Id) -> Answer<Vitals> {
    shared.ask(move |desk| desk.vitals(&id)).await.map(Json)
}

/// Saves what was done to a workload. When this answers, it is on the disk.
#[utoipa::path(
    put, path = "/api/workloads/{id}", tag = "workloads", request_body = Save,
    params(("id" = String, Path, description = "`Record::id`")),
    responses(
        (status = 200, body = Saved),
        (status = 404, description = "There is no such workload", body = Problem),
        (status = 409, description = "It was changed elsewhere; here is what there is", body = Problem),
        (status = 422, description = "It is more than can be kept", body = Problem),
        (status = "default", body = Problem),
    ),
)]
pub async fn save(
    State(shared): State<Shared>,
    Id(id): Id,
    Body(save): Body<Save>,
) -> Answer<Saved> {
    shared
        .ask(move |desk| desk.save(&id, &save))
        .await
        .map(Json)
}

/// Puts a workload away (`true`), or back (`false`).
#[utoipa::path(
    put, path = "/api/workloads/{id}/archived", tag = "workloads", request_body(content = bool, content_type = "application/json"),
    params(("id" = String, Path, description = "`Record::id`")),
    responses(
        (status = 200, body = Vitals),
        (status = 404, description = "There is no such workload", body = Problem),
        (status = "default", body = Problem),
    ),
)]
pub async fn archive(
    State(shared): State<Shared>,
    Id(id): Id,
    Body(archived): Body<bool>,
) -> Answer<Vitals> {
    let answer = shared.ask(move |desk| desk.archive(&id, archived)).await;
    answer.map(Json)
}

/// Deletes an archived workload with its versions. Answers `null`.
#[utoipa::path(
    delete, path = "/api/workloads/{id}", tag = "workloads",
    params(("id" = String, Path, description = "`Record::id`")),
    responses(
        (status = 200, body = ()),
        (status = 404, description = "There is no such workload", body = Problem),
        (status = 422, description = "It isn't archived", body = Problem),
        (status = "default", body = Problem),
    ),
)]
pub async fn delete(State(shared): State<Shared>, Id(id): Id) -> Answer<()> {
    shared.ask(move |desk| desk.delete(&id)).await.map(Json)
}
