//! What is wrong, where, and what to do about it.

use std::fmt;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::{Source, Span};

/// How bad a [`Diagnostic`] is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// Nothing comes of the input.
    Error,
    /// The input is used, but something about it is doubtful.
    Warning,
}

/// A place in a text, with a few words on what stands there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// The text.
    pub source: Arc<Source>,
    /// The range that is underlined.
    pub span: Span,
    /// What is said beside the underline; may be empty.
    pub label: String,
}

/// One thing that is wrong: a message, where, and what to do.
///
/// Messages are lowercase, without a full stop, with the user's own text in backticks (see
/// [`quote`]); what to do goes into the help.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// How bad it is.
    pub severity: Severity,
    /// What is wrong.
    pub message: String,
    /// Where it is wrong, if that is in a text.
    pub place: Option<Place>,
    /// What to do about it.
    pub help: Option<String>,
}

impl Diagnostic {
    /// An error with this message.
    pub fn error(message: impl Into<String>) -> Self {
        Self::new(Severity::Error, message.into())
    }

    /// A warning with this message.
    pub fn warning(message: impl Into<String>) -> Self {
        Self::new(Severity::Warning, message.into())
    }

    fn new(severity: Severity, message: String) -> Self {
        Self {
            severity,
            message,
            place: None,
            help: None,
        }
    }

    /// The same, pointing at `span` in `source`; `label` is said beside the underline.
    #[must_use]
    pub fn at(mut self, source: &Arc<Source>, span: Span, label: impl Into<String>) -> Self {
        self.place = Some(Place {
            source: Arc::clone(source),
            span,
            label: label.into(),
        });
        self
    }

    /// The same, saying what to do.
    #[must_use]
    pub fn help(mut self, text: impl Into<String>) -> Self {
        self.help = Some(text.into());
        self
    }

    /// The 1-based line and column of the place; columns count characters.
    #[must_use]
    pub fn line_column(&self) -> Option<(usize, usize)> {
        let place = self.place.as_ref()?;
        Some(place.source.line_column(place.span.start))
    }
}

/// One line for logs and tests: `name:line:column: error: message`.
impl fmt::Display for Diagnostic {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let (Some(place), Some((line, column))) = (&self.place, self.line_column()) {
            write!(formatter, "{}:{line}:{column}: ", place.source.name)?;
        }
        let severity = match self.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
        };
        write!(formatter, "{severity}: {}", self.message)
    }
}

impl std::error::Error for Diagnostic {}

/// The user's own text for use in a message: in backticks, on one line, clipped when long.
#[must_use]
pub fn quote(text: &str) -> String {
    quote_up_to(text, 60)
}

/// A path for use in a message, quoted like other text but whole: what is cut off can't be found.
/// 4,096 characters are the longest that systems take.
#[must_use]
pub fn quote_path(path: &str) -> String {
    quote_up_to(path, 4096)
}

fn quote_up_to(text: &str, longest: usize) -> String {
    let mut shown = String::from("`");
    for (count, character) in text.chars().enumerate() {
        if count == longest {
            shown.push('…');
            break;
        }
        shown.push(if character == '\n' { '⏎' } else { character });
    }
    shown.push('`');
    shown
}
