//! What findings cite, numbered.

use std::collections::BTreeSet;

use plumbline_knowledge::{Knowledge, Reference};
use serde::Serialize;

/// Gathers what is cited, and numbers it in the order of first citation. The sections of a guide
/// share its number.
#[derive(Default)]
pub(crate) struct Bibliography {
    works: Vec<Work>,
    sections: BTreeSet<(usize, usize)>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Work {
    Guide(usize),
    Source(usize),
}

/// A numbered source.
#[derive(Serialize)]
pub(crate) struct SourceView<'a> {
    number: usize,
    title: &'a str,
    url: Option<&'a str>,
    date: Option<&'a str>,
    kind: &'static str,
    /// The sections that are cited, in the order of the guide.
    sections: Vec<&'a str>,
}

impl Bibliography {
    /// The numbers of what these references cite, ascending.
    pub(crate) fn cite(&mut self, references: &[Reference]) -> Vec<usize> {
        let mut numbers = BTreeSet::new();
        for reference in references {
            let work = match *reference {
                Reference::Source(source) => Work::Source(source),
                Reference::Guide { guide, section } => {
                    self.sections.insert((guide, section));
                    Work::Guide(guide)
                }
            };
            let place = self
                .works
                .iter()
                .position(|known| *known == work)
                .unwrap_or_else(|| {
                    self.works.push(work);
                    self.works.len() - 1
                });
            numbers.insert(place + 1);
        }
        numbers.into_iter().collect()
    }

    /// The list.
    pub(crate) fn finish(self, knowledge: &Knowledge) -> Vec<SourceView<'_>> {
        let numbered = self.works.iter().zip(1..);
        numbered
            .filter_map(|(work, number)| match *work {
                Work::Source(source) => knowledge.sources.get(source).map(|source| SourceView {
                    number,
                    title: &source.title,
                    url: source.url.as_deref(),
                    date: Some(&source.date),
                    kind: source.kind.label(),
                    sections: Vec::new(),
                }),
                Work::Guide(guide) => knowledge.guides.get(guide).map(|text| SourceView {
                    number,
                    title: &text.title,
                    url: None,
                    date: None,
                    kind: "guide",
                    sections: self
                        .sections
                        .range((guide, 0)..(guide + 1, 0))
                        .filter_map(|(_, section)| text.sections.get(*section))
                        .map(|section| section.title.as_str())
                        .collect(),
                }),
            })
            .collect()
    }
}
