//! Which of two paths that share a stretch runs on which side of the other. Followed to where they part,
//! the turns decide: what leaves to the left runs on the left. One answer for the whole shared stretch,
//! around all its corners, so that paths cross once at most where they must and nowhere else.

use super::grid::Dot;
use std::cmp::Ordering;

/// A stretch of a path along one line: indices into its dots, `first < last`.
#[derive(Debug, Clone, Copy)]
pub(super) struct Stretch<'a> {
    pub path: &'a [Dot],
    pub first: usize,
    pub last: usize,
}

/// `Less` if `a` runs left of `b`, seen in the direction of growing coordinates along the line (so above
/// it on a horizontal line, to the right of it on a vertical one). `low..high` is what both cover, as the two
/// dots at its ends.
pub(super) fn side(a: Stretch<'_>, b: Stretch<'_>, low: Dot, high: Dot) -> Ordering {
    let at_high = parting(a, b, low, high);
    let at_low = parting(a, b, high, low).reverse();
    match (at_low, at_high) {
        (Ordering::Equal, found) | (found, Ordering::Equal) => found,
        (low_says, high_says) if low_says == high_says => high_says,
        // They cross whatever we do. Always obey the end where `a` starts, all along the stretch.
        (low_says, high_says) => {
            if runs_upwards(a, low, high) {
                low_says
            } else {
                high_says
            }
        }
    }
}

/// Whether the path visits `low` before `high`.
pub(super) fn runs_upwards(a: Stretch<'_>, low: Dot, high: Dot) -> bool {
    let first = a.path.get(a.first).copied().unwrap_or(low);
    let last = a.path.get(a.last).copied().unwrap_or(high);
    (first.x, first.y) <= (last.x, last.y)
}

/// Walks on in the direction `from` → `to` until the paths part.
fn parting(a: Stretch<'_>, b: Stretch<'_>, from: Dot, to: Dot) -> Ordering {
    let forwards = from <= to;
    let mut walk_a = walk(a, from, to, forwards);
    let mut walk_b = walk(b, from, to, forwards);
    let (mut before, mut at) = (from, to);
    loop {
        match (walk_a.next(), walk_b.next()) {
            (Some(next_a), Some(next_b)) if next_a == next_b => {
                before = at;
                at = next_a;
            }
            (Some(next_a), Some(next_b)) => {
                return turn(before, at, next_a).cmp(&turn(before, at, next_b));
            }
            _ => return Ordering::Equal,
        }
    }
}

/// The dots of a path beyond `to`, in the direction away from `from`.
fn walk<'a>(
    stretch: Stretch<'a>,
    from: Dot,
    to: Dot,
    forwards: bool,
) -> Box<dyn Iterator<Item = Dot> + 'a> {
    let Stretch { path, first, last } = stretch;
    let (low, high) = if from <= to { (from, to) } else { (to, from) };
    let rising = runs_upwards(stretch, low, high);
    let dots = path.get(first..=last).unwrap_or(&[]);
    let at = first + dots.iter().position(|&dot| dot == to).unwrap_or(0);
    if rising == forwards {
        Box::new(path.get(at + 1..).unwrap_or(&[]).iter().copied())
    } else {
        Box::new(path.get(..at).unwrap_or(&[]).iter().rev().copied())
    }
}

/// -1 for a left turn, 0 for straight on, 1 for a right turn (y grows downwards).
fn turn(before: Dot, at: Dot, next: Dot) -> i8 {
    let step = |a: usize, b: usize| match b.cmp(&a) {
        Ordering::Greater => 1_i8,
        Ordering::Equal => 0,
        Ordering::Less => -1,
    };
    let (ax, ay) = (step(before.x, at.x), step(before.y, at.y));
    let (bx, by) = (step(at.x, next.x), step(at.y, next.y));
    ax * by - ay * bx
}
