//! What every answer carries, whatever it says.

use crate::running::start;

#[test]
fn every_status_carries_every_header() {
    let (running, _folder) = start();
    let (window, host) = (
        running.window(),
        format!("Host: 127.0.0.1:{}\r\n", running.port),
    );
    let json = |text: &str| format!("{window}{text}");
    let tag = running
        .get("/boot.js", "")
        .header("etag")
        .unwrap()
        .to_owned();
    for (status, method, path, headers) in [
        (200, "GET", "/", format!("{host}{window}")),
        (200, "HEAD", "/", host.clone()),
        (200, "GET", "/api/health", host.clone()),
        (200, "GET", "/api/workloads", format!("{host}{window}")),
        (303, "GET", running.entrance.as_str(), host.clone()),
        (
            304,
            "GET",
            "/boot.js",
            format!("{host}If-None-Match: {tag}\r\n"),
        ),
        (401, "GET", "/api/workloads", host.clone()),
        (403, "GET", "/enter", host.clone()),
        (
            403,
            "POST",
            "/api/backups",
            host.clone() + window.split_inclusive("\r\n").next().unwrap(),
        ),
        (404, "GET", "/nothing.js", host.clone()),
        (404, "GET", "/api/nothing", format!("{host}{window}")),
        (405, "PATCH", "/api/workloads", format!("{host}{window}")),
        (405, "POST", "/", format!("{host}{window}")),
        (
            413,
            "POST",
            "/",
            format!("{host}Content-Length: 5000000\r\n"),
        ),
        (421, "GET", "/", "Host: evil.example\r\n".to_owned()),
        (422, "POST", "/api/workloads", format!("{host}{}", json(""))),
    ] {
        let reply = running.send_as(method, path, &headers, "");
        assert_eq!(reply.status, status, "{method} {path} {reply:?}");
        let policy = reply.header("content-security-policy").unwrap_or_default();
        assert!(
            policy.starts_with("default-src 'none';"),
            "{status} {policy}"
        );
        let script = policy
            .split("; ")
            .find(|part| part.starts_with("script-src"));
        assert_eq!(
            script,
            Some("script-src 'self' 'wasm-unsafe-eval'"),
            "{status}"
        );
        assert!(policy.contains("frame-ancestors 'none'"), "{status}");
        for (name, value) in [
            ("x-content-type-options", "nosniff"),
            ("referrer-policy", "no-referrer"),
            ("cross-origin-opener-policy", "same-origin"),
            ("cross-origin-resource-policy", "same-origin"),
        ] {
            assert_eq!(reply.header(name), Some(value), "{status}");
        }
        assert!(reply.header("permissions-policy").is_some(), "{status}");
        assert!(reply.header("cache-control").is_some(), "{status}");
    }
}

#[test]
fn what_is_kept_here_is_kept_nowhere_else() {
    let (running, _folder) = start();
    let window = running.window();
    for path in [
        "/api/workloads",
        "/api/openapi.json",
        "/api/health",
        &running.entrance,
    ] {
        let reply = running.get(path, &window);
        assert_eq!(reply.header("cache-control"), Some("no-store"), "{path}");
    }
}
