//! draw.io's cells as XML text.

use crate::scene::{Point, Rect};
use crate::svg::escape;
use std::fmt::Write as _;

/// The paper that everything stands on.
pub(super) const PAGE: &str = "1";

/// The list of cells, as it grows.
pub(super) struct Cells {
    pub out: String,
}

/// A box to be drawn.
pub(super) struct Vertex<'a> {
    /// Unique in the file; made of our own letters and digits.
    pub id: &'a str,
    /// Id of the cell that holds it.
    pub parent: &'a str,
    /// Its label in HTML, with every text in it escaped.
    pub label: &'a str,
    /// draw.io's `key=value;` list.
    pub style: &'a str,
    /// Where it stands, from the top left of what holds it.
    pub rect: Rect,
}

impl Cells {
    /// A box.
    pub fn vertex(&mut self, vertex: &Vertex<'_>) {
        self.tipped(vertex, "", &[]);
    }

    /// A box with a tooltip and data of its own, which draw.io shows and lets people edit.
    pub fn tipped(&mut self, vertex: &Vertex<'_>, tooltip: &str, data: &[(&str, &str)]) {
        let Vertex {
            id,
            parent,
            label,
            style,
            rect,
        } = vertex;
        let geometry = format!(
            "<mxGeometry x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" as=\"geometry\"/>",
            rect.x, rect.y, rect.w, rect.h
        );
        if tooltip.is_empty() && data.is_empty() {
            let _ = writeln!(
                self.out,
                "<mxCell id=\"{id}\" value=\"{}\" style=\"{}\" vertex=\"1\" parent=\"{parent}\">{geometry}</mxCell>",
                escape(label),
                escape(style),
            );
            return;
        }
        let _ = write!(
            self.out,
            "<UserObject id=\"{id}\" label=\"{}\"",
            escape(label)
        );
        let tip = ("tooltip", tooltip);
        for (name, value) in [tip].iter().chain(data) {
            if !value.is_empty() {
                let _ = write!(self.out, " {name}=\"{}\"", escape(value));
            }
        }
        let _ = writeln!(
            self.out,
            "><mxCell style=\"{}\" vertex=\"1\" parent=\"{parent}\">{geometry}</mxCell></UserObject>",
            escape(style)
        );
    }

    /// A box that sticks to a place on what holds it: on a box by the share of its sides, on an arrow
    /// by the share of its length from −1 to 1; `offset` from there in pixels to the top left.
    pub fn stuck(&mut self, vertex: &Vertex<'_>, at: Point, offset: Point) {
        let Vertex {
            id,
            parent,
            label,
            style,
            rect,
        } = vertex;
        let size = if rect.w > 0.0 {
            format!(" width=\"{}\" height=\"{}\"", rect.w, rect.h)
        } else {
            String::new()
        };
        let _ = writeln!(
            self.out,
            "<mxCell id=\"{id}\" value=\"{}\" style=\"{}\" vertex=\"1\" connectable=\"0\" parent=\"{parent}\"><mxGeometry x=\"{}\" y=\"{}\"{size} relative=\"1\" as=\"geometry\"><mxPoint x=\"{}\" y=\"{}\" as=\"offset\"/></mxGeometry></mxCell>",
            escape(label),
            escape(style),
            at.x,
            at.y,
            offset.x,
            offset.y,
        );
    }

    /// An arrow from box to box through `corners`, which count from the top left of `parent`.
    pub fn edge(
        &mut self,
        (id, parent): (&str, &str),
        (source, target): (&str, &str),
        style: &str,
        corners: &[Point],
    ) {
        let _ = write!(
            self.out,
            "<mxCell id=\"{id}\" style=\"{style}\" edge=\"1\" parent=\"{parent}\" source=\"{source}\" target=\"{target}\"><mxGeometry relative=\"1\" as=\"geometry\">"
        );
        if !corners.is_empty() {
            self.out.push_str("<Array as=\"points\">");
            for Point { x, y } in corners {
                let _ = write!(self.out, "<mxPoint x=\"{x}\" y=\"{y}\"/>");
            }
            self.out.push_str("</Array>");
        }
        self.out.push_str("</mxGeometry></mxCell>\n");
    }

    /// A line from point to point that belongs to no box.
    pub fn line(&mut self, (id, parent): (&str, &str), style: &str, from: Point, to: Point) {
        let _ = writeln!(
            self.out,
            "<mxCell id=\"{id}\" style=\"{style}\" edge=\"1\" parent=\"{parent}\"><mxGeometry relative=\"1\" as=\"geometry\"><mxPoint x=\"{}\" y=\"{}\" as=\"sourcePoint\"/><mxPoint x=\"{}\" y=\"{}\" as=\"targetPoint\"/></mxGeometry></mxCell>",
            from.x, from.y, to.x, to.y
        );
    }
}

/// The rectangle as seen from `origin`.
pub(super) fn seen_from(rect: Rect, origin: Point) -> Rect {
    Rect::new(rect.x - origin.x, rect.y - origin.y, rect.w, rect.h)
}
