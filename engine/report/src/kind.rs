//! The documents there are.

use serde::{Deserialize, Serialize};

/// A kind of document.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// The decision on a page, for whoever takes it.
    OnePager,
    /// An architecture decision record in the form of MADR 4.0.0.
    Adr,
    /// Everything that was found, for whoever reviews the design.
    Review,
    /// What to settle, to be ticked off.
    Checklists,
    /// What is leant on, and what leaving or building it oneself would mean, for leadership.
    LockIn,
    /// How a traditional server becomes this design, step by step.
    Evolution,
}

impl Kind {
    /// Every kind, in the order in which they are shown.
    pub const ALL: [Self; 6] = [
        Self::OnePager,
        Self::Adr,
        Self::Review,
        Self::Checklists,
        Self::LockIn,
        Self::Evolution,
    ];

    /// The word for it on the command line and in file names.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::OnePager => "one-pager",
            Self::Adr => "adr",
            Self::Review => "review",
            Self::Checklists => "checklists",
            Self::LockIn => "lock-in",
            Self::Evolution => "evolution",
        }
    }

    /// What people read.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::OnePager => "One-pager",
            Self::Adr => "Architecture decision record",
            Self::Review => "Design review",
            Self::Checklists => "Checklists",
            Self::LockIn => "Build versus lock-in",
            Self::Evolution => "Evolution",
        }
    }

    /// Who it is for or what is in it: a phrase to follow the label.
    #[must_use]
    pub const fn what(self) -> &'static str {
        match self {
            Self::OnePager => "the decision on a page, for whoever takes it",
            Self::Adr => "in the form of MADR 4.0.0",
            Self::Review => "everything that was found, for whoever reviews the design",
            Self::Checklists => "what to settle, to be ticked off",
            Self::LockIn => "what we lean on and what leaving would take, for leadership",
            Self::Evolution => "from a traditional server to functions, step by step, in pictures",
        }
    }

    /// The kind that `id` stands for.
    #[must_use]
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.id() == id)
    }
}

/// What a document is written in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Format {
    /// Markdown as GitHub reads it.
    Markdown,
    /// One HTML page that needs nothing else: style and pictures are in it.
    Html,
}

impl Format {
    /// Both formats.
    pub const ALL: [Self; 2] = [Self::Markdown, Self::Html];

    /// The word for it on the command line, which is also the extension of its files.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Markdown => "md",
            Self::Html => "html",
        }
    }

    /// What people call it.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::Markdown => "Markdown",
            Self::Html => "Web page (HTML)",
        }
    }

    /// What browsers and mail programs call it.
    #[must_use]
    pub const fn media_type(self) -> &'static str {
        match self {
            Self::Markdown => "text/markdown",
            Self::Html => "text/html",
        }
    }

    /// The format that `id` stands for.
    #[must_use]
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|format| format.id() == id)
    }
}
