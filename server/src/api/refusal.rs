//! A problem on its way out.

use axum::Json;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use plumbline_api::{Problem, ProblemKind};

/// A problem with the status that it is sent with.
#[derive(Debug)]
pub struct Refusal {
    status: StatusCode,
    problem: Box<Problem>,
}

impl Refusal {
    /// A problem with a status of its own.
    pub fn new(status: StatusCode, problem: Problem) -> Self {
        Self {
            status,
            problem: Box::new(problem),
        }
    }

    /// Something that isn't there.
    pub fn not_found(message: &str) -> Self {
        Problem::new(
            ProblemKind::NotFound,
            message,
            "the addresses are in `/api/openapi.json`",
        )
        .into()
    }
}

impl From<Problem> for Refusal {
    fn from(problem: Problem) -> Self {
        let status = match problem.kind {
            ProblemKind::Unreachable => StatusCode::SERVICE_UNAVAILABLE,
            ProblemKind::NotAllowed => StatusCode::FORBIDDEN,
            ProblemKind::NotFound => StatusCode::NOT_FOUND,
            ProblemKind::Stale { .. } => StatusCode::CONFLICT,
            ProblemKind::Invalid => StatusCode::UNPROCESSABLE_ENTITY,
            ProblemKind::Storage => StatusCode::INTERNAL_SERVER_ERROR,
        };
        Self::new(status, problem)
    }
}

impl IntoResponse for Refusal {
    fn into_response(self) -> Response {
        (self.status, Json(self.problem)).into_response()
    }
}
