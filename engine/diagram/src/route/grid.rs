//! The coarse grid: where the lines of both directions cross. Nodes stand only where two middle lines
//! cross, so corridors and lanes are always free of nodes.

use super::lines::{Guess, Lines, Ranks, both};
use crate::place::{Cells, Span, index};
use crate::tree::Tree;

/// A crossing of two lines.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Dot {
    pub x: usize,
    pub y: usize,
}

impl Dot {
    pub const fn new(x: usize, y: usize) -> Self {
        Self { x, y }
    }
}

/// What stands on the grid.
pub(crate) struct Grid {
    /// Upright lines, from left to right.
    pub xs: Lines,
    /// Level lines, from top to bottom.
    pub ys: Lines,
    /// The rank of each frame on each side.
    pub ranks: Vec<Ranks>,
    occupied: Vec<bool>,
    innermost: Vec<Option<usize>>,
}

/// Beyond this many dots the grid is not searched (300 columns by 300 rows still are).
const MOST_DOTS: usize = 400_000;

const GUESS_X: Guess = Guess {
    half: 80,
    lane: 18,
    corridor: 24,
};
const GUESS_Y: Guess = Guess {
    half: 34,
    lane: 20,
    corridor: 18,
};

impl Grid {
    pub fn new(cells: &Cells, tree: &Tree) -> Self {
        let (xs, ys, ranks) = both(tree, cells, GUESS_X, GUESS_Y);
        let dots = xs.lines.len() * ys.lines.len();
        let mut grid = Self {
            xs,
            ys,
            ranks,
            occupied: Vec::new(),
            innermost: Vec::new(),
        };
        if dots > MOST_DOTS {
            return grid;
        }
        grid.occupied = vec![false; dots];
        grid.innermost = vec![None; dots];
        for &cell in &cells.nodes {
            let at = grid.index(grid.dot_of(cell));
            grid.occupied[at] = true;
        }
        // Inner frames overwrite outer ones.
        for group in tree.outer_first() {
            if let Some(span) = cells.groups.get(group).copied().flatten() {
                grid.paint(group, span);
            }
        }
        grid
    }

    fn paint(&mut self, group: usize, span: Span) {
        let rank = self.ranks[group];
        let (left, right) =
            self.xs
                .inside(index(span.left), index(span.right), rank.left, rank.right);
        let (top, bottom) =
            self.ys
                .inside(index(span.top), index(span.bottom), rank.top, rank.bottom);
        for y in top..=bottom {
            for x in left..=right {
                let at = self.index(Dot::new(x, y));
                self.innermost[at] = Some(group);
            }
        }
    }

    /// Whether the grid is small enough for a search.
    pub fn is_searchable(&self) -> bool {
        !self.occupied.is_empty()
    }

    pub fn width(&self) -> usize {
        self.xs.lines.len()
    }

    pub fn height(&self) -> usize {
        self.ys.lines.len()
    }

    pub fn dots(&self) -> usize {
        self.occupied.len()
    }

    pub fn index(&self, dot: Dot) -> usize {
        dot.y * self.width() + dot.x
    }

    pub fn dot_at(&self, index: usize) -> Dot {
        Dot::new(index % self.width(), index / self.width())
    }

    pub fn dot_of(&self, (column, row): (usize, usize)) -> Dot {
        Dot::new(self.xs.middle(column), self.ys.middle(row))
    }

    pub fn is_node(&self, dot: Dot) -> bool {
        self.occupied.get(self.index(dot)).copied().unwrap_or(false)
    }

    /// The innermost frame at a dot.
    pub fn frame(&self, dot: Dot) -> Option<usize> {
        self.innermost.get(self.index(dot)).copied().flatten()
    }

    /// Out on the right, around the upper corner, in from above.
    pub fn around_corner(&self, node: Dot) -> Vec<Dot> {
        let (x, y) = (node.x, node.y);
        vec![
            node,
            Dot::new(x + 1, y),
            Dot::new(x + 1, y - 1),
            Dot::new(x, y - 1),
            node,
        ]
    }

    /// A way that exists whatever stands around: out on the right, through corridors, in from the left.
    pub fn along_corridors(&self, from: (usize, usize), to: (usize, usize)) -> Vec<Dot> {
        let (start, goal) = (self.dot_of(from), self.dot_of(to));
        let lane = self
            .ys
            .corridor(if to.1 > from.1 { to.1 } else { to.1 + 1 });
        let (out, back) = (self.xs.corridor(from.0 + 1), self.xs.corridor(to.0));
        let turns = [
            Dot::new(out, start.y),
            Dot::new(out, lane),
            Dot::new(back, lane),
            Dot::new(back, goal.y),
            goal,
        ];
        let mut path = vec![start];
        for turn in turns {
            let mut at = path.last().copied().unwrap_or(start);
            while at != turn {
                at = Dot::new(towards(at.x, turn.x), towards(at.y, turn.y));
                path.push(at);
            }
        }
        path
    }
}

const fn towards(from: usize, to: usize) -> usize {
    if from < to {
        from + 1
    } else if from > to {
        from - 1
    } else {
        from
    }
}
