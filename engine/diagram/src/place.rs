//! Slots → cells: every node gets a cell of a dense grid so that no two share one and no node stands
//! within the cells of a foreign frame.
//!
//! Works from the innermost frames outwards. The things of one level (nodes, and frames as rigid blocks)
//! keep their authored slots unless they overlap; what overlaps moves to the nearest free slots. Since a
//! frame moves with all it holds, an inner level never breaks again. Last, empty rows and columns go.

use crate::model::Diagram;
use crate::tree::Tree;
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
    const fn cell(column: i64, row: i64) -> Self {
        Self {
            left: column,
            right: column,
            top: row,
            bottom: row,
        }
    }

    fn join(self, other: Self) -> Self {
        Self {
            left: self.left.min(other.left),
            right: self.right.max(other.right),
            top: self.top.min(other.top),
            bottom: self.bottom.max(other.bottom),
        }
    }

    fn moved(self, (dx, dy): (i64, i64)) -> Self {
        Self {
            left: self.left + dx,
            right: self.right + dx,
            top: self.top + dy,
            bottom: self.bottom + dy,
        }
    }

    const fn overlaps(&self, other: &Self) -> bool {
        self.left <= other.right
            && other.left <= self.right
            && self.top <= other.bottom
            && other.top <= self.bottom
    }
}

/// Where everything stands on the dense grid.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Cells {
    pub columns: usize,
    pub rows: usize,
    /// Column and row of each node.
    pub nodes: Vec<(usize, usize)>,
    /// Cells of each frame that holds something.
    pub groups: Vec<Option<Span>>,
}

/// One thing of a level: a node, or a frame with all it holds.
struct Block {
    span: Span,
    nodes: Vec<usize>,
    is_group: bool,
}

pub(crate) fn place(diagram: &Diagram, tree: &Tree) -> Cells {
    let columns = ranks(diagram.nodes.iter().map(|node| i64::from(node.column)));
    let rows = ranks(diagram.nodes.iter().map(|node| i64::from(node.row)));
    let mut at: Vec<(i64, i64)> = diagram
        .nodes
        .iter()
        .map(|node| (columns[&i64::from(node.column)], rows[&i64::from(node.row)]))
        .collect();

    let mut levels: Vec<Vec<Block>> = Vec::new();
    levels.resize_with(tree.parent.len() + 1, Vec::new);
    let outermost = tree.parent.len();
    for (node, &(column, row)) in at.iter().enumerate() {
        let level = tree.home[node].unwrap_or(outermost);
        let span = Span::cell(column, row);
        levels[level].push(Block {
            span,
            nodes: vec![node],
            is_group: false,
        });
    }
    for group in tree.outer_first().into_iter().rev() {
        let blocks = std::mem::take(&mut levels[group]);
        if let Some(block) = settle(blocks, &mut at) {
            levels[tree.parent[group].unwrap_or(outermost)].push(block);
        }
    }
    let top = std::mem::take(&mut levels[outermost]);
    settle(top, &mut at);
    compact(&at, tree)
}

/// Moves the overlapping blocks of one level apart and joins them into one.
fn settle(mut blocks: Vec<Block>, at: &mut [(i64, i64)]) -> Option<Block> {
    blocks.sort_by_key(|block| {
        (
            !block.is_group,
            block.span.top,
            block.span.left,
            block.nodes.first().copied(),
        )
    });
    let mut placed: Vec<Span> = Vec::new();
    let mut nodes = Vec::new();
    for block in blocks {
        let by = nearest_free(block.span, &placed);
        for &node in &block.nodes {
            at[node].0 += by.0;
            at[node].1 += by.1;
        }
        placed.push(block.span.moved(by));
        nodes.extend(block.nodes);
    }
    let span = placed.into_iter().reduce(Span::join)?;
    Some(Block {
        span,
        nodes,
        is_group: true,
    })
}

/// Moves to try first: all of up to three slots, down before right before up before left.
fn near() -> Vec<(i64, i64)> {
    let mut moves: Vec<(i64, i64)> = (-3_i64..=3)
        .flat_map(|dx| (-3_i64..=3).map(move |dy: i64| (dx, dy)))
        .filter(|&(dx, dy): &(i64, i64)| dx.abs() + dy.abs() <= 3)
        .collect();
    moves.sort_by_key(|&(dx, dy)| (dx.abs() + dy.abs(), dx.abs().min(dy.abs()), -dy, -dx));
    moves
}

fn nearest_free(span: Span, placed: &[Span]) -> (i64, i64) {
    let free = |by: (i64, i64)| {
        let moved = span.moved(by);
        !placed.iter().any(|other| other.overlaps(&moved))
    };
    if free((0, 0)) {
        return (0, 0);
    }
    if let Some(by) = near().into_iter().find(|&by| free(by)) {
        return by;
    }
    // Too crowded: slide along each axis past what is in the way; each slide ends, as every step passes
    // the far edge of something placed.
    let slides = [(0, 1), (1, 0), (0, -1), (-1, 0)].map(|direction| slide(span, direction, placed));
    slides
        .into_iter()
        .min_by_key(|(dx, dy)| dx.abs() + dy.abs())
        .unwrap_or((0, 0))
}

fn slide(span: Span, direction: (i64, i64), placed: &[Span]) -> (i64, i64) {
    let mut by = (0, 0);
    loop {
        let moved = span.moved(by);
        let Some(hit) = placed.iter().find(|other| other.overlaps(&moved)) else {
            return by;
        };
        match direction {
            (0, 1) => by.1 += hit.bottom + 1 - moved.top,
            (0, _) => by.1 -= moved.bottom + 1 - hit.top,
            (1, _) => by.0 += hit.right + 1 - moved.left,
            _ => by.0 -= moved.right + 1 - hit.left,
        }
    }
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
fn ranks(values: impl Iterator<Item = i64>) -> BTreeMap<i64, i64> {
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
