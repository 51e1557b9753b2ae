//! Small drawings of figures.

use std::fmt::Write as _;

use plumbline_assess::Readiness;
use plumbline_knowledge::Portability;

use super::words::figure;
use crate::paper::{Picture, Subject};

/// Width of a chart in pixels: that of a column, and of the smallest screens.
const WIDTH: f64 = 320.0;

/// A colour by its name on the page, with its value on light paper.
type Colour = (&'static str, &'static str);

const INK: Colour = ("ink", "#1d2126");
const INK_2: Colour = ("ink-2", "#545b64");
const INK_3: Colour = ("ink-3", "#636a75");
const LINE: Colour = ("line", "#e2dccf");
const BRASS: Colour = ("brass-fill", "#c98a1b");
const SUNK: Colour = ("sunk", "#f2eee6");

/// How text stands at its place.
#[derive(Clone, Copy)]
enum Anchor {
    Start,
    Middle,
    End,
}

/// A drawing in the making, once for the page's colours and once for paper.
struct Drawing {
    on_page: bool,
    out: String,
}

impl Drawing {
    fn colour(&self, (name, light): Colour) -> String {
        if self.on_page {
            format!("var(--{name},{light})")
        } else {
            light.to_owned()
        }
    }

    fn rect(&mut self, (x, y, w, h): (f64, f64, f64, f64), radius: f64, fill: Colour) {
        let fill = self.colour(fill);
        let _ = writeln!(
            self.out,
            "<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" rx=\"{radius}\" style=\"fill:{fill}\"/>",
            half(x),
            half(y),
            half(w),
            half(h)
        );
    }

    fn path(&mut self, d: &str, fill: Option<Colour>, stroke: Option<Colour>) {
        let paint = |colour: Option<Colour>| colour.map_or("none".to_owned(), |c| self.colour(c));
        let (fill, stroke) = (paint(fill), paint(stroke));
        let _ = writeln!(
            self.out,
            "<path d=\"{d}\" style=\"fill:{fill};stroke:{stroke};stroke-width:1.5;stroke-linecap:round\"/>"
        );
    }

    fn text(&mut self, (x, y): (f64, f64), anchor: Anchor, strong: bool, text: &str) {
        let anchor = match anchor {
            Anchor::Start => "start",
            Anchor::Middle => "middle",
            Anchor::End => "end",
        };
        let (size, weight, colour) = if strong {
            (15, 600, self.colour(INK))
        } else {
            (11, 400, self.colour(INK_2))
        };
        let _ = writeln!(
            self.out,
            "<text x=\"{}\" y=\"{}\" text-anchor=\"{anchor}\" style=\"font-family:Inter,system-ui,sans-serif;font-size:{size}px;font-weight:{weight};font-variant-numeric:tabular-nums;fill:{colour}\">{}</text>",
            half(x),
            half(y),
            escaped(text)
        );
    }
}

/// The picture of what `draw` draws.
fn picture(height: f64, alt: &str, draw: impl Fn(&mut Drawing)) -> Picture {
    let drawn = |on_page| {
        let mut drawing = Drawing {
            on_page,
            out: String::new(),
        };
        let _ = writeln!(
            drawing.out,
            "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" aria-label=\"{}\" width=\"{WIDTH}\" height=\"{height}\" viewBox=\"0 0 {WIDTH} {height}\">",
            escaped(alt)
        );
        draw(&mut drawing);
        drawing.out.push_str("</svg>\n");
        drawing.out
    };
    Picture {
        subject: Subject::Figures,
        svg: drawn(true),
        fixed: drawn(false),
        alt: alt.to_owned(),
        width: WIDTH,
        height,
    }
}

/// Readiness on a scale from 0 to 100: the score, where it is likely, and what is possible.
pub(crate) fn readiness(readiness: &Readiness) -> Picture {
    const LEFT: f64 = 8.0;
    const TRACK: f64 = 30.0;
    let bounded = readiness.low < readiness.high;
    let range = |low: f64, high: f64| format!("{}–{}", figure(low), figure(high));
    let likely = range(readiness.likely_low, readiness.likely_high);
    let possible = range(readiness.low, readiness.high);
    let score = figure(readiness.score);
    let alt = if bounded {
        format!("Readiness {score} of 100, likely {likely}, possible {possible}")
    } else {
        format!("Readiness {score} of 100")
    };
    let at = |value: f64| LEFT + value.clamp(0.0, 100.0) / 100.0 * (WIDTH - 2.0 * LEFT);
    picture(if bounded { 66.0 } else { 50.0 }, &alt, |drawing| {
        drawing.rect((LEFT, TRACK, WIDTH - 2.0 * LEFT, 8.0), 4.0, SUNK);
        if bounded {
            let (low, high) = (at(readiness.low), at(readiness.high));
            let d = format!(
                "M{0} {1}H{2}M{0} {3}V{4}M{2} {3}V{4}",
                half(low),
                TRACK + 4.0,
                half(high),
                TRACK + 1.0,
                TRACK + 7.0
            );
            drawing.path(&d, None, Some(INK_3));
            let (low, high) = (at(readiness.likely_low), at(readiness.likely_high));
            drawing.rect(
                (low - 1.0, TRACK, (high - low).max(0.0) + 2.0, 8.0),
                3.0,
                BRASS,
            );
        }
        // The bob of a plumb line, its tip on the scale.
        let x = at(readiness.score);
        let d = format!(
            "M{0} {1}L{2} {3}H{4}Z",
            half(x),
            TRACK + 1.0,
            half(x - 5.0),
            TRACK - 9.0,
            half(x + 5.0)
        );
        drawing.path(&d, Some(INK), None);
        drawing.text(
            (x.clamp(22.0, WIDTH - 22.0), TRACK - 14.0),
            Anchor::Middle,
            true,
            &score,
        );
        drawing.text((LEFT, TRACK + 20.0), Anchor::Start, false, "0");
        drawing.text((WIDTH - LEFT, TRACK + 20.0), Anchor::End, false, "100");
        if bounded {
            let y = TRACK + 34.0;
            drawing.rect((LEFT, y - 8.0, 16.0, 8.0), 3.0, BRASS);
            drawing.text(
                (LEFT + 22.0, y),
                Anchor::Start,
                false,
                &format!("likely {likely}"),
            );
            let d = format!(
                "M160 {0}H176M160 {1}V{2}M176 {1}V{2}",
                y - 4.0,
                y - 7.0,
                y - 1.0
            );
            drawing.path(&d, None, Some(INK_3));
            drawing.text(
                (182.0, y),
                Anchor::Start,
                false,
                &format!("possible {possible}"),
            );
        }
    })
}

/// A square for each service, by how far what is built on it can move.
pub(crate) fn portability(counts: &[(Portability, usize)]) -> Picture {
    const SIDE: f64 = 12.0;
    let all: usize = counts.iter().map(|(_, count)| count).sum();
    let words = |(class, count): &(Portability, usize)| format!("{count} {}", said(*class, *count));
    let alt = counts.iter().map(words).collect::<Vec<_>>().join(", ");
    let step = (WIDTH / all.max(1) as f64).min(SIDE + 4.0);
    let height = 24.0 + 16.0 * counts.len() as f64;
    picture(height, &alt, |drawing| {
        let square = |drawing: &mut Drawing, x: f64, y: f64, side: f64, class: Portability| {
            drawing.rect((x, y, side, SIDE), 2.5, LINE);
            let inner = (x + 1.0, y + 1.0, (side - 2.0).max(0.0), SIDE - 2.0);
            match class {
                Portability::Proprietary => drawing.rect((x, y, side, SIDE), 2.5, INK),
                Portability::Compatible => drawing.rect((x, y, side, SIDE), 2.5, BRASS),
                Portability::Open => drawing.rect(inner, 2.0, SUNK),
            }
        };
        let mut x = 0.0;
        for (class, count) in counts {
            for _ in 0..*count {
                square(drawing, x, 2.0, (step - 2.0).min(SIDE), *class);
                x += step;
            }
        }
        for (line, entry) in counts.iter().enumerate() {
            let y = 24.0 + 16.0 * line as f64;
            square(drawing, 0.0, y, SIDE, entry.0);
            drawing.text((SIDE + 8.0, y + 10.0), Anchor::Start, false, &words(entry));
        }
    })
}

/// What a class says of so many services, after their number.
pub(crate) fn said(class: Portability, count: usize) -> &'static str {
    match (class, count) {
        (Portability::Open, 1) => "runs anywhere",
        (Portability::Open, _) => "run anywhere",
        (Portability::Compatible, 1) => "has an open interface that others offer too",
        (Portability::Compatible, _) => "have an open interface that others offer too",
        (Portability::Proprietary, 1) => "exists only there",
        (Portability::Proprietary, _) => "exist only there",
    }
}

/// A coordinate, to half a pixel.
fn half(value: f64) -> f64 {
    (value * 2.0).round() / 2.0
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('"', "&quot;")
}
