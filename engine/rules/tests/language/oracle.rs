//! The same text means the same in CEL, wherever every answer is known.

use std::collections::HashMap;

use cel::{Context, Program, Value};
use plumbline_rules::{Answer, Quantity, Truth, Vocabulary, parse_quantity};
use proptest::prelude::*;

use crate::generate::{compiled, condition, known};
use crate::vocabulary::vocabulary;

/// The answers as CEL sees them: a map of texts, lists, numbers and truth values.
fn bind(vocabulary: &Vocabulary, answers: &[Answer]) -> HashMap<String, Value> {
    let slots = vocabulary.slots().iter().zip(answers);
    slots
        .map(|(slot, answer)| {
            let name = |place: usize| Value::from(slot.kind.choices()[place].id.as_str());
            let value = match *answer {
                Answer::Choice(place) => name(usize::from(place)),
                Answer::Choices(set) => {
                    let places = 0..slot.kind.choices().len();
                    let chosen: Vec<Value> =
                        places.filter(|p| set >> p & 1 == 1).map(name).collect();
                    Value::from(chosen)
                }
                Answer::Number(value) => Value::Float(value),
                Answer::YesNo(value) => Value::Bool(value),
                Answer::Unknown | Answer::NotApplicable => Value::Null,
            };
            (slot.id.clone(), value)
        })
        .collect()
}

fn context(vocabulary: &Vocabulary, answers: &[Answer]) -> Context<'static, 'static> {
    let mut context = Context::default();
    let functions = [
        ("duration", Quantity::Duration),
        ("data", Quantity::Data),
        ("rate", Quantity::Rate),
        ("share", Quantity::Share),
        ("money", Quantity::Money),
    ];
    for (name, quantity) in functions {
        context
            .add_function(name, move |text: std::sync::Arc<String>| {
                parse_quantity(&text, quantity).unwrap_or(f64::NAN)
            })
            .unwrap();
    }
    let limits: HashMap<String, f64> = vocabulary
        .limits()
        .iter()
        .map(|l| (l.id.clone(), l.value))
        .collect();
    context
        .add_function("limit", move |id: std::sync::Arc<String>| {
            limits.get(id.as_str()).copied().unwrap_or(f64::NAN)
        })
        .unwrap();
    context.add_variable_from_value("answers", bind(vocabulary, answers));
    context
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1500, ..ProptestConfig::default() })]

    #[test]
    fn agrees_with_cel(text in condition(), answers in known()) {
        let vocabulary = vocabulary();
        let condition = compiled(&text)?;
        let program = Program::compile(&text)
            .map_err(|e| TestCaseError::fail(format!("CEL does not read `{text}`: {e}")))?;
        let expected = program
            .execute(&context(&vocabulary, &answers))
            .map_err(|e| TestCaseError::fail(format!("CEL does not run `{text}`: {e}")))?;
        let found = Value::Bool(condition.evaluate(&answers) == Truth::True);
        prop_assert_eq!(found, expected, "`{}` of {:?}", text, answers);
    }
}
