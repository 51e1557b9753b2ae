//! The questionnaire that people get.

mod common;

use plumbline_builtin::knowledge;
use plumbline_knowledge::AnswerKind;
use plumbline_rules::Answer;
use plumbline_workload::{
    Entry, Workload, answer_words, json_schema, parse_answer, save, template,
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
