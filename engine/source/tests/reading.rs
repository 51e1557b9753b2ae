//! Reading fields and values out of a tree.

#![allow(clippy::panic, clippy::unwrap_used)]

use std::sync::Arc;

use plumbline_source::{Diagnostic, Fields, Limits, Node, Source, did_you_mean, parse_yaml};

fn parse(text: &str) -> (Arc<Source>, Node) {
    let source = Source::new("in.yaml", text);
    let tree = parse_yaml(&source, &Limits::default());
    (
        source,
        tree.unwrap_or_else(|error| panic!("{text}: {error}")),
    )
}

/// Reads the value of the field `a`, which is written as `value`.
fn reading<T>(
    value: &str,
    read: impl Fn(&Node, &Arc<Source>) -> Result<T, Diagnostic>,
) -> Result<T, String> {
    let (source, tree) = parse(&format!("a: {value}"));
    read(tree.get("a").unwrap(), &source).map_err(|error| {
        assert_eq!(error.line_column().map(|(line, _)| line), Some(1));
        match error.help {
            Some(help) => format!("{}; {help}", error.message),
            None => error.message,
        }
    })
}

#[test]
fn text_is_any_single_value() {
    let text = |value| reading(value, |node, source| node.text(source).map(str::to_owned));
    for (value, expected) in [
        ("b", "b"),
        ("5", "5"),
        ("'5'", "5"),
        ("no", "no"),
        ("''", ""),
    ] {
        assert_eq!(text(value).as_deref(), Ok(expected), "{value}");
    }
    let refused = [
        ("", "expected text, found nothing"),
        ("~", "expected text, found nothing"),
        ("[b]", "expected text, found a list"),
        ("{}", "expected text, found an empty mapping"),
    ];
    for (value, message) in refused {
        assert_eq!(text(value).unwrap_err(), message, "{value}");
    }
}

#[test]
fn yes_and_no_are_true_and_false_too() {
    let yes_no = |value| reading(value, Node::yes_no);
    for value in ["yes", "Yes", "YES", "true", "True", "TRUE"] {
        assert_eq!(yes_no(value), Ok(true), "{value}");
    }
    for value in ["no", "No", "NO", "false", "False", "FALSE"] {
        assert_eq!(yes_no(value), Ok(false), "{value}");
    }
    let refused = [
        (
            "'yes'",
            "expected yes or no, found the text `yes`; leave out the quotes",
        ),
        (
            "on",
            "expected yes or no, found the text `on`; write `yes` or `no`",
        ),
        (
            "1",
            "expected yes or no, found the number `1`; write `yes` or `no`",
        ),
        ("", "expected yes or no, found nothing; write `yes` or `no`"),
        (
            "[]",
            "expected yes or no, found an empty list; write `yes` or `no`",
        ),
    ];
    for (value, message) in refused {
        assert_eq!(yes_no(value).unwrap_err(), message, "{value}");
    }
}

#[test]
fn integers_are_those_of_yaml() {
    let integer = |value| reading(value, Node::integer);
    let read = [
        ("0", 0),
        ("-7", -7),
        ("+7", 7),
        ("007", 7),
        ("0x1F", 31),
        ("0o17", 15),
        ("9223372036854775807", i64::MAX),
        ("-9223372036854775808", i64::MIN),
    ];
    for (value, expected) in read {
        assert_eq!(integer(value), Ok(expected), "{value}");
    }
    let refused = [
        (
            "'7'",
            "expected a whole number, found the text `7`; leave out the quotes",
        ),
        ("7.5", "expected a whole number, found the number `7.5`"),
        ("seven", "expected a whole number, found the text `seven`"),
        ("yes", "expected a whole number, found `yes`"),
        (
            "1_000",
            "expected a whole number, found the text `1_000`; write `1000`",
        ),
        (
            "1,000",
            "expected a whole number, found the text `1,000`; write `1000`",
        ),
        ("0x", "expected a whole number, found the text `0x`"),
        ("0x-1", "expected a whole number, found the text `0x-1`"),
        ("--1", "expected a whole number, found the text `--1`"),
        (
            "9223372036854775808",
            "the number `9223372036854775808` is too large",
        ),
    ];
    for (value, message) in refused {
        assert_eq!(integer(value).unwrap_err(), message, "{value}");
    }
}

#[test]
fn numbers_are_finite() {
    let number = |value| reading(value, Node::number);
    for (value, expected) in [("1", 1.0), ("-1.5", -1.5), (".5", 0.5), ("1e3", 1000.0)] {
        assert_eq!(number(value), Ok(expected), "{value}");
    }
    let refused = [
        (
            "'1'",
            "expected a number, found the text `1`; leave out the quotes",
        ),
        (".inf", "expected a number, found the text `.inf`"),
        ("inf", "expected a number, found the text `inf`"),
        ("nan", "expected a number, found the text `nan`"),
        ("1e999", "the number `1e999` is too large"),
        ("15m", "expected a number, found the text `15m`"),
        ("", "expected a number, found nothing"),
    ];
    for (value, message) in refused {
        assert_eq!(number(value).unwrap_err(), message, "{value}");
    }
}

#[test]
fn lists_and_mappings_say_what_they_found() {
    let list = |value| reading(value, |node, source| node.sequence(source).map(<[_]>::len));
    let fields = |value| reading(value, |node, source| node.mapping(source).map(<[_]>::len));
    assert_eq!(list("[b, c]"), Ok(2));
    assert_eq!(fields("{b: c}"), Ok(1));
    assert!(
        list("b")
            .unwrap_err()
            .starts_with("expected a list, found the text `b`")
    );
    assert!(
        list("")
            .unwrap_err()
            .starts_with("expected a list, found nothing")
    );
    assert!(
        list("{b: c}")
            .unwrap_err()
            .starts_with("expected a list, found a mapping")
    );
    assert!(
        fields("[b]")
            .unwrap_err()
            .starts_with("expected a mapping, found a list")
    );
}

#[test]
fn fields_are_read_by_name() {
    let (source, tree) = parse("id: a\nempty:\nwhen: b\n");
    let mut fields = Fields::of(&source, &tree, "a rule").unwrap();
    assert_eq!(fields.required("when").unwrap().text(&source), Ok("b"));
    assert_eq!(fields.required("id").unwrap().text(&source), Ok("a"));
    assert!(fields.optional("empty").unwrap().is_null());
    assert!(fields.optional("since").is_none());
    assert_eq!(fields.finish(), Ok(()));
}

#[test]
fn a_missing_field_points_at_the_one_that_was_probably_meant() {
    let (source, tree) = parse("id: a\nwehn: b\n");
    let mut fields = Fields::of(&source, &tree, "a rule").unwrap();
    let error = fields.required("when").unwrap_err();
    assert_eq!(
        error.to_string(),
        "in.yaml:2:1: error: a rule needs the field `when`"
    );
    assert_eq!(error.help.as_deref(), Some("rename `wehn` to `when`"));
    let error = fields.required("points").unwrap_err();
    assert_eq!(
        error.to_string(),
        "in.yaml:1:1: error: a rule needs the field `points`"
    );
}

#[test]
fn left_over_fields_are_all_reported() {
    let (source, tree) = parse("id: a\nidd: x\nsorces: y\nzzz: z\n");
    let mut fields = Fields::of(&source, &tree, "a rule").unwrap();
    fields.required("id").unwrap();
    fields.optional("sources");
    let errors = fields.finish().unwrap_err();
    let told: Vec<_> = errors
        .iter()
        .map(|error| format!("{error}; {}", error.help.as_deref().unwrap()))
        .collect();
    let expected = [
        // Not "did you mean `id`": that one is there.
        "in.yaml:2:1: error: a rule has no field `idd`; the fields are `id`, `sources`",
        "in.yaml:3:1: error: a rule has no field `sorces`; did you mean `sources`?",
        "in.yaml:4:1: error: a rule has no field `zzz`; the fields are `id`, `sources`",
    ];
    assert_eq!(told, expected);
}

#[test]
fn very_many_left_over_fields_are_counted() {
    let text: String = (0..50_000)
        .map(|number| format!("k{number}: 1\n"))
        .collect();
    let (source, tree) = parse(&text);
    let errors = Fields::of(&source, &tree, "a rule")
        .unwrap()
        .finish()
        .unwrap_err();
    assert_eq!(errors.len(), 21);
    assert_eq!(errors[20].message, "a rule has 49980 more unknown fields");
}

#[test]
fn something_else_than_fields_is_refused() {
    let (source, tree) = parse("- a\n");
    let error = Fields::of(&source, &tree, "a rule").unwrap_err();
    assert_eq!(
        error.message,
        "expected a rule (a mapping of fields), found a list"
    );
}

#[test]
fn the_closest_known_word_is_suggested() {
    let known = [
        "max_duration",
        "memory",
        "team",
        "trigger",
        "region",
        "s3",
        "regions",
    ];
    let cases = [
        ("memroy", Some("memory")),
        ("Memory", Some("memory")),
        ("max-duration", Some("max_duration")),
        ("maxduration", Some("max_duration")),
        ("duration", Some("max_duration")),
        ("triger", Some("trigger")),
        ("regionss", Some("regions")),
        ("regio", Some("region")),
        ("tea", Some("team")),
        ("s4", None),
        ("s3", Some("s3")),
        ("", None),
        ("price", None),
    ];
    for (word, meant) in cases {
        assert_eq!(did_you_mean(word, known), meant, "{word}");
    }
    // Equally close: the first.
    assert_eq!(did_you_mean("cat", ["bat", "hat"]), Some("bat"));
    // A part that two words share says nothing.
    assert_eq!(
        did_you_mean("duration", ["max_duration", "min_duration"]),
        None
    );
    let long = "x".repeat(1_000_000);
    assert_eq!(did_you_mean(&long, [long.as_str()]), None);
}
