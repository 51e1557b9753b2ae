//! The whole way from a graph to a drawing.

use crate::boxes::{group_boxes, node_box, place_flags};
use crate::collapse::{Collapse, collapse};
use crate::fault::Fault;
use crate::foot::{foot, margin};
use crate::label::{LabelText, Obstacles, first_demand, more_demand, place_labels};
use crate::measure::{Demand, Measure};
use crate::model::Diagram;
use crate::node_text::{Form, NodeText};
use crate::place::Cells;
use crate::plan::Plan;
use crate::route::{Grid, segments};
use crate::scene::{EdgeLabel, GroupBox, NodeBox, Point, Rect, Route, Scene};
use crate::strip::strip_width;
use crate::text::clean;
use crate::tree::Tree;
use crate::{check, prose};
use std::collections::BTreeMap;

/// Rounds of making room for labels, and the number of edges above which there is only one.
const ROUNDS: usize = 5;
const ROUNDS_UP_TO: usize = 150;
const HEAD_LENGTH: f64 = 10.0;
const HEAD_WIDTH: f64 = 9.0;
/// How far labels may stick out of the graph, into the margin.
const LABEL_OVERHANG: f64 = 12.0;
const LEAST_WIDTH: f64 = 320.0;

/// Lays a diagram out, with groups collapsed where there are too many nodes ([`Collapse::Auto`]). The same
/// diagram gives the same scene on every machine. If all nodes have a slot, those that share one or stand
/// inside a foreign frame are moved to the nearest free slot; if some have none, all places are found.
///
/// # Errors
/// Every fault that leaves no picture to draw: ids that nothing carries or several carry, frames
/// inside themselves, more than a drawing can hold. See [`check`](crate::check) for all faults.
pub fn layout(diagram: &Diagram) -> Result<Scene, Vec<Fault>> {
    layout_with(diagram, Collapse::Auto)
}

/// Lays a diagram out, with or without collapsed groups.
///
/// # Errors
/// As [`layout`].
pub fn layout_with(diagram: &Diagram, collapsed: Collapse) -> Result<Scene, Vec<Fault>> {
    let faults = check::blocking(diagram);
    if !faults.is_empty() {
        return Err(faults);
    }
    let diagram = &*collapse(diagram, collapsed);
    let tree = Tree::new(diagram);
    let Plan { cells, grid, paths } = Plan::new(diagram, &tree);
    let segments = segments(&paths);

    let form = Form::for_grid(cells.columns, cells.rows);
    let node_texts: Vec<NodeText> = diagram
        .nodes
        .iter()
        .map(|node| NodeText::new(&node.label, &node.service, form))
        .collect();
    let label_texts: Vec<Option<LabelText>> = diagram.edges.iter().map(LabelText::new).collect();
    let mut demand = Demand::new(&cells);
    first_demand(&label_texts, &segments, &grid, &mut demand);

    let origin = Point {
        x: margin(diagram),
        y: margin(diagram),
    };
    let rounds = if diagram.edges.len() > ROUNDS_UP_TO {
        1
    } else {
        ROUNDS
    };
    let mut best: Option<(Measure, Drawn)> = None;
    for _ in 0..rounds {
        let measure = Measure::new(
            diagram,
            &tree,
            &cells,
            &grid,
            &node_texts,
            &segments,
            &demand,
            origin,
            strip_width(&diagram.strip),
        );
        let drawn = Drawn::new(
            diagram,
            &tree,
            &cells,
            &grid,
            &measure,
            &segments,
            &node_texts,
            &label_texts,
        );
        for &edge in &drawn.cramped {
            if let Some(text) = &label_texts[edge] {
                more_demand(text, &segments[edge], &grid, &mut demand);
            }
        }
        let done = drawn.cramped.is_empty();
        // More room that helped nobody is not taken.
        if best
            .as_ref()
            .is_none_or(|(_, best)| drawn.badness() < best.badness())
        {
            best = Some((measure, drawn));
        }
        if done {
            break;
        }
    }
    let Some((measure, drawn)) = best else {
        return Err(vec![Fault::new(
            "the diagram could not be laid out",
            "split it",
        )]);
    };

    let strip = if diagram.frameless {
        0.0
    } else {
        strip_width(&diagram.strip)
    };
    let inner = measure.area().w.max(strip).max(LEAST_WIDTH).ceil();
    let foot = foot(diagram, measure.area().bottom(), inner);
    let lines: Vec<String> = diagram.description.lines().map(clean).collect();
    let description = lines.join("\n");
    let Drawn {
        groups,
        nodes,
        edges,
        ..
    } = drawn;
    Ok(Scene {
        width: inner + 2.0 * margin(diagram),
        height: foot.height,
        title: clean(&diagram.title),
        description: if description.is_empty() {
            prose(diagram)
        } else {
            description
        },
        border: foot.border,
        title_block: foot.title_block,
        heading: foot.heading,
        groups,
        edges,
        nodes,
        strip: foot.strip,
        legend: foot.legend,
    })
}

/// The graph in pixels, and the edges whose labels want more room.
struct Drawn {
    groups: Vec<GroupBox>,
    nodes: Vec<NodeBox>,
    edges: Vec<Route>,
    cramped: Vec<usize>,
    /// How many edges want a label.
    labelled: usize,
}

impl Drawn {
    /// Labels that stand badly; those that do not stand at all count most.
    fn badness(&self) -> usize {
        let placed = self
            .edges
            .iter()
            .filter(|edge| edge.label.is_some())
            .count();
        self.cramped.len() + 4 * (self.labelled - placed.min(self.labelled))
    }

    #[allow(clippy::too_many_arguments)] // One round takes everything decided before it.
    fn new(
        diagram: &Diagram,
        tree: &Tree,
        cells: &Cells,
        grid: &Grid,
        measure: &Measure,
        segments: &[Vec<crate::route::Segment>],
        node_texts: &[NodeText],
        label_texts: &[Option<LabelText>],
    ) -> Self {
        let mut nodes: Vec<NodeBox> = diagram
            .nodes
            .iter()
            .zip(node_texts)
            .zip(&cells.nodes)
            .map(|((node, text), &cell)| node_box(node, text, measure.node_rect(cell)))
            .collect();
        let by_id: BTreeMap<&str, &NodeBox> =
            nodes.iter().map(|node| (node.id.as_str(), node)).collect();
        let mut edges = Vec::new();
        for (edge, segments) in diagram.edges.iter().zip(segments) {
            let corner = |id: &str| by_id.get(id).map(|node| node.rect).unwrap_or_default();
            let points = measure.corners(grid, segments, corner(&edge.from), corner(&edge.to));
            let name = |id: &str| {
                by_id
                    .get(id)
                    .map(|node| node.tooltip.as_str())
                    .unwrap_or_default()
            };
            let says = clean(&edge.label);
            let arrow = format!("{} → {}", name(&edge.from), name(&edge.to));
            edges.push(Route {
                from: edge.from.clone(),
                to: edge.to.clone(),
                style: edge.style,
                step: edge.step,
                head: head(&points),
                points,
                label: None,
                tooltip: if says.is_empty() {
                    arrow
                } else {
                    format!("{arrow}: {says}")
                },
            });
        }
        let lines: Vec<Vec<Point>> = edges.iter().map(|edge| edge.points.clone()).collect();
        place_flags(diagram, &mut nodes, &lines);
        let groups = group_boxes(diagram, tree, cells, measure, &lines);
        let (labels, cramped) = labels(
            &nodes,
            &edges,
            &groups,
            lines,
            label_texts,
            measure.area().grown(LABEL_OVERHANG),
        );
        for (edge, label) in edges.iter_mut().zip(labels) {
            edge.label = label;
        }
        Self {
            groups,
            nodes,
            edges,
            cramped,
            labelled: label_texts.iter().flatten().count(),
        }
    }
}

fn labels(
    nodes: &[NodeBox],
    edges: &[Route],
    groups: &[GroupBox],
    lines: Vec<Vec<Point>>,
    texts: &[Option<LabelText>],
    paper: Rect,
) -> (Vec<Option<EdgeLabel>>, Vec<usize>) {
    let mut solid: Vec<Rect> = nodes.iter().map(|node| node.rect.grown(3.0)).collect();
    solid.extend(
        nodes
            .iter()
            .flat_map(|node| &node.badges)
            .map(|badge| badge.rect.grown(1.0)),
    );
    solid.extend(edges.iter().map(|edge| edge.head.grown(1.0)));
    solid.extend(groups.iter().map(|group| group.label_rect));
    let frames = groups
        .iter()
        .map(|group| (group.rect, group.depth))
        .collect();
    place_labels(
        texts,
        &mut Obstacles {
            paper,
            solid,
            frames,
            lines,
        },
    )
}

/// The box around the arrowhead at the end of a line.
fn head(points: &[Point]) -> Rect {
    let [.., before, tip] = points else {
        return Rect::default();
    };
    let (half, long) = (HEAD_WIDTH / 2.0, HEAD_LENGTH);
    if (before.x - tip.x).abs() < (before.y - tip.y).abs() {
        let y = if before.y < tip.y {
            tip.y - long
        } else {
            tip.y
        };
        Rect::new(tip.x - half, y, HEAD_WIDTH, long)
    } else {
        let x = if before.x < tip.x {
            tip.x - long
        } else {
            tip.x
        };
        Rect::new(x, tip.y - half, long, HEAD_WIDTH)
    }
}
