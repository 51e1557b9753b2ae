//! The commands, one file each.

pub mod assess;
pub mod compare;
pub mod completions;
pub mod diagram;
pub mod explain;
pub mod knowledge;
pub mod new;
pub mod portfolio;
pub mod questions;
pub mod report;
pub mod schema;
pub mod serve;
pub mod store;

use crate::args::Command;
use crate::exit::Outcome;
use crate::session::Session;

/// Runs a command.
///
/// # Errors
/// Everything that kept it from doing its work.
pub fn run(command: Command, session: &Session) -> Outcome {
    match command {
        Command::New(args) => new::run(&args, session),
        Command::Questions(args) => questions::run(&args, session),
        Command::Assess(args) => assess::run(&args, session),
        Command::Explain(args) => explain::run(&args, session),
        Command::Diagram(args) => diagram::run(&args, session),
        Command::Report(args) => report::run(&args, session),
        Command::Portfolio(args) => portfolio::run(&args, session),
        Command::Compare(args) => compare::run(&args, session),
        Command::Knowledge(args) => knowledge::run(&args, session),
        Command::Serve(args) => serve::run(&args),
        Command::Backup(args) => store::backup::run(&args),
        Command::Restore(args) => store::restore::run(&args),
        Command::Export(args) => store::export::run(&args, session),
        Command::Import(args) => store::import::run(&args, session),
        Command::Schema(args) => schema::run(&args, session),
        Command::Completions(args) => completions::run(&args),
    }
}
