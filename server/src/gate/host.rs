//! The names that lead here. A page of another site can have its name resolved to this machine
//! (DNS rebinding) and would then count as our own; but it can't change the name that the browser
//! sends.

use axum::extract::{Request, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use plumbline_api::{Problem, ProblemKind};

use super::is_api;
use crate::api::Refusal;
use crate::error::ServeError;
use crate::page::page;
use crate::shared::Shared;

/// The names that a server answers to.
#[derive(Debug)]
pub struct Hosts {
    /// With the port, as browsers send them.
    exact: Vec<String>,
    /// With any port or none: those of proxies, which have ports of their own.
    names: Vec<String>,
}

impl Hosts {
    /// Those of the loopback network on this port, and others.
    ///
    /// # Errors
    /// [`ServeError::Host`] when one of the others isn't a name.
    pub fn new(port: u16, others: &[String]) -> Result<Self, ServeError> {
        let own = ["127.0.0.1", "localhost", "[::1]"];
        let mut exact: Vec<String> = own.iter().map(|name| format!("{name}:{port}")).collect();
        if port == 80 {
            exact.extend(own.map(str::to_owned));
        }
        let mut names = Vec::new();
        for other in others {
            let other = other.to_ascii_lowercase();
            match split(&other) {
                Some((_, Some(_))) => exact.push(other),
                Some((_, None)) => names.push(other),
                None => return Err(ServeError::Host(other)),
            }
        }
        Ok(Self { exact, names })
    }

    fn has(&self, host: &str) -> bool {
        let host = host.to_ascii_lowercase();
        self.exact.contains(&host)
            || split(&host).is_some_and(|(name, _)| self.names.iter().any(|own| own == name))
    }
}

/// A host's name and its port. None when it isn't one.
fn split(host: &str) -> Option<(&str, Option<u16>)> {
    let (name, port) = match host.rsplit_once(':') {
        Some((name, port)) if !port.ends_with(']') => (name, Some(port.parse().ok()?)),
        _ => (host, None),
    };
    let plain = |text: &str| {
        !text.is_empty()
            && text
                .bytes()
                .all(|byte| byte.is_ascii_alphanumeric() || b"-._".contains(&byte))
    };
    let address = name
        .strip_prefix('[')
        .and_then(|rest| rest.strip_suffix(']'));
    let good = match address {
        Some(address) => address.parse::<std::net::Ipv6Addr>().is_ok(),
        None => plain(name),
    };
    good.then_some((name, port))
}

/// The host that a request names, if it names one and not several.
pub fn named(headers: &HeaderMap) -> Option<&str> {
    let mut hosts = headers.get_all(header::HOST).iter();
    match (hosts.next(), hosts.next()) {
        (Some(host), None) => host.to_str().ok(),
        _ => None,
    }
}

/// Lets requests through that name one of our names.
pub async fn host(State(shared): State<Shared>, request: Request, next: Next) -> Response {
    let ours = |host: &str| shared.hosts.has(host);
    // A request line may name a host too, as those to proxies do.
    let line = request.uri().authority().map(|host| host.as_str());
    if named(request.headers()).is_some_and(ours) && line.is_none_or(ours) {
        return next.run(request).await;
    }
    if !is_api(request.uri().path()) {
        return page(
            StatusCode::MISDIRECTED_REQUEST,
            "Plumbline doesn’t answer to this name",
            "Open the link that <code>plumbline serve</code> printed. If this name is yours, start \
             Plumbline with <code>plumbline serve --host NAME</code>.",
        );
    }
    let problem = Problem::new(
        ProblemKind::NotAllowed,
        "Plumbline doesn't answer to this name",
        "open the link that `plumbline serve` printed; `--host NAME` adds a name",
    );
    Refusal::new(StatusCode::MISDIRECTED_REQUEST, problem).into_response()
}

#[cfg(test)]
mod tests {
    use super::Hosts;

    #[test]
    fn only_names_that_are_ours_lead_here() {
        let others = ["Plumb.example.org".to_owned(), "box:8080".to_owned()];
        let hosts = Hosts::new(4747, &others).unwrap();
        for (host, ours) in [
            ("127.0.0.1:4747", true),
            ("localhost:4747", true),
            ("LOCALHOST:4747", true),
            ("[::1]:4747", true),
            ("plumb.example.org", true),
            ("plumb.example.org:443", true),
            ("box:8080", true),
            ("box", false),
            ("box:8081", false),
            ("127.0.0.1", false),
            ("127.0.0.1:80", false),
            ("localhost:4747.evil.example", false),
            ("evil.example:4747", false),
            ("127.0.0.1:4747@evil.example", false),
            ("plumb.example.org.evil.example", false),
            ("plumb.example.org:x", false),
            ("", false),
        ] {
            assert_eq!(hosts.has(host), ours, "{host}");
        }
        assert!(Hosts::new(80, &[]).unwrap().has("localhost"));
        for wrong in ["", "a b", "http://a", "a/b", "[::1", "*", "a:99999"] {
            assert!(Hosts::new(1, &[wrong.to_owned()]).is_err(), "{wrong}");
        }
    }
}
