//! What a text is read into, and where everything stands.

#![allow(clippy::expect_used, clippy::panic)]

use std::sync::Arc;

use plumbline_source::{Limits, Node, Source, Span, Value, parse_yaml};

fn parse(text: &str) -> (Arc<Source>, Node) {
    let source = Source::new("in.yaml", text);
    let tree = parse_yaml(&source, &Limits::default());
    (
        source,
        tree.unwrap_or_else(|error| panic!("{text}: {error}")),
    )
}

/// The tree in brackets: quoted text in quotes, plain text without, nothing as `~`.
fn shown(node: &Node) -> String {
    match &node.value {
        Value::Null => "~".to_owned(),
        Value::Scalar(scalar) if scalar.quoted => format!("{:?}", scalar.text),
        Value::Scalar(scalar) => scalar.text.clone(),
        Value::Sequence(items) => {
            let items: Vec<_> = items.iter().map(shown).collect();
            format!("[{}]", items.join(", "))
        }
        Value::Mapping(fields) => {
            let fields: Vec<_> = fields
                .iter()
                .map(|(key, node)| format!("{}: {}", key.text, shown(node)))
                .collect();
            format!("{{{}}}", fields.join(", "))
        }
    }
}

#[test]
fn values_are_read_as_they_are_written() {
    let cases = [
        ("a: 1\nb: true\nc: text", "{a: 1, b: true, c: text}"),
        ("a: '1'\nb: \"true\"", r#"{a: "1", b: "true"}"#),
        (
            "a:\nb: ~\nc: null\nd: ''\ne: 'null'",
            r#"{a: ~, b: ~, c: ~, d: "", e: "null"}"#,
        ),
        ("- a\n-\n- b", "[a, ~, b]"),
        (
            "1: a\ntrue: b\nnull: c\n~: d\n'': e",
            "{1: a, true: b, null: c, ~: d, : e}",
        ),
        ("a: |\n  one\n   two\n\nb: 1", r#"{a: "one\n two\n", b: 1}"#),
        (
            "a: >-\n  one\n  two\n\n  three\n",
            r#"{a: "one two\nthree"}"#,
        ),
        ("a: one\n  two\n  three\nb: 1", "{a: one two three, b: 1}"),
        (
            "a: |\r\n  one\r\n  two\r\nb: 1\r\n",
            r#"{a: "one\ntwo\n", b: 1}"#,
        ),
        ("a: \"x\\ty\\u00e9\"", r#"{a: "x\tyé"}"#),
        ("a: 'it''s'", r#"{a: "it's"}"#),
        (
            "a: !!str 5\nb: ! 5\nc: !!map {}\nd: !!seq []",
            r#"{a: "5", b: "5", c: {}, d: []}"#,
        ),
        (
            "a: &x {k: v}\nb: *x\nc: [*x, *x]",
            "{a: {k: v}, b: {k: v}, c: [{k: v}, {k: v}]}",
        ),
        ("&k a: 1\nb: *k", "{a: 1, b: a}"),
        ("a: &x 1\nb: &x 2\nc: *x", "{a: 1, b: 2, c: 2}"),
        ("[a: b, c]", "[{a: b}, c]"),
        ("{a, b: , c: d}", "{a: ~, b: ~, c: d}"),
        ("{\"a\":1}", "{a: 1}"),
        ("---\na: 1\n...\n", "{a: 1}"),
        ("%YAML 1.2\n---\na: 1", "{a: 1}"),
        ("just text", "just text"),
        ("~", "~"),
        ("a: b#c # d", "{a: b#c}"),
        ("when: http://x/y?z", "{when: http://x/y?z}"),
    ];
    for (text, tree) in cases {
        assert_eq!(shown(&parse(text).1), tree, "{text}");
    }
}

#[test]
fn every_node_knows_where_it_stands() {
    let text = "# é\nname: ünï # why\nlist:\n- one\n- [two, 'three']\n\nnested:\n  deep: |\n    text\n\n# end\nlast:   # nothing\n";
    let (source, tree) = parse(text);
    let at = |path: &[&str]| {
        let node = path.iter().fold(&tree, |node, key| node.get(key).unwrap());
        source.slice(node.span)
    };
    assert_eq!(at(&["name"]), "ünï");
    assert_eq!(at(&["list"]), "- one\n- [two, 'three']");
    assert_eq!(at(&["nested"]), "deep: |\n    text");
    assert_eq!(at(&["last"]), "");
    assert_eq!(
        source.line_column(tree.get("last").unwrap().span.start),
        (12, 6)
    );
    assert!(source.slice(tree.span).starts_with("name: ünï"));
    assert!(source.slice(tree.span).ends_with("last:"));

    let Value::Sequence(items) = &tree.get("list").unwrap().value else {
        panic!("a list");
    };
    assert_eq!(source.slice(items[1].span), "[two, 'three']");
    let Value::Mapping(fields) = &tree.value else {
        panic!("a mapping");
    };
    for (key, _) in fields {
        assert_eq!(source.slice(key.span), key.text);
    }
}

#[test]
fn lists_start_at_their_first_dash() {
    let cases = [
        ("a:\n- x\n- y", "- x\n- y"),
        ("a:\n  - x", "- x"),
        ("a:\n- - x\n  - y", "- - x\n  - y"),
        ("a:\n- [x]", "- [x]"),
        ("a:\n-\n- x", "-\n- x"),
        ("a:\n- &k x", "- &k x"),
        ("a: [-1, x]", "[-1, x]"),
        ("a:\n- k: v", "- k: v"),
    ];
    for (text, list) in cases {
        let (source, tree) = parse(text);
        assert_eq!(source.slice(tree.get("a").unwrap().span), list, "{text}");
    }
}

#[test]
fn what_an_alias_stands_for_keeps_its_place() {
    let (source, tree) = parse("a: &x [one]\nb: *x\n");
    let (first, second) = (tree.get("a").unwrap(), tree.get("b").unwrap());
    assert_eq!(first, second);
    assert_eq!(source.slice(second.span), "&x [one]");
    assert_eq!(source.slice(tree.span), "a: &x [one]\nb: *x");
}

/// Each: the text, a part of the value `a`, and how that part is written in the text. None where
/// it cannot be told and the whole value is the answer.
#[test]
fn parts_of_a_text_are_found_where_they_are_written() {
    let cases = [
        ("a: one && two", "two", Some("two")),
        ("a: 'ü && two'", "two", Some("two")),
        ("a: \"one && two\"", "&& two", Some("&& two")),
        ("a: &x one", "ne", Some("ne")),
        ("a: |\n  one &&\n  two\n", "two", Some("two")),
        (
            "a: |  # why\n  one &&\n    two\n",
            "one &&\n  two",
            Some("one &&\n    two"),
        ),
        ("a: >-\n  one\n  && two\n", "one && t", Some("one\n  && t")),
        ("a: one\n  && two", "&& two", Some("&& two")),
        ("a: \"one\n  two\"", "two", Some("two")),
        ("a: &x |\n  one\n  two\n", "two", Some("two")),
        ("a: !!str >\n  one\n  two\n", "two", Some("two")),
        ("a: \"\\u0061 two\"", "two", None),
        ("a: 'it''s two'", "two", None),
    ];
    for (text, part, written) in cases {
        let (source, tree) = parse(text);
        let node = tree.get("a").unwrap();
        let value = node.text(&source).unwrap();
        let start = value.find(part).unwrap();
        let found = node.span_within(&source, start..start + part.len());
        let whole = source.slice(node.span);
        assert_eq!(source.slice(found), written.unwrap_or(whole), "{text}");
    }
}

#[test]
fn lines_and_columns_count_characters_and_never_fail() {
    let source = Source::new("in.yaml", "aé\r\n€b\n");
    let cases = [
        (0, (1, 1)),
        (1, (1, 2)),
        (2, (1, 2)), // inside the é
        (3, (1, 3)),
        (5, (2, 1)),
        (8, (2, 2)),
        (10, (3, 1)),
        (999, (3, 1)),
    ];
    for (offset, place) in cases {
        assert_eq!(source.line_column(offset), place, "{offset}");
    }
    assert_eq!(source.slice(Span::new(1, 3)), "é");
    assert_eq!(source.slice(Span::new(2, 3)), "");
    assert_eq!(source.slice(Span::new(3, 1)), "");
}
