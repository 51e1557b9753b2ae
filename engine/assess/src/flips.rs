//! The smallest changes of answers that turn a verdict.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use plumbline_knowledge::{Compute, Nature};
use plumbline_rules::Answer;
use plumbline_workload::answer_words;

use crate::assessment::{AnswerChange, Flip, Kind, Moved};
use crate::candidate::Change;
use crate::evidence::{by_option, own_points, ruled_out};
use crate::round::tenth;
use crate::trial::{Bench, Trial};

/// How many pairs of changes are told; those that are yours to make and plausible come first.
const PAIRS: usize = 8;

impl Bench<'_, '_> {
    /// Every single change, and the best of the pairs, that turn the part's verdict.
    pub fn flips(&self, part: &str) -> Vec<Flip> {
        let trials = self.trials();
        let (turning, others): (Vec<&Trial>, Vec<&Trial>) = trials
            .iter()
            .partition(|trial| self.after(trial).leader() != self.standing().leader());
        let mut singles: Vec<Vec<&Trial>> = self
            .nearest(&turning)
            .into_iter()
            .map(|trial| vec![trial])
            .collect();
        singles.sort_by_key(|changes| self.rank(changes));
        let pairs = self.pairs(&others);
        singles
            .into_iter()
            .chain(pairs)
            .map(|changes| self.flip(part, &changes))
            .collect()
    }

    /// One change for each question of numbers and verdict: the class nearest to the answer, or
    /// the most plausible one where there is no answer. Choices all stay.
    fn nearest<'t>(&self, turning: &[&'t Trial]) -> Vec<&'t Trial> {
        let mut numbers: BTreeMap<(usize, Compute), &'t Trial> = BTreeMap::new();
        let mut kept = Vec::new();
        for trial in turning {
            if !matches!(trial.answer, Answer::Number(_)) {
                kept.push(*trial);
                continue;
            }
            let distance = |trial: &Trial| match self.stated.get(trial.slot) {
                Some(Answer::Number(value)) => {
                    let now = self.assessor.class_of(trial.slot, *value).unwrap_or(0);
                    (now.abs_diff(trial.candidate), Reverse(0))
                }
                _ => (0, Reverse(self.prior(trial))),
            };
            numbers
                .entry((trial.slot, self.after(trial).leader()))
                .and_modify(|best| {
                    if distance(trial) < distance(best) {
                        *best = trial;
                    }
                })
                .or_insert(trial);
        }
        kept.extend(numbers.into_values());
        kept
    }

    /// Pairs of changes of two questions, neither of which turns the verdict alone; the best pair
    /// for each two questions.
    fn pairs<'t>(&self, trials: &[&'t Trial]) -> Vec<Vec<&'t Trial>> {
        let leader = self.standing().leader();
        let mut best: BTreeMap<(usize, usize), Vec<&'t Trial>> = BTreeMap::new();
        for (number, one) in trials.iter().enumerate() {
            for other in &trials[number + 1..] {
                if one.slot == other.slot || self.after_both(one, other).leader() == leader {
                    continue;
                }
                let pair = vec![*one, *other];
                best.entry((one.slot, other.slot))
                    .and_modify(|kept| {
                        if self.rank(&pair) < self.rank(kept) {
                            kept.clone_from(&pair);
                        }
                    })
                    .or_insert(pair);
            }
        }
        let mut pairs: Vec<Vec<&Trial>> = best.into_values().collect();
        pairs.sort_by_key(|pair| self.rank(pair));
        pairs.truncate(PAIRS);
        pairs
    }

    /// What is yours to change comes first, then what is open, then facts; among equals the more
    /// plausible, then the order of the questionnaire.
    fn rank(&self, changes: &[&Trial]) -> (Vec<Kind>, Reverse<u64>, Vec<usize>) {
        let mut kinds: Vec<Kind> = changes.iter().map(|trial| self.kind(trial.slot)).collect();
        kinds.sort_by(|a, b| b.cmp(a));
        let plausible = changes.iter().map(|trial| self.prior(trial)).product();
        (
            kinds,
            Reverse(plausible),
            changes.iter().map(|trial| trial.slot).collect(),
        )
    }

    fn prior(&self, trial: &Trial) -> u64 {
        libm::round(self.assessor.candidates[trial.slot][trial.candidate].prior) as u64
    }

    fn kind(&self, slot: usize) -> Kind {
        if matches!(self.settled.get(slot), Some(Answer::Unknown) | None) {
            return Kind::Open;
        }
        match self.assessor.knowledge.questions[slot].nature {
            Nature::Changeable => Kind::Changeable,
            Nature::Given => Kind::Given,
        }
    }

    fn flip(&self, part: &str, changes: &[&Trial]) -> Flip {
        let knowledge = self.assessor.knowledge;
        let answers: Vec<(usize, Answer)> = changes
            .iter()
            .map(|trial| (trial.slot, trial.answer))
            .collect();
        let standing = match changes {
            [one, other] => self.after_both(one, other),
            [one, ..] => self.after(one),
            [] => self.standing(),
        };
        let conditions: Vec<String> = changes.iter().map(|trial| self.condition(trial)).collect();
        let option = standing.leader();
        Flip {
            part: part.to_owned(),
            changes: changes
                .iter()
                .map(|trial| AnswerChange {
                    question: knowledge.questions[trial.slot].id.clone(),
                    kind: self.kind(trial.slot),
                    from: answer_words(knowledge, trial.slot, self.settled[trial.slot]),
                    to: self.target(trial),
                })
                .collect(),
            option,
            readiness: tenth(standing.readiness()),
            sentence: format!(
                "If {}, {} would be the better choice.",
                conditions.join(" and "),
                option.label()
            ),
            moved: self
                .moved(&answers)
                .into_iter()
                .map(|(rule, holds)| {
                    let rule = &knowledge.rules[rule];
                    Moved {
                        rule: rule.id.clone(),
                        title: rule.title.clone(),
                        holds,
                        points: by_option(own_points(&rule.effect)),
                        rules_out: ruled_out(&rule.effect),
                    }
                })
                .collect(),
        }
    }

    /// The answer after a change, in words.
    fn target(&self, trial: &Trial) -> String {
        let candidate = &self.assessor.candidates[trial.slot][trial.candidate];
        match candidate.change {
            Change::Set(_) => candidate.words.clone(),
            Change::Toggle(_) => answer_words(self.assessor.knowledge, trial.slot, trial.answer),
        }
    }

    /// A change as the condition of a sentence.
    fn condition(&self, trial: &Trial) -> String {
        let candidate = &self.assessor.candidates[trial.slot][trial.candidate];
        let label = &self.assessor.knowledge.questions[trial.slot].label;
        match (candidate.change, trial.answer) {
            (Change::Set(Answer::YesNo(_)), _) => candidate.words.clone(),
            (Change::Toggle(choice), Answer::Choices(ticked)) if ticked & (1 << choice) == 0 => {
                format!("{label} did not include {}", candidate.words)
            }
            (Change::Toggle(_), _) => format!("{label} included {}", candidate.words),
            _ => format!("{label} were {}", candidate.words),
        }
    }
}
