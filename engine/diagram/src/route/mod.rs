//! Cells → paths: every edge gets a way along the lines of a coarse grid, then a track of its own on
//! each line that it shares. No pixels yet: the measure makes room for what was decided here.

mod grid;
mod lines;
mod search;
mod side;
mod tracks;

pub(crate) use grid::{Dot, Grid};
pub(crate) use lines::{Line, Lines, Ranks};
pub(crate) use search::Prices;
pub(crate) use tracks::{Axis, Segment, segments};

use crate::model::Diagram;
use crate::place::Cells;
use crate::tree::Tree;
use search::{Search, Usage};

use std::collections::BTreeMap;

/// Search steps for the whole drawing; afterwards edges take the plain way along corridors.
const BUDGET: usize = 1_500_000;
/// Search steps for one edge.
const BUDGET_PER_EDGE: usize = 60_000;
/// Above this many edges, the second pass is left out.
const SECOND_PASS_UP_TO: usize = 250;

/// The ways of all edges.
pub(crate) struct Ways {
    /// One path per edge, from the dot of one node to the dot of the other.
    pub paths: Vec<Vec<Dot>>,
    /// How often they cross, about.
    pub crossings: usize,
}

/// Finds a way for every edge.
pub(crate) fn route(
    diagram: &Diagram,
    tree: &Tree,
    cells: &Cells,
    grid: &Grid,
    prices: Prices,
) -> Ways {
    let by_id: BTreeMap<&str, usize> = diagram
        .nodes
        .iter()
        .enumerate()
        .map(|(at, node)| (node.id.as_str(), at))
        .collect();
    let ends: Vec<Option<(usize, usize)>> = diagram
        .edges
        .iter()
        .map(|edge| {
            Some((
                *by_id.get(edge.from.as_str())?,
                *by_id.get(edge.to.as_str())?,
            ))
        })
        .collect();
    let mut order: Vec<usize> = (0..ends.len()).collect();
    order.sort_by_key(|&edge| {
        let distance = ends[edge].map_or(0, |(from, to)| {
            let (a, b) = (cells.nodes[from], cells.nodes[to]);
            a.0.abs_diff(b.0) + a.1.abs_diff(b.1)
        });
        (distance, edge)
    });

    let mut paths: Vec<Vec<Dot>> = vec![Vec::new(); ends.len()];
    let mut usage = Usage::new(grid);
    let mut search = Search::new(grid, prices);
    let mut left = BUDGET;
    let passes = if ends.len() > SECOND_PASS_UP_TO { 1 } else { 3 };
    for pass in 0..passes {
        for &edge in &order {
            let Some((from, to)) = ends[edge] else {
                continue;
            };
            let (start, goal) = (grid.dot_of(cells.nodes[from]), grid.dot_of(cells.nodes[to]));
            usage.remove(&paths[edge]);
            let homes: Vec<usize> = tree
                .outwards(tree.home[from])
                .chain(tree.outwards(tree.home[to]))
                .collect();
            let found = if from == to {
                Some(grid.around_corner(start))
            } else {
                search.find(
                    grid,
                    &usage,
                    &homes,
                    start,
                    goal,
                    &mut left,
                    BUDGET_PER_EDGE,
                )
            };
            match found {
                Some(path) => paths[edge] = path,
                None if pass == 0 => {
                    paths[edge] = grid.along_corridors(cells.nodes[from], cells.nodes[to]);
                }
                None => {}
            }
            usage.add(&paths[edge]);
        }
    }
    Ways {
        paths,
        crossings: usage.crossings(),
    }
}
