//! Points into shares, shares into a verdict and readiness.

use plumbline_knowledge::Compute;

/// A lead of less than this many points is a close call: odds of less than two to one.
pub const CLOSE_CALL: i32 = 3;

/// Where the three options stand: their points, and which are ruled out.
///
/// Machines that always run are never ruled out: they are what is left when nothing else is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Standing {
    /// Points in the order of [`Compute::ALL`]; ten points multiply the odds by ten.
    pub points: [i32; 3],
    /// Which options a hard limit rules out, in the same order.
    pub out: [bool; 3],
}

impl Standing {
    /// The shares of the options, which sum to 1: 10^(points/10), normalised over the options that
    /// are left. An option that is ruled out has none.
    #[must_use]
    pub fn shares(&self) -> [f64; 3] {
        let best = self.best();
        let weights: [f64; 3] = std::array::from_fn(|option| {
            if self.is_out(option) {
                0.0
            } else {
                libm::exp10(f64::from(self.points[option] - best) / 10.0)
            }
        });
        let sum: f64 = weights.iter().sum();
        weights.map(|weight| weight / sum)
    }

    /// The option with the most points among those left; of equals, the more managed one.
    #[must_use]
    pub fn leader(&self) -> Compute {
        let best = self.best();
        Compute::ALL
            .into_iter()
            .enumerate()
            .find(|(option, _)| !self.is_out(*option) && self.points[*option] == best)
            .map_or(Compute::AlwaysOn, |(_, compute)| compute)
    }

    /// How many points the leader is ahead of the next option that is left; none when it is the
    /// only one.
    #[must_use]
    pub fn lead(&self) -> Option<i32> {
        let leader = self.leader() as usize;
        (0..3)
            .filter(|option| *option != leader && !self.is_out(*option))
            .map(|option| self.points[leader] - self.points[option])
            .min()
    }

    /// Whether the lead is too small to lean on.
    #[must_use]
    pub fn close_call(&self) -> bool {
        self.lead().is_some_and(|lead| lead < CLOSE_CALL)
    }

    /// The share of the two serverless options, from 0 to 100.
    #[must_use]
    pub fn readiness(&self) -> f64 {
        let [functions, containers, _] = self.shares();
        (functions + containers) * 100.0
    }

    fn is_out(&self, option: usize) -> bool {
        option != Compute::AlwaysOn as usize && self.out[option]
    }

    fn best(&self) -> i32 {
        (0..3)
            .filter(|option| !self.is_out(*option))
            .map(|option| self.points[option])
            .max()
            .unwrap_or(0)
    }
}

/// Shares as whole percent that sum to 100 (largest remainder), for showing.
#[must_use]
pub fn percent(shares: [f64; 3]) -> [u32; 3] {
    let exact = shares.map(|share| share * 100.0);
    let mut whole = exact.map(|share| libm::floor(share) as u32);
    let missing = 100_u32.saturating_sub(whole.iter().sum());
    let mut order = [0, 1, 2];
    order.sort_by(|a, b| {
        let rest = |option: usize| exact[option] - libm::floor(exact[option]);
        rest(*b).total_cmp(&rest(*a))
    });
    for option in order.into_iter().cycle().take(missing as usize) {
        whole[option] += 1;
    }
    whole
}

#[cfg(test)]
mod tests {
    use super::*;

    fn standing(points: [i32; 3]) -> Standing {
        Standing {
            points,
            out: [false; 3],
        }
    }

    #[test]
    fn ten_points_are_odds_of_ten_to_one() {
        let [functions, containers, always_on] = standing([20, 10, 10]).shares();
        assert!((functions / containers - 10.0).abs() < 1e-9);
        assert!((containers - always_on).abs() < 1e-12);
        assert!((functions + containers + always_on - 1.0).abs() < 1e-12);
    }

    #[test]
    fn what_is_ruled_out_has_no_share_and_cannot_lead() {
        let standing = Standing {
            points: [50, 0, 5],
            out: [true, false, false],
        };
        assert_eq!(standing.shares()[0], 0.0);
        assert_eq!(standing.leader(), Compute::AlwaysOn);
        assert_eq!(standing.lead(), Some(5));
    }

    #[test]
    fn machines_remain_when_everything_is_ruled_out() {
        let standing = Standing {
            points: [0, 0, -90],
            out: [true; 3],
        };
        assert_eq!(standing.leader(), Compute::AlwaysOn);
        assert_eq!(standing.lead(), None);
        assert!(!standing.close_call());
        assert_eq!(standing.readiness(), 0.0);
    }

    #[test]
    fn a_small_lead_is_a_close_call() {
        for (points, close) in [([2, 0, 0], true), ([3, 0, 0], false), ([0, 0, 0], true)] {
            assert_eq!(standing(points).close_call(), close, "{points:?}");
        }
    }

    #[test]
    fn shown_percentages_sum_to_a_hundred() {
        for points in [[0, 0, 0], [7, 3, -4], [40, -40, 1], [1, 1, 0]] {
            assert_eq!(
                percent(standing(points).shares()).iter().sum::<u32>(),
                100,
                "{points:?}"
            );
        }
    }
}
