//! Paths → segments with tracks. Segments that share part of a line get distinct tracks next to each other,
//! in the order that avoids crossings; the offset of a track from its line is in pixels.

use super::grid::Dot;
use super::side::{Stretch, runs_upwards, side};
use std::cmp::Ordering;
use std::collections::BTreeMap;

/// Distance between neighbouring tracks.
const PITCH: f64 = 16.0;
/// Above this many tracks side by side they stand closer.
const ROOMY: usize = 7;
const TIGHT_PITCH: f64 = 8.0;

/// The direction of a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Axis {
    Horizontal,
    Vertical,
}

/// A straight part of an edge's path.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Segment {
    pub edge: usize,
    pub axis: Axis,
    /// Number of the line it runs along.
    pub line: usize,
    /// Numbers of the crossing lines between which it runs; `low <= high`.
    pub low: usize,
    pub high: usize,
    /// It starts or ends at a node there.
    pub node_low: bool,
    pub node_high: bool,
    /// Distance from the line, in pixels; to the right or down if positive.
    pub offset: f64,
    rising: bool,
    first: usize,
    last: usize,
}

impl Segment {
    fn touches(&self, other: &Self) -> bool {
        let low = self.low.max(other.low);
        let high = self.high.min(other.high);
        // Two ends at the same node from opposite sides do not meet.
        low < high || (low == high && !self.has_node_at(low) && !other.has_node_at(low))
    }

    /// Whether the edge runs towards growing coordinates here.
    pub const fn leaves_rising(&self) -> bool {
        self.rising
    }

    const fn has_node_at(&self, line: usize) -> bool {
        (self.node_low && line == self.low) || (self.node_high && line == self.high)
    }

    const fn dot(&self, along: usize) -> Dot {
        match self.axis {
            Axis::Horizontal => Dot::new(along, self.line),
            Axis::Vertical => Dot::new(self.line, along),
        }
    }
}

/// The segments of each path, in its order, with tracks.
pub(crate) fn segments(paths: &[Vec<Dot>]) -> Vec<Vec<Segment>> {
    let mut all: Vec<Vec<Segment>> = paths
        .iter()
        .enumerate()
        .map(|(edge, path)| split(edge, path))
        .collect();
    let mut lines: BTreeMap<(Axis, usize), Vec<(usize, usize)>> = BTreeMap::new();
    for (edge, segments) in all.iter().enumerate() {
        for (at, segment) in segments.iter().enumerate() {
            lines
                .entry((segment.axis, segment.line))
                .or_default()
                .push((edge, at));
        }
    }
    for mut members in lines.into_values() {
        members.sort_by_key(|&(edge, at)| (all[edge][at].low, edge, at));
        for cluster in clusters(&members, &all) {
            let offsets = assign(&cluster, &all, paths);
            for (&(edge, at), offset) in cluster.iter().zip(offsets) {
                all[edge][at].offset = offset;
            }
        }
    }
    all
}

fn split(edge: usize, path: &[Dot]) -> Vec<Segment> {
    let mut segments = Vec::new();
    let end = path.len().saturating_sub(1);
    let mut first = 0;
    while first < end {
        let axis = if path[first].y == path[first + 1].y {
            Axis::Horizontal
        } else {
            Axis::Vertical
        };
        let mut last = first + 1;
        while last < end
            && match axis {
                Axis::Horizontal => path[last + 1].y == path[first].y,
                Axis::Vertical => path[last + 1].x == path[first].x,
            }
        {
            last += 1;
        }
        let (a, b) = (path[first], path[last]);
        let (line, from, to) = match axis {
            Axis::Horizontal => (a.y, a.x, b.x),
            Axis::Vertical => (a.x, a.y, b.y),
        };
        let (at_start, at_end) = (first == 0, last == end);
        segments.push(Segment {
            edge,
            axis,
            line,
            low: from.min(to),
            high: from.max(to),
            node_low: if from <= to { at_start } else { at_end },
            node_high: if from <= to { at_end } else { at_start },
            offset: 0.0,
            rising: from <= to,
            first,
            last,
        });
        first = last;
    }
    segments
}

/// Parts the members of one line, sorted by their low end, into sets that do not touch each other.
fn clusters(members: &[(usize, usize)], all: &[Vec<Segment>]) -> Vec<Vec<(usize, usize)>> {
    let mut out: Vec<Vec<(usize, usize)>> = Vec::new();
    let mut reach = None;
    for &(edge, at) in members {
        let segment = &all[edge][at];
        let joins = out.last().is_some_and(|cluster| match reach {
            Some(reach) if segment.low < reach => true,
            Some(reach) if segment.low == reach => cluster
                .iter()
                .any(|&(edge, at)| all[edge][at].touches(segment)),
            _ => false,
        });
        match out.last_mut() {
            Some(cluster) if joins => cluster.push((edge, at)),
            _ => {
                out.push(vec![(edge, at)]);
                reach = None;
            }
        }
        reach = Some(reach.map_or(segment.high, |reach| segment.high.max(reach)));
    }
    out
}

/// Offsets of the members of one cluster.
fn assign(cluster: &[(usize, usize)], all: &[Vec<Segment>], paths: &[Vec<Dot>]) -> Vec<f64> {
    let count = cluster.len();
    if count == 1 {
        return vec![0.0];
    }
    let get = |member: usize| {
        let (edge, at) = cluster[member];
        &all[edge][at]
    };
    // before[b] holds the members that must stand on a smaller offset than b.
    let mut before: Vec<Vec<usize>> = vec![Vec::new(); count];
    let mut after: Vec<Vec<usize>> = vec![Vec::new(); count];
    for a in 0..count {
        for b in a + 1..count {
            if get(a).touches(get(b)) {
                let (first, second) = match order(get(a), get(b), paths) {
                    Ordering::Greater => (b, a),
                    _ => (a, b),
                };
                before[second].push(first);
                after[first].push(second);
            }
        }
    }
    let mut waiting: Vec<usize> = before.iter().map(Vec::len).collect();
    let mut track: Vec<Option<usize>> = vec![None; count];
    for _ in 0..count {
        // Wishes can form a ring; the member with the fewest unmet ones then goes first.
        let Some(next) = (0..count)
            .filter(|&m| track[m].is_none())
            .min_by_key(|&m| (waiting[m], m))
        else {
            break;
        };
        let floor = before[next]
            .iter()
            .chain(&after[next])
            .filter_map(|&other| track[other])
            .max()
            .map_or(0, |highest| highest + 1);
        track[next] = Some(floor);
        for &other in &after[next] {
            waiting[other] = waiting[other].saturating_sub(1);
        }
    }
    let track: Vec<usize> = track.into_iter().map(Option::unwrap_or_default).collect();
    let top = track.iter().copied().max().unwrap_or(0);
    let pitch = if top < ROOMY { PITCH } else { TIGHT_PITCH };
    // The straight way from node to node stays in the middle if there is only one.
    let mut straight = (0..count).filter(|&m| get(m).node_low && get(m).node_high);
    let middle = match (straight.next(), straight.next()) {
        (Some(only), None) if top <= 4 => to_f64(track[only]),
        _ => to_f64(top) / 2.0,
    };
    track
        .into_iter()
        .map(|track| (to_f64(track) - middle) * pitch)
        .collect()
}

/// `Less` if `a` belongs on the smaller offset.
fn order(a: &Segment, b: &Segment, paths: &[Vec<Dot>]) -> Ordering {
    if a.edge > b.edge {
        return order(b, a, paths).reverse();
    }
    let (low, high) = (a.low.max(b.low), a.high.min(b.high));
    let stretch = |segment: &Segment| Stretch {
        path: paths.get(segment.edge).map_or(&[][..], Vec::as_slice),
        first: segment.first,
        last: segment.last,
    };
    let (from, to) = (a.dot(low), a.dot(high));
    let mut left = Ordering::Equal;
    if low < high {
        left = side(stretch(a), stretch(b), from, to);
        if left == Ordering::Equal {
            left = if runs_upwards(stretch(a), from, to) {
                Ordering::Less
            } else {
                Ordering::Greater
            };
        }
        // Left of the growing direction is up on a horizontal line, but right on a vertical one.
        if a.axis == Axis::Vertical {
            left = left.reverse();
        }
    }
    if left == Ordering::Equal {
        left = pull(a, paths).cmp(&pull(b, paths)).then(Ordering::Less);
    }
    left
}

/// Where the neighbours of a segment lie: negative if towards smaller offsets.
fn pull(segment: &Segment, paths: &[Vec<Dot>]) -> i8 {
    let Some(path) = paths.get(segment.edge) else {
        return 0;
    };
    let across = |dot: &Dot| match segment.axis {
        Axis::Horizontal => dot.y,
        Axis::Vertical => dot.x,
    };
    let lean = |dot: Option<&Dot>| match dot.map(|dot| across(dot).cmp(&segment.line)) {
        Some(Ordering::Less) => -1,
        Some(Ordering::Greater) => 1,
        _ => 0,
    };
    let before = segment.first.checked_sub(1).and_then(|at| path.get(at));
    lean(before) + lean(path.get(segment.last + 1))
}

#[allow(clippy::cast_precision_loss)] // Counts of edges are small.
fn to_f64(count: usize) -> f64 {
    count as f64
}
