//! `plumbline compare`: what differs between two workloads, and what that does.

use std::path::{Path, PathBuf};

use clap::ValueEnum;
use plumbline_assess::{Comparison, DEFAULT_SEED, MovedRule, Points, Readiness, compare};
use plumbline_knowledge::Compute;
use plumbline_source::Diagnostic;

use super::assess::{clause, json, of};
use crate::chart::{figure, points};
use crate::exit::{Exit, Outcome};
use crate::output::print;
use crate::page::{Page, Span, plain, styled};
use crate::session::{Assessed, Session};
use crate::style::Style;

const EXAMPLES: &str = "\
Examples:
  plumbline compare before.workload.yaml after.workload.yaml
  git show HEAD~1:checkout.workload.yaml | plumbline compare - checkout.workload.yaml
  plumbline compare a.workload.yaml b.workload.yaml --format json | jq .rules

Parts are matched by their ids; a workload without parts is matched with the other's first part.";

/// Arguments of `compare`.
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLES)]
pub struct Args {
    /// The first workload file; `-` for standard input
    first: PathBuf,
    /// The second
    second: PathBuf,
    /// What is printed
    #[arg(long, value_enum, default_value_t)]
    format: Format,
    /// For the samples that confidence is measured over
    #[arg(long, value_name = "N", default_value_t = DEFAULT_SEED, hide_default_value = true)]
    seed: u64,
}

#[derive(Clone, Copy, Debug, Default, ValueEnum)]
enum Format {
    /// For people
    #[default]
    Text,
    /// For programs
    Json,
}

/// Runs `compare`.
pub fn run(args: &Args, session: &Session) -> Outcome {
    if args.first == Path::new("-") && args.second == Path::new("-") {
        return Err(
            Diagnostic::error("both workloads can't come from standard input")
                .help("name a file for one of them")
                .into(),
        );
    }
    let knowledge = session.knowledge()?;
    let first = Assessed::read(session, &knowledge, &args.first, args.seed)?;
    let second = Assessed::read(session, &knowledge, &args.second, args.seed)?;
    let comparison = compare(
        &knowledge,
        (&first.workload, &first.assessment),
        (&second.workload, &second.assessment),
    );
    match args.format {
        Format::Json => print(&json(&comparison))?,
        Format::Text => {
            let mut page = Page::new(session.out);
            let several = first.workload.parts.len().max(second.workload.parts.len()) > 1;
            write(&mut page, &comparison, several);
            print(&page.into_text())?;
        }
    }
    Ok(Exit::Fine)
}

fn write(page: &mut Page, comparison: &Comparison, several: bool) {
    for side in 0..2 {
        let verdict = &comparison.verdicts[side];
        let close = if verdict.close_call {
            " A close call."
        } else {
            ""
        };
        page.wrapped(
            &[styled(
                Style::DIM,
                if side == 0 {
                    "  before  "
                } else {
                    "  after   "
                },
            )],
            &[
                styled(
                    Style::outcome(verdict.option).bold(),
                    verdict.sentence.clone(),
                ),
                styled(Style::OPEN, close),
            ],
        );
        page.wrapped(
            &[plain("          ")],
            &[
                plain(readiness(&comparison.readiness[side])),
                styled(Style::DIM, format!(" ({})", comparison.names[side])),
            ],
        );
    }
    page.heading("Answers that differ");
    if comparison.answers.is_empty() {
        page.wrapped(&[plain("  ")], &[plain("None.")]);
    }
    let arrow = if page.unicode() { " → " } else { " -> " };
    for difference in &comparison.answers {
        let shown = |side: usize| match difference.answers[side].as_str() {
            "" => "no such part".to_owned(),
            words => words.to_owned(),
        };
        let mut spans: Vec<Span> = Vec::new();
        if several {
            spans.push(styled(Style::DIM, format!("{}: ", difference.part)));
        }
        spans.push(plain(format!("{}: {}", difference.label, shown(0))));
        spans.push(styled(Style::DIM, arrow));
        spans.push(styled(Style::BOLD, shown(1)));
        spans.push(plain(" "));
        spans.push(styled(Style::CODE, difference.question.clone()));
        page.wrapped(&[plain("  ")], &spans);
    }
    page.heading("What that moves");
    if comparison.rules.is_empty() {
        page.wrapped(&[plain("  ")], &[plain("No rule counts differently.")]);
        return;
    }
    let mut head: Vec<Span> = Compute::ALL
        .into_iter()
        .zip(["func", "cont", "always"])
        .map(|(option, name)| styled(Style::option(option), format!("{name:>7}")))
        .collect();
    head.push(styled(Style::DIM, "   points, more or less than before"));
    page.line(&head);
    for moved in &comparison.rules {
        rule(page, moved, several);
    }
}

fn rule(page: &mut Page, moved: &MovedRule, several: bool) {
    let none = Points::new();
    let [before, after] =
        [&moved.points[0], &moved.points[1]].map(|side| side.as_ref().unwrap_or(&none));
    let mut lead: Vec<Span> = Compute::ALL
        .into_iter()
        .map(|option| {
            let change = of(after, option) - of(before, option);
            styled(
                if change == 0 {
                    Style::DIM
                } else {
                    Style::PLAIN
                },
                format!("{:>7}", points(change)),
            )
        })
        .collect();
    lead.push(plain("   "));
    let (word, style) = match (&moved.points[0], &moved.points[1]) {
        (None, _) => ("now holds: ", Style::GOOD),
        (_, None) => ("no longer holds: ", Style::BAD),
        _ => ("counts differently: ", Style::OPEN),
    };
    let mut spans = Vec::new();
    if several {
        spans.push(styled(Style::DIM, format!("{}: ", moved.part)));
    }
    spans.extend([
        styled(style, word),
        plain(moved.title.clone()),
        plain(" "),
        styled(Style::CODE, moved.rule.clone()),
    ]);
    page.wrapped(&lead, &spans);
    for found in &moved.clauses {
        clause(page, 24, found);
    }
}

fn readiness(readiness: &Readiness) -> String {
    format!(
        "readiness {}, likely {} to {}",
        figure(readiness.score),
        figure(readiness.likely_low),
        figure(readiness.likely_high)
    )
}
