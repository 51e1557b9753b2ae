//! What every request can see.

use std::sync::Arc;

use plumbline_api::{Problem, ProblemKind};
use plumbline_desk::Desk;

use crate::api::Refusal;
use crate::app::App;
use crate::connection::Limits;
use crate::gate::Hosts;
use crate::key::Key;

/// What every request can see.
#[derive(Clone, Debug)]
pub struct Shared(Arc<State>);

/// The parts of it.
#[derive(Debug)]
pub struct State {
    /// Who answers.
    pub desk: Arc<Desk>,
    /// What windows show.
    pub key: Key,
    /// What the launch link shows.
    pub token: Key,
    /// The name of the cookie with the key. Cookies are shared by all ports of a host, so that the
    /// name has the port in it.
    pub cookie: String,
    /// The names that this server answers to.
    pub hosts: Hosts,
    /// The page.
    pub app: App,
    /// How much and how long.
    pub limits: Limits,
}

impl std::ops::Deref for Shared {
    type Target = State;

    fn deref(&self) -> &State {
        &self.0
    }
}

impl Shared {
    /// Shares this.
    pub fn new(state: State) -> Self {
        Self(Arc::new(state))
    }

    /// Asks the desk, where waiting for the disk holds nobody up.
    pub async fn ask<T: Send + 'static>(
        &self,
        question: impl FnOnce(&Desk) -> Result<T, Problem> + Send + 'static,
    ) -> Result<T, Refusal> {
        let desk = Arc::clone(&self.desk);
        let answer = tokio::task::spawn_blocking(move || question(&desk)).await;
        answer
            .map_err(|_| {
                Problem::new(
                    ProblemKind::Storage,
                    "something went wrong inside Plumbline; nothing was changed",
                    "try again; if it stays like this, start `plumbline serve` again",
                )
            })?
            .map_err(Refusal::from)
    }
}
