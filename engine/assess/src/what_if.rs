//! Trying single changes of a part's answers.

use plumbline_rules::Answer;

use crate::assessment::Flip;
use crate::assessor::Assessor;
use crate::standing::Standing;
use crate::trial::Bench;

/// One answer changed, and where the options stand then.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct WhatIf {
    /// The slot of the question.
    pub slot: usize,
    /// Its answer after the change.
    pub answer: Answer,
    /// Where the options stand after the change.
    pub standing: Standing,
}

impl Assessor<'_> {
    /// Every single change that can be tried on a part's answers, which are as stated, one for each
    /// question by slot: each choice, and one number of each class that the rules tell apart, of
    /// each question that applies and that something reads, but for those that contradict other
    /// answers. In the order of slots.
    #[must_use]
    pub fn what_ifs(&self, stated: &[Answer]) -> Vec<WhatIf> {
        let bench = Bench::new(self, stated);
        bench
            .trials()
            .iter()
            .map(|trial| WhatIf {
                slot: trial.slot,
                answer: trial.answer,
                standing: bench.after(trial),
            })
            .collect()
    }

    /// Every single change of the answers of the part of this id, and the best pairs of changes,
    /// that turn its verdict: those of [`Assessment::flips`](crate::Assessment::flips). The answers
    /// are as stated, one for each question by slot. What only takes one number past another is not
    /// found; no built-in rule compares two answers.
    #[must_use]
    pub fn flips(&self, part: &str, stated: &[Answer]) -> Vec<Flip> {
        Bench::new(self, stated).flips(part)
    }
}

#[cfg(test)]
mod tests {
    use plumbline_builtin::knowledge;
    use plumbline_rules::Answer;

    use crate::Assessor;

    /// The sweep only looks again at rules that read what changed; that must not show.
    #[test]
    fn a_change_does_what_assessing_the_changed_answers_says() {
        let assessor = Assessor::new(knowledge());
        let mut stated = vec![Answer::Unknown; knowledge().questions.len()];
        let mut tried = 0;
        // Each round answers one more question, with the last answer tried for it.
        for slot in 0..stated.len() {
            let what_ifs = assessor.what_ifs(&stated);
            for what_if in &what_ifs {
                let mut changed = stated.clone();
                changed[what_if.slot] = what_if.answer;
                assert_eq!(assessor.standing(&changed), what_if.standing, "{what_if:?}");
            }
            tried += what_ifs.len();
            if let Some(last) = what_ifs.iter().rfind(|what_if| what_if.slot == slot) {
                stated[slot] = last.answer;
            }
        }
        assert!(tried > 1000, "only {tried} changes were tried");
    }
}
