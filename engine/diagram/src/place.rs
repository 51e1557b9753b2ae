//! Every node gets a cell of a dense grid so that no two share one and no node stands within the cells of
//! a foreign frame.

use crate::model::Diagram;
use crate::tree::Tree;
use crate::{compound, slots};
use std::collections::BTreeMap;

/// A rectangle of cells, both ends included.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Span {
    pub left: i64,
    pub right: i64,
    pub top: i64,
    pub bottom: i64,
}

impl Span {
    pub const fn cell(column: i64, row: i64) -> Self {
        Self {
            left: column,
            right: column,
            top: row,
            bottom: row,
        }
    }

    pub fn join(self, other: Self) -> Self {
        Self {
            left: self.left.min(other.left),
            right: self.right.max(other.right),
            top: self.top.min(other.top),
            bottom: self.bottom.max(other.bottom),
        }
    }

    pub fn moved(self, (dx, dy): (i64, i64)) -> Self {
        Self {
            left: self.left + dx,
            right: self.right + dx,
            top: self.top + dy,
            bottom: self.bottom + dy,
        }
    }

    pub const fn overlaps(&self, other: &Self) -> bool {
        self.left <= other.right
            && other.left <= self.right
            && self.top <= other.bottom
            && other.top <= self.bottom
    }
}

/// Where everything stands on the dense grid.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Cells {
    pub columns: usize,
    pub rows: usize,
    /// Column and row of each node.
    pub nodes: Vec<(usize, usize)>,
    /// Cells of each frame that holds something.
    pub groups: Vec<Option<Span>>,
}

/// Cells by the slots, if all nodes have one.
pub(crate) fn authored(diagram: &Diagram, tree: &Tree) -> Option<Cells> {
    slots::place(diagram, tree).map(|at| compact(&at, tree))
}

/// Cells that the compound layout found, in several ways that are worth comparing; never none.
pub(crate) fn found(diagram: &Diagram, tree: &Tree) -> Vec<Cells> {
    let places = compound::places(diagram, tree);
    places.iter().map(|at| compact(at, tree)).collect()
}

/// Drops columns and rows that hold no node. Order is kept, so what was apart stays apart.
fn compact(at: &[(i64, i64)], tree: &Tree) -> Cells {
    let columns = ranks(at.iter().map(|cell| cell.0));
    let rows = ranks(at.iter().map(|cell| cell.1));
    let mut groups: Vec<Option<Span>> = vec![None; tree.parent.len()];
    let mut nodes = Vec::with_capacity(at.len());
    for (node, &(column, row)) in at.iter().enumerate() {
        let (column, row) = (columns[&column], rows[&row]);
        nodes.push((index(column), index(row)));
        let cell = Span::cell(column, row);
        for group in tree.outwards(tree.home[node]) {
            groups[group] = Some(groups[group].map_or(cell, |span| span.join(cell)));
        }
    }
    Cells {
        columns: columns.len(),
        rows: rows.len(),
        nodes,
        groups,
    }
}

/// Numbers the distinct values from 0 in ascending order.
pub(crate) fn ranks(values: impl Iterator<Item = i64>) -> BTreeMap<i64, i64> {
    let mut ranks: BTreeMap<i64, i64> = values.map(|value| (value, 0)).collect();
    for (next, rank) in (0..).zip(ranks.values_mut()) {
        *rank = next;
    }
    ranks
}

/// Cells count from 0, so nothing is lost here.
pub(crate) fn index(cell: i64) -> usize {
    usize::try_from(cell).unwrap_or(0)
}
