//! Why there is no server.

use std::error::Error;
use std::fmt::{self, Display};
use std::io;

/// Why a server can't be started.
#[derive(Debug)]
pub enum ServeError {
    /// Something else listens on this port.
    PortTaken(u16),
    /// Nothing may listen on this port, or there is no loopback network.
    Port(u16, io::Error),
    /// This isn't the name of a host.
    Host(String),
    /// The key of the windows can't be read or kept: what was tried, and why it failed.
    Key(String, io::Error),
    /// The system has no random numbers, threads or signals to give.
    System(String),
}

impl ServeError {
    /// What is wrong.
    #[must_use]
    pub fn message(&self) -> String {
        match self {
            Self::PortTaken(port) => format!("port {port} is taken: something listens there"),
            Self::Port(port, error) => format!("port {port} can't be used: {}", reason(error)),
            Self::Host(name) => format!("`{}` is not the name of a host", harmless(name)),
            Self::Key(what, error) => format!("{what}: {}", reason(error)),
            Self::System(what) => what.clone(),
        }
    }

    /// What to do about it.
    #[must_use]
    pub const fn help(&self) -> &'static str {
        match self {
            Self::PortTaken(_) => {
                "perhaps Plumbline already runs: look for its link in another terminal; \
                 else choose another port with `--port`, or any free one with `--port 0`"
            }
            Self::Port(..) => "choose another port with `--port`, such as `--port 4748`",
            Self::Host(_) => "write it as in an address, such as `plumbline.example.org`",
            Self::Key(..) => "check who may read and write the data folder",
            Self::System(_) => "try again when the system has less to do",
        }
    }
}

/// What the system says, without the number that it adds.
fn reason(error: &io::Error) -> String {
    let text = error.to_string();
    let plain = text.split(" (os error").next().unwrap_or(&text);
    plain.to_lowercase()
}

fn harmless(text: &str) -> String {
    text.chars()
        .filter(|character| !character.is_control())
        .take(60)
        .collect()
}

impl Display for ServeError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}\nhelp: {}", self.message(), self.help())
    }
}

impl Error for ServeError {}
