//! An assessment as a Markdown document.

use std::fmt::Write;

use plumbline_assess::{Assessment, ClauseTruth, Kind, PartAssessment, Severity};
use plumbline_knowledge::Compute;

use super::decided::Decided;
use super::evidence::of;
use super::trade_offs::mitigations;
use crate::chart::{figure, points};

/// The document. Without `all` it leaves out reasons and sources.
pub fn write(assessment: &Assessment, decided: &Decided<'_>, all: bool) -> String {
    let mut text = String::new();
    let _ = writeln!(text, "# {}\n", escaped(&assessment.workload.name));
    if !assessment.workload.summary.is_empty() {
        let _ = writeln!(text, "{}\n", escaped(&assessment.workload.summary));
    }
    let _ = writeln!(text, "**{}**\n", escaped(&assessment.verdict.sentence));
    let readiness = &assessment.readiness;
    let count = &assessment.questions;
    let _ = writeln!(
        text,
        "Readiness for serverless is {} of 100 on what is answered, likely {} to {} once the rest is; {} to {} is possible while {} of {} questions are open. \
         {} % of the plausible answers to open questions keep this verdict.{}\n",
        figure(readiness.score),
        figure(readiness.likely_low),
        figure(readiness.likely_high),
        figure(readiness.low),
        figure(readiness.high),
        count.open,
        count.asked,
        figure(assessment.confidence * 100.0),
        if assessment.verdict.close_call {
            " It is a close call."
        } else {
            ""
        },
    );
    let several = assessment.parts.len() > 1;
    for part in &assessment.parts {
        write_part(&mut text, assessment, part, several, all);
    }
    write_questions(&mut text, assessment);
    write_trade_offs(&mut text, assessment, decided, several, all);
    write_checklist(&mut text, assessment, decided);
    text
}

fn write_part(
    text: &mut String,
    assessment: &Assessment,
    part: &PartAssessment,
    several: bool,
    all: bool,
) {
    let depth = if several {
        let close = if part.close_call {
            ", a close call"
        } else {
            ""
        };
        let _ = writeln!(
            text,
            "## {}: {}{close}\n",
            escaped(&part.name),
            part.option.label()
        );
        "###"
    } else {
        "##"
    };
    let _ = writeln!(
        text,
        "{depth} Options\n\n| Option | Share | Points | Ruled out by |\n|---|---:|---:|---|"
    );
    for option in &part.options {
        let limits: Vec<String> = option
            .ruled_out_by
            .iter()
            .map(|limit| escaped(&limit.because))
            .collect();
        let _ = writeln!(
            text,
            "| {} | {} % | {} | {} |",
            option.id.label(),
            option.percent,
            points(option.points),
            limits.join("; ")
        );
    }
    let _ = writeln!(
        text,
        "\n{depth} Evidence\n\n| Rule | Because | Functions | Containers | Always on |\n|---|---|---:|---:|---:|"
    );
    for evidence in &part.evidence {
        let clauses: Vec<String> = evidence
            .clauses
            .iter()
            .map(|clause| match clause.truth {
                ClauseTruth::Holds => escaped(&clause.text),
                ClauseTruth::Fails => format!("~~{}~~", escaped(&clause.text)),
                ClauseTruth::Open => format!("({})", escaped(&clause.text)),
            })
            .collect();
        let [functions, containers, always] =
            Compute::ALL.map(|option| points(of(&evidence.points, option)));
        let _ = writeln!(
            text,
            "| {} (`{}`) | {} | {functions} | {containers} | {always} |",
            escaped(&evidence.title),
            evidence.rule,
            clauses.join("; ")
        );
    }
    let totals: Vec<String> = part
        .options
        .iter()
        .map(|option| format!("**{}**", points(option.points)))
        .collect();
    let _ = writeln!(text, "| **Together** | | {} |\n", totals.join(" | "));
    if all {
        for evidence in &part.evidence {
            let _ = writeln!(
                text,
                "- **{}.** {} {}",
                escaped(&evidence.title),
                escaped(&evidence.why),
                escaped(&evidence.action)
            );
            if !evidence.sources.is_empty() {
                let _ = writeln!(
                    text,
                    "  Sources: {}.",
                    escaped(&evidence.sources.join("; "))
                );
            }
        }
        text.push('\n');
    }
    let flips: Vec<_> = assessment
        .flips
        .iter()
        .filter(|flip| flip.part == part.id)
        .collect();
    let _ = writeln!(text, "{depth} What would change it\n");
    if flips.is_empty() {
        let _ = writeln!(text, "No single answer, and no two together.");
    }
    // Few are worth reading; `all` has the others.
    let shown = if all { flips.len() } else { 8 };
    for flip in flips.iter().take(shown) {
        let kind = match flip.changes.iter().map(|change| change.kind).max() {
            Some(Kind::Changeable) => "yours to change",
            Some(Kind::Open) => "open",
            _ => "a fact",
        };
        let _ = writeln!(text, "- {} ({kind})", escaped(&flip.sentence));
    }
    if flips.len() > shown {
        let _ = writeln!(text, "- and {} more", flips.len() - shown);
    }
    text.push('\n');
}

fn write_questions(text: &mut String, assessment: &Assessment) {
    if assessment.next_questions.is_empty() {
        return;
    }
    let _ = writeln!(text, "## Answer next\n");
    for question in assessment.next_questions.iter().take(10) {
        let part = question
            .part
            .as_ref()
            .filter(|_| assessment.parts.len() > 1);
        let part = part.map_or_else(String::new, |part| format!("{}: ", escaped(part)));
        let _ = writeln!(
            text,
            "1. {part}{} (`{}`)",
            escaped(&question.ask),
            question.question
        );
    }
    text.push('\n');
}

fn write_trade_offs(
    text: &mut String,
    assessment: &Assessment,
    decided: &Decided<'_>,
    several: bool,
    all: bool,
) {
    if assessment.trade_offs.is_empty() {
        return;
    }
    let _ = writeln!(text, "## Trade-offs\n");
    for finding in assessment
        .trade_offs
        .iter()
        .filter(|finding| finding.severity != Severity::Open)
    {
        let level = match finding.severity {
            Severity::High => "high",
            Severity::Medium => "medium",
            Severity::Low | Severity::Open => "low",
        };
        let part = if several {
            format!(" ({})", escaped(&finding.part))
        } else {
            String::new()
        };
        let _ = writeln!(
            text,
            "- **{}**{part}, {level}: {}",
            escaped(&finding.title),
            escaped(&finding.because)
        );
        if let Some(decision) = decided.about(&finding.id) {
            let again = if decision.expired {
                "; decide again"
            } else {
                ""
            };
            let note = decision.note.map(|note| format!(": {}", escaped(note)));
            let _ = writeln!(
                text,
                "  - **{}{again}**{}",
                escaped(&decision.words),
                note.unwrap_or_default()
            );
        }
        for (who, mitigation) in mitigations(finding, assessment.workload.provider.as_deref(), all)
        {
            let who = who.map_or_else(String::new, |who| format!("{who}: "));
            let _ = writeln!(text, "  - {who}{}", escaped(&mitigation));
        }
    }
    let open: Vec<String> = assessment
        .trade_offs
        .iter()
        .filter(|finding| finding.severity == Severity::Open)
        .map(|finding| match decided.about(&finding.id) {
            Some(decision) => format!("{} ({})", escaped(&finding.title), escaped(&decision.words)),
            None => escaped(&finding.title),
        })
        .collect();
    if !open.is_empty() {
        let _ = writeln!(text, "- Open answers decide about: {}.", open.join(", "));
    }
    text.push('\n');
}

fn write_checklist(text: &mut String, assessment: &Assessment, decided: &Decided<'_>) {
    let certain: Vec<_> = assessment
        .checklist
        .iter()
        .filter(|item| item.certain)
        .collect();
    if certain.is_empty() {
        return;
    }
    let _ = writeln!(text, "## Checklist\n");
    for item in certain {
        let tick = if decided.is_settled(&item.id) {
            'x'
        } else {
            ' '
        };
        let _ = writeln!(text, "- [{tick}] {}", escaped(&item.text));
    }
}

/// Text that Markdown leaves alone.
fn escaped(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '#' | '|' | '~' => {
                safe.push('\\');
                safe.push(character);
            }
            '\n' | '\r' => safe.push(' '),
            _ => safe.push(character),
        }
    }
    safe
}

#[cfg(test)]
mod tests {
    use super::escaped;

    #[test]
    fn text_is_not_taken_for_markup() {
        assert_eq!(
            escaped("a | b <script> *c*\n# d"),
            r"a \| b \<script\> \*c\* \# d"
        );
    }
}
