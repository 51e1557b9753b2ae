//! The page and its files.

use plumbline_server::{App, Limits};

use crate::running::{PAGE, SCRIPT, page, start, start_in};

#[test]
fn every_address_of_the_page_is_the_page() {
    let (running, _folder) = start();
    for path in [
        "/",
        "/index.html",
        "/w/abc/questions",
        "/w/abc/questions?part=api",
        "/knowledge",
        "/apian",
    ] {
        let reply = running.get(path, "");
        assert_eq!((reply.status, reply.body.as_str()), (200, PAGE), "{path}");
        assert_eq!(
            reply.header("content-type"),
            Some("text/html; charset=utf-8")
        );
        assert_eq!(reply.header("cache-control"), Some("no-cache"));
    }
    for path in [
        "/nothing.js",
        "/w/abc/nothing.css",
        "/index.html.br",
        "/app-0f3a9c2b11.js.br",
    ] {
        assert_eq!(running.get(path, "").status, 404, "{path}");
    }
}

#[test]
fn files_are_sent_as_what_they_are_and_kept_as_long_as_they_hold() {
    let (running, _folder) = start();
    for (path, media, caching) in [
        ("/boot.js", "text/javascript; charset=utf-8", "no-cache"),
        (
            "/app-0f3a9c2b11.js",
            "text/javascript; charset=utf-8",
            "public, max-age=31536000, immutable",
        ),
        (
            "/app-0f3a9c2b11.wasm",
            "application/wasm",
            "public, max-age=31536000, immutable",
        ),
    ] {
        let reply = running.get(path, "");
        assert_eq!(reply.status, 200, "{path}");
        assert_eq!(reply.header("content-type"), Some(media), "{path}");
        assert_eq!(reply.header("cache-control"), Some(caching), "{path}");
        let tag = reply.header("etag").unwrap();
        for (known, status) in [
            (tag, 304),
            ("\"other\", W/\"x\"", 200),
            (&format!("\"a\", W/{tag}"), 304),
        ] {
            let reply = running.get(path, &format!("If-None-Match: {known}\r\n"));
            assert_eq!(reply.status, status, "{path} {known}");
            assert_eq!(reply.body.is_empty(), status == 304, "{path} {known}");
        }
    }
}

#[test]
fn what_is_compressed_is_for_those_who_can_read_it() {
    let (running, _folder) = start();
    let path = "/app-0f3a9c2b11.js";
    let plain = running.get(path, "").header("etag").unwrap().to_owned();
    for (accepted, compressed) in [
        ("gzip, deflate, br, zstd", true),
        ("BR;q=0.5", true),
        ("br ; q=1", true),
        ("", false),
        ("gzip", false),
        ("br;q=0", false),
        ("brotli", false),
    ] {
        let reply = running.get(path, &format!("Accept-Encoding: {accepted}\r\n"));
        let expected = if compressed {
            ("compressed", Some("br"))
        } else {
            (SCRIPT, None)
        };
        assert_eq!(
            (reply.body.as_str(), reply.header("content-encoding")),
            expected,
            "{accepted}"
        );
        assert_eq!(reply.header("vary"), Some("accept-encoding"), "{accepted}");
        assert_eq!(
            reply.header("etag") == Some(&plain),
            !compressed,
            "{accepted}"
        );
    }
    let reply = running.get("/boot.js", "Accept-Encoding: br\r\n");
    assert_eq!(
        (reply.body.as_str(), reply.header("content-encoding")),
        (SCRIPT, None)
    );
}

#[test]
fn a_build_without_the_page_says_how_to_get_one() {
    let folder = tempfile::tempdir().unwrap();
    let running = start_in(folder.path(), 0, Limits::default(), App::default());
    for path in ["/", "/w/abc/verdict"] {
        let reply = running.get(path, "");
        assert_eq!(reply.status, 200, "{path}");
        assert!(reply.body.contains("cargo xtask serve"), "{reply:?}");
    }
    assert_eq!(running.get("/api/workloads", &running.window()).status, 200);
}

#[test]
fn reading_the_head_is_reading_without_the_body() {
    let folder = tempfile::tempdir().unwrap();
    let running = start_in(folder.path(), 0, Limits::default(), page());
    for path in ["/", "/boot.js", "/api/health"] {
        let reply = running.send("HEAD", path, "", "");
        assert_eq!((reply.status, reply.body.as_str()), (200, ""), "{path}");
    }
}
