//! Arrows, bound to the boxes at their ends, and what is said on them.

use super::Drawing;
use super::element::{Binding, Bound, More};
use super::shape::{Words, arrow, shape};
use crate::scene::{NodeBox, Point, Rect, Route};
use crate::text::clean;

impl Drawing<'_> {
    /// The innermost frame around both ends of an edge.
    pub(super) fn around(&self, edge: &Route) -> Option<usize> {
        let home = |id: &str| {
            let at = self.scene.nodes.iter().position(|node| node.id == id)?;
            self.tree.home[at]
        };
        let outer: Vec<usize> = self.tree.outwards(home(&edge.to)).collect();
        self.tree
            .outwards(home(&edge.from))
            .find(|frame| outer.contains(frame))
    }

    /// The arrows that end on this node.
    pub(super) fn arrows(&self, node: &NodeBox) -> Vec<Bound> {
        self.scene
            .edges
            .iter()
            .enumerate()
            .filter(|(_, edge)| edge.from == node.id || edge.to == node.id)
            .map(|(at, _)| Bound {
                kind: "arrow",
                id: format!("e{at}"),
            })
            .collect()
    }

    pub(super) fn edge(&mut self, at: usize) {
        let edge = &self.scene.edges[at];
        let binding = |id: &str, point: Option<&Point>| {
            let node = self.scene.nodes.iter().position(|node| node.id == id)?;
            let (rect, point) = (self.scene.nodes[node].rect, point?);
            Some(Binding {
                element_id: format!("n{node}"),
                focus: 0.0,
                gap: 1.0,
                fixed_point: [(point.x - rect.x) / rect.w, (point.y - rect.y) / rect.h],
            })
        };
        let (start, end) = (
            binding(&edge.from, edge.points.first()),
            binding(&edge.to, edge.points.last()),
        );
        let mut line = arrow(format!("e{at}"), &edge.points, edge.style);
        line.stroke_color = self.paint.of("wire");
        line.group_ids = self.groups(self.around(edge));
        if let More::Arrow {
            start_binding,
            end_binding,
            elbowed,
            ..
        } = &mut line.more
        {
            *start_binding = start;
            *end_binding = end;
            *elbowed = edge.from != edge.to;
        }
        self.push(line);
    }

    pub(super) fn edge_label(&mut self, at: usize) {
        let scene = self.scene;
        let edge = &scene.edges[at];
        let Some(label) = &edge.label else { return };
        let groups = self.groups(self.around(edge));
        let ground = self.paint.ground(usize::from(label.depth));
        let mut plate = shape("rectangle", format!("e{at}-label"), label.plate);
        plate.stroke_color = "transparent";
        plate.background_color = ground;
        plate.group_ids.clone_from(&groups);
        if let Some(step) = &label.step {
            // The step stands on the left of the plate, the words on what is left of it.
            let right = step.centre.x + step.radius;
            let mut behind = shape(
                "rectangle",
                format!("e{at}-plate"),
                Rect::new(
                    label.plate.x,
                    label.plate.y,
                    right - label.plate.x,
                    label.plate.h,
                ),
            );
            behind.stroke_color = "transparent";
            behind.background_color = ground;
            behind.group_ids.clone_from(&groups);
            self.push(behind);
            plate.width = label.plate.right() - right;
            plate.x = right;
        }
        let mut words = Words::of(&label.lines);
        words.centred = true;
        words.original = clean(&self.diagram.edges[at].label);
        if label.lines.is_empty() {
            self.push(plate);
        } else {
            self.labelled(plate, &words, 11.0, self.paint.of("ink"));
        }
        if let Some(step) = &label.step {
            self.step(
                format!("e{at}-step"),
                step.number,
                step.centre,
                step.radius,
                groups,
            );
        }
    }

    pub(super) fn step(
        &mut self,
        id: String,
        number: u8,
        centre: Point,
        radius: f64,
        groups: Vec<String>,
    ) {
        let rect = Rect::new(
            centre.x - radius,
            centre.y - radius,
            2.0 * radius,
            2.0 * radius,
        );
        let mut circle = shape("ellipse", id, rect);
        circle.stroke_color = "transparent";
        circle.background_color = self.paint.of("ink");
        circle.group_ids = groups;
        self.labelled(circle, &Words::number(number), 10.0, self.paint.of("paper"));
    }
}
