//! Questions that nothing reads and sources that nothing cites.

use std::collections::BTreeSet;

use plumbline_source::Diagnostic;

use super::placed;
use crate::model::{Knowledge, Reference};
use crate::visit;

pub(super) fn lint(knowledge: &Knowledge, found: &mut Vec<Diagnostic>) {
    let read: BTreeSet<usize> = visit::conditions(knowledge)
        .iter()
        .flat_map(|one| one.condition.slots())
        .map(|slot| usize::from(*slot))
        .collect();
    for (slot, question) in knowledge.questions.iter().enumerate() {
        if !read.contains(&slot) {
            let message = format!("no condition reads the question `{}`", question.id);
            found.push(
                Diagnostic::warning(placed(message, &question.origin))
                    .help("leave it out, or add a rule that needs to know"),
            );
        }
    }
    let cited: BTreeSet<Reference> = visit::citations(knowledge)
        .into_iter()
        .map(|(_, reference)| reference)
        .collect();
    for (place, source) in knowledge.sources.iter().enumerate() {
        if !cited.contains(&Reference::Source(place)) {
            let message = format!("nothing cites the source `{}`", source.id);
            found.push(
                Diagnostic::warning(placed(message, &source.origin))
                    .help("leave it out, or name it in the `sources` of what was drawn from it"),
            );
        }
    }
}
