//! Named texts, ranges in them, and how bytes become a text.

use std::fmt;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::Diagnostic;

/// A named text, shared as `Arc<Source>` by everything that points into it.
#[derive(Clone, PartialEq, Eq)]
pub struct Source {
    /// What the user typed as path, or what else names the text; shown in diagnostics.
    pub name: String,
    /// The whole text, as UTF-8 without a byte order mark.
    pub text: String,
}

impl Source {
    /// A source of this name and text, ready to be shared.
    pub fn new(name: impl Into<String>, text: impl Into<String>) -> Arc<Self> {
        Arc::new(Self {
            name: name.into(),
            text: text.into(),
        })
    }

    /// The text of `span`; empty where the span does not fit the text.
    #[must_use]
    pub fn slice(&self, span: Span) -> &str {
        self.text.get(span.start..span.end).unwrap_or("")
    }

    /// The 1-based line and column of a byte offset. Columns count characters, not bytes. An
    /// offset past the end counts as the end, one inside a character as the character's start.
    #[must_use]
    pub fn line_column(&self, offset: usize) -> (usize, usize) {
        let offset = floor_boundary(&self.text, offset);
        let before = self.text.get(..offset).unwrap_or("");
        let line_start = before.rfind('\n').map_or(0, |newline| newline + 1);
        let line = before.bytes().filter(|byte| *byte == b'\n').count() + 1;
        let in_line = before.get(line_start..).unwrap_or("");
        let column = in_line.trim_start_matches('\u{feff}').chars().count() + 1;
        (line, column)
    }
}

// Sources hold whole files: in a failing test the name is what helps, not a megabyte of text.
impl fmt::Debug for Source {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            formatter,
            "Source({:?}, {} bytes)",
            self.name,
            self.text.len()
        )
    }
}

/// A range of bytes in a [`Source`], from `start` up to but not including `end`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Span {
    /// Byte offset of the first byte.
    pub start: usize,
    /// Byte offset just past the last byte.
    pub end: usize,
}

impl Span {
    /// The span from `start` up to but not including `end`.
    #[must_use]
    pub const fn new(start: usize, end: usize) -> Self {
        Self { start, end }
    }

    /// The empty span at `offset`.
    #[must_use]
    pub const fn at(offset: usize) -> Self {
        Self {
            start: offset,
            end: offset,
        }
    }
}

/// How much a text may ask for before it is refused. Hostile files are small and grow when read:
/// each way of growing has its own limit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// The longest text, in bytes. Text copied by aliases may add up to as much again.
    pub bytes: usize,
    /// The most nodes (scalars, lists and mappings) that a text may write out.
    pub nodes: usize,
    /// The deepest nesting of lists and mappings; never more than [`Limits::DEEPEST`].
    pub depth: usize,
    /// The most nodes that aliases may copy.
    pub expansion: usize,
}

impl Limits {
    /// No limit on depth goes beyond this, so that walking a tree cannot exhaust the stack.
    pub const DEEPEST: usize = 256;

    /// The limits for a workload file: 1 MB.
    #[must_use]
    pub fn workload() -> Self {
        Self {
            bytes: 1_000_000,
            ..Self::default()
        }
    }
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            bytes: 2_000_000,
            nodes: 200_000,
            depth: 64,
            expansion: 20_000,
        }
    }
}

/// The error for a text longer than the limit; whoever reads files asks for the size first and
/// need not read a huge one to refuse it. Sizes are in bytes.
#[must_use]
pub fn too_large(name: &str, size: u64, limits: &Limits) -> Diagnostic {
    let limit = u64::try_from(limits.bytes).unwrap_or(u64::MAX);
    Diagnostic::error(format!(
        "{} is too large: {}, and at most {} can be read",
        crate::quote(name),
        megabytes(size),
        megabytes(limit)
    ))
    .help("split the file, or check that it is the file you meant")
}

/// Megabytes (10⁶ bytes) with as many decimals as tell two sizes apart.
fn megabytes(bytes: u64) -> String {
    let fraction = format!("{:06}", bytes % 1_000_000);
    let fraction = fraction.trim_end_matches('0');
    let point = if fraction.is_empty() { "" } else { "." };
    format!("{}{point}{fraction} MB", bytes / 1_000_000)
}

/// Turns the bytes of a file into a source.
///
/// A UTF-8 byte order mark is dropped and both kinds of line ends are fine.
///
/// # Errors
/// When there are more bytes than the limit, when they are not UTF-8 (UTF-16 and UTF-32 are
/// recognised by their byte order marks and named), or when there is a NUL among them.
pub fn decode(name: &str, bytes: Vec<u8>, limits: &Limits) -> Result<Arc<Source>, Diagnostic> {
    if bytes.len() > limits.bytes {
        let size = u64::try_from(bytes.len()).unwrap_or(u64::MAX);
        return Err(too_large(name, size, limits));
    }
    if let Some(encoding) = foreign_encoding(&bytes) {
        return Err(
            Diagnostic::error(format!("{} is in {encoding}", crate::quote(name)))
                .help("save the file as UTF-8"),
        );
    }
    let mut text = match String::from_utf8(bytes) {
        Ok(text) => text,
        Err(error) => {
            let at = error.utf8_error().valid_up_to();
            return Err(not_utf8(name, error.as_bytes(), at));
        }
    };
    if text.starts_with('\u{feff}') {
        text.drain(..'\u{feff}'.len_utf8());
    }
    let nul = text.find('\0');
    let source = Source::new(name, text);
    match nul {
        None => Ok(source),
        Some(at) => Err(Diagnostic::error(
            "there is a NUL byte in the file, so it is not a text file",
        )
        .at(&source, Span::new(at, at + 1), "a NUL byte")
        .help("check that it is the file you meant, and that it is saved as UTF-8")),
    }
}

/// The name of the encoding that the byte order mark tells of, if it is not UTF-8.
fn foreign_encoding(bytes: &[u8]) -> Option<&'static str> {
    match bytes {
        [0xff, 0xfe, 0, 0, ..] => Some("UTF-32 (little-endian)"),
        [0, 0, 0xfe, 0xff, ..] => Some("UTF-32 (big-endian)"),
        [0xff, 0xfe, ..] => Some("UTF-16 (little-endian)"),
        [0xfe, 0xff, ..] => Some("UTF-16 (big-endian)"),
        _ => None,
    }
}

fn not_utf8(name: &str, bytes: &[u8], at: usize) -> Diagnostic {
    let bad = bytes.get(at).copied().unwrap_or_default();
    let (good, rest) = bytes.split_at_checked(at).unwrap_or((bytes, &[]));
    // What stands before the bad byte is valid, so that offsets in the shown text hold up to it.
    let good = String::from_utf8_lossy(good);
    let mark = if good.starts_with('\u{feff}') {
        '\u{feff}'.len_utf8()
    } else {
        0
    };
    let start = good.len() - mark;
    let shown = format!(
        "{}{}",
        good.get(mark..).unwrap_or(""),
        String::from_utf8_lossy(rest)
    );
    let source = Source::new(name, shown);
    let (line, column) = source.line_column(start);
    let end = start + '\u{fffd}'.len_utf8();
    Diagnostic::error(format!(
        "the file is not valid UTF-8: byte 0x{bad:02X} in line {line}, column {column}"
    ))
    .at(&source, Span::new(start, end), "not UTF-8 from here")
    .help("save the file as UTF-8; it may be in Latin-1 or Windows-1252 now")
}

/// The largest offset up to `offset` that stands between two characters.
pub(crate) fn floor_boundary(text: &str, offset: usize) -> usize {
    let mut at = offset.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}
