//! Documents.

use axum::Json;
use axum::extract::State;
use plumbline_api::{Document, DocumentKind, DocumentRequest, Problem};

use super::Answer;
use super::received::Body;
use crate::shared::Shared;

/// The kinds of documents that can be had.
#[utoipa::path(
    get, path = "/api/documents", tag = "documents",
    responses((status = 200, body = [DocumentKind]), (status = "default", body = Problem)),
)]
pub async fn document_kinds(State(shared): State<Shared>) -> Json<Vec<DocumentKind>> {
    Json(shared.desk.document_kinds())
}

/// Makes a document.
#[utoipa::path(
    post, path = "/api/documents", tag = "documents", request_body = DocumentRequest,
    responses(
        (status = 200, body = Document),
        (status = 422, description = "There is no such document, or the file can't be read", body = Problem),
        (status = "default", body = Problem),
    ),
)]
pub async fn document(
    State(shared): State<Shared>,
    Body(request): Body<DocumentRequest>,
) -> Answer<Document> {
    let answer = shared.ask(move |desk| desk.document(&request)).await;
    answer.map(Json)
}
