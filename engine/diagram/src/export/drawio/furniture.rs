//! What stands around the graph: title block, band, legend.

use super::super::paint::Paint;
use super::super::picture;
use super::cell::{Cells, PAGE, Vertex, seen_from};
use super::style;
use crate::scene::{Point, Rect, Sample, Scene, Text, TextRole};
use crate::text::width;

/// The line around the sheet, and the rule above its foot.
pub(super) fn sheet(scene: &Scene, paint: Paint, cells: &mut Cells) {
    cells.vertex(&Vertex {
        id: "sheet",
        parent: PAGE,
        label: "",
        style: &(style::plain("none", paint.of("line-strong"), 4) + "pointerEvents=0;"),
        rect: scene.border,
    });
    let foot = match &scene.title_block {
        Some(block) => block.rect.y.min(scene.legend.rect.y),
        None if scene.legend.entries.is_empty() => return,
        None => scene.legend.rect.y,
    };
    let at = |x: f64| Point { x, y: foot };
    cells.line(
        ("foot", PAGE),
        &style::rule(paint),
        at(scene.border.x),
        at(scene.border.right()),
    );
}

pub(super) fn title_block(scene: &Scene, paint: Paint, cells: &mut Cells) {
    let Some(block) = &scene.title_block else {
        return;
    };
    const ID: &str = "title-block";
    cells.vertex(&Vertex {
        id: ID,
        parent: PAGE,
        label: "",
        style: &style::holder(paint.of("sheet"), paint.of("line-strong"), 0),
        rect: block.rect,
    });
    let origin = Point {
        x: block.rect.x,
        y: block.rect.y,
    };
    let seen = |point: Point| Point {
        x: point.x - origin.x,
        y: point.y - origin.y,
    };
    for (at, &(from, to)) in block.rules.iter().enumerate() {
        cells.line(
            (&format!("rule{at}"), ID),
            &style::rule(paint),
            seen(from),
            seen(to),
        );
    }
    cells.vertex(&Vertex {
        id: "mark",
        parent: ID,
        label: "",
        style: &style::image(&picture::mark(paint)),
        rect: seen_from(block.mark, origin),
    });
    for (at, (accent, rect)) in block.swatches.iter().enumerate() {
        cells.vertex(&Vertex {
            id: &format!("swatch{at}"),
            parent: ID,
            label: "",
            style: &style::plain(paint.border(Some(*accent)), "none", 4),
            rect: seen_from(*rect, origin),
        });
    }
    for (at, text) in scene.heading.iter().enumerate() {
        write_text(
            &format!("heading{at}"),
            ID,
            std::slice::from_ref(text),
            origin,
            paint,
            cells,
        );
    }
}

pub(super) fn strip(scene: &Scene, paint: Paint, cells: &mut Cells) {
    let Some(strip) = &scene.strip else { return };
    cells.vertex(&Vertex {
        id: "strip",
        parent: PAGE,
        label: "",
        style: &style::holder(paint.ground(1), paint.of("line-strong"), 12),
        rect: strip.rect,
    });
    let origin = Point {
        x: strip.rect.x,
        y: strip.rect.y,
    };
    write_text(
        "strip-heading",
        "strip",
        std::slice::from_ref(&strip.heading),
        origin,
        paint,
        cells,
    );
    for (at, pill) in strip.pills.iter().enumerate() {
        let id = format!("s{at}");
        let Some(first) = pill.texts.first() else {
            continue;
        };
        let (left, top) = (first.x - pill.rect.x, style::first_top(first) - pill.rect.y);
        cells.tipped(
            &Vertex {
                id: &id,
                parent: "strip",
                label: &style::html(&pill.texts, paint),
                style: &format!(
                    "{}spacingLeft={left};spacingTop={top};collapsible=0;",
                    style::text(TextRole::Label, paint)
                ),
                rect: seen_from(pill.rect, origin),
            },
            &pill.tooltip,
            &[
                ("role", &pill.subject.role),
                ("service", &pill.subject.service),
            ],
        );
        cells.vertex(&Vertex {
            id: &format!("{id}-glyph"),
            parent: &id,
            label: "",
            style: &style::image(&picture::bare(pill.glyph, paint)),
            rect: seen_from(
                pill.glyph_rect,
                Point {
                    x: pill.rect.x,
                    y: pill.rect.y,
                },
            ),
        });
    }
}

pub(super) fn legend(scene: &Scene, paint: Paint, cells: &mut Cells) {
    let legend = &scene.legend;
    if legend.entries.is_empty() {
        return;
    }
    cells.vertex(&Vertex {
        id: "legend",
        parent: PAGE,
        label: "",
        style: &style::holder("none", "none", 0),
        rect: legend.rect,
    });
    let origin = Point {
        x: legend.rect.x,
        y: legend.rect.y,
    };
    for (at, text) in legend.headings.iter().enumerate() {
        write_text(
            &format!("legend-heading{at}"),
            "legend",
            std::slice::from_ref(text),
            origin,
            paint,
            cells,
        );
    }
    for (at, entry) in legend.entries.iter().enumerate() {
        let id = format!("key{at}");
        let rect = seen_from(entry.rect, origin);
        let middle = rect.centre();
        let square = Rect::new(middle.x - 9.0, middle.y - 9.0, 18.0, 18.0);
        let mut sign = |label: &str, style: &str, rect: Rect| {
            cells.vertex(&Vertex {
                id: &id,
                parent: "legend",
                label,
                style,
                rect,
            });
        };
        match &entry.sample {
            Sample::Line(line) => {
                let (from, to) = (
                    Point {
                        x: rect.x,
                        y: middle.y,
                    },
                    Point {
                        x: rect.right(),
                        y: middle.y,
                    },
                );
                cells.line((&id, "legend"), &style::arrow(*line, paint), from, to);
            }
            Sample::Step => sign("1", &style::step(paint), square),
            Sample::Accent(accent) => sign(
                "",
                &style::plain(paint.tile(Some(*accent)), paint.border(Some(*accent)), 8),
                square,
            ),
            Sample::Note(badge) => sign(
                &badge.number.to_string(),
                &style::badge(badge.severity, paint),
                rect,
            ),
        }
        write_text(
            &format!("{id}-text"),
            "legend",
            &entry.texts,
            origin,
            paint,
            cells,
        );
    }
}

/// Lines of one role as a cell, its top left where the first line's letters begin.
fn write_text(
    id: &str,
    parent: &str,
    texts: &[Text],
    origin: Point,
    paint: Paint,
    cells: &mut Cells,
) {
    let (Some(first), Some(last)) = (texts.first(), texts.last()) else {
        return;
    };
    let size = first.role.size();
    let widest = texts
        .iter()
        .map(|text| width(&text.text, text.role.face()))
        .fold(0.0, f64::max);
    let top = style::first_top(first);
    let rect = Rect::new(first.x, top, widest, last.y + 0.35 * size - top);
    cells.vertex(&Vertex {
        id,
        parent,
        label: &style::html(texts, paint),
        style: &style::text(first.role, paint),
        rect: seen_from(rect, origin),
    });
}
