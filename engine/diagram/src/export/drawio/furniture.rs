//! What stands around the graph: title block, band, legend.

use super::super::paint::Paint;
use super::super::picture;
use super::cell::{Cells, PAGE, Vertex, seen_from};
use super::style;
use crate::scene::{Point, Rect, Sample, Scene, Text};
use crate::text::width;

pub(super) fn heading(scene: &Scene, paint: Paint, cells: &mut Cells) {
    let Some(first) = scene.heading.first() else {
        return;
    };
    cells.vertex(&Vertex {
        id: "mark",
        parent: PAGE,
        label: "",
        style: &style::plain(paint.of("brass-fill"), "none", 3),
        rect: Rect::new(first.x, 18.0, 28.0, 3.0),
    });
    for (at, text) in scene.heading.iter().enumerate() {
        write_text(
            &format!("heading{at}"),
            PAGE,
            std::slice::from_ref(text),
            Point::default(),
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
        style: &style::holder(paint.ground(1), paint.of("line")),
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
        let label: Vec<String> = pill
            .texts
            .iter()
            .map(|text| style::html(std::slice::from_ref(text), paint))
            .collect();
        cells.tipped(
            &Vertex {
                id: &format!("s{at}"),
                parent: "strip",
                label: &label.join("&nbsp; "),
                style: &style::pill(&picture::bare(pill.glyph, paint), paint),
                rect: seen_from(pill.rect, origin),
            },
            &pill.tooltip,
            &[
                ("role", &pill.subject.role),
                ("service", &pill.subject.service),
            ],
        );
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
        style: &style::holder("none", "none"),
        rect: legend.rect,
    });
    let origin = Point {
        x: legend.rect.x,
        y: legend.rect.y,
    };
    for (at, entry) in legend.entries.iter().enumerate() {
        let id = format!("key{at}");
        let rect = seen_from(entry.rect, origin);
        let middle = rect.centre();
        let square = Rect::new(rect.x, middle.y - 8.0, 16.0, 16.0);
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
    // draw.io sets lines 1.2 times as high as the letters; the baseline is about 0.93 down the first.
    let top = first.y - 0.93 * size;
    let rect = Rect::new(first.x, top, widest, last.y + 0.35 * size - top);
    cells.vertex(&Vertex {
        id,
        parent,
        label: &style::html(texts, paint),
        style: &style::text(first.role, paint),
        rect: seen_from(rect, origin),
    });
}
