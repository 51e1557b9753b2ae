//! What is said about a workload file that is wrong or doubtful.

mod common;

use plumbline_workload::check_evidence;

use common::{Case, check_all, knowledge, load, render};

/// A file with these answers, from line 4 on.
fn with_answers(answers: &str) -> String {
    format!("plumbline: 1\nname: Checkout\nanswers:\n  {answers}\n")
}

#[test]
fn mistakes_are_named_with_their_place_and_a_way_out() {
    let knowledge = knowledge();
    let cases: &[Case<'_>] = &[
        (
            "nmae: Shop\nplumbline: 1",
            &[
                (1, 1, &["needs the field `name`", "rename `nmae` to `name`"]),
                (1, 1, &["no field `nmae`"]),
            ],
        ),
        (
            "plumbline: 2\nname: Shop",
            &[(1, 12, &["version 2", "use a newer Plumbline"])],
        ),
        (
            "plumbline: one\nname: Shop",
            &[(1, 12, &["a whole number", "write `plumbline: 1`"])],
        ),
        (
            "plumbline: 0\nname: Shop",
            &[(1, 12, &["there is no version 0"])],
        ),
        ("plumbline: 1\nname: ' '", &[(2, 7, &["the name is empty"])]),
        (
            "plumbline: 1\nname: \"a\\nb\"",
            &[(2, 7, &["the name is one line"])],
        ),
        (
            "plumbline: 1\nname: \"a\\u202eb\"",
            &[(2, 7, &["invisible character U+202E", "remove it"])],
        ),
        (
            "plumbline: 1\nname: [Shop]",
            &[(2, 7, &["expected text, found a list"])],
        ),
        ("- Shop", &[(1, 1, &["a workload (a mapping of fields)"])]),
        (
            "plumbline: 1\nname: Shop\nteam_size: 3",
            &[(3, 1, &["no field `team_size`", "under `answers:`"])],
        ),
        (
            "plumbline: 1\nname: Shop\nanswers: spiky",
            &[(3, 10, &["expected answers", "question: answer"])],
        ),
        (
            "plumbline: 1\nname: Shop\nparts: api",
            &[(3, 8, &["expected a list", "- id: …"])],
        ),
        (
            "plumbline: 1\nname: Shop\nparts: [{name: API}]",
            &[(3, 9, &["a part needs the field `id`"])],
        ),
        (
            "plumbline: 1\nname: Shop\nparts: [{id: My API}]",
            &[(3, 14, &["`My API` is not an id", "write `my-api`"])],
        ),
        (
            "plumbline: 1\nname: Shop\nparts:\n- id: api\n- id: api",
            &[(5, 7, &["two parts `api`", "the first is in line 4"])],
        ),
        (
            "plumbline: 1\nname: Shop\nparts:\n- id: api\n  answers: {team_size: 3}",
            &[(
                5,
                13,
                &[
                    "asked once for the whole workload",
                    "inside the part `api`",
                    "top of the file",
                ],
            )],
        ),
    ];
    check_all(knowledge, cases);
}

#[test]
fn answers_that_are_none_are_named_with_what_would_be_one() {
    let knowledge = knowledge();
    let cases: &[(&str, usize, &[&str])] = &[
        (
            "trafic_shape: spiky",
            3,
            &["no question `trafic_shape`", "did you mean `traffic_shape`"],
        ),
        ("Traffic shape: spiky", 3, &["did you mean `traffic_shape`"]),
        ("slow starts: fine", 3, &["did you mean `slow_start`"]),
        ("vpc: yes", 3, &["did you mean `private_network`"]),
        ("requests: 5/s", 3, &["did you mean `average_rate`"]),
        (
            "people: 4",
            3,
            &["did you mean `team_size` (How many people build it?)"],
        ),
        // What was answered tells what was asked.
        ("timeout: 30 s", 3, &["did you mean `latency_target`"]),
        ("size: {value: 6 MB}", 3, &["did you mean `package_size`"]),
        // It is in the label of a choice.
        ("object_table: yes", 3, &["did you mean `trigger`"]),
        (
            "colour: red",
            3,
            &["no question `colour`", "`plumbline questions`"],
        ),
        (
            "traffic_shape: spikey",
            18,
            &[
                "`traffic_shape` has no choice `spikey`",
                "did you mean `spiky`? choose one of `spiky`, `daily`, `steady`",
            ],
        ),
        (
            "traffic_shape: a dayly rhythm",
            18,
            &["did you mean `daily`?"],
        ),
        (
            "traffic_shape: [spiky]",
            18,
            &["takes one choice, found a list", "`traffic_shape: spiky`"],
        ),
        (
            "traffic_shape: [spiky, daily]",
            18,
            &["takes one choice, found a list", "choose one of"],
        ),
        (
            "trigger: [http, htp]",
            19,
            &["`trigger` has no choice `htp`", "did you mean `http`?"],
        ),
        ("trigger: [http, http]", 19, &["twice"]),
        (
            "trigger: [http, unknown]",
            19,
            &["can't stand in a list", "`trigger: unknown`"],
        ),
        (
            "trigger: [[http]]",
            13,
            &["expected a choice, found a list"],
        ),
        (
            "idle_share: 140 %",
            15,
            &["more than the whole", "between 0% and 100%"],
        ),
        ("idle_share: 40", 15, &["did you mean `40%`?"]),
        ("average_rate: 40", 17, &["says no period", "`50/s`"]),
        (
            "average_rate: 40 MB",
            17,
            &["`MB` in `40 MB`", "write a rate as"],
        ),
        (
            "latency_target: 300",
            19,
            &["`300` has no unit", "`900 ms`"],
        ),
        ("latency_target: 300 mss", 19, &["`mss` is not a unit"]),
        ("latency_target: -3 s", 19, &["negative"]),
        (
            "package_size: [6 MB]",
            17,
            &["takes one number, found a list", "`package_size: 6 MB`"],
        ),
        (
            "team_size: six",
            14,
            &["does not start with a number", "write a count as"],
        ),
        (
            "private_network: 'yes'",
            20,
            &[
                "expected yes or no, found the text `yes`",
                "leave out the quotes",
            ],
        ),
        (
            "private_network: maybe",
            20,
            &[
                "`maybe` is not an answer to `private_network`",
                "write `yes`, `no`, `unknown` or `n/a`",
            ],
        ),
        (
            "private_network: [yes]",
            20,
            &["takes yes or no, found a list"],
        ),
        (
            "private_network: {value: {a: b}}",
            28,
            &["expected an answer to `private_network`, found a mapping"],
        ),
        (
            "private_network: {valu: yes}",
            21,
            &["an answer has no field `valu`", "did you mean `value`?"],
        ),
        (
            "private_network: {value: yes, evidence: 'javascript:alert(1)'}",
            43,
            &["is not a web address", "`https://`"],
        ),
        (
            "private_network: {value: yes, evidence: 'ftp://host/a'}",
            43,
            &["is not a web address"],
        ),
        (
            "private_network: {value: yes, evidence: 'https://'}",
            43,
            &["not a whole web address"],
        ),
        (
            "private_network: {value: yes, evidence: 'https://a b'}",
            43,
            &["not a whole web address"],
        ),
        (
            "private_network: {value: yes, owner: \"a\\u2066\"}",
            40,
            &["the owner holds the invisible character U+2066"],
        ),
    ];
    for (line, column, pieces) in cases {
        let text = with_answers(line);
        check_all(knowledge, &[(&text, &[(4, *column, pieces)])]);
    }
}

#[test]
fn decisions_and_checks_that_are_none_are_named_with_what_would_be_one() {
    let knowledge = knowledge();
    let cases: &[(&str, &str, usize, &[&str])] = &[
        (
            "decisions",
            "cold-start: accept",
            3,
            &[
                "no trade-off `cold-start`",
                "did you mean `cold-starts` (Cold starts)",
            ],
        ),
        (
            "decisions",
            "Capacity planning: accept",
            3,
            &["did you mean `capacity-planning`"],
        ),
        (
            "decisions",
            "Capacity that has to be planed: accept",
            3,
            &["did you mean `capacity-planning`"],
        ),
        (
            "decisions",
            "colour: accept",
            3,
            &[
                "no trade-off `colour`",
                "`plumbline knowledge list trade-offs`",
            ],
        ),
        ("decisions", "alarms: done", 3, &["no trade-off `alarms`"]),
        (
            "decisions",
            "cold-starts: accepted",
            16,
            &[
                "`accepted` is not a choice",
                "did you mean `accept`? choose one of `accept`, `mitigate`, `avoid`",
            ],
        ),
        (
            "decisions",
            "cold-starts: [accept]",
            16,
            &["expected a choice, found a list", "choose one of"],
        ),
        (
            "decisions",
            "cold-starts: {owner: Ana}",
            16,
            &["a decision needs the field `choice`"],
        ),
        (
            "decisions",
            "cold-starts: {choice: }",
            24,
            &["expected a choice", "choose one of"],
        ),
        (
            "decisions",
            "cold-starts: {choice: accept, until: 2027-02-01}",
            33,
            &["a decision has no field `until`"],
        ),
        (
            "decisions",
            "cold-starts: {choice: accept, decided: 2027-02-29}",
            42,
            &["`2027-02-29` is not a day", "as in `2026-11-21`"],
        ),
        (
            "decisions",
            "cold-starts: {choice: accept, expires: 2027}",
            42,
            &["`2027` is not a day"],
        ),
        (
            "decisions",
            "cold-starts: {choice: accept, expires: [2027]}",
            42,
            &["expected text, found a list"],
        ),
        (
            "decisions",
            "cold-starts: {choice: accept, decided: 2026-11-21, expires: 2026-11-20}",
            63,
            &[
                "`cold-starts` expires before it was taken",
                "before 2026-11-21",
                "give a later day",
            ],
        ),
        (
            "checks",
            "least-privileges: done",
            3,
            &[
                "no checklist item `least-privileges`",
                "did you mean `least-privilege` (Give each",
            ],
        ),
        (
            "checks",
            "colour: done",
            3,
            &["`plumbline knowledge list checklists`"],
        ),
        (
            "checks",
            "alarms: finished",
            11,
            &[
                "`finished` is not a state",
                "choose one of `open`, `in-progress`, `done`, `not-needed`",
            ],
        ),
        (
            "checks",
            "alarms: {stat: done}",
            12,
            &["a check has no field `stat`", "did you mean `state`?"],
        ),
        (
            "checks",
            "alarms: {note: \"a\\u202e\"}",
            18,
            &["the note holds the invisible character U+202E"],
        ),
    ];
    for (key, line, column, pieces) in cases {
        let text = format!("plumbline: 1\nname: Checkout\n{key}:\n  {line}\n");
        check_all(knowledge, &[(&text, &[(4, *column, pieces)])]);
    }
    for (key, piece) in [
        ("decisions", "`trade-off: choice`"),
        ("checks", "`item: state`"),
    ] {
        let text = format!("plumbline: 1\nname: Checkout\n{key}: all");
        let column = key.len() + 3;
        check_all(knowledge, &[(&text, &[(3, column, &[piece])])]);
    }
}

#[test]
fn typed_evidence_is_checked_like_that_in_a_file() {
    assert_eq!(check_evidence("see page 4: the table"), Ok(()));
    assert_eq!(check_evidence("https://wiki.example/vpc"), Ok(()));
    for bad in [
        "javascript:alert(1)",
        "ftp://host/a",
        "https://",
        "https://a b",
    ] {
        let error = check_evidence(bad).unwrap_err();
        assert!(error.contains("web address\nhelp: "), "{error}");
    }
}

#[test]
fn texts_have_limits() {
    let knowledge = knowledge();
    for (key, most) in [("note", 4_000), ("owner", 200), ("evidence", 2_000)] {
        let text = |length| {
            with_answers(&format!(
                "team_size: {{value: 6, {key}: {}}}",
                "ä".repeat(length)
            ))
        };
        assert!(load(knowledge, &text(most)).is_ok(), "{key}");
        let errors = load(knowledge, &text(most + 1)).unwrap_err();
        assert_eq!(errors.len(), 1);
        assert!(
            errors[0].message.contains(&format!("at most {most}")),
            "{}",
            render(&errors)
        );
    }
}

#[test]
fn all_mistakes_are_reported_at_once_in_the_order_of_the_file() {
    let knowledge = knowledge();
    let errors = load(
        knowledge,
        "plumbline: 1
answers: {traffic_shape: steady, idle_share: 70 %, team_size: many}
parts:
  - id: API
  - id: b
    answers: {trigger: htp}
colour: red
",
    )
    .unwrap_err();
    let lines: Vec<usize> = errors.iter().map(|e| e.line_column().unwrap().0).collect();
    assert_eq!(lines, [1, 2, 2, 4, 6, 7], "{}", render(&errors));
}

#[test]
fn so_many_mistakes_that_nobody_reads_them_are_counted() {
    let knowledge = knowledge();
    let many: Vec<String> = (0..300).map(|n| format!("x{n}: 1")).collect();
    let errors = load(knowledge, &with_answers(&many.join("\n  "))).unwrap_err();
    assert_eq!(errors.len(), 51);
    assert_eq!(errors[50].message, "250 more mistakes are not shown");
}

#[test]
fn a_workload_has_not_thousands_of_parts() {
    let knowledge = knowledge();
    let parts: Vec<String> = (0..101).map(|n| format!("{{id: p{n}}}")).collect();
    let text = format!("plumbline: 1\nname: Shop\nparts: [{}]", parts.join(", "));
    let errors = load(knowledge, &text).unwrap_err();
    assert_eq!(errors.len(), 1);
    assert!(errors[0].message.contains("101 parts"));
}
