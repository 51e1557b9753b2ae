//! The page: files that were built into the program.

use std::collections::BTreeMap;
use std::hash::{DefaultHasher, Hash, Hasher};

use axum::body::{Body, Bytes};
use axum::extract::{Request, State};
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode, header};
use axum::response::{IntoResponse, Response};
use plumbline_api::{Problem, ProblemKind};
use rust_embed::RustEmbed;

use crate::api::Refusal;
use crate::gate::is_api;
use crate::page::page;
use crate::shared::Shared;

#[derive(RustEmbed)]
#[folder = "../app/dist"]
#[allow_missing = true]
struct Dist;

/// What the names of compressed twins end in.
const TWIN: &str = ".br";

const INDEX: &str = "index.html";

/// The files of the page by their names, such as `index.html`.
#[derive(Clone, Default)]
pub struct App(BTreeMap<String, File>);

#[derive(Clone)]
struct File {
    content: Bytes,
    /// The same, compressed with brotli.
    twin: Option<Bytes>,
    /// Changes with the content.
    tag: String,
}

impl App {
    /// The page that was built into this program; empty when there was none to build in.
    #[must_use]
    pub fn embedded() -> Self {
        let content = |name: &str| {
            let file = Dist::get(name)?;
            Some(match file.data {
                std::borrow::Cow::Borrowed(bytes) => Bytes::from_static(bytes),
                std::borrow::Cow::Owned(bytes) => Bytes::from(bytes),
            })
        };
        Self::of(Dist::iter().filter_map(|name| Some((name.to_string(), content(&name)?))))
    }

    /// A page of these files, by their names. `NAME.br` is `NAME` compressed with brotli.
    #[must_use]
    pub fn of(files: impl IntoIterator<Item = (String, impl Into<Bytes>)>) -> Self {
        let mut all: BTreeMap<String, Bytes> = files
            .into_iter()
            .map(|(name, content)| (name, content.into()))
            .collect();
        let names: Vec<String> = all
            .keys()
            .filter(|name| !name.ends_with(TWIN))
            .cloned()
            .collect();
        let file = |name: String| {
            let content = all.remove(&name)?;
            let twin = all.remove(&format!("{name}{TWIN}"));
            let mut hasher = DefaultHasher::new();
            content.hash(&mut hasher);
            let tag = format!("{:016x}", hasher.finish());
            Some((name, File { content, twin, tag }))
        };
        Self(names.into_iter().filter_map(file).collect())
    }

    /// Whether there is nothing to show.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        !self.0.contains_key(INDEX)
    }
}

impl std::fmt::Debug for App {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.debug_tuple("App").field(&self.0.keys()).finish()
    }
}

/// Whatever isn't the API: a file, or the page for every address of its own.
pub async fn answer(State(shared): State<Shared>, request: Request) -> Response {
    let path = request.uri().path();
    if is_api(path) {
        return Refusal::not_found("there is no such address in the API").into_response();
    }
    if !matches!(*request.method(), Method::GET | Method::HEAD) {
        let problem = Problem::new(ProblemKind::Invalid, "this address can only be read", "");
        return Refusal::new(StatusCode::METHOD_NOT_ALLOWED, problem).into_response();
    }
    // Names are looked up as they were sent, and only among those that were built in: there is no
    // folder to climb out of.
    let name = path.trim_start_matches('/');
    let last = name.rsplit('/').next().unwrap_or_default();
    let App(files) = &shared.app;
    match files.get(name) {
        Some(file) => send(name, file, request.headers()),
        None if last.contains('.') => page(
            StatusCode::NOT_FOUND,
            "There is no such file",
            "Go <a href=\"/\">to the workloads</a>.",
        ),
        None => match files.get(INDEX) {
            Some(index) => send(INDEX, index, request.headers()),
            None => page(
                StatusCode::OK,
                "This build has no app",
                "The server runs, but the page wasn't built into it. <code>cargo xtask serve</code> \
                 builds the page, builds it in, and opens it.",
            ),
        },
    }
}

fn send(name: &str, file: &File, asked: &HeaderMap) -> Response {
    let twin = file.twin.clone().filter(|_| accepts_brotli(asked));
    let tag = match &twin {
        Some(_) => format!("\"{}-br\"", file.tag),
        None => format!("\"{}\"", file.tag),
    };
    let mut headers = HeaderMap::new();
    let caching = if has_hash(name) {
        "public, max-age=31536000, immutable"
    } else {
        "no-cache"
    };
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static(caching));
    if file.twin.is_some() {
        let vary = HeaderValue::from_static("accept-encoding");
        headers.insert(header::VARY, vary);
    }
    if let Ok(value) = HeaderValue::from_str(&tag) {
        headers.insert(header::ETAG, value);
    }
    if has_tag(asked, &tag) {
        return (StatusCode::NOT_MODIFIED, headers).into_response();
    }
    headers.insert(
        header::CONTENT_TYPE,
        HeaderValue::from_static(media_type(name)),
    );
    if twin.is_some() {
        let brotli = HeaderValue::from_static("br");
        headers.insert(header::CONTENT_ENCODING, brotli);
    }
    let content = twin.unwrap_or_else(|| file.content.clone());
    (headers, Body::from(content)).into_response()
}

/// Whether `br` is among the encodings that a browser takes, and not with a weight of nothing.
fn accepts_brotli(asked: &HeaderMap) -> bool {
    let lists = asked.get_all(header::ACCEPT_ENCODING).iter();
    lists
        .filter_map(|list| list.to_str().ok())
        .flat_map(|list| list.split(','))
        .any(|coding| {
            let (name, weight) = coding.split_once(';').unwrap_or((coding, ""));
            let weight = weight.trim().strip_prefix("q=").unwrap_or("1");
            name.trim().eq_ignore_ascii_case("br")
                && weight.parse().is_ok_and(|weight: f32| weight > 0.0)
        })
}

/// Whether the browser has what would be sent.
fn has_tag(asked: &HeaderMap, tag: &str) -> bool {
    let lists = asked.get_all(header::IF_NONE_MATCH).iter();
    lists
        .filter_map(|list| list.to_str().ok())
        .flat_map(|list| list.split(','))
        .any(|one| one.trim().trim_start_matches("W/") == tag)
}

/// Whether a name changes with the content: `app-0f3a9c2b.wasm`. Such a file never changes.
fn has_hash(name: &str) -> bool {
    let file = name.rsplit('/').next().unwrap_or(name);
    file.split(['-', '.', '_'])
        .any(|word| word.len() >= 8 && word.bytes().all(|byte| byte.is_ascii_hexdigit()))
}

fn media_type(name: &str) -> &'static str {
    match name.rsplit('.').next().unwrap_or_default() {
        "html" => "text/html; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "json" | "map" => "application/json",
        "wasm" => "application/wasm",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "ico" => "image/x-icon",
        "woff2" => "font/woff2",
        "webmanifest" => "application/manifest+json",
        "txt" => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::has_hash;

    #[test]
    fn names_with_a_hash_are_told_from_others() {
        for name in [
            "app-0f3a9c2b.wasm",
            "app.0f3a9c2b11223344.js",
            "fonts/inter_0f3a9c2b.woff2",
        ] {
            assert!(has_hash(name), "{name}");
        }
        for name in ["index.html", "app.js", "0f3a9c2b/app.js", "facade-bed.css"] {
            assert!(!has_hash(name), "{name}");
        }
    }
}
