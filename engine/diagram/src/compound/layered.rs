//! Ranks from left to right, and the first order within them.

use super::acyclic;
use super::level::{Level, Levels, Pair, Thing};
use layout::core::base::Orientation;
use layout::core::geometry::Point;
use layout::core::style::StyleAttr;
use layout::std_shapes::shapes::{Arrow, Element, ShapeKind};
use layout::topo::layout::VisualGraph;

/// Ranks and orders one connected graph without cycles.
pub(super) trait Layering {
    /// The `count` things in ranks, such that every arrow runs to a later rank. `arrows` has each pair
    /// once, no loops, no cycles, and is sorted so that an arrow stands after all that enter its start.
    fn ranks(&self, count: usize, arrows: &[(usize, usize)]) -> Vec<Vec<usize>>;
}

/// The ranks and the crossing reduction of layout-rs; its coordinates and its drawing are not used.
pub(super) struct LayoutRs;

/// Above this many things layout-rs takes too long to reduce crossings.
const OPTIMISE_UP_TO: usize = 40;

impl Layering for LayoutRs {
    fn ranks(&self, count: usize, arrows: &[(usize, usize)]) -> Vec<Vec<usize>> {
        // It fails on the empty graph.
        if count == 0 {
            return Vec::new();
        }
        let mut graph = VisualGraph::new(Orientation::LeftToRight);
        // Its check walks the whole graph for every arrow.
        graph.dag.set_validate(false);
        let handles: Vec<_> = (0..count)
            .map(|_| {
                graph.add_node(Element::create(
                    ShapeKind::new_box(""),
                    StyleAttr::simple(),
                    Orientation::LeftToRight,
                    Point::new(1.0, 1.0),
                ))
            })
            .collect();
        for &(from, to) in arrows {
            graph.add_edge(Arrow::simple(""), handles[from], handles[to]);
        }
        graph.to_valid_dag();
        graph.split_long_edges(count > OPTIMISE_UP_TO);
        let ranks = graph.dag.ranks().iter().map(|rank| {
            // What comes after the things stands for arrows that pass a rank.
            let things = rank.iter().map(|handle| handle.get_index());
            things.filter(|&thing| thing < count).collect()
        });
        ranks.collect()
    }
}

/// Ranks every level, the inner before the outer.
pub(super) fn rank(levels: &mut Levels, layering: &dyn Layering) {
    let mut sizes: Vec<(usize, usize)> = Vec::new();
    for level in &mut levels.levels {
        level.forward = acyclic::forward(level);
        let size = |thing: usize| match level.things[thing] {
            Thing::Node(_) => (1, 1),
            Thing::Block(inner) => sizes.get(inner).copied().unwrap_or((1, 1)),
        };
        let parts: Vec<Part> = components(level)
            .into_iter()
            .map(|things| Part::new(&things, &level.forward, layering, &size))
            .collect();
        let (ranks, extent) = pack(parts);
        level.ranks = ranks;
        sizes.push(extent);
    }
}

/// Sets of things that arrows hold together, in the order of the diagram.
fn components(level: &Level) -> Vec<Vec<usize>> {
    let mut root: Vec<usize> = (0..level.things.len()).collect();
    let find = |root: &[usize], mut at: usize| {
        while root[at] != at {
            at = root[at];
        }
        at
    };
    for pair in &level.forward {
        let (a, b) = (find(&root, pair.from), find(&root, pair.to));
        let (low, high) = (a.min(b), a.max(b));
        root[high] = low;
    }
    let mut sets: Vec<Vec<usize>> = vec![Vec::new(); root.len()];
    for thing in 0..root.len() {
        sets[find(&root, thing)].push(thing);
    }
    sets.retain(|set| !set.is_empty());
    sets
}

/// A component with its extent in cells.
struct Part {
    ranks: Vec<Vec<usize>>,
    width: usize,
    height: usize,
}

impl Part {
    fn new(
        things: &[usize],
        forward: &[Pair],
        layering: &dyn Layering,
        size: &impl Fn(usize) -> (usize, usize),
    ) -> Self {
        let local = |thing: usize| things.binary_search(&thing).ok();
        let arrows: Vec<(usize, usize)> = forward
            .iter()
            .filter_map(|pair| Some((local(pair.from)?, local(pair.to)?)))
            .collect();
        let ranks: Vec<Vec<usize>> = layering
            .ranks(things.len(), &arrows)
            .into_iter()
            .map(|rank| rank.into_iter().map(|at| things[at]).collect())
            .collect();
        let width = |rank: &Vec<usize>| rank.iter().map(|&thing| size(thing).0).max().unwrap_or(0);
        let height = |rank: &Vec<usize>| rank.iter().map(|&thing| size(thing).1).sum::<usize>();
        Self {
            width: ranks.iter().map(width).sum(),
            height: ranks.iter().map(height).max().unwrap_or(0),
            ranks,
        }
    }
}

/// A pile up to this high is not parted.
const LOW: usize = 4;

/// Puts components on piles, side by side, so that the whole is about as wide as a page.
fn pack(parts: Vec<Part>) -> (Vec<Vec<usize>>, (usize, usize)) {
    let total: usize = parts.iter().map(|part| part.height).sum();
    let extent = |limit: usize| {
        let (mut width, mut height) = (0, 0);
        for pile in piles(&parts, limit) {
            width += pile.iter().map(|part| part.width).max().unwrap_or(0);
            height = height.max(pile.iter().map(|part| part.height).sum());
        }
        (width, height)
    };
    let best = (1..=parts.len().min(24))
        .map(|count| total.div_ceil(count).max(LOW))
        // A column is about as wide as two rows are high, and a page wider than high.
        .min_by_key(|&limit| {
            let (width, height) = extent(limit);
            ((2 * width).max(3 * height / 2), width)
        })
        .unwrap_or(total);
    let mut ranks: Vec<Vec<usize>> = Vec::new();
    for pile in piles(&parts, best) {
        let start = ranks.len();
        for part in pile {
            for (at, rank) in part.ranks.iter().enumerate() {
                if ranks.len() <= start + at {
                    ranks.push(Vec::new());
                }
                ranks[start + at].extend(rank);
            }
        }
    }
    (ranks, extent(best))
}

/// Parts in their order, on piles that end where they reach the limit.
fn piles(parts: &[Part], limit: usize) -> Vec<&[Part]> {
    let mut piles = Vec::new();
    let (mut start, mut height) = (0, 0);
    for (at, part) in parts.iter().enumerate() {
        if at > start && height + part.height > limit {
            piles.push(&parts[start..at]);
            (start, height) = (at, 0);
        }
        height += part.height;
    }
    piles.push(&parts[start..]);
    piles
}
