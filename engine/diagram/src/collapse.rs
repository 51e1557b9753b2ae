//! Large diagrams: groups drawn as one node each, so that the picture stays readable.

use crate::model::{Diagram, Edge, EdgeStyle, Glyph, Node, Slot, Subject};
use crate::tree::Tree;
use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

/// Whether groups are drawn as one node each where a diagram has too many nodes.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Collapse {
    /// The deepest groups first, and the largest of those, until at most [`Collapse::VISIBLE`] nodes
    /// are left or no group is.
    #[default]
    Auto,
    /// Everything is drawn.
    Never,
}

impl Collapse {
    /// How many nodes a picture may have before groups are collapsed.
    pub const VISIBLE: usize = 80;
}

/// The diagram as it is drawn: groups that are collapsed stand there as a node with the group's name and
/// the number of nodes in it, `group:` and the group's id for an id and all badges of its members. Arrows
/// to and from the members go to that node; those of one style between the same ends are one arrow with
/// their number.
#[must_use]
pub fn collapse(diagram: &Diagram, collapse: Collapse) -> Cow<'_, Diagram> {
    if collapse == Collapse::Never || diagram.nodes.len() <= Collapse::VISIBLE {
        return Cow::Borrowed(diagram);
    }
    let tree = Tree::new(diagram);
    let closed = closed(diagram, &tree);
    if closed.is_empty() {
        return Cow::Borrowed(diagram);
    }
    // The outermost closed group around each node.
    let holder: Vec<Option<usize>> = tree
        .home
        .iter()
        .map(|&home| tree.outwards(home).filter(|at| closed.contains(at)).last())
        .collect();
    let ids = node_ids(diagram, &holder);
    let mut shown = Diagram {
        groups: diagram
            .groups
            .iter()
            .enumerate()
            .filter(|&(at, _)| !tree.outwards(Some(at)).any(|up| closed.contains(&up)))
            .map(|(_, group)| group.clone())
            .collect(),
        nodes: Vec::new(),
        edges: edges(diagram, &holder, &ids),
        ..diagram.clone()
    };
    let mut told = BTreeSet::new();
    for (node, holder) in diagram.nodes.iter().zip(&holder) {
        match *holder {
            None => shown.nodes.push(node.clone()),
            // Where the first of its members stood in the list.
            Some(group) if told.insert(group) => {
                let members = (diagram.nodes.iter())
                    .zip(&tree.home)
                    .filter(|(_, home)| tree.outwards(**home).any(|up| up == group))
                    .map(|(node, _)| node);
                let members: Vec<&Node> = members.collect();
                shown.nodes.push(one(diagram, group, &members, &ids));
            }
            Some(_) => {}
        }
    }
    Cow::Owned(shown)
}

/// The groups to collapse. Each is worth it: something disappears.
fn closed(diagram: &Diagram, tree: &Tree) -> BTreeSet<usize> {
    let mut members = vec![0_usize; diagram.groups.len()];
    for &home in &tree.home {
        for group in tree.outwards(home) {
            members[group] += 1;
        }
    }
    let mut order: Vec<usize> = tree.outer_first();
    order.sort_by_key(|&group| {
        let depth = tree.outwards(Some(group)).count();
        (usize::MAX - depth, usize::MAX - members[group], group)
    });
    // What is to be seen of each group: its nodes, and one node for each collapsed group in it.
    let mut seen = members;
    let mut visible = diagram.nodes.len();
    let mut closed = BTreeSet::new();
    for group in order {
        if visible <= Collapse::VISIBLE {
            break;
        }
        let gone = seen[group].saturating_sub(1);
        if gone == 0 {
            continue;
        }
        closed.insert(group);
        visible -= gone;
        for up in tree.outwards(Some(group)) {
            seen[up] -= gone;
        }
    }
    closed
}

/// Ids of the nodes for collapsed groups, which no other node has.
fn node_ids(diagram: &Diagram, holder: &[Option<usize>]) -> BTreeMap<usize, String> {
    let taken: BTreeSet<&str> = diagram.nodes.iter().map(|node| node.id.as_str()).collect();
    let groups: BTreeSet<usize> = holder.iter().flatten().copied().collect();
    let id = |group: usize| {
        let mut id = format!("group:{}", diagram.groups[group].id);
        while taken.contains(id.as_str()) {
            id.push('\'');
        }
        id
    };
    groups.into_iter().map(|group| (group, id(group))).collect()
}

/// The node for a collapsed group.
fn one(diagram: &Diagram, group: usize, members: &[&Node], ids: &BTreeMap<usize, String>) -> Node {
    let badges: BTreeSet<u8> = members
        .iter()
        .flat_map(|node| node.badges.iter().copied())
        .collect();
    let accents: BTreeSet<_> = members.iter().filter_map(|node| node.accent).collect();
    let slots: Option<Vec<Slot>> = members.iter().map(|node| node.slot).collect();
    let group_of = &diagram.groups[group];
    Node {
        id: ids.get(&group).cloned().unwrap_or_default(),
        label: group_of.label.clone(),
        service: match members.len() {
            1 => "1 item".to_owned(),
            count => format!("{count} items"),
        },
        glyph: Glyph::Network,
        slot: slots.and_then(|slots| slots.into_iter().min()),
        group: group_of.parent.clone(),
        badges: badges.into_iter().collect(),
        accent: match accents.len() {
            1 => accents.into_iter().next(),
            _ => None,
        },
        subject: Subject::default(),
    }
}

/// The edges between what is shown, in the order of the diagram.
fn edges(diagram: &Diagram, holder: &[Option<usize>], ids: &BTreeMap<usize, String>) -> Vec<Edge> {
    let mut by_id: BTreeMap<&str, usize> = BTreeMap::new();
    for (at, node) in diagram.nodes.iter().enumerate() {
        by_id.entry(&node.id).or_insert(at);
    }
    let group_at = |id: &str| by_id.get(id).and_then(|&at| holder[at]);
    let mut edges: Vec<Edge> = Vec::new();
    let mut merged: BTreeMap<(String, String, EdgeStyle), (usize, usize)> = BTreeMap::new();
    for edge in &diagram.edges {
        let (from, to) = (group_at(&edge.from), group_at(&edge.to));
        if from.is_none() && to.is_none() {
            edges.push(edge.clone());
            continue;
        }
        if from == to {
            continue;
        }
        let name = |group: Option<usize>, id: &String| {
            group
                .and_then(|group| ids.get(&group))
                .unwrap_or(id)
                .clone()
        };
        let (from, to) = (name(from, &edge.from), name(to, &edge.to));
        let key = (from.clone(), to.clone(), edge.style);
        if let Some((at, count)) = merged.get_mut(&key) {
            let first = &mut edges[*at];
            *count += 1;
            if first.label != edge.label {
                first.label.clear();
            }
            first.step = first.step.min(edge.step).or(first.step).or(edge.step);
            first.story.clear();
        } else {
            merged.insert(key, (edges.len(), 1));
            edges.push(Edge {
                from,
                to,
                ..edge.clone()
            });
        }
    }
    for (at, count) in merged.into_values().filter(|&(_, count)| count > 1) {
        let label = &mut edges[at].label;
        *label = match label.as_str() {
            "" => format!("×{count}"),
            label => format!("{label} ×{count}"),
        };
    }
    edges
}
