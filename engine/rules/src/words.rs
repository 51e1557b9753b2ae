//! A clause and its answer in words.

use crate::condition::Clause;
use crate::error::join;
use crate::quantity::format_quantity;
use crate::test::{Relation, Test};
use crate::vocabulary::{Answer, Kind, Quantity, Slot, Vocabulary};

/// How many choices are named before the rest is counted.
const MOST_CHOICES: usize = 5;

/// What the answer is, against what the clause asks.
pub(crate) fn statement(clause: &Clause, vocabulary: &Vocabulary, answers: &[Answer]) -> String {
    let answer = |slot: u16| answers.get(usize::from(slot)).copied().unwrap_or_default();
    let Some(slot) = vocabulary.slot(usize::from(clause.test.slot())) else {
        return "a question that is not known here".into();
    };
    let read = std::iter::once(clause.test.slot()).chain(clause.test.other_slot());
    let labels_of = |state: Answer| -> Vec<&str> {
        read.clone()
            .filter(|slot| answer(*slot) == state)
            .filter_map(|slot| vocabulary.slot(usize::from(slot)))
            .map(|slot| slot.label.as_str())
            .collect()
    };
    let absent = labels_of(Answer::NotApplicable);
    if !absent.is_empty() {
        let verb = if absent.len() > 1 || plural(slot) {
            "do"
        } else {
            "does"
        };
        return format!("{} {verb} not apply", join(&absent, "and"));
    }
    let open = labels_of(Answer::Unknown);
    if !open.is_empty() {
        let verb = if open.len() > 1 || plural(slot) {
            "are"
        } else {
            "is"
        };
        return format!("{} {verb} open", join(&open, "and"));
    }
    let value = answer(clause.test.slot());
    let held = clause.test.evaluate(answers);
    if held.is_unknown() {
        return format!("{} is not understood", slot.label);
    }
    let held = held.is_true();
    match (clause.test, value) {
        (Test::OneOf { mask, .. }, Answer::Choice(place)) => {
            let is = names(slot, 1_u64.checked_shl(u32::from(place)).unwrap_or(0), "or");
            if held {
                format!("{} is {is}", slot.label)
            } else {
                format!("{} is {is}, not {}", slot.label, names(slot, mask, "or"))
            }
        }
        (Test::Includes { mask, .. }, Answer::Choices(set)) => includes(slot, set, mask),
        (Test::Within { mask, .. }, Answer::Choices(set)) => {
            // "All are not a" reads as "do not include a"; "all are a or b" as "are only a or b".
            let rest = !mask & every(slot);
            if rest.count_ones() <= mask.count_ones() {
                includes(slot, set, rest)
            } else if set == 0 {
                format!("there are no {}", slot.label)
            } else if held {
                format!("{} are only {}", slot.label, names(slot, set, "and"))
            } else {
                let others = names(slot, set & rest, "and");
                let only = names(slot, mask, "or");
                format!("{} include {others}, not only {only}", slot.label)
            }
        }
        (Test::YesNo { .. }, Answer::YesNo(value)) => fragment(slot, value).to_owned(),
        (Test::Compare { relation, .. }, Answer::Number(value)) => compared(
            slot,
            value,
            relation,
            held,
            &bound(clause, vocabulary, answers),
        ),
        (Test::Against { relation, .. }, Answer::Number(value)) => compared(
            slot,
            value,
            relation,
            held,
            &bound(clause, vocabulary, answers),
        ),
        _ => format!("{} is not understood", slot.label),
    }
}

/// What would make the clause otherwise than it is; what would make it hold, while it is open.
pub(crate) fn otherwise(
    clause: &Clause,
    vocabulary: &Vocabulary,
    answers: &[Answer],
) -> Option<String> {
    let answer = |slot: u16| answers.get(usize::from(slot)).copied().unwrap_or_default();
    let slot = vocabulary.slot(usize::from(clause.test.slot()))?;
    let not_applicable = answer(clause.test.slot()) == Answer::NotApplicable
        || clause.test.other_slot().map(answer) == Some(Answer::NotApplicable);
    if not_applicable {
        return None;
    }
    let holds = clause.evaluate(answers).is_true();
    let verb = if holds {
        "would not hold"
    } else {
        "would hold"
    };
    // Whether the test itself, without its negation, is what to reach.
    let reach = holds == clause.negated;
    Some(match clause.test {
        Test::OneOf { mask, .. } if reach => {
            format!("{verb} if {} were {}", slot.label, names(slot, mask, "or"))
        }
        Test::OneOf { mask, .. } => {
            let rest = !mask & every(slot);
            if rest.count_ones() <= 3 {
                format!("{verb} if {} were {}", slot.label, names(slot, rest, "or"))
            } else {
                format!(
                    "{verb} if {} were not {}",
                    slot.label,
                    names(slot, mask, "or")
                )
            }
        }
        Test::Includes { mask, .. } => included(slot, verb, mask, reach),
        Test::Within { mask, .. } => {
            let rest = !mask & every(slot);
            if rest.count_ones() <= mask.count_ones() {
                included(slot, verb, rest, !reach)
            } else if reach {
                format!(
                    "{verb} if {} were only {}",
                    slot.label,
                    names(slot, mask, "or")
                )
            } else {
                let only = names(slot, mask, "or");
                format!("{verb} if {} were not only {only}", slot.label)
            }
        }
        Test::YesNo { expected, .. } => {
            format!("{verb} if {}", fragment(slot, expected == reach))
        }
        Test::Compare { relation, .. } | Test::Against { relation, .. } => {
            let bound = bound(clause, vocabulary, answers);
            let place = match (relation, reach) {
                (Relation::Above, true) | (Relation::AtMost, false) => format!("above {bound}"),
                (Relation::AtLeast, true) | (Relation::Below, false) => {
                    format!("at {bound} or more")
                }
                (Relation::Below, true) | (Relation::AtLeast, false) => format!("below {bound}"),
                (Relation::AtMost, true) | (Relation::Above, false) => {
                    format!("at {bound} or less")
                }
                (Relation::Equal, true) => format!("at exactly {bound}"),
                (Relation::Equal, false) => format!("at anything but {bound}"),
            };
            format!("{verb} {place}")
        }
    })
}

fn included(slot: &Slot, verb: &str, mask: u64, reach: bool) -> String {
    let label = &slot.label;
    if reach {
        format!("{verb} if {label} included {}", names(slot, mask, "or"))
    } else {
        format!(
            "{verb} if {label} did not include {}",
            names(slot, mask, "or")
        )
    }
}

fn includes(slot: &Slot, set: u64, mask: u64) -> String {
    let label = &slot.label;
    if set & mask != 0 {
        return format!("{label} include {}", names(slot, set & mask, "and"));
    }
    let has = if set == 0 {
        "none".into()
    } else {
        names(slot, set, "and")
    };
    format!("{label} ({has}) do not include {}", names(slot, mask, "or"))
}

fn compared(slot: &Slot, value: f64, relation: Relation, held: bool, bound: &str) -> String {
    let verb = match relation {
        Relation::Above => "above",
        Relation::AtLeast => "at least",
        Relation::Equal if held => "exactly",
        Relation::Equal => "",
        Relation::AtMost => "at most",
        Relation::Below => "below",
    };
    let value = format_quantity(value, quantity(slot));
    let is = if held { "is" } else { "is not" };
    let gap = if verb.is_empty() { "" } else { " " };
    format!("{} {value} {is} {verb}{gap}{bound}", slot.label)
}

/// What a number is compared with: "40 %", "AWS Lambda's time limit (15 min)", "10 × average rate
/// (50/s)".
fn bound(clause: &Clause, vocabulary: &Vocabulary, answers: &[Answer]) -> String {
    let times = |factor: f64, label: &str| {
        if factor == 1.0 {
            label.to_owned()
        } else {
            format!("{} × {label}", format_quantity(factor, Quantity::Count))
        }
    };
    match clause.test {
        Test::Compare {
            slot, threshold, ..
        } => {
            let kind = vocabulary
                .slot(usize::from(slot))
                .map_or(Quantity::Count, quantity);
            let value = format_quantity(threshold, kind);
            let limit = clause.limit.and_then(|(place, factor)| {
                Some((vocabulary.limits().get(usize::from(place))?, factor))
            });
            match limit {
                Some((limit, factor)) => format!("{} ({value})", times(factor, &limit.label)),
                None => value,
            }
        }
        Test::Against { other, factor, .. } => {
            let Some(slot) = vocabulary.slot(usize::from(other)) else {
                return "a question that is not known here".into();
            };
            let label = times(factor, &slot.label);
            match answers.get(usize::from(other)) {
                Some(Answer::Number(value)) => {
                    format!(
                        "{label} ({})",
                        format_quantity(value * factor, quantity(slot))
                    )
                }
                _ => label,
            }
        }
        _ => String::new(),
    }
}

fn quantity(slot: &Slot) -> Quantity {
    match slot.kind {
        Kind::Number(quantity) => quantity,
        _ => Quantity::Count,
    }
}

fn fragment(slot: &Slot, value: bool) -> &str {
    match &slot.kind {
        Kind::YesNo { yes, .. } if value => yes,
        Kind::YesNo { no, .. } => no,
        _ => &slot.label,
    }
}

fn plural(slot: &Slot) -> bool {
    matches!(slot.kind, Kind::Choices(_))
}

fn every(slot: &Slot) -> u64 {
    match slot.kind.choices().len() {
        64.. => u64::MAX,
        count => (1 << count) - 1,
    }
}

/// The labels of a set of choices.
fn names(slot: &Slot, mask: u64, word: &str) -> String {
    let chosen: Vec<&str> = slot
        .kind
        .choices()
        .iter()
        .take(64)
        .enumerate()
        .filter(|(place, _)| mask >> place & 1 == 1)
        .map(|(_, choice)| choice.label.as_str())
        .collect();
    if chosen.len() <= MOST_CHOICES + 1 {
        return join(&chosen, word);
    }
    let (shown, rest) = chosen.split_at(MOST_CHOICES);
    let mut shown: Vec<String> = shown.iter().map(|name| (*name).to_owned()).collect();
    shown.push(format!("{} others", rest.len()));
    join(&shown, word)
}
