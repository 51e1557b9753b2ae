//! Which role runs the workload's code.

use plumbline_knowledge::{AnswerKind, Compute, Knowledge};
use plumbline_rules::Answer;

/// With this verdict, the choice of a question that makes another role than usual run the code:
/// the verdict, the question, the choice and the role, by their ids.
const INSTEAD: [(Compute, &str, &str, &str); 2] = [
    // A cluster that is paid for and has room comes before new machines.
    (Compute::AlwaysOn, "cluster", "spare", "cluster"),
    // What runs to completion is a job, and may run longer than a service answers.
    (Compute::ServerlessContainers, "work_kind", "batch", "batch"),
];

/// The id of the role that runs the code.
pub(crate) fn role(knowledge: &Knowledge, option: Compute, answers: &[Answer]) -> &'static str {
    INSTEAD
        .iter()
        .find(|(with, question, choice, role)| {
            *with == option
                && knowledge.role(role).is_some()
                && chosen(knowledge, answers, question, choice)
        })
        .map_or(
            match option {
                Compute::Functions => "function",
                Compute::ServerlessContainers => "container",
                Compute::AlwaysOn => "server",
            },
            |(.., role)| role,
        )
}

/// Whether the answer to a question is one choice of it.
fn chosen(knowledge: &Knowledge, answers: &[Answer], question: &str, choice: &str) -> bool {
    let Some(slot) = knowledge.question(question) else {
        return false;
    };
    match (
        knowledge.questions.get(slot).map(|found| &found.answer),
        answers.get(slot),
    ) {
        (Some(AnswerKind::Choice(options)), Some(Answer::Choice(index))) => options
            .get(usize::from(*index))
            .is_some_and(|option| option.id == choice),
        _ => false,
    }
}
