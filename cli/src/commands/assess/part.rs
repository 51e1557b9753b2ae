//! One part of a workload on a terminal: where its options stand and what put them there.

use plumbline_assess::{ClauseTruth, OptionStanding, PartAssessment, Points, Readiness};

use super::evidence::{mark, of};
use crate::chart::{bar, figure, points, scale, signed_bar};
use crate::page::{Page, plain, styled};
use crate::style::Style;

/// Readiness on its scale, with what it may become. `open` is how many questions are open, where
/// that is known.
pub fn readiness(page: &mut Page, readiness: &Readiness, open: Option<usize>, style: Style) {
    let settled = readiness.low >= readiness.score && readiness.high <= readiness.score;
    let mut spans = vec![
        plain("Readiness for serverless "),
        styled(style.bold(), figure(readiness.score)),
    ];
    match (settled, open) {
        (_, Some(0)) => {}
        (true, _) => spans.push(plain(", whatever the open answers are")),
        (false, open) => {
            spans.push(plain(format!(
                " on what is answered, likely {} to {} once the rest is",
                figure(readiness.likely_low),
                figure(readiness.likely_high)
            )));
            let while_open = open.map_or_else(String::new, |open| {
                format!(" while {} open", questions(open))
            });
            spans.push(styled(
                Style::DIM,
                format!(
                    "; {} to {} is possible{while_open}",
                    figure(readiness.low),
                    figure(readiness.high)
                ),
            ));
        }
    }
    page.wrapped(&[plain("  ")], &spans);
    let columns = page.width().saturating_sub(4).min(76);
    for line in scale(readiness, columns, style, page.unicode()) {
        let mut whole = vec![plain("  ")];
        whole.extend(line);
        page.line(&whole);
    }
}

fn questions(open: usize) -> String {
    match open {
        1 => "one question is".to_owned(),
        open => format!("{open} questions are"),
    }
}

/// The options with their shares, and why some are out.
pub fn options(page: &mut Page, part: &PartAssessment) {
    for option in &part.options {
        option_line(page, option, option.id == part.option);
    }
}

/// An option with its share as a bar.
pub fn option_line(page: &mut Page, option: &OptionStanding, leads: bool) {
    let style = if leads {
        Style::option(option.id).bold()
    } else {
        Style::option(option.id)
    };
    let name = styled(
        if leads { Style::BOLD } else { Style::PLAIN },
        format!("{:<23}", option.id.label()),
    );
    let out = !option.ruled_out_by.is_empty();
    // Where there is no room for a bar that says anything, percent and name are enough.
    let narrow = page.width() < 56;
    let columns = if narrow {
        0
    } else {
        page.width().saturating_sub(2 + 23 + 18).min(44)
    };
    let figures = if out {
        vec![styled(Style::DIM, format!("{:>12}", "ruled out"))]
    } else {
        vec![
            styled(
                if leads { Style::BOLD } else { Style::PLAIN },
                format!("{:>4} %", option.percent),
            ),
            styled(
                Style::DIM,
                if narrow {
                    String::new()
                } else {
                    format!(" {:>9}", format!("{} pts", points(option.points)))
                },
            ),
        ]
    };
    let drawn = if out || narrow {
        String::new()
    } else {
        bar(option.share, columns, page.unicode())
    };
    let pad = columns.saturating_sub(drawn.chars().count());
    let mut line = vec![
        plain("  "),
        name,
        styled(style, drawn),
        plain(" ".repeat(pad)),
    ];
    line.extend(figures);
    page.line(&line);
    for limit in &option.ruled_out_by {
        let mut spans = vec![plain(limit.because.clone())];
        spans.push(styled(Style::DIM, format!(" ({})", limit.rule)));
        page.wrapped(
            &[
                plain("    "),
                styled(Style::BAD, mark(page, ClauseTruth::Fails)),
                plain(" "),
            ],
            &spans,
        );
    }
}

/// What each dimension adds to the leader's lead over the next option.
pub fn dimensions(page: &mut Page, part: &PartAssessment) {
    let Some((leader, other)) = rivals(part) else {
        return;
    };
    let gain = |points: &Points| of(points, leader.id) - of(points, other.id);
    let gains: Vec<(&str, i32)> = part
        .dimensions
        .iter()
        .map(|dimension| (dimension.label.as_str(), gain(&dimension.points)))
        .collect();
    if gains.iter().all(|(_, gain)| *gain == 0) {
        return;
    }
    // A scale that is never finer than this, so that two points don't look like twelve.
    let most = gains
        .iter()
        .map(|(_, gain)| gain.abs())
        .max()
        .unwrap_or(1)
        .max(8);
    page.heading(&format!(
        "What speaks for {} over {}",
        leader.id.label(),
        other.id.label()
    ));
    let colours = [Style::option(leader.id), Style::option(other.id)];
    let half = page.width().saturating_sub(2 + 25 + 8).min(52) / 2;
    for (label, gain) in gains.iter().filter(|(_, gain)| *gain != 0) {
        let mut line = vec![plain(format!("  {label:<25}"))];
        line.extend(signed_bar(*gain, most, half, colours, page.unicode()));
        line.push(plain(format!(" {:>4}", points(*gain))));
        page.line(&line);
    }
    let silent: Vec<&str> = gains
        .iter()
        .filter(|(_, gain)| *gain == 0)
        .map(|(label, _)| *label)
        .collect();
    let lead: i32 = gains.iter().map(|(_, gain)| gain).sum();
    page.line(&[
        plain(format!("  {:<25}", "Together")),
        plain(" ".repeat(2 * half + 1)),
        styled(Style::BOLD, format!(" {:>4}", points(lead))),
    ]);
    if !silent.is_empty() {
        page.wrapped(
            &[plain("  ")],
            &[styled(
                Style::DIM,
                format!("No difference so far: {}.", silent.join(", ")),
            )],
        );
    }
}

/// The leader, and the best of the others: of those that are left if any is.
fn rivals(part: &PartAssessment) -> Option<(&OptionStanding, &OptionStanding)> {
    let leader = part
        .options
        .iter()
        .find(|option| option.id == part.option)?;
    let others = part
        .options
        .iter()
        .filter(|option| option.id != part.option);
    let other = others.max_by_key(|option| (option.ruled_out_by.is_empty(), option.points))?;
    Some((leader, other))
}
