//! Where the labels stand. Never on a node, an arrowhead, a frame's label or another label; on a frame's
//! border or another line only if the rounds of making room did not help.

use crate::measure::Demand;
use crate::model::Edge;
use crate::route::{Axis, Grid, Segment};
use crate::scene::{Anchor, EdgeLabel, Point, Rect, StepMark, Text, TextRole};
use crate::text::{Lines, clean, wrap};

const LINE: f64 = 14.0;
const PAD_X: f64 = 4.0;
const STEP_RADIUS: f64 = 9.0;
const STEP_GAP: f64 = 5.0;
/// Rooms for two lines, the narrow before the wide: the first in which nothing is cut.
const TEXT_ROOMS: [f64; 3] = [78.0, 98.0, 124.0];
/// On a loop, so that some of the loop stays in sight.
const LOOP_ROOMS: [f64; 1] = [68.0];
/// From a corner of the line to a label, and from the arrowhead's tip.
const FROM_CORNER: f64 = 8.0;
const FROM_TIP: f64 = 16.0;
/// Candidate places on one segment, and their distance.
const TRIES: usize = 12;
const STRIDE: f64 = 14.0;
/// Scores below this need no more room.
const GOOD: f64 = 30.0;

/// The label of an edge before it has a place.
#[derive(Debug, Clone)]
pub(crate) struct LabelText {
    step: Option<u8>,
    text: Lines,
    pub width: f64,
    pub height: f64,
}

impl LabelText {
    /// Nothing for an edge without label and step.
    pub fn new(edge: &Edge) -> Option<Self> {
        let rooms = if edge.from == edge.to {
            &LOOP_ROOMS[..]
        } else {
            &TEXT_ROOMS[..]
        };
        let label = clean(&edge.label);
        let mut text = Lines::default();
        for &room in rooms {
            text = wrap(&label, TextRole::Edge.face(), room, 2);
            if !text.shortened {
                break;
            }
        }
        if text.lines.is_empty() && edge.step.is_none() {
            return None;
        }
        #[allow(clippy::cast_precision_loss)] // Two lines at most.
        let lines = text.lines.len() as f64;
        let mut width = text.width(TextRole::Edge.face()).ceil();
        let mut height = lines * LINE + 4.0;
        if edge.step.is_some() {
            let gap = if text.lines.is_empty() { 0.0 } else { STEP_GAP };
            width += 2.0 * STEP_RADIUS + gap;
            height = height.max(2.0 * STEP_RADIUS + 4.0);
        }
        Some(Self {
            step: edge.step,
            text,
            width: width + 2.0 * PAD_X,
            height,
        })
    }

    fn at(&self, plate: Rect, depth: u8) -> EdgeLabel {
        let middle = plate.centre().y;
        let mut x = plate.x + PAD_X;
        let step = self.step.map(|number| {
            let centre = Point {
                x: x + STEP_RADIUS,
                y: middle,
            };
            x += 2.0 * STEP_RADIUS + STEP_GAP;
            StepMark {
                number,
                centre,
                radius: STEP_RADIUS,
            }
        });
        let centre = (x + plate.right() - PAD_X) / 2.0;
        #[allow(clippy::cast_precision_loss)] // Two lines at most.
        let height = self.text.lines.len() as f64 * LINE;
        let mut baseline = middle - height / 2.0 + LINE - 3.5;
        let mut lines = Vec::new();
        for line in &self.text.lines {
            lines.push(Text {
                x: centre,
                y: baseline,
                text: line.clone(),
                role: TextRole::Edge,
                anchor: Anchor::Middle,
            });
            baseline += LINE;
        }
        EdgeLabel {
            plate,
            depth,
            step,
            lines,
        }
    }
}

/// What labels keep clear of.
pub(crate) struct Obstacles {
    /// Where labels may stand at all.
    pub paper: Rect,
    /// Nodes, badges, arrowheads, labels of frames.
    pub solid: Vec<Rect>,
    /// Frames with their depth, the outer before the inner.
    pub frames: Vec<(Rect, u8)>,
    /// Corners of each edge.
    pub lines: Vec<Vec<Point>>,
}

/// Labels by edge, and whether each found a good place. Edges with little room choose first.
pub(crate) fn place_labels(
    texts: &[Option<LabelText>],
    obstacles: &mut Obstacles,
) -> (Vec<Option<EdgeLabel>>, Vec<usize>) {
    let mut order: Vec<usize> = (0..texts.len())
        .filter(|&edge| texts[edge].is_some())
        .collect();
    let room = |edge: usize| {
        obstacles.lines[edge]
            .windows(2)
            .map(|pair| (pair[1].x - pair[0].x).abs() + (pair[1].y - pair[0].y).abs())
            .fold(0.0, f64::max)
    };
    order.sort_by(|&a, &b| room(a).total_cmp(&room(b)).then(a.cmp(&b)));
    let mut labels = vec![None; texts.len()];
    let mut cramped = Vec::new();
    for edge in order {
        let Some(text) = &texts[edge] else { continue };
        match best(edge, text, obstacles) {
            Some((score, plate)) => {
                if score >= GOOD {
                    cramped.push(edge);
                }
                labels[edge] = Some(text.at(plate, obstacles.depth(&plate)));
                obstacles.solid.push(plate.grown(2.0));
            }
            None => cramped.push(edge),
        }
    }
    cramped.sort_unstable();
    (labels, cramped)
}

impl Obstacles {
    /// Depth of the innermost frame that the plate lies in.
    fn depth(&self, plate: &Rect) -> u8 {
        let inside = self
            .frames
            .iter()
            .filter(|(frame, _)| frame.contains(plate));
        inside.map(|(_, depth)| *depth).max().unwrap_or(0)
    }

    /// What the plate would cover, priced; nothing if it must not stand there.
    fn price(&self, edge: usize, plate: &Rect) -> Option<f64> {
        if !self.paper.contains(plate) || self.solid.iter().any(|solid| solid.overlaps(plate)) {
            return None;
        }
        let mut price = 0.0;
        let wide = plate.grown(3.0);
        for (frame, _) in &self.frames {
            if frame.overlaps(&wide) && !frame.contains(&wide) {
                price += 40.0;
            }
        }
        for (other, line) in self.lines.iter().enumerate() {
            let near = if other == edge {
                plate.grown(-1.0)
            } else {
                plate.grown(1.0)
            };
            let hits = line
                .windows(2)
                .filter(|pair| bounds(pair[0], pair[1]).overlaps(&near))
                .count();
            if other == edge {
                // One is the line that the label stands on.
                price += if hits > 1 { 35.0 } else { 0.0 };
            } else if hits > 0 {
                price += 50.0;
            }
        }
        Some(price)
    }
}

/// The rectangle around a segment, a hair wide so that it can overlap.
pub(crate) fn bounds(a: Point, b: Point) -> Rect {
    let (x, y) = (a.x.min(b.x), a.y.min(b.y));
    Rect::new(x, y, (a.x - b.x).abs(), (a.y - b.y).abs()).grown(0.25)
}

fn best(edge: usize, text: &LabelText, obstacles: &Obstacles) -> Option<(f64, Rect)> {
    let mut best: Option<(f64, Rect)> = None;
    let line = &obstacles.lines[edge];
    let longest = line
        .windows(2)
        .map(|pair| {
            (pair[1].x - pair[0].x)
                .abs()
                .max((pair[1].y - pair[0].y).abs())
        })
        .fold(0.0, f64::max);
    for (at, pair) in line.windows(2).enumerate() {
        let (a, b) = (pair[0], pair[1]);
        let last = at + 2 == line.len();
        let upright = (a.x - b.x).abs() < 0.5;
        let (from, to, size) = if upright {
            (a.y, b.y, text.height)
        } else {
            (a.x, b.x, text.width)
        };
        let length = (to - from).abs();
        let end = if last { FROM_TIP } else { FROM_CORNER };
        let (low, high) = if from <= to {
            (from + FROM_CORNER, to - end)
        } else {
            (to + end, from - FROM_CORNER)
        };
        let middle = ((low + high) / 2.0).floor();
        let slack = (high - low - size) / 2.0;
        let mut base = if upright { 12.0 } else { 0.0 } + (longest - length) * 0.03;
        if slack < 0.0 {
            base += 31.0 - slack;
        }
        for shift in shifts(slack) {
            let centre = middle + shift;
            let plate = if upright {
                Rect::new(
                    (a.x - text.width / 2.0).floor(),
                    centre - text.height / 2.0,
                    text.width,
                    text.height,
                )
            } else {
                Rect::new(
                    centre - text.width / 2.0,
                    a.y - text.height / 2.0,
                    text.width,
                    text.height,
                )
            };
            let score = base + shift.abs() * 0.04;
            if best.is_some_and(|(low, _)| low <= score) {
                continue;
            }
            if let Some(price) = obstacles.price(edge, &plate)
                && best.is_none_or(|(low, _)| score + price < low)
            {
                best = Some((score + price, plate));
            }
        }
    }
    best
}

/// Shifts from the middle: none, then further and further to both sides.
fn shifts(slack: f64) -> Vec<f64> {
    let mut shifts = vec![0.0];
    let mut by = STRIDE;
    while by <= slack && shifts.len() < 2 * TRIES {
        shifts.extend([by, -by]);
        by += STRIDE;
    }
    if slack > 0.0 && slack < by {
        shifts.extend([slack.floor(), -slack.floor()]);
    }
    shifts
}

/// Room that short straight edges need for their label, before anything is measured.
pub(crate) fn first_demand(
    texts: &[Option<LabelText>],
    segments: &[Vec<Segment>],
    grid: &Grid,
    demand: &mut Demand,
) {
    for (text, segments) in texts.iter().zip(segments) {
        let (Some(text), [only]) = (text, segments.as_slice()) else {
            continue;
        };
        let lines = match only.axis {
            Axis::Horizontal => &grid.xs,
            Axis::Vertical => &grid.ys,
        };
        if lines.are_neighbours(only.low, only.high) {
            ask(text, only, 0.0, grid, demand);
        }
    }
}

/// Asks for more room where a label stands badly.
pub(crate) fn more_demand(
    text: &LabelText,
    segments: &[Segment],
    grid: &Grid,
    demand: &mut Demand,
) {
    // The widest span has most corridors to widen; across before upright, as text is wide.
    let across = segments
        .iter()
        .filter(|segment| segment.axis == Axis::Horizontal && length(segment, grid) >= 60)
        .max_by_key(|segment| length(segment, grid));
    let chosen = across.or_else(|| segments.iter().max_by_key(|segment| length(segment, grid)));
    if let Some(segment) = chosen {
        ask(text, segment, STRIDE, grid, demand);
    }
}

/// Estimated length.
fn length(segment: &Segment, grid: &Grid) -> u32 {
    let lines = match segment.axis {
        Axis::Horizontal => &grid.xs,
        Axis::Vertical => &grid.ys,
    };
    let at = |line: usize| lines.guess.get(line).copied().unwrap_or(0);
    at(segment.high).abs_diff(at(segment.low))
}

fn ask(text: &LabelText, segment: &Segment, extra: f64, grid: &Grid, demand: &mut Demand) {
    let (lines, gaps, size) = match segment.axis {
        Axis::Horizontal => (&grid.xs, &mut demand.columns, text.width),
        Axis::Vertical => (&grid.ys, &mut demand.rows, text.height),
    };
    let gap = lines.gap_between(segment.low, segment.high);
    if let Some(gap) = gap.and_then(|gap| gaps.get_mut(gap)) {
        let wanted = size + FROM_CORNER + FROM_TIP + 4.0;
        *gap = if *gap >= wanted { *gap + extra } else { wanted };
    }
    if segment.axis == Axis::Vertical && extra > 0.0 {
        let gap = grid.xs.gap_between(segment.line, segment.line);
        if let Some(gap) = gap.and_then(|gap| demand.columns.get_mut(gap)) {
            *gap = gap.max(text.width);
        }
    }
}
