//! The questionnaire that people get.

mod common;

use plumbline_builtin::knowledge;
use plumbline_knowledge::AnswerKind;
use plumbline_rules::Answer;
use plumbline_workload::{
    Entry, Workload, answer_words, json_schema, parse_answer, providers, save, template,
};
use serde_json::json;

use common::{load, render, workload};

#[test]
fn its_template_loads_without_a_warning() {
    let text = template(knowledge(), "Checkout");
    assert_eq!(workload(knowledge(), &text), Workload::new("Checkout"));
}

#[test]
fn every_plausible_answer_is_read_back_from_words_and_files_and_is_in_the_schema() {
    let knowledge = knowledge();
    let schema = jsonschema::draft202012::new(&json_schema(knowledge)).unwrap();
    for (slot, question) in knowledge.questions.iter().enumerate() {
        let answers: Vec<Answer> = match &question.answer {
            AnswerKind::Choice(options) => (0_u8..)
                .zip(options)
                .map(|(place, _)| Answer::Choice(place))
                .collect(),
            AnswerKind::Choices(options) => (0_u8..)
                .zip(options)
                .map(|(place, _)| Answer::Choices(1 << place))
                .collect(),
            AnswerKind::Number { typical, .. } => typical
                .iter()
                .map(|(value, _)| Answer::Number(*value))
                .collect(),
            AnswerKind::YesNo { .. } => vec![Answer::YesNo(true), Answer::YesNo(false)],
        };
        for answer in answers {
            let words = answer_words(knowledge, slot, answer);
            assert_eq!(
                parse_answer(knowledge, slot, &words),
                Ok(answer),
                "{}: {words}",
                question.id
            );

            let mut saved = Workload::new("A");
            saved.answers.set(slot, Entry::answered(answer));
            let text = save(knowledge, &saved);
            let loaded =
                load(knowledge, &text).unwrap_or_else(|errors| panic!("{}", render(&errors)));
            assert_eq!(loaded.workload, saved, "{text}");

            let written = text.lines().last().unwrap().split_once(": ").unwrap().1;
            let value = match (answer, written.parse::<f64>()) {
                (Answer::Choices(_), _) => json!([written.trim_matches(['[', ']'])]),
                (_, Ok(number)) => json!(number),
                (_, Err(_)) => json!(written),
            };
            let file = json!({"name": "A", "answers": {question.id.clone(): value}});
            assert!(schema.is_valid(&file), "{file}");
        }
    }
}

#[test]
fn a_workload_can_be_put_on_every_provider() {
    let knowledge = knowledge();
    let workload = Workload::new("Checkout");
    assert_eq!(workload.provider(knowledge), None);
    let ids: Vec<&str> = providers(knowledge)
        .iter()
        .map(|option| option.id.as_str())
        .collect();
    assert_eq!(ids, ["aws", "azure", "gcp", "self-hosted", "undecided"]);
    let mut moved = workload.clone();
    for id in ids {
        moved = moved.on_provider(knowledge, id).unwrap();
        assert_eq!(moved.provider(knowledge).as_deref(), Some(id));
    }
    for other in ["asure", "unknown", "n/a", ""] {
        assert_eq!(moved.on_provider(knowledge, other), None, "{other}");
    }
}

#[test]
fn nothing_but_the_provider_changes_when_a_workload_is_moved() {
    let knowledge = knowledge();
    let text = "plumbline: 1\nname: Checkout\nanswers:\n  traffic_shape: spiky\n  provider: {value: aws, owner: Ana}\n";
    let before = workload(knowledge, text);
    let moved = before.on_provider(knowledge, "gcp").unwrap();
    assert_ne!(moved, before);
    assert_eq!(
        save(knowledge, &moved),
        save(knowledge, &before).replace("value: aws", "value: gcp")
    );
    assert_eq!(moved.on_provider(knowledge, "aws").unwrap(), before);
}
