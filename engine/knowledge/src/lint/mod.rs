//! What loads but makes no sense: errors for what can't have been meant, warnings for what is
//! doubtful. Places are named in words, since the texts are gone when the knowledge is compiled.

mod conditions;
mod examples;
mod services;
mod unused;

use std::collections::BTreeMap;

use plumbline_source::Diagnostic;

use crate::model::{ClaimStatus, Knowledge, Origin};

pub use examples::surviving_mutants;

/// Looks over a knowledge base. Errors come first; otherwise in the order of the model.
#[must_use]
pub fn lint(knowledge: &Knowledge) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    conditions::lint(knowledge, &mut found);
    examples::lint(knowledge, &mut found);
    claims(knowledge, &mut found);
    services::lint(knowledge, &mut found);
    stages(knowledge, &mut found);
    unused::lint(knowledge, &mut found);
    found.sort_by_key(|finding| finding.severity);
    found
}

fn claims(knowledge: &Knowledge, found: &mut Vec<Diagnostic>) {
    for claim in &knowledge.claims {
        if claim.status != ClaimStatus::Superseded {
            continue;
        }
        if claim.now.is_none() {
            let message = format!(
                "the claim `{}` is superseded, but does not say by what",
                claim.id
            );
            found.push(Diagnostic::error(placed(message, &claim.origin)).help("add `now: …`"));
        }
        if claim.since.is_none() {
            let message = format!(
                "the claim `{}` is superseded, but does not say since when",
                claim.id
            );
            found.push(
                Diagnostic::warning(placed(message, &claim.origin))
                    .help("add `since: …`, a year at least"),
            );
        }
    }
}

/// Stages of one way that claim the same place.
fn stages(knowledge: &Knowledge, found: &mut Vec<Diagnostic>) {
    let mut places = BTreeMap::new();
    for stage in &knowledge.stages {
        if let Some(first) = places.insert((stage.path, stage.place), &stage.id) {
            let message = format!(
                "the stages `{first}` and `{}` of `{}` both have the place {}",
                stage.id,
                stage.path.id(),
                stage.place
            );
            found.push(
                Diagnostic::error(placed(message, &stage.origin))
                    .help("number the stages of a way one by one"),
            );
        }
    }
}

/// A condition for a message: whole, on one line.
fn code(condition: &str) -> String {
    let words: Vec<&str> = condition.split_whitespace().collect();
    format!("`{}`", words.join(" "))
}

/// The message with where the entry stands.
fn placed(message: String, origin: &Origin) -> String {
    format!("{message} ({}, line {})", origin.file, origin.line)
}
