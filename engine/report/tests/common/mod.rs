//! Workloads and their documents, for the tests of this crate.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    dead_code,
    reason = "these functions are parts of tests"
)]

use plumbline_assess::{Assessment, Assessor, DEFAULT_SEED};
use plumbline_builtin::knowledge;
use plumbline_knowledge::Provider;
use plumbline_report::{Format, Kind, report};
use plumbline_source::Source;
use plumbline_workload::{Entry, Workload, load, parse_answer};

/// What every document depends on, unless a test says otherwise.
pub const OPTIONS: plumbline_report::Options<'static> = plumbline_report::Options {
    date: "2026-11-21",
    provider: Provider::Aws,
    templates: None,
};

/// A document of the assessment with the built-in knowledge.
pub fn written(workload: &Workload, kind: Kind, format: Format) -> String {
    let assessment = assessed(workload);
    let written = kind.written_in(format).unwrap();
    report(knowledge(), workload, &assessment, written, &OPTIONS).unwrap()
}

/// The assessment with the built-in knowledge.
pub fn assessed(workload: &Workload) -> Assessment {
    Assessor::new(knowledge()).assess(workload, DEFAULT_SEED)
}

/// The README's example: two parts, nearly everything answered, some of it decided.
pub fn example() -> Workload {
    let text = include_str!("../../../../examples/checkout.workload.yaml");
    match load(knowledge(), &Source::new("checkout.workload.yaml", text)) {
        Ok(loaded) => loaded.workload,
        Err(errors) => panic!("{errors:?}"),
    }
}

/// A workload without parts that runs on functions, with most questions open.
pub fn simple() -> Workload {
    let mut workload = Workload::new("Thumbnails");
    for (question, answer) in [
        ("trigger", "file"),
        ("work_kind", "file-processing"),
        ("longest_step", "20 s"),
        ("traffic_shape", "spiky"),
        ("store", "object"),
        ("waiting", "nobody"),
        ("state_kind", "none"),
        ("operations_people", "nobody"),
    ] {
        let slot = knowledge().question(question).unwrap();
        let entry = Entry::answered(parse_answer(knowledge(), slot, answer).unwrap());
        workload.answers.set(slot, entry);
    }
    workload
}
