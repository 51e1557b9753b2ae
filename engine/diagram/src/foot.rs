//! What stands below the graph: the strip for what cuts across, then legend and title block side by side,
//! as at the foot of a drafting sheet.

use crate::legend::{Parts, legend};
use crate::model::Diagram;
use crate::scene::{Anchor, Legend, Rect, StripBand, Text, TextRole, TitleBlock};
use crate::strip::strip;
use crate::title_block::{Block, title_block};

/// From the paper's edge to everything that is drawn.
pub(crate) const MARGIN: f64 = 28.0;
/// The same in a drawing that stands in a page.
const FRAMELESS: f64 = 6.0;
/// From the paper's edge to the line around the sheet.
const BORDER: f64 = 12.0;
const GAP: f64 = 20.0;
/// Between legend and title block.
const BESIDE: f64 = 28.0;

/// Everything below the graph.
pub(crate) struct Foot {
    pub strip: Option<StripBand>,
    pub legend: Legend,
    pub title_block: Option<TitleBlock>,
    pub heading: Vec<Text>,
    /// Of no size in a drawing that stands in a page.
    pub border: Rect,
    /// Height of the whole paper.
    pub height: f64,
}

/// From the paper's edge to the graph.
pub(crate) const fn margin(diagram: &Diagram) -> f64 {
    if diagram.frameless { FRAMELESS } else { MARGIN }
}

/// Lays the foot out below `top`, in a drawing of the given inner width.
pub(crate) fn foot(diagram: &Diagram, top: f64, inner: f64) -> Foot {
    if diagram.frameless {
        return Foot {
            strip: None,
            legend: Legend::default(),
            title_block: None,
            heading: Vec::new(),
            border: Rect::default(),
            height: (top + FRAMELESS).ceil(),
        };
    }
    let strip = strip(&diagram.strip, top + GAP, inner);
    let top = strip.as_ref().map_or(top, |strip| strip.rect.bottom()) + GAP;
    let block = Block::new(diagram);
    let parts = Parts::new(diagram);
    let paper = inner + 2.0 * MARGIN;

    let wanted = block.as_ref().map_or(0.0, |block| block.width);
    let beside = inner - wanted - BESIDE + MARGIN - BORDER;
    let (legend, below) = if block.is_none() || beside >= parts.least_width() {
        let room = if block.is_none() { inner } else { beside };
        let legend = legend(diagram, &parts, top, room);
        let bottom = legend.rect.bottom();
        (legend, bottom)
    } else {
        // Too narrow for both: one above the other.
        let legend = legend(diagram, &parts, top, inner);
        let bottom = legend.rect.bottom();
        return stacked(strip, legend, block, bottom, paper);
    };
    let rule = top;
    let high = block.as_ref().map_or(0.0, |block| block.height);
    let bottom = below.max(rule + high).ceil();
    let height = if bottom > rule {
        bottom + BORDER
    } else {
        top + MARGIN - GAP
    };
    let rect = Rect::new(
        paper - BORDER - wanted,
        rule,
        wanted,
        height - BORDER - rule,
    );
    finish(strip, legend, block, rect, paper, height)
}

fn stacked(
    strip: Option<StripBand>,
    legend: Legend,
    block: Option<Block>,
    top: f64,
    paper: f64,
) -> Foot {
    let high = block.as_ref().map_or(0.0, |block| block.height);
    let top = top.ceil();
    let rect = Rect::new(BORDER, top, paper - 2.0 * BORDER, high);
    finish(strip, legend, block, rect, paper, top + high + BORDER)
}

fn finish(
    strip: Option<StripBand>,
    legend: Legend,
    block: Option<Block>,
    rect: Rect,
    paper: f64,
    height: f64,
) -> Foot {
    let (title_block, heading) = match block {
        Some(block) => {
            let (block, texts) = title_block(&block, rect);
            (Some(block), texts)
        }
        None => (None, Vec::new()),
    };
    Foot {
        strip,
        legend,
        title_block,
        heading,
        border: Rect::new(BORDER, BORDER, paper - 2.0 * BORDER, height - 2.0 * BORDER),
        height,
    }
}

/// A line of text that starts at a point.
pub(crate) fn text(x: f64, y: f64, text: String, role: TextRole) -> Text {
    Text {
        x,
        y,
        text,
        role,
        anchor: Anchor::Start,
    }
}

/// "Label, service", or the one that is not empty.
pub(crate) fn joined(label: &str, service: &str) -> String {
    match (label.is_empty(), service.is_empty()) {
        (false, false) => format!("{label}, {service}"),
        (false, true) => label.to_owned(),
        _ => service.to_owned(),
    }
}
