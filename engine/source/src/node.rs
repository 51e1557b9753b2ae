//! The tree that a YAML text is read into.

use std::ops::Range;

use crate::{Source, Span, block};

/// A value and where it stands.
///
/// What an alias stands for keeps the place of its definition, so that a span always covers the
/// text that the value was written as.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Node {
    /// Where the value is written; without the blank lines and comments that follow it.
    pub span: Span,
    /// The value.
    pub value: Value,
}

/// What a node holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// Nothing: an empty value, `~` or `null`.
    Null,
    /// A single value. Whether it is a number or text is for the reader to say.
    Scalar(Scalar),
    /// A list.
    Sequence(Vec<Node>),
    /// Fields in the order written; no key occurs twice.
    Mapping(Vec<(Key, Node)>),
}

/// The name of a field and where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Key {
    /// The name, without quotes.
    pub text: String,
    /// Where it is written.
    pub span: Span,
}

/// A single value as it was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Scalar {
    /// The text, with escapes, folding and indentation resolved.
    pub text: String,
    /// Written in quotes or as a block, or tagged `!!str`: text, and never a number or boolean.
    pub quoted: bool,
    /// The byte offset in the source at which `text` stands word for word, if it does. When it
    /// does not, see [`Node::span_within`].
    pub verbatim: Option<usize>,
}

impl Node {
    /// Where a part of this node's text stands in the source; `range` is in bytes of
    /// [`Scalar::text`].
    ///
    /// Exact where the text stands word for word, and for text over several lines (blocks and
    /// folded text) from the first to the last character that is not white space. Where escapes
    /// make that unsound, the span of the whole node.
    #[must_use]
    pub fn span_within(&self, source: &Source, range: Range<usize>) -> Span {
        let Value::Scalar(scalar) = &self.value else {
            return self.span;
        };
        let end = range.end.min(scalar.text.len());
        let start = range.start.min(end);
        match scalar.verbatim {
            Some(at) => Span::new(at + start, at + end),
            None => {
                block::span_within(source, self.span, &scalar.text, start..end).unwrap_or(self.span)
            }
        }
    }

    /// The field `key` of a mapping; none if there is none or this is no mapping.
    #[must_use]
    pub fn get(&self, key: &str) -> Option<&Self> {
        match &self.value {
            Value::Mapping(fields) => fields
                .iter()
                .find(|(name, _)| name.text == key)
                .map(|(_, node)| node),
            _ => None,
        }
    }
}
