//! Windows without a key, and pages of other sites.

use crate::running::{Running, start};

const NEW: &str = r#"{"text":"plumbline: 1\nname: New\nanswers: {}\n"}"#;

fn count(running: &Running) -> usize {
    let reply = running.get("/api/workloads", &running.window());
    let listed: Vec<plumbline_api::Listed> = serde_json::from_str(&reply.body).unwrap();
    listed.len()
}

#[test]
fn nothing_of_the_api_but_its_health_is_for_windows_without_a_key() {
    let (running, _folder) = start();
    let (cookie, other) = (running.cookie(), running.port ^ 1);
    let (name, value) = cookie.split_once('=').unwrap();
    for headers in [
        String::new(),
        format!("Cookie: {name}=\r\n"),
        format!("Cookie: {name}={}\r\n", "0".repeat(64)),
        format!("Cookie: {name}={}\r\n", &value[..63]),
        format!("Cookie: {name}={value}0\r\n"),
        format!("Cookie: plumbline_{other}={value}\r\n"),
        format!("Cookie: x{name}={value}\r\n"),
        format!("Authorization: Bearer {value}\r\n"),
    ] {
        for (method, path) in [
            ("GET", "/api/workloads"),
            ("GET", "/api/openapi.json"),
            ("GET", "/api/documents"),
            ("GET", "/api"),
            ("GET", "/api/"),
            ("GET", "/api/nothing"),
            ("POST", "/api/workloads"),
            ("OPTIONS", "/api/workloads"),
        ] {
            let reply = running.send(method, path, &format!("X-Plumbline: 1\r\n{headers}"), "");
            assert_eq!(
                (reply.status, reply.problem().as_str()),
                (401, "not-allowed"),
                "{method} {path} {headers}"
            );
        }
        assert_eq!(running.get("/api/health", &headers).status, 200);
    }
    let several = format!("Cookie: a=b; {cookie};c=d\r\n");
    assert_eq!(running.get("/api/workloads", &several).status, 200);
}

#[test]
fn nothing_is_changed_for_the_page_of_another_site() {
    let (running, _folder) = start();
    let cookie = format!("Cookie: {}\r\n", running.cookie());
    let (port, ours) = (running.port, "X-Plumbline: 1\r\n");
    let before = count(&running);
    for headers in [
        String::new(),
        "X-Plumbline: 0\r\n".to_owned(),
        "Content-Type: text/plain\r\n".to_owned(),
        format!("{ours}Origin: http://evil.example\r\n"),
        format!("{ours}Origin: http://127.0.0.1:{}\r\n", port ^ 1),
        format!("{ours}Origin: http://localhost:{port}\r\n"),
        format!("{ours}Origin: null\r\n"),
        format!("{ours}Origin: 127.0.0.1:{port}\r\n"),
        format!("{ours}Sec-Fetch-Site: cross-site\r\n"),
        format!("{ours}Sec-Fetch-Site: same-site\r\n"),
        format!("{ours}Sec-Fetch-Site: none\r\n"),
        format!("{ours}Sec-Fetch-Site: cross-site\r\nOrigin: http://127.0.0.1:{port}\r\n"),
        format!("{ours}Sec-Fetch-Site: same-origin\r\nOrigin: http://evil.example\r\n"),
    ] {
        for (method, path) in [
            ("POST", "/api/workloads"),
            ("PUT", "/api/workloads/x"),
            ("DELETE", "/api/workloads/x"),
            ("OPTIONS", "/api/workloads"),
            ("POST", "/"),
            ("POST", "/enter"),
        ] {
            let reply = running.send(method, path, &format!("{cookie}{headers}"), NEW);
            assert_eq!(
                (reply.status, reply.problem().as_str()),
                (403, "not-allowed"),
                "{method} {path} {headers}"
            );
            assert_eq!(reply.header("access-control-allow-origin"), None);
        }
    }
    assert_eq!(count(&running), before);
    let own = [
        String::new(),
        format!("Origin: http://127.0.0.1:{port}\r\n"),
        format!("Origin: http://127.0.0.1:{port}\r\nSec-Fetch-Site: same-origin\r\n"),
        "Origin: null\r\nSec-Fetch-Site: same-origin\r\n".to_owned(),
    ];
    for headers in &own {
        let headers = format!("{cookie}{ours}{headers}");
        let reply = running.send("POST", "/api/workloads", &headers, NEW);
        assert_eq!(reply.status, 200, "{headers} {reply:?}");
    }
    assert_eq!(count(&running), before + own.len());
}

#[test]
fn only_the_launch_link_lets_a_window_in() {
    let (running, _folder) = start();
    let token = running.entrance.strip_prefix("/enter?token=").unwrap();
    for path in [
        "/enter".to_owned(),
        "/enter?".to_owned(),
        "/enter?token=".to_owned(),
        "/enter?token=<script>alert(1)</script>".to_owned(),
        format!("/enter?token={}", &token[..63]),
        format!("/enter?token={token}0"),
        format!("/enter?xtoken={token}"),
    ] {
        let reply = running.get(&path, "");
        assert!(matches!(reply.status, 403 | 400), "{path} {reply:?}");
        assert_eq!(reply.header("set-cookie"), None);
        assert!(!reply.body.contains("alert"), "{reply:?}");
    }
    let reply = running.get(&running.entrance, "");
    assert_eq!((reply.status, reply.header("location")), (303, Some("/")));
    let cookie = reply.header("set-cookie").unwrap();
    assert!(
        cookie.starts_with(&format!("plumbline_{}=", running.port)),
        "{cookie}"
    );
    for attribute in ["HttpOnly", "SameSite=Strict", "Path=/", "Max-Age=31536000"] {
        assert!(
            cookie.split("; ").any(|one| one == attribute),
            "{attribute} in {cookie}"
        );
    }
    assert!(
        !cookie.contains(token),
        "the token is of one launch, the key is kept"
    );
}
