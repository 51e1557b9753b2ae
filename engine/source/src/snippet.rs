//! Diagnostics drawn for people, with the text underlined. A feature of its own, since the page does
//! without: it asks for the drawing where it has a file to complain about.

use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet, normalize_untrusted_str};

use crate::source::floor_boundary;
use crate::{Diagnostic, Severity, Span};

impl Diagnostic {
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
