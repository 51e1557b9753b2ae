//! The looks of draw.io's cells.

use super::super::paint::Paint;
use crate::model::{EdgeStyle, GroupKind, Severity};
use crate::scene::{Anchor, GroupBox, NodeBox, Point, Rect, Text, TextRole};
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
        "rounded=1;absoluteArcSize=1;arcSize=20;{FONT}whiteSpace=wrap;container=1;collapsible=0;recursiveResize=0;expand=0;pointerEvents=0;fillColor={};strokeColor={};{dash}align=left;verticalAlign=top;spacing=0;spacingLeft={};spacingTop=8;fontSize={};fontStyle=1;fontColor={};",
        paint.ground(usize::from(group.depth)),
        paint.frame(group.kind),
        group
            .label
            .as_ref()
            .map_or(13.0, |label| label.x - group.rect.x),
        TextRole::Group.size(),
        paint.of("ink-3")
    )
}

/// A node is one cell: border, picture on its tile, label. Moving it moves all of it.
pub(super) fn node(node: &NodeBox, picture: &str, paint: Paint) -> String {
    let text = node.texts.first();
    let upright = text.is_some_and(|text| text.anchor == Anchor::Middle);
    // draw.io keeps pictures five pixels further off the border than the spacing says.
    let (place, spacing) = if upright {
        let spacing = node.tile.y - node.rect.y - 5.0;
        let top = text.map_or(0.0, |text| first_top(text) - node.rect.y) - spacing;
        (
            format!(
                "align=center;verticalAlign=top;spacingTop={top};imageAlign=center;imageVerticalAlign=top;"
            ),
            spacing,
        )
    } else {
        let spacing = node.tile.x - node.rect.x - 5.0;
        let left = text.map_or(0.0, |text| text.x - node.rect.x) - spacing;
        (
            format!(
                "align=left;verticalAlign=middle;spacingLeft={left};imageAlign=left;imageVerticalAlign=middle;"
            ),
            spacing,
        )
    };
    format!(
        "shape=label;rounded=1;absoluteArcSize=1;arcSize=16;{FONT}container=0;collapsible=0;recursiveResize=0;fillColor={};strokeColor={};{}{place}imageWidth={};imageHeight={};spacing={spacing};fontSize={};fontColor={};image=data:image/svg+xml,{picture};",
        paint.of("sheet"),
        paint.border(node.accent),
        if node.accent.is_some() {
            "strokeWidth=1.75;"
        } else {
            ""
        },
        node.tile.w,
        node.tile.h,
        TextRole::Label.size(),
        paint.of("ink")
    )
}

/// The top of the letters of a cell's first line, whose baseline is about 0.93 of their size down.
pub(super) fn first_top(text: &Text) -> f64 {
    text.y - 0.93 * text.role.size()
}

pub(super) fn image(picture: &str) -> String {
    format!("shape=image;imageAspect=0;connectable=0;image=data:image/svg+xml,{picture};")
}

/// A line that points nowhere.
pub(super) fn rule(paint: Paint) -> String {
    format!("endArrow=none;strokeColor={};", paint.of("line-strong"))
}

/// A sheet that holds others: the band, the legend.
pub(super) fn holder(fill: &str, stroke: &str, arc: u8) -> String {
    format!(
        "rounded=1;absoluteArcSize=1;arcSize={arc};{FONT}container=1;collapsible=0;recursiveResize=0;connectable=0;pointerEvents=0;fillColor={fill};strokeColor={stroke};"
    )
}

pub(super) fn arrow(style: EdgeStyle, paint: Paint) -> String {
    let head = match style {
        EdgeStyle::Sync => "endArrow=block;endFill=1;endSize=6;",
        EdgeStyle::Async => "dashed=1;dashPattern=5 4;endArrow=open;endFill=0;endSize=6;",
    };
    format!(
        "{FONT}rounded=1;arcSize=14;strokeWidth=1.4;strokeColor={};{head}",
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
        "edgeLabel;{FONT}align=center;verticalAlign=middle;resizable=0;points=[];fontSize={};fontColor={};labelBackgroundColor={ground};",
        TextRole::Edge.size(),
        paint.of("ink")
    )
}

pub(super) fn step(paint: Paint) -> String {
    format!(
        "ellipse;shape=ellipse;perimeter=ellipsePerimeter;{FONT}fillColor={};strokeColor=none;fontColor={};fontSize={};fontStyle=1;align=center;verticalAlign=middle;spacing=0;resizable=0;",
        paint.of("ink"),
        paint.of("paper"),
        TextRole::Number.size()
    )
}

/// A diamond, so that nobody takes it for a step.
pub(super) fn badge(severity: Severity, paint: Paint) -> String {
    let [ground, border, number] = paint.flag(severity);
    format!(
        "rhombus;shape=rhombus;perimeter=rhombusPerimeter;{FONT}fillColor={ground};strokeColor={border};strokeWidth=1.5;fontColor={number};fontSize={};fontStyle=1;align=center;verticalAlign=middle;spacing=0;resizable=0;",
        TextRole::Number.size()
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
                    "<span style=\"font-size:{}px;color:{}\">{words}</span>",
                    text.role.size(),
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
