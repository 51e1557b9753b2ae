//! What is wrong with a knowledge base.

use std::path::Path;

use plumbline_knowledge::{Knowledge, lint, load, overlay};
use plumbline_source::Severity;

use crate::exit::{Exit, Outcome, report};
use crate::output::print;
use crate::page::{Page, plain, styled};
use crate::session::{Session, found_in, knowledge_files};
use crate::style::Style;

/// The file that makes a folder a whole knowledge base.
const WHOLE: &str = "dimensions.yaml";

/// Loads, links and lints.
pub fn run(folder: Option<&Path>, session: &Session) -> Outcome {
    let folder = folder.or(session.overlay());
    let (loaded, what) = match folder {
        None => (
            load(&plumbline_builtin::files()),
            "the built-in knowledge".to_owned(),
        ),
        Some(folder) => {
            let files = knowledge_files(folder)?;
            let name = folder.to_string_lossy().into_owned();
            if files.iter().any(|file| file.path == WHOLE) {
                (load(&files).under(&name), name)
            } else {
                let over = format!("{name}, over the built-in knowledge");
                let mut loaded = overlay(&plumbline_builtin::files(), &files);
                loaded.diagnostics = found_in(folder, &files, loaded.diagnostics);
                (loaded, over)
            }
        }
    };
    let Some(knowledge) = loaded.knowledge else {
        return Err(loaded.diagnostics.into());
    };
    let findings = lint(&knowledge);
    report(&findings, &session.err);
    if findings
        .iter()
        .any(|finding| finding.severity == Severity::Error)
    {
        return Ok(Exit::BadInput);
    }
    let mut page = Page::new(session.out);
    page.wrapped(
        &[],
        &[
            styled(Style::GOOD, "no mistakes"),
            plain(format!(" in {what}: {}", counts(&knowledge))),
        ],
    );
    print(&page.into_text())?;
    Ok(Exit::Fine)
}

/// How much there is, in words.
fn counts(knowledge: &Knowledge) -> String {
    let counts = [
        (knowledge.questions.len(), "questions"),
        (knowledge.rules.len(), "rules"),
        (knowledge.trade_offs.len(), "trade-offs"),
        (knowledge.checklist.len(), "checklist items"),
        (knowledge.services.len(), "services"),
        (knowledge.patterns.len(), "patterns"),
        (knowledge.claims.len(), "claims"),
    ];
    counts
        .map(|(count, what)| format!("{count} {what}"))
        .join(", ")
}
