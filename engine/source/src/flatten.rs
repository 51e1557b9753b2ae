//! The parser's events, checked against the limits and with aliases written out.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;

use saphyr_parser::{Event, ScalarStyle, Tag};

use crate::{Diagnostic, Limits, Scalar, Source, Span, quote};

/// One step of a walk over the tree. Flat, because an alias then is a copy of a range, which can
/// be counted before it is made, and because nothing has to recurse.
#[derive(Clone, Debug)]
pub(crate) enum Piece {
    /// A list begins; the byte offset is where.
    OpenSequence(usize),
    /// A mapping begins; its keys and values follow in turn.
    OpenMapping(usize),
    /// The innermost list or mapping ends: here if it has a closing bracket, with its last item if
    /// not.
    Close(Option<usize>),
    /// A single value.
    Scalar(Span, Scalar),
    /// No value.
    Null(Span),
    /// What is open goes on at least up to here, where an alias stood.
    Until(usize),
}

/// Turns events into pieces.
pub(crate) struct Flattener<'a> {
    source: &'a Arc<Source>,
    limits: &'a Limits,
    pieces: Vec<Piece>,
    /// Lists and mappings that are not closed yet: the anchor (0 for none) and the first piece.
    open: Vec<(usize, usize)>,
    /// The pieces that an anchor names, once complete.
    anchors: BTreeMap<usize, Range<usize>>,
    nodes: usize,
    copied_nodes: usize,
    copied_bytes: usize,
    /// Where the last piece ended.
    last_end: usize,
}

impl<'a> Flattener<'a> {
    pub fn new(source: &'a Arc<Source>, limits: &'a Limits) -> Self {
        Self {
            source,
            limits,
            pieces: Vec::new(),
            open: Vec::new(),
            anchors: BTreeMap::new(),
            nodes: 0,
            copied_nodes: 0,
            copied_bytes: 0,
            last_end: 0,
        }
    }

    /// The pieces so far.
    pub fn finish(self) -> Vec<Piece> {
        self.pieces
    }

    /// Takes one event that belongs to a document's content.
    pub fn event(&mut self, event: Event<'_>, span: Span) -> Result<(), Diagnostic> {
        match event {
            Event::Scalar(text, style, anchor, tag) => {
                self.count(span)?;
                let text_tag = self.check_tag(tag.as_deref(), span, "str")?;
                let piece = self.scalar(&text, style, text_tag, span)?;
                if anchor > 0 {
                    let at = self.pieces.len();
                    self.anchors.insert(anchor, at..at + 1);
                }
                self.pieces.push(piece);
            }
            Event::SequenceStart(anchor, tag) => {
                self.check_tag(tag.as_deref(), span, "seq")?;
                self.open(anchor, span, Piece::OpenSequence(span.start))?;
            }
            Event::MappingStart(anchor, tag) => {
                self.check_tag(tag.as_deref(), span, "map")?;
                self.open(anchor, span, Piece::OpenMapping(span.start))?;
            }
            Event::SequenceEnd => self.close(span, ']'),
            Event::MappingEnd => self.close(span, '}'),
            Event::Alias(anchor) => self.alias(anchor, span)?,
            Event::Nothing
            | Event::StreamStart
            | Event::StreamEnd
            | Event::DocumentStart(_)
            | Event::DocumentEnd => {}
        }
        Ok(())
    }

    /// Counts a node that is written out.
    fn count(&mut self, span: Span) -> Result<(), Diagnostic> {
        self.nodes += 1;
        if self.nodes <= self.limits.nodes {
            return Ok(());
        }
        let most = self.limits.nodes;
        Err(
            Diagnostic::error(format!("the file holds more than {most} values"))
                .at(self.source, span, "one too many")
                .help("split the file, or check that it is the file you meant"),
        )
    }

    fn open(&mut self, anchor: usize, span: Span, piece: Piece) -> Result<(), Diagnostic> {
        self.count(span)?;
        self.check_depth(self.open.len() + 1, span)?;
        self.open.push((anchor, self.pieces.len()));
        self.pieces.push(piece);
        self.last_end = span.end;
        Ok(())
    }

    fn check_depth(&self, depth: usize, span: Span) -> Result<(), Diagnostic> {
        let deepest = self.limits.depth.min(Limits::DEEPEST);
        if depth <= deepest {
            return Ok(());
        }
        Err(too_deep(deepest).at(self.source, span, "one level too deep"))
    }

    fn close(&mut self, span: Span, bracket: char) {
        let end = self
            .source
            .slice(span)
            .starts_with(bracket)
            .then_some(span.end);
        self.pieces.push(Piece::Close(end));
        if let Some(end) = end {
            self.last_end = end;
        }
        if let Some((anchor, first)) = self.open.pop()
            && anchor > 0
        {
            self.anchors.insert(anchor, first..self.pieces.len());
        }
    }

    /// Writes out what an alias stands for, unless that takes too much.
    fn alias(&mut self, anchor: usize, span: Span) -> Result<(), Diagnostic> {
        let name = quote(self.source.slice(span));
        let Some(range) = self.anchors.get(&anchor).cloned() else {
            return Err(Diagnostic::error(format!(
                "the alias {name} is part of what it stands for"
            ))
            .at(self.source, span, "this never ends")
            .help("write the value out"));
        };
        let copied = self.pieces.get(range).unwrap_or(&[]);
        let mut depth = self.open.len();
        for piece in copied {
            match piece {
                Piece::OpenSequence(_) | Piece::OpenMapping(_) => {
                    depth += 1;
                    self.check_depth(depth, span)?;
                }
                Piece::Close(_) => {
                    depth = depth.saturating_sub(1);
                    continue;
                }
                Piece::Scalar(_, scalar) => self.copied_bytes += scalar.text.len(),
                Piece::Null(_) => {}
                Piece::Until(_) => continue,
            }
            self.copied_nodes += 1;
            // Before anything is copied, and as soon as it is clear: a bomb costs nothing.
            if self.copied_nodes > self.limits.expansion || self.copied_bytes > self.limits.bytes {
                return Err(Diagnostic::error(
                    "the aliases in the file stand for far more than is written in it",
                )
                .at(self.source, span, format!("with {name} it is too much"))
                .help("write the values out instead of using aliases of aliases"));
            }
        }
        let copied = copied.to_vec();
        self.pieces.extend(copied);
        self.pieces.push(Piece::Until(span.end));
        self.last_end = span.end;
        Ok(())
    }

    /// Whether there is the tag that says what the value is anyway. Other tags ask for types that
    /// nothing here knows.
    fn check_tag(&self, tag: Option<&Tag>, span: Span, natural: &str) -> Result<bool, Diagnostic> {
        let Some(tag) = tag else {
            return Ok(false);
        };
        // `!` alone says: take it as it is written, and not as a number.
        let non_specific = tag.handle.is_empty() && tag.suffix == "!"
            || tag.handle == "!" && tag.suffix.is_empty();
        if non_specific || tag.is_yaml_core_schema() && tag.suffix == natural {
            return Ok(true);
        }
        let written = self.source.slice(span);
        let start = written.find('!').unwrap_or(0);
        let shown = written
            .get(start..)
            .and_then(|tag| tag.split_whitespace().next())
            .unwrap_or("!");
        let at = Span::new(span.start + start, span.start + start + shown.len());
        Err(
            Diagnostic::error(format!("the tag {} is not supported here", quote(shown)))
                .at(self.source, at, "unsupported tag")
                .help("remove the tag; to write text that begins with `!`, put it in quotes"),
        )
    }

    fn scalar(
        &mut self,
        text: &str,
        style: ScalarStyle,
        text_tag: bool,
        span: Span,
    ) -> Result<Piece, Diagnostic> {
        let plain = style == ScalarStyle::Plain && !text_tag;
        let unwritten = style == ScalarStyle::Plain && text.is_empty();
        let span = if unwritten && !self.source.slice(span).starts_with(['&', '!']) {
            // The parser gives the place of the colon, or of what comes next.
            let rest = self.source.text.get(span.start..).unwrap_or("");
            let colon = usize::from(rest.starts_with(':'));
            Span::at(self.end_of_content(self.last_end, span.start + colon))
        } else {
            let written = self.source.slice(span);
            Span::new(span.start, span.start + written.trim_end().len())
        };
        self.last_end = span.end;
        if plain && matches!(text, "" | "~" | "null" | "Null" | "NULL") {
            return Ok(Piece::Null(span));
        }
        if let Some(bad) = text.chars().find(|c| crate::syntax::is_forbidden(*c)) {
            return Err(Diagnostic::error(format!(
                "control characters such as U+{:04X} are not allowed in text",
                u32::from(bad)
            ))
            .at(self.source, span, "an escape in here makes one")
            .help("leave the character out; to write a backslash, use single quotes"));
        }
        Ok(Piece::Scalar(
            span,
            Scalar {
                verbatim: self.verbatim(text, style, span),
                quoted: !plain,
                text: text.to_owned(),
            },
        ))
    }

    /// The byte offset at which `text` stands word for word. An anchor or a tag may stand before
    /// it, so it is looked for from the end.
    fn verbatim(&self, text: &str, style: ScalarStyle, span: Span) -> Option<usize> {
        let written = self.source.slice(span).len();
        let length = match style {
            // With the closing quote.
            ScalarStyle::SingleQuoted | ScalarStyle::DoubleQuoted => text.len() + 1,
            // The span ends before the last line end, which the text may have.
            ScalarStyle::Plain | ScalarStyle::Literal | ScalarStyle::Folded => {
                text.trim_end().len()
            }
        };
        let at = span.start + written.checked_sub(length)?;
        let rest = self.source.text.get(at..)?;
        rest.starts_with(text).then_some(at)
    }

    /// The end of the last thing between two offsets that is neither white space nor comment.
    fn end_of_content(&self, from: usize, to: usize) -> usize {
        let mut end = from;
        let mut in_comment = false;
        let mut after_space = false;
        let between = self.source.slice(Span::new(from, to.max(from)));
        for (at, character) in between.char_indices() {
            match character {
                '\n' | '\r' => in_comment = false,
                '#' if after_space => in_comment = true,
                _ => {}
            }
            after_space = character.is_whitespace();
            if !in_comment && !after_space {
                end = from + at + character.len_utf8();
            }
        }
        end
    }
}

/// The error for lists and mappings nested more than `deepest` levels.
pub(crate) fn too_deep(deepest: usize) -> Diagnostic {
    Diagnostic::error(format!(
        "lists and mappings are nested more than {deepest} levels deep"
    ))
    .help("check that all brackets are closed")
}
