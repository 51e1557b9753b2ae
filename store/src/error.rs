//! What can go wrong, said to people.

use std::fmt;
use std::path::PathBuf;

use plumbline_api::{Problem, ProblemKind, Record};

/// Why something wasn't done. Nothing has changed then.
#[derive(Clone, Debug, PartialEq)]
pub enum StoreError {
    /// There is no such thing, or no longer.
    NotFound {
        /// What there isn't: "workload `k3v…`".
        what: String,
        /// What there is instead; may be empty.
        help: String,
    },
    /// The workload was changed since the revision that a save builds on.
    Stale {
        /// The workload as it is kept.
        current: Box<Record>,
    },
    /// What was asked for can't be done as it was asked.
    Invalid {
        /// What is wrong.
        message: String,
        /// What to do.
        help: String,
    },
    /// The file was written by a newer version of Plumbline.
    Newer {
        /// The file.
        file: PathBuf,
        /// The version of its schema.
        found: i64,
        /// The newest version of the schema that this program knows.
        known: i64,
    },
    /// The file isn't what was written there.
    Damaged {
        /// The file.
        file: PathBuf,
        /// How this was noticed.
        reason: String,
        /// What to do: which copy can be restored, and how.
        remedy: String,
    },
    /// There is no room on the disk.
    Full {
        /// The folder that needs room.
        folder: PathBuf,
    },
    /// Another program has the store to itself.
    Busy {
        /// The folder of the store.
        folder: PathBuf,
    },
    /// The system or the database refused for another reason.
    Failed {
        /// What could not be done, and why.
        message: String,
        /// What to do.
        help: String,
    },
}

impl StoreError {
    /// What is wrong, in a sentence without a full stop.
    #[must_use]
    pub fn message(&self) -> String {
        match self {
            Self::NotFound { what, .. } => format!("there is no {what}"),
            Self::Stale { .. } => "this workload was changed elsewhere".to_owned(),
            Self::Invalid { message, .. } | Self::Failed { message, .. } => message.clone(),
            Self::Newer { file, found, known } => format!(
                "the store `{}` was written by a newer Plumbline: its format is {found}, and this program knows formats up to {known}",
                file.display()
            ),
            Self::Damaged { file, reason, .. } => {
                format!("the store `{}` is damaged: {reason}", file.display())
            }
            Self::Full { folder } => {
                format!(
                    "nothing was saved: the disk of `{}` is full",
                    folder.display()
                )
            }
            Self::Busy { folder } => {
                format!(
                    "another program is using the store in `{}`",
                    folder.display()
                )
            }
        }
    }

    /// What to do about it; may be empty.
    #[must_use]
    pub fn help(&self) -> String {
        match self {
            Self::NotFound { help, .. }
            | Self::Invalid { help, .. }
            | Self::Failed { help, .. }
            | Self::Damaged { remedy: help, .. } => help.clone(),
            Self::Stale { .. } => "look at what there is now, and choose what to keep".to_owned(),
            Self::Newer { .. } => "update Plumbline; the store was not touched".to_owned(),
            Self::Full { .. } => {
                "make room and save again; what was saved before is safe".to_owned()
            }
            Self::Busy { .. } => "stop it, or wait for it, and try again".to_owned(),
        }
    }
}

impl fmt::Display for StoreError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.message())?;
        match self.help() {
            help if help.is_empty() => Ok(()),
            help => write!(out, "\nhelp: {help}"),
        }
    }
}

impl std::error::Error for StoreError {}

impl From<StoreError> for Problem {
    fn from(error: StoreError) -> Self {
        let (message, help) = (error.message(), error.help());
        let kind = match error {
            StoreError::NotFound { .. } => ProblemKind::NotFound,
            StoreError::Stale { current } => ProblemKind::Stale { current },
            StoreError::Invalid { .. } => ProblemKind::Invalid,
            StoreError::Newer { .. }
            | StoreError::Damaged { .. }
            | StoreError::Full { .. }
            | StoreError::Busy { .. }
            | StoreError::Failed { .. } => ProblemKind::Storage,
        };
        Self::new(kind, message, help)
    }
}

/// What can go wrong inside a transaction, where nobody needs to know yet which file it is.
#[derive(Debug)]
pub enum Fault {
    /// The database says so.
    Sql(rusqlite::Error),
    /// What was read can't have been written.
    Damaged(String),
    /// Said already as the user will read it.
    Told(StoreError),
}

impl From<rusqlite::Error> for Fault {
    fn from(error: rusqlite::Error) -> Self {
        Self::Sql(error)
    }
}

impl From<StoreError> for Fault {
    fn from(error: StoreError) -> Self {
        Self::Told(error)
    }
}
