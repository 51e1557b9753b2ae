//! What went wrong, said to the person at the page.

use serde::{Deserialize, Serialize};

use crate::workload::Record;

/// Why something wasn't done.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Problem {
    /// What the page does about it.
    pub kind: ProblemKind,
    /// What is wrong, in a sentence for people.
    pub message: String,
    /// What to do about it; empty when there is nothing to say.
    #[serde(default)]
    pub help: String,
}

/// The kinds of problems that are met in different ways.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum ProblemKind {
    /// Nobody answers: the server is stopped, or the network is. What was sent may be sent again.
    Unreachable,
    /// This window has no key to the server.
    NotAllowed,
    /// There is no such thing, or no longer.
    NotFound,
    /// It was changed elsewhere. Here is what there is now; nothing was saved.
    Stale {
        /// The workload as it is kept.
        current: Box<Record>,
    },
    /// What was sent can't be taken as it is.
    Invalid,
    /// The store couldn't do it: the disk is full, the file is damaged.
    Storage,
}

impl Problem {
    /// A problem of a kind, with what is wrong and what to do.
    pub fn new(kind: ProblemKind, message: impl Into<String>, help: impl Into<String>) -> Self {
        Self {
            kind,
            message: message.into(),
            help: help.into(),
        }
    }
}

impl std::fmt::Display for Problem {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.write_str(&self.message)?;
        if !self.help.is_empty() {
            write!(out, "\nhelp: {}", self.help)?;
        }
        Ok(())
    }
}

impl std::error::Error for Problem {}
