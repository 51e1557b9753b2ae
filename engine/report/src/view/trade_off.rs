//! What the verdict costs.

use std::collections::BTreeSet;

use plumbline_assess::{Assessment, Severity, TradeOffFinding};
use plumbline_knowledge::{Knowledge, Provider};
use plumbline_workload::{Day, Workload};
use serde::Serialize;

use super::decided::DecisionView;
use super::part::{ClauseView, clauses};
use super::part_name;
use super::sources::Bibliography;
use super::words::{continued, labels};

/// A trade-off of the verdict, for all parts that it concerns.
#[derive(Serialize)]
pub(crate) struct TradeOffView<'a> {
    title: &'a str,
    what: &'a str,
    /// How it bites the parts, the worst first; never empty.
    bites: Vec<Bite<'a>>,
    /// The same, with the parts together that it bites alike.
    groups: Vec<Group<'a>>,
    /// High or medium for some part.
    severe: bool,
    mitigations: Vec<Mitigations<'a>>,
    /// What to do on the document's provider first, then what helps anywhere.
    remedies: Vec<&'a str>,
    /// What was decided about it.
    decision: Option<DecisionView<'a>>,
    sources: Vec<usize>,
}

/// How a trade-off bites some parts alike.
#[derive(Serialize)]
struct Group<'a> {
    parts: Vec<&'a str>,
    bite: Bite<'a>,
}

/// How a trade-off bites a part.
#[derive(Serialize)]
struct Bite<'a> {
    part: &'a str,
    /// "high", "medium", "low", "open".
    severity: &'static str,
    because: &'a str,
    /// `because`, to stand inside a sentence.
    continued: String,
    clauses: Vec<ClauseView<'a>>,
    questions: Vec<&'a str>,
}

#[derive(Serialize)]
struct Mitigations<'a> {
    label: &'static str,
    items: Vec<&'a str>,
}

impl<'a> TradeOffView<'a> {
    /// All trade-offs, the worst first.
    pub(crate) fn all(
        knowledge: &'a Knowledge,
        workload: &'a Workload,
        assessment: &'a Assessment,
        (provider, today): (Provider, &Day),
        bibliography: &mut Bibliography,
    ) -> Vec<Self> {
        let mut seen = BTreeSet::new();
        let first = assessment
            .trade_offs
            .iter()
            .filter(|finding| seen.insert(finding.id.as_str()));
        first
            .map(|worst| {
                let same: Vec<&TradeOffFinding> = assessment
                    .trade_offs
                    .iter()
                    .filter(|finding| finding.id == worst.id)
                    .collect();
                let bites = same
                    .iter()
                    .map(|finding| Bite::new(knowledge, assessment, finding))
                    .collect();
                Self {
                    decision: DecisionView::of(workload, &worst.id, today),
                    ..Self::undecided(
                        knowledge,
                        assessment,
                        (worst, &same),
                        bites,
                        provider,
                        bibliography,
                    )
                }
            })
            .collect()
    }

    fn undecided(
        knowledge: &'a Knowledge,
        assessment: &'a Assessment,
        (worst, same): (&'a TradeOffFinding, &[&'a TradeOffFinding]),
        bites: Vec<Bite<'a>>,
        provider: Provider,
        bibliography: &mut Bibliography,
    ) -> Self {
        // Parts on other options have other remedies, so those of all of them are collected.
        let of = |id: &str| {
            let mut seen = BTreeSet::new();
            same.iter()
                .filter_map(|finding| finding.mitigations.get(id))
                .flatten()
                .map(String::as_str)
                .filter(|text| seen.insert(*text))
                .collect::<Vec<&'a str>>()
        };
        let mitigations = std::iter::once(("any", "Anywhere"))
            .chain(
                Provider::ALL
                    .into_iter()
                    .map(|provider| (provider.id(), provider.label())),
            )
            .map(|(id, label)| Mitigations {
                label,
                items: of(id),
            })
            .filter(|mitigations| !mitigations.items.is_empty())
            .collect();
        let cited = knowledge
            .trade_off(&worst.id)
            .and_then(|index| knowledge.trade_offs.get(index));
        Self {
            title: &worst.title,
            what: &worst.what,
            bites,
            groups: Group::all(knowledge, assessment, same),
            severe: matches!(worst.severity, Severity::High | Severity::Medium),
            mitigations,
            remedies: of(provider.id()).into_iter().chain(of("any")).collect(),
            decision: None,
            sources: cited.map_or_else(Vec::new, |trade_off| bibliography.cite(&trade_off.sources)),
        }
    }
}

impl<'a> Group<'a> {
    /// In the order of the findings.
    fn all(
        knowledge: &'a Knowledge,
        assessment: &'a Assessment,
        findings: &[&'a TradeOffFinding],
    ) -> Vec<Self> {
        let alike = |one: &TradeOffFinding, other: &TradeOffFinding| {
            (one.severity, &one.because) == (other.severity, &other.because)
                && (&one.clauses, &one.questions) == (&other.clauses, &other.questions)
        };
        let mut seen: Vec<&TradeOffFinding> = Vec::new();
        let mut groups: Vec<Self> = Vec::new();
        for finding in findings {
            let part = part_name(assessment, &finding.part).unwrap_or(&finding.part);
            match seen.iter().position(|first| alike(first, finding)) {
                Some(place) => {
                    if let Some(group) = groups.get_mut(place) {
                        group.parts.push(part);
                    }
                }
                None => {
                    seen.push(finding);
                    groups.push(Self {
                        parts: vec![part],
                        bite: Bite::new(knowledge, assessment, finding),
                    });
                }
            }
        }
        groups
    }
}

impl<'a> Bite<'a> {
    fn new(
        knowledge: &'a Knowledge,
        assessment: &'a Assessment,
        finding: &'a TradeOffFinding,
    ) -> Self {
        Self {
            part: part_name(assessment, &finding.part).unwrap_or(&finding.part),
            severity: match finding.severity {
                Severity::High => "high",
                Severity::Medium => "medium",
                Severity::Low => "low",
                Severity::Open => "open",
            },
            because: &finding.because,
            continued: continued(knowledge, &finding.because),
            clauses: clauses(&finding.clauses),
            questions: labels(knowledge, &finding.questions),
        }
    }
}
