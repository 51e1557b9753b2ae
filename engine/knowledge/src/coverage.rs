//! Which entries cover which section of the guides.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use crate::model::{Knowledge, Reference};
use crate::visit::citations;

/// A section of a guide and the entries that name it as a source.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SectionCoverage {
    /// The id of the guide.
    pub guide: String,
    /// The id of the section.
    pub section: String,
    /// The heading of the section.
    pub title: String,
    /// Such as "rule traffic-bursts", sorted; none when nothing covers the section.
    pub entries: Vec<String>,
}

/// Every section of every guide, in the order of the guides.
#[must_use]
pub fn coverage(knowledge: &Knowledge) -> Vec<SectionCoverage> {
    let mut covered: BTreeMap<(usize, usize), BTreeSet<String>> = BTreeMap::new();
    for (entry, reference) in citations(knowledge) {
        if let Reference::Guide { guide, section } = reference {
            covered.entry((guide, section)).or_default().insert(entry);
        }
    }
    let mut found = Vec::new();
    for (at, guide) in knowledge.guides.iter().enumerate() {
        for (place, section) in guide.sections.iter().enumerate() {
            let entries = covered.remove(&(at, place)).unwrap_or_default();
            found.push(SectionCoverage {
                guide: guide.id.clone(),
                section: section.id.clone(),
                title: section.title.clone(),
                entries: entries.into_iter().collect(),
            });
        }
    }
    found
}
