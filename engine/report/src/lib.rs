//! The papers that a decision needs, from an assessment.
//!
//! ```text
//! knowledge, workload, assessment → View (one for all papers) → Markdown template → Markdown
//!                                                                              → HTML page
//! ```
//!
//! Whatever a workload file says is text to a reader and nothing else: `markdown` escapes every
//! value that a template prints, and `html` lets no markup of others through.

mod error;
mod html;
mod kind;
mod markdown;
mod template;
mod view;

use plumbline_assess::Assessment;
use plumbline_knowledge::{Knowledge, Provider};
use plumbline_workload::{Day, Workload};

pub use error::ReportError;
pub use kind::{Format, Kind};

use view::View;

/// What a document depends on besides the assessment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Options<'a> {
    /// The day of the document, in ISO 8601: `2026-11-21`.
    pub date: &'a str,
    /// Whose services and mitigations the document names.
    pub provider: Provider,
}

/// Writes a document. The assessment is the one of the workload with the same knowledge.
///
/// # Errors
/// The date is not a day in ISO 8601, or a diagram or template can't be rendered.
pub fn report(
    knowledge: &Knowledge,
    workload: &Workload,
    assessment: &Assessment,
    kind: Kind,
    format: Format,
    options: &Options<'_>,
) -> Result<String, ReportError> {
    let today =
        Day::parse(options.date).ok_or_else(|| ReportError::Date(options.date.to_owned()))?;
    let view = View::new(
        knowledge, workload, assessment, kind, format, options, &today,
    )?;
    let text = template::markdown(kind, &view)?;
    match format {
        Format::Markdown => Ok(text),
        Format::Html => html::page(kind, &view, &text),
    }
}
