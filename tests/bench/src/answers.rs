//! Random answers to the built-in questionnaire. The same seed gives the same answers.

use fastrand::Rng;
use plumbline_builtin::knowledge;
use plumbline_knowledge::AnswerKind;
use plumbline_rules::Answer;

/// A workload's answers by slot; a third of the questions stay open.
#[must_use]
pub fn random(rng: &mut Rng) -> Vec<Answer> {
    let mut answers = known(rng);
    for answer in &mut answers {
        if rng.u8(0..3) == 0 {
            *answer = Answer::Unknown;
        }
    }
    answers
}

/// An answer to every question.
#[must_use]
pub fn known(rng: &mut Rng) -> Vec<Answer> {
    knowledge()
        .questions
        .iter()
        .map(|question| match &question.answer {
            AnswerKind::Choice(options) => {
                Answer::Choice(u8::try_from(rng.usize(0..options.len())).unwrap_or(0))
            }
            AnswerKind::Choices(options) => Answer::Choices(rng.u64(1..1 << options.len())),
            AnswerKind::YesNo { .. } => Answer::YesNo(rng.bool()),
            AnswerKind::Number { typical, .. } => {
                Answer::Number(typical[rng.usize(0..typical.len())].0)
            }
        })
        .collect()
}
