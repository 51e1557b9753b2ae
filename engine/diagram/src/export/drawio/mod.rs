//! draw.io (diagrams.net): the drawing as cells that can be moved, edited and connected.

mod cell;
mod furniture;
mod style;

use super::paint::Paint;
use super::picture;
use crate::model::Diagram;
use crate::scene::{Point, Rect, Route, Scene};
use crate::svg::escape;
use crate::text::width;
use crate::theme::Theme;
use crate::tree::Tree;
use cell::{Cells, PAGE, Vertex, seen_from};
use std::collections::BTreeMap;
use std::fmt::Write as _;

/// The drawing as an uncompressed draw.io file. Frames are containers that hold their nodes, arrows are
/// bound to the boxes at their ends and keep our corners, labels and step numbers ride on the arrows.
///
/// Every label is HTML in which each text is escaped, and then escaped again for the attribute.
pub(crate) fn drawio(diagram: &Diagram, scene: &Scene, theme: Theme) -> String {
    let paint = Paint(theme);
    let name = if scene.title.is_empty() {
        "Architecture"
    } else {
        &scene.title
    };
    let mut cells = Cells { out: String::new() };
    let _ = writeln!(
        cells.out,
        "<mxfile host=\"Plumbline\"><diagram id=\"architecture\" name=\"{}\"><mxGraphModel dx=\"{w}\" dy=\"{h}\" grid=\"0\" gridSize=\"10\" guides=\"1\" tooltips=\"1\" connect=\"1\" arrows=\"1\" fold=\"0\" page=\"1\" pageScale=\"1\" pageWidth=\"{w}\" pageHeight=\"{h}\" background=\"{}\" math=\"0\" shadow=\"0\"><root>\n<mxCell id=\"0\"/><mxCell id=\"{PAGE}\" parent=\"0\"/>",
        escape(name),
        paint.of("paper"),
        w = scene.width,
        h = scene.height,
    );
    furniture::sheet(scene, paint, &mut cells);
    Drawing::new(diagram, scene, paint).write(&mut cells);
    furniture::strip(scene, paint, &mut cells);
    furniture::legend(scene, paint, &mut cells);
    furniture::title_block(scene, paint, &mut cells);
    cells
        .out
        .push_str("</root></mxGraphModel></diagram></mxfile>\n");
    cells.out
}

/// The graph itself: frames, boxes, arrows, in this order, so that none hides another.
struct Drawing<'a> {
    diagram: &'a Diagram,
    scene: &'a Scene,
    paint: Paint,
    tree: Tree,
    /// Where the frames stand, by index into the diagram's groups.
    frames: Vec<Rect>,
    /// Nodes by id.
    nodes: BTreeMap<&'a str, usize>,
}

impl<'a> Drawing<'a> {
    fn new(diagram: &'a Diagram, scene: &'a Scene, paint: Paint) -> Self {
        let place: BTreeMap<&str, Rect> = scene
            .groups
            .iter()
            .map(|group| (group.id.as_str(), group.rect))
            .collect();
        Self {
            diagram,
            scene,
            paint,
            tree: Tree::new(diagram),
            frames: diagram
                .groups
                .iter()
                .map(|group| place.get(group.id.as_str()).copied().unwrap_or_default())
                .collect(),
            nodes: scene
                .nodes
                .iter()
                .enumerate()
                .map(|(at, node)| (node.id.as_str(), at))
                .collect(),
        }
    }

    /// The cell of a frame, or the page, and its top left.
    fn holder(&self, frame: Option<usize>) -> (String, Point) {
        frame.map_or_else(
            || (PAGE.to_owned(), Point::default()),
            |frame| {
                let Rect { x, y, .. } = self.frames[frame];
                (format!("g{frame}"), Point { x, y })
            },
        )
    }

    fn write(&self, cells: &mut Cells) {
        for frame in self.tree.outer_first() {
            let Some(group) = self
                .scene
                .groups
                .iter()
                .find(|group| group.id == self.diagram.groups[frame].id)
            else {
                continue;
            };
            let (parent, origin) = self.holder(self.tree.parent[frame]);
            cells.tipped(
                &Vertex {
                    id: &format!("g{frame}"),
                    parent: &parent,
                    label: &style::html(group.label.as_slice(), self.paint),
                    style: &style::frame(group, self.paint),
                    rect: seen_from(group.rect, origin),
                },
                &group.tooltip,
                &[],
            );
        }
        for at in 0..self.scene.nodes.len() {
            self.node(at, cells);
        }
        for at in 0..self.scene.edges.len() {
            self.edge(at, cells);
        }
    }

    fn node(&self, at: usize, cells: &mut Cells) {
        let node = &self.scene.nodes[at];
        let (parent, origin) = self.holder(self.tree.home[at]);
        let id = format!("n{at}");
        let picture = picture::tile(node.glyph, node.accent, self.paint);
        cells.tipped(
            &Vertex {
                id: &id,
                parent: &parent,
                label: &style::html(&node.texts, self.paint),
                style: &style::node(node, &picture, self.paint),
                rect: seen_from(node.rect, origin),
            },
            &node.tooltip,
            &[
                ("role", &node.subject.role),
                ("service", &node.subject.service),
            ],
        );
        // Badges hang on the top right corner, wherever the node goes.
        let corner = Point { x: 1.0, y: 0.0 };
        for (number, badge) in node.badges.iter().enumerate() {
            cells.stuck(
                &Vertex {
                    id: &format!("{id}b{number}"),
                    parent: &id,
                    label: &badge.number.to_string(),
                    style: &style::badge(badge.severity, self.paint),
                    rect: badge.rect,
                },
                corner,
                Point {
                    x: badge.rect.x - node.rect.right(),
                    y: badge.rect.y - node.rect.y,
                },
            );
        }
    }

    fn edge(&self, at: usize, cells: &mut Cells) {
        let edge = &self.scene.edges[at];
        let (Some(&from), Some(&to)) = (
            self.nodes.get(edge.from.as_str()),
            self.nodes.get(edge.to.as_str()),
        ) else {
            return;
        };
        let [start, corners @ .., end] = edge.points.as_slice() else {
            return;
        };
        // The innermost frame around both ends holds the arrow, so that it moves with them.
        let around: Vec<usize> = self.tree.outwards(self.tree.home[to]).collect();
        let common = self
            .tree
            .outwards(self.tree.home[from])
            .find(|frame| around.contains(frame));
        let (parent, origin) = self.holder(common);
        let id = format!("e{at}");
        let rects = (self.scene.nodes[from].rect, self.scene.nodes[to].rect);
        let corners: Vec<Point> = corners
            .iter()
            .map(|point| Point {
                x: point.x - origin.x,
                y: point.y - origin.y,
            })
            .collect();
        cells.edge(
            (&id, &parent),
            (&format!("n{from}"), &format!("n{to}")),
            &format!(
                "{}{}",
                style::ends(rects, (*start, *end)),
                style::arrow(edge.style, self.paint)
            ),
            &corners,
        );
        self.edge_label(&id, edge, cells);
    }

    fn edge_label(&self, id: &str, edge: &Route, cells: &mut Cells) {
        let Some(label) = &edge.label else { return };
        if let Some(first) = label.lines.first() {
            // The plate without its step number.
            let left = label
                .step
                .as_ref()
                .map_or(label.plate.x, |step| step.centre.x + step.radius);
            let widest = label
                .lines
                .iter()
                .map(|line| width(&line.text, line.role.face()))
                .fold(0.0, f64::max);
            let centre = Point {
                x: if first.anchor == crate::scene::Anchor::Middle {
                    first.x
                } else {
                    (first.x).max(left) + widest / 2.0
                },
                y: label.plate.centre().y,
            };
            let (share, near) = along(&edge.points, centre);
            cells.stuck(
                &Vertex {
                    id: &format!("{id}-label"),
                    parent: id,
                    label: &style::html(&label.lines, self.paint),
                    style: &style::edge_label(
                        self.paint.ground(usize::from(label.depth)),
                        self.paint,
                    ),
                    rect: Rect::default(),
                },
                Point { x: share, y: 0.0 },
                Point {
                    x: centre.x - near.x,
                    y: centre.y - near.y,
                },
            );
        }
        if let Some(step) = &label.step {
            let (share, near) = along(&edge.points, step.centre);
            cells.stuck(
                &Vertex {
                    id: &format!("{id}-step"),
                    parent: id,
                    label: &step.number.to_string(),
                    style: &style::step(self.paint),
                    rect: Rect::new(0.0, 0.0, 2.0 * step.radius, 2.0 * step.radius),
                },
                Point { x: share, y: 0.0 },
                Point {
                    x: step.centre.x - step.radius - near.x,
                    y: step.centre.y - step.radius - near.y,
                },
            );
        }
    }
}

/// The point of a line that is nearest to `spot`, and how far along it lies: −1 at the start, 1 at the
/// end.
fn along(points: &[Point], spot: Point) -> (f64, Point) {
    let mut best: Option<(f64, f64, Point)> = None;
    let mut walked = 0.0;
    for pair in points.windows(2) {
        let [a, b] = pair else { continue };
        let near = Point {
            x: spot.x.clamp(a.x.min(b.x), a.x.max(b.x)),
            y: spot.y.clamp(a.y.min(b.y), a.y.max(b.y)),
        };
        let away = (near.x - spot.x).abs() + (near.y - spot.y).abs();
        if best.is_none_or(|(least, ..)| away < least) {
            let done = (near.x - a.x).abs() + (near.y - a.y).abs();
            best = Some((away, walked + done, near));
        }
        walked += (b.x - a.x).abs() + (b.y - a.y).abs();
    }
    match best {
        Some((_, done, near)) if walked > 0.0 => (2.0 * done / walked - 1.0, near),
        _ => (0.0, spot),
    }
}
