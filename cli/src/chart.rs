//! Bars and scales drawn with characters.

use plumbline_assess::Readiness;

use crate::page::{Span, plain, styled};
use crate::style::Style;

/// A bar of `share` (0 to 1) of `columns`, to an eighth of a column where there is Unicode.
#[must_use]
pub fn bar(share: f64, columns: usize, unicode: bool) -> String {
    let share = if share.is_finite() {
        share.clamp(0.0, 1.0)
    } else {
        0.0
    };
    let eighths = share * columns as f64 * 8.0;
    if !unicode {
        return "#".repeat(whole((eighths / 8.0).round()));
    }
    // What is not nothing is seen.
    let eighths = if share > 0.0 {
        whole(eighths.round()).max(1)
    } else {
        0
    };
    let mut drawn = "█".repeat(eighths / 8);
    drawn.push_str(["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"][eighths % 8]);
    drawn
}

/// A bar to the right of the middle for what speaks for, to the left for what speaks against:
/// `value` of at most `most`, in `half` columns on each side. Whole columns, since eighths can't
/// be drawn to the left.
#[must_use]
pub fn signed_bar(
    value: i32,
    most: i32,
    half: usize,
    colours: [Style; 2],
    unicode: bool,
) -> Vec<Span> {
    let share = f64::from(value.abs()) / f64::from(most.max(1));
    let drawn = whole((share * half as f64).round())
        .max(usize::from(value != 0))
        .min(half);
    let full = if unicode { "█" } else { "#" };
    let axis = styled(Style::DIM, if unicode { "│" } else { "|" });
    if value < 0 {
        vec![
            plain(" ".repeat(half - drawn)),
            styled(colours[1], full.repeat(drawn)),
            axis,
            plain(" ".repeat(half)),
        ]
    } else {
        vec![
            plain(" ".repeat(half)),
            axis,
            styled(colours[0], full.repeat(drawn)),
            plain(" ".repeat(half - drawn)),
        ]
    }
}

/// A scale from 0 to 100: what is possible, on it what is likely, and a mark where it stands. Below
/// it the figures. Each is a line of exactly `columns`.
#[must_use]
pub fn scale(
    readiness: &Readiness,
    columns: usize,
    colour: Style,
    unicode: bool,
) -> [Vec<Span>; 2] {
    let columns = columns.max(12);
    let at = |value: f64| {
        whole((value.clamp(0.0, 100.0) / 100.0 * (columns - 1) as f64).round()).min(columns - 1)
    };
    let mark = at(readiness.score);
    // Whatever the figures say, the pieces below have no negative lengths.
    let likely = [
        at(readiness.likely_low).min(mark),
        at(readiness.likely_high).max(mark),
    ];
    let possible = [
        at(readiness.low).min(likely[0]),
        at(readiness.high).max(likely[1]),
    ];
    let [nothing, thin, thick, sign] = if unicode {
        ["·", "─", "━", "◆"]
    } else {
        [".", "-", "=", "#"]
    };
    let line = vec![
        styled(Style::DIM, nothing.repeat(possible[0])),
        styled(colour, thin.repeat(likely[0] - possible[0])),
        styled(colour.bold(), thick.repeat(mark - likely[0])),
        styled(colour.bold(), sign),
        styled(colour.bold(), thick.repeat(likely[1] - mark)),
        styled(colour, thin.repeat(possible[1] - likely[1])),
        styled(Style::DIM, nothing.repeat(columns - 1 - possible[1])),
    ];
    let wanted = [
        (mark, figure(readiness.score), colour.bold()),
        (likely[0], figure(readiness.likely_low), Style::PLAIN),
        (likely[1], figure(readiness.likely_high), Style::PLAIN),
        (possible[0], figure(readiness.low), Style::DIM),
        (possible[1], figure(readiness.high), Style::DIM),
        (0, "0".to_owned(), Style::DIM),
        (columns - 1, "100".to_owned(), Style::DIM),
    ];
    [line, figures(&wanted, columns)]
}

/// Figures under their places, the most important first: what would touch another is left out.
fn figures(wanted: &[(usize, String, Style)], columns: usize) -> Vec<Span> {
    let mut placed: Vec<(usize, &str, Style)> = Vec::new();
    for (centre, text, style) in wanted {
        let length = text.len();
        let start = centre
            .saturating_sub(length / 2)
            .min(columns.saturating_sub(length));
        let free = placed
            .iter()
            .all(|(other, known, _)| start + length < *other || other + known.len() < start);
        if free {
            placed.push((start, text, *style));
        }
    }
    placed.sort_by_key(|(start, ..)| *start);
    let mut spans = Vec::new();
    let mut used = 0;
    for (start, text, style) in placed {
        spans.push(plain(" ".repeat(start - used)));
        spans.push(styled(style, text));
        used = start + text.len();
    }
    spans.push(plain(" ".repeat(columns - used)));
    spans
}

/// A figure of at most one decimal, without it where it is none.
#[must_use]
pub fn figure(value: f64) -> String {
    let text = format!("{value:.1}");
    text.strip_suffix(".0").map_or(text.clone(), str::to_owned)
}

/// Points with their sign; the minus is a minus.
#[must_use]
pub fn points(points: i32) -> String {
    match points {
        0 => "0".to_owned(),
        1.. => format!("+{points}"),
        _ => format!("−{}", points.unsigned_abs()),
    }
}

/// Not negative and small: columns of a terminal.
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
fn whole(value: f64) -> usize {
    value.clamp(0.0, 10_000.0) as usize
}

#[cfg(test)]
mod tests {
    use plumbline_assess::Readiness;
    use unicode_width::UnicodeWidthStr;

    use super::{bar, figure, points, scale, signed_bar};
    use crate::page::Span;
    use crate::style::Style;

    fn text(spans: &[Span]) -> String {
        spans.iter().map(|span| span.text.as_str()).collect()
    }

    #[test]
    fn bars_are_as_long_as_their_share() {
        assert_eq!(bar(1.0, 4, true), "████");
        assert_eq!(bar(0.5, 5, true), "██▌");
        assert_eq!(bar(0.0001, 5, true), "▏");
        assert_eq!(bar(0.0, 5, true), "");
        assert_eq!(bar(0.5, 6, false), "###");
        assert_eq!(bar(f64::NAN, 6, true), "");
    }

    #[test]
    fn signed_bars_start_in_the_middle_and_fill_their_columns() {
        let colours = [Style::GOOD, Style::BAD];
        assert_eq!(text(&signed_bar(4, 8, 4, colours, true)), "    │██  ");
        assert_eq!(text(&signed_bar(-8, 8, 4, colours, true)), "████│    ");
        assert_eq!(text(&signed_bar(0, 8, 4, colours, false)), "    |    ");
        assert_eq!(text(&signed_bar(5, 5, 0, colours, true)), "│");
        // However small, it is seen.
        assert_eq!(text(&signed_bar(-1, 100, 4, colours, true)), "   █│    ");
    }

    fn readiness([low, likely_low, score, likely_high, high]: [f64; 5]) -> Readiness {
        Readiness {
            score,
            low,
            high,
            likely_low,
            likely_high,
        }
    }

    #[test]
    fn scales_are_as_wide_as_they_are_told_whatever_the_figures() {
        for figures in [
            [64.2, 70.0, 78.0, 80.0, 86.0],
            [0.0, 0.0, 0.0, 0.0, 0.0],
            [100.0, 100.0, 100.0, 100.0, 100.0],
            [0.0, 49.9, 50.0, 50.1, 100.0],
            // A score outside of what is likely, and figures that make no sense.
            [10.0, 40.0, 30.0, 60.0, 90.0],
            [90.0, 80.0, 50.0, 20.0, 10.0],
            [-10.0, f64::NAN, 500.0, f64::INFINITY, 0.0],
        ] {
            for columns in [12, 40, 77] {
                for line in scale(&readiness(figures), columns, Style::GOOD, true) {
                    assert_eq!(text(&line).width(), columns, "{figures:?} {columns}");
                }
            }
        }
    }

    #[test]
    fn a_scale_shows_what_is_possible_and_what_is_likely() {
        let [line, figures] = scale(
            &readiness([20.0, 40.0, 50.0, 75.0, 95.0]),
            21,
            Style::GOOD,
            false,
        )
        .map(|line| text(&line));
        assert_eq!(line, "....----==#=====----.");
        assert_eq!(figures, "0  20    50   75  95 ");
    }

    #[test]
    fn figures_say_no_more_than_they_know() {
        assert_eq!(
            [figure(78.0), figure(64.25), figure(0.04)],
            ["78", "64.2", "0"]
        );
        assert_eq!([points(3), points(0), points(-4)], ["+3", "0", "−4"]);
    }
}
