//! Changes come from our own page. Another site can have a browser send forms here, with what it
//! keeps for us; but not with a header of our own, and not without saying where it comes from.

use axum::extract::Request;
use axum::http::{HeaderMap, Method, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use plumbline_api::{Problem, ProblemKind};

use super::host::named;
use crate::api::Refusal;

/// The header that our page sends with every request.
const OURS: &str = "x-plumbline";

/// Lets requests through that only read, and those of our own page.
pub async fn site(request: Request, next: Next) -> Response {
    let reads = matches!(*request.method(), Method::GET | Method::HEAD);
    if reads || is_own(request.headers()) {
        return next.run(request).await;
    }
    let problem = Problem::new(
        ProblemKind::NotAllowed,
        "this request didn't come from Plumbline's own page",
        "programs send the header `x-plumbline: 1`",
    );
    Refusal::new(StatusCode::FORBIDDEN, problem).into_response()
}

fn is_own(headers: &HeaderMap) -> bool {
    let text = |name: &str| headers.get(name).map(|value| value.to_str().unwrap_or("?"));
    let site = text("sec-fetch-site");
    let origin = match text(header::ORIGIN.as_str()) {
        None => true,
        // A browser that was told not to say where it comes from may still say that it is here.
        Some("null") => site == Some("same-origin"),
        Some(origin) => is_here(origin, headers),
    };
    text(OURS) == Some("1") && origin && site.is_none_or(|site| site == "same-origin")
}

/// Whether an origin is the host that the request was sent to, which is one of ours by now. In
/// front of a proxy it may have been sent over https.
fn is_here(origin: &str, headers: &HeaderMap) -> bool {
    let host = origin
        .strip_prefix("http://")
        .or_else(|| origin.strip_prefix("https://"));
    host.zip(named(headers))
        .is_some_and(|(origin, host)| origin.eq_ignore_ascii_case(host))
}
