//! The lines of one direction of the coarse grid, in the order of their coordinates.
//!
//! Through each column (or row) runs a middle line. In each gap runs a corridor that is outside every
//! frame that ends or starts there, and for every level of nesting a lane just inside the border, so that an arrow
//! between members of a frame can stay within it.

use crate::place::{Cells, index};
use crate::tree::Tree;

/// What a line is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Line {
    /// Through the middle of this column.
    Middle(usize),
    /// Between two columns, outside all frames that end at the one or start at the other.
    Corridor(usize),
    /// In this gap, inside the frames of this rank that end there.
    Before(usize, usize),
    /// In this gap, inside the frames of this rank that start there.
    After(usize, usize),
}

/// How many frames lie between a frame's border and its outermost member, for each side. Frames that share
/// a border line have the same rank there.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Ranks {
    pub left: usize,
    pub right: usize,
    pub top: usize,
    pub bottom: usize,
}

pub(crate) fn ranks(tree: &Tree, cells: &Cells) -> Vec<Ranks> {
    let mut ranks = vec![Ranks::default(); cells.groups.len()];
    for inner in tree.outer_first().into_iter().rev() {
        let Some(outer) = tree.parent[inner] else {
            continue;
        };
        let (Some(a), Some(b)) = (cells.groups[inner], cells.groups[outer]) else {
            continue;
        };
        let within = ranks[inner];
        let around = &mut ranks[outer];
        let sides = [
            (a.left == b.left, within.left, &mut around.left),
            (a.right == b.right, within.right, &mut around.right),
            (a.top == b.top, within.top, &mut around.top),
            (a.bottom == b.bottom, within.bottom, &mut around.bottom),
        ];
        for (shared, within, around) in sides {
            if shared {
                *around = (*around).max(within + 1);
            }
        }
    }
    ranks
}

/// Estimated distances for the search: from the middle of a column to the next line, between lanes, and
/// from a lane to the corridor.
#[derive(Debug, Clone, Copy)]
pub(super) struct Guess {
    pub half: u32,
    pub lane: u32,
    pub corridor: u32,
}

/// All lines of one direction.
#[derive(Debug, Clone)]
pub(crate) struct Lines {
    pub lines: Vec<Line>,
    /// Estimated coordinates.
    pub guess: Vec<u32>,
    middles: Vec<usize>,
    corridors: Vec<usize>,
}

impl Lines {
    /// `starts` and `ends` list, for each frame, the gap and its rank there.
    pub(super) fn new(
        columns: usize,
        starts: &[(usize, usize)],
        ends: &[(usize, usize)],
        guess: Guess,
    ) -> Self {
        let lanes = |at: &[(usize, usize)]| {
            let mut lanes = vec![0; columns + 1];
            for &(gap, rank) in at {
                if let Some(lanes) = lanes.get_mut(gap) {
                    *lanes = rank.saturating_add(1).max(*lanes);
                }
            }
            lanes
        };
        let (after, before) = (lanes(starts), lanes(ends));
        let mut all = Self {
            lines: Vec::new(),
            guess: Vec::new(),
            middles: Vec::new(),
            corridors: Vec::new(),
        };
        for gap in 0..=columns {
            for rank in 0..before[gap] {
                all.push(
                    Line::Before(gap, rank),
                    if rank == 0 { guess.half } else { guess.lane },
                );
            }
            all.corridors.push(all.lines.len());
            let near = if before[gap] > 0 {
                guess.lane
            } else {
                guess.half
            };
            all.push(Line::Corridor(gap), near + guess.corridor);
            for rank in (0..after[gap]).rev() {
                let outermost = rank + 1 == after[gap];
                all.push(
                    Line::After(gap, rank),
                    guess.lane + if outermost { guess.corridor } else { 0 },
                );
            }
            if gap < columns {
                all.middles.push(all.lines.len());
                let far = if after[gap] > 0 { 0 } else { guess.corridor };
                all.push(Line::Middle(gap), guess.half + far);
            }
        }
        all
    }

    fn push(&mut self, line: Line, step: u32) {
        let at = self.guess.last().map_or(0, |last| last + step);
        self.guess.push(at);
        self.lines.push(line);
    }

    pub fn middle(&self, column: usize) -> usize {
        self.middles.get(column).copied().unwrap_or(0)
    }

    pub fn corridor(&self, gap: usize) -> usize {
        self.corridors.get(gap).copied().unwrap_or(0)
    }

    /// The gap whose corridor lies between two lines; failing that, a gap that one of them lies in.
    pub fn gap_between(&self, low: usize, high: usize) -> Option<usize> {
        let between = self.lines.get(low..=high)?;
        let corridor = between.iter().find_map(|line| match line {
            Line::Corridor(gap) => Some(*gap),
            _ => None,
        });
        corridor.or_else(|| {
            between.iter().find_map(|line| match line {
                Line::Before(gap, _) | Line::After(gap, _) => Some(*gap),
                _ => None,
            })
        })
    }

    /// Whether two lines are the middles of neighbouring columns.
    pub fn are_neighbours(&self, low: usize, high: usize) -> bool {
        match (self.lines.get(low), self.lines.get(high)) {
            (Some(Line::Middle(a)), Some(Line::Middle(b))) => a + 1 == *b,
            _ => false,
        }
    }

    /// First and last line inside a frame that spans these columns with these ranks.
    pub(super) fn inside(
        &self,
        first: usize,
        last: usize,
        left: usize,
        right: usize,
    ) -> (usize, usize) {
        // The lanes of a gap lie next to its middles, the one of rank 0 nearest.
        (
            self.middle(first).saturating_sub(left + 1),
            self.middle(last) + right + 1,
        )
    }
}

/// Lines up and down (for x) and across (for y).
pub(super) fn both(tree: &Tree, cells: &Cells, x: Guess, y: Guess) -> (Lines, Lines, Vec<Ranks>) {
    let ranks = ranks(tree, cells);
    let (mut left, mut right) = (Vec::new(), Vec::new());
    let (mut top, mut bottom) = (Vec::new(), Vec::new());
    for (span, rank) in cells.groups.iter().zip(&ranks) {
        let Some(span) = span else { continue };
        left.push((index(span.left), rank.left));
        right.push((index(span.right) + 1, rank.right));
        top.push((index(span.top), rank.top));
        bottom.push((index(span.bottom) + 1, rank.bottom));
    }
    let xs = Lines::new(cells.columns, &left, &right, x);
    let ys = Lines::new(cells.rows, &top, &bottom, y);
    (xs, ys, ranks)
}
