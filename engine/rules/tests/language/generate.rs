//! Random well-typed conditions and random answers.

use plumbline_rules::{Answer, Condition, Kind, Quantity, compile};
use proptest::prelude::*;
use proptest::sample::select;

use crate::vocabulary::vocabulary;

const SHAPES: [&str; 4] = ["steady", "spiky", "sporadic", "seasonal"];
const TRIGGERS: [&str; 4] = ["http", "queue", "stream", "schedule"];

/// A number question with constants to compare it with.
const NUMBERS: [(&str, &[&str]); 6] = [
    (
        "max_duration",
        &[
            "duration(\"1s\")",
            "duration(\"1h30m\")",
            "limit(\"aws-lambda.timeout\")",
            "0.5 * limit(\"aws-lambda.timeout\")",
        ],
    ),
    (
        "idle_share",
        &["share(\"25%\")", "share(\"0.5\")", "share(\"75 %\")"],
    ),
    (
        "peak_rate",
        &[
            "rate(\"1/s\")",
            "rate(\"4000/min\")",
            "2.0 * rate(\"60/min\")",
        ],
    ),
    (
        "payload",
        &[
            "data(\"256 KiB\")",
            "data(\"6MB\")",
            "limit(\"aws-lambda.payload\")",
        ],
    ),
    (
        "budget",
        &["money(\"$500/month\")", "money(\"1k USD/month\")"],
    ),
    ("team_size", &["1", "5", "9.5", "2.0 * 4.0"]),
];

/// What numbers are answered with: the thresholds, and values around and between them.
const VALUES: [f64; 16] = [
    0.0, 0.25, 0.3, 0.5, 0.75, 1.0, 2.0, 5.0, 8.0, 9.5, 450.0, 500.0, 900.0, 5400.0, 262_144.0, 6e6,
];

const ORDER: [&str; 6] = ["==", "!=", "<", "<=", ">", ">="];

fn quoted(ids: &[&str]) -> String {
    let items: Vec<String> = ids.iter().map(|id| format!("\"{id}\"")).collect();
    format!("[{}]", items.join(", "))
}

/// Conditions on the variable `t` of `exists` and `all`.
fn body() -> impl Strategy<Value = String> {
    let leaf = prop_oneof![
        (select(&TRIGGERS[..]), select(vec!["==", "!="]))
            .prop_map(|(v, op)| format!("t {op} \"{v}\"")),
        prop::sample::subsequence(&TRIGGERS[..], 1..4).prop_map(|v| format!("t in {}", quoted(&v))),
    ];
    leaf.prop_recursive(2, 4, 2, |inner| {
        prop_oneof![
            (inner.clone(), inner.clone()).prop_map(|(a, b)| format!("({a} && {b})")),
            (inner.clone(), inner.clone()).prop_map(|(a, b)| format!("({a} || {b})")),
            inner.prop_map(|a| format!("!({a})")),
        ]
    })
}

fn clause() -> impl Strategy<Value = String> {
    let number = (
        select(&NUMBERS[..]),
        any::<prop::sample::Index>(),
        select(&ORDER[..]),
        0..3_u8,
    )
        .prop_map(|((id, constants), index, op, form)| {
            let constant = constants[index.index(constants.len())];
            match form {
                0 => format!("{constant} {op} answers.{id}"),
                // A power of two moves no bit of the threshold.
                1 => format!("2.0 * answers.{id} {op} {constant}"),
                _ => format!("answers.{id} {op} {constant}"),
            }
        });
    prop_oneof![
        4 => number,
        1 => (select(&ORDER[..]), select(vec!["", "10.0 * ", "0.5 * "]))
            .prop_map(|(op, factor)| format!("answers.peak_rate {op} {factor}answers.average_rate")),
        1 => (select(&SHAPES[..]), select(vec!["==", "!="]))
            .prop_map(|(v, op)| format!("answers.traffic_shape {op} '{v}'")),
        1 => prop::sample::subsequence(&SHAPES[..], 1..4)
            .prop_map(|v| format!("answers.traffic_shape in {}", quoted(&v))),
        1 => select(&TRIGGERS[..]).prop_map(|v| format!("\"{v}\" in answers.trigger")),
        2 => (select(vec!["exists", "all"]), body())
            .prop_map(|(name, body)| format!("answers.trigger.{name}(t, {body})")),
        1 => select(vec![
            "answers.private_network",
            "!answers.private_network",
            "answers.private_network == true",
            "answers.private_network != true",
            "false == answers.private_network",
        ])
        .prop_map(str::to_owned),
    ]
}

/// The text of a condition. Almost all compile; the rest are constant by chance.
pub fn condition() -> impl Strategy<Value = String> {
    clause().prop_recursive(4, 16, 4, |inner| {
        let parts = prop::collection::vec(inner.clone(), 2..4);
        prop_oneof![
            3 => parts.clone().prop_map(|p| format!("({})", p.join(" && "))),
            3 => parts.clone().prop_map(|p| format!("({})", p.join(" || "))),
            // Without parentheses precedence decides.
            2 => parts.prop_map(|p| p.join(" || ")),
            2 => (inner.clone(), inner.clone()).prop_map(|(a, b)| format!("{a} && {b}")),
            2 => inner.prop_map(|a| format!("!({a})")),
        ]
    })
}

/// Compiles; a body of `exists` or `all` that is constant by chance, which only we refuse, is passed over.
pub fn compiled(text: &str) -> Result<Condition, TestCaseError> {
    compile(text, &vocabulary()).map_err(|errors| {
        match errors
            .iter()
            .find(|error| !error.message.contains("never changes"))
        {
            Some(error) => TestCaseError::fail(format!("`{text}`: {error}")),
            None => TestCaseError::reject("constant"),
        }
    })
}

/// An answer of the right kind to each question.
pub fn known() -> impl Strategy<Value = Vec<Answer>> {
    let slots: Vec<BoxedStrategy<Answer>> = vocabulary()
        .slots()
        .iter()
        .map(|slot| match &slot.kind {
            Kind::Choice(_) => (0..4_u8).prop_map(Answer::Choice).boxed(),
            Kind::Choices(_) => (0..16_u64).prop_map(Answer::Choices).boxed(),
            Kind::Number(Quantity::Share) => select(&VALUES[..6]).prop_map(Answer::Number).boxed(),
            Kind::Number(_) => select(&VALUES[..]).prop_map(Answer::Number).boxed(),
            Kind::YesNo { .. } => any::<bool>().prop_map(Answer::YesNo).boxed(),
        })
        .collect();
    slots
}

/// An answer to each question that may not apply.
pub fn answered() -> impl Strategy<Value = Vec<Answer>> {
    let absent = prop::collection::vec(prop::bool::weighted(0.2), vocabulary().slots().len());
    (known(), absent).prop_map(|(known, absent)| {
        let choose = |(answer, absent)| {
            if absent {
                Answer::NotApplicable
            } else {
                answer
            }
        };
        known.into_iter().zip(absent).map(choose).collect()
    })
}
