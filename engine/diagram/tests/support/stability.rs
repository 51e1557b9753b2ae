//! How far a drawing moves when its graph changes a little.

use plumbline_diagram::{Point, Scene};
use std::collections::BTreeMap;
use std::fmt;

/// What a change did to the nodes that were there before.
#[derive(Debug, Clone, Copy, Default)]
pub struct Shift {
    /// Mean distance that they moved, as a share of the drawing's diagonal.
    pub moved: f64,
    /// Share of pairs of which one stood clearly left of or above the other, and no longer does.
    pub flipped: f64,
}

impl fmt::Display for Shift {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let percent = |share: f64| share * 100.0;
        write!(
            out,
            "moved by {:.1} % of the diagonal, {:.1} % of pairs in another order",
            percent(self.moved),
            percent(self.flipped)
        )
    }
}

impl Shift {
    pub fn between(before: &Scene, after: &Scene) -> Self {
        let now: BTreeMap<&str, Point> = after
            .nodes
            .iter()
            .map(|node| (node.id.as_str(), node.rect.centre()))
            .collect();
        let both: Vec<(Point, Point)> = before
            .nodes
            .iter()
            .filter_map(|node| Some((node.rect.centre(), *now.get(node.id.as_str())?)))
            .collect();
        let diagonal = before.width.hypot(before.height);
        let moved: f64 = both.iter().map(|(a, b)| (a.x - b.x).hypot(a.y - b.y)).sum();
        let (mut pairs, mut flipped) = (0.0, 0.0);
        for (at, (a, a_now)) in both.iter().enumerate() {
            for (b, b_now) in &both[at + 1..] {
                let orders = [
                    (a.x - b.x, a_now.x - b_now.x),
                    (a.y - b.y, a_now.y - b_now.y),
                ];
                for (then, now) in orders {
                    if then.abs() > 1.0 {
                        pairs += 1.0;
                        flipped += f64::from(u8::from(then * now < 0.0));
                    }
                }
            }
        }
        Self {
            moved: moved / diagonal / (both.len() as f64).max(1.0),
            flipped: flipped / f64::max(pairs, 1.0),
        }
    }

    /// The mean of several.
    pub fn mean(shifts: &[Self]) -> Self {
        let count = (shifts.len() as f64).max(1.0);
        Self {
            moved: shifts.iter().map(|shift| shift.moved).sum::<f64>() / count,
            flipped: shifts.iter().map(|shift| shift.flipped).sum::<f64>() / count,
        }
    }
}
