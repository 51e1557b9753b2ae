//! What holds for every drawing: the sample, hand-made awkward graphs and thousands of random ones.
#![allow(dead_code, clippy::unwrap_used, clippy::panic)] // Each test file uses its part of the support.

mod support;

use plumbline_diagram::{Diagram, Edge, Group, Node, Theme, check, layout, mermaid, prose, svg};
use proptest::prelude::*;
use support::graphs::graphs;
use support::{assert_sound, crossings, edge, faults, group, node, sample};

#[test]
fn the_sample_is_sound_and_every_label_has_a_place() {
    let diagram = sample();
    assert_eq!(check(&diagram), Ok(()));
    let scene = assert_sound(&diagram);
    for (edge, route) in diagram.edges.iter().zip(&scene.edges) {
        let label = route
            .label
            .as_ref()
            .unwrap_or_else(|| panic!("no room for {}", edge.label));
        let text: Vec<&str> = label.lines.iter().map(|line| line.text.as_str()).collect();
        assert_eq!(text.join(" "), edge.label);
        for frame in &scene.groups {
            let crosses = frame.rect.overlaps(&label.plate) && !frame.rect.contains(&label.plate);
            assert!(!crosses, "{} lies on a frame", edge.label);
        }
    }
    let bends: usize = scene.edges.iter().map(|edge| edge.points.len() - 2).sum();
    assert!(bends <= 4, "{bends} bends");
    assert_eq!(crossings(&scene), 0);
}

#[test]
fn awkward_graphs_are_sound() {
    let graph = |nodes: Vec<Node>, groups: Vec<Group>, edges: Vec<Edge>| Diagram {
        nodes,
        groups,
        edges,
        ..Diagram::default()
    };
    let ring = |id: &str| node(id, 0, 0, None);
    let cases = [
        ("empty", Diagram::default()),
        (
            "one node",
            graph(vec![node("a", i32::MIN, i32::MAX, None)], vec![], vec![]),
        ),
        (
            "loops",
            graph(
                vec![ring("a")],
                vec![],
                vec![edge("a", "a", "again"), edge("a", "a", "")],
            ),
        ),
        (
            "both ways, twice",
            graph(
                vec![node("a", 0, 0, None), node("b", 1, 0, None)],
                vec![],
                vec![
                    edge("a", "b", "x"),
                    edge("a", "b", "y"),
                    edge("b", "a", "z"),
                    edge("b", "a", "w"),
                ],
            ),
        ),
        (
            "one slot",
            graph(
                vec![ring("a"), ring("b"), ring("c")],
                vec![],
                vec![edge("a", "c", "over")],
            ),
        ),
        (
            "a stranger amid a frame",
            graph(
                vec![
                    node("a", 0, 0, Some("g")),
                    node("x", 1, 0, None),
                    node("b", 2, 0, Some("g")),
                ],
                vec![group("g", None)],
                vec![edge("a", "b", "past"), edge("x", "b", "in")],
            ),
        ),
        (
            "interleaved frames",
            graph(
                (0..6)
                    .map(|i| node(&format!("n{i}"), i, i % 2, Some(["g", "h"][i as usize % 2])))
                    .collect(),
                vec![
                    group("g", None),
                    group("h", None),
                    group("unused", Some("g")),
                ],
                (0..5)
                    .map(|i| edge(&format!("n{i}"), &format!("n{}", i + 1), "next"))
                    .collect(),
            ),
        ),
        (
            "a node between both ends",
            graph(
                vec![
                    node("a", 0, 0, None),
                    node("b", 1, 0, None),
                    node("c", 2, 0, None),
                ],
                vec![],
                vec![
                    edge("a", "c", "skip"),
                    edge("c", "a", "back"),
                    edge("a", "b", ""),
                    edge("b", "c", ""),
                ],
            ),
        ),
    ];
    for (name, diagram) in cases {
        let scene = layout(&diagram).unwrap();
        assert_eq!(faults(&diagram, &scene), Vec::<String>::new(), "{name}");
        assert_sound(&diagram);
        assert!(!mermaid(&diagram).is_empty() && !prose(&diagram).is_empty());
    }
}

#[test]
fn faults_are_told_and_refused() {
    let mut diagram = sample();
    diagram.edges.push(edge("client", "nowhere", ""));
    diagram.nodes.push(node("client", 0, 1, Some("ghost")));
    diagram.groups[0].parent = Some("subnet".into());
    let told: Vec<String> = check(&diagram)
        .unwrap_err()
        .iter()
        .map(ToString::to_string)
        .collect();
    let told = told.join("\n");
    for word in [
        "`nowhere`",
        "several nodes are called `client`",
        "`ghost`",
        "lies inside itself",
        "share the slot",
    ] {
        assert!(told.contains(word), "{word} in {told}");
    }
    assert!(layout(&diagram).is_err());
    // The structural forms draw what they can.
    assert!(mermaid(&diagram).contains("subgraph") && prose(&diagram).contains("Region"));
}

#[test]
fn a_new_node_moves_little() {
    let before = layout(&sample()).unwrap();
    let mut diagram = sample();
    diagram.nodes.push(node("extra", 8, 3, None));
    let after = layout(&diagram).unwrap();
    for (a, b) in before.nodes.iter().zip(&after.nodes) {
        assert_eq!(a.rect, b.rect, "{}", a.id);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn random_graphs_are_sound(diagram in graphs(16, 20)) {
        let scene = layout(&diagram).unwrap();
        prop_assert_eq!(faults(&diagram, &scene), Vec::<String>::new());
        let text = svg(&scene, Theme::Auto);
        prop_assert!(roxmltree::Document::parse(&text).is_ok());
        prop_assert_eq!(text, svg(&layout(&diagram).unwrap(), Theme::Auto));
    }

}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_is_drawn_as_text(text in any::<String>()) {
        let mut diagram = sample();
        diagram.title.clone_from(&text);
        diagram.nodes[3].label.clone_from(&text);
        diagram.edges[3].label.clone_from(&text);
        diagram.groups[1].label.clone_from(&text);
        let scene = layout(&diagram).unwrap();
        prop_assert!(roxmltree::Document::parse(&svg(&scene, Theme::Light)).is_ok());
        let _ = (mermaid(&diagram), prose(&diagram));
    }
}

#[test]
fn a_monster_ends() {
    let nodes = (0..300)
        .map(|i: i32| node(&format!("n{i}"), i * 7 % 40, i * 11 % 13, None))
        .collect();
    let edges = (0..600)
        .map(|i: i32| {
            edge(
                &format!("n{}", i * 13 % 300),
                &format!("n{}", i * 29 % 300),
                "label",
            )
        })
        .collect();
    let diagram = Diagram {
        nodes,
        edges,
        ..Diagram::default()
    };
    let scene = layout(&diagram).unwrap();
    assert_eq!(scene.edges.len(), 600);
    assert!(scene.edges.iter().all(|edge| edge.points.len() >= 2));
}
