//! Random answers for tests, on the built-in knowledge base.

use std::sync::LazyLock;

use plumbline_builtin::knowledge;
use plumbline_rules::{Answer, Truth};

use crate::Assessor;
use crate::completion::Completer;

pub(crate) static ASSESSOR: LazyLock<Assessor<'static>> =
    LazyLock::new(|| Assessor::new(knowledge()));

/// The ids of the contradictions in answers as stated.
pub(crate) fn contradictions(stated: &[Answer]) -> Vec<&'static str> {
    let mut settled = stated.to_vec();
    knowledge().applicable(&mut settled);
    contradictions_of_settled(&settled)
}

/// The same for settled answers.
pub(crate) fn contradictions_of_settled(settled: &[Answer]) -> Vec<&'static str> {
    knowledge()
        .contradictions
        .iter()
        .filter(|contradiction| contradiction.when.evaluate(settled) == Truth::True)
        .map(|contradiction| contradiction.id.as_str())
        .collect()
}

/// Stated answers that contradict nothing, about a third of them open: a different set for each
/// seed.
pub(crate) fn stated(seed: u64) -> Vec<Answer> {
    let mut random = fastrand::Rng::with_seed(seed);
    let mut completer = Completer::new(&ASSESSOR, seed);
    loop {
        completer.begin();
        let mut answers = completer
            .complete(&vec![Answer::Unknown; knowledge().questions.len()])
            .to_vec();
        for answer in &mut answers {
            if random.u8(0..3) == 0 {
                *answer = Answer::Unknown;
            }
        }
        if contradictions(&answers).is_empty() {
            return answers;
        }
    }
}
