//! Why there is no document.

use std::error::Error;
use std::fmt::{self, Display};

use plumbline_source::Diagnostic;

/// Why a document can't be written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ReportError {
    /// The date is not a day in ISO 8601.
    Date(String),
    /// A diagram can't be drawn: what is wrong with the pattern.
    Diagram(String),
    /// A template can't be rendered: what is wrong with it, and where.
    Template(Box<Diagnostic>),
}

impl ReportError {
    /// What is wrong.
    #[must_use]
    pub fn message(&self) -> String {
        match self {
            Self::Date(date) => format!("`{date}` is not a date"),
            Self::Diagram(fault) => format!("the diagram can't be drawn: {fault}"),
            Self::Template(fault) => fault.to_string(),
        }
    }

    /// What to do about it.
    #[must_use]
    pub fn help(&self) -> &str {
        match self {
            Self::Date(_) => "write the day as `2026-11-21`",
            Self::Diagram(_) => "this is a mistake in the pattern that is drawn",
            Self::Template(fault) => fault.help.as_deref().unwrap_or("correct the template"),
        }
    }
}

impl Display for ReportError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}\nhelp: {}", self.message(), self.help())
    }
}

impl Error for ReportError {}

impl From<ReportError> for Diagnostic {
    fn from(error: ReportError) -> Self {
        match error {
            ReportError::Template(fault) => *fault,
            error => Self::error(error.message()).help(error.help()),
        }
    }
}
