//! Connections: how many, how slow, and how they end.

use std::io;
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use hyper::server::conn::http1;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::server::graceful::GracefulShutdown;
use hyper_util::service::TowerToHyperService;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::Semaphore;

/// How much is taken, and how long is waited.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// The largest body of a request, in bytes.
    pub body: usize,
    /// How long a request may take to say what it wants, and a connection may be idle.
    pub header_time: Duration,
    /// How long a body may take.
    pub body_time: Duration,
    /// How many connections there may be at a time; more wait.
    pub connections: usize,
    /// How long requests may take to finish when the server is stopped.
    pub stop_time: Duration,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            body: 4 * 1024 * 1024,
            header_time: Duration::from_secs(10),
            body_time: Duration::from_secs(10),
            connections: 256,
            stop_time: Duration::from_secs(5),
        }
    }
}

/// How long to wait when the system has no connections to give.
const BREATH: Duration = Duration::from_millis(100);

/// The most room for the headers of a request, in bytes.
const HEADERS: usize = 64 * 1024;

/// The loopback network in its two forms. Browsers try both for `localhost`, and whoever had the
/// other would be taken for us.
#[derive(Debug)]
pub struct Listeners {
    /// 127.0.0.1.
    pub v4: TcpListener,
    /// `[::1]`, on machines that have it.
    pub v6: Option<TcpListener>,
}

impl Listeners {
    async fn accept(&self) -> io::Result<TcpStream> {
        let (stream, _) = match &self.v6 {
            None => self.v4.accept().await?,
            Some(v6) => tokio::select! {
                accepted = self.v4.accept() => accepted?,
                accepted = v6.accept() => accepted?,
            },
        };
        Ok(stream)
    }
}

/// Answers connections until `stop`, then lets the requests finish that are under way.
pub async fn listen(
    listeners: Listeners,
    router: Router,
    limits: Limits,
    stop: impl Future<Output = ()>,
) {
    let graceful = GracefulShutdown::new();
    let places = Arc::new(Semaphore::new(limits.connections.max(1)));
    let mut http = http1::Builder::new();
    http.timer(TokioTimer::new())
        .header_read_timeout(limits.header_time)
        .max_buf_size(HEADERS);
    tokio::pin!(stop);
    loop {
        let next = async {
            let place = Arc::clone(&places).acquire_owned().await.ok();
            (place, listeners.accept().await)
        };
        let (place, stream) = tokio::select! {
            biased;
            () = &mut stop => break,
            next = next => next,
        };
        let Ok(stream) = stream else {
            tokio::time::sleep(BREATH).await;
            continue;
        };
        // Answers are small and waited for.
        drop(stream.set_nodelay(true));
        let service = TowerToHyperService::new(router.clone());
        let connection = graceful.watch(http.serve_connection(TokioIo::new(stream), service));
        tokio::spawn(async move {
            // A connection that breaks off has nobody left to tell.
            drop(connection.await);
            drop(place);
        });
    }
    drop(listeners);
    drop(tokio::time::timeout(limits.stop_time, graceful.shutdown()).await);
}
