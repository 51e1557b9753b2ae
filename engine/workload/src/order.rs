//! The order in which questions are put before people.

use plumbline_knowledge::{Effect, Knowledge};

/// The slots of each section's questions, by dimension, in the order of the questionnaire.
pub(crate) fn by_section(knowledge: &Knowledge) -> Vec<Vec<usize>> {
    let mut sections = vec![Vec::new(); knowledge.dimensions.len()];
    for (slot, question) in knowledge.questions.iter().enumerate() {
        if let Some(section) = sections.get_mut(question.section) {
            section.push(slot);
        }
    }
    sections
}

/// As [`by_section`], the questions that decide most first; but none before one of its section
/// that decides whether it applies.
pub(crate) fn most_decisive_first(knowledge: &Knowledge) -> Vec<Vec<usize>> {
    let weights = weights(knowledge);
    let mut sections = by_section(knowledge);
    for section in &mut sections {
        let mut open = std::mem::take(section);
        while !open.is_empty() {
            let next = (0..open.len())
                .filter(|place| waits_for(knowledge, open.get(*place).copied(), &open).is_none())
                .max_by_key(|place| {
                    let slot = open.get(*place).copied().unwrap_or_default();
                    (weights.get(slot), std::cmp::Reverse(slot))
                })
                .unwrap_or(0);
            section.push(open.remove(next));
        }
    }
    sections
}

/// One of `open` that decides whether the question in this slot applies.
fn waits_for(knowledge: &Knowledge, slot: Option<usize>, open: &[usize]) -> Option<usize> {
    let condition = knowledge.questions.get(slot?)?.ask_when.as_ref()?;
    condition
        .slots()
        .iter()
        .map(|other| usize::from(*other))
        .find(|other| Some(*other) != slot && open.contains(other))
}

/// How much each question can move: for every rule that reads it, the difference that the rule
/// makes between two options, shared among the questions that the rule reads.
fn weights(knowledge: &Knowledge) -> Vec<u64> {
    /// What ruling an option out counts, in points: odds of ten thousand to one.
    const RULED_OUT: u64 = 40;
    /// Shares stay whole numbers.
    const SCALE: u64 = 840;
    let mut weights = vec![0_u64; knowledge.questions.len()];
    for rule in knowledge.rules.iter().filter(|rule| !rule.retired) {
        let reach = match &rule.effect {
            Effect::Points(points) => {
                let highest = points.iter().max().copied().unwrap_or_default();
                let lowest = points.iter().min().copied().unwrap_or_default();
                u64::from(highest.abs_diff(lowest))
            }
            Effect::RulesOut { .. } => RULED_OUT,
        };
        let slots = rule.when.slots();
        let among = u64::try_from(slots.len()).unwrap_or(u64::MAX).max(1);
        for slot in slots {
            if let Some(weight) = weights.get_mut(usize::from(*slot)) {
                *weight = weight.saturating_add(reach.saturating_mul(SCALE) / among);
            }
        }
    }
    weights
}
