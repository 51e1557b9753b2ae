//! Places inside text that is written over several lines.

use std::ops::Range;

use crate::{Source, Span};

/// Where `range` of `text` stands inside `span`, when the source differs from the text in white
/// space alone (after what opens it: an anchor, a tag, a quote, the header of a block).
///
/// Folding and indentation only ever change white space, so the other characters stand in the same
/// order in both and the n-th of one is the n-th of the other. None when they do not, as with
/// escapes.
pub(crate) fn span_within(
    source: &Source,
    span: Span,
    text: &str,
    range: Range<usize>,
) -> Option<Span> {
    let (from, body) = body(source, span)?;
    let mut written = solid(body);
    let mut start = None;
    let mut end = None;
    let mut last = from;
    for (at, character) in solid(text) {
        let (found, same) = written.next()?;
        if same != character {
            return None;
        }
        if start.is_none() && at >= range.start {
            start = Some(from + found);
        }
        if end.is_none() && at >= range.end {
            end = Some(last);
        }
        last = from + found + character.len_utf8();
    }
    if written.next().is_some() {
        return None;
    }
    let start = start.unwrap_or(last);
    Some(Span::new(start, end.unwrap_or(last).max(start)))
}

/// The characters that folding and indentation leave alone.
fn solid(text: &str) -> impl Iterator<Item = (usize, char)> {
    text.char_indices()
        .filter(|(_, character)| !character.is_whitespace())
}

/// What is left of a scalar without what opens and closes it, and the byte offset of that.
fn body(source: &Source, span: Span) -> Option<(usize, &str)> {
    let whole = source.slice(span);
    let mut rest = whole;
    loop {
        rest = rest.trim_start();
        match rest.chars().next()? {
            // An anchor or a tag goes up to the next white space.
            '&' | '!' => rest = rest.get(rest.find(char::is_whitespace)?..)?,
            // The header of a block is its first line.
            '|' | '>' => {
                rest = rest.get(rest.find('\n')?..)?;
                break;
            }
            quote @ ('"' | '\'') => {
                rest = rest.strip_prefix(quote)?;
                let at = span.start + (whole.len() - rest.len());
                return Some((at, rest.strip_suffix(quote)?));
            }
            _ => break,
        }
    }
    Some((span.start + (whole.len() - rest.len()), rest))
}
