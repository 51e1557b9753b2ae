//! Which arrows of a level run from left to right: as many as can without a cycle, and those first that a
//! reader follows.

use super::level::{Level, Pair};
use petgraph::algo::{greedy_feedback_arc_set, toposort};
use petgraph::graph::DiGraph;
use petgraph::visit::EdgeRef as _;
use std::collections::{BTreeMap, BTreeSet};

/// Rounds of moving single things to a better place in the order.
const ROUNDS: usize = 4;

/// Above this many things the rounds take too long.
const IMPROVE_UP_TO: usize = 150;

/// The pairs of things with arrows between them, each turned to run along one order, and sorted by it.
pub(super) fn forward(level: &Level) -> Vec<Pair> {
    let mut weights: BTreeMap<(usize, usize), i64> = BTreeMap::new();
    for (from, to, weight) in level.inner_arrows() {
        *weights.entry((from, to)).or_default() += weight;
    }
    let mut order = first_order(level.things.len(), &weights);
    for _ in 0..ROUNDS {
        if order.len() > IMPROVE_UP_TO || !improve(&mut order, &weights) {
            break;
        }
    }
    let mut place = vec![0; order.len()];
    for (at, &thing) in order.iter().enumerate() {
        place[thing] = at;
    }
    let mut pairs: BTreeMap<(usize, usize), bool> = BTreeMap::new();
    for &(from, to) in weights.keys() {
        let (from, to) = (place[from], place[to]);
        // Every cycle has a pair that is not firm, which is all that the search needs to leave it.
        pairs
            .entry((from.min(to), from.max(to)))
            .and_modify(|firm| *firm = false)
            .or_insert(from < to);
    }
    let pairs = pairs.into_iter();
    pairs
        .map(|((from, to), firm)| Pair {
            from: order[from],
            to: order[to],
            firm,
        })
        .collect()
}

/// An order against which few arrows run, by petgraph's greedy heuristic. It knows no weights.
fn first_order(count: usize, weights: &BTreeMap<(usize, usize), i64>) -> Vec<usize> {
    let mut graph: DiGraph<(), ()> = DiGraph::new();
    let nodes: Vec<_> = (0..count).map(|_| graph.add_node(())).collect();
    for &(from, to) in weights.keys() {
        graph.add_edge(nodes[from], nodes[to], ());
    }
    let against: BTreeSet<_> = greedy_feedback_arc_set(&graph)
        .map(|edge| edge.id())
        .collect();
    graph.retain_edges(|_, edge| !against.contains(&edge));
    let order = toposort(&graph, None).unwrap_or(nodes);
    order.into_iter().map(|node| node.index()).collect()
}

/// Moves each thing to where the least weight runs against the order. Whether anything moved.
fn improve(order: &mut Vec<usize>, weights: &BTreeMap<(usize, usize), i64>) -> bool {
    let mut moved = false;
    for thing in 0..order.len() {
        let Some(home) = order.iter().position(|&other| other == thing) else {
            continue;
        };
        let weight = |from: usize, to: usize| weights.get(&(from, to)).copied().unwrap_or(0);
        // What moving past a neighbour changes, summed up to each place, in both directions.
        let mut best = (0, home);
        let mut sum = 0;
        for (place, &other) in order.iter().enumerate().skip(home + 1) {
            sum += weight(thing, other) - weight(other, thing);
            best = best.min((sum, place));
        }
        sum = 0;
        for place in (0..home).rev() {
            let other = order[place];
            sum += weight(other, thing) - weight(thing, other);
            if sum < best.0 {
                best = (sum, place);
            }
        }
        if best.0 < 0 {
            order.remove(home);
            order.insert(best.1, thing);
            moved = true;
        }
    }
    moved
}
