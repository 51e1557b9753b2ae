//! What holds for every text.

use plumbline_source::{Limits, Node, Source, Value, decode, parse_yaml};
use proptest::prelude::*;

/// Checks a tree: every span fits the text, and what is said to stand word for word does.
fn check(source: &Source, node: &Node) {
    let written = source.text.get(node.span.start..node.span.end);
    assert!(written.is_some(), "{:?} does not fit", node.span);
    match &node.value {
        Value::Null => {}
        Value::Scalar(scalar) => {
            if let Some(at) = scalar.verbatim {
                let end = at + scalar.text.len();
                assert_eq!(source.text.get(at..end), Some(scalar.text.as_str()));
            }
            for (at, character) in scalar.text.char_indices() {
                let found = node.span_within(source, at..at + character.len_utf8());
                assert!(source.text.get(found.start..found.end).is_some());
                if found != node.span && !character.is_whitespace() {
                    assert!(source.slice(found).starts_with(character));
                }
            }
        }
        Value::Sequence(items) => items.iter().for_each(|item| check(source, item)),
        Value::Mapping(fields) => {
            for (key, value) in fields {
                assert!(source.text.get(key.span.start..key.span.end).is_some());
                check(source, value);
            }
        }
    }
}

/// Reads bytes as far as it goes. Whatever comes out must be sound and, if an error, showable.
fn read(bytes: Vec<u8>) {
    let limits = Limits::default();
    let tree = decode("in.yaml", bytes, &limits)
        .and_then(|source| parse_yaml(&source, &limits).map(|tree| (source, tree)));
    match tree {
        Ok((source, tree)) => check(&source, &tree),
        Err(error) => {
            let shown = error.render(false);
            assert!(
                shown.starts_with(&format!("error: {}", error.message))
                    || error.message.contains(char::is_control)
            );
            assert!(!shown.contains('\u{1b}'));
            if let Some(place) = &error.place {
                assert!(place.span.start <= place.span.end);
                assert!(
                    place
                        .source
                        .text
                        .get(place.span.start..place.span.end)
                        .is_some()
                );
            }
        }
    }
}

/// Pieces that YAML gives a meaning to, so that random texts get past the first line.
fn soup() -> impl Strategy<Value = String> {
    let pieces = prop::sample::select(vec![
        "a",
        "b: ",
        "c:",
        " ",
        "  ",
        "\n",
        "\n  ",
        "\n    ",
        "\r\n",
        "\r",
        "- ",
        "-",
        "? ",
        ": ",
        "[",
        "]",
        "{",
        "}",
        ",",
        "&x ",
        "*x",
        "&y ",
        "*y ",
        "!",
        "!!str ",
        "!t ",
        "'",
        "\"",
        "|",
        ">",
        "|-\n",
        ">+\n ",
        "#",
        " # c",
        "\t",
        "---",
        "\n---\n",
        "\n...\n",
        "%",
        "%YAML 1.2\n",
        "%TAG ! x\n",
        "~",
        "null",
        "5",
        "0x1",
        "é",
        "東",
        "\u{feff}",
        "\\",
        "\\n",
        "\\x41",
        "''",
        "<<: ",
        "@",
        "`",
        "\u{85}",
        "\u{2028}",
        "-1",
        "- - ",
        "a: b\n",
        "k: v\n",
        ":",
        "?",
    ]);
    prop::collection::vec(pieces, 0..40).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 4096,
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn no_text_panics(text in "\\PC{0,60}") {
        read(text.into_bytes());
    }

    #[test]
    fn no_bytes_panic(bytes in prop::collection::vec(any::<u8>(), 0..60)) {
        read(bytes);
    }

    #[test]
    fn nothing_that_looks_like_yaml_panics(text in soup()) {
        read(text.into_bytes());
    }

    /// Text in single quotes comes back as it was, at the place where it stands.
    #[test]
    fn quoted_text_comes_back(text in "[a-zA-Z0-9éü€ :#,&*!|>%@-]{0,40}") {
        let source = Source::new("in.yaml", format!("é: '{text}'\n"));
        let tree = parse_yaml(&source, &Limits::default()).unwrap();
        let node = tree.get("é").unwrap();
        prop_assert_eq!(node.text(&source), Ok(text.as_str()));
        let expected = match &node.value {
            Value::Scalar(scalar) => scalar.verbatim,
            _ => None,
        };
        prop_assert_eq!(expected, Some("é: '".len()));
    }
}
