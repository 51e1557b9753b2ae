//! Graphs to try: random ones, and a platform of any size that is built as people build them.

use super::{edge, group, loose, node};
use plumbline_diagram::{Diagram, Edge, EdgeStyle, GroupKind};
use proptest::prelude::*;

/// Random nested graphs: several arrows between two nodes, loops, empty frames, nodes in one slot.
pub fn graphs(most_nodes: usize, most_edges: usize) -> impl Strategy<Value = Diagram> {
    let label = prop_oneof![
        Just(""),
        Just("go"),
        Just("a longer label"),
        Just("a label that needs two lines"),
        Just("</text><script>alert(1)</script> &amp; \"'"),
        Just("שלום \u{202E}gnp.exe 👩‍👩‍👧‍👦 e\u{301}\u{301}\u{0}\u{85}"),
        Just("oneverylongwordthatcannotbebrokenanywhereandgoesonandonandonandonandon")
    ];
    (0..most_nodes, 0..7_usize).prop_flat_map(move |(nodes, groups)| {
        let places = proptest::collection::vec((0..7_i32, 0..5_i32, 0..groups + 1), nodes);
        let parents = proptest::collection::vec(0..groups.max(1), groups);
        let edges = proptest::collection::vec(
            (
                0..nodes.max(1),
                0..nodes.max(1),
                label.clone(),
                any::<bool>(),
            ),
            0..if nodes == 0 { 1 } else { most_edges },
        );
        (places, parents, edges).prop_map(move |(places, parents, edges)| Diagram {
            title: "Random".into(),
            groups: parents
                .iter()
                .enumerate()
                .map(|(at, &above)| {
                    let parent = (above < at).then(|| format!("g{above}"));
                    group(&format!("g{at}"), parent.as_deref())
                })
                .collect(),
            nodes: places
                .iter()
                .enumerate()
                .map(|(at, &(column, row, home))| {
                    let home = (home < groups).then(|| format!("g{home}"));
                    node(&format!("n{at}"), column, row, home.as_deref())
                })
                .collect(),
            edges: edges
                .into_iter()
                .map(|(from, to, label, step)| Edge {
                    step: step.then_some(7),
                    ..edge(&format!("n{from}"), &format!("n{to}"), label)
                })
                .collect(),
            ..Diagram::default()
        })
    })
}

/// A platform of teams, four services each: an interface, a handler, a table and, in every other team, a
/// queue. Handlers call the next team and publish to one bus.
pub fn platform(teams: usize) -> Diagram {
    let mut diagram = Diagram {
        title: "Platform".into(),
        groups: vec![group("cloud", None), group("net", Some("cloud"))],
        nodes: vec![
            loose("client", None),
            loose("gateway", Some("cloud")),
            loose("bus", Some("cloud")),
        ],
        edges: vec![edge("client", "gateway", "HTTPS")],
        ..Diagram::default()
    };
    for team in 0..teams {
        let id = |what: &str| format!("{what}{team}");
        diagram.groups.push(plumbline_diagram::Group {
            kind: GroupKind::Tier,
            ..group(
                &id("team"),
                Some(if team % 3 == 0 { "cloud" } else { "net" }),
            )
        });
        for what in ["api", "handler", "table"] {
            diagram.nodes.push(loose(&id(what), Some(&id("team"))));
        }
        diagram.edges.push(edge("gateway", &id("api"), ""));
        diagram
            .edges
            .push(edge(&id("api"), &id("handler"), "invoke"));
        diagram
            .edges
            .push(edge(&id("handler"), &id("table"), "read, write"));
        diagram.edges.push(Edge {
            style: EdgeStyle::Async,
            ..edge(&id("handler"), "bus", "publish")
        });
        if team % 2 == 1 {
            diagram.nodes.push(loose(&id("queue"), Some(&id("team"))));
            diagram.edges.push(edge("bus", &id("queue"), ""));
            diagram
                .edges
                .push(edge(&id("queue"), &id("handler"), "poll"));
        }
        if team % 3 == 2 {
            let next = format!("api{}", team - 1);
            diagram.edges.push(edge(&id("handler"), &next, "call"));
        }
    }
    diagram
}
