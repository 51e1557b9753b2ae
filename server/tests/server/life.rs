//! From start to stop, and to the next start.

use std::io::Write;
use std::net::TcpStream;
use std::time::{Duration, Instant};

use plumbline_desk::Desk;
use plumbline_server::{App, Key, Limits, Options, ServeError, Server};

use crate::running::{page, start, start_in};
use crate::wire::{connect, read};

#[test]
fn a_window_stays_valid_when_the_server_is_started_again() {
    let folder = tempfile::tempdir().unwrap();
    let first = start_in(folder.path(), 0, Limits::default(), page());
    let (port, window, entrance) = (first.port, first.window(), first.entrance.clone());
    let before = first.get("/api/workloads", &window);
    first.stop();
    let second = start_in(folder.path(), port, Limits::default(), page());
    let after = second.get("/api/workloads", &window);
    assert_eq!((after.status, after.body), (200, before.body));
    assert_eq!(
        second.get(&entrance, "").status,
        403,
        "the link is of one launch"
    );
    let reply = second.get(&entrance, &window);
    assert_eq!(
        (reply.status, reply.header("location")),
        (303, Some("/")),
        "a window that is in stays in"
    );
    assert_eq!(second.cookie(), window[8..window.find("\r\n").unwrap()]);
}

#[test]
fn what_is_under_way_is_finished_and_then_the_store_is_closed() {
    let (mut running, folder) = start();
    let body = r#"{"text":"plumbline: 1\nname: Last\nanswers: {}\n"}"#;
    let head = format!(
        "POST /api/workloads HTTP/1.1\r\nHost: 127.0.0.1:{}\r\n{}Content-Length: {}\r\n\r\n",
        running.port,
        running.window(),
        body.len()
    );
    let idle = connect(running.port);
    let mut stream = connect(running.port);
    let (first, second) = body.split_at(10);
    stream.write_all(head.as_bytes()).unwrap();
    stream.write_all(first.as_bytes()).unwrap();
    std::thread::sleep(Duration::from_millis(200));
    let port = running.port;
    running.tell_to_stop();
    let start = Instant::now();
    while TcpStream::connect(("127.0.0.1", port)).is_ok() {
        assert!(start.elapsed() < Duration::from_secs(5), "it still listens");
        std::thread::sleep(Duration::from_millis(20));
    }
    stream.write_all(second.as_bytes()).unwrap();
    let reply = read(&mut stream);
    assert_eq!(reply.status, 200, "{reply:?}");
    running.stop();
    assert!(
        start.elapsed() < Duration::from_secs(5),
        "it waited for idle connections"
    );
    drop(idle);
    let left: Vec<_> = std::fs::read_dir(folder.path())
        .unwrap()
        .map(|file| file.unwrap().file_name().into_string().unwrap())
        .collect();
    assert!(!left.iter().any(|name| name.ends_with("-wal")), "{left:?}");
    let (desk, _) = Desk::open(folder.path()).unwrap();
    assert!(desk.workloads().unwrap()[0].text.contains("name: Last"));
}

#[test]
fn a_request_that_never_ends_holds_nobody_up() {
    let folder = tempfile::tempdir().unwrap();
    let limits = Limits {
        stop_time: Duration::from_millis(300),
        ..Limits::default()
    };
    let running = start_in(folder.path(), 0, limits, page());
    let mut stream = connect(running.port);
    let head = format!(
        "POST / HTTP/1.1\r\nHost: 127.0.0.1:{}\r\nContent-Length: 9\r\n\r\n",
        running.port
    );
    stream.write_all(head.as_bytes()).unwrap();
    std::thread::sleep(Duration::from_millis(100));
    let start = Instant::now();
    running.stop();
    assert!(
        start.elapsed() < Duration::from_secs(5),
        "{:?}",
        start.elapsed()
    );
}

#[tokio::test]
async fn a_server_that_cant_start_says_why() {
    let (running, _first) = start();
    let folder = tempfile::tempdir().unwrap();
    for (port, host, said) in [
        (running.port, "", "is taken"),
        (0, "no name", "`no name` is not the name of a host"),
    ] {
        let options = Options {
            desk: Desk::open(folder.path()).unwrap().0,
            key: Key::kept_in(folder.path()).unwrap(),
            port,
            hosts: [host]
                .iter()
                .filter(|host| !host.is_empty())
                .map(|host| (*host).to_owned())
                .collect(),
            app: App::default(),
            limits: Limits::default(),
        };
        let error = Server::bind(options).await.unwrap_err();
        assert!(error.to_string().contains(said), "{error}");
        if let ServeError::PortTaken(taken) = error {
            assert_eq!(taken, port);
            assert!(ServeError::PortTaken(taken).to_string().contains("--port"));
        }
    }
}
