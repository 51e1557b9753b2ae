//! The finitely many classes of a number that a set of conditions can tell apart.

use crate::condition::Condition;
use crate::quantity::format_quantity;
use crate::vocabulary::{Kind, Quantity, Vocabulary};

/// A range of values of one number question that the conditions do not tell apart.
#[derive(Clone, Debug, PartialEq)]
pub struct Class {
    /// A value inside, in base units.
    pub representative: f64,
    /// The lower end; none where nothing is below (a quantity is never negative).
    pub low: Option<f64>,
    /// The upper end; none where it is open (or the whole, for a share).
    pub high: Option<f64>,
    /// Whether the lower end belongs to the class.
    pub low_inclusive: bool,
    /// Whether the upper end belongs to the class.
    pub high_inclusive: bool,
    /// "above 15 min", "29 s or less", "between 1 s and 29 s", "exactly 5", "any value".
    pub words: String,
}

impl Class {
    /// Whether a value, in base units, is in the class.
    #[must_use]
    pub fn contains(&self, value: f64) -> bool {
        let above = self
            .low
            .is_none_or(|low| value > low || (self.low_inclusive && value == low));
        let below = self
            .high
            .is_none_or(|high| value < high || (self.high_inclusive && value == high));
        above && below
    }
}

/// The classes of a number slot, from low to high: together they cover every possible value, and
/// within one the comparisons of the conditions with constants do not change. (Comparisons of two
/// answers with each other are not considered.) Empty if the slot is not a number.
#[must_use]
pub fn classes<'a>(
    slot: usize,
    conditions: impl IntoIterator<Item = &'a Condition>,
    vocabulary: &Vocabulary,
) -> Vec<Class> {
    let Some(Kind::Number(quantity)) = vocabulary.slot(slot).map(|slot| &slot.kind) else {
        return Vec::new();
    };
    let thresholds: Vec<(f64, bool)> = conditions
        .into_iter()
        .flat_map(Condition::thresholds)
        .filter(|(found, ..)| usize::from(*found) == slot)
        .map(|(_, threshold, inclusive_below)| (threshold, inclusive_below))
        .collect();
    split(thresholds, *quantity)
}

/// The classes between the thresholds.
pub(crate) fn split(mut thresholds: Vec<(f64, bool)>, quantity: Quantity) -> Vec<Class> {
    // The cut before a value (`>=`) comes before the cut after it (`>`).
    thresholds.sort_by(|a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)));
    thresholds.dedup();
    // A cut that leaves nothing on one side is none.
    thresholds.retain(|(value, inclusive_below)| {
        let something_below = *value > 0.0 || (*value == 0.0 && *inclusive_below);
        let something_above = quantity
            .maximum()
            .is_none_or(|most| *value < most || (*value == most && !inclusive_below));
        something_below && something_above
    });
    let mut found = Vec::with_capacity(thresholds.len() + 1);
    let mut low: Option<(f64, bool)> = None;
    for (value, inclusive_below) in thresholds {
        found.push(class(low, Some((value, inclusive_below)), quantity));
        low = Some((value, !inclusive_below));
    }
    found.push(class(low, None, quantity));
    found
}

fn class(low: Option<(f64, bool)>, high: Option<(f64, bool)>, quantity: Quantity) -> Class {
    let representative = match (low, high.or(quantity.maximum().map(|most| (most, true)))) {
        (Some((low, _)), Some((high, _))) if low == high => low,
        (Some((low, _)), Some((high, _))) => middle(low, high),
        (Some((low, _)), None) if low > 0.0 => (low * 2.0).min(f64::MAX),
        (Some(_), None) => 1.0,
        (None, Some((high, _))) => high / 2.0,
        (None, None) => 1.0,
    };
    let print = |value: f64| format_quantity(value, quantity);
    let words = match (low, high) {
        (None, None) => "any value".into(),
        (Some((low, true)), None) => format!("{} or more", print(low)),
        (Some((low, false)), None) => format!("above {}", print(low)),
        (None, Some((high, true))) if high == 0.0 => format!("exactly {}", print(high)),
        (None, Some((high, true))) => format!("{} or less", print(high)),
        (None, Some((high, false))) => format!("below {}", print(high)),
        (Some((low, _)), Some((high, _))) if low == high => format!("exactly {}", print(low)),
        (Some((low, from)), Some((high, to))) => match (from, to) {
            // The plain form is the one that most rules make: above one threshold, at most the next.
            (false, true) | (true, true) => format!("between {} and {}", print(low), print(high)),
            (_, false) => format!("between {} and just under {}", print(low), print(high)),
        },
    };
    Class {
        representative,
        low: low.map(|end| end.0),
        high: high.map(|end| end.0),
        low_inclusive: low.is_none_or(|end| end.1),
        high_inclusive: high.is_some_and(|end| end.1)
            || (high.is_none() && quantity.maximum().is_some()),
        words,
    }
}

/// Strictly between the two where a value is, and never infinite.
fn middle(low: f64, high: f64) -> f64 {
    let middle = low + (high - low) / 2.0;
    if middle > low && middle < high {
        middle
    } else {
        high
    }
}
