//! Why there is no document.

use std::error::Error;
use std::fmt::{self, Display};

/// Why a document can't be written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ReportError {
    /// The date is not a day in ISO 8601.
    Date(String),
    /// A diagram can't be drawn: what is wrong with the pattern.
    Diagram(String),
    /// A template can't be rendered: what the template engine says.
    Template(String),
}

impl Display for ReportError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Date(date) => write!(
                f,
                "`{date}` is not a date\nhelp: write the day as `2026-11-21`"
            ),
            Self::Diagram(fault) => write!(f, "the diagram can't be drawn: {fault}"),
            Self::Template(fault) => {
                write!(
                    f,
                    "the document's template can't be rendered: {fault}\nhelp: this is a mistake in the template"
                )
            }
        }
    }
}

impl Error for ReportError {}

impl From<minijinja::Error> for ReportError {
    fn from(error: minijinja::Error) -> Self {
        Self::Template(format!("{error:#}"))
    }
}
