//! Bodies: how large and how slow. They are read here, whole, so that what answers has all of it
//! or isn't asked.

use axum::body::Body;
use axum::extract::{Request, State};
use axum::http::{HeaderValue, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use http_body_util::{BodyExt, LengthLimitError, Limited};
use hyper::body::Body as _;
use plumbline_api::{Problem, ProblemKind};

use crate::api::Refusal;
use crate::shared::Shared;

/// Lets requests through that have been read whole.
pub async fn body(State(shared): State<Shared>, request: Request, next: Next) -> Response {
    let limits = shared.limits;
    let (parts, body) = request.into_parts();
    if usize::try_from(body.size_hint().lower()).map_or(true, |size| size > limits.body) {
        return too_large(limits.body);
    }
    let read = Limited::new(body, limits.body).collect();
    match tokio::time::timeout(limits.body_time, read).await {
        Ok(Ok(read)) => {
            let body = Body::from(read.to_bytes());
            next.run(Request::from_parts(parts, body)).await
        }
        Ok(Err(error)) if error.is::<LengthLimitError>() => too_large(limits.body),
        Ok(Err(_)) => refuse(
            StatusCode::BAD_REQUEST,
            ProblemKind::Invalid,
            "the request broke off".to_owned(),
        ),
        Err(_) => refuse(
            StatusCode::REQUEST_TIMEOUT,
            ProblemKind::Unreachable,
            "the request took too long to arrive".to_owned(),
        ),
    }
}

fn too_large(most: usize) -> Response {
    refuse(
        StatusCode::PAYLOAD_TOO_LARGE,
        ProblemKind::Invalid,
        format!(
            "the request is larger than {} MB, which is the most that is taken",
            most / 1_000_000
        ),
    )
}

/// The rest of the body is still to come, and nobody will read it.
fn refuse(status: StatusCode, kind: ProblemKind, message: String) -> Response {
    let problem = Problem::new(kind, message, "");
    let mut response = Refusal::new(status, problem).into_response();
    let close = HeaderValue::from_static("close");
    response.headers_mut().insert(header::CONNECTION, close);
    response
}
