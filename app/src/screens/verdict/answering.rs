//! Answers that are given on this screen.

use plumbline_knowledge::{AnswerKind, Scope};
use plumbline_rules::Answer;
use plumbline_workload::{State, Workload};

use crate::engine;

/// Answers a question for a part, or for the workload where it is asked once or names no parts.
/// What was remarked stays.
pub fn answer(workload: &mut Workload, part: &str, slot: usize, state: State) {
    let knowledge = engine::knowledge();
    let once = knowledge
        .questions
        .get(slot)
        .is_some_and(|question| question.scope == Scope::Workload);
    let named = workload.parts.iter_mut().find(|one| one.id == part);
    let sheet = match named {
        Some(named) if !once && !workload.implicit_part => &mut named.answers,
        _ => &mut workload.answers,
    };
    let mut entry = sheet.get(slot).clone();
    entry.state = state;
    sheet.set(slot, entry);
}

/// The answers that a button each can give; none where that takes more than a button.
pub fn buttons(kind: &AnswerKind) -> Vec<(String, Answer)> {
    match kind {
        AnswerKind::Choice(options) => options
            .iter()
            .zip(0_u8..)
            .map(|(option, number)| (option.label.clone(), Answer::Choice(number)))
            .collect(),
        AnswerKind::YesNo { .. } => vec![
            ("Yes".to_owned(), Answer::YesNo(true)),
            ("No".to_owned(), Answer::YesNo(false)),
        ],
        AnswerKind::Choices(_) | AnswerKind::Number { .. } => Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use plumbline_workload::Entry;

    use super::*;

    #[test]
    fn an_answer_goes_where_it_holds_and_remarks_stay() {
        let knowledge = engine::knowledge();
        let of_part = knowledge.question("longest_step").unwrap();
        let once = knowledge.question("provider").unwrap();
        let mut workload = Workload::new("W");
        workload.answers.set(
            of_part,
            Entry {
                note: Some("n".to_owned()),
                ..Entry::default()
            },
        );
        answer(
            &mut workload,
            "main",
            of_part,
            State::Answered(Answer::Number(9.0)),
        );
        assert_eq!(
            workload.answers.get(of_part).state,
            State::Answered(Answer::Number(9.0))
        );
        assert_eq!(workload.answers.get(of_part).note.as_deref(), Some("n"));

        workload.add_part("API");
        let part = workload.parts[0].id.clone();
        answer(&mut workload, &part, of_part, State::Unknown);
        answer(
            &mut workload,
            &part,
            once,
            State::Answered(Answer::Choice(0)),
        );
        assert_eq!(workload.parts[0].answers.get(of_part).state, State::Unknown);
        assert_eq!(
            workload.answers.get(of_part).state,
            State::Answered(Answer::Number(9.0))
        );
        assert_eq!(
            workload.answers.get(once).state,
            State::Answered(Answer::Choice(0))
        );
    }
}
