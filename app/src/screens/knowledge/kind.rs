//! The kinds of entries, with their addresses and names.

use crate::place::Place;

/// A kind of entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// What is asked.
    Questions,
    /// What speaks for or against an option.
    Rules,
    /// What a verdict costs.
    TradeOffs,
    /// What to settle.
    Checklists,
    /// What the providers offer.
    Services,
    /// What services do in a design.
    Roles,
    /// Reference architectures.
    Patterns,
    /// What the guides state.
    Claims,
    /// Answers that can't all be true.
    Contradictions,
    /// The guides.
    Guides,
    /// What else is cited.
    Sources,
}

impl Kind {
    /// All of them, as they are shown.
    pub const ALL: [Self; 11] = [
        Self::Questions,
        Self::Rules,
        Self::TradeOffs,
        Self::Checklists,
        Self::Services,
        Self::Roles,
        Self::Patterns,
        Self::Claims,
        Self::Contradictions,
        Self::Guides,
        Self::Sources,
    ];

    /// As in addresses, and as the folder or file in `knowledge/` is called.
    #[must_use]
    pub const fn slug(self) -> &'static str {
        self.words().0
    }

    /// What people call it.
    #[must_use]
    pub const fn label(self) -> &'static str {
        self.words().1
    }

    /// What it is, in a sentence.
    #[must_use]
    pub const fn what(self) -> &'static str {
        self.words().2
    }

    /// The group in the palette.
    #[must_use]
    pub const fn group(self) -> &'static str {
        self.words().3
    }

    const fn words(self) -> (&'static str, &'static str, &'static str, &'static str) {
        match self {
            Self::Questions => (
                "questions",
                "Questions",
                "What is asked of a workload, and why.",
                "Knowledge: questions",
            ),
            Self::Rules => (
                "rules",
                "Rules",
                "What speaks for or against a way to run it.",
                "Knowledge: rules",
            ),
            Self::TradeOffs => (
                "trade-offs",
                "Trade-offs",
                "What a verdict costs, and what softens it.",
                "Knowledge: trade-offs",
            ),
            Self::Checklists => (
                "checklists",
                "Checklist items",
                "What to settle before and after launch.",
                "Knowledge: checklists",
            ),
            Self::Services => (
                "services",
                "Services",
                "What the providers offer, with limits and dates.",
                "Knowledge: services",
            ),
            Self::Roles => (
                "roles",
                "Roles",
                "What services do in a design, and who does it where.",
                "Knowledge: roles",
            ),
            Self::Patterns => (
                "patterns",
                "Patterns",
                "Reference architectures, step by step.",
                "Knowledge: patterns",
            ),
            Self::Claims => (
                "claims",
                "Claims",
                "What guides state, and whether it still holds.",
                "Knowledge: claims",
            ),
            Self::Contradictions => (
                "contradictions",
                "Contradictions",
                "Answers that can't all be true.",
                "Knowledge: contradictions",
            ),
            Self::Guides => (
                "guides",
                "Guides",
                "The teaching texts that this was drawn from.",
                "Knowledge: guides",
            ),
            Self::Sources => (
                "sources",
                "Sources",
                "Measurements, documentation and writing.",
                "Knowledge: sources",
            ),
        }
    }

    /// The kind of this slug.
    #[must_use]
    pub fn from_slug(slug: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.slug() == slug)
    }

    /// The path of an entry.
    #[must_use]
    pub fn path(self, id: &str) -> String {
        Place::knowledge(Some(self.slug()), Some(id)).path()
    }
}
