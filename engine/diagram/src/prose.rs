//! The drawing in words, for readers who cannot see it.

use crate::model::{Diagram, EdgeStyle, Node};
use crate::text::clean;
use crate::tree::Tree;
use std::collections::BTreeMap;

/// How to read the diagram: one paragraph from the frames, the arrows in the order of their steps, the
/// band and the notes. Parts that do not exist are left out; an empty diagram says so.
#[must_use]
pub fn prose(diagram: &Diagram) -> String {
    let tree = Tree::new(diagram);
    let mut sentences = Vec::new();
    if diagram.nodes.is_empty() {
        sentences.push("The diagram is empty.".to_owned());
    } else {
        sentences.push(opening(diagram));
    }
    sentences.extend(frames(diagram, &tree));
    sentences.extend(story(diagram));
    if !diagram.strip.is_empty() {
        let items = diagram
            .strip
            .iter()
            .map(|item| named(&item.label, &item.service))
            .collect();
        sentences.push(format!("Across everything: {}.", list(items)));
    }
    for note in &diagram.notes {
        sentences.push(sentence(&format!(
            "Note {}: {}",
            note.number,
            clean(&note.text)
        )));
    }
    sentences.join(" ")
}

fn opening(diagram: &Diagram) -> String {
    let title = clean(&diagram.title);
    let title = if title.is_empty() {
        "The diagram".to_owned()
    } else {
        title
    };
    let count = |n: usize, one: &str, many: &str| {
        if n == 1 {
            format!("one {one}")
        } else {
            format!("{n} {many}")
        }
    };
    format!(
        "{title}: {} and {}, read from left to right.",
        count(diagram.nodes.len(), "element", "elements"),
        count(diagram.edges.len(), "connection", "connections"),
    )
}

fn frames(diagram: &Diagram, tree: &Tree) -> Vec<String> {
    let mut sentences = Vec::new();
    for group in tree.outer_first() {
        let mut held: Vec<String> = (0..diagram.nodes.len())
            .filter(|&at| tree.home[at] == Some(group))
            .map(|at| node_name(&diagram.nodes[at]))
            .collect();
        held.extend(
            (0..diagram.groups.len())
                .filter(|&inner| tree.inhabited[inner] && tree.parent[inner] == Some(group))
                .map(|inner| clean(&diagram.groups[inner].label)),
        );
        sentences.push(format!(
            "{} holds {}.",
            clean(&diagram.groups[group].label),
            list(held)
        ));
    }
    let outside: Vec<String> = (0..diagram.nodes.len())
        .filter(|&at| tree.home[at].is_none())
        .map(|at| node_name(&diagram.nodes[at]))
        .collect();
    if !sentences.is_empty() && !outside.is_empty() {
        sentences.push(format!("Outside: {}.", list(outside)));
    }
    sentences
}

fn story(diagram: &Diagram) -> Vec<String> {
    let mut by_id: BTreeMap<&str, &Node> = BTreeMap::new();
    for node in &diagram.nodes {
        by_id.entry(&node.id).or_insert(node);
    }
    let mut order: Vec<usize> = (0..diagram.edges.len()).collect();
    order.sort_by_key(|&at| (diagram.edges[at].step.is_none(), diagram.edges[at].step, at));
    let mut sentences = Vec::new();
    for at in order {
        let edge = &diagram.edges[at];
        let (Some(from), Some(to)) = (by_id.get(edge.from.as_str()), by_id.get(edge.to.as_str()))
        else {
            continue;
        };
        let step = edge
            .step
            .map(|step| format!("Step {step}: "))
            .unwrap_or_default();
        let told = clean(&edge.story);
        let told = if told.is_empty() {
            let (from, to) = (clean(&from.label), clean(&to.label));
            let label = clean(&edge.label);
            let label = if label.is_empty() {
                label
            } else {
                format!(" ({label})")
            };
            match edge.style {
                EdgeStyle::Sync => format!("{from} calls {to} and waits{label}"),
                EdgeStyle::Async => format!("{from} sends to {to} without waiting{label}"),
            }
        } else {
            told
        };
        sentences.push(sentence(&format!("{step}{told}")));
    }
    sentences
}

fn sentence(text: &str) -> String {
    if text.ends_with(['.', '!', '?', '…']) {
        text.to_owned()
    } else {
        format!("{text}.")
    }
}

fn node_name(node: &Node) -> String {
    named(&node.label, &node.service)
}

fn named(label: &str, service: &str) -> String {
    let (label, service) = (clean(label), clean(service));
    if service.is_empty() || service == label {
        label
    } else if label.is_empty() {
        service
    } else {
        format!("{label} ({service})")
    }
}

fn list(mut items: Vec<String>) -> String {
    match items.pop() {
        None => String::new(),
        Some(only) if items.is_empty() => only,
        Some(last) => format!("{} and {last}", items.join(", ")),
    }
}
