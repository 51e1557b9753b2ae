//! Answers as a workload file writes them.

use plumbline_knowledge::{AnswerKind, Question};
use plumbline_rules::{Answer, Quantity, format_quantity, parse_quantity};

/// An answer as a workload file writes it, exact: `plumbline_workload::parse_answer` reads the same
/// answer back. Empty for an answer of another kind than the question.
pub(crate) fn written(question: &Question, answer: Answer) -> String {
    let options = question.answer.options().iter().zip(0_u8..);
    match (answer, &question.answer) {
        (Answer::Choice(choice), AnswerKind::Choice(_)) => options
            .filter(|(_, number)| *number == choice)
            .map(|(option, _)| option.id.as_str())
            .collect(),
        (Answer::Choices(ticked), AnswerKind::Choices(_)) => {
            let ids: Vec<&str> = options
                .filter(|(_, number)| ticked.checked_shr(u32::from(*number)).unwrap_or(0) & 1 == 1)
                .map(|(option, _)| option.id.as_str())
                .collect();
            format!("[{}]", ids.join(", "))
        }
        (Answer::Number(value), AnswerKind::Number { quantity, .. }) => number(value, *quantity),
        (Answer::YesNo(yes), AnswerKind::YesNo { .. }) => if yes { "yes" } else { "no" }.to_owned(),
        _ => String::new(),
    }
}

/// The readable form where that is exact, and the base unit with all digits where it is not.
fn number(value: f64, quantity: Quantity) -> String {
    let readable = format_quantity(value, quantity);
    if parse_quantity(&readable, quantity) == Ok(value) {
        return readable;
    }
    let unit = match quantity {
        Quantity::Duration => " s",
        Quantity::Data => " B",
        Quantity::Rate => "/s",
        Quantity::Money => " USD/month",
        Quantity::Share | Quantity::Count => "",
    };
    format!("{value}{unit}")
}
