//! `plumbline portfolio`: many workloads, one line each.

mod row;
mod sheet;
mod stream;

use std::io::BufReader;
use std::path::{Path, PathBuf};

use clap::ValueEnum;
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use plumbline_assess::{Assessor, DEFAULT_SEED};
use plumbline_knowledge::Knowledge;
use plumbline_source::{Diagnostic, Limits, quote};
use rayon::prelude::*;

use crate::commands::assess::{CONDITIONS, FailOn};
use crate::exit::{Exit, Outcome, report, say};
use crate::input::{self, STDIN, is_workload, shell_word};
use crate::output::{Reader, print_some};
use crate::session::Session;
use row::{Row, Summary};
use sheet::Sheet;
use stream::Lines;

const EXAMPLES: &str = "\
Examples:
  plumbline portfolio services/                every *.workload.yaml below it
  plumbline portfolio a.workload.yaml b.workload.yaml --format csv > portfolio.csv
  plumbline portfolio - --format ndjson < workloads.ndjson
  generate | plumbline portfolio - | tail -8   workloads as JSON, one object per line
  plumbline portfolio services/ --fail-on severity=high --fail-on confidence-below=60

A file that can't be read or has mistakes is reported and doesn't stop the others; the exit code
is 2 then. Conditions are checked for each workload by itself. JSON workloads have the same fields
as workload files. Links are followed; folders that begin with a dot are not looked into.";

/// So many are assessed at once, and then written in their order.
const BATCH: usize = 256;
/// Nobody has more workload files than this in one place.
const MOST_FILES: usize = 1_000_000;

/// Arguments of `portfolio`.
#[derive(Debug, clap::Args)]
#[command(after_help = format!("{EXAMPLES}\n\n{CONDITIONS}"))]
pub struct Args {
    /// Workload files, folders of them, or `-` for JSON objects on standard input, one per line
    #[arg(required = true, value_name = "PATH")]
    paths: Vec<PathBuf>,
    /// What is printed
    #[arg(long, value_enum, default_value_t)]
    format: Format,
    /// End with exit code 1 when this holds of any workload (see below); can be given several times
    #[arg(long, value_name = "CONDITION", value_parser = FailOn::parse)]
    fail_on: Vec<FailOn>,
    /// For the samples that confidence is measured over
    #[arg(long, value_name = "N", default_value_t = DEFAULT_SEED, hide_default_value = true)]
    seed: u64,
}

/// How the lines are written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// For people
    #[default]
    Text,
    /// One object with all workloads and the summary
    Json,
    /// One object per line
    Ndjson,
    /// For spreadsheets
    Csv,
}

/// Where a workload comes from.
#[derive(Debug)]
enum Origin {
    /// A file.
    File(PathBuf),
    /// A line of standard input.
    Line(usize, Result<Vec<u8>, Diagnostic>),
}

/// Runs `portfolio`.
pub fn run(args: &Args, session: &Session) -> Outcome {
    let knowledge = session.knowledge()?;
    let assessor = Assessor::new(&knowledge);
    let (files, mut problems) = files(&args.paths);
    let from_stdin = args.paths.iter().any(|path| path == Path::new(STDIN));
    let mut run = Run {
        sheet: Sheet::new(args.format, session.out),
        summary: Summary::default(),
        bar: progress(session, files.len(), from_stdin),
        bad: 0,
        findings: 0,
    };
    let mut reader = run.write(&run.sheet.head())?;
    let assess = |origin: Origin| assess(&knowledge, &assessor, origin, args);
    for batch in files.chunks(BATCH) {
        if reader == Reader::Gone {
            break;
        }
        let rows: Vec<Row> = batch
            .par_iter()
            .map(|path| assess(Origin::File(path.clone())))
            .collect();
        reader = run.take(rows, session)?;
    }
    if from_stdin {
        let mut lines = Lines::new(
            BufReader::new(std::io::stdin().lock()),
            Limits::workload().bytes,
        );
        while reader == Reader::There {
            let batch: Vec<(usize, Result<Vec<u8>, Diagnostic>)> =
                lines.by_ref().take(BATCH).collect();
            if batch.is_empty() {
                break;
            }
            let rows: Vec<Row> = batch
                .into_par_iter()
                .map(|(number, line)| assess(Origin::Line(number, line)))
                .collect();
            reader = run.take(rows, session)?;
        }
    }
    run.bar.finish_and_clear();
    if reader == Reader::Gone {
        // Whoever read has seen enough, and does not ask how the rest would have been.
        return Ok(Exit::Fine);
    }
    run.write(&run.sheet.foot(&run.summary))?;
    let bad = run.bad > 0 || !problems.is_empty();
    if !problems.is_empty() {
        problems.truncate(50);
        report(&problems, &session.err);
    }
    Ok(if bad {
        Exit::BadInput
    } else if run.findings > 0 {
        Exit::Findings
    } else {
        Exit::Fine
    })
}

/// What has been written so far.
struct Run {
    sheet: Sheet,
    summary: Summary,
    bar: ProgressBar,
    /// Rows with mistakes.
    bad: usize,
    /// Conditions of `--fail-on` that were met.
    findings: usize,
}

impl Run {
    /// Writes rows and what is wrong with them.
    fn take(&mut self, rows: Vec<Row>, session: &Session) -> Result<Reader, Diagnostic> {
        let mut text = String::new();
        for row in &rows {
            self.summary.count(row);
            text.push_str(&self.sheet.row(row));
        }
        if self.write(&text)? == Reader::Gone {
            return Ok(Reader::Gone);
        }
        for row in &rows {
            if let Err(errors) = &row.found {
                self.bad += 1;
                self.bar.suspend(|| report(errors, &session.err));
            }
            for finding in &row.findings {
                self.findings += 1;
                let text = format!("{}: {finding}\n", quote(&row.source));
                self.bar.suspend(|| say(&text));
            }
        }
        self.bar.inc(rows.len() as u64);
        Ok(Reader::There)
    }

    fn write(&self, text: &str) -> Result<Reader, Diagnostic> {
        self.bar.suspend(|| print_some(text))
    }
}

/// The files that paths name, in the order of the paths, and what is wrong with the paths.
fn files(paths: &[PathBuf]) -> (Vec<PathBuf>, Vec<Diagnostic>) {
    let mut files = Vec::new();
    let mut problems = Vec::new();
    for path in paths.iter().filter(|path| *path != Path::new(STDIN)) {
        if !path.is_dir() {
            files.push(path.clone());
            continue;
        }
        match input::below(path, is_workload, MOST_FILES) {
            Ok(found) if found.is_empty() => {
                let name = quote(&path.to_string_lossy());
                let inside = path.join("checkout.workload.yaml");
                problems.push(
                    Diagnostic::error(format!("there are no workload files in {name}")).help(
                        format!(
                            "they are called `*.workload.yaml`; `plumbline new {}` writes one",
                            shell_word(&inside)
                        ),
                    ),
                );
            }
            Ok(found) => files.extend(found),
            Err(error) => problems.push(error),
        }
    }
    (files, problems)
}

fn assess(knowledge: &Knowledge, assessor: &Assessor<'_>, origin: Origin, args: &Args) -> Row {
    let (name, source) = match origin {
        Origin::File(path) => (
            path.to_string_lossy().into_owned(),
            input::read(&path, &Limits::workload()),
        ),
        Origin::Line(number, line) => {
            let name = format!("standard input, line {number}");
            let source =
                line.and_then(|bytes| plumbline_source::decode(&name, bytes, &Limits::workload()));
            (format!("-:{number}"), source)
        }
    };
    let found = source
        .map_err(|error| vec![error])
        .and_then(|source| plumbline_workload::load(knowledge, &source))
        .map(|loaded| {
            (
                assessor.assess(&loaded.workload, args.seed),
                loaded.warnings,
            )
        });
    Row::new(name, found, &args.fail_on)
}

/// A progress bar where a person watches and there is time to watch.
fn progress(session: &Session, files: usize, from_stdin: bool) -> ProgressBar {
    /// Fewer are done before anybody has looked.
    const WORTH_IT: usize = 64;
    if !session.err.interactive || (files < WORTH_IT && !from_stdin) {
        return ProgressBar::with_draw_target(None, ProgressDrawTarget::hidden());
    }
    let (length, template) = if from_stdin {
        (None, "{spinner} {pos} workloads in {elapsed}")
    } else {
        (
            Some(files as u64),
            "{bar:40} {pos} of {len} workloads, {eta} left",
        )
    };
    let style =
        ProgressStyle::with_template(template).unwrap_or_else(|_| ProgressStyle::default_bar());
    ProgressBar::with_draw_target(length, ProgressDrawTarget::stderr_with_hz(8)).with_style(style)
}
