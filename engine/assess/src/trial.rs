//! What a change of answers does, worked out from the rules that read them.

use plumbline_rules::{Answer, Truth};

use crate::assessor::Assessor;
use crate::candidate::Change;
use crate::standing::Standing;
use crate::tally::Tally;

/// A part's answers with everything that is needed to try changes on them.
pub(crate) struct Bench<'a, 'k> {
    pub assessor: &'a Assessor<'k>,
    pub stated: &'a [Answer],
    pub settled: Vec<Answer>,
    pub tally: Tally,
    truths: Vec<Truth>,
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
    /// The conditions that the change reaches, as a set of bits: rules first, then the conditions
    /// under which questions apply. Two changes that reach none in common simply add up.
    reach: Vec<u64>,
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
        let tally = assessor.tally(&settled);
        Self {
            assessor,
            stated,
            settled,
            tally,
            truths,
        }
    }

    pub fn standing(&self) -> Standing {
        self.tally.standing(self.assessor.caps())
    }

    /// Every single change that can be tried: each candidate of each question that applies and
    /// that something reads.
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
                    trials.push(self.trial(slot, number, answer));
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

    fn trial(&self, slot: usize, candidate: usize, answer: Answer) -> Trial {
        let (settled, changed) = self.settle_with(&[(slot, answer)]);
        let mut difference = Tally::new(self.assessor.caps().len());
        let mut reach =
            vec![0_u64; (self.assessor.rules.len() + self.assessor.conditional.len()).div_ceil(64)];
        let mut mark = |bit: usize| reach[bit / 64] |= 1 << (bit % 64);
        for slot in &changed {
            for rule in &self.assessor.readers[*slot] {
                mark(usize::from(*rule));
            }
            for (number, (conditional, condition)) in self.assessor.conditional.iter().enumerate() {
                if conditional == slot
                    || condition
                        .slots()
                        .iter()
                        .any(|read| usize::from(*read) == *slot)
                {
                    mark(self.assessor.rules.len() + number);
                }
            }
        }
        for (number, rule) in self.assessor.rules.iter().enumerate() {
            if reach[number / 64] & (1 << (number % 64)) != 0 {
                let before = self.truths[number] == Truth::True;
                let after = rule.when.evaluate(&settled) == Truth::True;
                difference.add(&rule.contribution, i32::from(after) - i32::from(before));
            }
        }
        Trial {
            slot,
            candidate,
            answer,
            difference,
            reach,
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
        let apart = one
            .reach
            .iter()
            .zip(&other.reach)
            .all(|(one, other)| one & other == 0);
        if apart {
            let differences = [&one.difference, &other.difference];
            return self.tally.standing_with(differences, self.assessor.caps());
        }
        let (settled, _) = self.settle_with(&[(one.slot, one.answer), (other.slot, other.answer)]);
        self.assessor.tally(&settled).standing(self.assessor.caps())
    }

    /// The rules that begin or cease to hold after changes: index of the rule and whether it holds
    /// then.
    pub fn moved(&self, changes: &[(usize, Answer)]) -> Vec<(usize, bool)> {
        let (settled, _) = self.settle_with(changes);
        self.assessor
            .rules
            .iter()
            .zip(&self.truths)
            .filter_map(|(rule, before)| {
                let after = rule.when.evaluate(&settled) == Truth::True;
                (after != (*before == Truth::True)).then_some((rule.index, after))
            })
            .collect()
    }
}
