//! `plumbline diagram`: the reference architecture, drawn.

mod graph;

use std::path::{Path, PathBuf};

use clap::ValueEnum;
use clap::builder::{PossibleValue, TypedValueParser};
use plumbline_assess::{Assessor, DEFAULT_SEED};
use plumbline_design::{Architecture, Request, architecture, system};
use plumbline_diagram::{Font, Style, Theme};
use plumbline_knowledge::{Knowledge, Provider, is_iso_date};
use plumbline_print::{DiagramFormat, PrintError};
use plumbline_source::{Diagnostic, did_you_mean, quote};
use plumbline_workload::{Workload, providers};

use crate::choice::{one_of, word};
use crate::date::today;
use crate::exit::{Exit, Outcome, say};
use crate::input::stem;
use crate::output::Target;
use crate::session::{Session, answered_cloud, choose_provider};

const EXAMPLES: &str = "\
Examples:
  plumbline diagram checkout.workload.yaml --provider all -o diagrams/
  plumbline diagram checkout.workload.yaml --provider gcp --part api -o api.svg
  plumbline diagram checkout.workload.yaml --part all --format pdf -o diagrams/
  plumbline diagram checkout.workload.yaml --format mermaid >> README.md
  plumbline diagram docs/graph.json --graph --format drawio -o graph.drawio
  plumbline diagram checkout.workload.yaml --part api --pattern async-api --theme dark -o .

Without `--part`, all parts stand in one picture. In a folder the files are called
NAME-PROVIDER.svg or NAME-PART-PROVIDER.svg, after the workload file. Each provider is drawn with
the verdict that holds there. Without `--pattern` the one is drawn that fits best;
`plumbline knowledge list patterns` prints all of them.";

/// Arguments of `diagram`.
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLES)]
pub struct Args {
    /// The workload file; `-` for standard input
    file: PathBuf,
    /// The file is a graph of your own in JSON, drawn as it is
    #[arg(long, conflicts_with_all = ["provider", "pattern", "part", "date"])]
    graph: bool,
    /// Whose services are drawn; by default those of the provider that the file names, else of all three
    #[arg(long, value_enum)]
    provider: Option<Cloud>,
    /// What is written
    #[arg(long, value_parser = formats(), default_value = DiagramFormat::ALL[0].id())]
    format: DiagramFormat,
    /// The pattern to draw; by default the one that fits best
    #[arg(long, value_name = "ID")]
    pattern: Option<String>,
    /// The part to draw alone, or `all` for one file each; by default they share a picture
    #[arg(long, value_name = "ID|all")]
    part: Option<String>,
    /// Light or dark; auto follows the reader's system
    #[arg(long, value_parser = themes(), default_value = Theme::Auto.id())]
    theme: Theme,
    /// The day in the title block, such as 2026-11-21; today by default
    #[arg(long, value_name = "DAY")]
    date: Option<String>,
    /// A file or a folder; standard output by default, where there is one picture
    #[arg(short, long, value_name = "PATH")]
    output: Option<PathBuf>,
    /// Overwrite files that are there
    #[arg(long, requires = "output")]
    force: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Cloud {
    Aws,
    Azure,
    Gcp,
    All,
}

fn formats() -> impl TypedValueParser<Value = DiagramFormat> {
    one_of(DiagramFormat::ALL.map(|format| (word(format.id(), format.label()), format)))
}

fn themes() -> impl TypedValueParser<Value = Theme> {
    one_of(Theme::ALL.map(|theme| (PossibleValue::new(theme.id()), theme)))
}

/// Runs `diagram`.
pub fn run(args: &Args, session: &Session) -> Outcome {
    // A file stands alone: who opens it needn't have the typeface.
    let style = Style {
        theme: args.theme,
        font: Font::Embedded,
    };
    if args.graph {
        let diagram = graph::graph(&args.file)?;
        let name = format!("{}.{}", file_stem(&args.file), args.format.extension());
        let bytes = args.format.write(&diagram, style).map_err(undrawn)?;
        Target::new(args.output.as_deref(), args.force).write(&name, &bytes)?;
        return Ok(Exit::Fine);
    }
    let knowledge = session.knowledge()?;
    let date = day(args.date.as_deref())?;
    let pattern = args
        .pattern
        .as_deref()
        .map(|id| find_pattern(&knowledge, id))
        .transpose()?;
    let workload = session.workload(&knowledge, &args.file)?;
    let pictures = pictures(&workload, args.part.as_deref())?;
    if pattern.is_some() && pictures == [Picture::Together] && workload.parts.len() > 1 {
        return Err(
            Diagnostic::error("a pattern is of one part, and this workload has several")
                .help("name the part too, with `--part`")
                .into(),
        );
    }
    let clouds: Vec<Provider> = match (args.provider, answered_cloud(&knowledge, &workload)) {
        (Some(Cloud::Aws), _) => vec![Provider::Aws],
        (Some(Cloud::Azure), _) => vec![Provider::Azure],
        (Some(Cloud::Gcp), _) => vec![Provider::Gcp],
        (None, Some(answered)) => vec![answered],
        (Some(Cloud::All), _) | (None, None) => Provider::CLOUDS.to_vec(),
    };
    let target = Target::new(args.output.as_deref(), args.force);
    target
        .has_room(pictures.len() * clouds.len(), "diagrams")
        .map_err(|error| {
            error.help(
                "name a folder, as in `-o diagrams/`, or choose one with `--part` and `--provider`",
            )
        })?;
    let assessor = Assessor::new(&knowledge);
    for provider in clouds {
        let workload = if providers(&knowledge).is_empty() {
            workload.clone()
        } else {
            choose_provider(&knowledge, &workload, provider.id())?
        };
        let assessment = assessor.assess(&workload, DEFAULT_SEED);
        let request = Request {
            provider,
            pattern,
            date: &date,
        };
        for picture in &pictures {
            let diagram = match *picture {
                Picture::Part(part) => {
                    let drawn = architecture(&knowledge, &workload, &assessment, part, &request);
                    let drawn = drawn.ok_or_else(no_pattern)?;
                    tell(&knowledge, &workload, part, &request, &drawn);
                    drawn.diagram
                }
                Picture::Together => {
                    system(&knowledge, &workload, &assessment, &request).ok_or_else(no_pattern)?
                }
            };
            let bytes = args.format.write(&diagram, style).map_err(undrawn)?;
            let part = match *picture {
                Picture::Part(part) if !workload.implicit_part => workload.parts.get(part),
                Picture::Part(_) | Picture::Together => None,
            };
            target.write(
                &format!(
                    "{}{}-{}.{}",
                    file_stem(&args.file),
                    part.map_or_else(String::new, |part| format!("-{}", part.id)),
                    provider.id(),
                    args.format.extension()
                ),
                &bytes,
            )?;
        }
    }
    Ok(Exit::Fine)
}

/// What stands in a picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Picture {
    /// All parts.
    Together,
    /// The part of this number.
    Part(usize),
}

fn undrawn(error: PrintError) -> Diagnostic {
    Diagnostic::error(error.message()).help(error.help())
}

fn no_pattern() -> Diagnostic {
    Diagnostic::error("this knowledge base has no pattern to draw").help("add one to `patterns/`")
}

/// Which pattern was taken, and which would have been next.
fn tell(
    knowledge: &Knowledge,
    workload: &Workload,
    part: usize,
    request: &Request<'_>,
    drawn: &Architecture,
) {
    let Some(pattern) = knowledge.patterns.get(drawn.pattern) else {
        return;
    };
    let name = workload
        .parts
        .get(part)
        .map_or("", |part| part.name.as_str());
    let others: Vec<&str> = drawn
        .others
        .iter()
        .take(2)
        .filter_map(|fit| knowledge.patterns.get(fit.pattern))
        .map(|other| other.id.as_str())
        .collect();
    let next = if request.pattern.is_some() || others.is_empty() {
        String::new()
    } else {
        format!("; next best: {}", others.join(", "))
    };
    let safe: String = name
        .chars()
        .filter(|character| !character.is_control())
        .collect();
    say(&format!(
        "{safe} on {}: {} ({}{next})\n",
        request.provider.label(),
        pattern.name,
        pattern.id
    ));
}

/// What is to be drawn: one picture of everything where no part is named, and a part alone where the
/// workload has only one.
fn pictures(workload: &Workload, wanted: Option<&str>) -> Result<Vec<Picture>, Diagnostic> {
    let ids: Vec<&str> = workload.parts.iter().map(|part| part.id.as_str()).collect();
    let wanted = match (wanted, ids.as_slice()) {
        (None, [_]) => return Ok(vec![Picture::Part(0)]),
        (None, _) => return Ok(vec![Picture::Together]),
        (Some(wanted), _) => wanted,
    };
    if let Some(part) = ids.iter().position(|id| *id == wanted) {
        return Ok(vec![Picture::Part(part)]);
    }
    if wanted == "all" {
        return Ok((0..ids.len()).map(Picture::Part).collect());
    }
    let error = Diagnostic::error(format!("the workload has no part {}", quote(wanted)));
    Err(match did_you_mean(wanted, ids.iter().copied()) {
        Some(near) => error.help(format!("did you mean {}?", quote(near))),
        None if workload.implicit_part => error.help("it names no parts; leave out `--part`"),
        None => error.help(format!("its parts are {}", ids.join(", "))),
    })
}

fn find_pattern(knowledge: &Knowledge, id: &str) -> Result<usize, Diagnostic> {
    knowledge.pattern(id).ok_or_else(|| {
        let error = Diagnostic::error(format!("there is no pattern {}", quote(id)));
        match did_you_mean(
            id,
            knowledge.patterns.iter().map(|pattern| pattern.id.as_str()),
        ) {
            Some(near) => error.help(format!("did you mean {}?", quote(near))),
            None => error.help("`plumbline knowledge list patterns` prints all of them"),
        }
    })
}

/// The day that was asked for, or today.
///
/// # Errors
/// When it isn't a day.
pub fn day(asked: Option<&str>) -> Result<String, Diagnostic> {
    match asked {
        None => Ok(today()),
        Some(day) if day.len() == 10 && is_iso_date(day) => Ok(day.to_owned()),
        Some(day) => Err(
            Diagnostic::error(format!("{} is not a day of the calendar", quote(day)))
                .help("write it as year, month and day: `2026-11-21`"),
        ),
    }
}

/// What files that are made from a workload file are called after.
#[must_use]
pub fn file_stem(file: &Path) -> String {
    let name = file.file_name().unwrap_or_default().to_string_lossy();
    match stem(&name) {
        "" | "-" => "workload".to_owned(),
        stem => stem.to_owned(),
    }
}
