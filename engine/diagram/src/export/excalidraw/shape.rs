//! Elements with everything that is the same for all of them filled in.

use super::element::{Element, More, Roundness};
use crate::model::EdgeStyle;
use crate::scene::{Point, Rect, Text};
use crate::text::{Face, width};

/// Between a box and the text bound to it; Excalidraw's own.
pub(super) const PADDING: f64 = 5.0;
const LINE_HEIGHT: f64 = 1.25;
/// Helvetica: there in every version of Excalidraw, and close to our own font.
const FONT: u8 = 2;

/// Lines of text, and the text that they were broken from.
pub(super) struct Words {
    pub lines: Vec<String>,
    pub original: String,
    pub centred: bool,
}

impl Words {
    pub fn of(texts: &[Text]) -> Self {
        let lines: Vec<String> = texts.iter().map(|text| text.text.clone()).collect();
        Self {
            original: lines.join("\n"),
            lines,
            centred: false,
        }
    }

    pub fn number(number: u8) -> Self {
        Self {
            lines: vec![number.to_string()],
            original: number.to_string(),
            centred: true,
        }
    }
}

/// A rectangle or an ellipse.
pub(super) fn shape(kind: &'static str, id: String, rect: Rect) -> Element {
    let seed = hash(&id);
    Element {
        id,
        kind,
        x: rect.x,
        y: rect.y,
        width: rect.w,
        height: rect.h,
        angle: 0,
        stroke_color: "#000000",
        background_color: "transparent",
        fill_style: "solid",
        stroke_width: 1.0,
        stroke_style: "solid",
        roughness: 0,
        opacity: 100,
        group_ids: Vec::new(),
        frame_id: None,
        roundness: None,
        seed,
        version: 1,
        version_nonce: seed,
        is_deleted: false,
        bound_elements: Vec::new(),
        updated: 1,
        link: None,
        locked: false,
        more: More::Shape {},
    }
}

impl Element {
    /// With corners of this radius.
    pub fn rounded(mut self, radius: f64) -> Self {
        self.roundness = Some(Roundness {
            kind: 3,
            value: radius,
        });
        self
    }
}

/// A text at the origin, as large as it is.
pub(super) fn text(
    id: String,
    words: &Words,
    size: f64,
    colour: &'static str,
    groups: Vec<String>,
) -> Element {
    let lines = u16::try_from(words.lines.len()).unwrap_or(u16::MAX);
    let rect = Rect::new(
        0.0,
        0.0,
        widest(&words.lines, size),
        f64::from(lines) * size * LINE_HEIGHT,
    );
    Element {
        stroke_color: colour,
        group_ids: groups,
        more: More::Text {
            text: words.lines.join("\n"),
            original_text: words.original.clone(),
            font_size: size,
            font_family: FONT,
            text_align: if words.centred { "center" } else { "left" },
            vertical_align: "middle",
            container_id: None,
            auto_resize: true,
            line_height: LINE_HEIGHT,
        },
        ..shape("text", id, rect)
    }
}

/// An arrow through these points.
pub(super) fn arrow(id: String, points: &[Point], style: EdgeStyle) -> Element {
    let first = points.first().copied().unwrap_or_default();
    let (mut low, mut high) = (first, first);
    for point in points {
        low = Point {
            x: low.x.min(point.x),
            y: low.y.min(point.y),
        };
        high = Point {
            x: high.x.max(point.x),
            y: high.y.max(point.y),
        };
    }
    let (line, head) = line_style(style);
    Element {
        stroke_style: line,
        more: More::Arrow {
            points: points
                .iter()
                .map(|point| [point.x - first.x, point.y - first.y])
                .collect(),
            last_committed_point: None,
            start_binding: None,
            end_binding: None,
            start_arrowhead: None,
            end_arrowhead: Some(head),
            elbowed: false,
            fixed_segments: None,
            start_is_special: false,
            end_is_special: false,
        },
        ..shape(
            "arrow",
            id,
            Rect::new(first.x, first.y, high.x - low.x, high.y - low.y),
        )
    }
}

/// A line without heads.
pub(super) fn line(id: String, from: Point, to: Point) -> Element {
    let mut element = arrow(id, &[from, to], EdgeStyle::Sync);
    element.kind = "line";
    if let More::Arrow { end_arrowhead, .. } = &mut element.more {
        *end_arrowhead = None;
    }
    element
}

/// A picture from the file's list.
pub(super) fn picture(id: String, file: String, rect: Rect, groups: Vec<String>) -> Element {
    Element {
        stroke_color: "transparent",
        group_ids: groups,
        more: More::Image {
            file_id: file,
            status: "saved",
            scale: [1, 1],
            crop: None,
        },
        ..shape("image", id, rect)
    }
}

/// FNV-1a, for the numbers that Excalidraw draws at random.
fn hash(text: &str) -> u32 {
    let mut hash: u32 = 0x811c_9dc5;
    for byte in text.bytes() {
        hash = (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193);
    }
    hash >> 1
}

/// The widest of these lines at this size, as Excalidraw's fonts are about as wide as ours.
fn widest(lines: &[String], size: f64) -> f64 {
    let face = Face {
        size,
        bold: false,
        caps: false,
        tracking: 0.0,
    };
    lines
        .iter()
        .map(|line| width(line, face))
        .fold(0.0, f64::max)
}

/// Whether the sender waits, as a line and a head.
const fn line_style(style: EdgeStyle) -> (&'static str, &'static str) {
    match style {
        EdgeStyle::Sync => ("solid", "triangle"),
        EdgeStyle::Async => ("dashed", "triangle_outline"),
    }
}
