//! Writes a workload's papers as PDF and its diagrams as PDF and PNG into a folder, to be looked at:
//! `cargo run -p plumbline-print --example print -- checkout.workload.yaml out/`
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a tool for whoever works on the look"
)]

use std::path::Path;
use std::time::Instant;

use plumbline_assess::{Assessor, DEFAULT_SEED};
use plumbline_builtin::knowledge;
use plumbline_diagram::Theme;
use plumbline_knowledge::Provider;
use plumbline_print::{DiagramFormat, PaperFormat};
use plumbline_report::{Kind, Options};
use plumbline_source::Source;
use plumbline_workload::load;

fn main() {
    let mut arguments = std::env::args().skip(1);
    let file = arguments.next().expect("a workload file");
    let folder = arguments.next().expect("a folder");
    let text = std::fs::read_to_string(&file).unwrap();
    let workload = match load(knowledge(), &Source::new(file.as_str(), text.as_str())) {
        Ok(loaded) => loaded.workload,
        Err(errors) => panic!("{errors:?}"),
    };
    let assessment = Assessor::new(knowledge()).assess(&workload, DEFAULT_SEED);
    let options = Options {
        date: "2026-11-21",
        provider: Provider::Aws,
        templates: None,
    };
    let name = Path::new(&file).file_name().unwrap().to_str().unwrap();
    let name = name.trim_end_matches(".workload.yaml");
    for kind in Kind::ALL {
        let start = Instant::now();
        match PaperFormat::Pdf.write(knowledge(), &workload, &assessment, kind, &options) {
            Ok(bytes) => {
                println!(
                    "{name} {}: {} kB, {:?}",
                    kind.id(),
                    bytes.len() / 1000,
                    start.elapsed()
                );
                std::fs::write(format!("{folder}/{name}-{}.pdf", kind.id()), bytes).unwrap();
            }
            Err(error) => println!("{name} {}: {error}", kind.id()),
        }
    }
    let request = plumbline_design::Request {
        provider: Provider::Aws,
        pattern: None,
        date: "2026-11-21",
    };
    let drawn =
        plumbline_design::architecture(knowledge(), &workload, &assessment, 0, &request).unwrap();
    for format in [
        DiagramFormat::Text(plumbline_diagram::Format::Svg),
        DiagramFormat::Png,
        DiagramFormat::Pdf,
    ] {
        let start = Instant::now();
        let bytes = format.write(&drawn.diagram, Theme::Light).unwrap();
        println!(
            "{name} {}: {} kB, {:?}",
            format.id(),
            bytes.len() / 1000,
            start.elapsed()
        );
        std::fs::write(format!("{folder}/{name}-diagram.{}", format.id()), bytes).unwrap();
    }
}
