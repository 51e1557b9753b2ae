//! What is said about mistakes. Each file in `tests/broken/` lists changes to the sound knowledge
//! base: the file that is changed, lines with `-` that are replaced by those with `+`, and lines
//! with `!` for each message: place, message, what is underlined in brackets, and the help.

// Helpers of tests are tests.
#![allow(clippy::unwrap_used)]

mod sound;

use plumbline_knowledge::load;
use plumbline_source::Diagnostic;

/// Place, message, what is underlined, help.
fn shown(diagnostic: &Diagnostic) -> String {
    let underlined = diagnostic.place.as_ref().map_or(String::new(), |place| {
        let text = place.source.slice(place.span);
        format!(" [{}]", text.lines().next().unwrap_or(""))
    });
    let help = diagnostic
        .help
        .as_deref()
        .map_or(String::new(), |help| format!(" help: {help}"));
    format!("! {diagnostic}{underlined}{help}\n")
}

fn marked(case: &str, mark: &str) -> String {
    let lines = case.lines().filter_map(|line| line.strip_prefix(mark));
    lines.collect::<Vec<_>>().join("\n")
}

fn check(table: &str) {
    let mut found = String::new();
    for case in table.split("\n\n") {
        let path = case.lines().next().unwrap();
        let files = sound::with(path, &marked(case, "- "), &marked(case, "+ "));
        let messages: String = load(&files).diagnostics.iter().map(shown).collect();
        assert!(!messages.is_empty(), "nothing is said about\n{case}");
        let change = case.lines().filter(|line| !line.starts_with('!'));
        found.extend(change.map(|line| format!("{line}\n")));
        found.push_str(&messages);
        found.push('\n');
    }
    assert!(
        found.trim() == table.trim(),
        "this is said instead:\n\n{found}"
    );
}

#[test]
fn conditions() {
    check(include_str!("broken/conditions.txt"));
}

#[test]
fn fields() {
    check(include_str!("broken/fields.txt"));
}

#[test]
fn patterns() {
    check(include_str!("broken/patterns.txt"));
}

#[test]
fn questions() {
    check(include_str!("broken/questions.txt"));
}

#[test]
fn references() {
    check(include_str!("broken/references.txt"));
}

#[test]
fn places() {
    let mut found = String::new();
    let table = include_str!("broken/places.txt");
    for case in table.split("\n\n") {
        let path = case.lines().next().unwrap();
        let messages = load(&[sound::file(path, "id: x\n")]).diagnostics;
        found.push_str(&format!(
            "{path}\n{}\n",
            messages.iter().map(shown).collect::<String>()
        ));
    }
    assert!(
        found.trim() == table.trim(),
        "this is said instead:\n\n{found}"
    );
}

#[test]
fn stages() {
    check(include_str!("broken/stages.txt"));
}
