//! How some drawings read to somebody who can't see them.

use plumbline_assess::{Assessor, DEFAULT_SEED};
use plumbline_builtin::knowledge;
use plumbline_knowledge::Provider;
use plumbline_source::Source;
use plumbline_workload::{Workload, load};

use super::workload;
use crate::{Request, architecture, evolution, system};

fn checkout() -> Workload {
    let text = include_str!("../../../../examples/checkout.workload.yaml");
    load(knowledge(), &Source::new("checkout", text.to_owned()))
        .unwrap()
        .workload
}

const fn request(provider: Provider) -> Request<'static> {
    Request {
        provider,
        pattern: None,
        date: "2026-11-21",
    }
}

/// A sentence on each line.
fn lines(text: &str) -> String {
    text.replace(". ", ".\n")
}

#[test]
fn the_checkout_as_a_whole() {
    let workload = checkout();
    let assessment = Assessor::new(knowledge()).assess(&workload, DEFAULT_SEED);
    let diagram = system(knowledge(), &workload, &assessment, &request(Provider::Aws)).unwrap();
    insta::assert_snapshot!(lines(&diagram.description));
}

#[test]
fn the_way_of_the_checkouts_renderer() {
    let workload = checkout();
    let assessment = Assessor::new(knowledge()).assess(&workload, DEFAULT_SEED);
    let stages = evolution(
        knowledge(),
        &workload,
        &assessment,
        1,
        &request(Provider::Aws),
    );
    let mut told = String::new();
    for stage in stages {
        told.push_str(&format!(
            "{}\n{}\n{}\n+ {}\n- {}\n\n{}\n\n",
            stage.title,
            stage.diagram.subtitle,
            lines(&stage.text),
            stage.gains.join("\n+ "),
            stage.costs.join("\n- "),
            lines(&plumbline_diagram::prose(&stage.diagram)),
        ));
    }
    insta::assert_snapshot!(told);
}

#[test]
fn an_api_with_much_about_it() {
    let workload = workload(&[
        ("provider", "azure"),
        ("work_kind", "api"),
        ("trigger", "http, queue, schedule"),
        ("waiting", "person"),
        ("slow_start", "never"),
        ("store", "relational"),
        ("cacheable", "50 %"),
        ("regions", "standby"),
        ("public_entry", "yes"),
        ("private_network", "yes"),
        ("failed_messages", "parked"),
        ("weak_downstream", "yes"),
    ]);
    let assessment = Assessor::new(knowledge()).assess(&workload, DEFAULT_SEED);
    let drawn = architecture(
        knowledge(),
        &workload,
        &assessment,
        0,
        &request(Provider::Azure),
    );
    insta::assert_snapshot!(lines(&drawn.unwrap().diagram.description));
}
