//! What there is to choose from. Whatever the report and the diagram know of is here by itself.

use plumbline_api::{DocumentFormat, DocumentKind};
use plumbline_print::{DiagramFormat, PaperFile};
use plumbline_report::Kind as Paper;
use plumbline_report::adr::Dialect;

/// The id of the one kind that isn't a paper.
const DIAGRAM: &str = "diagram";

/// The format in which papers are looked at first.
const LOOKED_AT: &str = "html";

/// A kind of document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A paper on the whole workload.
    Paper(Paper),
    /// The reference architecture of the whole or of a part.
    Diagram,
}

impl Kind {
    /// Every kind, in the order in which they are shown.
    pub fn all() -> impl Iterator<Item = Self> {
        Paper::ALL
            .into_iter()
            .map(Self::Paper)
            .chain([Self::Diagram])
    }

    /// The word for it.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Paper(paper) => paper.id(),
            Self::Diagram => DIAGRAM,
        }
    }

    const fn label(self) -> &'static str {
        match self {
            Self::Paper(paper) => paper.label(),
            Self::Diagram => "Architecture diagram",
        }
    }

    const fn what(self) -> &'static str {
        match self {
            Self::Paper(paper) => paper.what(),
            Self::Diagram => "the reference architecture on one cloud, of the whole or of a part",
        }
    }

    /// What it can be had in, the one to look at first: whoever chooses wants to see it before
    /// they want to edit it.
    pub fn formats(self) -> Vec<Format> {
        match self {
            Self::Paper(paper) => {
                let mut files = PaperFile::all_of(paper);
                files.sort_by_key(|file| file.format().id() != LOOKED_AT);
                let dialects = Dialect::ALL.into_iter().map(Format::Record);
                let more = dialects.filter(|format| {
                    paper == Paper::Adr && *format != Format::Record(Dialect::Madr)
                });
                files.into_iter().map(Format::Paper).chain(more).collect()
            }
            Self::Diagram => DiagramFormat::ALL.map(Format::Diagram).to_vec(),
        }
    }
}

/// A format of a kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// Of a paper.
    Paper(PaperFile),
    /// Of a decision record, in another dialect than the one that [`Format::Paper`] gives.
    Record(Dialect),
    /// Of a diagram.
    Diagram(DiagramFormat),
}

impl Format {
    /// The word for it.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Paper(file) => file.format().id(),
            Self::Record(dialect) => dialect.id(),
            Self::Diagram(format) => format.id(),
        }
    }

    const fn label(self) -> &'static str {
        match self {
            Self::Paper(file) => file.format().label(),
            Self::Record(dialect) => dialect.label(),
            Self::Diagram(format) => format.label(),
        }
    }
}

/// Every kind with its formats.
pub fn kinds() -> Vec<DocumentKind> {
    Kind::all()
        .map(|kind| DocumentKind {
            id: kind.id().to_owned(),
            label: kind.label().to_owned(),
            what: sentence(kind.what()),
            of_part: kind == Kind::Diagram,
            formats: kind
                .formats()
                .into_iter()
                .map(|format| DocumentFormat {
                    id: format.id().to_owned(),
                    label: format.label().to_owned(),
                })
                .collect(),
        })
        .collect()
}

fn sentence(phrase: &str) -> String {
    let mut characters = phrase.chars();
    characters.next().map_or_else(String::new, |first| {
        format!("{}{}.", first.to_uppercase(), characters.as_str())
    })
}
