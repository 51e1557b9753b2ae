//! `plumbline import`: files into the store.

use std::path::PathBuf;

use plumbline_source::{Diagnostic, Limits};
use plumbline_workload::load;

use super::{Data, open, refused};
use crate::exit::{Exit, Failure, Outcome, report, say};
use crate::input;
use crate::session::Session;

const EXAMPLES: &str = "\
Examples:
  plumbline import checkout.workload.yaml
  plumbline import services/*.workload.yaml --data ~/team/plumbline

Every file is checked as `plumbline assess` does, and if one has a mistake, none is taken. Files stay
where they are; each becomes a new workload, also one that was imported before. The app may be open
meanwhile.";

/// Arguments of `import`.
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLES)]
pub struct Args {
    /// Workload files; `-` for standard input
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,
    #[command(flatten)]
    data: Data,
}

/// Runs `import`.
pub fn run(args: &Args, session: &Session) -> Outcome {
    let knowledge = session.knowledge()?;
    let mut texts = Vec::new();
    let mut errors: Vec<Diagnostic> = Vec::new();
    for path in &args.files {
        let source = match input::read(path, &Limits::workload()) {
            Ok(source) => source,
            Err(error) => {
                errors.push(error);
                continue;
            }
        };
        match load(&knowledge, &source) {
            Ok(loaded) if loaded.warnings.is_empty() => {}
            Ok(loaded) => report(&loaded.warnings, &session.err),
            Err(mistakes) => errors.extend(mistakes),
        }
        texts.push(source);
    }
    if !errors.is_empty() {
        return Err(Failure(errors));
    }
    let texts: Vec<&str> = texts.iter().map(|source| source.text.as_str()).collect();
    let folder = args.data.folder()?;
    open(&folder)?.create_all(&texts).map_err(refused)?;
    say(&format!(
        "imported {} {} into {}\n",
        texts.len(),
        if texts.len() == 1 {
            "workload"
        } else {
            "workloads"
        },
        input::shell_word(&folder)
    ));
    Ok(Exit::Fine)
}
