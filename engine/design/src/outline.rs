//! A drawing for little room: what tells the story, without what guards it and catches what falls.

use std::collections::{BTreeMap, BTreeSet};

use plumbline_diagram::{Diagram, Edge, Group, GroupKind, Node};

/// Roles that stand beside the story: a reader who sees the drawing small doesn't miss them.
const BESIDE: [&str; 5] = [
    "firewall",
    "dns",
    "network",
    "dead-letter-queue",
    "container-registry",
];

/// The drawing for a page that has little room for it and says the rest in words: without frames of
/// networks, words on arrows, and boxes that stand beside the story. Steps are numbered anew.
#[must_use]
pub fn outline(diagram: Diagram) -> Diagram {
    let Diagram {
        groups,
        nodes,
        edges,
        ..
    } = diagram;
    let dropped: BTreeSet<String> = nodes
        .iter()
        .filter(|node| BESIDE.contains(&node.subject.role.as_str()))
        .map(|node| node.id.clone())
        .collect();
    let edges = renumbered(
        edges
            .into_iter()
            .filter(|edge| !dropped.contains(&edge.from) && !dropped.contains(&edge.to))
            .collect(),
    );
    let (groups, around) = without_networks(groups);
    let nodes = nodes
        .into_iter()
        .filter(|node| !dropped.contains(&node.id))
        .map(|node| Node {
            group: node
                .group
                .and_then(|group| around.get(&group).cloned().unwrap_or(Some(group))),
            badges: Vec::new(),
            ..node
        })
        .collect();
    Diagram {
        groups,
        nodes,
        edges,
        strip: Vec::new(),
        notes: Vec::new(),
        description: String::new(),
        frameless: true,
        title: diagram.title,
        subtitle: diagram.subtitle,
        facts: diagram.facts,
        date: diagram.date,
    }
}

fn renumbered(edges: Vec<Edge>) -> Vec<Edge> {
    let told: BTreeSet<u8> = edges.iter().filter_map(|edge| edge.step).collect();
    let numbers: BTreeMap<u8, u8> = told.into_iter().zip(1_u8..).collect();
    edges
        .into_iter()
        .map(|edge| Edge {
            step: edge.step.and_then(|step| numbers.get(&step).copied()),
            label: String::new(),
            ..edge
        })
        .collect()
}

/// The groups that aren't networks, and for each that is the nearest one around it that isn't.
fn without_networks(groups: Vec<Group>) -> (Vec<Group>, BTreeMap<String, Option<String>>) {
    let mut around: BTreeMap<String, Option<String>> = BTreeMap::new();
    let mut kept = Vec::new();
    for mut group in groups {
        // Groups stand after those around them.
        if let Some(above) = group.parent.as_ref().and_then(|parent| around.get(parent)) {
            group.parent.clone_from(above);
        }
        if group.kind == GroupKind::Network {
            around.insert(group.id, group.parent);
        } else {
            kept.push(group);
        }
    }
    (kept, around)
}

#[cfg(test)]
mod tests {
    use plumbline_diagram::{Diagram, check, layout};

    use super::outline;

    #[test]
    fn what_stands_beside_the_story_goes() {
        let diagram: Diagram = serde_json::from_value(serde_json::json!({
            "title": "Orders",
            "groups": [
                {"id": "cloud", "label": "Cloud", "kind": "cloud"},
                {"id": "net", "label": "Private network", "kind": "network", "parent": "cloud"},
                {"id": "tier", "label": "Workers", "kind": "tier", "parent": "net"},
            ],
            "nodes": [
                {"id": "wall", "label": "Firewall", "group": "cloud", "badges": [1], "subject": {"role": "firewall"}},
                {"id": "api", "label": "API", "group": "cloud"},
                {"id": "code", "label": "Handler", "group": "net", "badges": [1]},
                {"id": "work", "label": "Worker", "group": "tier"},
            ],
            "edges": [
                {"from": "wall", "to": "api", "label": "filters", "step": 1},
                {"from": "api", "to": "code", "label": "invokes", "step": 2},
                {"from": "code", "to": "work", "label": "sends", "step": 4, "style": "async"},
            ],
            "notes": [{"number": 1, "text": "Mind.", "severity": "low"}],
        }))
        .unwrap();
        let small = outline(diagram);
        let ids: Vec<&str> = small.nodes.iter().map(|node| node.id.as_str()).collect();
        assert_eq!(ids, ["api", "code", "work"]);
        let homes: Vec<_> = small
            .nodes
            .iter()
            .map(|node| node.group.as_deref())
            .collect();
        assert_eq!(homes, [Some("cloud"), Some("cloud"), Some("tier")]);
        assert_eq!(small.groups[1].parent.as_deref(), Some("cloud"));
        let steps: Vec<_> = small.edges.iter().map(|edge| edge.step).collect();
        assert_eq!(steps, [Some(1), Some(2)]);
        assert_eq!(check(&small), Ok(()));
        let scene = layout(&small).unwrap();
        assert!(scene.legend.entries.is_empty() && scene.title_block.is_none());
    }
}
