//! The rules that hold on a terminal: their points, and the clauses that made them hold.

use plumbline_assess::{Clause, ClauseTruth, Evidence, PartAssessment, Points};
use plumbline_knowledge::Compute;

use crate::chart::points;
use crate::page::{Page, Span, plain, styled};
use crate::style::Style;

/// How many rules are shown of those that hold, unless all are asked for.
const TOP: usize = 5;

/// The rules that hold, with their clauses; the weightiest, or all by dimension.
pub fn evidence(page: &mut Page, part: &PartAssessment, all: bool) {
    if part.evidence.is_empty() {
        return;
    }
    let mut shown: Vec<&Evidence> = part.evidence.iter().collect();
    if !all {
        shown.sort_by_key(|evidence| std::cmp::Reverse(weight(evidence, part.option)));
        shown.truncate(TOP);
    }
    let rest: Vec<&Evidence> = part
        .evidence
        .iter()
        .filter(|evidence| !shown.iter().any(|shown| shown.rule == evidence.rule))
        .collect();
    page.heading(if rest.is_empty() {
        "Evidence"
    } else {
        "The weightiest evidence"
    });
    let columns = Columns::of(page);
    columns.head(page);
    for evidence in shown {
        rule(page, columns, evidence, all);
    }
    if !rest.is_empty() {
        let mut sum = Points::new();
        for evidence in &rest {
            for (option, points) in &evidence.points {
                *sum.entry(option.clone()).or_default() += points;
            }
        }
        let noun = if rest.len() == 1 {
            "one more rule".to_owned()
        } else {
            format!("{} more rules", rest.len())
        };
        page.wrapped(
            &columns.cells(&sum, false),
            &[plain(noun), styled(Style::DIM, " (--all shows them)")],
        );
    }
    let total: Points = part
        .options
        .iter()
        .map(|option| (option.id.id().to_owned(), option.points))
        .collect();
    page.wrapped(
        &columns.cells(&total, true),
        &[styled(Style::BOLD, "together")],
    );
}

fn rule(page: &mut Page, columns: Columns, evidence: &Evidence, all: bool) {
    let mut title = vec![
        styled(Style::BOLD, evidence.title.clone()),
        plain(" "),
        styled(Style::CODE, evidence.rule.clone()),
    ];
    let cells = match evidence.rules_out {
        Some(option) => {
            title.push(styled(Style::BAD, format!(" rules out {}", option.label())));
            columns.out(option)
        }
        None => columns.cells(&evidence.points, false),
    };
    page.wrapped(&cells, &title);
    let indent = columns.indent();
    for found in &evidence.clauses {
        clause(page, indent, found);
    }
    let lead = [plain(" ".repeat(indent))];
    page.wrapped(&lead, &[styled(Style::DIM, evidence.why.clone())]);
    if all {
        if !evidence.action.is_empty() {
            page.wrapped(
                &lead,
                &[styled(Style::GOOD, "Do: "), plain(evidence.action.clone())],
            );
        }
        if let Some(uncapped) = &evidence.uncapped {
            page.wrapped(
                &lead,
                &[styled(
                    Style::DIM,
                    format!(
                        "By itself {}; its dimension is at its cap.",
                        in_words(uncapped)
                    ),
                )],
            );
        }
        if !evidence.sources.is_empty() {
            page.wrapped(
                &lead,
                &[styled(
                    Style::DIM,
                    format!("Sources: {}", evidence.sources.join("; ")),
                )],
            );
        }
    }
}

/// A clause with a mark for whether it holds.
pub fn clause(page: &mut Page, indent: usize, clause: &Clause) {
    let style = match clause.truth {
        ClauseTruth::Holds => Style::GOOD,
        ClauseTruth::Fails => Style::BAD,
        ClauseTruth::Open => Style::OPEN,
    };
    let mark = mark(page, clause.truth);
    page.wrapped(
        &[plain(" ".repeat(indent)), styled(style, mark), plain(" ")],
        &[plain(clause.text.clone())],
    );
}

/// The sign for whether something holds.
pub fn mark(page: &Page, truth: ClauseTruth) -> &'static str {
    match (truth, page.unicode()) {
        (ClauseTruth::Holds, true) => "✓",
        (ClauseTruth::Holds, false) => "+",
        (ClauseTruth::Fails, true) => "✗",
        (ClauseTruth::Fails, false) => "x",
        (ClauseTruth::Open, _) => "?",
    }
}

fn in_words(points: &Points) -> String {
    let words: Vec<String> = Compute::ALL
        .into_iter()
        .filter(|option| of(points, *option) != 0)
        .map(|option| {
            format!(
                "{} {}",
                option.label(),
                crate::chart::points(of(points, option))
            )
        })
        .collect();
    words.join(", ")
}

/// What rules an option out comes first, then what sets the leader apart most.
fn weight(evidence: &Evidence, leader: Compute) -> (bool, i32) {
    let own = of(&evidence.points, leader);
    let apart = Compute::ALL
        .into_iter()
        .map(|option| (own - of(&evidence.points, option)).abs())
        .max();
    (evidence.rules_out.is_some(), apart.unwrap_or(0))
}

/// The points of an option.
pub fn of(points: &Points, option: Compute) -> i32 {
    points.get(option.id()).copied().unwrap_or(0)
}

/// The three columns of points.
#[derive(Clone, Copy)]
struct Columns {
    names: [&'static str; 3],
    width: usize,
}

impl Columns {
    fn of(page: &Page) -> Self {
        if page.width() >= 96 {
            Self {
                names: ["functions", "containers", "always-on"],
                width: 11,
            }
        } else {
            Self {
                names: ["func", "cont", "always"],
                width: 7,
            }
        }
    }

    fn indent(self) -> usize {
        3 * self.width + 3
    }

    fn head(self, page: &mut Page) {
        let mut line: Vec<Span> = Compute::ALL
            .into_iter()
            .zip(self.names)
            .map(|(option, name)| {
                styled(
                    Style::option(option),
                    format!("{name:>width$}", width = self.width),
                )
            })
            .collect();
        line.push(styled(
            Style::DIM,
            "   points; ten multiply the odds by ten",
        ));
        page.line(&line);
    }

    fn cells(self, given: &Points, bold: bool) -> Vec<Span> {
        let mut cells: Vec<Span> = Compute::ALL
            .into_iter()
            .map(|option| {
                let value = of(given, option);
                let style = match (value, bold) {
                    (0, false) => Style::DIM,
                    (_, false) => Style::PLAIN,
                    (_, true) => Style::BOLD,
                };
                styled(
                    style,
                    format!("{:>width$}", points(value), width = self.width),
                )
            })
            .collect();
        cells.push(plain("   "));
        cells
    }

    /// What stands instead of points beside a rule that rules an option out.
    fn out(self, ruled_out: Compute) -> Vec<Span> {
        let cell = |option| if option == ruled_out { "out" } else { "" };
        let mut cells: Vec<Span> = Compute::ALL
            .into_iter()
            .map(|option| {
                styled(
                    Style::BAD,
                    format!("{:>width$}", cell(option), width = self.width),
                )
            })
            .collect();
        cells.push(plain("   "));
        cells
    }
}
