//! What would turn the verdict.

use plumbline_assess::{Assessment, Flip, Kind as ChangeKind, Movement};
use plumbline_knowledge::Knowledge;
use serde::Serialize;

use super::words::{figure, labels};

/// A change that turns the verdict of a part.
#[derive(Serialize)]
pub(super) struct FlipView<'a> {
    sentence: String,
    /// Whose each change is to make: "yours to change", "open", "a fact".
    kinds: Vec<&'static str>,
    changes: Vec<Change<'a>>,
    option: &'static str,
    readiness: String,
    begins: Vec<&'a str>,
    ceases: Vec<&'a str>,
}

#[derive(Serialize)]
pub(super) struct Change<'a> {
    label: &'a str,
    from: &'a str,
    to: &'a str,
}

pub(super) fn flips<'a>(
    knowledge: &'a Knowledge,
    assessment: &'a Assessment,
    part: &str,
) -> Vec<FlipView<'a>> {
    assessment
        .flips
        .iter()
        .filter(|flip| flip.part == part)
        .map(|flip| FlipView {
            sentence: turning(knowledge, flip),
            kinds: flip
                .changes
                .iter()
                .map(|change| kind_words(change.kind))
                .collect(),
            changes: flip
                .changes
                .iter()
                .map(|change| Change {
                    label: labels(knowledge, std::slice::from_ref(&change.question))
                        .first()
                        .copied()
                        .unwrap_or(""),
                    from: &change.from,
                    to: &change.to,
                })
                .collect(),
            option: flip.option.label(),
            readiness: figure(flip.readiness),
            begins: flip
                .moved
                .iter()
                .filter(|moved| moved.movement == Movement::Begins)
                .map(|moved| moved.title.as_str())
                .collect(),
            ceases: flip
                .moved
                .iter()
                .filter(|moved| moved.movement == Movement::Ends)
                .map(|moved| moved.title.as_str())
                .collect(),
        })
        .collect()
}

/// A change that turns the verdict, as a sentence. The questions are quoted whole, since labels and answers don't
/// make a sentence by themselves.
pub(super) fn turning(knowledge: &Knowledge, flip: &Flip) -> String {
    let asks: Vec<&str> = flip
        .changes
        .iter()
        .map(|change| ask(knowledge, &change.question))
        .collect();
    let answers: Vec<String> = flip
        .changes
        .iter()
        .map(|change| match change.kind {
            ChangeKind::Open => format!("“{}”", change.to),
            _ => format!("“{}” instead of “{}”", change.to, change.from),
        })
        .collect();
    let verb = if answers.len() == 1 {
        "the answer were"
    } else {
        "the answers were"
    };
    format!(
        "{} If {verb} {}, {} would be the better choice.",
        asks.join(" "),
        answers.join(" and "),
        flip.option.label()
    )
}

/// The question of an id, as it is asked.
pub(super) fn ask<'a>(knowledge: &'a Knowledge, id: &'a str) -> &'a str {
    knowledge
        .question(id)
        .and_then(|slot| knowledge.questions.get(slot))
        .map_or(id, |question| &question.ask)
}

pub(super) fn kind_words(kind: ChangeKind) -> &'static str {
    match kind {
        ChangeKind::Changeable => "a design choice",
        ChangeKind::Open => "not answered yet",
        ChangeKind::Given => "a fact today",
    }
}
