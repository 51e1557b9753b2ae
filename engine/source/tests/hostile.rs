//! Input that is broken or means harm: each gets an error of its own, at the right place.

use plumbline_source::{Diagnostic, Limits, Node, Source, decode, parse_yaml};

/// Line and column, both 1-based.
type Position = (usize, usize);

fn read(bytes: &[u8], limits: &Limits) -> Result<Node, Diagnostic> {
    let source = decode("in.yaml", bytes.to_vec(), limits)?;
    parse_yaml(&source, limits)
}

/// Each: what it is, the text, the line and column, the message.
#[test]
fn every_mistake_has_an_error_of_its_own_with_place_and_help() {
    let not_yaml = |what: &str| format!("this is not valid YAML: {what}");
    let cases = [
        ("empty", "", (1, 1), "the file is empty".into()),
        ("blank", " \r\n\n", (1, 1), "the file is empty".into()),
        (
            "only comments",
            "# a\n# b\n",
            (1, 1),
            "the file holds no values, only comments or markers".into(),
        ),
        (
            "only a marker",
            "---\n",
            (1, 1),
            "the file holds no values, only comments or markers".into(),
        ),
        (
            "two documents",
            "a: 1\n---\nb: 2\n",
            (2, 1),
            "the file holds more than one YAML document".into(),
        ),
        (
            "two documents, the second bare",
            "a: 1\n...\nb: 2\n",
            (3, 1),
            "the file holds more than one YAML document".into(),
        ),
        (
            "duplicate keys",
            "a: 1\nb: 2\n\"a\": 3\n",
            (3, 1),
            "the field `a` is written twice".into(),
        ),
        (
            "duplicate keys in braces",
            "x: {é: 1, é: 2}\n",
            (1, 11),
            "the field `é` is written twice".into(),
        ),
        (
            "a list as key",
            "? [a, b]\n: c\n",
            (1, 3),
            "a field's name must be a word, found a list".into(),
        ),
        (
            "a mapping as key",
            "{{a: b}: c}\n",
            (1, 2),
            "a field's name must be a word, found a mapping".into(),
        ),
        (
            "no key",
            ": a\n",
            (1, 1),
            "there is a value without a name".into(),
        ),
        (
            "merge key",
            "a: &a {b: c}\nd:\n  <<: *a\n",
            (3, 3),
            "merge keys (`<<`) are not supported".into(),
        ),
        (
            "undefined alias",
            "host: *.example.com\n",
            (1, 7),
            "there is no anchor for the alias `*.example.com`".into(),
        ),
        (
            "alias of itself",
            "&a [*a]\n",
            (1, 5),
            "the alias `*a` is part of what it stands for".into(),
        ),
        (
            "alias before its anchor",
            "a: *x\nb: &x 1\n",
            (1, 4),
            "there is no anchor for the alias `*x`".into(),
        ),
        (
            "tag",
            "a: !!int 5\n",
            (1, 4),
            "the tag `!!int` is not supported here".into(),
        ),
        (
            "tag after an anchor",
            "a: &x !thing {}\n",
            (1, 7),
            "the tag `!thing` is not supported here".into(),
        ),
        (
            "escape in text",
            "a: \"\\e[31m\"\n",
            (1, 4),
            "control characters such as U+001B are not allowed in text".into(),
        ),
        (
            "escape as it is",
            "a: 1\nb: \u{1b}[31m\n",
            (2, 4),
            "there is a control character (U+001B) in the file".into(),
        ),
        (
            "tab as indentation",
            "a:\n\tb: 1\n",
            (2, 2),
            not_yaml("tabs cannot be used to indent"),
        ),
        (
            "colon too many, after letters of several bytes",
            "naïveté: ü: 1\n",
            (1, 11),
            not_yaml("a `:` is not allowed here"),
        ),
        (
            "the same in the third of lines that end in CR LF",
            "a: ü\r\n# é\r\né: ü: 1\r\n",
            (3, 5),
            not_yaml("a `:` is not allowed here"),
        ),
        (
            "no colon",
            "name: a\nother\nmore: b\n",
            (2, 1),
            not_yaml("a field without a `:`"),
        ),
        (
            "quote",
            "a: \"b\n",
            (1, 4),
            not_yaml("a quote is never closed"),
        ),
        (
            "bracket",
            "a: [b, c\n",
            (2, 1),
            not_yaml("expected `,` or `]`"),
        ),
        (
            "closing bracket",
            "{a: b}}\n",
            (1, 7),
            not_yaml("a closing bracket that nothing opened"),
        ),
        (
            "indentation",
            "a:\n  b: 1\n c: 2\n",
            (3, 2),
            not_yaml("the indentation does not fit"),
        ),
        (
            "no key before a colon in braces",
            "{a: b, :[c]}\n",
            (1, 8),
            not_yaml("a `:` is not allowed here"),
        ),
        (
            "a lone asterisk",
            "cron: * 5\n",
            (1, 7),
            not_yaml("an `&` or `*` without a name"),
        ),
        (
            "an escape that is none",
            "path: \"C:\\dir\"\n",
            (1, 7),
            not_yaml("an unknown escape after `\\`"),
        ),
        (
            "an at sign",
            "a: @b\n",
            (1, 4),
            not_yaml("a text cannot begin with this character"),
        ),
        (
            "a byte order mark between the lines",
            "a: 1\n\u{feff}b: 2\n",
            (2, 1),
            not_yaml("a byte order mark in the middle of the file"),
        ),
    ];
    for (what, text, place, message) in cases {
        let error = read(text.as_bytes(), &Limits::default()).expect_err(what);
        assert_eq!(error.message, message, "{what}");
        assert_eq!(error.line_column(), Some(place), "{what}");
        assert!(error.render(false).contains(&message), "{what}");
        assert!(error.help.is_some(), "{what}");
    }
}

#[test]
fn bytes_that_are_no_text_say_why() {
    let cases: [(&str, &[u8], Option<Position>, &str); 7] = [
        (
            "Latin-1",
            b"a: 1\nb: \xc3\xa9\xe9\n",
            Some((2, 5)),
            "the file is not valid UTF-8: byte 0xE9 in line 2, column 5",
        ),
        (
            "cut off inside a character, after a byte order mark",
            b"\xef\xbb\xbfa: \xc3",
            Some((1, 4)),
            "the file is not valid UTF-8: byte 0xC3 in line 1, column 4",
        ),
        (
            "NUL",
            b"a: 1\nb: \0\n",
            Some((2, 4)),
            "there is a NUL byte in the file, so it is not a text file",
        ),
        (
            "UTF-16",
            b"\xff\xfea\0",
            None,
            "`in.yaml` is in UTF-16 (little-endian)",
        ),
        (
            "UTF-16",
            b"\xfe\xff\0a",
            None,
            "`in.yaml` is in UTF-16 (big-endian)",
        ),
        (
            "UTF-32",
            b"\xff\xfe\0\0a\0\0\0",
            None,
            "`in.yaml` is in UTF-32 (little-endian)",
        ),
        (
            "UTF-32",
            b"\0\0\xfe\xff\0\0\0a",
            None,
            "`in.yaml` is in UTF-32 (big-endian)",
        ),
    ];
    for (what, bytes, place, message) in cases {
        let error = read(bytes, &Limits::default()).expect_err(what);
        assert_eq!(error.message, message, "{what}");
        assert_eq!(error.line_column(), place, "{what}");
        assert!(error.help.is_some(), "{what}");
    }
}

#[test]
fn a_nul_is_refused_without_decoding_too() {
    let source = Source::new("in.yaml", "a: 1\0b: 2");
    let error = parse_yaml(&source, &Limits::default()).expect_err("NUL");
    assert_eq!(
        error.message,
        "there is a control character (U+0000) in the file"
    );
}

#[test]
fn a_byte_order_mark_moves_nothing() {
    let source = decode("in.yaml", b"\xef\xbb\xbfa: b".to_vec(), &Limits::default()).unwrap();
    assert_eq!(source.text, "a: b");

    // And where somebody made a source by hand, spans still fit and columns do not count it.
    let source = Source::new("in.yaml", "\u{feff}a: b");
    let tree = parse_yaml(&source, &Limits::default()).unwrap();
    let value = tree.get("a").unwrap();
    assert_eq!(source.slice(value.span), "b");
    assert_eq!(source.line_column(value.span.start), (1, 4));
}

#[test]
fn too_many_bytes_are_refused_with_size_and_limit() {
    let limits = Limits {
        bytes: 1_500_000,
        ..Limits::default()
    };
    let spaces = vec![b' '; 50_000_000];
    let error = read(&spaces, &limits).expect_err("too large");
    assert_eq!(
        error.message,
        "`in.yaml` is too large: 50 MB, and at most 1.5 MB can be read"
    );
    let source = Source::new("in.yaml", " ".repeat(1_500_001));
    let error = parse_yaml(&source, &limits).expect_err("too large");
    assert_eq!(
        error.message,
        "`in.yaml` is too large: 1.500001 MB, and at most 1.5 MB can be read"
    );
    assert!(read(&[b"a: ", &spaces[..1_499_996], b"b"].concat(), &limits).is_ok());
}

fn laughs() -> String {
    let mut text = String::from("a: &a [lol, lol, lol, lol, lol, lol, lol, lol, lol]\n");
    for (inner, outer) in ('a'..'i').zip('b'..='i') {
        let items = vec![format!("*{inner}"); 9].join(", ");
        text.push_str(&format!("{outer}: &{outer} [{items}]\n"));
    }
    text
}

/// Small texts that grow when they are read.
#[test]
fn bombs_are_refused_before_they_go_off() {
    let too_much = "the aliases in the file stand for far more than is written in it";
    let too_deep = "lists and mappings are nested more than 64 levels deep";
    let long_text = format!(
        "a: &a {}\nb:\n{}",
        "x".repeat(100_000),
        "- *a\n".repeat(1_000)
    );
    // Every link is shallow; the chain is not.
    let mut chain = String::from("- &a0 []\n");
    for link in 1..70 {
        chain.push_str(&format!("- &a{link} [*a{}]\n", link - 1));
    }
    let cases = [
        ("billion laughs", laughs(), too_much),
        ("a long text, often", long_text, too_much),
        ("a chain of aliases", chain, too_deep),
        ("brackets", "[".repeat(100_000), too_deep),
        ("braces", "{a: ".repeat(100_000), too_deep),
        ("dashes", "- ".repeat(100_000), too_deep),
        ("keys of keys", "? ".repeat(100_000), too_deep),
        (
            "many values",
            "[]\n".replace("[]", &format!("[{}]", "a,".repeat(200_000))),
            "the file holds more than 200000 values",
        ),
    ];
    for (what, text, message) in cases {
        let error = read(text.as_bytes(), &Limits::default()).expect_err(what);
        assert_eq!(error.message, message, "{what}");
        assert!(error.place.is_some() && error.help.is_some(), "{what}");
        assert!(error.render(false).len() < 1_000, "{what}");
    }
}

#[test]
fn limits_hold_to_the_last_one() {
    let limits = Limits {
        bytes: 100,
        nodes: 4,
        depth: 2,
        expansion: 3,
    };
    let fine = ["[[a, b]]", "[a, &x b, *x]", "- &x [a, b]\n- *x"];
    let refused = [
        ("[[a, b, c]]", "the file holds more than 4 values"),
        (
            "[[[a]]]",
            "lists and mappings are nested more than 2 levels deep",
        ),
        (
            "[&x [a], *x, *x]",
            "the aliases in the file stand for far more than is written in it",
        ),
        (
            "[[&x []]]",
            "lists and mappings are nested more than 2 levels deep",
        ),
        (
            "[&x [], [*x]]",
            "lists and mappings are nested more than 2 levels deep",
        ),
    ];
    for text in fine {
        assert!(read(text.as_bytes(), &limits).is_ok(), "{text}");
    }
    for (text, message) in refused {
        let error = read(text.as_bytes(), &limits).expect_err(text);
        assert_eq!(error.message, message, "{text}");
    }
}

/// However deep the caller's limit: the parser and the walk over the tree have their own.
#[test]
fn no_limit_on_depth_is_too_deep_for_the_stack() {
    let limits = Limits {
        depth: usize::MAX,
        ..Limits::default()
    };
    for open in ["[", "- ", "{a: "] {
        let error = read(open.repeat(100_000).as_bytes(), &limits).expect_err(open);
        assert_eq!(
            error.message,
            "lists and mappings are nested more than 256 levels deep"
        );
    }
}
