//! The compound layout: what holds for diagrams without slots.
#![allow(dead_code, clippy::unwrap_used, clippy::panic)] // Each test file uses its part of the support.

mod support;

use plumbline_diagram::{
    Collapse, Diagram, Scene, Theme, check, collapse, layout, layout_with, svg,
};
use proptest::prelude::*;
use support::graphs::{graphs, platform};
use support::{assert_sound, crossings, edge, faults, group, loose, node, sample, unslotted};

fn left_of(scene: &Scene, a: &str, b: &str) -> bool {
    let rect = |id: &str| scene.nodes.iter().find(|node| node.id == id).unwrap().rect;
    rect(a).right() < rect(b).x
}

#[test]
fn a_request_reads_from_left_to_right() {
    let diagram = unslotted(sample());
    assert_eq!(check(&diagram), Ok(()));
    let scene = assert_sound(&diagram);
    let way = ["client", "cdn", "api", "orders", "aurora"];
    for pair in way.windows(2) {
        assert!(left_of(&scene, pair[0], pair[1]), "{pair:?}");
    }
    assert!(crossings(&scene) <= 1, "{} crossings", crossings(&scene));
    assert!(scene.edges.iter().all(|edge| edge.label.is_some()));
}

#[test]
fn who_asks_first_stands_left_even_if_an_answer_comes_back() {
    // Every arrow but the mail is a call; the ring must open at the mail.
    let mut diagram = Diagram {
        groups: vec![group("cloud", None)],
        nodes: vec![
            loose("mailer", Some("cloud")),
            loose("shopper", None),
            loose("firewall", None),
            loose("api", Some("cloud")),
        ],
        edges: vec![
            edge("mailer", "shopper", "mail"),
            edge("api", "mailer", "confirm"),
            edge("shopper", "firewall", "HTTPS"),
            edge("firewall", "api", "clean traffic"),
        ],
        ..Diagram::default()
    };
    diagram.edges[0].style = plumbline_diagram::EdgeStyle::Async;
    let scene = assert_sound(&diagram);
    for pair in ["shopper", "firewall", "api", "mailer"].windows(2) {
        assert!(left_of(&scene, pair[0], pair[1]), "{pair:?}");
    }
}

#[test]
fn one_node_without_a_slot_is_told_and_all_are_placed_anew() {
    let mut diagram = sample();
    diagram.nodes[2].slot = None;
    let told = check(&diagram).unwrap_err();
    assert!(
        told[0].message.contains("`auth` has no slot"),
        "{}",
        told[0]
    );
    assert_eq!(layout(&diagram), layout(&unslotted(diagram.clone())));
}

#[test]
fn a_pile_of_loose_nodes_is_about_as_wide_as_a_page() {
    let diagram = Diagram {
        nodes: (0..40).map(|i| loose(&format!("n{i}"), None)).collect(),
        ..Diagram::default()
    };
    let scene = assert_sound(&diagram);
    let ratio = scene.width / scene.height;
    assert!((0.8..3.0).contains(&ratio), "{ratio}");
}

#[test]
fn a_platform_of_sixty_nodes_is_sound_and_has_few_crossings() {
    let diagram = platform(16);
    let scene = assert_sound(&diagram);
    assert_eq!(scene.nodes.len(), diagram.nodes.len());
    let count = crossings(&scene);
    println!("{} nodes, {count} crossings", diagram.nodes.len());
    assert!(count <= 60, "{count} crossings");
}

#[test]
fn a_large_platform_is_collapsed_by_default_and_drawn_whole_on_demand() {
    let diagram = platform(80);
    let scene = assert_sound(&diagram);
    assert!(scene.nodes.len() <= Collapse::VISIBLE);
    let all = layout_with(&diagram, Collapse::Never).unwrap();
    assert_eq!(all.nodes.len(), diagram.nodes.len());
    assert_eq!(all.edges.len(), diagram.edges.len());
    assert_eq!(faults(&diagram, &all), Vec::<String>::new());
}

#[test]
fn a_collapsed_group_keeps_its_name_its_arrows_and_its_badges() {
    let mut diagram = platform(30);
    for node in &mut diagram.nodes {
        if node.id == "table7" {
            node.badges = vec![3];
        }
    }
    // Somebody has the id already.
    diagram.nodes.push(loose("group:team5", None));
    let shown = collapse(&diagram, Collapse::Auto).into_owned();
    assert_eq!(
        check(&Diagram {
            notes: Vec::new(),
            ..shown.clone()
        })
        .unwrap_err()
        .len(),
        1
    );
    let team = shown
        .nodes
        .iter()
        .find(|node| node.id == "group:team7")
        .unwrap();
    assert_eq!(
        (team.label.as_str(), team.service.as_str()),
        ("Group team7", "4 items")
    );
    assert_eq!(
        (team.group.as_deref(), &team.badges),
        (Some("net"), &vec![3])
    );
    assert!(shown.nodes.iter().any(|node| node.id == "group:team5'"));
    assert!(shown.groups.iter().all(|group| group.id != "team7"));
    let label = |from: &str, to: &str| {
        let edge = shown
            .edges
            .iter()
            .find(|edge| edge.from == from && edge.to == to);
        edge.map(|edge| edge.label.as_str())
    };
    assert_eq!(label("group:team7", "bus"), Some("publish"));
    assert_eq!(label("gateway", "group:team7"), Some(""));
    // The larger groups go first, and no more than needed.
    assert!(shown.nodes.len() <= Collapse::VISIBLE);
    assert!(
        shown
            .groups
            .iter()
            .any(|group| group.id.starts_with("team"))
    );
    assert_eq!(collapse(&diagram, Collapse::Never).into_owned(), diagram);
    assert_eq!(collapse(&sample(), Collapse::Auto).into_owned(), sample());
}

#[test]
fn arrows_of_one_style_between_collapsed_groups_are_counted() {
    let mut diagram = platform(40);
    for _ in 0..2 {
        diagram.edges.push(edge("api1", "table5", "look up"));
    }
    diagram.edges.push(edge("handler1", "api7", "a"));
    diagram.edges.push(edge("handler1", "api7", "b"));
    let shown = collapse(&diagram, Collapse::Auto);
    let labels = |from: &str, to: &str| -> Vec<&str> {
        let edges = shown
            .edges
            .iter()
            .filter(|edge| edge.from == from && edge.to == to);
        edges.map(|edge| edge.label.as_str()).collect()
    };
    assert_eq!(labels("group:team1", "group:team5"), ["look up ×2"]);
    assert_eq!(labels("group:team1", "group:team7"), ["×2"]);
}

#[test]
fn slips_in_a_file_are_told() {
    let cases = [
        (
            r#"{"nodes":[{"id":"a","label":"A","colour":"red"}]}"#,
            "unknown field `colour`",
        ),
        (r#"{"nodes":[{"id":"a"}]}"#, "missing field `label`"),
        (
            r#"{"edges":[{"from":"a","to":"b","style":"later"}]}"#,
            "unknown variant `later`",
        ),
        (
            r#"{"nodes":[{"id":"a","label":"A","slot":{"column":1}}]}"#,
            "missing field `row`",
        ),
    ];
    for (json, message) in cases {
        let told = serde_json::from_str::<Diagram>(json)
            .unwrap_err()
            .to_string();
        assert!(told.contains(message), "{told}");
    }
    let least = r#"{"nodes":[{"id":"a","label":"A"},{"id":"b","label":"B"}],"edges":[{"from":"a","to":"b"}]}"#;
    let scene = assert_sound(&serde_json::from_str(least).unwrap());
    assert!(left_of(&scene, "a", "b"));
    // Slots that are there are kept when a diagram is written, and none is made up.
    let written = serde_json::to_string(&[node("a", 1, 2, None), loose("b", None)]).unwrap();
    assert_eq!(written.matches("slot").count(), 1);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 500, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn random_graphs_without_slots_are_sound(diagram in graphs(16, 20)) {
        let diagram = unslotted(diagram);
        let scene = layout(&diagram).unwrap();
        prop_assert_eq!(faults(&diagram, &scene), Vec::<String>::new());
        prop_assert!(roxmltree::Document::parse(&svg(&scene, Theme::Auto)).is_ok());
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn larger_random_graphs_are_sound(diagram in graphs(70, 90)) {
        let diagram = unslotted(diagram);
        let scene = layout(&diagram).unwrap();
        prop_assert_eq!(faults(&diagram, &scene), Vec::<String>::new());
        prop_assert_eq!(&scene, &layout(&diagram).unwrap());
    }
}
