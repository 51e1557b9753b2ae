//! Papers, in every format there is.

use plumbline_assess::Assessment;
use plumbline_knowledge::Knowledge;
use plumbline_report::{Format, Kind, Medium, Options, Written, paper, report};
use plumbline_workload::Workload;

use crate::error::PrintError;
use crate::pdf;

/// What a paper is written in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum PaperFormat {
    /// A format that the report writes itself.
    Text(Format),
    /// Pages to print and to send, which look alike everywhere.
    Pdf,
}

impl PaperFormat {
    /// Every format: those of the report, then PDF.
    pub const ALL: [Self; Format::ALL.len() + 1] = {
        let mut all = [Self::Pdf; Format::ALL.len() + 1];
        let mut index = 0;
        while index < Format::ALL.len() {
            all[index] = Self::Text(Format::ALL[index]);
            index += 1;
        }
        all
    };

    /// The word for it on the command line.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Text(format) => format.id(),
            Self::Pdf => "pdf",
        }
    }

    /// What people call it.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::Text(format) => format.label(),
            Self::Pdf => "Pages to print (PDF)",
        }
    }

    /// What its files end in, without the dot.
    #[must_use]
    pub const fn extension(self) -> &'static str {
        self.id()
    }

    /// What it is good for: a phrase to follow the label.
    #[must_use]
    pub const fn what(self) -> &'static str {
        match self {
            Self::Text(format) => format.what(),
            Self::Pdf => "pages that look alike everywhere, to print and send",
        }
    }

    /// What browsers and mail programs call it.
    #[must_use]
    pub const fn media_type(self) -> &'static str {
        match self {
            Self::Text(format) => format.media_type(),
            Self::Pdf => "application/pdf",
        }
    }

    /// The format that `id` stands for.
    #[must_use]
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|format| format.id() == id)
    }
}

/// A kind of paper in a format that it can be had in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PaperFile {
    /// Written by the report itself.
    Text(Written),
    /// This kind as pages to print.
    Pdf(Kind),
}

impl PaperFile {
    /// The kind in this format; none where it can't be had so.
    #[must_use]
    pub fn new(kind: Kind, format: PaperFormat) -> Option<Self> {
        match format {
            PaperFormat::Text(format) => kind.written_in(format).map(Self::Text),
            PaperFormat::Pdf => Some(Self::Pdf(kind)),
        }
    }

    /// The kind in every format that it can be had in.
    #[must_use]
    pub fn all_of(kind: Kind) -> Vec<Self> {
        let formats = PaperFormat::ALL.into_iter();
        formats
            .filter_map(|format| Self::new(kind, format))
            .collect()
    }

    /// What kind of paper it is.
    #[must_use]
    pub const fn kind(self) -> Kind {
        match self {
            Self::Text(written) => written.kind(),
            Self::Pdf(kind) => kind,
        }
    }

    /// What it is written in.
    #[must_use]
    pub const fn format(self) -> PaperFormat {
        match self {
            Self::Text(written) => PaperFormat::Text(written.format()),
            Self::Pdf(_) => PaperFormat::Pdf,
        }
    }

    /// Writes the paper. The assessment is the one of the workload with the same knowledge.
    ///
    /// # Errors
    /// The date is not a day in ISO 8601, a diagram or template can't be rendered, or a paper that has to
    /// be on one page takes more.
    pub fn write(
        self,
        knowledge: &Knowledge,
        workload: &Workload,
        assessment: &Assessment,
        options: &Options<'_>,
    ) -> Result<Vec<u8>, PrintError> {
        match self {
            Self::Text(written) => {
                let text = report(knowledge, workload, assessment, written, options)?;
                Ok(text.into_bytes())
            }
            Self::Pdf(kind) => {
                let medium = Medium::Page;
                let paper = paper(knowledge, workload, assessment, kind, medium, options)?;
                pdf::paper(&paper, options.date)
            }
        }
    }
}
