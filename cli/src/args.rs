//! What can be typed: the commands and what all of them understand.

use std::path::PathBuf;

use clap::builder::styling::{AnsiColor, Styles};
use clap::{Parser, Subcommand};

use crate::commands::{
    assess, compare, completions, diagram, explain, knowledge, new, portfolio, questions, report,
    schema, serve,
    store::{backup, export, import, restore},
};
use crate::terminal::ColourChoice;

/// Headings as in the program's own output, not underlined.
const STYLES: Styles = Styles::styled()
    .header(AnsiColor::BrightWhite.on_default().bold())
    .usage(AnsiColor::BrightWhite.on_default().bold())
    .literal(AnsiColor::Cyan.on_default())
    .placeholder(AnsiColor::Green.on_default());

const ABOUT: &str = "\
Says whether a workload should run on functions (FaaS), on serverless containers, on always-on \
machines or on a mix, and why, clause by clause.

Everything runs offline. A workload is a YAML file beside the code; what you don't know, you leave out.";

const EXAMPLES: &str = "\
Examples:
  plumbline new checkout.workload.yaml         write a workload file to fill in
  plumbline assess checkout.workload.yaml      where it should run, and why
  plumbline explain cold-starts                what stands behind a word in the verdict
  plumbline report checkout.workload.yaml --kind adr -o docs/
  plumbline portfolio services/                one line for each workload

Exit codes: 0 fine, 1 findings above `--fail-on`, 2 bad use or bad input.";

/// The command line.
#[derive(Debug, Parser)]
#[command(name = "plumbline", version, about = "Should this workload be serverless?", long_about = ABOUT, after_help = EXAMPLES, styles = STYLES)]
#[command(
    max_term_width = 110,
    disable_help_subcommand = true,
    arg_required_else_help = true
)]
pub struct Cli {
    /// What to do.
    #[command(subcommand)]
    pub command: Command,

    /// When to colour; `NO_COLOR` and `CLICOLOR_FORCE` are respected
    #[arg(
        long,
        alias = "colour",
        global = true,
        value_enum,
        value_name = "WHEN",
        default_value_t,
        hide_possible_values = true,
        help = "Colour: auto, always or never [default: auto]",
        hide_default_value = true
    )]
    pub color: ColourChoice,

    /// A folder of your own knowledge, laid over the built-in one
    #[arg(long, global = true, value_name = "DIR")]
    pub knowledge: Option<PathBuf>,
}

/// A command.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Write a workload file to fill in
    New(new::Args),
    /// List the questions of the questionnaire
    Questions(questions::Args),
    /// Assess a workload: the verdict and why
    Assess(assess::Args),
    /// Explain a rule, question, service, pattern, claim, trade-off, limit or checklist item
    Explain(explain::Args),
    /// Draw the reference architecture on AWS, Azure and Google Cloud
    Diagram(diagram::Args),
    /// Write the papers that the decision needs: one-pager, ADR, review, checklists
    Report(report::Args),
    /// Assess many workloads, one line each
    Portfolio(portfolio::Args),
    /// Start the app, and print the link that opens it in a browser
    Serve(serve::Args),
    /// Copy the app's workloads
    Backup(backup::Args),
    /// Bring a copy of the app's workloads back
    Restore(restore::Args),
    /// Write the app's workloads as files
    Export(export::Args),
    /// Take workload files into the app
    Import(import::Args),
    /// Compare two workloads, or two versions of one
    Compare(compare::Args),
    /// Check, map or list the knowledge
    Knowledge(knowledge::Args),
    /// Print a JSON Schema
    Schema(schema::Args),
    /// Print a script that completes commands in your shell
    Completions(completions::Args),
}
