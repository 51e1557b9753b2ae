//! Why nothing can be printed.

use std::error::Error;
use std::fmt::{self, Display};

use plumbline_diagram::Fault;
use plumbline_report::ReportError;

/// Why a paper or a diagram can't be written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PrintError {
    /// The paper can't be made in the first place.
    Report(ReportError),
    /// The day is not one of the calendar, in ISO 8601.
    Date(String),
    /// What is wrong with the diagram.
    Diagram(Vec<Fault>),
    /// A paper of one page doesn't fit on one page in type that people can read: its title, and how
    /// many pages it would take.
    TooLong(String, usize),
    /// The typesetter or the drawing library refused what we gave it: what it says.
    Typesetter(String),
}

impl PrintError {
    /// What is wrong.
    #[must_use]
    pub fn message(&self) -> String {
        match self {
            Self::Report(error) => error.message(),
            Self::Date(date) => format!("`{date}` is not a date"),
            Self::Diagram(faults) => {
                let messages: Vec<&str> =
                    faults.iter().map(|fault| fault.message.as_str()).collect();
                format!("the diagram can't be drawn: {}", messages.join("; "))
            }
            Self::TooLong(title, pages) => format!(
                "`{title}` takes {pages} pages in the smallest type that people can read, and has to fit on one"
            ),
            Self::Typesetter(fault) => format!("the page can't be set: {fault}"),
        }
    }

    /// What to do about it.
    #[must_use]
    pub fn help(&self) -> &str {
        match self {
            Self::Report(error) => error.help(),
            Self::Date(_) => "write the day as `2026-11-21`",
            Self::Diagram(_) => "this is a mistake in the pattern that is drawn",
            Self::TooLong(..) => {
                "shorten the longest texts of the workload, or ask for HTML, which may be longer than a page"
            }
            Self::Typesetter(_) => {
                "this is a mistake in Plumbline; ask for another format meanwhile, such as HTML or SVG"
            }
        }
    }
}

impl Display for PrintError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}\nhelp: {}", self.message(), self.help())
    }
}

impl Error for PrintError {}

impl From<ReportError> for PrintError {
    fn from(error: ReportError) -> Self {
        Self::Report(error)
    }
}
