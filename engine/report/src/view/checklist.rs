//! What to settle.

use plumbline_assess::{Assessment, ChecklistFinding};
use plumbline_knowledge::ListKind;
use serde::Serialize;

use super::part_name;

/// A list of things to settle.
#[derive(Serialize)]
pub(crate) struct Checklist<'a> {
    label: &'static str,
    /// What something about this workload makes matter.
    first: Vec<Item<'a>>,
    /// What matters for every workload of its kind.
    rest: Vec<Item<'a>>,
    /// What open answers decide.
    perhaps: Vec<Item<'a>>,
}

#[derive(Serialize)]
struct Item<'a> {
    text: &'a str,
    why: &'a str,
    because: &'a [String],
    /// The parts that it concerns, where it doesn't concern all.
    parts: Vec<&'a str>,
}

impl<'a> Checklist<'a> {
    pub(crate) fn all(assessment: &'a Assessment, several: bool) -> Vec<Self> {
        let items = |list: ListKind, pass: &dyn Fn(&ChecklistFinding) -> bool| {
            assessment
                .checklist
                .iter()
                .filter(|finding| finding.list == list.id() && pass(finding))
                .map(|finding| Item {
                    text: &finding.text,
                    why: &finding.why,
                    because: &finding.because,
                    parts: finding
                        .parts
                        .iter()
                        .filter(|_| several && finding.parts.len() < assessment.parts.len())
                        .filter_map(|part| part_name(assessment, part))
                        .collect(),
                })
                .collect()
        };
        ListKind::ALL
            .into_iter()
            .map(|list| Self {
                label: list.label(),
                first: items(list, &|finding| {
                    finding.certain && !finding.because.is_empty()
                }),
                rest: items(list, &|finding| {
                    finding.certain && finding.because.is_empty()
                }),
                perhaps: items(list, &|finding| !finding.certain),
            })
            .collect()
    }
}
