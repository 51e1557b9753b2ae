//! The few pages that aren't the app: what to do when there is none, or no way in.

use axum::http::StatusCode;
use axum::response::{Html, IntoResponse, Response};

/// A page with a heading and a paragraph. Neither may hold anything that was sent here: it isn't
/// escaped, since code marks are in it.
pub fn page(status: StatusCode, heading: &'static str, text: &'static str) -> Response {
    let html = format!(
        "<!doctype html>\n<html lang=\"en\">\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width\">\n\
         <meta name=\"color-scheme\" content=\"light dark\">\n<title>{heading} · Plumbline</title>\n\
         <style>body{{font:1rem/1.5 system-ui,sans-serif;max-width:36rem;margin:15vh auto;padding:0 1rem}}</style>\n\
         <h1>{heading}</h1>\n<p>{text}</p>\n</html>\n"
    );
    (status, Html(html)).into_response()
}
