//! A document as one HTML page that needs nothing else.

use std::sync::LazyLock;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde::Serialize;

use crate::content::{Section, content};
use crate::error::ReportError;
use crate::paper::Paper;
use crate::template::Templates;

/// The font of pages, so that they look alike everywhere and what fits on a page here fits there.
const FONT: &[u8] = include_bytes!("../../../app/fonts/inter.woff2");

/// The font as a style sheet.
static FONT_FACE: LazyLock<String> = LazyLock::new(|| {
    format!(
        "@font-face {{ font-family: \"Inter Variable\"; font-weight: 100 900; \
         src: url(data:font/woff2;base64,{}) format(\"woff2\"); }}\n",
        STANDARD.encode(FONT)
    )
});

#[derive(Serialize)]
struct Page<'a> {
    title: &'a str,
    kind: &'static str,
    label: &'static str,
    font: &'a str,
    style: &'a str,
    content: &'a str,
    contents: &'a [Section],
}

/// The page of a document in Markdown.
pub(crate) fn page(paper: &Paper, templates: &Templates) -> Result<String, ReportError> {
    let (content, contents) = content(&paper.markdown, &paper.pictures);
    templates.page(&Page {
        title: &paper.title,
        kind: paper.kind.id(),
        label: paper.kind.label(),
        font: &FONT_FACE,
        style: templates.style(),
        content: &content,
        contents: &contents,
    })
}
