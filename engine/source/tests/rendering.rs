//! How diagnostics look.

#![allow(clippy::expect_used, clippy::panic)]

use plumbline_source::{Diagnostic, Fields, Limits, Source, Span, parse_yaml, quote};

fn wrong(text: &str) -> Diagnostic {
    let source = Source::new("shop.yaml", text);
    parse_yaml(&source, &Limits::default()).expect_err(text)
}

#[test]
fn an_error_shows_what_where_and_what_to_do() {
    let shown = wrong("name: shop\nnaïve: 1\nname: café\n").render(false);
    let expected = "\
error: the field `name` is written twice
 --> shop.yaml:3:1
  |
3 | name: café
  | ^^^^ first written in line 1
  |
  = help: keep one of the two";
    assert_eq!(shown, expected);
}

#[test]
fn the_underline_stands_below_letters_of_any_width() {
    let shown = wrong("naïveté: 東京: 1\n").render(false);
    let expected = "\
error: this is not valid YAML: a `:` is not allowed here
 --> shop.yaml:1:12
  |
1 | naïveté: 東京: 1
  |              ^ here
  |
  = help: put text that holds `: ` in quotes; if this is a field, check its indentation";
    assert_eq!(shown, expected);
}

#[test]
fn several_lines_are_shown_by_the_first_one() {
    let source = Source::new("shop.yaml", "rules:\r\n  - id: a\r\n    why: b\r\n");
    let tree = parse_yaml(&source, &Limits::default()).unwrap();
    let rule = &tree.get("rules").unwrap().sequence(&source).unwrap()[0];
    let mut fields = Fields::of(&source, rule, "a rule").unwrap();
    fields.required("id").unwrap();
    let shown = fields.required("when").unwrap_err().render(false);
    let expected = "\
error: a rule needs the field `when`
 --> shop.yaml:2:5
  |
2 |   - id: a
  |     ^^^^^ `when` is missing
  |
  = help: add `when: …`";
    assert_eq!(shown, expected);
}

#[test]
fn a_warning_without_place_is_one_line() {
    let shown = Diagnostic::warning("prices are from 2024").render(false);
    assert_eq!(shown, "warning: prices are from 2024");
}

#[test]
fn colour_is_ansi_escapes_around_the_same_words() {
    let error = wrong("a: 1\na: 2\n");
    let coloured = error.render(true);
    assert!(coloured.starts_with("\u{1b}["));
    let mut plain = String::new();
    let mut rest = coloured.as_str();
    while let Some((before, after)) = rest.split_once('\u{1b}') {
        plain.push_str(before);
        rest = after.split_once('m').unwrap().1;
    }
    plain.push_str(rest);
    assert_eq!(plain, error.render(false));
    assert!(!error.render(false).contains('\u{1b}'));
}

/// A long line: clipped on both sides, with the place in sight and its true column.
#[test]
fn long_lines_are_clipped_around_the_place() {
    let filler = "é".repeat(500_000);
    let source = Source::new("shop.yaml", format!("{filler}HERE{filler}"));
    let start = filler.len();
    let shown = Diagnostic::error("wrong")
        .at(&source, Span::new(start, start + 4), "this")
        .render(false);
    assert!(shown.contains("--> shop.yaml:1:500001"), "{shown}");
    assert!(shown.contains("éHEREé"), "{shown}");
    assert!(shown.contains("^^^^ this"), "{shown}");
    assert!(
        shown.lines().all(|line| line.chars().count() < 130),
        "{shown}"
    );

    // A range as long as the line is no reason to show all of it.
    let shown = Diagnostic::error("wrong")
        .at(&source, Span::new(0, source.text.len()), "this")
        .render(false);
    assert!(
        shown.lines().all(|line| line.chars().count() < 130),
        "{shown}"
    );
}

/// What stands in a file or a message must not steer the terminal.
#[test]
fn control_characters_are_shown_and_not_sent() {
    let source = Source::new("\u{1b}[2Jshop.yaml", "a\u{1b}[31m\u{202e}\u{9b}b");
    let shown = Diagnostic::error("bad \u{1b}[31m \u{9b}")
        .at(&source, Span::new(1, 2), "\u{1b}[0m")
        .help("\u{1b}[32m")
        .render(false);
    assert!(!shown.contains(['\u{1b}', '\u{202e}', '\u{9b}']), "{shown}");
}

#[test]
fn places_that_do_not_fit_are_shown_as_well_as_can_be() {
    let source = Source::new("shop.yaml", "é\n");
    for (start, end) in [
        (1, 1),
        (0, 1),
        (2, 99),
        (3, 3),
        (99, 3),
        (usize::MAX, usize::MAX),
    ] {
        let error = Diagnostic::error("wrong").at(&source, Span::new(start, end), "this");
        assert!(error.render(false).contains("shop.yaml:"), "{start}..{end}");
    }
}

#[test]
fn quoting_clips_and_keeps_to_one_line() {
    assert_eq!(quote("a b"), "`a b`");
    assert_eq!(quote("a\nb"), "`a⏎b`");
    assert_eq!(quote(&"é".repeat(60)), format!("`{}`", "é".repeat(60)));
    assert_eq!(quote(&"é".repeat(61)), format!("`{}…`", "é".repeat(60)));
}
