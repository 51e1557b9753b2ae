//! Which conditions a change of answers reaches, as sets of bits.

use plumbline_rules::Condition;

/// The conditions that read some answers.
#[derive(Clone, Debug)]
pub(crate) struct Reach {
    /// Rules that are in force.
    pub rules: Bits,
    /// Conditions under which questions apply; such a question's own answer counts as read.
    pub applies: Bits,
    /// Contradictions.
    pub contradictions: Bits,
}

impl Reach {
    /// Of nothing, among so many rules, conditions of questions, and contradictions.
    pub fn nothing([rules, applies, contradictions]: [usize; 3]) -> Self {
        Self {
            rules: Bits::new(rules),
            applies: Bits::new(applies),
            contradictions: Bits::new(contradictions),
        }
    }

    /// Adds what another reaches.
    pub fn join(&mut self, other: &Self) {
        self.rules.join(&other.rules);
        self.applies.join(&other.applies);
        self.contradictions.join(&other.contradictions);
    }

    /// Whether two changes simply add up: no condition sees both.
    pub fn adds_up(&self, other: &Self) -> bool {
        !self.rules.meets(&other.rules) && !self.applies.meets(&other.applies)
    }

    /// Whether two changes may contradict each other although neither contradicts anything alone.
    pub fn may_contradict(&self, other: &Self) -> bool {
        self.contradictions.meets(&other.contradictions) || self.applies.meets(&other.applies)
    }
}

/// A set of small numbers.
#[derive(Clone, Debug)]
pub(crate) struct Bits(Vec<u64>);

impl Bits {
    fn new(numbers: usize) -> Self {
        Self(vec![0; numbers.div_ceil(64)])
    }

    /// Adds a number; one past the end is left out.
    pub fn add(&mut self, number: usize) {
        if let Some(word) = self.0.get_mut(number / 64) {
            *word |= 1 << (number % 64);
        }
    }

    /// Whether the number is in the set.
    pub fn has(&self, number: usize) -> bool {
        self.0
            .get(number / 64)
            .is_some_and(|word| word & (1 << (number % 64)) != 0)
    }

    fn join(&mut self, other: &Self) {
        for (word, other) in self.0.iter_mut().zip(&other.0) {
            *word |= other;
        }
    }

    fn meets(&self, other: &Self) -> bool {
        self.0
            .iter()
            .zip(&other.0)
            .any(|(word, other)| word & other != 0)
    }
}

/// What a change of each slot's answer reaches.
pub(crate) fn by_slot<'c>(
    slots: usize,
    rules: impl ExactSizeIterator<Item = &'c Condition>,
    applies: &[(usize, &Condition)],
    contradictions: impl ExactSizeIterator<Item = &'c Condition>,
) -> Vec<Reach> {
    let sizes = [rules.len(), applies.len(), contradictions.len()];
    let mut reach = vec![Reach::nothing(sizes); slots];
    let mut mark = |condition: &Condition, set: fn(&mut Reach) -> &mut Bits, number: usize| {
        for slot in condition.slots() {
            if let Some(reach) = reach.get_mut(usize::from(*slot)) {
                set(reach).add(number);
            }
        }
    };
    for (number, condition) in rules.enumerate() {
        mark(condition, |reach| &mut reach.rules, number);
    }
    for (number, condition) in contradictions.enumerate() {
        mark(condition, |reach| &mut reach.contradictions, number);
    }
    for (number, (_, condition)) in applies.iter().enumerate() {
        mark(condition, |reach| &mut reach.applies, number);
    }
    for (number, (slot, _)) in applies.iter().enumerate() {
        if let Some(reach) = reach.get_mut(*slot) {
            reach.applies.add(number);
        }
    }
    reach
}
