//! Documents as the page asks for them.

// Clippy knows test functions, but not what helps them.
#![allow(clippy::unwrap_used)]

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use plumbline_api::{Document, DocumentRequest};
use plumbline_desk::{Desk, EXAMPLES};

fn desk() -> (Desk, tempfile::TempDir) {
    let folder = tempfile::tempdir().unwrap();
    (Desk::open(folder.path()).unwrap().0, folder)
}

fn request(text: &str, kind: &str, format: &str) -> DocumentRequest {
    DocumentRequest {
        text: text.to_owned(),
        kind: kind.to_owned(),
        format: format.to_owned(),
        provider: None,
        part: None,
        pattern: None,
        theme: None,
        in_page: false,
        date: "2026-11-21".to_owned(),
    }
}

fn bytes(document: &Document) -> Vec<u8> {
    STANDARD.decode(&document.base64).unwrap()
}

fn text(document: &Document) -> String {
    String::from_utf8(bytes(document)).unwrap()
}

fn workload(answers: &str) -> String {
    format!(
        "plumbline: 1\nname: Orders & <b>returns</b>\nanswers: {answers}\nparts:\n  - {{id: api, name: API}}\n  - {{id: worker, name: Worker}}\n"
    )
}

#[test]
fn what_is_looked_at_first_comes_first() {
    let (desk, _folder) = desk();
    for kind in desk.document_kinds() {
        let first = if kind.of_part { "svg" } else { "html" };
        assert_eq!(kind.formats[0].id, first, "{}", kind.id);
        assert!(kind.what.ends_with('.'), "{}", kind.what);
        assert!(kind.what.starts_with(char::is_uppercase), "{}", kind.what);
    }
}

#[test]
fn files_are_called_after_the_workload() {
    let (desk, _folder) = desk();
    let file = workload("{provider: gcp}");
    for (kind, format, part, provider, name, media_type) in [
        (
            "adr",
            "md",
            None,
            None,
            "orders-b-returns-b-adr.md",
            "text/markdown",
        ),
        (
            "one-pager",
            "html",
            None,
            Some("azure"),
            "orders-b-returns-b-one-pager.html",
            "text/html",
        ),
        (
            "adr",
            "adr-tools",
            None,
            None,
            "0001-where-to-run-orders-b-returns-b.md",
            "text/markdown",
        ),
        (
            "diagram",
            "svg",
            None,
            None,
            "orders-b-returns-b-gcp.svg",
            "image/svg+xml",
        ),
        (
            "diagram",
            "pdf",
            Some("api"),
            None,
            "orders-b-returns-b-api-gcp.pdf",
            "application/pdf",
        ),
        (
            "diagram",
            "svg",
            Some("worker"),
            Some("azure"),
            "orders-b-returns-b-worker-azure.svg",
            "image/svg+xml",
        ),
    ] {
        let request = DocumentRequest {
            part: part.map(str::to_owned),
            provider: provider.map(str::to_owned),
            ..request(&file, kind, format)
        };
        let document = desk.document(&request).unwrap();
        assert_eq!(
            (document.name.as_str(), document.media_type.as_str()),
            (name, media_type)
        );
        let is_pdf = bytes(&document).starts_with(b"%PDF-");
        assert_eq!(is_pdf, media_type == "application/pdf", "{name}");
        assert!(is_pdf || !text(&document).contains("<b>"), "{name}");
    }
}

#[test]
fn a_diagram_is_drawn_on_a_cloud_whatever_the_file_says() {
    let (desk, _folder) = desk();
    for (answers, provider, cloud) in [
        ("{}", None, "aws"),
        ("{provider: azure}", None, "azure"),
        ("{provider: self-hosted}", None, "aws"),
        ("{provider: azure}", Some("gcp"), "gcp"),
    ] {
        let request = DocumentRequest {
            provider: provider.map(str::to_owned),
            ..request(&workload(answers), "diagram", "svg")
        };
        let document = desk.document(&request).unwrap();
        assert!(
            document.name.ends_with(&format!("-{cloud}.svg")),
            "{}",
            document.name
        );
        assert!(text(&document).starts_with("<svg"), "{}", document.name);
    }
}

#[test]
fn every_example_has_every_document() {
    let (desk, _folder) = desk();
    for example in EXAMPLES {
        for kind in desk.document_kinds() {
            for format in kind.formats {
                let made = desk.document(&request(example, &kind.id, &format.id));
                let made = made.unwrap();
                assert!(!bytes(&made).is_empty(), "{}", made.name);
                let is_text = !["pdf", "png"].contains(&format.id.as_str());
                assert!(!is_text || !text(&made).is_empty(), "{}", made.name);
            }
        }
    }
}
