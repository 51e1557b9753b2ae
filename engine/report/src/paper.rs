//! A document before it is HTML, PDF or a file of text.

use plumbline_diagram::Scene;

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
/// - `columns`: from here on, blocks stand in columns, the first of which begins; in the block is how many;
/// - `column`: the next column begins;
/// - `end`: the columns end.
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

/// A picture of a document.
#[derive(Clone, Debug, PartialEq)]
pub struct Picture {
    /// The drawing. It carries its text alternative.
    pub scene: Scene,
}
