//! Answers in words, and back.

use plumbline_knowledge::{AnswerKind, Knowledge, NOT_APPLICABLE, Question, UNKNOWN};
use plumbline_rules::{Answer, Quantity, format_quantity, parse_quantity};

/// An answer as people read it: "spiky", "15 min", "HTTP requests, queue messages", "yes", "open",
/// "not applicable". Empty when the answer is of another kind than the question in this slot.
#[must_use]
pub fn answer_words(knowledge: &Knowledge, slot: usize, answer: Answer) -> String {
    let Some(question) = knowledge.questions.get(slot) else {
        return String::new();
    };
    match (answer, &question.answer) {
        (Answer::Unknown, _) => "open".to_owned(),
        (Answer::NotApplicable, _) => "not applicable".to_owned(),
        (Answer::Choice(_), AnswerKind::Choice(_)) => chosen(question, answer)
            .map(|option| option.label.as_str())
            .collect(),
        (Answer::Choices(0), AnswerKind::Choices(_)) => "none of them".to_owned(),
        (Answer::Choices(_), AnswerKind::Choices(_)) => {
            let labels: Vec<&str> = chosen(question, answer)
                .map(|option| option.label.as_str())
                .collect();
            labels.join(", ")
        }
        (Answer::Number(value), AnswerKind::Number { quantity, .. }) => {
            format_quantity(value, *quantity)
        }
        (Answer::YesNo(value), AnswerKind::YesNo { .. }) => yes_no(value).to_owned(),
        _ => String::new(),
    }
}

/// Reads an answer that somebody typed, as a workload file writes it; several choices are
/// separated by commas.
///
/// # Errors
/// What is wrong with the text, and on a line of its own what to do.
pub fn parse_answer(knowledge: &Knowledge, slot: usize, text: &str) -> Result<Answer, String> {
    match knowledge.vocabulary.slot(slot) {
        Some(asked) => plumbline_knowledge::parse_answer(asked, text),
        None => Err(format!("there is no question number {slot}")),
    }
}

/// An answer as a workload file writes it, exact: what is read back is the same answer. None for
/// one that no file can hold: of another kind than the question, or a number that isn't one.
#[must_use]
pub fn answer_source(question: &Question, answer: Answer) -> Option<String> {
    match (answer, &question.answer) {
        (Answer::Unknown, _) => Some(UNKNOWN.to_owned()),
        (Answer::NotApplicable, _) => Some(NOT_APPLICABLE.to_owned()),
        (Answer::Choice(_), AnswerKind::Choice(_)) => chosen(question, answer)
            .next()
            .map(|option| option.id.clone()),
        (Answer::Choices(set), AnswerKind::Choices(options)) => {
            let ids: Vec<&str> = chosen(question, answer)
                .map(|option| option.id.as_str())
                .collect();
            let known = options.len() >= 64 || set >> options.len() == 0;
            known.then(|| format!("[{}]", ids.join(", ")))
        }
        (Answer::Number(value), AnswerKind::Number { quantity, .. }) => {
            number_source(value, *quantity)
        }
        (Answer::YesNo(value), AnswerKind::YesNo { .. }) => Some(yes_no(value).to_owned()),
        _ => None,
    }
}

/// The readable form where that is exact, and the base unit with all digits where it is not.
fn number_source(value: f64, quantity: Quantity) -> Option<String> {
    let unit = match quantity {
        Quantity::Duration => " s",
        Quantity::Data => " B",
        Quantity::Rate => "/s",
        Quantity::Money => " USD/month",
        Quantity::Share | Quantity::Count => "",
    };
    [
        format_quantity(value, quantity),
        format!("{value}{unit}"),
        // Without the exponent the very large and the very small are too long to be read.
        format!("{value:e}{unit}"),
    ]
    .into_iter()
    .find(|text| parse_quantity(text, quantity) == Ok(value))
}

fn yes_no(value: bool) -> &'static str {
    if value { "yes" } else { "no" }
}

/// The options that an answer chooses, in the order of the question.
fn chosen(
    question: &Question,
    answer: Answer,
) -> impl Iterator<Item = &plumbline_knowledge::ChoiceOption> {
    question
        .answer
        .options()
        .iter()
        .zip(0_u8..)
        .filter(move |(_, place)| match answer {
            Answer::Choice(value) => value == *place,
            Answer::Choices(set) => set.checked_shr(u32::from(*place)).unwrap_or(0) & 1 == 1,
            _ => false,
        })
        .map(|(option, _)| option)
}
