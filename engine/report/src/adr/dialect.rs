//! The forms that decision records have.

use plumbline_workload::Day;

/// A form of decision records, with its way to name files.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Dialect {
    /// Markdown Architectural Decision Records 4.0.0.
    Madr,
    /// Michael Nygard's form, as adr-tools writes it.
    AdrTools,
    /// The form of log4brains, which is MADR 2 with files that are named after the day.
    Log4brains,
}

impl Dialect {
    /// Every dialect, the default first.
    pub const ALL: [Self; 3] = [Self::Madr, Self::AdrTools, Self::Log4brains];

    /// The word for it on the command line.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Madr => "madr",
            Self::AdrTools => "adr-tools",
            Self::Log4brains => "log4brains",
        }
    }

    /// What people call it.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::Madr => "MADR 4.0.0",
            Self::AdrTools => "adr-tools (Nygard)",
            Self::Log4brains => "log4brains",
        }
    }

    /// How its records look: a phrase to follow the label.
    #[must_use]
    pub const fn what(self) -> &'static str {
        match self {
            Self::Madr => "front matter with status and date; 0008-run-it-on-functions.md",
            Self::AdrTools => "Context, Decision, Consequences; 0008-run-it-on-functions.md",
            Self::Log4brains => "status and deciders as a list; 20261121-run-it-on-functions.md",
        }
    }

    /// The dialect that `id` stands for.
    #[must_use]
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|dialect| dialect.id() == id)
    }

    /// Whether its records have numbers.
    #[must_use]
    pub const fn is_numbered(self) -> bool {
        !matches!(self, Self::Log4brains)
    }

    pub(super) fn file_name(self, number: u32, day: &Day, slug: &str) -> String {
        match self {
            Self::Madr | Self::AdrTools => format!("{number:04}-{slug}.md"),
            Self::Log4brains => format!("{}-{slug}.md", day.as_str().replace('-', "")),
        }
    }
}

/// How far a decision is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Status {
    /// It waits for whoever decides.
    Proposed,
    /// It is taken.
    Accepted,
    /// It was decided against.
    Rejected,
}

impl Status {
    /// Every status, in the order in which a decision takes them.
    pub const ALL: [Self; 3] = [Self::Proposed, Self::Accepted, Self::Rejected];

    /// The word for it, in every dialect.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Proposed => "proposed",
            Self::Accepted => "accepted",
            Self::Rejected => "rejected",
        }
    }

    /// What it says: a phrase to follow the word.
    #[must_use]
    pub const fn what(self) -> &'static str {
        match self {
            Self::Proposed => "it waits for whoever decides",
            Self::Accepted => "it is taken",
            Self::Rejected => "it was decided against",
        }
    }

    /// The status that `id` stands for.
    #[must_use]
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|status| status.id() == id)
    }
}
