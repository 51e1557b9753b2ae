//! One direction in pixels: columns (or rows) and the gaps between them, laid side by side. A gap is as
//! wide as its lanes, its corridor and the labels in it ask for.

use crate::route::{Line, Lines};

/// The measures of one direction, in pixels.
pub(crate) struct Measures {
    /// Least distance between neighbouring nodes, so that an arrow has room.
    least_gap: f64,
    /// From a frame's border to its members, on the side where it starts and where it ends.
    pad_start: f64,
    pad_end: f64,
    /// From a frame's border to that of a frame inside it.
    nest_start: f64,
    nest_end: f64,
    /// From the border where a frame starts to the first track inside.
    track_start: f64,
    /// From a track to the node after it: room for an arrowhead and a bit of line.
    clear_start: f64,
}

/// From left to right.
pub(crate) const ACROSS: Measures = Measures {
    least_gap: 44.0,
    pad_start: 16.0,
    pad_end: 16.0,
    nest_start: 12.0,
    nest_end: 12.0,
    track_start: 12.0,
    clear_start: CLEAR,
};

/// From top to bottom: frames start with their label.
pub(crate) const DOWN: Measures = Measures {
    least_gap: 42.0,
    pad_start: 38.0,
    pad_end: 18.0,
    nest_start: 30.0,
    nest_end: 14.0,
    track_start: 30.0,
    // Badges stand on the upper edge of nodes, and labels of two lines on the track.
    clear_start: 28.0,
};

/// From a node to the next track.
const CLEAR: f64 = 20.0;
/// From a track to the next border.
const CLEAR_FRAME: f64 = 12.0;
/// Between a label and the tracks beside it.
const LABEL_GAP: f64 = 8.0;
/// Least width of a corridor between two frames.
const CORRIDOR: f64 = 14.0;

/// Lowest and highest offset of the tracks on a line, if there are any.
pub(crate) type Tracks = Option<(f64, f64)>;

/// Everything of one direction with its position.
pub(crate) struct Laid {
    /// Start and size of each column.
    pub sizes: Vec<(f64, f64)>,
    /// The whole extent, from the first corridor to the last.
    pub extent: f64,
    /// Position of each line; that of middle lines is kept with the sizes.
    lines: Vec<f64>,
    /// Per gap and rank, from the border of frames to the column they end or start at.
    before: Vec<Vec<f64>>,
    after: Vec<Vec<f64>>,
}

impl Laid {
    pub fn new(
        lines: &Lines,
        sizes: &[f64],
        tracks: &[Tracks],
        demand: &[f64],
        measures: &Measures,
    ) -> Self {
        let gaps = sizes.len() + 1;
        let mut laid = Self {
            sizes: Vec::with_capacity(sizes.len()),
            extent: 0.0,
            lines: vec![0.0; lines.lines.len()],
            before: vec![Vec::new(); gaps],
            after: vec![Vec::new(); gaps],
        };
        // Widths of the lanes first, as the corridor between them depends on them.
        for (line, tracks) in lines.lines.iter().zip(tracks) {
            if let Line::Before(gap, rank) = *line {
                let inner = if rank == 0 {
                    measures.pad_end
                } else {
                    measures.nest_end
                };
                let width = lane(*tracks, inner, clear(rank == 0), CLEAR_FRAME);
                stack(&mut laid.before[gap], width);
            }
        }
        for (line, tracks) in lines.lines.iter().zip(tracks).rev() {
            if let Line::After(gap, rank) = *line {
                let inner = if rank == 0 {
                    measures.pad_start
                } else {
                    measures.nest_start
                };
                let near = if rank == 0 {
                    measures.clear_start
                } else {
                    CLEAR_FRAME
                };
                let width = lane(*tracks, inner, near, measures.track_start);
                stack(&mut laid.after[gap], width);
            }
        }
        let mut at = 0.0;
        for (number, (line, tracks)) in lines.lines.iter().zip(tracks).enumerate() {
            let low = tracks.map_or(0.0, |(low, _)| low);
            match *line {
                Line::Middle(column) => {
                    let size = sizes.get(column).copied().unwrap_or(0.0);
                    laid.sizes.push((at, size));
                    at += size;
                }
                Line::Before(gap, rank) => {
                    laid.lines[number] = at + clear(rank == 0) - low;
                    at += thickness(&laid.before[gap], rank);
                }
                Line::After(gap, rank) => {
                    laid.lines[number] = at + measures.track_start - low;
                    at += thickness(&laid.after[gap], rank);
                }
                Line::Corridor(gap) => {
                    let outside = (gap == 0, gap + 1 == gaps);
                    let insets = (whole(&laid.before[gap]), whole(&laid.after[gap]));
                    let label = demand.get(gap).copied().unwrap_or(0.0);
                    let (base, width) = corridor(*tracks, insets, outside, label, measures);
                    laid.lines[number] = at + base - low;
                    at += width;
                }
            }
        }
        laid.extent = at;
        laid
    }

    /// Position of a line.
    pub fn line(&self, lines: &Lines, line: usize) -> f64 {
        match lines.lines.get(line) {
            Some(&Line::Middle(column)) => self
                .sizes
                .get(column)
                .map_or(0.0, |(start, size)| start + size / 2.0),
            _ => self.lines.get(line).copied().unwrap_or(0.0),
        }
    }

    /// Both borders of a frame that spans these columns with these ranks.
    pub fn frame(&self, first: usize, last: usize, left: usize, right: usize) -> (f64, f64) {
        let inset = |gaps: &[Vec<f64>], gap: usize, rank: usize| {
            gaps.get(gap)
                .and_then(|ranks| ranks.get(rank))
                .copied()
                .unwrap_or(0.0)
        };
        let start = self.sizes.get(first).map_or(0.0, |(start, _)| *start);
        let end = self
            .sizes
            .get(last)
            .map_or(0.0, |(start, size)| start + size);
        (
            start - inset(&self.after, first, left),
            end + inset(&self.before, last + 1, right),
        )
    }

    /// Makes some columns wider by `missing` in all, and moves what comes after them.
    pub fn widen(&mut self, lines: &Lines, first: usize, last: usize, missing: f64) {
        #[allow(clippy::cast_precision_loss)] // A handful of columns.
        let share = (missing / (last - first + 1) as f64).ceil();
        let mut shift = 0.0;
        for (line, position) in lines.lines.iter().zip(&mut self.lines) {
            if let Line::Middle(column) = *line {
                let Some(column) = self.sizes.get_mut(column).filter(|_| column >= first) else {
                    continue;
                };
                column.0 += shift;
                if matches!(*line, Line::Middle(column) if column <= last) {
                    column.1 += share;
                    shift += share;
                }
            } else {
                *position += shift;
            }
        }
        self.extent += shift;
    }
}

const fn clear(of_node: bool) -> f64 {
    if of_node { CLEAR } else { CLEAR_FRAME }
}

/// Width of a lane: `empty` without tracks.
fn lane(tracks: Tracks, empty: f64, inner: f64, outer: f64) -> f64 {
    tracks.map_or(empty, |(low, high)| {
        (inner + high - low + outer).max(empty).ceil()
    })
}

/// Adds a lane outside those of lower rank.
fn stack(insets: &mut Vec<f64>, width: f64) {
    insets.push(whole(insets) + width);
}

fn whole(insets: &[f64]) -> f64 {
    insets.last().copied().unwrap_or(0.0)
}

fn thickness(insets: &[f64], rank: usize) -> f64 {
    let inset = |rank: usize| insets.get(rank).copied().unwrap_or(0.0);
    inset(rank) - rank.checked_sub(1).map_or(0.0, inset)
}

/// Where the first track of a corridor lies, and the corridor's width.
fn corridor(
    tracks: Tracks,
    (before, after): (f64, f64),
    outside: (bool, bool),
    label: f64,
    measures: &Measures,
) -> (f64, f64) {
    let span = tracks.map_or(0.0, |(low, high)| high - low);
    // Around everything there is nothing to keep clear of on the outer side.
    let lead = if outside.0 { 0.0 } else { clear(before <= 0.0) };
    let trail = match (outside.1, after > 0.0) {
        (true, _) => 0.0,
        (_, true) => CLEAR_FRAME,
        _ => measures.clear_start,
    };
    let inner = !outside.0 && !outside.1;
    let mut width = match tracks {
        Some(_) => lead + span + trail,
        None if inner => CORRIDOR,
        None => 0.0,
    };
    if inner {
        width = width.max(measures.least_gap - before - after);
    }
    if label > 0.0 {
        // Labels stand after the tracks, so both are clear of each other.
        let tracked = if tracks.is_some() {
            lead + span + LABEL_GAP
        } else {
            0.0
        };
        width = width.max(tracked + label).ceil();
        if tracks.is_some() {
            return (lead, width);
        }
    }
    let width = width.ceil();
    (lead + ((width - lead - span - trail) / 2.0).floor(), width)
}
