//! What every diagram keeps to as PDF and as PNG.
#![allow(clippy::unwrap_used, clippy::panic)] // Helpers of tests, which may.

mod common;

use std::collections::BTreeSet;

use plumbline_diagram::{Diagram, Theme, layout};
use plumbline_print::{DiagramFormat, PaperFormat, PrintError};

use common::{Pdf, drawn, example};

#[test]
fn formats_have_ids_of_their_own() {
    let papers: BTreeSet<&str> = PaperFormat::ALL.iter().map(|it| it.id()).collect();
    assert_eq!(papers.len(), PaperFormat::ALL.len());
    assert!(papers.contains("pdf") && papers.contains("md") && papers.contains("html"));
    for format in PaperFormat::ALL {
        assert_eq!(PaperFormat::from_id(format.id()), Some(format));
    }
    let diagrams: BTreeSet<&str> = DiagramFormat::ALL.iter().map(|it| it.id()).collect();
    assert_eq!(diagrams.len(), DiagramFormat::ALL.len());
    assert!(diagrams.contains("pdf") && diagrams.contains("png") && diagrams.contains("svg"));
    for format in DiagramFormat::ALL {
        assert_eq!(DiagramFormat::from_id(format.id()), Some(format));
    }
    for format in plumbline_diagram::Format::ALL {
        assert!(DiagramFormat::ALL.contains(&DiagramFormat::Text(format)));
    }
}

#[test]
fn a_page_is_as_large_as_its_diagram_and_says_what_it_shows() {
    let diagram = drawn(&example());
    let scene = layout(&diagram).unwrap();
    let pdf = Pdf::read(
        &DiagramFormat::Pdf
            .write(&diagram, Theme::Auto.into())
            .unwrap(),
    );
    let (width, height) = (scene.width as f32 * 0.75, scene.height as f32 * 0.75);
    let (w, h) = pdf.sizes()[0];
    assert!(
        (w - width).abs() < 0.1 && (h - height).abs() < 0.1,
        "{w} × {h}"
    );
    assert_eq!(pdf.pages(), 1);
    assert_eq!(pdf.info(b"Title").unwrap(), scene.title);
    assert_eq!(pdf.structure().1, [scene.description]);
    assert_eq!(pdf.raster_pictures(), 0);
    assert!(pdf.fonts().iter().all(|(_, embedded)| *embedded));
    for node in &diagram.nodes {
        assert!(pdf.finds(&node.label) > 0, "{}", node.label);
    }
}

#[test]
fn a_picture_has_two_dots_for_a_pixel() {
    let diagram = drawn(&example());
    let scene = layout(&diagram).unwrap();
    let png = DiagramFormat::Png
        .write(&diagram, Theme::Auto.into())
        .unwrap();
    assert_eq!(png[..8], *b"\x89PNG\r\n\x1a\n");
    let side = |at: usize| u32::from_be_bytes(png[at..at + 4].try_into().unwrap());
    assert_eq!(side(16), (scene.width * 2.0).ceil() as u32);
    assert_eq!(side(20), (scene.height * 2.0).ceil() as u32);
    assert_eq!(
        png,
        DiagramFormat::Png
            .write(&diagram, Theme::Light.into())
            .unwrap()
    );
    assert_ne!(
        png,
        DiagramFormat::Png
            .write(&diagram, Theme::Dark.into())
            .unwrap()
    );
}

#[test]
fn a_diagram_has_the_same_bytes() {
    let diagram = drawn(&example());
    for format in DiagramFormat::ALL {
        let write = || format.write(&diagram, Theme::Dark.into()).unwrap();
        assert_eq!(write(), write(), "{}", format.id());
    }
}

#[test]
fn what_is_wrong_with_a_diagram_is_said() {
    let mut diagram: Diagram = drawn(&example());
    let again = diagram.nodes[0].clone();
    diagram.nodes.push(again);
    for format in [DiagramFormat::Png, DiagramFormat::Pdf] {
        match format.write(&diagram, Theme::Light.into()) {
            Err(PrintError::Diagram(faults)) => assert!(!faults.is_empty()),
            other => panic!("{other:?}"),
        }
    }
}
