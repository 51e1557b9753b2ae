//! When a question applies, and what decided that it does not.

use plumbline_knowledge::{AnswerKind, Knowledge};
use plumbline_rules::{Answer, Condition, Truth};
use plumbline_source::quote;

/// When the question in this slot applies, in words where the condition is simple enough:
/// "`waiting` is `person` or `system`". None when it always does.
pub(crate) fn applies_when(knowledge: &Knowledge, slot: usize) -> Option<String> {
    let condition = knowledge.questions.get(slot)?.ask_when.as_ref()?;
    Some(in_words(knowledge, condition).unwrap_or_else(|| format!("`{}`", condition.text())))
}

/// In words, when the condition reads one question of choices or of yes and no.
fn in_words(knowledge: &Knowledge, condition: &Condition) -> Option<String> {
    let &[slot] = condition.slots() else {
        return None;
    };
    let slot = usize::from(slot);
    let question = knowledge.questions.get(slot)?;
    let holds = |answer: Answer| {
        let mut answers = vec![Answer::Unknown; slot + 1];
        answers[slot] = answer;
        condition.evaluate(&answers).is_true()
    };
    let matching: Vec<String> = match &question.answer {
        AnswerKind::Choice(options) => {
            let (matching, others): (Vec<_>, Vec<_>) = options
                .iter()
                .zip(0_u8..)
                .partition(|(_, place)| holds(Answer::Choice(*place)));
            if let ([(other, _)], true) = (others.as_slice(), matching.len() > 1) {
                return Some(format!(
                    "{} is not {}",
                    quote(&question.id),
                    quote(&other.id)
                ));
            }
            matching
                .into_iter()
                .map(|(option, _)| quote(&option.id))
                .collect()
        }
        AnswerKind::Choices(options) => options
            .iter()
            .zip(0_u32..)
            .filter(|(_, place)| holds(Answer::Choices(1_u64.checked_shl(*place).unwrap_or(0))))
            .map(|(option, _)| quote(&option.id))
            .collect(),
        AnswerKind::YesNo { .. } => [("yes", true), ("no", false)]
            .into_iter()
            .filter(|(_, value)| holds(Answer::YesNo(*value)))
            .map(|(word, _)| quote(word))
            .collect(),
        AnswerKind::Number { .. } => return None,
    };
    let verb = match question.answer {
        AnswerKind::Choices(_) => "includes",
        _ => "is",
    };
    let (last, others) = matching.split_last()?;
    let list = match others {
        [] => last.clone(),
        others => format!("{} or {last}", others.join(", ")),
    };
    Some(format!("{} {verb} {list}", quote(&question.id)))
}

/// The slots whose answers give the condition its value: those without which it would not have it;
/// all that are answered when it has it for more than one reason.
pub(crate) fn deciding(condition: &Condition, answers: &[Answer], value: Truth) -> Vec<usize> {
    let answered: Vec<usize> = condition
        .slots()
        .iter()
        .map(|slot| usize::from(*slot))
        .filter(|slot| !matches!(answers.get(*slot), None | Some(Answer::Unknown)))
        .collect();
    let needed: Vec<usize> = answered
        .iter()
        .copied()
        .filter(|slot| {
            let mut without = answers.to_vec();
            if let Some(answer) = without.get_mut(*slot) {
                *answer = Answer::Unknown;
            }
            condition.evaluate(&without) != value
        })
        .collect();
    if needed.is_empty() { answered } else { needed }
}
