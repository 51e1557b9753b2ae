//! Papers, in every format there is.

use plumbline_assess::Assessment;
use plumbline_knowledge::Knowledge;
use plumbline_report::{Format, Kind, Medium, Options};
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

    /// What a kind of paper can be written in.
    #[must_use]
    pub fn of(_kind: Kind) -> Vec<Self> {
        Self::ALL.to_vec()
    }

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

    /// Writes a paper in this format. The assessment is the one of the workload with the same knowledge.
    ///
    /// # Errors
    /// The date is not a day in ISO 8601, a diagram or template can't be rendered, or a paper that has to
    /// be on one page takes more.
    pub fn write(
        self,
        knowledge: &Knowledge,
        workload: &Workload,
        assessment: &Assessment,
        kind: Kind,
        options: &Options<'_>,
    ) -> Result<Vec<u8>, PrintError> {
        match self {
            Self::Text(format) => {
                let text = plumbline_report::report(
                    knowledge, workload, assessment, kind, format, options,
                )?;
                Ok(text.into_bytes())
            }
            Self::Pdf => {
                let paper = plumbline_report::paper(
                    knowledge,
                    workload,
                    assessment,
                    kind,
                    Medium::Page,
                    options,
                )?;
                pdf::paper(&paper, options.date)
            }
        }
    }
}
