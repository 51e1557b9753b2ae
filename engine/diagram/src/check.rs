//! What can be wrong with a diagram, said so that its author can mend it.

use crate::fault::Fault;
use crate::model::{Diagram, Slot};
use std::collections::{BTreeMap, BTreeSet};

/// Beyond these a picture says nothing, and time is no longer bounded.
const MOST_NODES: usize = 600;
const MOST_EDGES: usize = 2000;
const MOST_GROUPS: usize = 400;
const DEEPEST: usize = 12;
const MOST_EXTRAS: usize = 400;

/// Looks for what cannot be drawn or would mislead: ids that nothing carries or several carry, frames
/// around themselves, notes without text behind a badge, two nodes in one slot.
///
/// # Errors
/// One message per fault, each with a hint. [`layout`](crate::layout) refuses the same faults, except
/// that it moves nodes in one slot apart and drops badges without a note.
pub fn check(diagram: &Diagram) -> Result<(), Vec<Fault>> {
    let mut faults = blocking(diagram);
    faults.extend(shared_slots(diagram));
    faults.extend(notes(diagram));
    if faults.is_empty() {
        Ok(())
    } else {
        Err(faults)
    }
}

/// The faults that leave no picture to draw.
pub(crate) fn blocking(diagram: &Diagram) -> Vec<Fault> {
    let mut faults = Vec::new();
    let limits = [
        ("nodes", diagram.nodes.len(), MOST_NODES),
        ("edges", diagram.edges.len(), MOST_EDGES),
        ("groups", diagram.groups.len(), MOST_GROUPS),
        ("strip items", diagram.strip.len(), MOST_EXTRAS),
        ("notes", diagram.notes.len(), MOST_EXTRAS),
    ];
    for (what, count, most) in limits {
        if count > most {
            faults.push(Fault::new(
                format!("{count} {what} are more than a drawing can hold, which is {most}"),
                "split the diagram",
            ));
        }
    }
    if !faults.is_empty() {
        return faults;
    }

    let nodes = unique(
        diagram.nodes.iter().map(|node| node.id.as_str()),
        "nodes",
        &mut faults,
    );
    let groups = unique(
        diagram.groups.iter().map(|group| group.id.as_str()),
        "groups",
        &mut faults,
    );
    for node in &diagram.nodes {
        if let Some(group) = node
            .group
            .as_deref()
            .filter(|group| !groups.contains(group))
        {
            faults.push(Fault::new(
                format!(
                    "node `{}` stands in group `{group}`, which does not exist",
                    node.id
                ),
                "add the group or remove the reference",
            ));
        }
    }
    for edge in &diagram.edges {
        for end in [&edge.from, &edge.to] {
            if !nodes.contains(end.as_str()) {
                faults.push(Fault::new(
                    format!(
                        "edge `{}` → `{}` names node `{end}`, which does not exist",
                        edge.from, edge.to
                    ),
                    "add the node or remove the edge",
                ));
            }
        }
    }
    nesting(diagram, &groups, &mut faults);
    faults
}

fn unique<'a>(
    ids: impl Iterator<Item = &'a str>,
    what: &str,
    faults: &mut Vec<Fault>,
) -> BTreeSet<&'a str> {
    let mut seen = BTreeSet::new();
    let mut told = BTreeSet::new();
    for id in ids {
        if !seen.insert(id) && told.insert(id) {
            faults.push(Fault::new(
                format!("several {what} are called `{id}`"),
                "give each its own id",
            ));
        }
    }
    seen
}

fn nesting(diagram: &Diagram, groups: &BTreeSet<&str>, faults: &mut Vec<Fault>) {
    let mut parent: BTreeMap<&str, &str> = BTreeMap::new();
    for group in &diagram.groups {
        let Some(above) = group.parent.as_deref() else {
            continue;
        };
        if groups.contains(above) {
            parent.insert(&group.id, above);
        } else {
            faults.push(Fault::new(
                format!(
                    "group `{}` lies in group `{above}`, which does not exist",
                    group.id
                ),
                "add the group or remove `parent`",
            ));
        }
    }
    for group in &diagram.groups {
        let mut at = group.id.as_str();
        let mut depth = 1;
        while let Some(&above) = parent.get(at) {
            if above == group.id {
                faults.push(Fault::new(
                    format!("group `{}` lies inside itself", group.id),
                    "one of the groups around it must not have it as `parent`",
                ));
                break;
            }
            depth += 1;
            if depth > DEEPEST {
                // A walk that enters a cycle further up ends here too; the cycle has its own message.
                if !on_cycle(above, &parent) {
                    faults.push(Fault::new(
                        format!("group `{}` is nested more than {DEEPEST} deep", group.id),
                        "leave out some of the groups around it",
                    ));
                }
                break;
            }
            at = above;
        }
    }
}

fn on_cycle(start: &str, parent: &BTreeMap<&str, &str>) -> bool {
    let mut seen = BTreeSet::new();
    let mut at = start;
    while let Some(&above) = parent.get(at) {
        if !seen.insert(at) {
            return true;
        }
        at = above;
    }
    false
}

fn shared_slots(diagram: &Diagram) -> Vec<Fault> {
    let mut slots: BTreeMap<(i32, i32), Vec<&str>> = BTreeMap::new();
    for node in &diagram.nodes {
        if let Some(Slot { column, row }) = node.slot {
            slots.entry((column, row)).or_default().push(&node.id);
        }
    }
    let without: Vec<&str> = diagram
        .nodes
        .iter()
        .filter(|node| node.slot.is_none())
        .map(|node| node.id.as_str())
        .collect();
    if let [first, ..] = without.as_slice()
        && without.len() < diagram.nodes.len()
    {
        return vec![Fault::new(
            format!("node `{first}` has no slot, so the slots of the others do not count"),
            "give every node a slot, or none",
        )];
    }
    slots
        .into_iter()
        .filter(|(_, ids)| ids.len() > 1)
        .map(|((column, row), ids)| {
            let names: Vec<String> = ids.iter().map(|id| format!("`{id}`")).collect();
            Fault::new(
                format!(
                    "{} share the slot at column {column}, row {row}",
                    names.join(" and ")
                ),
                "give each node its own column and row",
            )
        })
        .collect()
}

fn notes(diagram: &Diagram) -> Vec<Fault> {
    let mut faults = Vec::new();
    let mut numbers = BTreeSet::new();
    for note in &diagram.notes {
        if !numbers.insert(note.number) {
            faults.push(Fault::new(
                format!("several notes have the number {}", note.number),
                "number the notes one by one",
            ));
        }
    }
    for node in &diagram.nodes {
        for badge in &node.badges {
            if !numbers.contains(badge) {
                faults.push(Fault::new(
                    format!(
                        "node `{}` has the badge {badge}, but no note has that number",
                        node.id
                    ),
                    "add the note or remove the badge",
                ));
            }
        }
    }
    faults
}
