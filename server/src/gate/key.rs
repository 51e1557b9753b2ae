//! The key of a window, in a cookie.

use axum::extract::{Request, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use plumbline_api::{Problem, ProblemKind};

use crate::api::{HEALTH, Refusal};
use crate::shared::Shared;

/// Lets requests through that aren't to the API, and those of windows that have the key.
pub async fn key(State(shared): State<Shared>, request: Request, next: Next) -> Response {
    let path = request.uri().path();
    if path == HEALTH || !is_api(path) || has_key(&shared, request.headers()) {
        return next.run(request).await;
    }
    let problem = Problem::new(
        ProblemKind::NotAllowed,
        "this window has no key to Plumbline",
        "open the link that `plumbline serve` printed",
    );
    Refusal::new(StatusCode::UNAUTHORIZED, problem).into_response()
}

/// Whether an address is one of the API, or would be.
pub fn is_api(path: &str) -> bool {
    path == "/api" || path.starts_with("/api/")
}

/// Whether a window has the key.
pub fn has_key(shared: &Shared, headers: &HeaderMap) -> bool {
    cookies(headers, &shared.cookie).any(|value| shared.key.is(value))
}

/// The values of the cookies of this name.
fn cookies<'a>(headers: &'a HeaderMap, name: &'a str) -> impl Iterator<Item = &'a str> {
    let lists = headers.get_all(header::COOKIE).iter();
    lists
        .filter_map(|list| list.to_str().ok())
        .flat_map(|list| list.split(';'))
        .filter_map(move |cookie| cookie.trim().strip_prefix(name)?.strip_prefix('='))
}
