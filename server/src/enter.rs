//! The launch link: a token for a cookie.

use axum::extract::{RawQuery, State};
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};

use crate::gate::has_key;
use crate::page::page;
use crate::shared::Shared;

/// `GET /enter?token=…`: lets a window in. One that is in already needs no token, as when somebody
/// opens the link of an earlier launch.
pub async fn enter(
    State(shared): State<Shared>,
    headers: HeaderMap,
    RawQuery(query): RawQuery,
) -> Response {
    let query = query.unwrap_or_default();
    let token = query
        .split('&')
        .find_map(|pair| pair.strip_prefix("token="));
    if !token.is_some_and(|token| shared.token.is(token)) {
        if has_key(&shared, &headers) {
            return (StatusCode::SEE_OTHER, [(header::LOCATION, "/")]).into_response();
        }
        return page(
            StatusCode::FORBIDDEN,
            "This link no longer works",
            "Each start of <code>plumbline serve</code> has a link of its own. Open the one that it \
             printed last.",
        );
    }
    let cookie = format!(
        "{}={}; HttpOnly; SameSite=Strict; Path=/; Max-Age=31536000",
        shared.cookie,
        shared.key.as_str()
    );
    // The token leaves the address bar with the redirect.
    let mut response = (StatusCode::SEE_OTHER, [(header::LOCATION, "/")]).into_response();
    if let Ok(cookie) = HeaderValue::from_str(&cookie) {
        response.headers_mut().insert(header::SET_COOKIE, cookie);
    }
    response
}
