//! A workload file as it comes from the page.

use std::sync::Arc;

use plumbline_api::{Problem, ProblemKind};
use plumbline_builtin::knowledge;
use plumbline_source::{Diagnostic, Limits, Source, decode};
use plumbline_workload::{Workload, load};

/// What the page's text is called in messages.
const NAME: &str = "workload.yaml";

/// A file that can be read.
#[derive(Debug)]
pub struct File {
    /// Its text, without a byte order mark.
    pub source: Arc<Source>,
    /// What it says.
    pub workload: Workload,
}

/// Reads a workload file.
///
/// # Errors
/// [`ProblemKind::Invalid`] with everything that is wrong with the file, and where.
pub fn read(text: &str) -> Result<File, Problem> {
    let source = decode(NAME, text.as_bytes().to_vec(), &Limits::workload())
        .map_err(|error| refused(&[error]))?;
    let loaded = load(knowledge(), &source).map_err(|errors| refused(&errors))?;
    Ok(File {
        source,
        workload: loaded.workload,
    })
}

fn refused(errors: &[Diagnostic]) -> Problem {
    let rendered: Vec<String> = errors.iter().map(|error| error.render(false)).collect();
    Problem::new(
        ProblemKind::Invalid,
        rendered.join("\n\n"),
        "mend the file where the message points, and try again",
    )
}
