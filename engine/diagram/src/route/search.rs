//! A* over the coarse grid. Forbidden: nodes, and frames that hold neither end (the corridors around a
//! frame are always free, so a way remains). Everything else is a price in estimated pixels.

use super::grid::{Dot, Grid};
use std::cmp::Reverse;
use std::collections::BinaryHeap;

const BEND: u32 = 100;
const BORDER: u32 = 25;
/// A little more for the corridors around everything, so that ties keep the drawing compact.
const OUTSIDE: u32 = 8;

const LEFT: usize = 0;
const RIGHT: usize = 1;
const UP: usize = 2;
const DOWN: usize = 3;
const START: usize = 4;

/// What depends on who placed the nodes.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Prices {
    crossing: u32,
    /// Per estimated pixel run beside another path, in 1/64.
    shared: u32,
}

impl Prices {
    /// Whoever gives slots has a picture in mind, with room where it is meant to be.
    pub const AUTHORED: Self = Self {
        crossing: 90,
        shared: 16,
    };
    /// Places that were found have crossings as their worst fault; arrows may run side by side to avoid
    /// them.
    pub const FOUND: Self = Self {
        crossing: 200,
        shared: 4,
    };
}

/// How many paths already run where.
pub(super) struct Usage {
    width: usize,
    /// Paths from a dot to its right and to its lower neighbour.
    right: Vec<u16>,
    down: Vec<u16>,
    /// Paths straight through a dot, across and up or down.
    across: Vec<u16>,
    upright: Vec<u16>,
}

impl Usage {
    pub fn new(grid: &Grid) -> Self {
        let dots = grid.dots();
        Self {
            width: grid.width(),
            right: vec![0; dots],
            down: vec![0; dots],
            across: vec![0; dots],
            upright: vec![0; dots],
        }
    }

    pub fn add(&mut self, path: &[Dot]) {
        self.count(path, |used| *used = used.saturating_add(1));
    }

    pub fn remove(&mut self, path: &[Dot]) {
        self.count(path, |used| *used = used.saturating_sub(1));
    }

    fn count(&mut self, path: &[Dot], change: impl Fn(&mut u16)) {
        for pair in path.windows(2) {
            let (Some(&a), Some(&b)) = (pair.first(), pair.last()) else {
                continue;
            };
            let at = a.min_corner(b);
            let at = at.y * self.width + at.x;
            let used = if a.y == b.y {
                &mut self.right
            } else {
                &mut self.down
            };
            if let Some(used) = used.get_mut(at) {
                change(used);
            }
        }
        for triple in path.windows(3) {
            let &[a, at, b] = triple else { continue };
            let used = if a.y == b.y {
                &mut self.across
            } else if a.x == b.x {
                &mut self.upright
            } else {
                continue;
            };
            if let Some(used) = used.get_mut(at.y * self.width + at.x) {
                change(used);
            }
        }
    }

    /// How many paths cross, where they run straight on.
    pub fn crossings(&self) -> usize {
        let pairs = self.across.iter().zip(&self.upright);
        pairs.map(|(&a, &b)| usize::from(a) * usize::from(b)).sum()
    }

    fn on_link(&self, a: Dot, b: Dot) -> u32 {
        let at = a.min_corner(b);
        let at = at.y * self.width + at.x;
        let used = if a.y == b.y { &self.right } else { &self.down };
        used.get(at).copied().map_or(0, u32::from)
    }

    fn crossing(&self, at: Dot, direction: usize) -> u32 {
        let used = if direction == LEFT || direction == RIGHT {
            &self.upright
        } else {
            &self.across
        };
        used.get(at.y * self.width + at.x)
            .copied()
            .map_or(0, u32::from)
    }
}

impl Dot {
    fn min_corner(self, other: Self) -> Self {
        Self::new(self.x.min(other.x), self.y.min(other.y))
    }

    fn neighbour(self, direction: usize, grid: &Grid) -> Option<Self> {
        let next = match direction {
            LEFT => Self::new(self.x.checked_sub(1)?, self.y),
            RIGHT => Self::new(self.x + 1, self.y),
            UP => Self::new(self.x, self.y.checked_sub(1)?),
            _ => Self::new(self.x, self.y + 1),
        };
        (next.x < grid.width() && next.y < grid.height()).then_some(next)
    }
}

/// Memory of the search, kept between edges: an entry counts only if its stamp is the current one.
pub(super) struct Search {
    cost: Vec<u32>,
    from: Vec<u32>,
    stamp: Vec<u32>,
    now: u32,
    prices: Prices,
}

const DIRECTIONS: usize = 5;

impl Search {
    pub fn new(grid: &Grid, prices: Prices) -> Self {
        let states = grid.dots() * DIRECTIONS;
        Self {
            cost: vec![0; states],
            from: vec![0; states],
            stamp: vec![0; states],
            now: 0,
            prices,
        }
    }

    /// The cheapest way; nothing if the grid is too large or the budget is used up.
    #[allow(clippy::too_many_arguments)] // Each is a thing of its own; a struct would only rename them.
    pub fn find(
        &mut self,
        grid: &Grid,
        usage: &Usage,
        homes: &[usize],
        start: Dot,
        goal: Dot,
        left: &mut usize,
        most: usize,
    ) -> Option<Vec<Dot>> {
        if !grid.is_searchable() {
            return None;
        }
        self.now += 1;
        let mut budget = most.min(*left);
        let mut open = BinaryHeap::new();
        let first = grid.index(start) * DIRECTIONS + START;
        self.reach(first, 0, first);
        open.push(Reverse((estimate(grid, start, goal), 0, first)));
        while let Some(Reverse((_, negative, state))) = open.pop() {
            let cost = self.cost[state];
            if u32::MAX - negative != cost && state != first {
                continue; // A cheaper way here was found after this was queued.
            }
            let (at, direction) = (grid.dot_at(state / DIRECTIONS), state % DIRECTIONS);
            if at == goal {
                return Some(self.trace(grid, state));
            }
            if budget == 0 {
                return None;
            }
            budget -= 1;
            *left -= 1;
            for turn in [RIGHT, DOWN, LEFT, UP] {
                let Some(next) = at.neighbour(turn, grid) else {
                    continue;
                };
                if opposite(direction) == turn || (next != goal && grid.is_node(next)) {
                    continue;
                }
                let frame = grid.frame(next);
                if frame.is_some_and(|frame| !homes.contains(&frame)) {
                    continue;
                }
                let mut price = cost + estimate(grid, at, next);
                price +=
                    estimate(grid, at, next) * self.prices.shared * usage.on_link(at, next).min(20)
                        / 64;
                if direction == turn {
                    price += self.prices.crossing * usage.crossing(at, turn).min(20);
                } else if direction != START {
                    price += BEND;
                }
                if frame != grid.frame(at) {
                    price += BORDER;
                }
                if next.x == 0
                    || next.y == 0
                    || next.x + 1 == grid.width()
                    || next.y + 1 == grid.height()
                {
                    price += OUTSIDE;
                }
                let state_next = grid.index(next) * DIRECTIONS + turn;
                if self.stamp[state_next] != self.now || price < self.cost[state_next] {
                    self.reach(state_next, price, state);
                    open.push(Reverse((
                        price + estimate(grid, next, goal),
                        u32::MAX - price,
                        state_next,
                    )));
                }
            }
        }
        None
    }

    fn reach(&mut self, state: usize, cost: u32, from: usize) {
        self.cost[state] = cost;
        self.from[state] = u32::try_from(from).unwrap_or(0);
        self.stamp[state] = self.now;
    }

    fn trace(&self, grid: &Grid, last: usize) -> Vec<Dot> {
        let mut path = vec![grid.dot_at(last / DIRECTIONS)];
        let mut state = last;
        while state % DIRECTIONS != START {
            state = usize::try_from(self.from[state]).unwrap_or(0);
            path.push(grid.dot_at(state / DIRECTIONS));
        }
        path.reverse();
        path
    }
}

const fn opposite(direction: usize) -> usize {
    match direction {
        LEFT => RIGHT,
        RIGHT => LEFT,
        UP => DOWN,
        DOWN => UP,
        other => other,
    }
}

/// Estimated distance along lines.
fn estimate(grid: &Grid, a: Dot, b: Dot) -> u32 {
    let between = |guess: &[u32], a: usize, b: usize| {
        let at = |line: usize| guess.get(line).copied().unwrap_or(0);
        at(a).abs_diff(at(b))
    };
    between(&grid.xs.guess, a.x, b.x) + between(&grid.ys.guess, a.y, b.y)
}
