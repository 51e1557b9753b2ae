//! What a change of answers does, worked out from the rules that read them.

use plumbline_rules::{Answer, Truth};

use crate::assessor::Assessor;
use crate::candidate::Change;
use crate::reach::Reach;
use crate::standing::Standing;
use crate::tally::Tally;

/// A part's answers with everything that is needed to try changes on them.
pub(crate) struct Bench<'a, 'k> {
    pub assessor: &'a Assessor<'k>,
    pub stated: &'a [Answer],
    pub settled: Vec<Answer>,
    pub tally: Tally,
    truths: Vec<Truth>,
    /// The contradictions that hold anyway.
    contradicted: Vec<bool>,
}

/// A single change and what it does.
#[derive(Clone, Debug)]
pub(crate) struct Trial {
    pub slot: usize,
    /// Index into the candidates of the slot.
    pub candidate: usize,
    /// The answer after the change.
    pub answer: Answer,
    /// What it adds to the tally.
    pub difference: Tally,
    /// The conditions that the change reaches.
    reach: Reach,
}

impl<'a, 'k> Bench<'a, 'k> {
    pub fn new(assessor: &'a Assessor<'k>, stated: &'a [Answer]) -> Self {
        let mut settled = stated.to_vec();
        assessor.knowledge.applicable(&mut settled);
        let truths: Vec<Truth> = assessor
            .rules
            .iter()
            .map(|rule| rule.when.evaluate(&settled))
            .collect();
        let contradicted = assessor
            .knowledge
            .contradictions
            .iter()
            .map(|contradiction| contradiction.when.evaluate(&settled) == Truth::True)
            .collect();
        let tally = assessor.tally(&settled);
        Self {
            assessor,
            stated,
            settled,
            tally,
            truths,
            contradicted,
        }
    }

    pub fn standing(&self) -> Standing {
        self.tally.standing(self.assessor.caps())
    }

    /// Every single change that can be tried: each candidate of each question that applies and
    /// that something reads, but for those that contradict other answers.
    pub fn trials(&self) -> Vec<Trial> {
        let mut trials = Vec::new();
        for (slot, candidates) in self.assessor.candidates.iter().enumerate() {
            if self.settled.get(slot) == Some(&Answer::NotApplicable) {
                continue;
            }
            let current = self.stated.get(slot).copied().unwrap_or_default();
            for (number, candidate) in candidates.iter().enumerate() {
                if self.stays(candidate.change, slot, number) {
                    continue;
                }
                if let Some(answer) = candidate.change.apply(current) {
                    trials.extend(self.trial(slot, number, answer));
                }
            }
        }
        trials
    }

    /// Whether a number already lies in the class that the change would move it to.
    fn stays(&self, change: Change, slot: usize, number: usize) -> bool {
        match (change, self.stated.get(slot)) {
            (Change::Set(Answer::Number(_)), Some(Answer::Number(value))) => {
                self.assessor.class_of(slot, *value) == Some(number)
            }
            _ => false,
        }
    }

    /// None if the change contradicts other answers.
    fn trial(&self, slot: usize, candidate: usize, answer: Answer) -> Option<Trial> {
        let assessor = self.assessor;
        let (settled, changed) = self.settle_with(&[(slot, answer)]);
        let mut reach = Reach::nothing([
            assessor.rules.len(),
            assessor.conditional.len(),
            self.contradicted.len(),
        ]);
        for slot in &changed {
            reach.join(&assessor.reach[*slot]);
        }
        if self.contradicts(&settled, |number| reach.contradictions.has(number)) {
            return None;
        }
        let mut difference = Tally::new(assessor.caps().len());
        for (number, rule) in assessor.rules.iter().enumerate() {
            if reach.rules.has(number) {
                let before = self.truths[number] == Truth::True;
                let after = rule.when.evaluate(&settled) == Truth::True;
                difference.add(&rule.contribution, i32::from(after) - i32::from(before));
            }
        }
        Some(Trial {
            slot,
            candidate,
            answer,
            difference,
            reach,
        })
    }

    /// Whether one of these contradictions, by number, holds that didn't hold before.
    fn contradicts(&self, settled: &[Answer], among: impl Fn(usize) -> bool) -> bool {
        let contradictions = self.assessor.knowledge.contradictions.iter();
        contradictions.zip(&self.contradicted).enumerate().any(
            |(number, (contradiction, before))| {
                !before && among(number) && contradiction.when.evaluate(settled) == Truth::True
            },
        )
    }

    /// Whether two changes of different questions, each of which can be made, can't be made
    /// together.
    pub fn contradict(&self, one: &Trial, other: &Trial) -> bool {
        one.reach.may_contradict(&other.reach) && {
            let (settled, _) = self.settle_with(&[one.change(), other.change()]);
            self.contradicts(&settled, |_| true)
        }
    }

    /// The settled answers after changes, and the slots whose settled answer is another.
    pub fn settle_with(&self, changes: &[(usize, Answer)]) -> (Vec<Answer>, Vec<usize>) {
        let mut settled = self.stated.to_vec();
        for (slot, answer) in changes {
            settled[*slot] = *answer;
        }
        self.assessor.knowledge.applicable(&mut settled);
        let changed = (0..settled.len())
            .filter(|slot| settled[*slot] != self.settled[*slot])
            .collect();
        (settled, changed)
    }

    /// Where the options stand after one change.
    pub fn after(&self, trial: &Trial) -> Standing {
        self.tally
            .standing_with([&trial.difference], self.assessor.caps())
    }

    /// Where the options stand after two changes of different questions.
    pub fn after_both(&self, one: &Trial, other: &Trial) -> Standing {
        if one.reach.adds_up(&other.reach) {
            let differences = [&one.difference, &other.difference];
            return self.tally.standing_with(differences, self.assessor.caps());
        }
        let (settled, _) = self.settle_with(&[one.change(), other.change()]);
        self.assessor.tally(&settled).standing(self.assessor.caps())
    }
}

impl Trial {
    /// The slot and its answer after the change.
    pub fn change(&self) -> (usize, Answer) {
        (self.slot, self.answer)
    }
}

#[cfg(test)]
mod tests {
    use super::Bench;
    use crate::sample::{ASSESSOR, contradictions, stated};

    /// Pairs that no condition sees both of are added up; that must not show.
    #[test]
    fn two_changes_do_what_assessing_both_says() {
        let (mut added_up, mut together, mut contradictory) = (0, 0, 0);
        for seed in 0..40 {
            let stated = stated(seed);
            let bench = Bench::new(&ASSESSOR, &stated);
            let trials = bench.trials();
            let mut random = fastrand::Rng::with_seed(seed);
            for _ in 0..1000 {
                let [one, other] = std::array::from_fn(|_| &trials[random.usize(0..trials.len())]);
                if one.slot == other.slot {
                    continue;
                }
                let mut both = stated.clone();
                for (slot, answer) in [one.change(), other.change()] {
                    both[slot] = answer;
                }
                assert_eq!(
                    bench.after_both(one, other),
                    ASSESSOR.standing(&both),
                    "{one:?} and {other:?}"
                );
                let contradicts = !contradictions(&both).is_empty();
                assert_eq!(
                    bench.contradict(one, other),
                    contradicts,
                    "{one:?} and {other:?}"
                );
                contradictory += usize::from(contradicts);
                if one.reach.adds_up(&other.reach) {
                    added_up += 1;
                } else {
                    together += 1;
                }
            }
        }
        // All cases were met.
        assert!(added_up > 100 && together > 100 && contradictory > 10);
    }

    #[test]
    fn no_change_that_is_tried_contradicts_what_is_stated() {
        for seed in 0..100 {
            let stated = stated(seed);
            for trial in Bench::new(&ASSESSOR, &stated).trials() {
                let mut changed = stated.clone();
                changed[trial.slot] = trial.answer;
                assert_eq!(contradictions(&changed), [""; 0], "{trial:?}");
            }
        }
    }
}
