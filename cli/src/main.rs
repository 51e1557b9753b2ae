//! The `plumbline` program: every capability of Plumbline without a browser.

mod args;
mod chart;
mod choice;
mod commands;
mod data_folder;
mod date;
mod exit;
mod input;
mod output;
mod page;
mod session;
mod style;
mod terminal;

use std::process::ExitCode;

use clap::Parser;

fn main() -> ExitCode {
    let cli = args::Cli::parse();
    let session = session::Session::new(cli.color, cli.knowledge);
    match commands::run(cli.command, &session) {
        Ok(exit) => exit.into(),
        Err(failure) => {
            exit::report(&failure.0, &session.err);
            exit::Exit::BadInput.into()
        }
    }
}
