//! What templates can use is written down.

use std::collections::BTreeSet;

use minijinja::value::{Serde, Value, ValueKind};
use plumbline_assess::{Assessor, DEFAULT_SEED};
use plumbline_builtin::knowledge;
use plumbline_knowledge::Provider;
use plumbline_source::Source;
use plumbline_workload::{Day, load};

use super::View;
use crate::Options;
use crate::kind::Kind;
use crate::paper::Medium;

const DOCUMENTED: &str = include_str!("../../../../docs/templates.md");

/// All names in a value.
fn names(value: &Value, found: &mut BTreeSet<String>) {
    if !matches!(value.kind(), ValueKind::Map | ValueKind::Seq) {
        return;
    }
    for item in value.try_iter().unwrap() {
        if value.kind() == ValueKind::Map {
            found.insert(item.to_string());
            names(&value.get_item(&item).unwrap(), found);
        } else {
            names(&item, found);
        }
    }
}

#[test]
fn what_templates_can_use_is_documented() {
    let text = include_str!("../../../../examples/checkout.workload.yaml");
    let workload = load(knowledge(), &Source::new("checkout", text))
        .unwrap()
        .workload;
    let assessment = Assessor::new(knowledge()).assess(&workload, DEFAULT_SEED);
    let options = Options {
        date: "2026-11-21",
        provider: Provider::Aws,
        templates: None,
    };
    let today = Day::parse(options.date).unwrap();
    for kind in [Kind::OnePager, Kind::LockIn, Kind::Evolution] {
        let view = View::new(
            knowledge(),
            &workload,
            &assessment,
            kind,
            Medium::Page,
            &options,
            &today,
        );
        let view = Value::from(Serde(&view.unwrap()));
        let mut found: BTreeSet<String> = BTreeSet::new();
        for name in view.try_iter().unwrap() {
            found.insert(name.to_string());
        }
        for inner in ["brief", "lock_in", "evolution", "pictures"] {
            names(&view.get_attr(inner).unwrap(), &mut found);
        }
        for name in &found {
            assert!(
                DOCUMENTED.contains(&format!("`{name}`")),
                "{name} is not in docs/templates.md"
            );
        }
    }
}
