//! `plumbline report`: the papers that a decision needs.

use std::path::PathBuf;

use clap::ValueEnum;
use clap::builder::PossibleValue;
use plumbline_assess::{Assessor, DEFAULT_SEED};
use plumbline_knowledge::Provider;
use plumbline_report::{Format, Kind, Options, report};
use plumbline_source::Diagnostic;

use super::diagram::{day, file_stem};
use crate::exit::{Exit, Outcome, say};
use crate::output::{Target, print};
use crate::page::{Page, plain, styled};
use crate::session::{Session, answered_provider, choose_provider};
use crate::style::Style;

const EXAMPLES: &str = "\
Examples:
  plumbline report checkout.workload.yaml --kind one-pager
  plumbline report checkout.workload.yaml --kind adr -o docs/decisions/0007-checkout.md
  plumbline report checkout.workload.yaml --kind all --format html -o docs/
  plumbline report checkout.workload.yaml --kind review --provider azure --date 2026-11-21
  plumbline report --list

In a folder the files are called NAME-KIND.md or NAME-KIND.html, after the workload file.";

/// Arguments of `report`.
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLES)]
pub struct Args {
    /// The workload file; `-` for standard input
    #[arg(required_unless_present = "list")]
    file: Option<PathBuf>,
    /// Which document
    #[arg(long, value_enum, default_value = "one-pager")]
    kind: Wanted,
    /// Markdown, or one HTML page that needs nothing else
    #[arg(long, value_enum, default_value = "md")]
    format: Written,
    /// Whose services and mitigations are named; by default those of the provider that the file names
    #[arg(long, value_name = "aws|azure|gcp|self-hosted")]
    provider: Option<String>,
    /// The day of the document, such as 2026-11-21; today by default
    #[arg(long, value_name = "DAY")]
    date: Option<String>,
    /// A file or a folder; standard output by default, where there is one document
    #[arg(short, long, value_name = "PATH")]
    output: Option<PathBuf>,
    /// Overwrite files that are there
    #[arg(long, requires = "output")]
    force: bool,
    /// Print which documents there are
    #[arg(long)]
    list: bool,
}

/// One document, or all of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Wanted {
    One(Kind),
    All,
}

impl ValueEnum for Wanted {
    fn value_variants<'a>() -> &'a [Self] {
        &[
            Self::One(Kind::OnePager),
            Self::One(Kind::Adr),
            Self::One(Kind::Review),
            Self::One(Kind::Checklists),
            Self::One(Kind::LockIn),
            Self::One(Kind::Evolution),
            Self::All,
        ]
    }

    fn to_possible_value(&self) -> Option<PossibleValue> {
        Some(match self {
            Self::One(kind) => PossibleValue::new(kind.id()).help(kind.what()),
            Self::All => PossibleValue::new("all").help("each of them in a file of its own"),
        })
    }
}

/// What it is written in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Written(Format);

impl ValueEnum for Written {
    fn value_variants<'a>() -> &'a [Self] {
        &[Self(Format::Markdown), Self(Format::Html)]
    }

    fn to_possible_value(&self) -> Option<PossibleValue> {
        Some(PossibleValue::new(self.0.id()))
    }
}

/// Runs `report`.
pub fn run(args: &Args, session: &Session) -> Outcome {
    if args.list {
        let mut page = Page::new(session.out);
        for kind in Kind::ALL {
            page.wrapped(
                &[styled(Style::CODE, format!("{:<12}", kind.id()))],
                &[
                    plain(kind.label()),
                    styled(Style::DIM, format!(": {}", kind.what())),
                ],
            );
        }
        print(&page.into_text())?;
        return Ok(Exit::Fine);
    }
    let Some(file) = &args.file else {
        return Err(Diagnostic::error("no workload file is named")
            .help("name one, or `-` for standard input")
            .into());
    };
    let date = day(args.date.as_deref())?;
    let kinds = match args.kind {
        Wanted::One(kind) => vec![kind],
        Wanted::All => Kind::ALL.to_vec(),
    };
    let target = Target::new(args.output.as_deref(), args.force);
    target.has_room(kinds.len(), "documents").map_err(|error| {
        error.help("name a folder, as in `-o docs/`, or choose one with `--kind`")
    })?;
    let knowledge = session.knowledge()?;
    let mut workload = session.workload(&knowledge, file)?;
    if let Some(provider) = &args.provider {
        workload = choose_provider(&knowledge, &workload, provider)?;
    }
    let provider = answered_provider(&knowledge, &workload).unwrap_or_else(|| {
        say("note: the workload names no provider, so AWS is taken for mitigations and pictures; `--provider` chooses another\n");
        Provider::Aws
    });
    let assessment = Assessor::new(&knowledge).assess(&workload, DEFAULT_SEED);
    for kind in kinds {
        let Written(format) = args.format;
        let options = Options {
            date: &date,
            provider,
            templates: None,
        };
        let text = report(&knowledge, &workload, &assessment, kind, format, &options)
            .map_err(Diagnostic::from)?;
        target.write(
            &format!("{}-{}.{}", file_stem(file), kind.id(), format.id()),
            &text,
        )?;
    }
    Ok(Exit::Fine)
}
