//! What is wrong, where, and what to do about it.

use std::fmt;
use std::sync::Arc;

use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet, normalize_untrusted_str};
use serde::{Deserialize, Serialize};

use crate::source::floor_boundary;
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

    /// The diagnostic as several lines of text without a final line end: message, the line that
    /// is wrong with an underline, help. With `colour`, for a terminal that understands ANSI
    /// escapes. A long line is clipped around the place.
    #[must_use]
    pub fn render(&self, colour: bool) -> String {
        let level = match self.severity {
            Severity::Error => Level::ERROR,
            Severity::Warning => Level::WARNING,
        };
        let mut group = Group::with_title(level.primary_title(harmless(&self.message)));
        if let Some(place) = &self.place {
            let window = Window::around(&place.source.text, place.span);
            let (line, _) = place.source.line_column(place.span.start);
            let label = (!place.label.is_empty()).then(|| harmless(&place.label));
            group = group.element(
                Snippet::source(window.text)
                    .path(harmless(&place.source.name))
                    .line_start(line)
                    .annotation(AnnotationKind::Primary.span(window.range).label(label)),
            );
        }
        if let Some(help) = &self.help {
            group = group.element(Level::HELP.message(harmless(help)));
        }
        let renderer = if colour {
            Renderer::styled()
        } else {
            Renderer::plain()
        };
        renderer.term_width(WIDTH).render(&[group])
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

/// The width that the line shown is fitted into, in columns. Fixed, since a pure crate cannot ask
/// the terminal, and output must be the same everywhere.
const WIDTH: usize = 120;

/// The part of a text that is given to the renderer: one line, cut off some way after the place.
///
/// What stands before the place stays, since the renderer counts it for the column; it clips what
/// it shows to the [`WIDTH`] by itself, but never a marked range, which is why that is cut here.
struct Window {
    text: String,
    /// What to underline, in bytes of `text`.
    range: std::ops::Range<usize>,
}

impl Window {
    /// Characters kept from the place on, and how many of them may be underlined.
    const KEPT: usize = 200;
    const MARKED: usize = 60;

    /// A span of several lines is shown by its first one: the place is where the eye should
    /// start, and a whole mapping underlined says less.
    fn around(text: &str, span: Span) -> Self {
        let start = floor_boundary(text, span.start);
        let (before, after) = text.split_at_checked(start).unwrap_or((text, ""));
        let before = before.rsplit('\n').next().unwrap_or("");
        let before = before.trim_start_matches('\u{feff}');
        let after = after.split('\n').next().unwrap_or("");
        let after = after.strip_suffix('\r').unwrap_or(after);
        let kept = first_characters(after, Self::KEPT);
        let marked = floor_boundary(after, span.end.saturating_sub(start));
        let marked = marked.min(first_characters(after, Self::MARKED).len());
        let shown = one_for_one(before);
        let from = shown.len();
        Self {
            text: shown + &one_for_one(kept),
            range: from..from + one_for_one(after.get(..marked).unwrap_or("")).len(),
        }
    }
}

/// Text that cannot steer a terminal: control characters as their pictures.
fn harmless(text: &str) -> String {
    one_for_one(&normalize_untrusted_str(text))
}

/// The same with the control characters replaced that the renderer leaves alone in a line of
/// source; a character for a character, so that columns stay.
fn one_for_one(text: &str) -> String {
    text.chars()
        .map(|character| match character {
            '\u{80}'..='\u{9f}' => '\u{fffd}',
            _ => character,
        })
        .collect()
}

/// The text up to `most` characters.
fn first_characters(text: &str, most: usize) -> &str {
    let end = text.char_indices().nth(most).map(|(at, _)| at);
    end.and_then(|end| text.get(..end)).unwrap_or(text)
}
