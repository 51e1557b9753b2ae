//! Cells and ways: where everything stands on the grid, and along which lines the edges run.

use crate::model::Diagram;
use crate::place::{Cells, authored, found};
use crate::route::{Dot, Grid, Prices, Ways, route};
use crate::tree::Tree;

/// The drawing before anything has a size.
pub(crate) struct Plan {
    pub cells: Cells,
    pub grid: Grid,
    pub paths: Vec<Vec<Dot>>,
}

/// What a crossing and a bend are worth in estimated pixels when two plans are compared.
const CROSSING: usize = 400;
const BEND: usize = 30;

impl Plan {
    /// By the slots, if all nodes have one; otherwise the best of those that the compound layout found.
    pub fn new(diagram: &Diagram, tree: &Tree) -> Self {
        if let Some(cells) = authored(diagram, tree) {
            return Self::routed(diagram, tree, cells, Prices::AUTHORED).0;
        }
        let mut best: Option<(Self, usize)> = None;
        for cells in found(diagram, tree) {
            let (plan, score) = Self::routed(diagram, tree, cells, Prices::FOUND);
            // The first, unless another is clearly better: a choice that tips at once moves everything.
            if best
                .as_ref()
                .is_none_or(|(_, lowest)| score < lowest - lowest / 20)
            {
                best = Some((plan, score));
            }
        }
        best.map_or_else(
            || Self::routed(diagram, tree, Cells::default(), Prices::FOUND).0,
            |(plan, _)| plan,
        )
    }

    /// The plan with its score; less is better.
    fn routed(diagram: &Diagram, tree: &Tree, cells: Cells, prices: Prices) -> (Self, usize) {
        let grid = Grid::new(&cells, tree);
        let Ways { paths, crossings } = route(diagram, tree, &cells, &grid, prices);
        let length: usize = paths.iter().map(|path| cost(path, &grid)).sum();
        let plan = Self { cells, grid, paths };
        (plan, length + crossings * CROSSING)
    }
}

/// Estimated length and bends of a path.
fn cost(path: &[Dot], grid: &Grid) -> usize {
    let at = |guess: &[u32], line: usize| guess.get(line).copied().unwrap_or(0);
    let steps = path.windows(2).map(|pair| {
        let across = at(&grid.xs.guess, pair[0].x).abs_diff(at(&grid.xs.guess, pair[1].x));
        let down = at(&grid.ys.guess, pair[0].y).abs_diff(at(&grid.ys.guess, pair[1].y));
        usize::try_from(across + down).unwrap_or(0)
    });
    let bends = path
        .windows(3)
        .filter(|three| three[0].x != three[2].x && three[0].y != three[2].y)
        .count();
    steps.sum::<usize>() + bends * BEND
}
