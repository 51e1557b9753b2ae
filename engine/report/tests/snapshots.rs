//! The documents of the README's example as they are. `INSTA_UPDATE=always` writes them anew after a change of
//! the knowledge base or of a template; read what changed.

#![allow(clippy::unwrap_used, clippy::panic)] // Helpers of tests, which may.

use plumbline_assess::{Assessor, DEFAULT_SEED};
use plumbline_builtin::knowledge;
use plumbline_knowledge::Provider;
use plumbline_report::{Format, Kind, Options, report};
use plumbline_source::Source;
use plumbline_workload::load;

#[test]
fn documents_of_the_example() {
    let text = include_str!("../../../examples/checkout.workload.yaml");
    let workload = match load(knowledge(), &Source::new("checkout.workload.yaml", text)) {
        Ok(loaded) => loaded.workload,
        Err(errors) => panic!("{errors:?}"),
    };
    let assessment = Assessor::new(knowledge()).assess(&workload, DEFAULT_SEED);
    let options = Options {
        date: "2026-11-21",
        provider: Provider::Aws,
        templates: None,
    };
    for kind in Kind::ALL {
        let document = report(
            knowledge(),
            &workload,
            &assessment,
            kind.written_in(Format::Markdown).unwrap(),
            &options,
        )
        .unwrap();
        insta::assert_snapshot!(kind.id(), document);
    }
}
