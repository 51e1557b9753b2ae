//! Pieces of SVG text: path data and escaped text.

use crate::scene::Point;
use crate::text::clean;
use std::fmt::Write as _;

/// Radius of the bends of an arrow.
const BEND: f64 = 7.0;

/// The point `by` before `tip` on an upright or level line.
pub(super) fn backed(before: Point, tip: Point, by: f64) -> Point {
    let step = |from: f64, to: f64| {
        if (to - from).abs() < 0.01 {
            0.0
        } else {
            by.min((to - from).abs()) * (to - from).signum()
        }
    };
    Point {
        x: tip.x - step(before.x, tip.x),
        y: tip.y - step(before.y, tip.y),
    }
}

/// Path data with round bends.
pub(super) fn rounded(points: &[Point]) -> String {
    let mut d = String::new();
    for (at, point) in points.iter().enumerate() {
        let around = at
            .checked_sub(1)
            .and_then(|before| points.get(before))
            .zip(points.get(at + 1));
        match around {
            None => {
                let _ = write!(
                    d,
                    "{}{} {}",
                    if at == 0 { 'M' } else { 'L' },
                    point.x,
                    point.y
                );
            }
            Some((before, after)) => {
                let length = |a: &Point, b: &Point| (a.x - b.x).abs() + (a.y - b.y).abs();
                let radius = BEND
                    .min(length(before, point) / 2.0)
                    .min(length(point, after) / 2.0);
                let (start, end) = (
                    backed(*before, *point, radius),
                    backed(*after, *point, radius),
                );
                let _ = write!(
                    d,
                    "L{} {}Q{} {} {} {}",
                    start.x, start.y, point.x, point.y, end.x, end.y
                );
            }
        }
    }
    d
}

/// Attributes `data-…` for programs that read the drawing; those without a value are left out.
pub(super) fn data(facts: &[(&str, &str)]) -> String {
    let mut out = String::new();
    for (name, value) in facts.iter().filter(|(_, value)| !value.is_empty()) {
        let _ = write!(out, " data-{name}=\"{}\"", escape(value));
    }
    out
}

/// Escapes a text for element content; drops what XML forbids.
pub(crate) fn escape(text: &str) -> String {
    let mut out = String::new();
    for c in clean(text).chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bends_are_round_and_ends_straight() {
        let at = |x: f64, y: f64| Point { x, y };
        let path = rounded(&[at(0.0, 0.0), at(20.0, 0.0), at(20.0, 8.0)]);
        assert_eq!(path, "M0 0L16 0Q20 0 20 4L20 8");
    }

    #[test]
    fn markup_in_a_text_is_text() {
        assert_eq!(
            escape("<a href='x'>&\u{0}\"\n"),
            "&lt;a href=&#39;x&#39;&gt;&amp;&quot;"
        );
    }
}
