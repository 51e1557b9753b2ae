//! Where knowledge comes from: guides, sources, and the file that an entry stands in.

use serde::{Deserialize, Serialize};

use super::words;

/// Where an entry is written.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Origin {
    /// The file, relative to the knowledge folder, with `/` between its parts.
    pub file: String,
    /// The 1-based line on which the entry starts.
    pub line: usize,
    /// Whether an organisation's overlay brought it, and not the knowledge under it.
    pub overlay: bool,
}

/// What an entry cites.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Reference {
    /// A section of a guide.
    Guide {
        /// Index into [`Knowledge::guides`](super::Knowledge::guides).
        guide: usize,
        /// Index into [`Guide::sections`].
        section: usize,
    },
    /// Index into [`Knowledge::sources`](super::Knowledge::sources).
    Source(usize),
}

/// A guide that the knowledge was drawn from, with all its headed sections.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Guide {
    /// For example `guide-003`.
    pub id: String,
    /// The guide's own title.
    pub title: String,
    /// In the order of the guide.
    pub sections: Vec<GuideSection>,
    /// Where it is written.
    pub origin: Origin,
}

/// A headed section of a guide.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct GuideSection {
    /// The heading as an anchor, for example `cold-start-factors`.
    pub id: String,
    /// The heading.
    pub title: String,
    /// The 1-based line of the heading in the guide.
    pub line: u32,
}

words! {
    /// How a source came to know.
    pub enum SourceKind {
        /// Somebody measured it and published how.
        Measured = "measured", "measured";
        /// A provider's own documentation or interface.
        Official = "official", "official documentation";
        /// Somebody writes about it.
        Secondary = "secondary", "secondary";
        /// A teaching text.
        Guide = "guide", "guide";
    }
}

/// A source besides the guides.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Source {
    /// For example `eismann-2020`.
    pub id: String,
    /// Authors, title, and what else helps to find it.
    pub title: String,
    /// Where it is published, if it is on the web.
    pub url: Option<String>,
    /// Year, month or day in ISO 8601: `2020`, `2026-08` or `2026-08-31`.
    pub date: String,
    /// How it came to know.
    pub kind: SourceKind,
    /// Where it is written.
    pub origin: Origin,
}
