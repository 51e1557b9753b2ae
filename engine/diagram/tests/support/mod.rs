//! Graphs to draw, and everything that must hold for a finished drawing.

pub mod graphs;
pub mod sound;
pub mod stability;

#[allow(unused_imports)] // Each test file uses its part.
pub use sound::{crossings, faults};

use plumbline_diagram::{
    Collapse, Diagram, Edge, EdgeStyle, Glyph, Group, GroupKind, Node, Scene, Slot, Subject, Theme,
    collapse, layout, svg,
};

pub fn sample() -> Diagram {
    serde_json::from_str(include_str!("../orders.json")).unwrap()
}

pub fn node(id: &str, column: i32, row: i32, group: Option<&str>) -> Node {
    Node {
        id: id.into(),
        label: format!("Node {id}"),
        service: "Some service".into(),
        glyph: Glyph::Function,
        slot: Some(Slot { column, row }),
        group: group.map(Into::into),
        badges: Vec::new(),
        accent: None,
        subject: Subject::default(),
    }
}

/// A node that has no slot.
pub fn loose(id: &str, group: Option<&str>) -> Node {
    Node {
        slot: None,
        ..node(id, 0, 0, group)
    }
}

/// The same diagram without slots.
pub fn unslotted(mut diagram: Diagram) -> Diagram {
    for node in &mut diagram.nodes {
        node.slot = None;
    }
    diagram
}

pub fn edge(from: &str, to: &str, label: &str) -> Edge {
    Edge {
        from: from.into(),
        to: to.into(),
        label: label.into(),
        style: EdgeStyle::Sync,
        step: None,
        story: String::new(),
    }
}

pub fn group(id: &str, parent: Option<&str>) -> Group {
    Group {
        id: id.into(),
        label: format!("Group {id}"),
        kind: GroupKind::Network,
        parent: parent.map(Into::into),
    }
}

/// Lays a diagram out, and checks the scene and the drawing.
pub fn assert_sound(diagram: &Diagram) -> Scene {
    let scene = layout(diagram).unwrap();
    let diagram = &*collapse(diagram, Collapse::Auto);
    assert_eq!(faults(diagram, &scene), Vec::<String>::new());
    for theme in [Theme::Auto, Theme::Light, Theme::Dark] {
        let text = svg(&scene, theme);
        roxmltree::Document::parse(&text).unwrap();
        assert_eq!(
            text,
            svg(&layout(diagram).unwrap(), theme),
            "two runs differ"
        );
    }
    scene
}
