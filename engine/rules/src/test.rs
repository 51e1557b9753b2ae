//! One test of one answer (or of one against another): the leaf of a condition.

use serde::{Deserialize, Serialize};

use crate::truth::Truth;
use crate::vocabulary::Answer;

/// What a leaf asks. Sixteen bytes, so that a condition stays in a cache line or two.
#[derive(Copy, Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) enum Test {
    /// The choice is one of those in the mask.
    OneOf { slot: u16, mask: u64 },
    /// At least one of the choices is in the mask.
    Includes { slot: u16, mask: u64 },
    /// All of the choices are in the mask; holds for none.
    Within { slot: u16, mask: u64 },
    /// The answer is this one.
    YesNo { slot: u16, expected: bool },
    /// `answer relation threshold`.
    Compare {
        slot: u16,
        relation: Relation,
        threshold: f64,
    },
    /// `answer relation factor × other answer`.
    Against {
        slot: u16,
        relation: Relation,
        other: u16,
        factor: f64,
    },
}

/// How a number must stand to another: the sum of the orders that satisfy it, of which below is 1,
/// equal is 2 and above is 4. A comparison is then a mask and no jump.
#[derive(Copy, Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[repr(u8)]
pub(crate) enum Relation {
    Below = 1,
    Equal = 2,
    AtMost = 3,
    Above = 4,
    AtLeast = 6,
}

impl Relation {
    /// Unknown if one of the two is not a number.
    #[inline]
    pub fn holds(self, left: f64, right: f64) -> Truth {
        let order =
            u8::from(left < right) | u8::from(left == right) << 1 | u8::from(left > right) << 2;
        if order == 0 {
            return Truth::Unknown;
        }
        Truth::from(self as u8 & order != 0)
    }

    /// The relation with its sides exchanged.
    pub fn mirrored(self) -> Self {
        match self {
            Self::Below => Self::Above,
            Self::AtMost => Self::AtLeast,
            Self::Equal => Self::Equal,
            Self::AtLeast => Self::AtMost,
            Self::Above => Self::Below,
        }
    }
}

impl Test {
    pub fn slot(&self) -> u16 {
        match *self {
            Self::OneOf { slot, .. }
            | Self::Includes { slot, .. }
            | Self::Within { slot, .. }
            | Self::YesNo { slot, .. }
            | Self::Compare { slot, .. }
            | Self::Against { slot, .. } => slot,
        }
    }

    /// The second slot that the test reads, if it reads two.
    pub fn other_slot(&self) -> Option<u16> {
        match *self {
            Self::Against { other, .. } => Some(other),
            _ => None,
        }
    }

    /// An open answer makes it unknown; one that does not apply makes it false, and that decides even
    /// where the other side is open. An answer of another kind than the question's, or a NaN, says
    /// nothing: unknown.
    #[inline]
    pub fn evaluate(&self, answers: &[Answer]) -> Truth {
        let answer = |slot: u16| answers.get(usize::from(slot)).unwrap_or(&Answer::Unknown);
        match (*self, answer(self.slot())) {
            (Self::OneOf { mask, .. }, Answer::Choice(value)) => {
                Truth::from(mask.checked_shr(u32::from(*value)).unwrap_or(0) & 1 == 1)
            }
            (Self::Includes { mask, .. }, Answer::Choices(set)) => Truth::from(set & mask != 0),
            (Self::Within { mask, .. }, Answer::Choices(set)) => Truth::from(set & !mask == 0),
            (Self::YesNo { expected, .. }, Answer::YesNo(value)) => Truth::from(*value == expected),
            (
                Self::Compare {
                    relation,
                    threshold,
                    ..
                },
                Answer::Number(value),
            ) => relation.holds(*value, threshold),
            (
                Self::Against {
                    relation,
                    other,
                    factor,
                    ..
                },
                left,
            ) => match (left, answer(other)) {
                (Answer::NotApplicable, _) | (_, Answer::NotApplicable) => Truth::False,
                (Answer::Number(left), Answer::Number(right)) => {
                    relation.holds(*left, factor * right)
                }
                _ => Truth::Unknown,
            },
            (_, Answer::NotApplicable) => Truth::False,
            _ => Truth::Unknown,
        }
    }
}

const _: () = assert!(size_of::<Test>() == 16);
