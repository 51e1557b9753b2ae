//! A sound knowledge base loads, whatever the order of its files; a broken one says what is wrong
//! and where.

// Helpers of tests are tests.
#![allow(clippy::unwrap_used)]

mod sound;

use plumbline_knowledge::{
    AnswerKind, Because, Compute, Draws, Effect, File, Knowledge, LimitValue, NodeRole, Reference,
    StagePath, lint, load,
};
use plumbline_rules::Answer;
use proptest::prelude::*;

fn sound() -> Knowledge {
    let loaded = load(&sound::files());
    let shown: Vec<String> = loaded
        .diagnostics
        .iter()
        .map(|one| one.render(false))
        .collect();
    assert!(shown.is_empty(), "{}", shown.join("\n\n"));
    loaded.knowledge.unwrap()
}

#[test]
fn references_are_linked() {
    let knowledge = sound();
    // The order of the questionnaire is that of the sections, not of the files.
    let ids: Vec<&str> = knowledge
        .questions
        .iter()
        .map(|one| one.id.as_str())
        .collect();
    assert_eq!(
        ids,
        ["traffic_shape", "trigger", "compute", "gpu", "longest_step"]
    );
    let slots = knowledge.vocabulary.slots();
    assert!(
        slots
            .iter()
            .map(|slot| &slot.id)
            .eq(knowledge.questions.iter().map(|one| &one.id))
    );

    let lambda = &knowledge.services[knowledge.service("aws-lambda").unwrap()];
    let limit = knowledge
        .vocabulary
        .limit_index("aws-lambda.timeout")
        .unwrap();
    assert_eq!(lambda.limits[0].value, LimitValue::Quantity(limit));
    assert_eq!(knowledge.vocabulary.limits()[limit].value, 900.0);
    assert_eq!(
        lambda.equivalents,
        [knowledge.service("azure-functions").unwrap()]
    );

    let too_long = &knowledge.rules[knowledge.rule("too-long").unwrap()];
    assert!(
        matches!(too_long.effect, Effect::RulesOut { limit: Some(place), .. } if place == limit)
    );
    let bursts = knowledge.rule("bursts").unwrap();
    assert_eq!(knowledge.rules[bursts].effect, Effect::Points([6, 0, 0]));
    assert_eq!(
        knowledge.rules[bursts].examples.quiet[0].answers,
        [(0, Answer::Choice(0))]
    );
    assert_eq!(
        knowledge.checklist[0].because,
        [Because::Rule(bursts), Because::TradeOff(0)]
    );

    let pattern = &knowledge.patterns[0];
    assert_eq!(
        pattern.nodes[0].role,
        NodeRole::Role(knowledge.role("client").unwrap())
    );
    assert_eq!(pattern.nodes[1].group, Some(1));
    assert_eq!(pattern.groups[1].parent, Some(0));
    assert!(pattern.edges[1].asynchronous && !pattern.edges[0].asynchronous);
    assert!(pattern.nodes[1].absent.is_some() && pattern.nodes[1].warm.is_some());
    assert_eq!(pattern.nodes[1].options, Compute::ALL);
    assert_eq!(pattern.nodes[2].options, [Compute::AlwaysOn]);
    assert_eq!(pattern.edges[2].unless, [1]);
    assert_eq!(
        knowledge.trade_offs[0].concerns,
        [
            NodeRole::Role(knowledge.role("function").unwrap()),
            NodeRole::Compute
        ]
    );

    let draws: Vec<Draws> = knowledge.stages.iter().map(|stage| stage.draws).collect();
    assert_eq!(draws, [Draws::Own, Draws::Chosen, Draws::Pattern(0)]);
    let server = &knowledge.stages[0];
    assert_eq!((server.path, server.place), (StagePath::Evolution, 1));
    assert!(server.gains[0].when.is_none() && server.gains[1].when.is_some());
    assert_eq!(server.nodes.len(), 2);

    let claim = &knowledge.claims[0];
    assert_eq!(
        claim.guide,
        Reference::Guide {
            guide: 0,
            section: 1
        }
    );
    assert_eq!(knowledge.cites(&claim.guide), "The guide, “Cold Starts”");
    assert_eq!(knowledge.cites(&claim.sources[0]), "A study");
    let AnswerKind::Number { typical, .. } = &knowledge.questions[4].answer else {
        panic!("longest_step is a number");
    };
    assert_eq!(typical, &[(0.3, 70), (1800.0, 30)]);
}

#[test]
fn nothing_is_a_knowledge_base() {
    let loaded = load(&[]);
    assert_eq!(loaded.knowledge, Some(Knowledge::default()));
}

#[test]
fn what_is_stored_is_what_was_loaded() {
    let knowledge = sound();
    let bytes = postcard::to_allocvec(&knowledge).unwrap();
    assert_eq!(postcard::from_bytes::<Knowledge>(&bytes), Ok(knowledge));
}

#[test]
fn a_question_whose_condition_is_false_does_not_apply() {
    let knowledge = sound();
    let gpu = knowledge.question("gpu").unwrap();
    let compute = knowledge.question("compute").unwrap();
    let heavy = Answer::Choice(1);
    for (given, answer, expected) in [
        (
            Answer::Choice(0),
            Answer::YesNo(true),
            Answer::NotApplicable,
        ),
        (Answer::Unknown, Answer::YesNo(true), Answer::YesNo(true)),
        (
            Answer::NotApplicable,
            Answer::Unknown,
            Answer::NotApplicable,
        ),
        (heavy, Answer::Unknown, Answer::Unknown),
    ] {
        let mut answers = vec![Answer::Unknown; knowledge.questions.len()];
        answers[compute] = given;
        answers[gpu] = answer;
        knowledge.applicable(&mut answers);
        assert_eq!(answers[gpu], expected, "{given:?}");
    }
}

#[test]
fn a_chain_of_questions_is_decided_in_order() {
    // The first asked depends on the second, which depends on the last.
    let files = sound::with(
        "questions/shape.yaml",
        "  choices:\n    - {id: light",
        "  ask_when: answers.longest_step > duration(\"1s\")\n  choices:\n    - {id: light",
    );
    let knowledge = load(&files).knowledge.unwrap();
    assert_eq!(knowledge.ask_order, [0, 1, 4, 2, 3]);
    let mut answers = vec![Answer::Unknown; 5];
    answers[4] = Answer::Number(0.5);
    knowledge.applicable(&mut answers);
    assert_eq!(answers[2..4], [Answer::NotApplicable; 2]);
}

#[test]
fn mistakes_are_shown_with_the_line_underlined() {
    let files = sound::with(
        "rules/traffic/bursts.yaml",
        "when: answers.traffic_shape in [\"spiky\"",
        "when: answers.traffic_shap in [\"spiky\"",
    );
    let loaded = load(&files).under("knowledge");
    assert_eq!(loaded.knowledge, None);
    let rendered: Vec<String> = loaded
        .diagnostics
        .iter()
        .map(|one| one.render(false))
        .collect();
    assert_eq!(
        rendered.join("\n\n"),
        "error: there is no question `traffic_shap`
 --> knowledge/rules/traffic/bursts.yaml:6:15
  |
6 | when: answers.traffic_shap in [\"spiky\", \"sporadic\"]
  |               ^^^^^^^^^^^^ unknown question
  |
  = help: did you mean `traffic_shape`?"
    );
}

#[test]
fn every_mistake_is_reported() {
    let mut files = sound::with(
        "rules/traffic/bursts.yaml",
        "status: active",
        "status: actve",
    );
    for (path, from, to) in [
        (
            "rules/traffic/bursts.yaml",
            "since: 2026-11-21",
            "since: 21.11.2026",
        ),
        ("rules/shape/too-long.yaml", "do: Split it.\n", ""),
        ("roles.yaml", "glyph: client", "glyp: client"),
    ] {
        let file = files.iter_mut().find(|file| file.path == path).unwrap();
        file.bytes = String::from_utf8_lossy(&file.bytes)
            .replacen(from, to, 1)
            .into_bytes();
    }
    let found: Vec<String> = load(&files)
        .diagnostics
        .iter()
        .map(ToString::to_string)
        .collect();
    assert_eq!(
        found,
        [
            "roles.yaml:1:31: error: a role needs the field `glyph`",
            "rules/shape/too-long.yaml:1:1: error: a rule needs the field `do`",
            "rules/traffic/bursts.yaml:4:8: error: `21.11.2026` is no date",
            "rules/traffic/bursts.yaml:5:9: error: `actve` is no `status`",
        ]
    );
}

#[test]
fn a_mistake_in_a_question_is_not_reported_again_where_it_is_read() {
    let files = sound::with(
        "questions/shape.yaml",
        "id: heavy, label: heavy, prior: 40",
        "id: heavvy, label: heavy, prior: 30",
    );
    let found: Vec<String> = load(&files)
        .diagnostics
        .iter()
        .map(ToString::to_string)
        .collect();
    assert_eq!(
        found,
        ["questions/shape.yaml:10:5: error: the priors of `choices` sum to 90"]
    );
}

#[test]
fn thousands_of_mistakes_are_cut_off() {
    let ids: String = (0..2000)
        .map(|number| format!("- {{id: s-{number}}}\n"))
        .collect();
    let found = load(&[sound::file("sources.yaml", &ids)]).diagnostics;
    assert_eq!(found.len(), 1001);
    assert_eq!(found[1000].message, "there are more mistakes than these");
}

proptest! {
    #[test]
    fn the_order_of_files_does_not_matter(files in Just(sound::files()).prop_shuffle()) {
        prop_assert_eq!(load(&files).knowledge, load(&sound::files()).knowledge);
    }

    #[test]
    fn the_order_of_broken_files_does_not_matter(
        files in Just(sound::with("roles.yaml", "function", "Function")).prop_shuffle()
    ) {
        let same = sound::with("roles.yaml", "function", "Function");
        prop_assert_eq!(load(&files).diagnostics, load(&same).diagnostics);
    }

    #[test]
    fn bytes_of_any_kind_never_panic(
        bytes in prop::collection::vec(any::<u8>(), 0..300),
        place in 0..sound::FILES.len(),
    ) {
        let mut files = sound::files();
        files[place].bytes = bytes;
        for diagnostic in load(&files).diagnostics {
            let _ = diagnostic.render(false);
        }
    }

    /// Close to something sound, mistakes get deeper into the loader than noise does.
    #[test]
    fn damaged_files_never_panic(
        place in 0..sound::FILES.len(),
        at in any::<prop::sample::Index>(),
        length in 0..20_usize,
        instead in "[a-z0-9:{}\\[\\],'\"#&*|> \n-]{0,6}",
    ) {
        let mut files = sound::files();
        let bytes = &mut files[place].bytes;
        let start = at.index(bytes.len());
        let end = (start + length).min(bytes.len());
        bytes.splice(start..end, instead.bytes());
        let loaded = load(&files);
        prop_assert_eq!(loaded.knowledge.is_some(), loaded.diagnostics.is_empty());
        for diagnostic in loaded.diagnostics.iter().chain(&loaded.knowledge.iter().flat_map(lint).collect::<Vec<_>>()) {
            let _ = diagnostic.render(false);
        }
    }

    #[test]
    fn paths_of_any_kind_never_panic(path in "[a-z./-]{0,30}|\\PC{0,20}") {
        let file = File { path, bytes: b"id: x".to_vec() };
        let _ = load(&[file]);
    }
}
