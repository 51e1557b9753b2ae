//! The JSON API over HTTP, and the app that talks to it, on this machine and for nobody else.
//!
//! What a request goes through, first to last; the first that refuses it answers:
//!
//! ```text
//! connection   how many, how slow headers may be
//! gate::host   a name that is ours: no other site's name leads here
//! gate::body   how large, how slow
//! gate::key    for `/api`: the cookie that the launch link gave
//! gate::site   for changes: sent by our own page
//! api | enter | app
//! ```
//!
//! Every answer of any of them leaves with the headers of `gate::headers`.

mod api;
mod app;
mod connection;
mod enter;
mod error;
mod gate;
mod key;
mod page;
mod server;
mod shared;

pub use api::openapi;
pub use app::App;
pub use connection::Limits;
pub use error::ServeError;
pub use key::Key;
pub use server::{Options, Server, run};
