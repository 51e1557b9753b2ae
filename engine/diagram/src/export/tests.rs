//! No text leaves its place, in any format.

use super::*;
use crate::{Diagram, Format, Theme, layout};
use serde_json::Value;

fn sample() -> Diagram {
    serde_json::from_str(include_str!("../../tests/orders.json")).unwrap()
}

/// Texts that mean something to some format.
const ATTACKS: [&str; 18] = [
    "</text><script>alert(1)</script>",
    "\"quoted\" 'quoted' `ticked`",
    "back\\slash \\N \\",
    "two\nlines\r\n\ttabs",
    "{{braces}} ${HOME} $x",
    "%%{init: {}}%% %% comment",
    "a --> b -.-> c -> d",
    "שלום \u{202E}gnp.exe \u{200F}",
    "👩‍👩‍👧‍👦 e\u{301}",
    "nul\u{0}esc\u{1B}[31mred",
    "]]> <!-- --> <![CDATA[",
    "&amp; &#65; #35; #quot;",
    "end",
    "subgraph style class click",
    "direction: left; near: top-left }",
    "|md # heading |",
    "[[x]](y) ![i](z)",
    "key=value;shape=image;html=1",
];

fn attacked(text: &str) -> Diagram {
    let mut diagram = sample();
    for slot in [
        &mut diagram.title,
        &mut diagram.subtitle,
        &mut diagram.date,
        &mut diagram.description,
    ] {
        *slot = text.into();
    }
    for fact in &mut diagram.facts {
        (fact.name, fact.value) = (text.into(), text.into());
    }
    for group in &mut diagram.groups {
        group.label = text.into();
    }
    for node in &mut diagram.nodes {
        (node.label, node.service) = (text.into(), text.into());
    }
    for edge in &mut diagram.edges {
        edge.label = text.into();
    }
    for item in &mut diagram.strip {
        (item.label, item.service) = (text.into(), text.into());
    }
    for note in &mut diagram.notes {
        note.text = text.into();
    }
    diagram
}

fn written(format: Format, diagram: &Diagram) -> String {
    format.write(diagram, Theme::Light).unwrap()
}

/// How often each of these stands at the start of a line: the statements of a text format.
fn statements(text: &str, starts: &[&str]) -> Vec<usize> {
    starts
        .iter()
        .map(|start| {
            text.lines()
                .filter(|line| line.trim_start().starts_with(start))
                .count()
        })
        .collect()
}

#[test]
fn an_attack_makes_no_statement() {
    let cases: [(Format, &[&str]); 5] = [
        (
            Format::Mermaid,
            &["subgraph", "end", "n", "click", "style", "%%{", "---"],
        ),
        (
            Format::MermaidArchitecture,
            &["group", "service", "n", "title", "%%{"],
        ),
        (
            Format::D2,
            &["g", "n", "s", "}", "direction", "near", "|md"],
        ),
        (Format::Dot, &["subgraph", "n", "s", "}"]),
        (
            Format::Structurizr,
            &["n", "s", "system", "deploymentNode", "}", "!"],
        ),
    ];
    for (format, starts) in cases {
        // Every title needs quotes in both, so that the number of lines is the same.
        let calm = written(format, &attacked("a. b"));
        for attack in ATTACKS {
            let text = written(format, &attacked(attack));
            assert_eq!(
                statements(&text, starts),
                statements(&calm, starts),
                "{attack} in {}",
                format.id()
            );
        }
    }
}

#[test]
fn no_control_character_and_no_turned_direction_gets_through() {
    for format in Format::ALL {
        for attack in ATTACKS {
            let text = written(format, &attacked(attack));
            assert!(
                text.chars()
                    .all(|c| c == '\n'
                        || !(c.is_control() || ('\u{202A}'..='\u{202E}').contains(&c))),
                "{attack} in {}",
                format.id()
            );
        }
    }
}

#[test]
fn draw_io_cells_stay_cells() {
    for attack in ATTACKS {
        let text = written(Format::DrawIo, &attacked(attack));
        let document = roxmltree::Document::parse(&text).unwrap();
        for element in document.descendants().filter(roxmltree::Node::is_element) {
            let known = [
                "mxfile",
                "diagram",
                "mxGraphModel",
                "root",
                "mxCell",
                "UserObject",
                "mxGeometry",
                "mxPoint",
                "Array",
            ];
            assert!(known.contains(&element.tag_name().name()), "{attack}");
            if let Some(style) = element.attribute("style") {
                assert!(!style.contains("key=value"), "{style}");
            }
            let label = element.attribute("label").or(element.attribute("value"));
            assert!(!label.unwrap_or_default().contains("<script"), "{attack}");
        }
    }
}

#[test]
fn draw_io_cells_stand_in_their_parents() {
    let diagram = sample();
    let text = written(Format::DrawIo, &diagram);
    let document = roxmltree::Document::parse(&text).unwrap();
    let cell = |id: &str| {
        let found = document
            .descendants()
            .find(|node| node.attribute("id") == Some(id))
            .unwrap();
        if found.has_tag_name("mxCell") {
            found
        } else {
            found.first_element_child().unwrap()
        }
    };
    let number = |cell: roxmltree::Node<'_, '_>, name: &str| {
        let geometry = cell.first_element_child().unwrap();
        geometry.attribute(name).unwrap().parse::<f64>().unwrap()
    };
    let scene = layout(&diagram).unwrap();
    for (at, node) in scene.nodes.iter().enumerate() {
        // Summing up the way to the page gives the place in the drawing.
        let (mut x, mut y) = (0.0, 0.0);
        let mut id = format!("n{at}");
        while id != "1" {
            let cell = cell(&id);
            x += number(cell, "x");
            y += number(cell, "y");
            id = cell.attribute("parent").unwrap().to_owned();
        }
        assert_eq!((x, y), (node.rect.x, node.rect.y), "{}", node.id);
    }
}

#[test]
fn excalidraw_is_the_same_twice_and_no_id_twice() {
    for attack in ATTACKS {
        let diagram = attacked(attack);
        let text = written(Format::Excalidraw, &diagram);
        assert_eq!(text, written(Format::Excalidraw, &diagram));
        let file: Value = serde_json::from_str(&text).unwrap();
        let mut ids: Vec<&str> = file["elements"]
            .as_array()
            .unwrap()
            .iter()
            .map(|element| element["id"].as_str().unwrap())
            .collect();
        let count = ids.len();
        ids.sort_unstable();
        ids.dedup();
        assert_eq!(ids.len(), count);
    }
}

#[test]
fn every_format_has_a_name_and_an_ending_of_its_own() {
    for get in [Format::id, Format::label, Format::extension] {
        let mut names = Format::ALL.map(get);
        names.sort_unstable();
        assert!(names.windows(2).all(|pair| pair[0] != pair[1]), "{names:?}");
    }
    for format in Format::ALL {
        assert_eq!(Format::from_id(format.id()), Some(format));
    }
    assert_eq!(Format::from_id("visio"), None);
}

#[test]
fn what_is_broken_or_empty_is_written_all_the_same() {
    let empty = Diagram::default();
    let mut broken = sample();
    broken.edges[0].to = "nobody".into();
    broken.nodes[1].id = broken.nodes[0].id.clone();
    broken.groups[0].parent = Some(broken.groups[0].id.clone());
    for diagram in [empty, broken] {
        for text in [
            mermaid(&diagram),
            mermaid_architecture(&diagram),
            d2(&diagram, Theme::Dark),
            dot(&diagram, Theme::Dark),
            structurizr(&diagram),
        ] {
            assert!(!text.contains("nobody"), "{text}");
        }
    }
    assert!(
        Format::DrawIo
            .write(&Diagram::default(), Theme::Auto)
            .is_ok()
    );
    assert!(
        Format::Excalidraw
            .write(&Diagram::default(), Theme::Auto)
            .is_ok()
    );
}

#[test]
fn dark_drawings_have_dark_paper() {
    for format in [Format::D2, Format::Dot, Format::DrawIo, Format::Excalidraw] {
        let text = format.write(&sample(), Theme::Dark).unwrap();
        assert!(
            text.contains("#10161d") && !text.contains("#faf8f4"),
            "{}",
            format.id()
        );
    }
}

#[test]
fn every_colour_that_is_asked_for_exists() {
    use crate::model::{Accent, GroupKind, Severity};
    for paint in [paint::Paint(Theme::Light), paint::Paint(Theme::Dark)] {
        let mut colours = vec![
            paint.of("paper"),
            paint.of("sheet"),
            paint.of("ink"),
            paint.of("ink-2"),
            paint.of("ink-3"),
            paint.of("line"),
            paint.of("line-strong"),
            paint.of("wire"),
            paint.of("brass"),
            paint.of("brass-fill"),
        ];
        for accent in [
            None,
            Some(Accent::Functions),
            Some(Accent::Containers),
            Some(Accent::AlwaysOn),
        ] {
            colours.extend([
                paint.border(accent),
                paint.tile(accent),
                paint.glyph(accent),
            ]);
        }
        colours.extend((0..9).map(|depth| paint.ground(depth)));
        colours.extend(
            [
                GroupKind::Cloud,
                GroupKind::Region,
                GroupKind::Network,
                GroupKind::Tier,
            ]
            .map(|kind| paint.frame(kind)),
        );
        colours.extend(
            [Severity::High, Severity::Medium, Severity::Low]
                .map(|severity| paint.severity(severity)),
        );
        assert!(!colours.contains(&"#000000"), "{colours:?}");
    }
}
