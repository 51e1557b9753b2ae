//! Character positions to byte offsets.

use crate::Span;

/// How many characters stand between two remembered positions.
const STRIDE: usize = 64;

/// Maps the parser's character positions to byte offsets of the source.
///
/// Every [`STRIDE`]th position is remembered, and what is between is walked: little memory, and
/// constant time per question.
pub(crate) struct Offsets<'a> {
    text: &'a str,
    base: usize,
    marks: Vec<usize>,
}

impl<'a> Offsets<'a> {
    /// For positions in `text`, which stands at byte `base` of the source.
    pub fn new(text: &'a str, base: usize) -> Self {
        let marks = text
            .char_indices()
            .step_by(STRIDE)
            .map(|(at, _)| at)
            .collect();
        Self { text, base, marks }
    }

    /// The byte offset of a character position; the end of the text for one past the end.
    pub fn byte(&self, position: usize) -> usize {
        let within = self.marks.get(position / STRIDE).and_then(|mark| {
            let rest = self.text.get(*mark..)?;
            let (at, _) = rest.char_indices().nth(position % STRIDE)?;
            Some(mark + at)
        });
        self.base + within.unwrap_or(self.text.len())
    }

    /// The span of the parser's span.
    pub fn span(&self, span: saphyr_parser::Span) -> Span {
        let start = self.byte(span.start.index());
        Span::new(start, self.byte(span.end.index()).max(start))
    }
}
