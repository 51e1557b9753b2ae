//! The server, over real sockets: what it answers, and whom it doesn't.

// Clippy knows test functions, but not what helps them.
#![allow(clippy::unwrap_used, clippy::panic)]

mod app;
mod body;
mod contract;
mod garbage;
mod headers;
mod host;
mod life;
mod running;
mod site;
mod wire;
