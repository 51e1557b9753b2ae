//! The knowledge base made ready for assessing: who reads which answer, and what can be tried.

use plumbline_knowledge::{Effect, Knowledge};
use plumbline_rules::{Answer, Condition, Truth};

use crate::candidate::{Candidate, candidates};
use crate::reach::{Reach, by_slot};
use crate::standing::Standing;
use crate::tally::{Contribution, Tally};

/// A rule that is in force.
pub(crate) struct ActiveRule<'k> {
    /// Index into [`Knowledge::rules`].
    pub index: usize,
    pub when: &'k Condition,
    pub contribution: Contribution,
}

/// Assesses workloads against one knowledge base. Building one costs a few hundred microseconds;
/// assessing with it is cheap and allocates little.
pub struct Assessor<'k> {
    pub(crate) knowledge: &'k Knowledge,
    pub(crate) rules: Vec<ActiveRule<'k>>,
    /// For each slot, the active rules that read it.
    pub(crate) readers: Vec<Vec<u32>>,
    /// For each slot, all that a change of its answer reaches.
    pub(crate) reach: Vec<Reach>,
    /// For each slot, the answers worth trying.
    pub(crate) candidates: Vec<Vec<Candidate>>,
    /// In dependency order: questions that apply only under a condition.
    pub(crate) conditional: Vec<(usize, &'k Condition)>,
    caps: Vec<i32>,
}

impl<'k> Assessor<'k> {
    /// Makes a knowledge base ready.
    #[must_use]
    pub fn new(knowledge: &'k Knowledge) -> Self {
        let rules: Vec<ActiveRule<'k>> = knowledge
            .rules
            .iter()
            .enumerate()
            .filter(|(_, rule)| !rule.retired)
            .map(|(index, rule)| ActiveRule {
                index,
                when: &rule.when,
                contribution: match &rule.effect {
                    Effect::Points(points) => Contribution::Points(rule.dimension, *points),
                    Effect::RulesOut { option, .. } => Contribution::RulesOut(*option as usize),
                },
            })
            .collect();
        let mut readers = vec![Vec::new(); knowledge.questions.len()];
        for (number, rule) in rules.iter().enumerate() {
            for slot in rule.when.slots() {
                if let (Some(list), Ok(number)) =
                    (readers.get_mut(usize::from(*slot)), u32::try_from(number))
                {
                    list.push(number);
                }
            }
        }
        let conditional: Vec<(usize, &Condition)> = knowledge
            .ask_order
            .iter()
            .map(|slot| usize::from(*slot))
            .filter_map(|slot| Some((slot, knowledge.questions.get(slot)?.ask_when.as_ref()?)))
            .collect();
        let contradictions = knowledge.contradictions.iter();
        let reach = by_slot(
            knowledge.questions.len(),
            rules.iter().map(|rule| rule.when),
            &conditional,
            contradictions.map(|contradiction| &contradiction.when),
        );
        Self {
            knowledge,
            readers,
            reach,
            candidates: candidates(knowledge, &rules),
            conditional,
            caps: knowledge
                .dimensions
                .iter()
                .map(|dimension| dimension.cap)
                .collect(),
            rules,
        }
    }

    /// The knowledge base that it assesses with.
    #[must_use]
    pub fn knowledge(&self) -> &'k Knowledge {
        self.knowledge
    }

    /// Where the options stand with these answers, one for each question by slot, as stated: which
    /// questions apply is worked out here. This is one assessment, without its explanation.
    #[must_use]
    pub fn standing(&self, stated: &[Answer]) -> Standing {
        let mut settled = stated.to_vec();
        self.knowledge.applicable(&mut settled);
        self.tally(&settled).standing(&self.caps)
    }

    /// The same for settled answers, for those who ask again and again: their tally is left in
    /// `tally`, whatever was in it.
    pub(crate) fn weigh(&self, settled: &[Answer], tally: &mut Tally) -> Standing {
        tally.clear();
        self.add_up(settled, tally);
        tally.standing(&self.caps)
    }

    /// Weighs all rules; `answers` are settled.
    pub(crate) fn tally(&self, answers: &[Answer]) -> Tally {
        let mut tally = Tally::new(self.caps.len());
        self.add_up(answers, &mut tally);
        tally
    }

    fn add_up(&self, answers: &[Answer], tally: &mut Tally) {
        for rule in &self.rules {
            if rule.when.evaluate(answers) == Truth::True {
                tally.add(&rule.contribution, 1);
            }
        }
    }

    /// Which candidate of a number question stands for this value.
    pub(crate) fn class_of(&self, slot: usize, value: f64) -> Option<usize> {
        self.candidates.get(slot)?.iter().position(|candidate| {
            candidate
                .class
                .as_ref()
                .is_some_and(|class| class.contains(value))
        })
    }

    pub(crate) fn caps(&self) -> &[i32] {
        &self.caps
    }
}
