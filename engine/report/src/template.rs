//! The templates, and what they print.

use minijinja::syntax::SyntaxConfig;
use minijinja::value::{Serde, Value, ValueKind};
use minijinja::{AutoEscape, Environment, Error, ErrorKind, Output, State, UndefinedBehavior};
use serde::Serialize;

use crate::kind::Kind;
use crate::markdown;

/// The template of a document.
fn source(kind: Kind) -> &'static str {
    match kind {
        Kind::OnePager => include_str!("../../../templates/one-pager.md.jinja"),
        Kind::Adr => include_str!("../../../templates/adr.md.jinja"),
        Kind::Review => include_str!("../../../templates/review.md.jinja"),
        Kind::Checklists => include_str!("../../../templates/checklists.md.jinja"),
    }
}

const PAGE: &str = include_str!("../../../templates/page.html.jinja");

/// The document in Markdown. Every value that a template prints is escaped, unless a filter here
/// made Markdown of it.
pub(crate) fn markdown(kind: Kind, view: &impl Serialize) -> Result<String, Error> {
    let mut environment = environment()?;
    environment.set_auto_escape_callback(|_| AutoEscape::Custom("markdown".into()));
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
    Ok(tidy(
        &environment.render_str(source(kind), Value::from(Serde(view)))?,
    ))
}

/// The HTML page around a document.
pub(crate) fn page(context: &impl Serialize) -> Result<String, Error> {
    let mut environment = environment()?;
    environment.set_auto_escape_callback(|_| AutoEscape::Html);
    environment.render_str(PAGE, Value::from(Serde(context)))
}

fn environment() -> Result<Environment<'static>, Error> {
    let mut environment = Environment::new();
    environment.set_undefined_behavior(UndefinedBehavior::Strict);
    environment.set_syntax(syntax()?);
    Ok(environment)
}

/// Lines that hold nothing but a block leave no trace.
fn syntax() -> Result<SyntaxConfig, Error> {
    SyntaxConfig::builder()
        .trim_blocks(true)
        .lstrip_blocks(true)
        .keep_trailing_newline(true)
        .build()
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
fn tidy(text: &str) -> String {
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
