//! How far the answer to an open question can move readiness.

use plumbline_assess::Assessor;
use plumbline_knowledge::Scope;
use plumbline_rules::Answer;
use plumbline_workload::{State, Workload};

use super::target::Target;

/// How many points lower and higher the readiness of the workload may be with an answer; neither is
/// negative.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Swing {
    /// Lower, at worst.
    pub lower: f64,
    /// Higher, at best.
    pub higher: f64,
}

impl Swing {
    /// "Readiness could be 3 lower or 5 higher."
    pub fn words(self) -> String {
        let Self { lower, higher } = self;
        match (lower >= 0.5, higher >= 0.5) {
            (true, true) => format!("Readiness could be {lower:.0} lower or {higher:.0} higher."),
            (true, false) => format!("Readiness could be {lower:.0} lower."),
            (false, true) => format!("Readiness could be {higher:.0} higher."),
            (false, false) => {
                "With the other answers as they are, it hardly moves readiness.".to_owned()
            }
        }
    }
}

/// The swings of the questions by slot, where an answer of the target can be tried.
pub fn swings(assessor: &Assessor<'_>, workload: &Workload, target: Target) -> Vec<Option<Swing>> {
    let questions = &assessor.knowledge().questions;
    // What each answer does to the sum of the parts.
    let mut tried: Vec<Vec<(Answer, f64)>> = vec![Vec::new(); questions.len()];
    for (number, part) in workload.parts.iter().enumerate() {
        let stated = workload.stated_answers(assessor.knowledge(), number);
        let now = assessor.standing(&stated).readiness();
        for what_if in assessor.what_ifs(&stated) {
            let Some(question) = questions.get(what_if.slot) else {
                continue;
            };
            let concerned = match target.of(question) {
                Target::Part(part) => part == number,
                Target::Whole => {
                    question.scope == Scope::Workload
                        || part.answers.get(what_if.slot).state == State::Unasked
                }
            };
            let Some(answers) = tried.get_mut(what_if.slot).filter(|_| concerned) else {
                continue;
            };
            let change = what_if.standing.readiness() - now;
            match answers
                .iter_mut()
                .find(|(answer, _)| *answer == what_if.answer)
            {
                Some((_, sum)) => *sum += change,
                None => answers.push((what_if.answer, change)),
            }
        }
    }
    let parts = workload.parts.len().max(1) as f64;
    tried
        .into_iter()
        .map(|answers| {
            let swing = answers
                .iter()
                .fold(Swing::default(), |swing, (_, sum)| Swing {
                    lower: swing.lower.max(-sum / parts),
                    higher: swing.higher.max(sum / parts),
                });
            (!answers.is_empty()).then_some(swing)
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use plumbline_workload::Workload;

    use super::{Swing, swings};
    use crate::engine::{assessor, knowledge};
    use crate::screens::questions::target::Target;

    #[test]
    fn with_nothing_answered_the_first_question_can_move_readiness() {
        let found = swings(assessor(), &Workload::new("A"), Target::Whole);
        let slot = knowledge().question("traffic_shape").unwrap();
        let swing = found[slot].unwrap();
        assert!(swing.lower > 0.0 && swing.higher > 0.0, "{swing:?}");
        assert!(swing.higher <= 100.0);
    }

    #[test]
    fn a_swing_in_words_leaves_out_what_does_not_move() {
        let words = |lower, higher| Swing { lower, higher }.words();
        assert_eq!(words(3.2, 0.1), "Readiness could be 3 lower.");
        assert_eq!(words(3.2, 5.0), "Readiness could be 3 lower or 5 higher.");
        assert_eq!(
            words(0.0, 0.0),
            "With the other answers as they are, it hardly moves readiness."
        );
    }
}
