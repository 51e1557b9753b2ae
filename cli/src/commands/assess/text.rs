//! An assessment on a terminal.

use std::path::Path;

use plumbline_assess::{Assessment, Flip, Kind, Movement, NextQuestion, PartAssessment};

use super::decided::Decided;
use super::trade_offs::trade_offs;
use super::{evidence, part};
use crate::chart::figure;
use crate::input::shell_word;
use crate::page::{Page, plain, styled};
use crate::style::Style;

/// How much is shown of long lists, unless all is asked for.
const QUESTIONS: usize = 3;
const FLIPS: usize = 4;

/// Writes an assessment. `file` is named in what to do next.
pub fn write(
    page: &mut Page,
    assessment: &Assessment,
    decided: &Decided<'_>,
    all: bool,
    file: &Path,
) {
    verdict(page, assessment);
    let single = assessment.parts.len() == 1;
    for part in &assessment.parts {
        if !single {
            part_heading(page, part);
            part::readiness(page, &part.readiness, None, Style::option(part.option));
        }
        page.gap();
        part::options(page, part);
        part::dimensions(page, part);
        evidence::evidence(page, part, all);
        flips(page, assessment, part, all);
    }
    if !single
        && assessment
            .parts
            .iter()
            .any(|part| !part.evidence.is_empty())
    {
        rule(page, "All parts");
    }
    questions(page, assessment, all);
    trade_offs(page, assessment, decided, all);
    closing(page, assessment, decided, file);
}

fn verdict(page: &mut Page, assessment: &Assessment) {
    let style = Style::outcome(assessment.verdict.option).bold();
    page.gap();
    page.wrapped(
        &[plain("  ")],
        &[styled(style, assessment.verdict.sentence.clone())],
    );
    if !assessment.workload.summary.is_empty() {
        page.wrapped(
            &[plain("  ")],
            &[styled(Style::DIM, assessment.workload.summary.clone())],
        );
    }
    page.gap();
    let count = &assessment.questions;
    part::readiness(
        page,
        &assessment.readiness,
        Some(count.open),
        Style::outcome(assessment.verdict.option),
    );
    page.gap();
    let mut spans = Vec::new();
    if count.open > 0 {
        spans.push(styled(
            Style::BOLD,
            format!("{} %", figure(assessment.confidence * 100.0)),
        ));
        spans.push(plain(
            " of the plausible answers to open questions keep this verdict. ",
        ));
    }
    spans.push(plain(format!(
        "{} of {} questions that apply are answered.",
        count.answered, count.asked
    )));
    page.wrapped(&[plain("  ")], &spans);
    if assessment.verdict.close_call {
        let close: Vec<&str> = assessment
            .parts
            .iter()
            .filter(|part| part.close_call)
            .map(|part| part.name.as_str())
            .collect();
        let about = if assessment.parts.len() > 1 {
            format!(" for {}", close.join(", "))
        } else {
            String::new()
        };
        page.wrapped(
            &[plain("  ")],
            &[
                styled(Style::OPEN.bold(), format!("A close call{about}:")),
                plain(" the lead is too small to lean on (less than two to one)."),
            ],
        );
    }
}

fn part_heading(page: &mut Page, part: &PartAssessment) {
    rule(page, &part.name);
    let style = Style::option(part.option).bold();
    let close = if part.close_call {
        " (a close call)"
    } else {
        ""
    };
    page.wrapped(
        &[plain("  ")],
        &[
            styled(style, format!("On {}", part.option.label())),
            plain(close),
        ],
    );
}

/// A line across with a name on it.
fn rule(page: &mut Page, name: &str) {
    page.gap();
    let dash = if page.unicode() { "─" } else { "-" };
    let rest = page
        .width()
        .saturating_sub(6 + unicode_width::UnicodeWidthStr::width(name));
    page.line(&[
        styled(Style::DIM, dash.repeat(2)),
        plain(" "),
        styled(Style::BOLD, name),
        plain(" "),
        styled(Style::DIM, dash.repeat(rest)),
    ]);
}

fn flips(page: &mut Page, assessment: &Assessment, part: &PartAssessment, all: bool) {
    let found: Vec<&Flip> = assessment
        .flips
        .iter()
        .filter(|flip| flip.part == part.id)
        .collect();
    if found.is_empty() {
        if !part.evidence.is_empty() {
            page.heading("What would change it");
            page.wrapped(
                &[plain("  ")],
                &[plain("No single answer, and no two together.")],
            );
        }
        return;
    }
    page.heading("What would change it, what is yours to decide first");
    let shown = if all { found.len() } else { FLIPS };
    for flip in found.iter().take(shown) {
        let kind = match flip.changes.iter().map(|change| change.kind).max() {
            Some(Kind::Changeable) => styled(Style::GOOD, format!("{:<9}", "yours")),
            Some(Kind::Open) => styled(Style::OPEN, format!("{:<9}", "open")),
            _ => styled(Style::DIM, format!("{:<9}", "a fact")),
        };
        page.wrapped(&[plain("  "), kind], &[plain(flip.sentence.clone())]);
        if all {
            for moved in &flip.moved {
                let sign = match moved.movement {
                    Movement::Begins => "then holds: ",
                    Movement::Ends => "no longer holds: ",
                    Movement::Recounts => "counts otherwise: ",
                };
                page.wrapped(
                    &[plain(" ".repeat(11))],
                    &[
                        styled(Style::DIM, sign),
                        plain(moved.title.clone()),
                        plain(" "),
                        styled(Style::CODE, moved.rule.clone()),
                    ],
                );
            }
        }
    }
    more(page, found.len().saturating_sub(shown));
}

fn more(page: &mut Page, hidden: usize) {
    if hidden > 0 {
        page.wrapped(
            &[plain("  ")],
            &[styled(Style::DIM, format!("{hidden} more with --all"))],
        );
    }
}

fn questions(page: &mut Page, assessment: &Assessment, all: bool) {
    // What moves less than what is shown of it is not worth asking first.
    let worth: Vec<&NextQuestion> = assessment
        .next_questions
        .iter()
        .filter(|question| all || question.swing >= 0.1 || question.turns > 0.0)
        .collect();
    if assessment.next_questions.is_empty() {
        return;
    }
    page.heading("Answer next");
    if worth.is_empty() {
        page.wrapped(
            &[plain("  ")],
            &[plain(
                "No open question is expected to move anything that counts.",
            )],
        );
        return;
    }
    let shown = if all { worth.len() } else { QUESTIONS };
    for (number, question) in worth.iter().take(shown).enumerate() {
        next_question(page, number + 1, question, assessment);
    }
    more(page, worth.len().saturating_sub(shown));
}

fn next_question(page: &mut Page, number: usize, question: &NextQuestion, assessment: &Assessment) {
    let part = question
        .part
        .as_ref()
        .filter(|_| assessment.parts.len() > 1);
    let part = part.and_then(|id| assessment.parts.iter().find(|part| part.id == *id));
    let mut spans = Vec::new();
    if let Some(part) = part {
        spans.push(styled(Style::DIM, format!("{}: ", part.name)));
    }
    spans.push(plain(question.ask.clone()));
    spans.push(plain(" "));
    spans.push(styled(Style::CODE, question.question.clone()));
    page.wrapped(&[styled(Style::BOLD, format!("  {number}. "))], &spans);
    let mut worth = format!(
        "expected to move the shares by {} points",
        figure(question.swing)
    );
    if question.turns > 0.0 {
        worth.push_str(&format!(
            "; turns the verdict in {} % of cases",
            figure(question.turns * 100.0)
        ));
        if !question.turning_answers.is_empty() {
            worth.push_str(&format!(" ({})", question.turning_answers.join("; ")));
        }
    }
    page.wrapped(&[plain("     ")], &[styled(Style::DIM, worth)]);
}

fn closing(page: &mut Page, assessment: &Assessment, decided: &Decided<'_>, file: &Path) {
    let unsettled = assessment
        .checklist
        .iter()
        .filter(|item| item.certain && !decided.is_settled(&item.id))
        .count();
    page.heading("Next");
    let stdin = file == Path::new("-");
    let typed = if stdin {
        "FILE".to_owned()
    } else {
        shell_word(file)
    };
    let provider = assessment
        .workload
        .provider
        .as_deref()
        .filter(|id| ["aws", "azure", "gcp"].contains(id))
        .unwrap_or("all");
    let top = assessment
        .parts
        .iter()
        .flat_map(|part| &part.evidence)
        .max_by_key(|evidence| evidence.points.values().map(|points| points.abs()).max());
    let mut hints = vec![
        (
            format!("plumbline report {typed} --kind adr -o docs/"),
            "the decision as a record".to_owned(),
        ),
        (
            format!("plumbline report {typed} --kind checklists"),
            format!("{unsettled} things to settle"),
        ),
        (
            format!("plumbline diagram {typed} --provider {provider} -o ."),
            "the reference architecture".to_owned(),
        ),
    ];
    if let Some(top) = top {
        hints.push((
            format!("plumbline explain {}", top.rule),
            "a rule, with its sources".to_owned(),
        ));
    }
    let longest = hints
        .iter()
        .map(|(command, _)| unicode_width::UnicodeWidthStr::width(command.as_str()))
        .max()
        .unwrap_or(0);
    for (command, about) in hints {
        let pad =
            longest.saturating_sub(unicode_width::UnicodeWidthStr::width(command.as_str())) + 3;
        if longest + 5 + about.len() > page.width() {
            page.wrapped(&[plain("  ")], &[styled(Style::CODE, command)]);
        } else {
            page.line(&[
                plain("  "),
                styled(Style::CODE, command),
                plain(" ".repeat(pad)),
                styled(Style::DIM, about),
            ]);
        }
    }
}
