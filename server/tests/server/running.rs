//! A server of a test's own, stopped at its end.

use std::path::Path;
use std::thread::JoinHandle;
use std::time::Duration;

use plumbline_desk::Desk;
use plumbline_server::{App, Key, Limits, Options, Server};
use tempfile::TempDir;
use tokio::sync::oneshot;

use crate::wire::{Reply, exchange};

/// The page that tests have.
pub const PAGE: &str = "<!doctype html><title>The page</title>";

/// What names without a hash and such with one hold.
pub const SCRIPT: &str = "export const answer = 42;";

pub struct Running {
    pub port: u16,
    /// The launch link's path and query.
    pub entrance: String,
    stop: Option<oneshot::Sender<()>>,
    thread: Option<JoinHandle<()>>,
}

/// How tests that wait for a limit keep it short.
pub fn impatient() -> Limits {
    Limits {
        header_time: Duration::from_millis(400),
        body_time: Duration::from_millis(400),
        ..Limits::default()
    }
}

pub fn page() -> App {
    App::of(
        [
            ("index.html", PAGE),
            ("boot.js", SCRIPT),
            ("app-0f3a9c2b11.js", SCRIPT),
            ("app-0f3a9c2b11.js.br", "compressed"),
            ("app-0f3a9c2b11.wasm", "\0asm"),
        ]
        .map(|(name, content)| (name.to_owned(), content.as_bytes().to_vec())),
    )
}

/// A server on any free port, with a store in a folder of its own.
pub fn start() -> (Running, TempDir) {
    let folder = tempfile::tempdir().unwrap();
    let running = start_in(folder.path(), 0, Limits::default(), page());
    (running, folder)
}

pub fn start_in(folder: &Path, port: u16, limits: Limits, app: App) -> Running {
    let (desk, _) = Desk::open(folder).unwrap();
    let options = Options {
        desk,
        key: Key::kept_in(folder).unwrap(),
        port,
        hosts: vec!["proxy.example.org".to_owned()],
        app,
        limits,
    };
    let (stop, stopped) = oneshot::channel();
    let (tell, told) = std::sync::mpsc::channel();
    let thread = std::thread::spawn(move || {
        let runtime = tokio::runtime::Builder::new_multi_thread()
            .worker_threads(2)
            .enable_all()
            .build()
            .unwrap();
        runtime.block_on(async {
            let server = Server::bind(options).await.unwrap();
            tell.send((server.port(), server.launch_url())).unwrap();
            server.serve(async { drop(stopped.await) }).await;
        });
    });
    let (port, link) = told.recv().unwrap();
    let origin = format!("http://127.0.0.1:{port}");
    Running {
        port,
        entrance: link.strip_prefix(&origin).unwrap().to_owned(),
        stop: Some(stop),
        thread: Some(thread),
    }
}

impl Running {
    /// A cookie, as the launch link gives it.
    pub fn cookie(&self) -> String {
        let reply = self.get(&self.entrance, "");
        assert_eq!(reply.status, 303, "{reply:?}");
        let set = reply.header("set-cookie").unwrap();
        set.split(';').next().unwrap().to_owned()
    }

    /// What a window sends with every request.
    pub fn window(&self) -> String {
        format!("Cookie: {}\r\nX-Plumbline: 1\r\n", self.cookie())
    }

    pub fn get(&self, path: &str, headers: &str) -> Reply {
        self.send("GET", path, headers, "")
    }

    pub fn send(&self, method: &str, path: &str, headers: &str, body: &str) -> Reply {
        let host = format!("Host: 127.0.0.1:{}\r\n", self.port);
        self.send_as(method, path, &format!("{host}{headers}"), body)
    }

    /// The same without a host.
    pub fn send_as(&self, method: &str, path: &str, headers: &str, body: &str) -> Reply {
        let length = match body.len() {
            0 => String::new(),
            length => format!("Content-Length: {length}\r\n"),
        };
        let request =
            format!("{method} {path} HTTP/1.1\r\n{headers}{length}Connection: close\r\n\r\n{body}");
        exchange(self.port, request.as_bytes())
    }

    /// Tells the server to stop; it may take its time.
    pub fn tell_to_stop(&mut self) {
        drop(self.stop.take());
    }

    /// Waits until it has stopped.
    pub fn stop(mut self) {
        self.tell_to_stop();
        self.thread.take().unwrap().join().unwrap();
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        self.tell_to_stop();
    }
}
