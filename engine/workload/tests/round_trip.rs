//! What is saved loads to the same value, whatever the texts in it are.

mod common;

use std::collections::BTreeMap;
use std::sync::LazyLock;

use plumbline_knowledge::{AnswerKind, Knowledge, Scope};
use plumbline_rules::{Answer, Quantity, parse_quantity};
use plumbline_workload::{
    Check, CheckState, Choice, Day, Decision, Entry, Part, Sheet, State, Workload, answer_words,
    parse_answer, save,
};
use proptest::prelude::*;

use common::{knowledge, load, render, workload};

/// One line of text: ordinary words, or anything that might be mistaken for something else.
fn line() -> impl Strategy<Value = String> {
    let allowed = |c: &char| {
        !c.is_control()
            && !matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{fffe}' | '\u{ffff}')
    };
    prop_oneof![
        "[A-Za-z][A-Za-z ]{0,20}[a-z]",
        r#"[-?:,\[\]{}#&*!|>'"%@` ~\\=<a-z0-9.]{1,12}"#,
        prop::sample::select(vec![
            "yes",
            "no",
            "null",
            "~",
            "true",
            "1",
            "0x10",
            "1.5e3",
            ".inf",
            "- a",
            "a: b",
            "a #b",
            "#",
            "---",
            "...",
            "%YAML",
            "!!str a",
            "&a b",
            "*a",
            "? a",
            "<<",
            "'",
            "\"",
            "\\",
            "{{ x }}",
            "unknown",
            "n/a",
            "2026-11-21",
            "\u{feff}a",
            "\u{2028}",
            "\u{85}b",
            "é\u{301}",
            "👩‍👩‍👧",
            " a",
            "a ",
            "=",
            "a:",
            "key: {b",
        ])
        .prop_map(|text| text.chars().filter(|c| !c.is_control()).collect()),
        prop::collection::vec(any::<char>().prop_filter("printable", allowed), 1..20)
            .prop_map(|characters| characters.into_iter().collect()),
    ]
}

fn name() -> impl Strategy<Value = String> {
    line().prop_filter("says something", |text| !text.trim().is_empty())
}

/// Several lines, with white space where it hurts.
fn lines() -> impl Strategy<Value = String> {
    prop::collection::vec(
        prop_oneof![
            3 => line(),
            1 => prop::sample::select(vec!["", " ", "\t", "  a", "\r", "a\t", "\ra"]).prop_map(str::to_owned),
        ],
        0..5,
    )
    .prop_map(|lines| lines.join("\n"))
}

fn number(quantity: Quantity) -> BoxedStrategy<f64> {
    let largest = quantity.maximum().unwrap_or(1e18);
    prop_oneof![
        0.0..=largest,
        (0_u32..10_000).prop_map(move |n| (f64::from(n) / 10_000.0) * largest.min(1e6)),
        prop::sample::select(vec![0.0, f64::MIN_POSITIVE, 1e-300, 1.0 / 3.0, 1.0]),
        Just(largest),
        if largest > 1.0 {
            Just(f64::MAX)
        } else {
            Just(0.5)
        },
    ]
    .boxed()
}

fn state(kind: &AnswerKind) -> BoxedStrategy<State> {
    let answered = match kind {
        AnswerKind::Choice(options) => {
            let places: Vec<u8> = (0_u8..).zip(options).map(|(place, _)| place).collect();
            prop::sample::select(places)
                .prop_map(Answer::Choice)
                .boxed()
        }
        AnswerKind::Choices(options) => {
            let all = (1_u64 << options.len()) - 1;
            // Bit 0 is `none`, which doesn't go with the others.
            (0..=all)
                .prop_map(|set| Answer::Choices(if set == 1 { 1 } else { set & !1 }))
                .boxed()
        }
        AnswerKind::Number { quantity, .. } => number(*quantity).prop_map(Answer::Number).boxed(),
        AnswerKind::YesNo { .. } => any::<bool>().prop_map(Answer::YesNo).boxed(),
    };
    prop_oneof![
        2 => Just(State::Unasked),
        1 => Just(State::Unknown),
        1 => Just(State::NotApplicable),
        6 => answered.prop_map(State::Answered),
    ]
    .boxed()
}

fn entry(kind: &AnswerKind) -> impl Strategy<Value = Entry> + use<> {
    let evidence = prop_oneof![
        Just("https://example.org/a?b=c#d".to_owned()),
        "[a-z ]{0,20}"
    ];
    let remark = |text: BoxedStrategy<String>| prop::option::weighted(0.3, text);
    (
        state(kind),
        remark(lines().boxed()),
        remark(line().boxed()),
        remark(evidence.boxed()),
    )
        .prop_map(|(state, note, owner, evidence)| Entry {
            state,
            note,
            owner,
            evidence,
        })
}

fn sheet(knowledge: &Knowledge, inside_part: bool) -> impl Strategy<Value = Sheet> + use<> {
    let entries: Vec<_> = knowledge
        .questions
        .iter()
        .enumerate()
        .filter(|(_, question)| !inside_part || question.scope == Scope::Part)
        .map(|(slot, question)| (Just(slot), entry(&question.answer)))
        .collect();
    entries.prop_map(|entries| {
        let mut sheet = Sheet::default();
        for (slot, entry) in entries {
            sheet.set(slot, entry);
        }
        sheet
    })
}

fn remark(text: BoxedStrategy<String>) -> impl Strategy<Value = Option<String>> {
    prop::option::weighted(0.3, text)
}

fn decision() -> impl Strategy<Value = Decision> {
    let day = || {
        let day = (2000..2100, 1..=12, 1..=28)
            .prop_map(|(year, month, day)| Day::parse(&format!("{year}-{month:02}-{day:02}")));
        prop_oneof![Just(None), day]
    };
    let choice = prop::sample::select(Choice::ALL.to_vec());
    let texts = (remark(line().boxed()), remark(lines().boxed()));
    (choice, day(), day(), texts).prop_map(|(choice, one, other, (owner, note))| {
        let (decided, expires) = match (one, other) {
            (Some(one), Some(other)) if other < one => (Some(other), Some(one)),
            days => days,
        };
        Decision {
            choice,
            owner,
            decided,
            expires,
            note,
        }
    })
}

fn check() -> impl Strategy<Value = Check> {
    let state = prop::sample::select(CheckState::ALL.to_vec());
    (state, remark(line().boxed()), remark(lines().boxed()))
        .prop_map(|(state, owner, note)| Check { state, owner, note })
}

/// Some of the ids, each with a value.
fn by_id<T: std::fmt::Debug>(
    ids: Vec<String>,
    value: impl Strategy<Value = T>,
) -> impl Strategy<Value = BTreeMap<String, T>> {
    let most = ids.len();
    prop::collection::btree_map(prop::sample::select(ids), value, 0..=most)
}

fn any_workload(knowledge: &Knowledge) -> impl Strategy<Value = Workload> + use<> {
    let parts = prop::collection::btree_map(
        "[a-z0-9]{1,4}(-[a-z0-9]{1,4}){0,2}",
        (name(), sheet(knowledge, true)),
        0..3,
    );
    let trade_offs = knowledge.trade_offs.iter().map(|entry| entry.id.clone());
    let items = knowledge.checklist.iter().map(|item| item.id.clone());
    let decided = (
        by_id(trade_offs.collect(), decision()),
        by_id(items.collect(), check()),
    );
    let answers = (sheet(knowledge, false), parts);
    (name(), lines(), answers, decided).prop_map(|(name, summary, answers, decided)| {
        let (answers, parts) = answers;
        let (decisions, checks) = decided;
        let mut workload = Workload::new(&name);
        workload.summary = summary;
        workload.answers = answers;
        workload.decisions = decisions;
        for (item, check) in checks {
            workload.set_check(&item, check);
        }
        if !parts.is_empty() {
            workload.implicit_part = false;
            workload.parts = parts
                .into_iter()
                .map(|(id, (name, answers))| Part { id, name, answers })
                .collect();
        }
        workload
    })
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_is_saved_loads_to_the_same_value(workload in any_workload(consistent())) {
        let knowledge = consistent();
        let text = save(knowledge, &workload);
        match load(knowledge, &text) {
            Ok(loaded) => {
                prop_assert_eq!(&loaded.workload, &workload, "{}", text);
                prop_assert_eq!(save(knowledge, &loaded.workload), text);
            }
            Err(errors) => prop_assert!(false, "{}\n{}", render(&errors), text),
        }
    }

    #[test]
    fn an_answer_in_words_is_an_answer_again(slot in 0..10_usize, seed in any::<u64>()) {
        let knowledge = knowledge();
        let answer = match &knowledge.questions[slot].answer {
            AnswerKind::Choice(options) => Answer::Choice((seed % options.len() as u64) as u8),
            // One only: a label may have commas.
            AnswerKind::Choices(options) => Answer::Choices(1 << (seed % options.len() as u64)),
            AnswerKind::YesNo { .. } => Answer::YesNo(seed % 2 == 0),
            AnswerKind::Number { quantity, typical } => {
                let (value, _) = typical[(seed % typical.len() as u64) as usize];
                let shown = plumbline_rules::format_quantity(value, *quantity);
                Answer::Number(parse_quantity(&shown, *quantity).unwrap())
            }
        };
        let words = answer_words(knowledge, slot, answer);
        prop_assert_eq!(parse_answer(knowledge, slot, &words), Ok(answer));
    }
}

/// Random answers contradict each other, which is not what these tests are about.
fn consistent() -> &'static Knowledge {
    static KNOWLEDGE: LazyLock<Knowledge> = LazyLock::new(|| Knowledge {
        contradictions: Vec::new(),
        ..knowledge().clone()
    });
    &KNOWLEDGE
}

#[test]
fn a_saved_file_reads_well() {
    let knowledge = knowledge();
    let text = "\
plumbline: 1
name: Checkout
summary: |-
  Takes orders.

  And payments.

answers:
  # Traffic
  traffic_shape: spiky
  # Latency
  trigger: [http, queue]
  latency_target: 900 ms
  # Team
  private_network:
    value: yes
    note: The order database is in the VPC.
    owner: Ana
    evidence: \"https://wiki.example/vpc\"
  team_size: unknown

parts:
  - id: api
    name: API
    answers:
      # Latency
      slow_start: never
  - id: export
    name: \"Export: nightly\"
    answers:
      # Traffic
      idle_share:
        owner: Bo

decisions:
  cold-starts:
    choice: mitigate
    owner: Ana
    decided: 2026-11-21
    expires: 2027-02-01
    note: |-
      Provisioned instances.
      For the API only.
  capacity-planning: accept

checks:
  least-privilege: done
  budget-alert:
    owner: Bo
";
    let workload = workload(knowledge, text);
    assert_eq!(save(knowledge, &workload), text);
}

#[test]
fn what_no_file_can_hold_is_saved_as_unknown() {
    let knowledge = knowledge();
    for answer in [
        Answer::Number(f64::NAN),
        Answer::Number(f64::INFINITY),
        Answer::Number(-1.0),
        Answer::YesNo(true),
    ] {
        let mut workload = Workload::new("A");
        let slot = knowledge.question("latency_target").unwrap();
        workload.answers.set(slot, Entry::answered(answer));
        assert!(
            save(knowledge, &workload).contains("latency_target: unknown"),
            "{answer:?}"
        );
    }
}

#[test]
fn characters_that_no_file_may_hold_are_saved_as_spaces() {
    let knowledge = knowledge();
    let mut original = Workload::new("a\u{202e}b\n");
    original.summary = "a\0b\n\u{ffff}".to_owned();
    let loaded = workload(knowledge, &save(knowledge, &original));
    assert_eq!(
        (loaded.name.as_str(), loaded.summary.as_str()),
        ("a b ", "a b\n ")
    );
}

#[test]
fn decisions_that_no_file_can_hold_are_saved_as_far_as_they_make_sense() {
    let knowledge = knowledge();
    let mut original = Workload::new("A");
    let early = Decision {
        decided: Day::parse("2026-11-21"),
        expires: Day::parse("2026-11-20"),
        ..Decision::of(Choice::Accept)
    };
    let saved = Decision {
        decided: None,
        ..early.clone()
    };
    original.decisions.insert("cold-starts".to_owned(), early);
    let other = Decision::of(Choice::Avoid);
    original
        .decisions
        .insert("of-other-times".to_owned(), other);
    original
        .checks
        .insert("alarms".to_owned(), Check::default());
    let loaded = workload(knowledge, &save(knowledge, &original));
    assert_eq!(
        loaded.decisions,
        BTreeMap::from([("cold-starts".to_owned(), saved)])
    );
    assert_eq!(loaded.checks, BTreeMap::new());
}

#[test]
fn own_answers_of_an_implicit_part_are_not_lost() {
    let knowledge = knowledge();
    let mut original = Workload::new("A");
    let slot = knowledge.question("idle_share").unwrap();
    original.parts[0]
        .answers
        .set(slot, Entry::answered(Answer::Number(0.5)));
    let loaded = workload(knowledge, &save(knowledge, &original));
    assert_eq!(
        loaded.part_answers(knowledge, 0),
        original.part_answers(knowledge, 0)
    );
}

#[test]
fn typed_answers_are_read_like_those_in_a_file() {
    let knowledge = knowledge();
    let parse =
        |id: &str, text: &str| parse_answer(knowledge, knowledge.question(id).unwrap(), text);
    assert_eq!(parse("trigger", "http, queue"), Ok(Answer::Choices(0b110)));
    assert_eq!(
        parse("trigger", "[http, queue]"),
        Ok(Answer::Choices(0b110))
    );
    assert_eq!(
        parse("trigger", "a store (object, table)"),
        Ok(Answer::Choices(0b1000))
    );
    assert_eq!(parse("trigger", "[]"), Ok(Answer::Choices(0)));
    assert_eq!(parse("private_network", " Yes "), Ok(Answer::YesNo(true)));
    assert_eq!(parse("team_size", "don't know"), Ok(Answer::Unknown));
    let error = parse("latency_target", "300").unwrap_err();
    assert!(
        error.starts_with("`300` has no unit\nhelp: write a duration"),
        "{error}"
    );
    assert!(parse("trigger", "").is_err());
    assert!(parse_answer(knowledge, 99, "yes").is_err());
}
