//! The questions that the tests speak of.

use plumbline_rules::{Answer, Choice, Kind, Limit, Quantity, Slot, Vocabulary};

fn choices(pairs: &[(&str, &str)]) -> Vec<Choice> {
    pairs
        .iter()
        .map(|(id, label)| Choice {
            id: (*id).into(),
            label: (*label).into(),
        })
        .collect()
}

fn slot(id: &str, label: &str, kind: Kind) -> Slot {
    Slot {
        id: id.into(),
        label: label.into(),
        kind,
    }
}

pub fn vocabulary() -> Vocabulary {
    let shapes = choices(&[
        ("steady", "steady"),
        ("spiky", "spiky"),
        ("sporadic", "sporadic"),
        ("seasonal", "seasonal"),
    ]);
    let triggers = choices(&[
        ("http", "HTTP"),
        ("queue", "queue"),
        ("stream", "stream"),
        ("schedule", "schedule"),
    ]);
    let limit = |id: &str, label: &str, quantity, value| Limit {
        id: id.into(),
        label: label.into(),
        quantity,
        value,
    };
    Vocabulary::new(
        vec![
            slot("traffic_shape", "traffic shape", Kind::Choice(shapes)),
            slot("trigger", "triggers", Kind::Choices(triggers)),
            slot(
                "max_duration",
                "longest step",
                Kind::Number(Quantity::Duration),
            ),
            slot("idle_share", "idle share", Kind::Number(Quantity::Share)),
            slot("peak_rate", "peak rate", Kind::Number(Quantity::Rate)),
            slot("average_rate", "average rate", Kind::Number(Quantity::Rate)),
            slot("payload", "payload", Kind::Number(Quantity::Data)),
            slot("budget", "budget", Kind::Number(Quantity::Money)),
            slot("team_size", "team size", Kind::Number(Quantity::Count)),
            slot(
                "private_network",
                "private network",
                Kind::YesNo {
                    yes: "a private network is needed".into(),
                    no: "no private network is needed".into(),
                },
            ),
        ],
        vec![
            limit(
                "aws-lambda.timeout",
                "AWS Lambda's time limit",
                Quantity::Duration,
                900.0,
            ),
            limit(
                "aws-lambda.payload",
                "AWS Lambda's payload limit",
                Quantity::Data,
                6e6,
            ),
        ],
    )
}

/// Answers to the questions named, the others open.
pub fn answers(given: &[(&str, Answer)]) -> Vec<Answer> {
    let vocabulary = vocabulary();
    let mut answers = vec![Answer::Unknown; vocabulary.slots().len()];
    for (id, answer) in given {
        answers[vocabulary.slot_index(id).unwrap()] = *answer;
    }
    answers
}
