//! Bodies that are too large, and requests that are too slow.

use std::io::Write;
use std::time::{Duration, Instant};

use crate::running::{impatient, page, start, start_in};
use crate::wire::{connect, exchange, read};

const MOST: usize = 4 * 1024 * 1024;

#[test]
fn a_body_that_is_declared_too_large_isnt_read() {
    let (running, _folder) = start();
    for length in [(MOST + 1).to_string(), "9000000000000000000".to_owned()] {
        let headers = format!("{}Content-Length: {length}\r\n", running.window());
        for path in ["/api/workloads", "/", "/api/nothing"] {
            let reply = running.send("POST", path, &headers, "");
            assert_eq!(
                (reply.status, reply.problem().as_str()),
                (413, "invalid"),
                "{length} {path}"
            );
            assert_eq!(reply.header("connection"), Some("close"));
        }
    }
}

#[test]
fn a_body_that_grows_too_large_isnt_read_to_its_end() {
    let (running, _folder) = start();
    let mut stream = connect(running.port);
    let head = format!(
        "POST /api/workloads HTTP/1.1\r\nHost: 127.0.0.1:{}\r\n{}Transfer-Encoding: chunked\r\n\r\n",
        running.port,
        running.window()
    );
    stream.write_all(head.as_bytes()).unwrap();
    let chunk = format!("10000\r\n{}\r\n", "x".repeat(0x10000));
    let whole = MOST / 0x10000;
    for _ in 0..whole {
        stream.write_all(chunk.as_bytes()).unwrap();
    }
    stream.write_all(b"1\r\nx\r\n").unwrap();
    let reply = read(&mut stream);
    assert_eq!((reply.status, reply.problem().as_str()), (413, "invalid"));
}

#[test]
fn the_largest_body_is_read() {
    let (running, _folder) = start();
    let text = "x".repeat(MOST - r#"{"text":""}"#.len());
    let body = format!(r#"{{"text":"{text}"}}"#);
    assert_eq!(body.len(), MOST);
    let reply = running.send("POST", "/api/workloads", &running.window(), &body);
    assert_eq!((reply.status, reply.problem().as_str()), (422, "invalid"));
}

#[test]
fn a_request_that_trickles_in_is_given_up() {
    let folder = tempfile::tempdir().unwrap();
    let running = start_in(folder.path(), 0, impatient(), page());
    let host = format!("Host: 127.0.0.1:{}\r\n", running.port);
    for (sent, status) in [
        // Headers without an end are cut off without an answer.
        (String::new(), 0),
        ("GET / HT".to_owned(), 0),
        (format!("GET / HTTP/1.1\r\n{host}X: "), 0),
        (
            format!(
                "POST /api/workloads HTTP/1.1\r\n{host}{}Content-Length: 9\r\n\r\n{{",
                running.window()
            ),
            408,
        ),
    ] {
        let start = Instant::now();
        let reply = exchange(running.port, sent.as_bytes());
        assert_eq!(reply.status, status, "{sent} {reply:?}");
        let waited = start.elapsed();
        assert!(waited >= Duration::from_millis(300), "{sent} {waited:?}");
        assert!(waited < Duration::from_secs(10), "{sent} {waited:?}");
    }
}

#[test]
fn slow_bytes_gain_no_time() {
    let folder = tempfile::tempdir().unwrap();
    let running = start_in(folder.path(), 0, impatient(), page());
    let mut stream = connect(running.port);
    let head = format!(
        "POST / HTTP/1.1\r\nHost: 127.0.0.1:{}\r\nContent-Length: 100\r\n\r\n",
        running.port
    );
    stream.write_all(head.as_bytes()).unwrap();
    let start = Instant::now();
    while start.elapsed() < Duration::from_secs(10) {
        std::thread::sleep(Duration::from_millis(50));
        if stream.write_all(b"x").is_err() {
            break;
        }
    }
    assert!(
        start.elapsed() < Duration::from_secs(10),
        "it is still being read"
    );
}

#[test]
fn idle_connections_give_their_places_to_others() {
    let folder = tempfile::tempdir().unwrap();
    let limits = plumbline_server::Limits {
        connections: 2,
        ..impatient()
    };
    let running = start_in(folder.path(), 0, limits, page());
    let idle: Vec<_> = (0..4).map(|_| connect(running.port)).collect();
    assert_eq!(running.get("/api/health", "").status, 200);
    drop(idle);
}
