//! The tree of frames. Built so that it holds on unchecked diagrams too: a frame inside itself, or inside
//! one that does not exist, stands at the top; of several with one id the first counts.

use crate::model::Diagram;
use std::collections::BTreeMap;

/// Who stands in whom, by index into the diagram's lists.
pub(crate) struct Tree {
    /// Frame around each frame.
    pub parent: Vec<Option<usize>>,
    /// Frame around each node.
    pub home: Vec<Option<usize>>,
    /// Frames that hold at least one node, at any depth.
    pub inhabited: Vec<bool>,
}

impl Tree {
    pub fn new(diagram: &Diagram) -> Self {
        let mut by_id: BTreeMap<&str, usize> = BTreeMap::new();
        for (at, group) in diagram.groups.iter().enumerate() {
            by_id.entry(&group.id).or_insert(at);
        }
        let mut parent: Vec<Option<usize>> = vec![None; diagram.groups.len()];
        for (at, group) in diagram.groups.iter().enumerate() {
            let above = group
                .parent
                .as_deref()
                .and_then(|id| by_id.get(id))
                .copied();
            // Links are added one by one, so a walk up never meets a cycle.
            if above.is_some_and(|above| !walk(&parent, Some(above)).any(|up| up == at)) {
                parent[at] = above;
            }
        }
        let home: Vec<Option<usize>> = diagram
            .nodes
            .iter()
            .map(|node| node.group.as_deref().and_then(|id| by_id.get(id)).copied())
            .collect();
        let mut inhabited = vec![false; parent.len()];
        for &start in &home {
            let mut at = start;
            while let Some(group) = at.filter(|&group| !inhabited[group]) {
                inhabited[group] = true;
                at = parent[group];
            }
        }
        Self {
            parent,
            home,
            inhabited,
        }
    }

    /// The frame, the one around it, and so on outwards.
    pub fn outwards(&self, from: Option<usize>) -> impl Iterator<Item = usize> + '_ {
        walk(&self.parent, from)
    }

    /// Frames that hold something, each before those inside it; in the order of the list otherwise.
    pub fn outer_first(&self) -> Vec<usize> {
        let mut order: Vec<(usize, usize)> = (0..self.parent.len())
            .filter(|&group| self.inhabited[group])
            .map(|group| (self.outwards(Some(group)).count(), group))
            .collect();
        order.sort_unstable();
        order.into_iter().map(|(_, group)| group).collect()
    }
}

fn walk(parent: &[Option<usize>], from: Option<usize>) -> impl Iterator<Item = usize> + '_ {
    std::iter::successors(from, move |&at| parent.get(at).copied().flatten())
}
