//! Points summed by dimension, before and after the caps.

use crate::standing::Standing;

/// What a rule that fires contributes.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Contribution {
    /// Points in a dimension, for each option.
    Points(usize, [i32; 3]),
    /// An option is ruled out.
    RulesOut(usize),
}

/// The sum of what the rules that hold contribute.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Tally {
    /// Points by dimension and option, not yet capped.
    pub raw: Vec<[i32; 3]>,
    /// How many rules rule each option out.
    pub out: [i32; 3],
}

impl Tally {
    pub fn new(dimensions: usize) -> Self {
        Self {
            raw: vec![[0; 3]; dimensions],
            out: [0; 3],
        }
    }

    /// Back to nothing.
    pub fn clear(&mut self) {
        self.raw.fill([0; 3]);
        self.out = [0; 3];
    }

    /// Adds a contribution `times` times; -1 takes it back.
    pub fn add(&mut self, contribution: &Contribution, times: i32) {
        match *contribution {
            Contribution::Points(dimension, points) => {
                if let Some(raw) = self.raw.get_mut(dimension) {
                    for (sum, points) in raw.iter_mut().zip(points) {
                        *sum += points * times;
                    }
                }
            }
            Contribution::RulesOut(option) => {
                if let Some(count) = self.out.get_mut(option) {
                    *count += times;
                }
            }
        }
    }

    /// Adds a difference between two tallies.
    pub fn combine(&mut self, difference: &Self) {
        for (sum, other) in self.raw.iter_mut().zip(&difference.raw) {
            for (sum, other) in sum.iter_mut().zip(other) {
                *sum += other;
            }
        }
        for (sum, other) in self.out.iter_mut().zip(difference.out) {
            *sum += other;
        }
    }

    /// Where the options stand, each dimension counted up to its cap.
    pub fn standing(&self, caps: &[i32]) -> Standing {
        self.standing_with([], caps)
    }

    /// Where they stand with these differences added.
    pub fn standing_with<const N: usize>(&self, differences: [&Self; N], caps: &[i32]) -> Standing {
        let mut points = [0; 3];
        for (dimension, (raw, cap)) in self.raw.iter().zip(caps).enumerate() {
            for (option, sum) in points.iter_mut().enumerate() {
                let added = differences.map(|difference| difference.raw[dimension][option]);
                *sum += (raw[option] + added.iter().sum::<i32>()).clamp(-cap, *cap);
            }
        }
        let out = std::array::from_fn(|option| {
            let added = differences.map(|difference| difference.out[option]);
            self.out[option] + added.iter().sum::<i32>() > 0
        });
        Standing { points, out }
    }
}
