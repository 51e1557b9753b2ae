//! The structure that formats without coordinates write down: frames around nodes, arrows by index,
//! and the texts beside them.

use crate::model::{Diagram, Edge, Note, Severity};
use crate::text::{Face, clean, wrap};
use crate::tree::Tree;
use std::collections::BTreeMap;

/// One move of the walk through frames and nodes, by index into the diagram's lists.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Move {
    /// Into a frame.
    Open(usize),
    /// Past a node.
    Node(usize),
    /// Out of the frame that was entered last.
    Close(usize),
}

/// The walk through all frames that hold something and all nodes, with the depth of each move. A
/// frame's own nodes come before the frames inside it; nodes without a frame come last.
pub(super) fn walk(diagram: &Diagram, tree: &Tree) -> Vec<(Move, usize)> {
    let mut inside: Vec<Vec<usize>> = vec![Vec::new(); tree.parent.len()];
    // A stack instead of recursion: nesting may be deep in an unchecked diagram.
    let mut todo = Vec::new();
    for group in (0..tree.parent.len())
        .rev()
        .filter(|&group| tree.inhabited[group])
    {
        match tree.parent[group] {
            Some(parent) => inside[parent].push(group),
            None => todo.push((Move::Open(group), 0)),
        }
    }
    let mut members: Vec<Vec<usize>> = vec![Vec::new(); tree.parent.len()];
    let mut alone = Vec::new();
    for (at, home) in tree.home.iter().enumerate() {
        match home {
            Some(home) => members[*home].push(at),
            None => alone.push((Move::Node(at), 0)),
        }
    }
    let mut moves = Vec::with_capacity(2 * diagram.groups.len() + diagram.nodes.len());
    while let Some((step, depth)) = todo.pop() {
        moves.push((step, depth));
        if let Move::Open(group) = step {
            moves.extend(members[group].iter().map(|&at| (Move::Node(at), depth + 1)));
            todo.push((Move::Close(group), depth));
            todo.extend(
                inside[group]
                    .iter()
                    .map(|&inner| (Move::Open(inner), depth + 1)),
            );
        }
    }
    moves.extend(alone);
    moves
}

/// The edges whose ends exist, with the indices of these.
pub(super) fn links(diagram: &Diagram) -> Vec<(usize, usize, &Edge)> {
    let mut by_id: BTreeMap<&str, usize> = BTreeMap::new();
    for (at, node) in diagram.nodes.iter().enumerate() {
        by_id.entry(&node.id).or_insert(at);
    }
    diagram
        .edges
        .iter()
        .filter_map(|edge| {
            let from = by_id.get(edge.from.as_str())?;
            let to = by_id.get(edge.to.as_str())?;
            Some((*from, *to, edge))
        })
        .collect()
}

/// "3. writes the order", or the half of it that there is.
pub(super) fn says(edge: &Edge) -> String {
    let label = clean(&edge.label);
    match (edge.step, label.is_empty()) {
        (Some(step), true) => format!("{step}."),
        (Some(step), false) => format!("{step}. {label}"),
        (None, _) => label,
    }
}

/// "2 High: what the note says".
pub(super) fn remark(note: &Note) -> String {
    let severity = match note.severity {
        Severity::High => "High",
        Severity::Medium => "Medium",
        Severity::Low => "Low",
    };
    format!("{} {severity}: {}", note.number, clean(&note.text))
}

/// The line under the title: subtitle, what the title block says, and date; those that are not empty.
pub(super) fn byline(diagram: &Diagram) -> String {
    let mut parts = vec![clean(&diagram.subtitle)];
    parts.extend(diagram.facts.iter().map(|fact| {
        let (name, value) = (clean(&fact.name), clean(&fact.value));
        if name.is_empty() || value.is_empty() {
            value
        } else {
            format!("{name}: {value}")
        }
    }));
    parts.push(clean(&diagram.date));
    parts.retain(|part| !part.is_empty());
    parts.join(" · ")
}

/// The heading of the band for what cuts across.
pub(super) const ACROSS: &str = "Across everything";

/// Breaks a text into lines of about `room` pixels without losing any of it, for programs that break
/// no lines themselves. Always at least one line, which may be empty.
pub(super) fn lines(text: &str, room: f64) -> Vec<String> {
    let face = Face {
        size: 13.0,
        bold: false,
        caps: false,
        tracking: 0.0,
    };
    let lines = wrap(&clean(text), face, room, usize::from(u16::MAX)).lines;
    if lines.is_empty() {
        vec![String::new()]
    } else {
        lines
    }
}

/// Two spaces per level; levels that nobody can tell apart any more look alike.
pub(super) fn indent(depth: usize) -> String {
    "  ".repeat(depth.min(14))
}
