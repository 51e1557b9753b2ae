//! What is wrong with a template, and where.

use std::collections::BTreeSet;
use std::error::Error as _;
use std::sync::Arc;

use minijinja::value::{Value, ValueKind};
use minijinja::{Error, ErrorKind};
use plumbline_source::{Diagnostic, Source, Span, did_you_mean, quote};

/// How deep names are looked for in what a template is given.
const DEEP: usize = 8;

/// The error as people read it. `source` finds the text of a template by its name.
pub(super) fn diagnostic(
    error: &Error,
    view: &Value,
    source: impl Fn(&str) -> Option<Arc<Source>>,
) -> Diagnostic {
    let error = innermost(error);
    let source = error.name().and_then(source);
    let span = source.as_ref().and_then(|source| span(error, source));
    let marked = match (&source, span) {
        (Some(source), Some(span)) => source.slice(span).trim(),
        _ => "",
    };
    let (message, help) = words(error, marked, view);
    let diagnostic = Diagnostic::error(message).help(help);
    match (&source, span) {
        (Some(source), Some(span)) => diagnostic.at(source, span, ""),
        _ => diagnostic,
    }
}

/// The error that the others are about: one in a template that another one includes.
fn innermost(error: &Error) -> &Error {
    let mut error = error;
    while let Some(cause) = error
        .source()
        .and_then(|cause| cause.downcast_ref::<Error>())
    {
        if cause.name().is_none() {
            break;
        }
        error = cause;
    }
    error
}

/// What is to be underlined: the expression, or else the line.
fn span(error: &Error, source: &Source) -> Option<Span> {
    if let Some(range) = error.range().filter(|range| !range.is_empty())
        && source.text.get(range.clone()).is_some()
    {
        return Some(Span::new(range.start, range.end));
    }
    let mut start = 0;
    for (number, line) in (1..).zip(source.text.split_inclusive('\n')) {
        if Some(number) == error.line() {
            let text = line.trim();
            let indent = line.len() - line.trim_start().len();
            return Some(Span::new(start + indent, start + indent + text.len()));
        }
        start += line.len();
    }
    None
}

fn words(error: &Error, marked: &str, view: &Value) -> (String, String) {
    if error.kind() == ErrorKind::UndefinedError {
        let name = undefined(error.detail().unwrap_or_default(), marked);
        let message = if name.is_empty() {
            "the template uses something that is not defined".to_owned()
        } else {
            format!("{} is not defined", quote(&name))
        };
        let last = name.rsplit('.').next().unwrap_or_default();
        let mut known = BTreeSet::new();
        names(view, DEEP, &mut known);
        let help = match did_you_mean(last, known.iter().map(String::as_str)) {
            Some(meant) if meant != last => format!("did you mean {}?", quote(meant)),
            _ => "docs/templates.md lists what templates can use".to_owned(),
        };
        return (message, help);
    }
    let said = error.detail().unwrap_or_default();
    let message = if said.is_empty() {
        format!("the template can't be rendered: {}", error.kind())
    } else {
        format!("the template can't be rendered: {said}")
    };
    let help = match error.kind() {
        ErrorKind::SyntaxError => "templates are written in the language of Jinja 2",
        ErrorKind::TemplateNotFound => {
            "a template that others include stands beside them, and its name starts with `_`"
        }
        ErrorKind::UnknownFilter | ErrorKind::UnknownFunction | ErrorKind::UnknownTest => {
            "docs/templates.md lists what templates can use"
        }
        _ => "correct the template, or leave it out to have the built-in one",
    };
    (message, help.to_owned())
}

/// The name that is not defined: what the engine found out, else what is underlined up to where an
/// operator, a filter or a call begins.
fn undefined(detail: &str, marked: &str) -> String {
    let found = detail
        .split_once("` is undefined")
        .and_then(|(before, _)| before.rsplit_once('`'));
    if let Some((_, name)) = found {
        return name.to_owned();
    }
    let end = marked.find(|c: char| !(c.is_alphanumeric() || matches!(c, '_' | '.' | '[' | ']')));
    marked
        .get(..end.unwrap_or(marked.len()))
        .unwrap_or_default()
        .to_owned()
}

/// Every name in what a template is given.
fn names(value: &Value, deep: usize, known: &mut BTreeSet<String>) {
    let is_map = value.kind() == ValueKind::Map;
    if deep == 0 || !(is_map || value.kind() == ValueKind::Seq) {
        return;
    }
    let Ok(items) = value.try_iter() else { return };
    for item in items {
        if is_map {
            if let Some(name) = item.as_str() {
                known.insert(name.to_owned());
            }
            if let Ok(inner) = value.get_item(&item) {
                names(&inner, deep - 1, known);
            }
        } else {
            names(&item, deep - 1, known);
        }
    }
}
