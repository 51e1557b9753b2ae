//! The documents there are.

use serde::{Deserialize, Serialize};

/// A kind of document.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// The decision on a page, for whoever takes it.
    OnePager,
    /// An architecture decision record, which [`adr`](crate::adr) can file in three dialects.
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
            Self::Adr => "what is decided and why, for the repository",
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

    /// The formats that it can be had in, the default first.
    #[must_use]
    pub const fn formats(self) -> &'static [Format] {
        match self {
            Self::Checklists => &[Format::Markdown, Format::Html, Format::Csv],
            _ => &[Format::Markdown, Format::Html],
        }
    }

    /// The document of this kind in this format; none where it can't be had so.
    #[must_use]
    pub fn written_in(self, format: Format) -> Option<Written> {
        self.formats()
            .contains(&format)
            .then_some(Written { kind: self, format })
    }
}

/// A kind of document in a format that it can be had in: [`Kind::written_in`] makes it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Written {
    kind: Kind,
    format: Format,
}

impl Written {
    /// What kind of document it is.
    #[must_use]
    pub const fn kind(self) -> Kind {
        self.kind
    }

    /// What it is written in.
    #[must_use]
    pub const fn format(self) -> Format {
        self.format
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
    /// A table for spreadsheets and issue trackers, a line for each thing to do (RFC 4180).
    Csv,
}

impl Format {
    /// Every format, the default first. Not every kind has all of them: see [`Kind::formats`].
    pub const ALL: [Self; 3] = [Self::Markdown, Self::Html, Self::Csv];

    /// The word for it on the command line, which is also the extension of its files.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Markdown => "md",
            Self::Html => "html",
            Self::Csv => "csv",
        }
    }

    /// What people call it.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::Markdown => "Markdown",
            Self::Html => "Web page (HTML)",
            Self::Csv => "Table (CSV)",
        }
    }

    /// What it is good for: a phrase to follow the label.
    #[must_use]
    pub const fn what(self) -> &'static str {
        match self {
            Self::Markdown => "for a repository or a wiki",
            Self::Html => "one file that needs nothing else, to read, print and send",
            Self::Csv => "for a spreadsheet or an issue tracker",
        }
    }

    /// What browsers and mail programs call it.
    #[must_use]
    pub const fn media_type(self) -> &'static str {
        match self {
            Self::Markdown => "text/markdown",
            Self::Html => "text/html",
            Self::Csv => "text/csv",
        }
    }

    /// The format that `id` stands for.
    #[must_use]
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|format| format.id() == id)
    }
}
