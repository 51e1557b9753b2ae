//! Named versions of a workload.

use axum::Json;
use axum::extract::State;
use plumbline_api::{NewVersion, Problem, Version, VersionText};

use super::Answer;
use super::received::{Body, Id, Numbered};
use crate::shared::Shared;

/// The named versions of a workload, the last one first.
#[utoipa::path(
    get, path = "/api/workloads/{id}/versions", tag = "versions",
    params(("id" = String, Path, description = "`Record::id`")),
    responses(
        (status = 200, body = [Version]),
        (status = 404, description = "There is no such workload", body = Problem),
        (status = "default", body = Problem),
    ),
)]
pub async fn versions(State(shared): State<Shared>, Id(id): Id) -> Answer<Vec<Version>> {
    shared.ask(move |desk| desk.versions(&id)).await.map(Json)
}

/// Keeps a workload as it is under a name.
#[utoipa::path(
    post, path = "/api/workloads/{id}/versions", tag = "versions", request_body = NewVersion,
    params(("id" = String, Path, description = "`Record::id`")),
    responses(
        (status = 200, body = Version),
        (status = 404, description = "There is no such workload", body = Problem),
        (status = 422, description = "The name can't be taken", body = Problem),
        (status = "default", body = Problem),
    ),
)]
pub async fn keep_version(
    State(shared): State<Shared>,
    Id(id): Id,
    Body(new): Body<NewVersion>,
) -> Answer<Version> {
    let answer = shared.ask(move |desk| desk.keep_version(&id, &new)).await;
    answer.map(Json)
}

/// A version with its file.
#[utoipa::path(
    get, path = "/api/workloads/{id}/versions/{number}", tag = "versions",
    params(
        ("id" = String, Path, description = "`Record::id`"),
        ("number" = u32, Path, description = "`Version::number`"),
    ),
    responses(
        (status = 200, body = VersionText),
        (status = 404, description = "There is no such workload or version", body = Problem),
        (status = "default", body = Problem),
    ),
)]
pub async fn version(
    State(shared): State<Shared>,
    Numbered(id, number): Numbered,
) -> Answer<VersionText> {
    let answer = shared.ask(move |desk| desk.version(&id, number)).await;
    answer.map(Json)
}
