//! Answers that don't go together, and answers that count for nothing.

mod common;

use common::{Case, check_all, knowledge, load, render};

#[test]
fn contradictions_name_every_answer_and_its_line() {
    let knowledge = knowledge();
    let errors = load(
        knowledge,
        "plumbline: 1\nname: Shop\nanswers:\n  idle_share: 70 %\nparts:\n- id: a\n- id: b\n  answers:\n    traffic_shape: steady\n- id: c\n  answers: {traffic_shape: steady, idle_share: 5 %}\n",
    )
    .unwrap_err();
    assert_eq!(errors.len(), 1, "{}", render(&errors));
    assert_eq!(
        errors[0].message,
        "the answers to `idle_share` and `traffic_shape` contradict each other in the part `b`"
    );
    assert_eq!(errors[0].line_column(), Some((9, 5)));
    assert_eq!(
        errors[0].help.as_deref(),
        Some(
            "Steady traffic can't be idle for more than half of the time. Change one of them: line 4 says `idle_share: 70 %`, line 9 says `traffic_shape: steady`"
        )
    );
}

#[test]
fn a_contradiction_of_the_whole_workload_is_reported_once() {
    let knowledge = knowledge();
    let errors = load(
        knowledge,
        "plumbline: 1\nname: Shop\nanswers: {idle_share: 70 %, traffic_shape: steady}\nparts: [{id: a}, {id: b}]",
    )
    .unwrap_err();
    assert_eq!(errors.len(), 1, "{}", render(&errors));
    assert!(!errors[0].message.contains("part"));
}

#[test]
fn doubts_are_warnings() {
    let knowledge = knowledge();
    let cases: &[Case<'_>] = &[
        (
            "name: Shop",
            &[(1, 1, &["which version", "`plumbline: 1`"])],
        ),
        (
            "plumbline: 1\nname: Shop\nanswers:\n  trigger: queue\n  slow_start: never",
            &[(
                5,
                3,
                &[
                    "`slow_start` is kept but not used",
                    "only when `trigger` includes `http`",
                    "line 4 says `trigger: [queue]`",
                ],
            )],
        ),
        (
            "plumbline: 1\nname: Shop\nanswers:\n  latency_target: 1 s\n  trigger: queue",
            &[(
                4,
                3,
                &[
                    "only when `slow_start` is `never`",
                    "`slow_start` doesn't apply either",
                ],
            )],
        ),
        (
            "plumbline: 1\nname: Shop\nanswers: {trigger: [none, http]}",
            &[(3, 11, &["`none` beside other choices"])],
        ),
        // A default that one part can use is fine; one that none can use is reported once.
        (
            "plumbline: 1\nname: Shop\nanswers: {slow_start: fine}\nparts: [{id: a, answers: {trigger: queue}}, {id: b}]",
            &[],
        ),
        (
            "plumbline: 1\nname: Shop\nanswers: {slow_start: fine, trigger: queue}\nparts: [{id: a}, {id: b}]",
            &[(3, 11, &["`slow_start`"])],
        ),
        // Saying "don't know" or "n/a" to a question that doesn't apply is no mistake.
        (
            "plumbline: 1\nname: Shop\nanswers: {slow_start: unknown, latency_target: n/a, trigger: queue}",
            &[],
        ),
    ];
    for (text, _) in cases {
        assert!(load(knowledge, text).is_ok(), "for {text}");
    }
    check_all(knowledge, cases);
}
