//! A document before it is HTML, PDF or a file of text.

use plumbline_diagram::{Scene, Theme, svg};

use crate::kind::Kind;

/// What a document is made for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Medium {
    /// A file that is read as text: pictures are Mermaid.
    Text,
    /// Something laid out, on a screen or on paper: pictures are drawings.
    Page,
}

/// A document: text with marks, and the pictures that the marks stand for.
///
/// The text is `CommonMark` with tables and task lists. On pages some fenced code blocks are marks, told by
/// their info string; no text of a workload can start a code block:
///
/// - `picture`: the picture whose index in [`pictures`](Self::pictures) is in the block;
/// - `columns`: from here on, blocks stand in columns side by side, the first of which begins; in the block is how
///   many there are, from 2 to 4;
/// - `column`: the next column begins;
/// - `end`: the columns end.
///
/// Columns don't nest, and every `columns` has its `end`. Where there is no room for them side by side, they stand
/// one after the other. Marks that keep to none of this are left out; what stands between them is shown.
#[derive(Clone, Debug, PartialEq)]
pub struct Paper {
    /// What kind of document it is.
    pub kind: Kind,
    /// The workload's name and the kind: "Checkout: One-pager".
    pub title: String,
    /// The text.
    pub markdown: String,
    /// The pictures of the text; none for [`Medium::Text`].
    pub pictures: Vec<Picture>,
}

/// A picture of a document, as SVG that stands alone: no script, no reference to the outside.
#[derive(Clone, Debug, PartialEq)]
pub struct Picture {
    /// What it is a picture of.
    pub subject: Subject,
    /// The drawing for screens: it follows light and dark. A root element `svg` with its own title and description.
    pub svg: String,
    /// The same drawing in the colours of light paper, without CSS variables.
    pub fixed: String,
    /// What it shows, in words, for whoever doesn't see it.
    pub alt: String,
    /// Natural width in CSS pixels, at which its text has the size that it was drawn for.
    pub width: f64,
    /// Natural height in CSS pixels.
    pub height: f64,
}

/// What a picture is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Subject {
    /// An architecture: as large as there is room for, up to its natural size.
    Architecture,
    /// A figure or two: small, at its natural size where that fits.
    Figures,
}

impl Picture {
    /// The picture of a laid out diagram.
    pub(crate) fn of(scene: &Scene) -> Self {
        Self {
            subject: Subject::Architecture,
            svg: svg(scene, Theme::Auto),
            fixed: svg(scene, Theme::Light),
            alt: scene.description.clone(),
            width: scene.width,
            height: scene.height,
        }
    }
}
