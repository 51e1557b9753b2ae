//! What templates of Markdown print, and the filters that they have.

use minijinja::value::{Value, ValueKind};
use minijinja::{Environment, Error, ErrorKind, Output, State};

use crate::markdown;

/// Adds the filters, and escapes every value that a template prints unless a filter here made
/// Markdown of it.
pub(super) fn add(environment: &mut Environment<'_>) {
    environment.set_formatter(print_markdown);
    environment.add_filter("code", |text: &str| {
        Value::from_safe_string(markdown::code(text))
    });
    environment.add_filter("link", |text: &str| {
        Value::from_safe_string(markdown::link(text))
    });
    environment.add_filter("capitalize_first", capitalize_first);
    environment.add_filter("signed", |points: i64| {
        Value::from_safe_string(signed(points))
    });
}

fn print_markdown(out: &mut Output<'_>, _: &mut State<'_, '_>, value: &Value) -> Result<(), Error> {
    match (value.as_str(), value.kind()) {
        (Some(text), _) if !value.is_safe() => Ok(out.write_str(&markdown::escape(text))?),
        (Some(text), _) => Ok(out.write_str(text)?),
        (None, ValueKind::Number) => Ok(write!(out, "{value}")?),
        // What `{{ … if … }}` without `else` gives; misspelt names have been refused before.
        (None, ValueKind::Undefined) => Ok(()),
        (None, kind) => Err(Error::new(
            ErrorKind::InvalidOperation,
            format!("a {kind} can't be printed"),
        )),
    }
}

/// The text with a capital letter at its start and the rest as it is: there are names in it.
fn capitalize_first(text: &str) -> String {
    let mut characters = text.chars();
    characters.next().map_or_else(String::new, |first| {
        first.to_uppercase().chain(characters).collect()
    })
}

/// Points with their sign: "+6", "−3", "0".
fn signed(points: i64) -> String {
    match points {
        0 => "0".to_owned(),
        1.. => format!("+{points}"),
        _ => format!("−{}", points.unsigned_abs()),
    }
}

/// One blank line at most between blocks, and no white space at the ends of lines.
pub(super) fn tidy(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut blank = true;
    for line in text.lines().map(str::trim_end) {
        if line.is_empty() && blank {
            continue;
        }
        blank = line.is_empty();
        out.push_str(line);
        out.push('\n');
    }
    let end = out.trim_end().len();
    out.truncate(end);
    out.push('\n');
    out
}
