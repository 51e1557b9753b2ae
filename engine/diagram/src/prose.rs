//! The drawing in words, for readers who cannot see it.

use crate::model::{Diagram, Edge, EdgeStyle, Node, Note, Severity};
use crate::text::clean;
use crate::tree::Tree;
use std::collections::{BTreeMap, BTreeSet};

/// How to read the diagram, in one paragraph: what stands where, the story step by step, the other arrows, who
/// does not wait, what cuts across, and the trade-offs with the boxes they concern. Parts that do not exist are
/// left out; an empty diagram says so.
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
    let arrows = Arrows::new(diagram);
    sentences.extend(arrows.story());
    sentences.extend(arrows.others());
    sentences.extend(arrows.asynchronous());
    if !diagram.strip.is_empty() {
        let items = diagram
            .strip
            .iter()
            .map(|item| named(&item.label, &item.service))
            .collect();
        sentences.push(format!("Across everything: {}.", list(items)));
    }
    sentences.extend(diagram.notes.iter().map(|note| trade_off(diagram, note)));
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
    let elements = count(diagram.nodes.len(), "element", "elements");
    if diagram.edges.is_empty() {
        return format!("{title}: {elements}.");
    }
    format!(
        "{title}: {elements} and {}, read from left to right.",
        count(diagram.edges.len(), "connection", "connections"),
    )
}

fn frames(diagram: &Diagram, tree: &Tree) -> Vec<String> {
    let mut sentences = Vec::new();
    let outside: Vec<String> = (0..diagram.nodes.len())
        .filter(|&at| tree.home[at].is_none())
        .map(|at| node_name(&diagram.nodes[at]))
        .collect();
    let mut told: BTreeSet<String> = BTreeSet::new();
    for group in tree.outer_first() {
        let held: Vec<String> = (0..diagram.nodes.len())
            .filter(|&at| tree.home[at] == Some(group))
            .map(|at| node_name(&diagram.nodes[at]))
            .collect();
        let label = clean(&diagram.groups[group].label);
        let name = if told.insert(label.clone()) {
            label
        } else {
            format!("another {label}")
        };
        let within = tree.parent[group]
            .map(|above| format!("inside {}, ", clean(&diagram.groups[above].label)))
            .unwrap_or_default();
        let inner = (0..diagram.groups.len())
            .filter(|&inner| tree.inhabited[inner] && tree.parent[inner] == Some(group))
            .count();
        sentences.push(match (held.is_empty(), inner) {
            (false, _) => capital(&format!("{within}{name} holds {}.", list(held))),
            (true, 1) => capital(&format!("{within}{name} holds one frame.")),
            (true, _) => capital(&format!("{within}{name} holds {inner} frames.")),
        });
    }
    if !sentences.is_empty() && !outside.is_empty() {
        let stand = if outside.len() == 1 {
            "stands"
        } else {
            "stand"
        };
        sentences.push(format!("Outside {stand} {}.", list(outside)));
    }
    sentences
}

/// The arrows with the names of their ends.
struct Arrows<'a>(Vec<Arrow<'a>>);

struct Arrow<'a> {
    edge: &'a Edge,
    from: String,
    to: String,
}

impl<'a> Arrows<'a> {
    fn new(diagram: &'a Diagram) -> Self {
        let mut by_id: BTreeMap<&str, &Node> = BTreeMap::new();
        for node in &diagram.nodes {
            by_id.entry(&node.id).or_insert(node);
        }
        let mut arrows: Vec<Arrow<'_>> = diagram
            .edges
            .iter()
            .filter_map(|edge| {
                let (from, to) = (by_id.get(edge.from.as_str())?, by_id.get(edge.to.as_str())?);
                Some(Arrow {
                    edge,
                    from: short_name(from),
                    to: short_name(to),
                })
            })
            .collect();
        arrows.sort_by_key(|arrow| (arrow.edge.step.is_none(), arrow.edge.step));
        Self(arrows)
    }

    /// What has a place in the story, in order.
    fn story(&self) -> Vec<String> {
        let mut before = None;
        let mut sentences = Vec::new();
        for arrow in &self.0 {
            let Some(step) = arrow.edge.step else {
                continue;
            };
            let also = if before == Some(step) {
                "Also step"
            } else {
                "Step"
            };
            before = Some(step);
            sentences.push(sentence(&format!("{also} {step}: {}", arrow.told())));
        }
        sentences
    }

    /// What has none, in one sentence after the steps.
    fn others(&self) -> Option<String> {
        let others: Vec<String> = self
            .0
            .iter()
            .filter(|arrow| arrow.edge.step.is_none())
            .map(|arrow| arrow.told().trim_end_matches('.').to_owned())
            .collect();
        if others.is_empty() {
            return None;
        }
        let lead = if others.len() < self.0.len() {
            "Beside the steps"
        } else {
            "Connections"
        };
        Some(sentence(&format!("{lead}: {}", others.join("; "))))
    }

    /// Whose senders do not wait.
    fn asynchronous(&self) -> Option<String> {
        let waiting = self
            .0
            .iter()
            .any(|arrow| arrow.edge.style == EdgeStyle::Sync);
        let mut seen = BTreeSet::new();
        let ends: Vec<String> = self
            .0
            .iter()
            .filter(|arrow| arrow.edge.style == EdgeStyle::Async)
            .map(|arrow| format!("{} to {}", arrow.from, arrow.to))
            .filter(|ends| seen.insert(ends.clone()))
            .collect();
        if ends.is_empty() {
            return None;
        }
        Some(if waiting {
            format!(
                "Asynchronous, so that the sender does not wait: {}. All other calls wait for their answer.",
                list(ends)
            )
        } else {
            "Asynchronous throughout: no sender waits for an answer.".to_owned()
        })
    }
}

impl Arrow<'_> {
    /// The story of the edge, or a sentence from its ends and label.
    fn told(&self) -> String {
        let (told, label) = (clean(&self.edge.story), clean(&self.edge.label));
        let Self { from, to, .. } = self;
        if !told.is_empty() {
            return told;
        }
        let again = if from == to { "itself" } else { to };
        let does = match self.edge.style {
            EdgeStyle::Sync => "calls",
            EdgeStyle::Async => "sends to",
        };
        if label.is_empty() {
            format!("{from} {does} {again}")
        } else {
            format!("{from} {does} {again} ({label})")
        }
    }
}

/// "Trade-off 1, high, at Request handler: …"
fn trade_off(diagram: &Diagram, note: &Note) -> String {
    let severity = match note.severity {
        Severity::High => "high",
        Severity::Medium => "medium",
        Severity::Low => "low",
    };
    let concerned: Vec<String> = diagram
        .nodes
        .iter()
        .filter(|node| node.badges.contains(&note.number))
        .map(short_name)
        .collect();
    let at = if concerned.is_empty() {
        String::new()
    } else {
        format!(", at {}", list(concerned))
    };
    sentence(&format!(
        "Trade-off {}, {severity}{at}: {}",
        note.number,
        clean(&note.text)
    ))
}

/// What a box is called in the story; what it is where it has no name of its own.
fn short_name(node: &Node) -> String {
    let label = clean(&node.label);
    if label.is_empty() {
        clean(&node.service)
    } else {
        label
    }
}

/// With its first letter as a capital.
fn capital(text: &str) -> String {
    let mut rest = text.chars();
    let first = rest.next().map(|first| first.to_uppercase().to_string());
    first.unwrap_or_default() + rest.as_str()
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
