//! Requests that make no sense.

use crate::running::{PAGE, start};
use crate::wire::exchange;

#[test]
fn bodies_that_make_no_sense_are_problems() {
    let (running, _folder) = start();
    let window = running.window();
    let deep = "[".repeat(100_000);
    for (method, path) in [
        ("POST", "/api/workloads"),
        ("PUT", "/api/workloads/x"),
        ("PUT", "/api/workloads/x/archived"),
        ("POST", "/api/workloads/x/versions"),
        ("POST", "/api/documents"),
    ] {
        for body in [
            "",
            "{",
            "null",
            "[]",
            "\"",
            "{}",
            "1e999",
            "\u{feff}{}",
            "\0",
            deep.as_str(),
            r#"{"text":1}"#,
            r#"{"revision":-1,"moves":[]}"#,
            r#"{"revision":1,"moves":["jump"]}"#,
        ] {
            let reply = running.send(method, path, &window, body);
            let shown: String = body.chars().take(40).collect();
            assert_eq!(
                (reply.status, reply.problem().as_str()),
                (422, "invalid"),
                "{method} {path} {shown}"
            );
        }
    }
}

#[test]
fn ids_that_make_no_sense_are_of_nothing() {
    let (running, _folder) = start();
    let window = running.window();
    for id in [
        "nothing",
        "..",
        "%2e%2e",
        "..%2f..%2fkey",
        "%00",
        "%ff",
        "%",
        "%zz",
        "'--",
        "%27%20OR%201=1",
        "%3Cscript%3E",
        "x%0d%0aSet-Cookie:%20a=b",
        "~",
        "*",
        "a%20b",
    ] {
        for (method, rest, body) in [
            ("GET", "", ""),
            ("GET", "/vitals", ""),
            ("PUT", "", r#"{"revision":1,"moves":[]}"#),
            ("PUT", "/archived", "true"),
            ("DELETE", "", ""),
            ("GET", "/versions", ""),
            ("POST", "/versions", r#"{"name":"x"}"#),
            ("GET", "/versions/1", ""),
            ("GET", "/versions/-1", ""),
            ("GET", "/versions/99999999999999999999", ""),
            ("GET", "/versions/%00", ""),
        ] {
            let path = format!("/api/workloads/{id}{rest}");
            let reply = running.send(method, &path, &window, body);
            assert_eq!(
                (reply.status, reply.problem().as_str()),
                (404, "not-found"),
                "{method} {path}"
            );
            assert_eq!(reply.header("set-cookie"), None);
        }
    }
    let long = format!("/api/workloads/{}", "a".repeat(20_000));
    assert_eq!(running.get(&long, &window).status, 404);
}

#[test]
fn no_path_climbs_out_of_the_page() {
    let (running, folder) = start();
    let key = std::fs::read_to_string(folder.path().join("key")).unwrap();
    for path in [
        "/../key",
        "/../../../../etc/passwd",
        "/..%2f..%2fetc%2fpasswd",
        "/%2e%2e/%2e%2e/etc/passwd",
        "/..\\..\\key",
        "/....//....//key",
        "/assets/../../key",
        "//etc/passwd",
        "/./key",
        "/index.html/../../key",
        "/%00",
        "/index.html%00.js",
        "/app-0f3a9c2b11.js/..",
        "/file:///etc/passwd",
    ] {
        let reply = running.get(path, "");
        let shown = reply.body == PAGE;
        assert!(
            shown && reply.status == 200 || matches!(reply.status, 400 | 404),
            "{path} {reply:?}"
        );
        assert!(
            !reply.body.contains(key.trim()) && !reply.body.contains("root:"),
            "{path}"
        );
    }
}

#[test]
fn what_isnt_http_is_no_trouble() {
    let (running, _folder) = start();
    for bytes in [
        b"\x16\x03\x01\x02\x00\x01\x00".as_slice(),
        b"GET\r\n\r\n",
        b"GET / HTTP/9.9\r\n\r\n",
        b"GET /<script> HTTP/1.1\r\nHost: x\r\n\r\n",
        b"\r\n\r\n\r\n\r\n\0",
        b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
        b"POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
        b"POST / HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n\r\n",
        b"GET / HTTP/1.1\r\nHost: x\r\nX\0: y\r\n\r\n",
    ] {
        let reply = exchange(running.port, bytes);
        assert!(matches!(reply.status, 0 | 400 | 421 | 505), "{bytes:?} {reply:?}");
    }
    let many = format!("GET / HTTP/1.1\r\n{}\r\n", "X: y\r\n".repeat(5_000));
    let reply = exchange(running.port, many.as_bytes());
    assert!(matches!(reply.status, 0 | 400 | 431), "{reply:?}");
    assert_eq!(running.get("/api/health", "").status, 200);
}
