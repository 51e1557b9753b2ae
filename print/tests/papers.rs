//! What every paper keeps to as PDF.
#![allow(clippy::unwrap_used, clippy::panic)] // Helpers of tests, which may.

mod common;

use std::sync::LazyLock;

use plumbline_print::PrintError;
use plumbline_report::{Kind, Options};

use common::{Pdf, example, golden, printed, workload};

/// The papers on the README's example, which take a while.
static EXAMPLE: LazyLock<Vec<(Kind, Vec<u8>)>> = LazyLock::new(|| {
    let example = example();
    let papers = Kind::ALL.into_iter();
    papers
        .map(|kind| (kind, printed(&example, kind).unwrap()))
        .collect()
});

#[test]
fn one_pagers_have_one_page() {
    let example = ["examples/checkout.workload.yaml".to_owned()];
    for path in golden().into_iter().chain(example) {
        match printed(&workload(&path), Kind::OnePager) {
            Ok(bytes) => assert_eq!(Pdf::read(&bytes).pages(), 1, "{path}"),
            Err(error) => panic!("{path}: {error}"),
        }
    }
}

#[test]
fn papers_are_tagged_and_say_what_they_are() {
    for (kind, bytes) in EXAMPLE.iter() {
        let pdf = Pdf::read(bytes);
        let label = kind.label();
        assert_eq!(pdf.info(b"Title").unwrap(), format!("Checkout: {label}"));
        assert_eq!(pdf.info(b"CreationDate").unwrap(), "D:20261121120000Z");
        assert_eq!(pdf.info(b"Author"), None);
        assert_eq!(common::string(pdf.catalog(b"Lang").unwrap()), "en-GB");
        let marks = pdf.catalog(b"MarkInfo").unwrap().as_dict().unwrap();
        assert!(marks.get(b"Marked").unwrap().as_bool().unwrap(), "{label}");
        assert!(pdf.catalog(b"StructTreeRoot").is_some(), "{label}");
        assert!(pdf.xmp().contains("pdfuaid:part"), "{label} is not PDF/UA");
        let (kinds, _) = pdf.structure();
        // On paper a checklist is a table, with room to write.
        let listed = match kind {
            Kind::Checklists => ["Table", "TH"],
            _ => ["L", "LI"],
        };
        for kind in ["H1", "H2", "P"].into_iter().chain(listed) {
            assert!(kinds.iter().any(|it| it == kind), "{label} has no {kind}");
        }
        assert!(pdf.bookmarks().len() > 1, "{label}");
    }
}

#[test]
fn typefaces_are_in_the_file_and_pictures_are_vectors() {
    for (kind, bytes) in EXAMPLE.iter() {
        let pdf = Pdf::read(bytes);
        let fonts = pdf.fonts();
        assert!(fonts.iter().any(|(name, _)| name.contains("Inter")));
        for (name, embedded) in fonts {
            assert!(embedded, "{name}");
        }
        assert_eq!(pdf.raster_pictures(), 0, "{}", kind.label());
    }
}

#[test]
fn what_is_written_can_be_read_out() {
    let (_, review) = EXAMPLE
        .iter()
        .find(|(kind, _)| *kind == Kind::Review)
        .unwrap();
    let pdf = Pdf::read(review);
    for said in [
        // The verdict, a reason, a condition, and labels of nodes of the drawing.
        "Run API on functions and Receipt renderer on serverless containers",
        "Pay-per-use follows the peaks",
        "answers.traffic_shape",
        "Amazon API Gateway",
        "Page 2 of",
    ] {
        assert!(pdf.finds(said) > 0, "{said}");
    }
    let (kinds, alternatives) = pdf.structure();
    for kind in ["Table", "TH", "Figure"] {
        assert!(kinds.iter().any(|it| it == kind), "{kind}");
    }
    assert!(
        alternatives
            .iter()
            .any(|it| it.contains("Amazon API Gateway"))
    );
    assert!(pdf.links().iter().any(|link| link.starts_with("https://")));
}

#[test]
fn the_same_paper_has_the_same_bytes() {
    let example = example();
    for (kind, bytes) in EXAMPLE.iter().filter(|(kind, _)| *kind != Kind::Review) {
        assert!(printed(&example, *kind).unwrap() == *bytes, "{kind:?}");
    }
}

#[test]
fn a_date_is_a_day() {
    let workload = example();
    for date in [
        "",
        "today",
        "2026-13-01",
        "2026-02-30",
        "2026-1-1",
        "+2026-11-2",
    ] {
        let options = Options {
            date,
            ..common::OPTIONS
        };
        let paper = plumbline_report::Paper {
            kind: Kind::Adr,
            title: workload.name.clone(),
            markdown: String::new(),
            pictures: Vec::new(),
        };
        assert_eq!(
            plumbline_print::pdf::paper(&paper, options.date),
            Err(PrintError::Date(date.to_owned()))
        );
    }
}
