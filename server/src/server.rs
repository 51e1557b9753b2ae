//! From options to a server that runs, and to its end.

use std::io::ErrorKind;
use std::net::{Ipv4Addr, Ipv6Addr};

use axum::Router;
use axum::middleware::{from_fn, from_fn_with_state};
use axum::routing::get;
use plumbline_desk::Desk;
use tokio::net::TcpListener;

use crate::api;
use crate::app::{self, App};
use crate::connection::{Limits, Listeners, listen};
use crate::enter::enter;
use crate::error::ServeError;
use crate::gate::{self, Hosts};
use crate::key::Key;
use crate::shared::{Shared, State};

/// What a server is started with.
#[derive(Debug)]
pub struct Options {
    /// Who answers.
    pub desk: Desk,
    /// What windows show; kept, so that they stay valid when the server is started again.
    pub key: Key,
    /// The port on the loopback network; 0 for any that is free.
    pub port: u16,
    /// Other names that lead here, such as that of a proxy, with or without a port.
    pub hosts: Vec<String>,
    /// The page.
    pub app: App,
    /// How much and how long.
    pub limits: Limits,
}

/// A server that has its port, and answers once it is told to [`serve`](Self::serve).
#[derive(Debug)]
pub struct Server {
    listeners: Listeners,
    port: u16,
    shared: Shared,
}

impl Server {
    /// Takes the port.
    ///
    /// # Errors
    /// The port is taken or can't be had, or one of the hosts isn't a name.
    pub async fn bind(options: Options) -> Result<Self, ServeError> {
        let refused = |error: std::io::Error| match error.kind() {
            ErrorKind::AddrInUse => ServeError::PortTaken(options.port),
            _ => ServeError::Port(options.port, error),
        };
        let v4 = TcpListener::bind((Ipv4Addr::LOCALHOST, options.port))
            .await
            .map_err(refused)?;
        let port = v4.local_addr().map_err(refused)?.port();
        let v6 = TcpListener::bind((Ipv6Addr::LOCALHOST, port)).await.ok();
        let shared = Shared::new(State {
            desk: options.desk.into(),
            key: options.key,
            token: Key::fresh()?,
            cookie: format!("plumbline_{port}"),
            hosts: Hosts::new(port, &options.hosts)?,
            app: options.app,
            limits: options.limits,
        });
        Ok(Self {
            listeners: Listeners { v4, v6 },
            port,
            shared,
        })
    }

    /// The port that was had.
    #[must_use]
    pub const fn port(&self) -> u16 {
        self.port
    }

    /// The link that lets a window in, until the server is stopped.
    #[must_use]
    pub fn launch_url(&self) -> String {
        let token = self.shared.token.as_str();
        format!("http://127.0.0.1:{}/enter?token={token}", self.port)
    }

    /// Whether there is a page to show, and not only the API.
    #[must_use]
    pub fn has_app(&self) -> bool {
        !self.shared.app.is_empty()
    }

    /// Answers until `stop`, then finishes what is under way and closes the store.
    pub async fn serve(self, stop: impl Future<Output = ()>) {
        let limits = self.shared.limits;
        listen(self.listeners, router(self.shared), limits, stop).await;
    }
}

fn router(shared: Shared) -> Router {
    // What is added last is asked first.
    api::router()
        .route("/enter", get(enter))
        .fallback(app::answer)
        .layer(from_fn(gate::site))
        .layer(from_fn_with_state(shared.clone(), gate::key))
        .layer(from_fn_with_state(shared.clone(), gate::body))
        .layer(from_fn_with_state(shared.clone(), gate::host))
        .layer(from_fn(gate::headers))
        .with_state(shared)
}

/// Runs a server until the process is told to stop (interrupt or terminate). `announce` is called
/// once it answers.
///
/// # Errors
/// As [`Server::bind`], and when the system has no threads or signals to give.
pub fn run(options: Options, announce: impl FnOnce(&Server)) -> Result<(), ServeError> {
    let system =
        |error: std::io::Error| ServeError::System(format!("the server can't be started: {error}"));
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(2)
        .max_blocking_threads(16)
        .enable_all()
        .build()
        .map_err(system)?;
    let served = runtime.block_on(async {
        let stop = stopped().map_err(system)?;
        let server = Server::bind(options).await?;
        announce(&server);
        server.serve(stop).await;
        Ok(())
    });
    // What is still at work has had its time; the store undoes what isn't committed.
    runtime.shutdown_background();
    served
}

#[cfg(unix)]
fn stopped() -> std::io::Result<impl Future<Output = ()>> {
    use tokio::signal::unix::{SignalKind, signal};
    let mut interrupt = signal(SignalKind::interrupt())?;
    let mut terminate = signal(SignalKind::terminate())?;
    Ok(async move {
        tokio::select! {
            _ = interrupt.recv() => {}
            _ = terminate.recv() => {}
        }
    })
}

#[cfg(not(unix))]
fn stopped() -> std::io::Result<impl Future<Output = ()>> {
    Ok(async {
        drop(tokio::signal::ctrl_c().await);
    })
}
