//! Boxes of nodes and frames, with the texts inside them.

use crate::foot::joined;
use crate::label::bounds;
use crate::legend::{FLAG, flag, numbered};
use crate::measure::Measure;
use crate::model::{Diagram, Node, Note};
use crate::node_text::{
    Form, LABEL_LINE, NODE_PAD, NodeText, SERVICE_LINE, TILE, TILE_GAP, TILE_GAP_BELOW,
};
use crate::place::Cells;
use crate::scene::{Anchor, GroupBox, NodeBox, Point, Rect, Text, TextRole};
use crate::text::{clean, shorten, width};
use crate::tree::Tree;
use std::collections::BTreeSet;

/// How far flags stand out over the corner of a node, and between two flags.
const OVERHANG: f64 = 8.0;
const FLAG_GAP: f64 = 1.0;

/// The box of a node with its texts, without flags: see [`place_flags`].
pub(crate) fn node_box(node: &Node, text: &NodeText, rect: Rect) -> NodeBox {
    let middle = rect.centre();
    let (tile, x, mut top, anchor) = match text.form {
        Form::Lying => {
            let tile = Rect::new(rect.x + NODE_PAD, middle.y - TILE / 2.0, TILE, TILE);
            let x = tile.right() + TILE_GAP;
            (tile, x, middle.y - text.text_height() / 2.0, Anchor::Start)
        }
        // Pictures of one row stand level, whatever the number of lines below them.
        Form::Upright => {
            let tile = Rect::new(middle.x - TILE / 2.0, rect.y + NODE_PAD, TILE, TILE);
            (
                tile,
                middle.x,
                tile.bottom() + TILE_GAP_BELOW,
                Anchor::Middle,
            )
        }
    };
    let mut texts = Vec::new();
    let parts = [
        (&text.label, TextRole::Label, LABEL_LINE),
        (&text.service, TextRole::Service, SERVICE_LINE),
    ];
    for (lines, role, height) in parts {
        for line in &lines.lines {
            texts.push(Text {
                x,
                y: top + height - 4.0,
                text: line.clone(),
                role,
                anchor,
            });
            top += height;
        }
    }
    NodeBox {
        id: node.id.clone(),
        group: node.group.clone(),
        rect,
        tile,
        glyph: node.glyph,
        accent: node.accent,
        texts,
        badges: Vec::new(),
        tooltip: joined(&clean(&node.label), &clean(&node.service)),
        subject: node.subject.clone(),
    }
}

/// Puts the flags of notes on the edges of the boxes that they concern, clear of the arrows: from the right
/// corner of the upper edge to the left, then along the lower edge.
pub(crate) fn place_flags(diagram: &Diagram, nodes: &mut [NodeBox], lines: &[Vec<Point>]) {
    let notes = numbered(&diagram.notes);
    for (node, drawn) in diagram.nodes.iter().zip(nodes) {
        let numbers: BTreeSet<u8> = node.badges.iter().copied().collect();
        let flagged: Vec<&Note> = numbers
            .iter()
            .filter_map(|number| notes.get(number).copied())
            .collect();
        let mut places: Vec<Rect> = places(drawn.rect, lines)
            .into_iter()
            .take(flagged.len())
            .collect();
        // Numbers ascend as one reads.
        places.sort_by(|a, b| a.y.total_cmp(&b.y).then(a.x.total_cmp(&b.x)));
        drawn.badges = flagged
            .into_iter()
            .zip(places)
            .map(|(note, rect)| flag(note, rect))
            .collect();
    }
}

/// Where flags can stand on a box, the best place first.
fn places(node: Rect, lines: &[Vec<Point>]) -> Vec<Rect> {
    let around = node.grown(FLAG);
    let near: Vec<Rect> = lines
        .iter()
        .flat_map(|line| line.windows(2))
        .map(|pair| bounds(pair[0], pair[1]))
        .filter(|segment| segment.overlaps(&around))
        .collect();
    let mut places = Vec::new();
    for y in [node.y - FLAG / 2.0, node.bottom() - FLAG / 2.0] {
        let mut x = node.right() + OVERHANG - FLAG;
        while x >= node.x - OVERHANG {
            let place = Rect::new(x, y, FLAG, FLAG);
            // An arrowhead is as wide as this.
            if !near
                .iter()
                .any(|segment| segment.overlaps(&place.grown(4.0)))
            {
                places.push(place);
            }
            x -= FLAG + FLAG_GAP;
        }
    }
    places
}

/// The frames that hold something, the outer before the inner, with their labels clear of `lines`.
pub(crate) fn group_boxes(
    diagram: &Diagram,
    tree: &Tree,
    cells: &Cells,
    measure: &Measure,
    lines: &[Vec<Point>],
) -> Vec<GroupBox> {
    let mut boxes = Vec::new();
    for group in tree.outer_first() {
        let Some(rect) = measure.group_rect(cells, group) else {
            continue;
        };
        let tooltip = clean(&diagram.groups[group].label);
        let depth = u8::try_from(tree.outwards(Some(group)).count()).unwrap_or(u8::MAX);
        let face = TextRole::Group.face();
        let (shown, _) = shorten(&tooltip, face, rect.w - 24.0);
        let label_rect = label_place(rect, width(&shown, face), lines);
        let label = (!shown.is_empty()).then_some(Text {
            x: label_rect.x + 4.0,
            y: label_rect.y + 12.0,
            text: shown,
            role: TextRole::Group,
            anchor: Anchor::Start,
        });
        boxes.push(GroupBox {
            id: diagram.groups[group].id.clone(),
            kind: diagram.groups[group].kind,
            rect,
            depth,
            label,
            label_rect,
            tooltip,
        });
    }
    boxes
}

/// At the top left; further right if a line comes in there.
fn label_place(frame: Rect, width: f64, lines: &[Vec<Point>]) -> Rect {
    let mut place = Rect::new(frame.x + 9.0, frame.y + 7.0, width + 8.0, 16.0);
    let start = place.x;
    let mut blocking: Vec<f64> = lines
        .iter()
        .flat_map(|line| line.windows(2))
        .filter(|pair| (pair[0].x - pair[1].x).abs() < 0.5)
        .filter(|pair| {
            let (low, high) = (pair[0].y.min(pair[1].y), pair[0].y.max(pair[1].y));
            low < place.bottom() && high > place.y
        })
        .map(|pair| pair[0].x)
        .collect();
    blocking.sort_by(f64::total_cmp);
    for x in blocking {
        if x > place.x - 2.0 && x < place.right() + 2.0 {
            place.x = x + 4.0;
        }
    }
    if place.right() > frame.right() - 6.0 {
        place.x = start;
    }
    place
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::layout;
    use crate::model::Severity;

    #[test]
    fn flags_stand_on_edges_of_boxes_clear_of_arrows() {
        let mut diagram: Diagram =
            serde_json::from_str(include_str!("../tests/orders.json")).unwrap();
        diagram.notes = (1..=4)
            .map(|number| Note {
                number,
                text: "Mind this.".into(),
                severity: Severity::Medium,
                about: String::new(),
            })
            .collect();
        for node in &mut diagram.nodes {
            node.badges = vec![4, 2, 9, 3, 1, 2];
        }
        let scene = layout(&diagram).unwrap();
        for node in &scene.nodes {
            let numbers: Vec<u8> = node.badges.iter().map(|badge| badge.number).collect();
            assert_eq!(numbers, [1, 2, 3, 4], "{}", node.id);
            for badge in &node.badges {
                assert!(badge.rect.overlaps(&node.rect));
                for pair in scene.edges.iter().flat_map(|edge| edge.points.windows(2)) {
                    assert!(
                        !bounds(pair[0], pair[1]).overlaps(&badge.rect),
                        "{}",
                        node.id
                    );
                }
            }
        }
    }

    #[test]
    fn texts_fit_their_boxes() {
        let mut diagram: Diagram =
            serde_json::from_str(include_str!("../tests/orders.json")).unwrap();
        let texts = [
            "W".repeat(400),
            "Request handler for the orders of all countries".into(),
            "受注処理ハンドラーとても長い名前です".into(),
            "👩‍👩‍👧‍👦".repeat(20),
        ];
        for text in texts {
            for node in &mut diagram.nodes {
                (node.label, node.service) = (text.clone(), text.clone());
            }
            for group in &mut diagram.groups {
                group.label.clone_from(&text);
            }
            let scene = layout(&diagram).unwrap();
            for node in &scene.nodes {
                for line in &node.texts {
                    let wide = width(&line.text, line.role.face());
                    let right = match line.anchor {
                        Anchor::Start => line.x + wide,
                        _ => line.x + wide / 2.0,
                    };
                    assert!(right <= node.rect.right() - 8.0, "{}", line.text);
                    let (top, bottom) = (line.y - line.role.size(), line.y + 4.0);
                    assert!(
                        top >= node.rect.y && bottom <= node.rect.bottom(),
                        "{}",
                        line.text
                    );
                }
            }
            for frame in &scene.groups {
                assert!(frame.rect.contains(&frame.label_rect), "{}", frame.id);
            }
        }
    }
}
