//! No file makes the reader panic, hang or fill the memory.

mod common;

use plumbline_source::{Limits, decode};
use proptest::prelude::*;

use common::{knowledge, load};

/// Pieces of workload files, well formed and not.
fn piece() -> impl Strategy<Value = String> {
    prop_oneof![
        prop::sample::select(vec![
            "plumbline: 1\n",
            "name: A\n",
            "answers:\n",
            "parts:\n",
            "  - id: api\n",
            "    answers:\n",
            "  traffic_shape: spiky\n",
            "  trigger: [http, queue]\n",
            "  idle_share: 70 %\n",
            "  team_size: {value: 3, note: x}\n",
            "  slow_start: never\n",
            "  traffic_shape: steady\n",
            "decisions:\n",
            "  cold-starts: accept\n",
            "  cold-starts: {choice: avoid, decided: 2026-11-21, expires: 2026-11-20}\n",
            "checks:\n",
            "  alarms: {state: done, owner: x}\n",
            "{",
            "}",
            "[",
            "]",
            "&a ",
            "*a",
            "? ",
            "- ",
            ": ",
            "|\n",
            ">-\n",
            "\"",
            "'",
            "#",
            "\t",
            "\r\n",
            "!!str ",
            "<<: *a\n",
            "---\n",
            "é",
            "👩‍👩‍👧",
            "\u{feff}",
            "\u{202e}",
        ])
        .prop_map(str::to_owned),
        "[ -~]{0,10}",
    ]
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 1000,
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn nothing_made_of_pieces_panics(pieces in prop::collection::vec(piece(), 0..30)) {
        check(pieces.concat().into_bytes());
    }

    #[test]
    fn no_bytes_panic(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        check(bytes);
    }

    #[test]
    fn no_answer_panics(id in 0..10_usize, answer in any::<String>(), style in 0..4) {
        let knowledge = knowledge();
        let id = &knowledge.questions[id].id;
        let answer = match style {
            0 => answer,
            1 => format!("{answer:?}"),
            2 => format!("[{answer}]"),
            _ => format!("{{value: {answer:?}, note: {answer}}}"),
        };
        check(format!("plumbline: 1\nname: A\nanswers:\n  {id}: {answer}\n").into_bytes());
    }
}

/// Every diagnostic can be printed, too.
fn check(bytes: Vec<u8>) {
    let knowledge = knowledge();
    if let Ok(source) = decode("a.workload.yaml", bytes, &Limits::workload()) {
        let found = match plumbline_workload::load(knowledge, &source) {
            Ok(loaded) => loaded.warnings,
            Err(errors) => {
                assert!(!errors.is_empty(), "refused without a reason");
                errors
            }
        };
        for diagnostic in found {
            assert!(!diagnostic.render(true).is_empty());
        }
    }
}

#[test]
fn alias_bombs_deep_nests_and_empty_files_are_refused_with_one_error() {
    let knowledge = knowledge();
    let mut bomb = String::from("plumbline: 1\nname: A\na: &a [x, x, x, x, x, x, x, x, x, x]\n");
    for (next, last) in ('b'..='i').zip('a'..) {
        let aliases = vec![format!("*{last}"); 10].join(", ");
        bomb.push_str(&format!("{next}: &{next} [{aliases}]\n"));
    }
    let deep = format!("plumbline: 1\nname: A\nanswers: {}", "[".repeat(100_000));
    let long = format!("name: {}", "a".repeat(2_000_000));
    for (what, text) in [
        ("bomb", bomb),
        ("deep", deep),
        ("long", long),
        ("empty", String::new()),
    ] {
        let errors = load(knowledge, &text).unwrap_err();
        assert_eq!(errors.len(), 1, "{what}");
        assert!(
            errors[0].help.is_some() || errors[0].place.is_some(),
            "{what}"
        );
    }
}

#[test]
fn a_question_repeated_ten_thousand_times_over_is_not_compared_with_everything() {
    let knowledge = knowledge();
    let keys: Vec<String> = (0..10_000)
        .map(|n| format!("question_number_{n}: x"))
        .collect();
    let text = format!("plumbline: 1\nname: A\nanswers:\n  {}\n", keys.join("\n  "));
    let errors = load(knowledge, &text).unwrap_err();
    assert_eq!(errors.len(), 51);
}
