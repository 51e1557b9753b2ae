//! `plumbline assess`: the verdict and why.

mod decided;
mod evidence;
mod fail_on;
mod markdown;
mod part;
mod text;
mod trade_offs;

use std::path::PathBuf;

use clap::ValueEnum;
use plumbline_assess::{Assessor, DEFAULT_SEED};

use super::diagram::file_stem;
use crate::exit::{Exit, Outcome, say};
use crate::output::Target;
use crate::page::Page;
use crate::session::{Session, choose_provider};
use decided::Decided;

pub use evidence::{clause, of};
pub use fail_on::{CONDITIONS, FailOn};

const EXAMPLES: &str = "\
Examples:
  plumbline assess checkout.workload.yaml
  plumbline assess checkout.workload.yaml --all | less -R
  plumbline assess checkout.workload.yaml --provider azure --format markdown -o verdict.md
  plumbline assess checkout.workload.yaml --format json | jq .verdict
  plumbline assess - --fail-on severity=high --fail-on readiness-below=60 < checkout.workload.yaml";

/// Arguments of `assess`.
#[derive(Debug, clap::Args)]
#[command(after_help = format!("{EXAMPLES}\n\n{CONDITIONS}"))]
pub struct Args {
    /// The workload file; `-` for standard input
    file: PathBuf,
    /// Assess for this provider, whatever the file says
    #[arg(long, value_name = "aws|azure|gcp|…")]
    provider: Option<String>,
    /// What is printed
    #[arg(long, value_enum, default_value_t)]
    format: Format,
    /// End with exit code 1 when this holds (see below); can be given several times
    #[arg(long, value_name = "CONDITION", value_parser = FailOn::parse)]
    fail_on: Vec<FailOn>,
    /// Show everything: all evidence with reasons and sources, all changes, questions and mitigations
    #[arg(short = 'v', long = "all", alias = "verbose")]
    all: bool,
    /// For the samples that confidence is measured over; the same seed gives the same figures
    #[arg(long, value_name = "N", default_value_t = DEFAULT_SEED, hide_default_value = true)]
    seed: u64,
    /// Write to a file or folder instead of standard output
    #[arg(short, long, value_name = "PATH")]
    output: Option<PathBuf>,
    /// Overwrite the file that `--output` names
    #[arg(long, requires = "output")]
    force: bool,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
enum Format {
    /// For people
    #[default]
    Text,
    /// For programs; `plumbline schema assessment` describes it
    Json,
    /// For documents
    Markdown,
}

/// Runs `assess`.
pub fn run(args: &Args, session: &Session) -> Outcome {
    let knowledge = session.knowledge()?;
    let mut workload = session.workload(&knowledge, &args.file)?;
    if let Some(provider) = &args.provider {
        workload = choose_provider(&knowledge, &workload, provider)?;
    }
    let assessment = Assessor::new(&knowledge).assess(&workload, args.seed);
    let decided = Decided::of(&workload);
    let target = Target::new(args.output.as_deref(), args.force);
    let (text, extension) = match args.format {
        Format::Text => {
            let mut terminal = session.out;
            terminal.colour &= target.is_stdout();
            let mut page = Page::new(terminal);
            text::write(&mut page, &assessment, &decided, args.all, &args.file);
            (page.into_text(), "txt")
        }
        Format::Json => (json(&assessment), "json"),
        Format::Markdown => (markdown::write(&assessment, &decided, args.all), "md"),
    };
    target.write(
        &format!("{}-assessment.{extension}", file_stem(&args.file)),
        &text,
    )?;
    let findings: Vec<String> = args
        .fail_on
        .iter()
        .filter_map(|condition| condition.met_by(&assessment))
        .collect();
    for finding in &findings {
        say(&format!("{finding}\n"));
    }
    Ok(if findings.is_empty() {
        Exit::Fine
    } else {
        Exit::Findings
    })
}

/// A value of the engine as JSON for people and programs.
pub fn json(value: &impl serde::Serialize) -> String {
    // The types of the engine have neither maps with odd keys nor anything else that JSON lacks.
    let mut text = serde_json::to_string_pretty(value).unwrap_or_default();
    text.push('\n');
    text
}
