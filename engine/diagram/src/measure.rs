//! Cells and tracks → pixels. Columns and rows are as wide as their nodes, gaps as wide as the frames'
//! borders, tracks and labels in them ask for. Nothing is squeezed, so nothing can overlap.

use crate::lay::{ACROSS, DOWN, Laid};
use crate::model::Diagram;
use crate::node_text::NodeText;
use crate::place::{Cells, index};
use crate::route::{Axis, Grid, Line, Ranks, Segment};
use crate::scene::{Point, Rect, TextRole};
use crate::text::{clean, width};
use crate::tree::Tree;

/// A frame's label may widen the frame up to this.
const LABEL_WIDENS_TO: f64 = 240.0;
/// From a frame's border to its label, on both sides together.
const LABEL_SIDES: f64 = 36.0;
/// A column may grow by this to line the graph up with the strip.
const STRETCH: f64 = 36.0;
/// From a node's corner to its outermost port.
const PORT_MARGIN: f64 = 14.0;

/// Widths that labels ask of the gaps; grows while labels find no place.
#[derive(Debug, Clone)]
pub(crate) struct Demand {
    pub columns: Vec<f64>,
    pub rows: Vec<f64>,
}

impl Demand {
    pub fn new(cells: &Cells) -> Self {
        Self {
            columns: vec![0.0; cells.columns + 1],
            rows: vec![0.0; cells.rows + 1],
        }
    }
}

/// Pixel positions of columns, rows and lines.
pub(crate) struct Measure {
    x: Laid,
    y: Laid,
    ranks: Vec<Ranks>,
    origin: Point,
}

impl Measure {
    #[allow(clippy::too_many_arguments)] // Everything that decides a size comes together here.
    pub fn new(
        diagram: &Diagram,
        tree: &Tree,
        cells: &Cells,
        grid: &Grid,
        texts: &[NodeText],
        segments: &[Vec<Segment>],
        demand: &Demand,
        origin: Point,
        least_width: f64,
    ) -> Self {
        let mut widths = vec![0.0_f64; cells.columns];
        let mut heights = vec![0.0_f64; cells.rows];
        for (&(column, row), text) in cells.nodes.iter().zip(texts) {
            widths[column] = widths[column].max(text.width);
            heights[row] = heights[row].max(text.height);
        }
        let mut upright = vec![None; grid.xs.lines.len()];
        let mut level = vec![None; grid.ys.lines.len()];
        for segment in segments.iter().flatten() {
            let (lines, tracks, sizes) = match segment.axis {
                Axis::Horizontal => (&grid.ys, &mut level, &mut heights),
                Axis::Vertical => (&grid.xs, &mut upright, &mut widths),
            };
            let offset = segment.offset;
            if let Line::Middle(at) = lines.lines[segment.line] {
                // Ports lie on the sides of nodes, so the nodes must be large enough for them.
                sizes[at] = sizes[at].max(2.0 * (offset.abs() + PORT_MARGIN)).ceil();
            }
            let (low, high) = tracks[segment.line].unwrap_or((offset, offset));
            tracks[segment.line] = Some((offset.min(low), offset.max(high)));
        }
        let mut measure = Self {
            x: Laid::new(&grid.xs, &widths, &upright, &demand.columns, &ACROSS),
            y: Laid::new(&grid.ys, &heights, &level, &demand.rows, &DOWN),
            ranks: grid.ranks.clone(),
            origin,
        };
        measure.widen_for_labels(diagram, tree, cells, grid);
        measure.widen_to(least_width, grid);
        measure
    }

    /// Makes columns wider where a frame is narrower than its label.
    fn widen_for_labels(&mut self, diagram: &Diagram, tree: &Tree, cells: &Cells, grid: &Grid) {
        for group in tree.outer_first().into_iter().rev() {
            let Some(span) = cells.groups[group] else {
                continue;
            };
            let label = clean(&diagram.groups[group].label);
            let wanted = width(&label, TextRole::Group.face()).min(LABEL_WIDENS_TO) + LABEL_SIDES;
            let missing = wanted - self.group_rect(cells, group).map_or(wanted, |rect| rect.w);
            if missing > 0.0 {
                self.x.widen(
                    &grid.xs,
                    index(span.left),
                    index(span.right),
                    missing.ceil(),
                );
            }
        }
    }

    /// Lines the graph up with what is wider below it, unless the nodes would have to grow much.
    fn widen_to(&mut self, least: f64, grid: &Grid) {
        let missing = (least - self.x.extent).ceil();
        #[allow(clippy::cast_precision_loss)] // A few hundred at most.
        let columns = self.x.sizes.len() as f64;
        if missing > 0.0 && missing <= columns * STRETCH {
            let last = self.x.sizes.len().saturating_sub(1);
            self.x.widen(&grid.xs, 0, last, missing);
        }
    }

    /// The border of a frame that holds something.
    pub fn group_rect(&self, cells: &Cells, group: usize) -> Option<Rect> {
        let span = cells.groups.get(group).copied().flatten()?;
        let rank = self.ranks.get(group)?;
        let (left, right) =
            self.x
                .frame(index(span.left), index(span.right), rank.left, rank.right);
        let (top, bottom) =
            self.y
                .frame(index(span.top), index(span.bottom), rank.top, rank.bottom);
        Some(Rect::new(
            left + self.origin.x,
            top + self.origin.y,
            right - left,
            bottom - top,
        ))
    }

    /// Everything from the first corridor to the last.
    pub fn area(&self) -> Rect {
        Rect::new(self.origin.x, self.origin.y, self.x.extent, self.y.extent)
    }

    /// The border of the node in a cell.
    pub fn node_rect(&self, (column, row): (usize, usize)) -> Rect {
        let (x, w) = self.x.sizes.get(column).copied().unwrap_or_default();
        let (y, h) = self.y.sizes.get(row).copied().unwrap_or_default();
        Rect::new(x + self.origin.x, y + self.origin.y, w, h)
    }

    /// Pixel position of a segment, across its direction.
    fn position(&self, grid: &Grid, segment: &Segment) -> f64 {
        segment.offset
            + match segment.axis {
                Axis::Horizontal => self.origin.y + self.y.line(&grid.ys, segment.line),
                Axis::Vertical => self.origin.x + self.x.line(&grid.xs, segment.line),
            }
    }

    /// The corners of an edge, from border to border.
    pub fn corners(&self, grid: &Grid, segments: &[Segment], from: Rect, to: Rect) -> Vec<Point> {
        let place = |segment: &Segment| self.position(grid, segment);
        let (Some(first), Some(last)) = (segments.first(), segments.last()) else {
            return Vec::new();
        };
        let mut corners = vec![border(first, place(first), from, first.leaves_rising())];
        for pair in segments.windows(2) {
            let [a, b] = pair else { continue };
            corners.push(match a.axis {
                Axis::Horizontal => Point {
                    x: place(b),
                    y: place(a),
                },
                Axis::Vertical => Point {
                    x: place(a),
                    y: place(b),
                },
            });
        }
        corners.push(border(last, place(last), to, !last.leaves_rising()));
        corners
    }
}

/// Where a segment meets the border of a node: on the far side in its direction, or on the near side.
fn border(segment: &Segment, place: f64, node: Rect, far: bool) -> Point {
    match segment.axis {
        Axis::Horizontal => Point {
            x: if far { node.right() } else { node.x },
            y: place,
        },
        Axis::Vertical => Point {
            x: place,
            y: if far { node.bottom() } else { node.y },
        },
    }
}
