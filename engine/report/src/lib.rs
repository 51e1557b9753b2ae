//! The papers that a decision needs, from an assessment.
//!
//! ```text
//! knowledge, workload, assessment → View (one for all papers) → Markdown template → Markdown
//!                                                                              → HTML page
//! ```
//!
//! Whatever a workload file says is text to a reader and nothing else: `markdown` escapes every
//! value that a template prints, and `html` lets no markup of others through.

pub mod adr;
mod content;
pub mod csv;
mod error;
mod html;
mod kind;
mod markdown;
mod paper;
mod template;
mod view;
mod yaml;

use plumbline_assess::Assessment;
use plumbline_knowledge::{Knowledge, Provider};
use plumbline_workload::{Day, Workload};

pub use error::ReportError;
pub use kind::{Format, Kind, Written};
pub use paper::{Medium, Paper, Picture, Subject};
pub use template::Templates;

use view::View;

/// What a document depends on besides the assessment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Options<'a> {
    /// The day of the document, in ISO 8601: `2026-11-21`.
    pub date: &'a str,
    /// Whose services and mitigations the document names.
    pub provider: Provider,
    /// An organisation's own templates; none for the built-in ones.
    pub templates: Option<&'a Templates>,
}

impl<'a> Options<'a> {
    pub(crate) fn templates(&self) -> &'a Templates {
        static BUILT_IN: Templates = Templates::BUILT_IN;
        self.templates.unwrap_or(&BUILT_IN)
    }
}

/// Makes a document for a medium. The assessment is the one of the workload with the same knowledge.
///
/// # Errors
/// The date is not a day in ISO 8601, or a diagram or template can't be rendered.
pub fn paper(
    knowledge: &Knowledge,
    workload: &Workload,
    assessment: &Assessment,
    kind: Kind,
    medium: Medium,
    options: &Options<'_>,
) -> Result<Paper, ReportError> {
    let today =
        Day::parse(options.date).ok_or_else(|| ReportError::Date(options.date.to_owned()))?;
    let view = View::new(
        knowledge, workload, assessment, kind, medium, options, &today,
    )?;
    let markdown = options.templates().markdown(kind, &view)?;
    let title = format!("{}: {}", markdown::one_line(view.name()), kind.label());
    Ok(Paper {
        kind,
        title,
        markdown,
        pictures: view.into_pictures(),
    })
}

/// Writes a document in a format.
///
/// # Errors
/// As [`paper`] does.
pub fn report(
    knowledge: &Knowledge,
    workload: &Workload,
    assessment: &Assessment,
    written: Written,
    options: &Options<'_>,
) -> Result<String, ReportError> {
    let paper = |medium| {
        paper(
            knowledge,
            workload,
            assessment,
            written.kind(),
            medium,
            options,
        )
    };
    match written.format() {
        Format::Markdown => Ok(paper(Medium::Text)?.markdown),
        Format::Html => html::page(&paper(Medium::Page)?, options.templates()),
        Format::Csv => {
            Day::parse(options.date).ok_or_else(|| ReportError::Date(options.date.to_owned()))?;
            Ok(view::checklist_table(workload, assessment))
        }
    }
}
