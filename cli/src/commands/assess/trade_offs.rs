//! What a verdict costs on a terminal, with what softens it.

use plumbline_assess::{Assessment, Severity, TradeOffFinding};
use plumbline_knowledge::Provider;

use super::decided::{Decided, Decision};
use super::evidence::clause;
use crate::page::{Page, Span, plain, styled};
use crate::style::Style;

/// The trade-offs, the worst first.
pub fn trade_offs(page: &mut Page, assessment: &Assessment, decided: &Decided<'_>, all: bool) {
    let (open, found): (Vec<&TradeOffFinding>, Vec<&TradeOffFinding>) = assessment
        .trade_offs
        .iter()
        .partition(|finding| finding.severity == Severity::Open);
    if !assessment.trade_offs.is_empty() {
        page.heading("Trade-offs");
    }
    for (finding, parts) in alike(&found) {
        let decision = decided.about(&finding.id);
        trade_off(page, finding, &parts, assessment, decision.as_ref(), all);
    }
    if !open.is_empty() {
        // What one part has for certain needn't be said to be open for another.
        let mut titles: Vec<String> = open
            .iter()
            .filter(|open| {
                !assessment
                    .trade_offs
                    .iter()
                    .any(|one| one.severity != Severity::Open && one.id == open.id)
            })
            .map(|finding| {
                let title = uncapitalised(&finding.title);
                match decided.about(&finding.id) {
                    Some(decision) => format!("{title} ({})", decision.words),
                    None => title,
                }
            })
            .collect();
        titles.sort();
        titles.dedup();
        if !titles.is_empty() {
            page.wrapped(
                &[plain("  "), styled(Style::DIM, format!("{:<8}", "open"))],
                &[styled(
                    Style::DIM,
                    format!("Open answers decide about {}.", titles.join(", ")),
                )],
            );
        }
    }
}

/// Findings that say the same of several parts as one, with the parts.
fn alike<'a>(found: &[&'a TradeOffFinding]) -> Vec<(&'a TradeOffFinding, Vec<&'a str>)> {
    let mut groups: Vec<(&TradeOffFinding, Vec<&str>)> = Vec::new();
    for finding in found {
        let same = groups.iter_mut().find(|(known, _)| {
            known.id == finding.id
                && known.severity == finding.severity
                && known.because == finding.because
                && known.mitigations == finding.mitigations
        });
        match same {
            Some((_, parts)) => parts.push(&finding.part),
            None => groups.push((finding, vec![&finding.part])),
        }
    }
    groups
}

/// With a small first letter, unless the word is an abbreviation.
fn uncapitalised(title: &str) -> String {
    let mut characters = title.chars();
    match (characters.next(), characters.clone().next()) {
        (Some(first), Some(second)) if !second.is_uppercase() => {
            first.to_lowercase().chain(characters).collect()
        }
        _ => title.to_owned(),
    }
}

fn trade_off(
    page: &mut Page,
    finding: &TradeOffFinding,
    parts: &[&str],
    assessment: &Assessment,
    decision: Option<&Decision<'_>>,
    all: bool,
) {
    let level = match finding.severity {
        Severity::High => "high",
        Severity::Medium => "medium",
        Severity::Low => "low",
        Severity::Open => "open",
    };
    let mut spans = vec![styled(Style::BOLD, finding.title.clone())];
    if assessment.parts.len() > 1 {
        let named = assessment
            .parts
            .iter()
            .filter(|part| parts.contains(&part.id.as_str()));
        let names: Vec<&str> = named.map(|part| part.name.as_str()).collect();
        spans.push(styled(Style::DIM, format!(" ({})", names.join(", "))));
    }
    spans.push(plain(format!(": {}", finding.because)));
    page.wrapped(
        &[
            plain("  "),
            styled(Style::severity(finding.severity), format!("{level:<8}")),
        ],
        &spans,
    );
    if all {
        for found in &finding.clauses {
            clause(page, 10, found);
        }
    }
    if let Some(decision) = decision {
        decided_line(page, decision);
    }
    let most = match finding.severity {
        _ if all => usize::MAX,
        Severity::High => 3,
        Severity::Medium => 2,
        Severity::Low | Severity::Open => 0,
    };
    for (who, mitigation) in mitigations(finding, assessment.workload.provider.as_deref(), all)
        .into_iter()
        .take(most)
    {
        let mut spans: Vec<Span> = Vec::new();
        if let Some(who) = who {
            spans.push(styled(Style::DIM, format!("{who}: ")));
        }
        spans.push(plain(mitigation));
        let arrow = if page.unicode() { "→ " } else { "> " };
        page.wrapped(&[plain(" ".repeat(10)), styled(Style::DIM, arrow)], &spans);
    }
}

fn decided_line(page: &mut Page, decision: &Decision<'_>) {
    let style = if decision.expired {
        Style::OPEN
    } else {
        Style::GOOD
    };
    let mut spans = vec![styled(style.bold(), decision.words.clone())];
    if decision.expired {
        spans.push(plain("; decide again"));
    }
    if let Some(note) = decision.note {
        spans.push(plain(format!(": {note}")));
    }
    page.wrapped(&[plain(" ".repeat(10)), styled(Style::DIM, "= ")], &spans);
}

/// What softens it for a provider, the provider's own means first; without a provider, or when all
/// is asked for, those of all providers too.
pub fn mitigations(
    finding: &TradeOffFinding,
    provider: Option<&str>,
    all: bool,
) -> Vec<(Option<String>, String)> {
    let known = provider.filter(|id| finding.mitigations.contains_key(*id));
    let mut found = Vec::new();
    let mut add = |key: &str, label: Option<String>| {
        for mitigation in finding.mitigations.get(key).into_iter().flatten() {
            found.push((label.clone(), mitigation.clone()));
        }
    };
    let label = |id: &str| {
        Provider::from_id(id).map_or_else(|| id.to_owned(), |provider| provider.label().to_owned())
    };
    if let Some(provider) = known {
        add(provider, Some(label(provider)));
    }
    add("any", None);
    if all {
        for key in finding
            .mitigations
            .keys()
            .filter(|key| *key != "any" && Some(key.as_str()) != known)
        {
            add(key, Some(label(key)));
        }
    }
    found
}
