//! What is wrong with a text that is not YAML, in plain words.

use std::sync::Arc;

use saphyr_parser::ScanError;

use crate::flatten::too_deep;
use crate::offsets::Offsets;
use crate::{Diagnostic, Limits, Source, Span, quote};

/// Characters that YAML does not allow unescaped, and that have no business in a text that ends up
/// on a terminal or in SVG, which cannot hold them.
pub(crate) fn is_forbidden(character: char) -> bool {
    match character {
        '\t' | '\n' | '\r' | '\u{85}' => false,
        '\u{fffe}' | '\u{ffff}' => true,
        _ => character.is_control(),
    }
}

/// Refuses control characters; the parser would end at a NUL or pass the others on.
pub(crate) fn check_characters(source: &Arc<Source>) -> Result<(), Diagnostic> {
    let found = source
        .text
        .char_indices()
        .find(|(_, character)| is_forbidden(*character));
    let Some((at, character)) = found else {
        return Ok(());
    };
    Err(Diagnostic::error(format!(
        "there is a control character (U+{:04X}) in the file",
        u32::from(character)
    ))
    .at(
        source,
        Span::new(at, at + character.len_utf8()),
        "a control character",
    )
    .help("remove it"))
}

/// The parser's error for the user.
pub(crate) fn explain(
    source: &Arc<Source>,
    limits: &Limits,
    error: &ScanError,
    offsets: &Offsets<'_>,
) -> Diagnostic {
    let start = offsets.byte(error.marker().index());
    let info = error.info();
    if info == "recursion limit exceeded" {
        let deepest = limits.depth.min(Limits::DEEPEST);
        return too_deep(deepest).at(source, Span::at(start), "one level too deep");
    }
    let rest = source.text.get(start..).unwrap_or("");
    if info == "while parsing node, found unknown anchor" {
        let name: String = rest
            .chars()
            .take_while(|c| !c.is_whitespace() && !matches!(c, ',' | '[' | ']' | '{' | '}'))
            .collect();
        let anchor = name.trim_start_matches('*');
        return Diagnostic::error(format!("there is no anchor for the alias {}", quote(&name)))
            .at(
                source,
                Span::new(start, start + name.len()),
                "unknown alias",
            )
            .help(format!(
                "to write text that begins with `*`, put it in quotes; or define {} before it",
                quote(&format!("&{anchor}"))
            ));
    }
    let (message, help) = plain_words(info);
    if message == NO_COLON {
        // Only noticed afterwards: what lacks the colon is the last thing before.
        let before = source.text.get(..start).unwrap_or("").trim_end();
        let line_start = before.rfind('\n').map_or(0, |newline| newline + 1);
        let line = before.get(line_start..).unwrap_or("");
        let indent = line.len() - line.trim_start().len();
        return Diagnostic::error(format!("this is not valid YAML: {message}"))
            .at(
                source,
                Span::new(line_start + indent, before.len()),
                "expected a `:` after this",
            )
            .help("write fields as `name: value`, with a space after the colon");
    }
    let end = start + rest.chars().next().map_or(0, char::len_utf8);
    let end = if rest.starts_with(['\n', '\r']) {
        start
    } else {
        end
    };
    Diagnostic::error(format!("this is not valid YAML: {message}"))
        .at(source, Span::new(start, end), "here")
        .help(help)
}

const NO_COLON: &str = "a field without a `:`";

/// A message of the parser in the words of somebody who writes YAML, and what to do.
fn plain_words(info: &str) -> (&str, &'static str) {
    const INDENT: &str =
        "fields of one mapping start in the same column, and what belongs to a field further right";
    const BRACKETS: &str = "check the brackets and braces, and the commas between items";
    const COLON: &str =
        "put text that holds `: ` in quotes; if this is a field, check its indentation";
    const QUOTES: &str = "put text that holds `: `, or begins with a sign, in quotes";
    let (message, help) = match info {
        "tab cannot be used as indentation"
        | "tabs disallowed in this context"
        | "tabs disallowed within this context (block indentation)"
        | "a block scalar content cannot start with a tab"
        | "while scanning a plain scalar, found a tab" => {
            ("tabs cannot be used to indent", "indent with spaces")
        }
        "':' may not precede any of `[{` in flow mapping"
        | "mapping values are not allowed in this context"
        | "illegal placement of ':' indicator" => ("a `:` is not allowed here", COLON),
        "mapping keys are not allowed in this context" => ("a key is not allowed here", INDENT),
        "block sequence entries are not allowed in this context" => (
            "a list item is not allowed here",
            "start the list on a line of its own",
        ),
        "'-' must be followed by a valid YAML whitespace" => {
            ("a `-` needs a space after it", "add the space")
        }
        "':' must be followed by a valid YAML whitespace" => {
            ("a `:` needs a space after it", "add the space")
        }
        "simple key expected" | "simple key expect ':'" => (NO_COLON, QUOTES),
        "while parsing a block mapping, did not find expected key"
        | "while parsing a block collection, did not find expected '-' indicator"
        | "invalid indentation"
        | "invalid indentation for anchor"
        | "wrongly indented line in block scalar" => ("the indentation does not fit", INDENT),
        "invalid indentation in flow construct" => (
            "what is in brackets must be indented",
            "indent the line, or close the bracket",
        ),
        "invalid indentation in quoted scalar" => (
            "what is in quotes must be indented",
            "indent the line, or close the quote",
        ),
        "while scanning a quoted scalar, found unexpected end of stream"
        | "while scanning a quoted scalar, found unexpected document indicator" => {
            ("a quote is never closed", "add the closing quote")
        }
        "invalid trailing content after double-quoted scalar" => (
            "there is text after the closing quote",
            "put all of it into the quotes; a quote inside is written `\\\"`",
        ),
        "while scanning a quoted scalar, found unknown escape character"
        | "while parsing a quoted scalar, found unknown escape character" => (
            "an unknown escape after `\\`",
            "write `\\\\` for a backslash, or use single quotes",
        ),
        "while parsing a quoted scalar, did not find expected hexadecimal number"
        | "while parsing a quoted scalar, found invalid Unicode character escape code" => (
            "an escape that names no character",
            "write `\\u` and four hexadecimal digits, or use single quotes",
        ),
        "while parsing a flow mapping, did not find expected ',' or '}'" => {
            ("expected `,` or `}`", BRACKETS)
        }
        "while parsing a flow sequence, expected ',' or ']'" => ("expected `,` or `]`", BRACKETS),
        "misplaced bracket" => ("a closing bracket that nothing opened", BRACKETS),
        "while parsing a node, did not find expected node content" => {
            ("expected a value", BRACKETS)
        }
        "did not find expected <document start>" | "did not find expected <document-start>" => {
            ("there is something after the end of the document", INDENT)
        }
        "unexpected eof" | "unexpected end of plain scalar" => {
            ("the file ends too early", BRACKETS)
        }
        "comment intercepting the multiline text" => {
            ("a comment in the middle of a text of several lines", QUOTES)
        }
        "the handle wasn't declared" => ("an unknown tag", "remove the tag"),
        "a byte order mark must not appear inside a document" => (
            "a byte order mark in the middle of the file",
            "remove it; this happens when files are joined",
        ),
        info if info.starts_with("unexpected character") => (
            "a text cannot begin with this character",
            "put the text in quotes",
        ),
        "while scanning an anchor or alias, did not find expected alphabetic or numeric character" => {
            ("an `&` or `*` without a name", QUOTES)
        }
        // The parser has some more, rare ones; they are readable as they are.
        info => (info, QUOTES),
    };
    (message, help)
}
