//! The looks of draw.io's cells.

use super::super::paint::Paint;
use crate::model::{EdgeStyle, GroupKind, Severity};
use crate::scene::{GroupBox, NodeBox, Point, Rect, Text, TextRole};
use crate::svg::escape;

/// What every cell with a text has.
const FONT: &str = "html=1;fontFamily=Inter,Helvetica,Arial,sans-serif;";

pub(super) fn frame(group: &GroupBox, paint: Paint) -> String {
    let dash = match group.kind {
        GroupKind::Cloud | GroupKind::Region => "",
        GroupKind::Network => "dashed=1;dashPattern=5 3;",
        GroupKind::Tier => "dashed=1;dashPattern=1 3;",
    };
    format!(
        "rounded=1;absoluteArcSize=1;arcSize=20;{FONT}whiteSpace=wrap;container=1;collapsible=0;recursiveResize=0;expand=0;pointerEvents=0;fillColor={};strokeColor={};{dash}align=left;verticalAlign=top;spacing=0;spacingLeft={};spacingTop=8;fontSize=10;fontStyle=1;fontColor={};",
        paint.ground(usize::from(group.depth)),
        paint.frame(group.kind),
        group
            .label
            .as_ref()
            .map_or(13.0, |label| label.x - group.rect.x),
        paint.of("ink-3")
    )
}

/// A node is one cell: border, picture on its tile, label. Moving it moves all of it.
pub(super) fn node(node: &NodeBox, picture: &str, paint: Paint) -> String {
    format!(
        "shape=label;rounded=1;absoluteArcSize=1;arcSize=16;{FONT}whiteSpace=wrap;container=0;collapsible=0;recursiveResize=0;fillColor={};strokeColor={};{}align=left;verticalAlign=middle;imageAlign=left;imageVerticalAlign=middle;imageWidth=36;imageHeight=36;spacing=7;spacingLeft=51;spacingRight=-4;fontSize=13;fontColor={};image=data:image/svg+xml,{picture};",
        paint.of("sheet"),
        paint.border(node.accent),
        if node.accent.is_some() {
            "strokeWidth=1.5;"
        } else {
            ""
        },
        paint.of("ink")
    )
}

pub(super) fn pill(picture: &str, paint: Paint) -> String {
    format!(
        "shape=label;rounded=1;absoluteArcSize=1;arcSize=34;{FONT}fillColor={};strokeColor={};align=left;verticalAlign=middle;imageAlign=left;imageVerticalAlign=middle;imageWidth=18;imageHeight=18;spacing=7;spacingLeft=31;fontSize=13;fontColor={};image=data:image/svg+xml,{picture};",
        paint.of("sheet"),
        paint.of("line"),
        paint.of("ink")
    )
}

/// A sheet that holds others: the band, the legend.
pub(super) fn holder(fill: &str, stroke: &str) -> String {
    format!(
        "rounded=1;absoluteArcSize=1;arcSize=20;{FONT}container=1;collapsible=0;recursiveResize=0;connectable=0;pointerEvents=0;fillColor={fill};strokeColor={stroke};"
    )
}

pub(super) fn arrow(style: EdgeStyle, paint: Paint) -> String {
    let head = match style {
        EdgeStyle::Sync => "endArrow=block;endFill=1;endSize=6;",
        EdgeStyle::Async => "dashed=1;dashPattern=5 4;endArrow=open;endFill=0;endSize=6;",
    };
    format!(
        "{FONT}rounded=1;arcSize=14;strokeWidth=1.25;strokeColor={};fontSize=11;{head}",
        paint.of("wire")
    )
}

/// An arrow's ends, as shares of the sides of the boxes that it leaves and enters.
pub(super) fn ends((from, to): (Rect, Rect), (start, end): (Point, Point)) -> String {
    let share = |rect: Rect, point: Point| {
        (
            round((point.x - rect.x) / rect.w),
            round((point.y - rect.y) / rect.h),
        )
    };
    let ((x0, y0), (x1, y1)) = (share(from, start), share(to, end));
    format!(
        "edgeStyle=orthogonalEdgeStyle;orthogonalLoop=1;jettySize=auto;exitX={x0};exitY={y0};exitDx=0;exitDy=0;exitPerimeter=0;entryX={x1};entryY={y1};entryDx=0;entryDy=0;entryPerimeter=0;"
    )
}

/// Enough digits that a wide box loses nothing one could see.
fn round(share: f64) -> f64 {
    (share * 1e5).round() / 1e5
}

pub(super) fn edge_label(ground: &str, paint: Paint) -> String {
    format!(
        "edgeLabel;{FONT}align=center;verticalAlign=middle;resizable=0;points=[];fontSize=11;fontColor={};labelBackgroundColor={ground};",
        paint.of("ink")
    )
}

pub(super) fn step(paint: Paint) -> String {
    format!(
        "ellipse;shape=ellipse;perimeter=ellipsePerimeter;{FONT}fillColor={};strokeColor=none;fontColor={};fontSize=10;fontStyle=1;align=center;verticalAlign=middle;spacing=0;resizable=0;",
        paint.of("ink"),
        paint.of("paper")
    )
}

pub(super) fn badge(severity: Severity, paint: Paint) -> String {
    let colour = paint.severity(severity);
    format!(
        "rounded=1;absoluteArcSize=1;arcSize=10;{FONT}fillColor={};strokeColor={colour};strokeWidth=1.25;fontColor={colour};fontSize=10;fontStyle=1;align=center;verticalAlign=middle;spacing=0;resizable=0;",
        paint.of("sheet")
    )
}

pub(super) fn plain(fill: &str, stroke: &str, arc: u8) -> String {
    format!(
        "rounded=1;absoluteArcSize=1;arcSize={arc};fillColor={fill};strokeColor={stroke};connectable=0;"
    )
}

/// A text without a border.
pub(super) fn text(role: TextRole, paint: Paint) -> String {
    let colour = match role {
        TextRole::Title | TextRole::Label | TextRole::Edge | TextRole::Number => "ink",
        TextRole::Group | TextRole::Heading | TextRole::Date => "ink-3",
        TextRole::Subtitle | TextRole::Service | TextRole::Legend => "ink-2",
    };
    format!(
        "text;{FONT}align=left;verticalAlign=top;spacing=0;connectable=0;fillColor=none;strokeColor=none;fontSize={};fontStyle={};fontColor={};",
        role.size(),
        u8::from(role.face().bold),
        paint.of(colour)
    )
}

/// Lines of a label as HTML: the name in bold, the service smaller and lighter, capitals where our
/// drawing has them.
pub(super) fn html(texts: &[Text], paint: Paint) -> String {
    let lines: Vec<String> = texts
        .iter()
        .map(|text| {
            let words = escape(&text.text);
            match text.role {
                TextRole::Label => format!("<b>{words}</b>"),
                TextRole::Service => format!(
                    "<span style=\"font-size:11.5px;color:{}\">{words}</span>",
                    paint.of("ink-2")
                ),
                TextRole::Group | TextRole::Heading => format!(
                    "<span style=\"text-transform:uppercase;letter-spacing:0.07em\">{words}</span>"
                ),
                _ => words,
            }
        })
        .collect();
    lines.join("<br>")
}
