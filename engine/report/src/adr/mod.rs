//! Decision records as teams file them: the dialects, the numbering of a folder, and what happens
//! to a record that a newer one supersedes.

mod detect;
mod dialect;
mod name;
mod older;

use plumbline_assess::Assessment;
use plumbline_knowledge::Knowledge;
use plumbline_workload::{Day, Workload};

pub use detect::{MARKERS, dialect_of_marker, dialect_of_records, next_number};
pub use dialect::{Dialect, Status};
pub use older::{Older, SupersedeError, superseded};

use crate::Options;
use crate::error::ReportError;
use crate::kind::Kind;
use crate::paper::Medium;
use crate::view::View;
use name::slug;

/// How a decision record is filed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Filing {
    /// The form of the records beside it.
    pub dialect: Dialect,
    /// Its number. Records of log4brains are named after the day and have none.
    pub number: u32,
    /// How far the decision is; without it, what the workload's decisions say.
    pub status: Option<Status>,
    /// The record that it supersedes.
    pub supersedes: Option<Older>,
    /// The trade-off of the knowledge base that is decided on; without it, where the workload runs.
    pub trade_off: Option<usize>,
}

impl Filing {
    /// The first record of a folder: the verdict, superseding nothing.
    #[must_use]
    pub const fn first(dialect: Dialect) -> Self {
        Self {
            dialect,
            number: 1,
            status: None,
            supersedes: None,
            trade_off: None,
        }
    }
}

/// A decision record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Record {
    /// The form that it has.
    pub dialect: Dialect,
    /// Its number; none in a dialect without numbers.
    pub number: Option<u32>,
    /// The title, as text.
    pub title: String,
    /// The title as a part of file names: `run-checkout-on-functions`.
    pub slug: String,
    /// The name of its file, safe on every system: `0008-run-checkout-on-functions.md`.
    pub name: String,
    /// The file's text, in Markdown.
    pub text: String,
}

/// Writes the decision record of a workload. The assessment is the one of the workload with the same
/// knowledge.
///
/// # Errors
/// The date is not a day in ISO 8601, or the template can't be rendered.
pub fn record(
    knowledge: &Knowledge,
    workload: &Workload,
    assessment: &Assessment,
    filing: &Filing,
    options: &Options<'_>,
) -> Result<Record, ReportError> {
    let day = Day::parse(options.date).ok_or_else(|| ReportError::Date(options.date.to_owned()))?;
    let (kind, medium) = (Kind::Adr, Medium::Text);
    let mut view = View::new(knowledge, workload, assessment, kind, medium, options, &day)?;
    view.file(knowledge, workload, assessment, filing, &day);
    let text = options.templates().markdown(kind, &view)?;
    let title = view.record_title().to_owned();
    let slug = slug(&title);
    Ok(Record {
        dialect: filing.dialect,
        number: filing.dialect.is_numbered().then_some(filing.number),
        name: filing.dialect.file_name(filing.number, &day, &slug),
        title,
        slug,
        text,
    })
}
