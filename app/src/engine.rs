//! The engine in the page: the built-in knowledge, and an assessment of it at hand.

use std::sync::{Arc, LazyLock};

use plumbline_assess::{Assessment, Assessor, DEFAULT_SEED};
use plumbline_knowledge::Knowledge;
use plumbline_source::{Diagnostic, Limits, decode};
use plumbline_workload::Workload;

/// The knowledge base.
#[must_use]
pub fn knowledge() -> &'static Knowledge {
    plumbline_builtin::knowledge()
}

/// The assessor, made ready once.
#[must_use]
pub fn assessor() -> &'static Assessor<'static> {
    static ASSESSOR: LazyLock<Assessor<'static>> = LazyLock::new(|| Assessor::new(knowledge()));
    &ASSESSOR
}

/// Assesses a workload.
#[must_use]
pub fn assess(workload: &Workload) -> Arc<Assessment> {
    Arc::new(assessor().assess(workload, DEFAULT_SEED))
}

/// Reads a workload file. `name` is what messages call it.
///
/// # Errors
/// What is wrong with it, where, and what to do; a line or two for each mistake.
pub fn read(name: &str, text: &str) -> Result<Workload, String> {
    let source = decode(name, text.as_bytes().to_vec(), &Limits::workload());
    source
        .map_err(|error| vec![error])
        .and_then(|source| plumbline_workload::load(knowledge(), &source))
        .map(|loaded| loaded.workload)
        .map_err(|errors| {
            let errors: Vec<String> = errors.iter().map(in_words).collect();
            errors.join("\n")
        })
}

fn in_words(error: &Diagnostic) -> String {
    match &error.help {
        Some(help) => format!("{error}\nhelp: {help}"),
        None => error.to_string(),
    }
}

/// Writes a workload file.
#[must_use]
pub fn write(workload: &Workload) -> String {
    plumbline_workload::save(knowledge(), workload)
}
