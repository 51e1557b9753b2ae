//! What a workload file means.

mod common;

use plumbline_rules::Answer;
use plumbline_workload::{
    Check, CheckState, Choice, Day, Decision, Entry, State, Workload, answer_words,
};

use common::{knowledge, workload};

/// A file with these answers, from line 4 on.
fn with_answers(answers: &str) -> String {
    format!("plumbline: 1\nname: Checkout\nanswers:\n  {answers}\n")
}

#[test]
fn every_kind_of_answer_is_read() {
    let knowledge = knowledge();
    let table = [
        ("traffic_shape: spiky", "spiky"),
        ("traffic_shape: Daily", "a daily rhythm"),
        ("traffic_shape: A daily rhythm", "a daily rhythm"),
        ("trigger: [http, queue]", "HTTP requests, queue messages"),
        ("trigger: queue", "queue messages"),
        (
            "trigger: [Queue messages, 'a store (object, table)']",
            "queue messages, a store (object, table)",
        ),
        ("trigger: []", "none of them"),
        ("idle_share: 62 %", "62 %"),
        ("idle_share: 0.62", "62 %"),
        ("average_rate: 2M/month", "2 million/month"),
        ("average_rate: '4000/min'", "4000/min"),
        ("package_size: 6 MB", "6 MB"),
        ("private_network: yes", "yes"),
        ("private_network: false", "no"),
        ("team_size: 6", "6"),
        ("budget: $6k/year", "500 USD/month"),
        ("team_size: unknown", "open"),
        ("team_size: n/a", "not applicable"),
        ("team_size: N/A", "not applicable"),
        ("team_size:", "open"),
    ];
    for (line, words) in table {
        let workload = workload(knowledge, &with_answers(line));
        let id = line.split(':').next().unwrap();
        let slot = knowledge.question(id).unwrap();
        let answer = workload.answers.get(slot).state.answer();
        assert_eq!(answer_words(knowledge, slot, answer), words, "for {line}");
    }
}

#[test]
fn the_three_open_states_stay_apart() {
    let knowledge = knowledge();
    let workload = workload(
        knowledge,
        &with_answers("team_size: unknown\n  budget: n/a\n  idle_share: ~"),
    );
    let state = |id| workload.answers.get(knowledge.question(id).unwrap()).state;
    assert_eq!(state("team_size"), State::Unknown);
    assert_eq!(state("budget"), State::NotApplicable);
    assert_eq!(state("idle_share"), State::Unasked);
}

#[test]
fn remarks_stand_beside_an_answer_or_alone() {
    let knowledge = knowledge();
    let text = "private_network: {value: yes, note: 'The orders are in the VPC.', owner: Ana, \
                evidence: 'https://wiki.example/vpc'}\n  team_size: {owner: Bo}";
    let workload = workload(knowledge, &with_answers(text));
    let entry = |id| {
        workload
            .answers
            .get(knowledge.question(id).unwrap())
            .clone()
    };
    assert_eq!(
        entry("private_network"),
        Entry {
            state: State::Answered(Answer::YesNo(true)),
            note: Some("The orders are in the VPC.".to_owned()),
            owner: Some("Ana".to_owned()),
            evidence: Some("https://wiki.example/vpc".to_owned()),
        }
    );
    assert_eq!(entry("team_size").state, State::Unasked);
    assert_eq!(entry("team_size").owner.as_deref(), Some("Bo"));
}

#[test]
fn a_part_answers_for_itself_and_inherits_the_rest() {
    let knowledge = knowledge();
    let workload = workload(
        knowledge,
        "plumbline: 1
name: Shop
summary: Sells things.
answers: {trigger: http, idle_share: 10 %, team_size: 3}
parts:
  - id: api
    name: API
    answers: {slow_start: never, latency_target: 300 ms}
  - id: nightly-export
    answers: {trigger: queue, idle_share: unknown}
",
    );
    assert!(!workload.implicit_part);
    assert_eq!(workload.parts[1].name, "nightly-export");
    let words = |part: usize, id: &str| {
        let slot = knowledge.question(id).unwrap();
        let answer = workload.part_answers(knowledge, part)[slot];
        answer_words(knowledge, slot, answer)
    };
    let table = [
        ("trigger", "HTTP requests", "queue messages"),
        ("idle_share", "10 %", "open"),
        ("team_size", "3", "3"),
        ("traffic_shape", "open", "open"),
        ("slow_start", "not acceptable", "not applicable"),
        // It depends on an answer that doesn't apply.
        ("latency_target", "300 ms", "not applicable"),
    ];
    for (id, api, export) in table {
        assert_eq!(
            (words(0, id), words(1, id)),
            (api.into(), export.into()),
            "{id}"
        );
    }
}

#[test]
fn a_workload_without_parts_is_one_part() {
    let knowledge = knowledge();
    for text in [
        "name: Shop\nplumbline: 1",
        "name: Shop\nplumbline: 1\nparts: []\nanswers:",
    ] {
        let workload = workload(knowledge, text);
        assert!(workload.implicit_part && workload.answers.is_empty());
        assert_eq!(
            (
                workload.parts[0].id.as_str(),
                workload.parts[0].name.as_str()
            ),
            ("main", "Shop")
        );
        assert_eq!(
            workload.part_answers(knowledge, 0).len(),
            knowledge.questions.len()
        );
    }
}

#[test]
fn what_people_decided_is_read_in_short_and_in_long() {
    let knowledge = knowledge();
    let decision = |text: &str| {
        let file = format!("plumbline: 1\nname: A\ndecisions:\n  cold-starts: {text}\n");
        workload(knowledge, &file).decisions.remove("cold-starts")
    };
    let mitigated = Decision {
        owner: Some("Ana".to_owned()),
        decided: Day::parse("2026-11-21"),
        expires: Day::parse("2027-02-01"),
        note: Some("For the API only.".to_owned()),
        ..Decision::of(Choice::Mitigate)
    };
    for (text, expected) in [
        ("", None),
        ("accept", Some(Decision::of(Choice::Accept))),
        ("Avoid", Some(Decision::of(Choice::Avoid))),
        (
            "{choice: accept, note: ~, expires:}",
            Some(Decision::of(Choice::Accept)),
        ),
        (
            "{choice: mitigate, owner: Ana, decided: 2026-11-21, expires: '2027-02-01', note: For the API only.}",
            Some(mitigated),
        ),
    ] {
        assert_eq!(decision(text), expected, "{text}");
    }

    let check = |text: &str| {
        let file = format!("plumbline: 1\nname: A\nchecks:\n  alarms: {text}\n");
        workload(knowledge, &file).checks.remove("alarms")
    };
    let owned = Check {
        owner: Some("Bo".to_owned()),
        ..Check::default()
    };
    for (text, expected) in [
        ("", None),
        ("open", None),
        ("{state: open, note: ~}", None),
        ("done", Some(Check::of(CheckState::Done))),
        ("in progress", Some(Check::of(CheckState::InProgress))),
        ("Not needed", Some(Check::of(CheckState::NotNeeded))),
        ("{owner: Bo}", Some(owned)),
    ] {
        assert_eq!(check(text), expected, "{text}");
    }
}

#[test]
fn a_blank_check_takes_one_back() {
    let mut workload = Workload::new("A");
    workload.set_check("alarms", Check::of(CheckState::Done));
    assert_eq!(workload.checks.len(), 1);
    workload.set_check("alarms", Check::default());
    assert_eq!(workload, Workload::new("A"));
}
