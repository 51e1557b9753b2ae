//! The finished drawing: what stands where, in pixels, ready for any exporter that keeps coordinates.
//! The origin is at the top left, y grows downwards.

use crate::model::{Accent, EdgeStyle, Glyph, GroupKind, Severity, Subject};
use crate::text::Face;
use serde::{Deserialize, Serialize};

/// A whole drawing with coordinates. Draw in the order of the fields.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Scene {
    /// Width in pixels.
    pub width: f64,
    /// Height in pixels.
    pub height: f64,
    /// Plain title, for `<title>`.
    pub title: String,
    /// Text alternative, for `<desc>`.
    pub description: String,
    /// The line around the sheet; of no size where there is none.
    #[serde(default)]
    pub border: Rect,
    /// Ruled box at the bottom right, if there is anything to say in it.
    #[serde(default)]
    pub title_block: Option<TitleBlock>,
    /// Texts of the title block: title, subtitle, then names and values of its fields.
    pub heading: Vec<Text>,
    /// Frames, the outer before the inner.
    pub groups: Vec<GroupBox>,
    /// Arrows, in the order of the diagram's edges.
    pub edges: Vec<Route>,
    /// Boxes, in the order of the diagram's nodes.
    pub nodes: Vec<NodeBox>,
    /// The band for what cuts across.
    pub strip: Option<StripBand>,
    /// What the signs mean; only those that occur.
    pub legend: Legend,
}

/// A point in pixels.
#[derive(Debug, Clone, Copy, Default, PartialEq, Serialize, Deserialize)]
pub struct Point {
    /// From the left edge.
    pub x: f64,
    /// From the top edge.
    pub y: f64,
}

/// An upright rectangle in pixels.
#[derive(Debug, Clone, Copy, Default, PartialEq, Serialize, Deserialize)]
pub struct Rect {
    /// Left edge.
    pub x: f64,
    /// Top edge.
    pub y: f64,
    /// Width.
    pub w: f64,
    /// Height.
    pub h: f64,
}

impl Rect {
    /// A rectangle from its left, top, width and height.
    #[must_use]
    pub const fn new(x: f64, y: f64, w: f64, h: f64) -> Self {
        Self { x, y, w, h }
    }

    /// Right edge.
    #[must_use]
    pub fn right(&self) -> f64 {
        self.x + self.w
    }

    /// Bottom edge.
    #[must_use]
    pub fn bottom(&self) -> f64 {
        self.y + self.h
    }

    /// The middle.
    #[must_use]
    pub fn centre(&self) -> Point {
        Point {
            x: self.x + self.w / 2.0,
            y: self.y + self.h / 2.0,
        }
    }

    /// Whether the two share more than an edge.
    #[must_use]
    pub fn overlaps(&self, other: &Self) -> bool {
        self.x < other.right()
            && other.x < self.right()
            && self.y < other.bottom()
            && other.y < self.bottom()
    }

    /// Whether `other` lies inside, touching edges allowed.
    #[must_use]
    pub fn contains(&self, other: &Self) -> bool {
        self.x <= other.x
            && self.y <= other.y
            && other.right() <= self.right()
            && other.bottom() <= self.bottom()
    }

    /// The same rectangle with `by` more on each side.
    #[must_use]
    pub fn grown(&self, by: f64) -> Self {
        Self::new(
            self.x - by,
            self.y - by,
            self.w + 2.0 * by,
            self.h + 2.0 * by,
        )
    }
}

/// One line of text.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Text {
    /// Where the text starts, is centred or ends, by `anchor`.
    pub x: f64,
    /// The baseline.
    pub y: f64,
    /// What is shown. Plain text: exporters escape it.
    pub text: String,
    /// How it is set.
    pub role: TextRole,
    /// What `x` means.
    pub anchor: Anchor,
}

/// Which part of a text its `x` fixes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Anchor {
    /// The left end.
    Start,
    /// The middle.
    Middle,
    /// The right end.
    End,
}

/// What a text is for; decides size, weight and colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum TextRole {
    /// Heading of the title block.
    Title,
    /// The line under it.
    Subtitle,
    /// The date.
    Date,
    /// Name of a frame, in small capitals.
    Group,
    /// First line of a node.
    Label,
    /// Second line of a node.
    Service,
    /// On an arrow.
    Edge,
    /// Number in a step circle or a badge.
    Number,
    /// Strip heading and legend headings, in small capitals.
    Heading,
    /// Legend text.
    Legend,
}

impl TextRole {
    pub(crate) const fn face(self) -> Face {
        let (size, bold, caps, tracking) = match self {
            Self::Title => (20.0, true, false, -0.01),
            Self::Subtitle | Self::Legend => (12.0, false, false, 0.0),
            Self::Date => (13.0, false, false, 0.0),
            Self::Group | Self::Heading => (11.0, true, true, 0.05),
            Self::Label => (13.0, true, false, 0.0),
            Self::Service | Self::Edge => (11.5, false, false, 0.0),
            Self::Number => (11.0, true, false, 0.0),
        };
        Face {
            size,
            bold,
            caps,
            tracking,
        }
    }

    /// Font size in pixels.
    #[must_use]
    pub const fn size(self) -> f64 {
        self.face().size
    }
}

/// The ruled box of a drawing that says what it is; its texts are the scene's heading.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct TitleBlock {
    /// The border.
    pub rect: Rect,
    /// Lines between the fields, from end to end.
    pub rules: Vec<(Point, Point)>,
    /// Where the sign of the house stands.
    pub mark: Rect,
    /// Verdict colours beside the values that have one.
    pub swatches: Vec<(Accent, Rect)>,
}

/// A frame.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct GroupBox {
    /// The group's id.
    pub id: String,
    /// What it stands for.
    pub kind: GroupKind,
    /// The border.
    pub rect: Rect,
    /// 1 for an outermost frame, one more per level.
    pub depth: u8,
    /// The label, at the top left unless an arrow enters there.
    pub label: Option<Text>,
    /// Where the label stands.
    pub label_rect: Rect,
    /// The label in full, for a tooltip.
    pub tooltip: String,
}

/// A box.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct NodeBox {
    /// The node's id.
    pub id: String,
    /// The innermost frame around it.
    pub group: Option<String>,
    /// The border.
    pub rect: Rect,
    /// The tile behind the glyph; the glyph is centred in it at 24 × 24.
    pub tile: Rect,
    /// The picture.
    pub glyph: Glyph,
    /// The verdict colour.
    pub accent: Option<Accent>,
    /// Label and service, line by line.
    pub texts: Vec<Text>,
    /// Numbered badges on the top edge.
    pub badges: Vec<Badge>,
    /// Label and service in full, for a tooltip.
    pub tooltip: String,
    /// What stands behind the box, for programs that read the drawing.
    #[serde(default)]
    pub subject: Subject,
}

/// The number of a note, on a node or in the legend.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Badge {
    /// The note's number.
    pub number: u8,
    /// Its severity.
    pub severity: Severity,
    /// What programs that read the drawing know the note by.
    #[serde(default)]
    pub about: String,
    /// Where the badge stands.
    pub rect: Rect,
}

/// An arrow.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Route {
    /// Id of the node it leaves.
    pub from: String,
    /// Id of the node it enters.
    pub to: String,
    /// Solid or dashed.
    pub style: EdgeStyle,
    /// Place in the story, if it has one.
    #[serde(default)]
    pub step: Option<u8>,
    /// Corners from border to border; horizontal and vertical segments only.
    pub points: Vec<Point>,
    /// The box around the arrowhead.
    pub head: Rect,
    /// The label, if it has one and there was room for it.
    pub label: Option<EdgeLabel>,
    /// Ends and label in full, for a tooltip.
    pub tooltip: String,
}

/// The label on an arrow.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct EdgeLabel {
    /// The plate that hides the line behind the text.
    pub plate: Rect,
    /// Nesting depth of the frame the plate lies in, for its colour; 0 outside all frames.
    pub depth: u8,
    /// The step number before the text.
    pub step: Option<StepMark>,
    /// The text, line by line.
    pub lines: Vec<Text>,
}

/// A step number in a filled circle.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct StepMark {
    /// The number.
    pub number: u8,
    /// Middle of the circle.
    pub centre: Point,
    /// Radius of the circle.
    pub radius: f64,
}

/// The band for what cuts across everything.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct StripBand {
    /// The band.
    pub rect: Rect,
    /// "Across everything".
    pub heading: Text,
    /// Its items.
    pub pills: Vec<Pill>,
}

/// One item of the band.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Pill {
    /// The border.
    pub rect: Rect,
    /// The picture.
    pub glyph: Glyph,
    /// Where the picture stands, scaled from 24 × 24.
    pub glyph_rect: Rect,
    /// Label and service.
    pub texts: Vec<Text>,
    /// Label and service in full, for a tooltip.
    pub tooltip: String,
    /// What stands behind the pill, for programs that read the drawing.
    #[serde(default)]
    pub subject: Subject,
}

/// What the signs mean.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Legend {
    /// Around all entries; no height if there are none.
    pub rect: Rect,
    /// What the parts of the legend are called.
    #[serde(default)]
    pub headings: Vec<Text>,
    /// The entries.
    pub entries: Vec<LegendEntry>,
}

/// One line of the legend.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct LegendEntry {
    /// The sign.
    pub sample: Sample,
    /// Where the sign is drawn.
    pub rect: Rect,
    /// What it means, line by line.
    pub texts: Vec<Text>,
}

/// A sign that the legend explains.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Sample {
    /// An arrow of this style.
    Line(EdgeStyle),
    /// A step circle.
    Step,
    /// A verdict colour.
    Accent(Accent),
    /// A note's badge.
    Note(Badge),
}
