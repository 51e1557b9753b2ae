//! What holds for the exports: text stays text, ids stay apart, colours and words are there.
#![allow(dead_code, clippy::unwrap_used, clippy::panic)] // Each test file uses its part of the support.

mod support;

use plumbline_diagram::{Fact, Font, Style, Theme, layout, mermaid, prose, svg};
use support::{assert_sound, sample};

#[test]
fn hostile_text_stays_text() {
    let long = "x".repeat(400);
    let hostile = [
        "</text><script>alert(1)</script>",
        "\"' onload=\"x\" ]]> <!-- --> &amp; &#0;",
        "שלום עולם \u{202E}gnp.exe",
        "👩‍👩‍👧‍👦 🏳️‍🌈 e\u{301}\u{301}\u{301}",
        "\u{0}\u{1}\u{8}\u{B}\u{FFFE}\u{7F}\u{85}",
        "</style><style>*{display:none}",
        "url(https://example.org/x.png)",
        long.as_str(),
    ];
    for text in hostile {
        let mut diagram = sample();
        diagram.title = text.into();
        diagram.subtitle = text.into();
        diagram.date = text.into();
        diagram.description = text.into();
        for group in &mut diagram.groups {
            group.label = text.into();
        }
        for node in &mut diagram.nodes {
            (node.label, node.service) = (text.into(), text.into());
        }
        for edge in &mut diagram.edges {
            (edge.label, edge.story) = (text.into(), text.into());
        }
        for item in &mut diagram.strip {
            (item.label, item.service) = (text.into(), text.into());
        }
        for note in &mut diagram.notes {
            note.text = text.into();
        }
        let scene = assert_sound(&diagram);
        let drawn = svg(&scene, Theme::Auto);
        let document = roxmltree::Document::parse(&drawn).unwrap();
        for element in document.descendants().filter(roxmltree::Node::is_element) {
            let name = element.tag_name().name();
            let known = [
                "svg", "title", "desc", "style", "defs", "symbol", "path", "rect", "g", "text",
                "use", "circle",
            ];
            assert!(known.contains(&name), "{name} from {text}");
            for attribute in element.attributes() {
                assert!(!attribute.name().starts_with("on"), "{attribute:?}");
                assert!(attribute.name() != "href" || attribute.value().starts_with("#pd-"));
            }
        }
        let style = document
            .descendants()
            .find(|node| node.has_tag_name("style"))
            .unwrap();
        assert!(!style.text().unwrap().contains("display:none"));
        for label in scene.nodes.iter().flat_map(|node| &node.texts) {
            assert!(
                label.text.chars().count() <= 60,
                "not shortened: {}",
                label.text
            );
        }
        for line in mermaid(&diagram).lines() {
            assert!(line.matches('"').count() % 2 == 0, "{line}");
        }
    }
}

#[test]
fn ids_are_unique_across_drawings_on_one_page() {
    // The same boxes under the same title, and yet other drawings.
    let mut titled = sample();
    titled.title.push_str(" two");
    let mut labelled = sample();
    labelled.edges[0].label.push_str(" two");
    let mut told = sample();
    told.description = "Something else.".into();
    let mut ids = Vec::new();
    for diagram in [sample(), titled, labelled, told] {
        let scene = layout(&diagram).unwrap();
        for theme in [Theme::Auto, Theme::Dark] {
            let text = svg(&scene, theme);
            let document = roxmltree::Document::parse(&text).unwrap();
            ids.extend(
                document
                    .descendants()
                    .filter_map(|node| node.attribute("id").map(String::from)),
            );
        }
    }
    let count = ids.len();
    ids.sort();
    ids.dedup();
    assert_eq!(ids.len(), count);
}

#[test]
fn light_and_dark_need_no_variables() {
    let scene = layout(&sample()).unwrap();
    for theme in [Theme::Light, Theme::Dark] {
        let text = svg(&scene, theme);
        assert!(!text.contains("var(") && !text.contains("<style"), "{text}");
        // Nothing is left to the default, which is black.
        let document = roxmltree::Document::parse(&text).unwrap();
        for shape in document.descendants().filter(roxmltree::Node::is_element) {
            let drawn = ["rect", "path", "circle", "text"].contains(&shape.tag_name().name());
            assert!(!drawn || shape.has_attribute("fill"), "{shape:?}");
        }
    }
    assert!(svg(&scene, Theme::Auto).contains("prefers-color-scheme:dark"));
}

#[test]
fn a_file_of_its_own_carries_its_font_and_a_page_does_not() {
    let scene = layout(&sample()).unwrap();
    for theme in Theme::ALL {
        let [alone, inlined] =
            [Font::Embedded, Font::OfPage].map(|font| svg(&scene, Style { theme, font }));
        assert_eq!(alone.matches("@font-face").count(), 1);
        assert!(alone.contains("src:url(data:font/woff2;base64,"));
        assert!(!inlined.contains("@font-face") && !inlined.contains("url("));
        assert_eq!(
            inlined,
            svg(&scene, theme),
            "a theme alone takes the page's font"
        );
        assert!(alone.len() - inlined.len() < 42_000);
        roxmltree::Document::parse(&alone).unwrap();
    }
}

#[test]
fn the_title_block_says_what_the_drawing_is() {
    let mut diagram = sample();
    diagram.title = "Checkout".into();
    diagram.date = "2026-11-21".into();
    diagram.facts = [
        ("Provider", "AWS"),
        ("Verdict", "Functions"),
        ("Readiness", ""),
    ]
    .map(|(name, value)| Fact {
        name: name.into(),
        value: value.into(),
        accents: Vec::new(),
    })
    .into();
    diagram.facts[1].accents = vec![plumbline_diagram::Accent::Functions];
    let scene = assert_sound(&diagram);
    let block = scene.title_block.unwrap();
    let said: Vec<&str> = scene
        .heading
        .iter()
        .map(|text| text.text.as_str())
        .collect();
    for word in [
        "Checkout",
        "Provider",
        "AWS",
        "Verdict",
        "Functions",
        "Date",
        "2026-11-21",
    ] {
        assert!(said.contains(&word), "{word} in {said:?}");
    }
    assert!(
        !said.contains(&"Readiness"),
        "a field without a value is left out"
    );
    assert_eq!(block.swatches.len(), 1);
    assert!(scene.border.contains(&block.rect));
    for text in &scene.heading {
        assert!(
            block.rect.x < text.x && text.y < block.rect.bottom(),
            "{}",
            text.text
        );
    }
    for entry in &scene.legend.entries {
        assert!(!entry.rect.overlaps(&block.rect), "{entry:?}");
    }
    let bare = layout(&plumbline_diagram::Diagram {
        nodes: vec![support::node("a", 0, 0, None)],
        ..Default::default()
    });
    assert_eq!(bare.unwrap().title_block, None);
}

#[test]
fn steps_and_flags_are_told_apart_by_shape() {
    let drawn = svg(&layout(&sample()).unwrap(), Theme::Light);
    let document = roxmltree::Document::parse(&drawn).unwrap();
    let shapes = |class: &str| -> Vec<String> {
        let with = document.descendants().filter(|node| {
            node.attribute("class")
                .is_some_and(|names| names.split(' ').any(|name| name == class))
        });
        with.map(|node| node.tag_name().name().to_owned()).collect()
    };
    let (steps, flags) = (shapes("step"), shapes("badge"));
    assert!(!steps.is_empty() && steps.iter().all(|shape| shape == "circle"));
    assert!(!flags.is_empty() && flags.iter().all(|shape| shape == "path"));
}

#[test]
fn prose_tells_the_story_in_order() {
    let text = prose(&sample());
    let at = |needle: &str| {
        text.find(needle)
            .unwrap_or_else(|| panic!("{needle} in {text}"))
    };
    assert!(
        at("Step 1: Mobile client calls Edge cache")
            < at("Step 5: Request handler sends to Order queue")
    );
    assert!(at("VPC 10.0.0.0/16 holds") < at("Step 1"));
    assert!(at("Step 5") < at("Asynchronous"));
    assert!(at("Across everything: Logs and traces (CloudWatch, X-Ray)") < at("Trade-off 1, "));
    assert!(
        text.lines().count() > 1 && text.lines().all(|paragraph| !paragraph.trim().is_empty()),
        "paragraphs, and none of them empty"
    );
}
