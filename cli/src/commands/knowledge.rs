//! `plumbline knowledge`: the knowledge base itself.

mod check;
mod coverage;
mod list;

use std::path::PathBuf;

use clap::{Subcommand, ValueEnum};

use crate::exit::Outcome;
use crate::session::Session;

const EXAMPLES: &str = "\
Examples:
  plumbline knowledge check our-knowledge/     what is wrong with a folder of knowledge
  plumbline knowledge coverage                 which entries cover which section of the guides
  plumbline knowledge list rules";

const CHECK: &str = "\
Examples:
  plumbline knowledge check                    the built-in knowledge
  plumbline knowledge check our-knowledge/     an overlay, together with what it is laid over
  plumbline knowledge check knowledge/         a whole knowledge base

A folder with a `dimensions.yaml` of its own is a whole knowledge base and is checked by itself; any
other is an overlay. Mistakes end with exit code 2; warnings alone don't.";

const COVERAGE: &str = "\
Examples:
  plumbline knowledge coverage
  plumbline knowledge coverage --format json | jq '.[] | select(.entries == [])'

A section that nothing covers ends with exit code 1.";

const LIST: &str = "\
Examples:
  plumbline knowledge list                     how many there are of each kind
  plumbline knowledge list rules
  plumbline knowledge list services | grep aws-";

/// Arguments of `knowledge`.
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLES)]
pub struct Args {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Check a knowledge base or an overlay
    #[command(after_help = CHECK)]
    Check {
        /// The folder; left out, the built-in knowledge (with `--knowledge`, that overlay)
        folder: Option<PathBuf>,
    },
    /// Which entries cover which section of the guides
    #[command(after_help = COVERAGE)]
    Coverage {
        /// What is printed
        #[arg(long, value_enum, default_value_t)]
        format: Format,
    },
    /// Ids with titles
    #[command(after_help = LIST)]
    List {
        /// Of which kind; left out, how many there are of each
        #[arg(value_enum)]
        kind: Option<list::Kind>,
    },
}

/// How the map is written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// For people
    #[default]
    Text,
    /// For programs
    Json,
}

/// Runs `knowledge`.
pub fn run(args: &Args, session: &Session) -> Outcome {
    match &args.command {
        Command::Check { folder } => check::run(folder.as_deref(), session),
        Command::Coverage { format } => coverage::run(*format, session),
        Command::List { kind } => list::run(*kind, session),
    }
}
