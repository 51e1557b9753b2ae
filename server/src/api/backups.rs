//! Copies of the store.

use axum::Json;
use axum::extract::State;
use plumbline_api::{Backup, Problem};

use super::Answer;
use crate::shared::Shared;

/// The copies of the store that there are, the last one first.
#[utoipa::path(
    get, path = "/api/backups", tag = "backups",
    responses((status = 200, body = [Backup]), (status = "default", body = Problem)),
)]
pub async fn backups(State(shared): State<Shared>) -> Answer<Vec<Backup>> {
    shared.ask(|desk| desk.backups()).await.map(Json)
}

/// Copies the store.
#[utoipa::path(
    post, path = "/api/backups", tag = "backups",
    responses((status = 200, body = Backup), (status = "default", body = Problem)),
)]
pub async fn back_up(State(shared): State<Shared>) -> Answer<Backup> {
    shared.ask(|desk| desk.back_up()).await.map(Json)
}
