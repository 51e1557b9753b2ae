//! `plumbline schema`: JSON Schemas, for editors and for whoever reads our JSON.

use clap::ValueEnum;
use plumbline_workload::json_schema;

use crate::exit::{Exit, Outcome};
use crate::output::print;
use crate::session::Session;

/// The schema of what `assess --format json` prints.
pub const ASSESSMENT: &str = include_str!("../../schema/assessment.schema.json");

const EXAMPLES: &str = "\
Examples:
  plumbline schema workload > workload.schema.json
  plumbline schema assessment > assessment.schema.json

With the first, editors that know the YAML language server complete and check workload files that
begin with the line
  # yaml-language-server: $schema=workload.schema.json";

/// Arguments of `schema`.
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLES)]
pub struct Args {
    /// What it describes
    #[arg(value_enum)]
    of: Of,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum Of {
    /// What `plumbline assess --format json` prints
    Assessment,
    /// Workload files
    Workload,
}

/// Runs `schema`.
pub fn run(args: &Args, session: &Session) -> Outcome {
    match args.of {
        Of::Assessment => print(ASSESSMENT)?,
        Of::Workload => print(&format!(
            "{:#}\n",
            json_schema(session.knowledge()?.as_ref())
        ))?,
    }
    Ok(Exit::Fine)
}
