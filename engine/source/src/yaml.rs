//! YAML texts read into trees.

use std::collections::BTreeSet;
use std::sync::Arc;

use saphyr_parser::{Event, Parser};

use crate::flatten::{Flattener, Piece};
use crate::offsets::Offsets;
use crate::{Diagnostic, Key, Limits, Node, Source, Span, Value, quote, source, syntax};

/// Reads the one YAML document of a source.
///
/// The language is YAML 1.2 with keys that are scalars, written at most once each, without merge
/// keys (`<<`) and without tags that ask for types.
///
/// # Errors
/// The first thing that is wrong: the syntax, an empty file, more than one document, a key that is
/// missing, doubled or not a scalar, an alias without anchor or of itself, or one of the limits.
pub fn parse_yaml(source: &Arc<Source>, limits: &Limits) -> Result<Node, Diagnostic> {
    if source.text.len() > limits.bytes {
        let size = u64::try_from(source.text.len()).unwrap_or(u64::MAX);
        let error = source::too_large(&source.name, size, limits);
        return Err(error.at(source, Span::at(limits.bytes), "read up to here"));
    }
    syntax::check_characters(source)?;

    let mark = if source.text.starts_with('\u{feff}') {
        '\u{feff}'.len_utf8()
    } else {
        0
    };
    let text = source.text.get(mark..).unwrap_or("");
    let offsets = Offsets::new(text, mark);
    let mut flattener = Flattener::new(source, limits);
    let mut parser = Parser::new_from_str(text);
    let mut documents = 0;
    while let Some(event) = parser.next_event() {
        let (event, span) =
            event.map_err(|error| syntax::explain(source, limits, &error, &offsets))?;
        let span = offsets.span(span);
        match event {
            Event::StreamEnd => break,
            Event::DocumentStart(_) => {
                documents += 1;
                if documents > 1 {
                    return Err(
                        Diagnostic::error("the file holds more than one YAML document")
                            .at(source, span, "the second one starts here")
                            .help("keep one document per file, and no `---` after the first one"),
                    );
                }
            }
            event => flattener.event(event, span)?,
        }
    }
    let pieces = flattener.finish();
    let written = matches!(pieces.as_slice(), [Piece::Null(span)] if span.start == span.end);
    if documents == 0 || written {
        return Err(empty(source));
    }
    build(source, pieces)?.ok_or_else(|| empty(source))
}

fn empty(source: &Arc<Source>) -> Diagnostic {
    let blank = source.text.trim_start_matches('\u{feff}').trim().is_empty();
    let message = if blank {
        "the file is empty"
    } else {
        "the file holds no values, only comments or markers"
    };
    Diagnostic::error(message)
        .at(source, Span::at(0), "nothing here")
        .help("write fields as `name: value`, one per line")
}

/// A list or mapping whose end has not been reached.
struct Open {
    start: usize,
    /// Where the last item ended.
    end: usize,
    items: Items,
}

enum Items {
    Sequence(Vec<Node>),
    Mapping {
        fields: Vec<(Key, Node)>,
        seen: BTreeSet<String>,
        key: Option<Key>,
    },
}

/// Builds the tree; none without pieces.
fn build(source: &Arc<Source>, pieces: Vec<Piece>) -> Result<Option<Node>, Diagnostic> {
    let mut open: Vec<Open> = Vec::new();
    for piece in pieces {
        let node = match piece {
            Piece::OpenSequence(start) => {
                open.push(Open::new(start, Items::Sequence(Vec::new())));
                continue;
            }
            Piece::OpenMapping(start) => {
                let items = Items::Mapping {
                    fields: Vec::new(),
                    seen: BTreeSet::new(),
                    key: None,
                };
                open.push(Open::new(start, items));
                continue;
            }
            Piece::Close(end) => match open.pop() {
                Some(closed) => closed.close(end),
                None => continue,
            },
            Piece::Until(end) => {
                if let Some(inner) = open.last_mut() {
                    inner.end = inner.end.max(end);
                }
                continue;
            }
            Piece::Scalar(span, scalar) => Node {
                span,
                value: Value::Scalar(scalar),
            },
            Piece::Null(span) => Node {
                span,
                value: Value::Null,
            },
        };
        match open.last_mut() {
            None => return Ok(Some(node)),
            Some(outer) => outer.add(source, node)?,
        }
    }
    Ok(None)
}

impl Open {
    fn new(start: usize, items: Items) -> Self {
        Self {
            start,
            end: start,
            items,
        }
    }

    /// Adds what comes next: an item, or a key and then its value.
    fn add(&mut self, source: &Arc<Source>, node: Node) -> Result<(), Diagnostic> {
        self.end = self.end.max(node.span.end);
        match &mut self.items {
            Items::Sequence(items) => {
                if items.is_empty() {
                    self.start = list_start(source, self.start, node.span.start);
                }
                items.push(node);
            }
            Items::Mapping { fields, seen, key } => match key.take() {
                Some(key) => fields.push((key, node)),
                None => {
                    let next = into_key(source, node)?;
                    if !seen.insert(next.text.clone()) {
                        return Err(twice(source, fields, &next));
                    }
                    *key = Some(next);
                }
            },
        }
        Ok(())
    }

    fn close(self, bracket: Option<usize>) -> Node {
        let span = Span::new(self.start, bracket.unwrap_or(self.end).max(self.start));
        let value = match self.items {
            Items::Sequence(items) => Value::Sequence(items),
            Items::Mapping { fields, .. } => Value::Mapping(fields),
        };
        Node { span, value }
    }
}

/// Where a list starts: the parser gives a list that is not indented the place of its first item,
/// which is after the dash.
fn list_start(source: &Source, start: usize, first_item: usize) -> usize {
    let (before, after) = source.text.split_at_checked(start).unwrap_or(("", ""));
    if start != first_item && after.starts_with(['-', '[', '&', '!']) {
        return start;
    }
    before
        .trim_end()
        .strip_suffix('-')
        .map_or(start, |dash| dash.len())
}

fn into_key(source: &Arc<Source>, node: Node) -> Result<Key, Diagnostic> {
    let span = node.span;
    match node.value {
        Value::Scalar(scalar) if scalar.text == "<<" && !scalar.quoted => {
            Err(Diagnostic::error("merge keys (`<<`) are not supported")
                .at(source, span, "YAML 1.2 has no merge keys")
                .help("write the fields out"))
        }
        Value::Scalar(scalar) => Ok(Key {
            text: scalar.text,
            span,
        }),
        // As a name, `null` and `~` are words like any other.
        Value::Null => match source.slice(span).split_whitespace().last() {
            Some(word) if !word.starts_with(['&', '!']) => Ok(Key {
                text: word.to_owned(),
                span,
            }),
            _ => Err(Diagnostic::error("there is a value without a name")
                .at(
                    source,
                    colon_before(source, span),
                    "expected a name before the `:`",
                )
                .help("write fields as `name: value`")),
        },
        Value::Sequence(_) | Value::Mapping(_) => {
            let found = Node {
                span,
                value: node.value,
            }
            .describe();
            Err(
                Diagnostic::error(format!("a field's name must be a word, found {found}"))
                    .at(source, span, "not a word")
                    .help("to begin a text with a bracket or brace, put it in quotes"),
            )
        }
    }
}

fn colon_before(source: &Source, span: Span) -> Span {
    let before = source.text.get(..span.start).unwrap_or("");
    let colon = usize::from(before.ends_with(':'));
    Span::new(span.start - colon, span.end)
}

fn twice(source: &Arc<Source>, fields: &[(Key, Node)], key: &Key) -> Diagnostic {
    let first = fields
        .iter()
        .find(|(known, _)| known.text == key.text)
        .map_or(key.span, |(known, _)| known.span);
    let (line, _) = source.line_column(first.start);
    Diagnostic::error(format!("the field {} is written twice", quote(&key.text)))
        .at(source, key.span, format!("first written in line {line}"))
        .help("keep one of the two")
}
