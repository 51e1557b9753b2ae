//! The levels of a diagram: what stands directly in each frame, and which arrows run there.

use crate::model::{Diagram, EdgeStyle, Glyph};
use crate::tree::Tree;
use std::collections::BTreeMap;

/// What stands in a level.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Thing {
    /// A node that stands directly there, by its index in the diagram.
    Node(usize),
    /// A frame with all it holds, by the index of its level.
    Block(usize),
}

/// An arrow with one end in a thing and the other outside it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Link {
    /// The node inside.
    pub own: usize,
    /// The node outside.
    pub other: usize,
    /// The thing of the same level that holds the node outside, if one does.
    pub thing: Option<usize>,
    /// Whether the arrow leaves the thing.
    pub out: bool,
    /// How much it matters that the arrow runs from left to right.
    pub weight: i64,
}

/// Two things with arrows between them: `from` stands left of `to`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Pair {
    pub from: usize,
    pub to: usize,
    /// Whether it has to. Arrows that are part of a cycle may be turned if the drawing is better for it.
    pub firm: bool,
}

/// One level of the tree of frames.
#[derive(Debug, Clone, Default)]
pub(super) struct Level {
    pub things: Vec<Thing>,
    /// Nodes of each thing, at any depth.
    pub members: Vec<Vec<usize>>,
    /// Arrows of each thing that leave it or enter it.
    pub links: Vec<Vec<Link>>,
    /// Pairs of things with arrows between them; acyclic.
    pub forward: Vec<Pair>,
    /// Things from left to right, then from top to bottom.
    pub ranks: Vec<Vec<usize>>,
}

/// All levels, each before the one around it; the last stands directly on the paper.
#[derive(Clone)]
pub(super) struct Levels {
    pub levels: Vec<Level>,
    pub nodes: usize,
    /// Ends of the arrows that are no loops, each pair once, with the number of arrows.
    pub arrows: Vec<(usize, usize, i64)>,
}

impl Levels {
    pub fn new(diagram: &Diagram, tree: &Tree) -> Self {
        let mut number = vec![None; tree.parent.len()];
        let mut inner_first = tree.outer_first();
        inner_first.reverse();
        for (level, &group) in inner_first.iter().enumerate() {
            number[group] = Some(level);
        }
        let paper = inner_first.len();
        let level_of = |group: Option<usize>| group.and_then(|at| number[at]).unwrap_or(paper);

        let mut levels: Vec<Level> = Vec::new();
        levels.resize_with(paper + 1, Level::default);
        // The thing that holds each node, level by level.
        let mut holder: Vec<BTreeMap<usize, usize>> = vec![BTreeMap::new(); diagram.nodes.len()];
        for (node, holder) in holder.iter_mut().enumerate() {
            let home = level_of(tree.home[node]);
            holder.insert(home, levels[home].push(Thing::Node(node), vec![node]));
        }
        for (level, &group) in inner_first.iter().enumerate() {
            let around = level_of(tree.parent[group]);
            let members: Vec<usize> = levels[level].members.concat();
            let thing = levels[around].push(Thing::Block(level), members.clone());
            for node in members {
                holder[node].insert(around, thing);
            }
        }

        let mut by_id: BTreeMap<&str, usize> = BTreeMap::new();
        for (at, node) in diagram.nodes.iter().enumerate() {
            by_id.entry(&node.id).or_insert(at);
        }
        let mut count: BTreeMap<(usize, usize), i64> = BTreeMap::new();
        for edge in &diagram.edges {
            let ends = (by_id.get(edge.from.as_str()), by_id.get(edge.to.as_str()));
            let (Some(&from), Some(&to)) = ends else {
                continue;
            };
            if from == to {
                continue;
            }
            *count.entry((from, to)).or_default() += 1;
            // A picture is read along the calls, from whoever makes the first.
            let weight = match (diagram.nodes[to].glyph, edge.style) {
                (Glyph::Client, _) => 1,
                (_, EdgeStyle::Async) => 3,
                (_, EdgeStyle::Sync) => 4,
            };
            for (own, other, out) in [(from, to, true), (to, from, false)] {
                for (&level, &thing) in &holder[own] {
                    let there = holder[other].get(&level).copied();
                    if there != Some(thing) {
                        levels[level].links[thing].push(Link {
                            own,
                            other,
                            thing: there,
                            out,
                            weight,
                        });
                    }
                }
            }
        }
        Self {
            levels,
            nodes: diagram.nodes.len(),
            arrows: count
                .into_iter()
                .map(|((from, to), count)| (from, to, count))
                .collect(),
        }
    }
}

impl Level {
    fn push(&mut self, thing: Thing, members: Vec<usize>) -> usize {
        self.things.push(thing);
        self.members.push(members);
        self.links.push(Vec::new());
        self.things.len() - 1
    }

    /// Arrows between things of this level with their weights, by thing, as often as they occur.
    pub fn inner_arrows(&self) -> impl Iterator<Item = (usize, usize, i64)> + '_ {
        self.links.iter().enumerate().flat_map(|(from, links)| {
            links
                .iter()
                .filter(|link| link.out)
                .filter_map(move |link| Some((from, link.thing?, link.weight)))
        })
    }
}
