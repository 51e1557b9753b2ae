//! What to settle.

use plumbline_assess::{Assessment, ChecklistFinding};
use plumbline_knowledge::ListKind;
use plumbline_workload::Workload;
use serde::Serialize;

use super::decided::CheckView;
use super::part_name;
use crate::csv;

/// The columns of all lists as one table. The last is for whoever works with it.
const COLUMNS: [&str; 11] = [
    "list", "matters", "id", "item", "why", "because", "parts", "state", "owner", "note", "due",
];

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
    /// How many of those that matter for certain are settled.
    settled: usize,
    /// How many matter for certain.
    count: usize,
}

#[derive(Serialize)]
struct Item<'a> {
    id: &'a str,
    text: &'a str,
    why: &'a str,
    because: &'a [String],
    /// The parts that it concerns, where it doesn't concern all.
    parts: Vec<&'a str>,
    /// What was said to it.
    check: CheckView<'a>,
}

impl<'a> Checklist<'a> {
    pub(crate) fn all(
        workload: &'a Workload,
        assessment: &'a Assessment,
        several: bool,
    ) -> Vec<Self> {
        let items = |list: ListKind, pass: &dyn Fn(&ChecklistFinding) -> bool| {
            assessment
                .checklist
                .iter()
                .filter(|finding| finding.list == list.id() && pass(finding))
                .map(|finding| Item {
                    id: &finding.id,
                    text: &finding.text,
                    why: &finding.why,
                    because: &finding.because,
                    parts: finding
                        .parts
                        .iter()
                        .filter(|_| several && finding.parts.len() < assessment.parts.len())
                        .filter_map(|part| part_name(assessment, part))
                        .collect(),
                    check: CheckView::of(workload, &finding.id),
                })
                .collect::<Vec<_>>()
        };
        ListKind::ALL
            .into_iter()
            .map(|list| {
                let first = items(list, &|finding| {
                    finding.certain && !finding.because.is_empty()
                });
                let rest = items(list, &|finding| {
                    finding.certain && finding.because.is_empty()
                });
                let certain = || first.iter().chain(&rest);
                Self {
                    label: list.label(),
                    perhaps: items(list, &|finding| !finding.certain),
                    settled: certain().filter(|item| item.check.settled).count(),
                    count: certain().count(),
                    first,
                    rest,
                }
            })
            .collect()
    }

    /// Everything on the list with how much it matters, what matters most first.
    fn ranked(&self) -> impl Iterator<Item = (&'static str, &Item<'a>)> {
        let first = self.first.iter().map(|item| ("first", item));
        let rest = self.rest.iter().map(|item| ("also", item));
        let perhaps = self
            .perhaps
            .iter()
            .map(|item| ("if open answers say so", item));
        first.chain(rest).chain(perhaps)
    }

    /// The first of what matters most that nobody has settled.
    pub(crate) fn to_confirm(&self) -> impl Iterator<Item = &'a str> {
        const MOST: usize = 2;
        self.first
            .iter()
            .filter(|item| !item.check.settled)
            .map(|item| item.text)
            .take(MOST)
    }
}

/// All checklists as one table in CSV: a line for each item, what matters most first.
pub(crate) fn checklist_table(workload: &Workload, assessment: &Assessment) -> String {
    let mut table = csv::line(&COLUMNS);
    for list in Checklist::all(workload, assessment, !workload.implicit_part) {
        for (rank, item) in list.ranked() {
            let cells = [
                list.label,
                rank,
                item.id,
                item.text,
                item.why,
                &item.because.join("; "),
                &item.parts.join(", "),
                item.check.state,
                item.check.owner.unwrap_or_default(),
                item.check.note.unwrap_or_default(),
                "",
            ];
            table.push_str(&csv::line(&cells.map(csv::text)));
        }
    }
    table
}
