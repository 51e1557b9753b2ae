//! Authored slots → cells.
//!
//! Works from the innermost frames outwards. The things of one level (nodes, and frames as rigid blocks)
//! keep their authored slots unless they overlap; what overlaps moves to the nearest free slots. Since a
//! frame moves with all it holds, an inner level never breaks again.

use crate::model::Diagram;
use crate::place::{Span, ranks};
use crate::tree::Tree;

/// One thing of a level: a node, or a frame with all it holds.
struct Block {
    span: Span,
    nodes: Vec<usize>,
    is_group: bool,
}

/// Column and row of each node; nothing unless all nodes have a slot.
pub(crate) fn place(diagram: &Diagram, tree: &Tree) -> Option<Vec<(i64, i64)>> {
    let slots: Vec<(i64, i64)> = diagram
        .nodes
        .iter()
        .map(|node| node.slot.map(|slot| (slot.column.into(), slot.row.into())))
        .collect::<Option<_>>()?;
    let columns = ranks(slots.iter().map(|slot| slot.0));
    let rows = ranks(slots.iter().map(|slot| slot.1));
    let mut at: Vec<(i64, i64)> = slots
        .iter()
        .map(|(column, row)| (columns[column], rows[row]))
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
    Some(at)
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
