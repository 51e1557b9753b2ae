//! The strip for what cuts across everything: items in even columns, without arrows.

use crate::foot::{MARGIN, joined, text};
use crate::model::StripItem;
use crate::scene::{Pill, Rect, StripBand, TextRole};
use crate::text::{Lines, clean, shorten, width, wrap};

const TITLE: &str = "Across everything";
const HEAD: f64 = 30.0;
const PAD: f64 = 14.0;
const GLYPH: f64 = 20.0;
const GLYPH_GAP: f64 = 9.0;
const COLUMN_GAP: f64 = 22.0;
const ROW_GAP: f64 = 10.0;
const LABEL_LINE: f64 = 16.0;
const SERVICE_LINE: f64 = 14.0;
const TEXT_ROOM: f64 = 176.0;
const SERVICE_LINES: usize = 2;
/// The graph is widened for a row of items up to this.
const WIDENS_TO: f64 = 820.0;

struct Item {
    label: String,
    service: Lines,
    width: f64,
    height: f64,
}

impl Item {
    fn new(item: &StripItem) -> Self {
        let (label, _) = shorten(&clean(&item.label), TextRole::Label.face(), TEXT_ROOM);
        let face = TextRole::Service.face();
        let service = wrap(&clean(&item.service), face, TEXT_ROOM, SERVICE_LINES);
        #[allow(clippy::cast_precision_loss)] // Two at most.
        let lines = service.lines.len() as f64;
        let words = width(&label, TextRole::Label.face()).max(service.width(face));
        Self {
            width: (GLYPH + GLYPH_GAP + words).ceil(),
            height: LABEL_LINE + lines * SERVICE_LINE,
            label,
            service,
        }
    }
}

/// The strip from `top`, in a drawing of the given inner width; nothing without items.
pub(crate) fn strip(items: &[StripItem], top: f64, inner: f64) -> Option<StripBand> {
    let drawn: Vec<Item> = items.iter().map(Item::new).collect();
    let widest = drawn.iter().map(|item| item.width).reduce(f64::max)?;
    let room = inner - 2.0 * PAD + COLUMN_GAP;
    let columns = columns(drawn.len(), widest, room);
    #[allow(clippy::cast_precision_loss)] // A handful.
    let pitch = (room / columns as f64).floor();
    let (mut y, mut pills) = (top + HEAD, Vec::new());
    for (row, sources) in drawn.chunks(columns).zip(items.chunks(columns)) {
        let height = row.iter().map(|item| item.height).fold(0.0, f64::max);
        let mut x = MARGIN + PAD;
        for (item, source) in row.iter().zip(sources) {
            pills.push(pill(
                item,
                source,
                Rect::new(x, y, pitch - COLUMN_GAP, height),
            ));
            x += pitch;
        }
        y += height + ROW_GAP;
    }
    let rect = Rect::new(MARGIN, top, inner, y - ROW_GAP + PAD - 2.0 - top);
    let heading = text(MARGIN + PAD, top + 19.0, TITLE.into(), TextRole::Heading);
    Some(StripBand {
        rect,
        heading,
        pills,
    })
}

/// As many columns as fit, and no more than make all rows about as long.
fn columns(items: usize, widest: f64, room: f64) -> usize {
    let mut fit = 1;
    let mut wide = 2.0 * (widest + COLUMN_GAP);
    while fit < items && wide <= room {
        fit += 1;
        wide += widest + COLUMN_GAP;
    }
    items.div_ceil(items.div_ceil(fit).max(1)).max(1)
}

/// The inner width that the strip asks for: all items in one row, if that is not too wide.
pub(crate) fn strip_width(items: &[StripItem]) -> f64 {
    let drawn: Vec<Item> = items.iter().map(Item::new).collect();
    let Some(widest) = drawn.iter().map(|item| item.width).reduce(f64::max) else {
        return 0.0;
    };
    #[allow(clippy::cast_precision_loss)] // A handful.
    let row = drawn.len() as f64 * (widest + COLUMN_GAP) - COLUMN_GAP;
    2.0 * PAD + row.min(WIDENS_TO).max(widest)
}

fn pill(item: &Item, source: &StripItem, rect: Rect) -> Pill {
    let glyph_rect = Rect::new(rect.x, rect.y + 3.0, GLYPH, GLYPH);
    let x = glyph_rect.right() + GLYPH_GAP;
    let mut texts = Vec::new();
    let mut baseline = rect.y + 12.0;
    if !item.label.is_empty() {
        texts.push(text(x, baseline, item.label.clone(), TextRole::Label));
    }
    for line in &item.service.lines {
        baseline += SERVICE_LINE + 0.5;
        texts.push(text(x, baseline, line.clone(), TextRole::Service));
    }
    Pill {
        rect,
        glyph: source.glyph,
        glyph_rect,
        texts,
        tooltip: joined(&clean(&source.label), &clean(&source.service)),
        subject: source.subject.clone(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_are_even() {
        assert_eq!(columns(6, 150.0, 1100.0), 6);
        assert_eq!(columns(6, 150.0, 900.0), 3);
        assert_eq!(columns(7, 150.0, 1000.0), 4);
        assert_eq!(columns(1, 900.0, 100.0), 1);
    }
}
