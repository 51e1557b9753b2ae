//! Every pattern on every cloud, with nothing answered and with answers that call for much, and whole
//! workloads with the ways to their functions, as SVG files to be looked at:
//! `cargo run -p plumbline-design --example draw_all -- FOLDER [WORKLOAD …]`

use std::error::Error;
use std::path::Path;
use std::{env, fs};

use plumbline_assess::{Assessor, DEFAULT_SEED};
use plumbline_builtin::knowledge;
use plumbline_design::{Request, architecture, evolution, migration, system};
use plumbline_diagram::{Diagram, Format, Theme};
use plumbline_knowledge::Provider;
use plumbline_source::Source;
use plumbline_workload::{Entry, Workload, load, parse_answer};

const DATE: &str = "2026-11-21";

/// Answers that call for much.
const MUCH: &str = "trigger=http,queue,schedule; public_entry=yes; private_network=yes; regions=standby; \
    weak_downstream=yes; failed_messages=parked; cacheable=50 %; steps_per_request=3; waiting=person; \
    slow_start=never; latency_target=200 ms; duplicates=harmful; availability=high; sync_hops=4; \
    portability_need=required; provider_services=embrace";

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = env::args().skip(1);
    let folder = arguments.next().ok_or("name a folder to draw into")?;
    let folder = Path::new(&folder);
    fs::create_dir_all(folder)?;
    for (name, answers) in [
        ("nothing", String::new()),
        ("relational", format!("{MUCH}; store=relational")),
        (
            "key-value",
            format!("{MUCH}; store=key-value; trigger=http,file,stream,device"),
        ),
    ] {
        let workload = answered(name, &answers)?;
        for provider in Provider::CLOUDS {
            draw_patterns(folder, name, &workload, provider)?;
        }
    }
    for file in arguments {
        let source = Source::new(file.clone(), fs::read_to_string(&file)?);
        let loaded = load(knowledge(), &source).map_err(|_| "the workload has mistakes")?;
        let stem = Path::new(&file).file_stem().unwrap_or_default();
        draw_ways(folder, &stem.to_string_lossy(), &loaded.workload)?;
    }
    Ok(())
}

fn answered(name: &str, answers: &str) -> Result<Workload, Box<dyn Error>> {
    let mut workload = Workload::new(name);
    for answer in answers
        .split(';')
        .map(str::trim)
        .filter(|one| !one.is_empty())
    {
        let (question, answer) = answer.split_once('=').ok_or("an answer has no `=`")?;
        let slot = knowledge()
            .question(question)
            .ok_or("there is no such question")?;
        let answer = parse_answer(knowledge(), slot, answer)?;
        workload.answers.set(slot, Entry::answered(answer));
    }
    Ok(workload)
}

fn draw_patterns(
    folder: &Path,
    name: &str,
    workload: &Workload,
    provider: Provider,
) -> Result<(), Box<dyn Error>> {
    let workload = workload
        .on_provider(knowledge(), provider.id())
        .ok_or("no such provider")?;
    let assessment = Assessor::new(knowledge()).assess(&workload, DEFAULT_SEED);
    for (pattern, known) in knowledge().patterns.iter().enumerate() {
        let request = Request {
            provider,
            pattern: Some(pattern),
            date: DATE,
        };
        let drawn = architecture(knowledge(), &workload, &assessment, 0, &request);
        let diagram = drawn.ok_or("a pattern can't be drawn")?.diagram;
        let file = format!("{}.{name}.{}", known.id, provider.id());
        write(folder, &file, &diagram)?;
    }
    Ok(())
}

fn draw_ways(folder: &Path, name: &str, workload: &Workload) -> Result<(), Box<dyn Error>> {
    for provider in Provider::CLOUDS {
        let workload = workload
            .on_provider(knowledge(), provider.id())
            .ok_or("no such provider")?;
        let assessment = Assessor::new(knowledge()).assess(&workload, DEFAULT_SEED);
        let request = Request {
            provider,
            pattern: None,
            date: DATE,
        };
        let cloud = provider.id();
        if let Some(diagram) = system(knowledge(), &workload, &assessment, &request) {
            write(folder, &format!("{name}.system.{cloud}"), &diagram)?;
        }
        for part in 0..assessment.parts.len() {
            let mut stages = evolution(knowledge(), &workload, &assessment, part, &request);
            stages.extend(
                migration(knowledge(), &workload, &assessment, part, &request)
                    .into_iter()
                    .flatten(),
            );
            for (number, stage) in stages.iter().enumerate() {
                println!(
                    "{name} {cloud} {part} {}: {}\n  + {}\n  - {}",
                    stage.title,
                    stage.text,
                    stage.gains.join("\n  + "),
                    stage.costs.join("\n  - ")
                );
                write(
                    folder,
                    &format!("{name}.{part}.stage{number}.{cloud}"),
                    &stage.diagram,
                )?;
            }
        }
    }
    Ok(())
}

fn write(folder: &Path, name: &str, diagram: &Diagram) -> Result<(), Box<dyn Error>> {
    let svg = Format::Svg.write(diagram, Theme::Light).map_err(|faults| {
        faults
            .iter()
            .map(ToString::to_string)
            .collect::<Vec<_>>()
            .join("\n")
    })?;
    fs::write(folder.join(format!("{name}.svg")), svg)?;
    Ok(())
}
