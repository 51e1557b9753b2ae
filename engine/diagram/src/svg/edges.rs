//! Arrows with their heads, labels and step numbers.

use super::pieces::{backed, rounded};
use super::{Doc, ground};
use crate::model::EdgeStyle;
use crate::scene::{Point, Route};
use std::fmt::Write as _;

impl Doc {
    pub(super) fn edge(&mut self, edge: &Route) {
        let [.., before, tip] = edge.points.as_slice() else {
            return;
        };
        let step = step_text(edge);
        self.begin(edge_class(edge.style), &ends(edge, &step), &edge.tooltip);
        let mut points = edge.points.clone();
        if let Some(end) = points.last_mut() {
            *end = backed(
                *before,
                *tip,
                if edge.style == EdgeStyle::Sync {
                    8.0
                } else {
                    1.0
                },
            );
        }
        self.path("line", &rounded(&points));
        self.arrowhead(edge.style, *before, *tip);
        self.end();
    }

    pub(super) fn arrowhead(&mut self, style: EdgeStyle, before: Point, tip: Point) {
        let back = backed(before, tip, 9.0);
        // Across the line, half as wide as the head.
        let (dx, dy) = if (back.x - tip.x).abs() < 0.01 {
            (4.5, 0.0)
        } else {
            (0.0, 4.5)
        };
        let close = if style == EdgeStyle::Sync { "Z" } else { "" };
        let d = format!(
            "M{} {}L{} {}L{} {}{close}",
            back.x - dx,
            back.y - dy,
            tip.x,
            tip.y,
            back.x + dx,
            back.y + dy
        );
        self.path("head", &d);
    }

    pub(super) fn edge_label(&mut self, edge: &Route) {
        let Some(label) = &edge.label else { return };
        self.begin("says", &ends(edge, &step_text(edge)), "");
        self.rect(
            &format!("plate d{}", ground(label.depth)),
            &label.plate,
            4.0,
        );
        if let Some(step) = &label.step {
            self.step(step.number, step.centre, step.radius);
        }
        self.texts(&label.lines);
        self.end();
    }

    pub(super) fn step(&mut self, number: u8, centre: Point, radius: f64) {
        let Point { x, y } = centre;
        let looks = self.looks("circle", "step");
        let _ = writeln!(
            self.out,
            "<circle {looks} cx=\"{x}\" cy=\"{y}\" r=\"{radius}\"/>"
        );
        self.number(number, centre, " on-step");
    }
}

fn step_text(edge: &Route) -> String {
    edge.step.map(|step| step.to_string()).unwrap_or_default()
}

/// What an arrow and its label are known by: the step, and the nodes at the ends.
fn ends<'a>(edge: &'a Route, step: &'a str) -> [(&'static str, &'a str); 3] {
    [("step", step), ("from", &edge.from), ("to", &edge.to)]
}

pub(super) const fn edge_class(style: EdgeStyle) -> &'static str {
    match style {
        EdgeStyle::Sync => "edge sync",
        EdgeStyle::Async => "edge async",
    }
}
