//! `plumbline report`: the papers that a decision needs.

mod filing;
mod list;
mod templates;

use std::path::PathBuf;

use clap::builder::TypedValueParser;
use plumbline_assess::{Assessor, DEFAULT_SEED};
use plumbline_knowledge::Provider;
use plumbline_print::{PaperFile, PaperFormat, PrintError};
use plumbline_report::adr::{Dialect, Status};
use plumbline_report::{Kind, Options};
use plumbline_source::{Diagnostic, quote};

use super::diagram::{day, file_stem};
use crate::choice::{one_of, word};
use crate::exit::{Exit, Outcome, say};
use crate::output::Target;
use crate::session::{Session, answered_provider, choose_provider};

const EXAMPLES: &str = "\
Examples:
  plumbline report checkout.workload.yaml --kind one-pager
  plumbline report checkout.workload.yaml --kind adr --into docs/decisions
  plumbline report checkout.workload.yaml --kind adr --into docs/decisions --supersedes 7
  plumbline report checkout.workload.yaml --kind adr --trade-off cold-starts --dialect adr-tools
  plumbline report checkout.workload.yaml --kind checklists --format csv -o checklists.csv
  plumbline report checkout.workload.yaml --kind all --format pdf -o docs/
  plumbline report checkout.workload.yaml --kind review --format html --templates ours/ -o .
  plumbline report --list

In a folder the files are called NAME-KIND.md, NAME-KIND.pdf and so on, after the workload file. `--into` is
for folders of decision records: it looks which dialect they have (`adrs.toml`, `.adr-dir` or
`.log4brains.yml` in the folder or above it, else the records themselves), takes the next number, and
writes one new file. With `--supersedes` the status of the older record is changed, and nothing else.";

/// Arguments of `report`.
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLES)]
pub struct Args {
    /// The workload file; `-` for standard input
    #[arg(required_unless_present = "list")]
    file: Option<PathBuf>,
    /// Which document; `one-pager` by default
    #[arg(long, value_parser = kinds())]
    kind: Option<Wanted>,
    /// What it is written in
    #[arg(long, value_parser = formats(), default_value = PaperFormat::ALL[0].id())]
    format: PaperFormat,
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
    /// A folder with templates of your own, which stand for the built-in ones of the same names
    #[arg(long, value_name = "DIR")]
    templates: Option<PathBuf>,
    /// Print which documents there are, in which formats
    #[arg(long)]
    list: bool,
    #[command(flatten)]
    record: RecordArgs,
}

/// Arguments for decision records alone.
#[derive(Debug, clap::Args)]
#[command(next_help_heading = "Decision records (--kind adr)")]
struct RecordArgs {
    /// File the record in this folder, under the next number and in the folder's dialect
    #[arg(long, value_name = "DIR", conflicts_with = "output")]
    into: Option<PathBuf>,
    /// The form of the record; by default that of the folder, else MADR
    #[arg(long, value_parser = dialects())]
    dialect: Option<Dialect>,
    /// The record that this one supersedes: its number, or the name of its file
    #[arg(long, value_name = "RECORD", requires = "into")]
    supersedes: Option<String>,
    /// Decide on a trade-off of the verdict instead of on the verdict
    #[arg(long, value_name = "ID")]
    trade_off: Option<String>,
    /// How far the decision is; by default what the workload file has decided
    #[arg(long, value_parser = statuses())]
    status: Option<Status>,
}

impl RecordArgs {
    /// The first of these arguments that is given.
    fn given(&self) -> Option<&'static str> {
        [
            ("--into", self.into.is_some()),
            ("--dialect", self.dialect.is_some()),
            ("--supersedes", self.supersedes.is_some()),
            ("--trade-off", self.trade_off.is_some()),
            ("--status", self.status.is_some()),
        ]
        .into_iter()
        .find_map(|(name, given)| given.then_some(name))
    }
}

/// One document, or all of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Wanted {
    One(Kind),
    All,
}

fn kinds() -> impl TypedValueParser<Value = Wanted> {
    let each = Kind::ALL.map(|kind| (word(kind.id(), kind.what()), Wanted::One(kind)));
    let all = word("all", "each of them in a file of its own");
    one_of(each.into_iter().chain([(all, Wanted::All)]))
}

fn formats() -> impl TypedValueParser<Value = PaperFormat> {
    one_of(PaperFormat::ALL.map(|format| (word(format.id(), format.what()), format)))
}

fn dialects() -> impl TypedValueParser<Value = Dialect> {
    one_of(Dialect::ALL.map(|dialect| (word(dialect.id(), dialect.what()), dialect)))
}

fn statuses() -> impl TypedValueParser<Value = Status> {
    one_of(Status::ALL.map(|status| (word(status.id(), status.what()), status)))
}

/// Runs `report`.
pub fn run(args: &Args, session: &Session) -> Outcome {
    if args.list {
        list::print_list(session.out)?;
        return Ok(Exit::Fine);
    }
    let Some(file) = &args.file else {
        return Err(Diagnostic::error("no workload file is named")
            .help("name one, or `-` for standard input")
            .into());
    };
    let date = day(args.date.as_deref())?;
    let wanted = wanted(args)?;
    let target = Target::new(args.output.as_deref(), args.force);
    target
        .has_room(wanted.len(), "documents")
        .map_err(|error| {
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
    let templates = args.templates.as_deref().map(templates::read).transpose()?;
    let options = Options {
        date: &date,
        provider,
        templates: templates.as_ref(),
    };
    if args.record.given().is_some() {
        let subject = filing::Subject {
            knowledge: &knowledge,
            workload: &workload,
            assessment: &assessment,
            options: &options,
        };
        filing::file(&args.record, &subject, &target)?;
        return Ok(Exit::Fine);
    }
    for paper in wanted {
        let bytes = paper
            .write(&knowledge, &workload, &assessment, &options)
            .map_err(refusal)?;
        let (kind, extension) = (paper.kind().id(), paper.format().extension());
        target.write(&format!("{}-{kind}.{extension}", file_stem(file)), &bytes)?;
    }
    Ok(Exit::Fine)
}

/// The documents that were asked for.
fn wanted(args: &Args) -> Result<Vec<PaperFile>, Diagnostic> {
    let record = args.record.given();
    let kinds = match (args.kind, record) {
        (None, None) => vec![Kind::OnePager],
        (None | Some(Wanted::One(Kind::Adr)), Some(_)) => vec![Kind::Adr],
        (Some(_), Some(argument)) => {
            return Err(
                Diagnostic::error(format!("`{argument}` is for decision records"))
                    .help("choose `--kind adr`, or leave it out"),
            );
        }
        (Some(Wanted::One(kind)), None) => vec![kind],
        (Some(Wanted::All), None) => Kind::ALL.to_vec(),
    };
    if let (Some(argument), true) = (record, args.format.id() != "md") {
        return Err(Diagnostic::error(format!(
            "with `{argument}` a decision record is written in Markdown"
        ))
        .help("leave out `--format`"));
    }
    kinds
        .into_iter()
        .map(|kind| {
            PaperFile::new(kind, args.format).ok_or_else(|| no_such_format(kind, args.format))
        })
        .collect()
}

fn no_such_format(kind: Kind, format: PaperFormat) -> Diagnostic {
    let formats: Vec<&str> = formats_of(kind);
    let able: Vec<&str> = Kind::ALL
        .into_iter()
        .filter(|kind| PaperFile::new(*kind, format).is_some())
        .map(Kind::id)
        .collect();
    Diagnostic::error(format!(
        "{} can't be had as {}",
        quote(kind.id()),
        quote(format.id())
    ))
    .help(format!(
        "it is written as {}; what can be had as {} is {}",
        formats.join(" or "),
        quote(format.id()),
        able.join(", ")
    ))
}

/// The words for the formats that a kind can be had in.
fn formats_of(kind: Kind) -> Vec<&'static str> {
    let files = PaperFile::all_of(kind).into_iter();
    files.map(|file| file.format().id()).collect()
}

fn refusal(error: impl Into<PrintError>) -> Diagnostic {
    match error.into() {
        PrintError::Report(error) => error.into(),
        error => Diagnostic::error(error.message()).help(error.help()),
    }
}
