//! Whether a condition can hold at all, and whether it can fail at all.

use std::collections::BTreeMap;

use crate::classes::split;
use crate::condition::Condition;
use crate::test::Test;
use crate::truth::Truth;
use crate::vocabulary::{Answer, Kind, Quantity, Vocabulary};

/// How many combinations of answers are tried.
const MOST_COMBINATIONS: usize = 200_000;

/// Whether a condition can come out either way when every answer that it reads is known and applies.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub struct Reach {
    /// Some answers make it hold. `None` if that could not be settled.
    pub can_hold: Option<bool>,
    /// Some answers make it fail. `None` if that could not be settled.
    pub can_fail: Option<bool>,
}

impl Condition {
    /// Whether some answers make it hold, and whether some make it fail: a condition that can do only
    /// one of the two is a mistake. Tries one value of each class that the condition can tell apart.
    /// Unsettled beyond 200,000 combinations, or where no witness is found and two answers are
    /// compared with each other.
    #[must_use]
    pub fn reach(&self, vocabulary: &Vocabulary) -> Reach {
        reach_together(&[self], vocabulary)
    }
}

/// The same for conditions that are to hold at the same time; they can fail if one of them can.
#[must_use]
pub fn reach_together(conditions: &[&Condition], vocabulary: &Vocabulary) -> Reach {
    let mut tests: BTreeMap<u16, Vec<Test>> = BTreeMap::new();
    let mut linked = false;
    for condition in conditions {
        condition.tree().for_each_clause(&mut |clause| {
            linked |= clause.test.other_slot().is_some();
            tests
                .entry(clause.test.slot())
                .or_default()
                .push(clause.test);
            if let Some(other) = clause.test.other_slot() {
                tests.entry(other).or_default().push(clause.test);
            }
        });
    }
    let values: Vec<(usize, Vec<Answer>)> = tests
        .iter()
        .map(|(slot, tests)| (usize::from(*slot), candidates(*slot, tests, vocabulary)))
        .collect();
    let mut answers = vec![Answer::Unknown; values.last().map_or(0, |(slot, _)| slot + 1)];
    let mut turn = vec![0_usize; values.len()];
    let (mut holds, mut fails) = (false, false);
    let mut exhausted = false;
    for _ in 0..MOST_COMBINATIONS {
        for ((slot, values), turn) in values.iter().zip(&turn) {
            if let (Some(answer), Some(value)) = (answers.get_mut(*slot), values.get(*turn)) {
                *answer = *value;
            }
        }
        let value = conditions.iter().fold(Truth::True, |value, condition| {
            value.and(condition.evaluate(&answers))
        });
        holds |= value.is_true();
        fails |= value.is_false();
        if holds && fails {
            break;
        }
        // The next combination, like an odometer.
        exhausted = true;
        for ((_, values), turn) in values.iter().zip(&mut turn) {
            *turn += 1;
            if *turn < values.len() {
                exhausted = false;
                break;
            }
            *turn = 0;
        }
        if exhausted {
            break;
        }
    }
    let settle = |witness: bool| match (witness, exhausted && !linked) {
        (true, _) => Some(true),
        (false, true) => Some(false),
        (false, false) => None,
    };
    Reach {
        can_hold: settle(holds),
        can_fail: settle(fails),
    }
}

/// One answer for each class that the tests can tell apart.
fn candidates(slot: u16, tests: &[Test], vocabulary: &Vocabulary) -> Vec<Answer> {
    let Some(found) = vocabulary.slot(usize::from(slot)) else {
        return vec![Answer::Unknown];
    };
    match &found.kind {
        Kind::YesNo { .. } => vec![Answer::YesNo(false), Answer::YesNo(true)],
        Kind::Choice(choices) => distinct(choices.len(), tests)
            .into_iter()
            .filter_map(|place| u8::try_from(place).ok().map(Answer::Choice))
            .collect(),
        Kind::Choices(choices) => {
            let places = distinct(choices.len(), tests);
            // Each set of representatives; beyond the limit there is no need to build them all.
            let sets = 1_usize
                .checked_shl(u32::try_from(places.len()).unwrap_or(u32::MAX))
                .map_or(MOST_COMBINATIONS, |sets| sets.min(MOST_COMBINATIONS));
            (0..sets)
                .map(|set| {
                    let chosen = places
                        .iter()
                        .enumerate()
                        .filter(|(index, _)| set >> index & 1 == 1);
                    Answer::Choices(chosen.fold(0, |mask, (_, place)| mask | 1 << place))
                })
                .collect()
        }
        Kind::Number(quantity) => numbers(*quantity, slot, tests),
    }
}

/// One choice of each group that no test tells apart.
fn distinct(count: usize, tests: &[Test]) -> Vec<usize> {
    let masks: Vec<u64> = tests
        .iter()
        .filter_map(|test| match test {
            Test::OneOf { mask, .. } | Test::Includes { mask, .. } | Test::Within { mask, .. } => {
                Some(*mask)
            }
            _ => None,
        })
        .collect();
    let mut groups: BTreeMap<Vec<bool>, usize> = BTreeMap::new();
    for place in 0..count.min(64) {
        let signature = masks.iter().map(|mask| mask >> place & 1 == 1).collect();
        groups.entry(signature).or_insert(place);
    }
    let mut places: Vec<usize> = groups.into_values().collect();
    places.sort_unstable();
    places
}

fn numbers(quantity: Quantity, slot: u16, tests: &[Test]) -> Vec<Answer> {
    let mut cuts = Vec::new();
    let mut linked = false;
    for test in tests {
        match *test {
            // Both cuts, whichever the relation needs: the extra class costs little.
            Test::Compare {
                slot: found,
                threshold,
                ..
            } if found == slot => cuts.extend([(threshold, false), (threshold, true)]),
            Test::Against { .. } => linked = true,
            _ => {}
        }
    }
    let mut values: Vec<f64> = split(cuts, quantity)
        .iter()
        .map(|class| class.representative)
        .collect();
    if linked {
        // Where two answers are compared, values far apart find a witness if there is an easy one.
        values.extend([0.0, 1e-3, 1.0]);
        if quantity.maximum().is_none() {
            values.extend([1e3, 1e6]);
        }
    }
    values.into_iter().map(Answer::Number).collect()
}
