//! What an arrangement costs, in about pixels: long arrows, crossings, arrows against the reading direction,
//! arrows that must go around something, and a sheet that is larger than needed. Arrows count as straight
//! lines between the middles of cells; where those cross, the routed ones mostly do too.

use super::arrange::Spots;
use super::level::Levels;

/// About the distance between neighbouring columns and between neighbouring rows.
const COLUMN: i64 = 230;
const ROW: i64 = 110;
const BACKWARDS: i64 = 300;

/// What is worth comparing: no one price is best for all graphs.
#[derive(Debug, Clone, Copy)]
pub(super) struct Prices {
    pub crossing: i64,
    /// For each node or foreign frame in the way.
    pub around: i64,
}

/// Pixels per pixel of the longer side of the sheet, which is meant to be wider than high.
const SHEET: i64 = 3;

/// For two things of a rank that stand against the order of the diagram: where nothing else decides, the
/// author's order does, so that a small change to the graph moves little.
const TURNED: i64 = 150;

type Dot = (i64, i64);

/// The price of an arrangement.
pub(super) fn price(levels: &Levels, spots: &Spots, prices: Prices) -> i64 {
    let dot = |node: usize| {
        let (column, row) = spots.nodes[node];
        (column * COLUMN, row * ROW)
    };
    let lines: Vec<(usize, usize, Dot, Dot, i64)> = levels
        .arrows
        .iter()
        .map(|&(from, to, count)| (from, to, dot(from), dot(to), count))
        .collect();
    let mut price = 0;
    for (at, &(from, to, a, b, count)) in lines.iter().enumerate() {
        let mut one = (a.0 - b.0).abs() + (a.1 - b.1).abs();
        if b.0 < a.0 {
            one += BACKWARDS;
        }
        one += prices.around * passed(spots, (from, to));
        price += one * count;
        for &(other_from, other_to, c, d, other_count) in &lines[at + 1..] {
            let shared =
                from == other_from || from == other_to || to == other_from || to == other_to;
            if !shared && cross(a, b, c, d) {
                price += prices.crossing * count.min(2) * other_count.min(2);
            }
        }
    }
    price += prices.around * foreign(levels, spots, &lines);
    price += TURNED * turned(levels);
    let (width, height) = spots.sizes.last().copied().unwrap_or((0, 0));
    price + SHEET * (width * COLUMN).max(height * ROW * 3 / 2) + (width * COLUMN + height * ROW)
}

/// Whether the arrangement leaves nothing to prices: no crossing, and nothing in the way of any arrow.
pub(super) fn is_clean(levels: &Levels, spots: &Spots) -> bool {
    let at = |each: i64| {
        let prices = Prices {
            crossing: each,
            around: each,
        };
        price(levels, spots, prices)
    };
    at(0) == at(1)
}

/// Pairs in the ranks that stand against the order of the diagram.
fn turned(levels: &Levels) -> i64 {
    let ranks = levels.levels.iter().flat_map(|level| &level.ranks);
    let pairs: usize = ranks
        .map(|rank| {
            let later = |at: usize| {
                rank[at + 1..]
                    .iter()
                    .filter(|&&thing| thing < rank[at])
                    .count()
            };
            (0..rank.len()).map(later).sum::<usize>()
        })
        .sum();
    i64::try_from(pairs).unwrap_or(i64::MAX / TURNED)
}

/// Nodes that stand between both ends of an arrow in one row or column.
fn passed(spots: &Spots, (from, to): (usize, usize)) -> i64 {
    let (a, b) = (spots.nodes[from], spots.nodes[to]);
    if a.0 != b.0 && a.1 != b.1 || (a.0 - b.0).abs() + (a.1 - b.1).abs() < 2 {
        return 0;
    }
    let (left, right) = (a.0.min(b.0), a.0.max(b.0));
    let (top, bottom) = (a.1.min(b.1), a.1.max(b.1));
    let between = spots
        .nodes
        .iter()
        .filter(|&&(x, y)| left <= x && x <= right && top <= y && y <= bottom)
        .count();
    i64::try_from(between).unwrap_or(0) - 2
}

/// How often an arrow would run through a frame that holds neither end.
fn foreign(levels: &Levels, spots: &Spots, lines: &[(usize, usize, Dot, Dot, i64)]) -> i64 {
    let mut count = 0;
    let Some((_, inner)) = levels.levels.split_last() else {
        return 0;
    };
    for (at, level) in inner.iter().enumerate() {
        let (left, top) = spots.origins[at];
        let (width, height) = spots.sizes[at];
        let low = (left * COLUMN - COLUMN / 2, top * ROW - ROW / 2);
        let high = (low.0 + width * COLUMN, low.1 + height * ROW);
        let is_in = |(x, y): Dot| low.0 < x && x < high.0 && low.1 < y && y < high.1;
        if level.members.is_empty() {
            continue;
        }
        for &(_, _, a, b, arrows) in lines {
            let away = a.0.max(b.0) <= low.0
                || a.0.min(b.0) >= high.0
                || a.1.max(b.1) <= low.1
                || a.1.min(b.1) >= high.1;
            if away || is_in(a) || is_in(b) {
                continue;
            }
            let corners = [low, high, (low.0, high.1), (high.0, low.1)];
            let sides = corners.map(|corner| side(a, b, corner));
            if sides.iter().any(|side| *side > 0) && sides.iter().any(|side| *side < 0) {
                count += arrows;
            }
        }
    }
    count
}

fn cross(a: Dot, b: Dot, c: Dot, d: Dot) -> bool {
    if a.0.max(b.0) < c.0.min(d.0)
        || c.0.max(d.0) < a.0.min(b.0)
        || a.1.max(b.1) < c.1.min(d.1)
        || c.1.max(d.1) < a.1.min(b.1)
    {
        return false;
    }
    side(a, b, c) * side(a, b, d) <= 0 && side(c, d, a) * side(c, d, b) <= 0
}

/// On which side of the line through `a` and `b` a point lies.
fn side(a: Dot, b: Dot, point: Dot) -> i64 {
    ((b.0 - a.0) * (point.1 - a.1) - (b.1 - a.1) * (point.0 - a.0)).signum()
}
