//! Which open question to answer next.

use std::collections::BTreeMap;

use plumbline_knowledge::Scope;
use plumbline_rules::Answer;

use crate::assessment::NextQuestion;
use crate::round::{tenth, thousandth};
use crate::trial::{Bench, Trial};

impl Bench<'_, '_> {
    /// The open questions of a part that can move something, with what their answers are worth.
    ///
    /// Each plausible answer is tried with everything else as it is, and the movements of the
    /// shares are averaged by the priors: half of the sum of the absolute changes, which is the
    /// part of the whole that changes hands.
    pub fn open_questions(&self, part: &str) -> Vec<NextQuestion> {
        let now = self.standing();
        let mut trials: BTreeMap<usize, Vec<Trial>> = BTreeMap::new();
        for trial in self.trials() {
            if self.settled[trial.slot] == Answer::Unknown {
                trials.entry(trial.slot).or_default().push(trial);
            }
        }
        trials
            .into_iter()
            .filter_map(|(slot, trials)| {
                let question = &self.assessor.knowledge.questions[slot];
                let candidates = &self.assessor.candidates[slot];
                let (mut sum, mut swing, mut turns) = (0.0, 0.0, 0.0);
                let mut turning_answers = Vec::new();
                for trial in &trials {
                    let candidate = &candidates[trial.candidate];
                    let then = self.after(trial);
                    let pairs = now.shares().into_iter().zip(then.shares());
                    let moved: f64 = pairs.map(|(now, then)| (now - then).abs() / 2.0).sum();
                    sum += candidate.prior;
                    swing += moved * candidate.prior;
                    if then.leader() != now.leader() {
                        turns += candidate.prior;
                        turning_answers.push(candidate.words.clone());
                    }
                }
                (swing > 0.0 && sum > 0.0).then(|| NextQuestion {
                    question: question.id.clone(),
                    ask: question.ask.clone(),
                    part: (question.scope == Scope::Part).then(|| part.to_owned()),
                    swing: tenth(swing / sum * 100.0),
                    turns: thousandth(turns / sum),
                    turning_answers,
                })
            })
            .collect()
    }
}

/// Puts the questions of all parts in one order. What is asked once for the workload counts with
/// the part that it moves most.
pub(crate) fn in_order(questions: Vec<NextQuestion>) -> Vec<NextQuestion> {
    let mut best: BTreeMap<(String, Option<String>), NextQuestion> = BTreeMap::new();
    for question in questions {
        let key = (question.question.clone(), question.part.clone());
        match best.get(&key) {
            Some(kept) if kept.swing >= question.swing => {}
            _ => {
                best.insert(key, question);
            }
        }
    }
    let mut questions: Vec<NextQuestion> = best.into_values().collect();
    questions.sort_by(|a, b| b.swing.total_cmp(&a.swing));
    questions
}
