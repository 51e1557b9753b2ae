//! What holds for every drawing.

use std::collections::BTreeSet;

use plumbline_assess::{Assessment, Assessor, DEFAULT_SEED};
use plumbline_builtin::knowledge;
use plumbline_diagram::{Diagram, check, layout};
use plumbline_knowledge::Provider;
use plumbline_source::Source;
use plumbline_workload::{Workload, load};

use super::workload;
use crate::{Request, architecture, evolution, migration, system};

/// What must hold for every drawing, as the diagram's own tests know it.
#[allow(dead_code, reason = "the diagram's tests use more of it")]
#[path = "../../../diagram/tests/support/sound.rs"]
mod invariants;

const DATE: &str = "2026-11-21";

/// Nothing answered, and answers that call for much, with each store.
fn workloads() -> Vec<Workload> {
    let much = [
        (
            "trigger",
            "http, queue, schedule, file, stream, device, event",
        ),
        ("public_entry", "yes"),
        ("private_network", "yes"),
        ("regions", "many"),
        ("weak_downstream", "yes"),
        ("failed_messages", "parked"),
        ("cacheable", "50 %"),
        ("hot_state", "yes"),
        ("steps_per_request", "30"),
        ("transactions", "across"),
        ("waiting", "person"),
        ("slow_start", "never"),
        ("compliance", "payment, health"),
        ("rewrite", "full"),
        ("codebase", "monolith"),
        ("duplicates", "harmful"),
        ("availability", "extreme"),
        ("portability_need", "required"),
    ];
    let stores = ["key-value", "relational", "object", "analytical", "none"];
    let mut all = vec![workload(&[])];
    all.extend(stores.map(|store| {
        let mut answers = much.to_vec();
        answers.push(("store", store));
        workload(&answers)
    }));
    all
}

/// The golden workloads and the README's.
fn golden() -> Vec<Workload> {
    let root = concat!(env!("CARGO_MANIFEST_DIR"), "/../..");
    let mut files = vec![format!("{root}/examples/checkout.workload.yaml")];
    for folder in ["cases", "shown"] {
        let folder = std::fs::read_dir(format!("{root}/tests/golden/{folder}")).unwrap();
        files.extend(folder.map(|file| file.unwrap().path().display().to_string()));
    }
    files.sort();
    files
        .into_iter()
        .map(|file| {
            let text = std::fs::read_to_string(&file).unwrap();
            load(knowledge(), &Source::new("golden", text))
                .unwrap()
                .workload
        })
        .collect()
}

fn on(workload: &Workload, provider: Provider) -> (Workload, Assessment) {
    let moved = workload.on_provider(knowledge(), provider.id()).unwrap();
    let assessment = Assessor::new(knowledge()).assess(&moved, DEFAULT_SEED);
    (moved, assessment)
}

fn sound(diagram: &Diagram, what: &str) {
    assert_eq!(check(diagram), Ok(()), "{what}");
    let scene = layout(diagram).unwrap();
    let faults = invariants::faults(diagram, &scene);
    assert!(faults.is_empty(), "{what}: {faults:#?}");
    for node in &diagram.nodes {
        assert_eq!(
            node.group.is_none(),
            node.service.is_empty(),
            "{what}: {} stands outside and has no service, or neither",
            node.id
        );
        assert_ne!(node.service, "no service known", "{what}: {}", node.id);
    }
    for edge in &diagram.edges {
        assert!(
            !edge.story.is_empty() || edge.step.is_none(),
            "{what}: a step without a story"
        );
    }
    let steps: BTreeSet<u8> = diagram.edges.iter().filter_map(|edge| edge.step).collect();
    assert!(
        steps
            .iter()
            .copied()
            .eq(1..=u8::try_from(steps.len()).unwrap()),
        "{what}: {steps:?}"
    );
    let badges: BTreeSet<u8> = diagram
        .nodes
        .iter()
        .flat_map(|node| node.badges.clone())
        .collect();
    let notes: BTreeSet<u8> = diagram.notes.iter().map(|note| note.number).collect();
    assert_eq!(badges, notes, "{what}: each note is about a box");
    let columns: BTreeSet<i32> = diagram
        .nodes
        .iter()
        .filter_map(|node| Some(node.slot?.column))
        .collect();
    assert!(columns.len() <= 9, "{what}: {} columns", columns.len());
}

#[test]
fn every_pattern_is_sound_on_every_cloud() {
    for workload in workloads() {
        for provider in Provider::CLOUDS {
            let (workload, assessment) = on(&workload, provider);
            for (index, pattern) in knowledge().patterns.iter().enumerate() {
                let request = Request {
                    provider,
                    pattern: Some(index),
                    date: DATE,
                };
                let drawn = architecture(knowledge(), &workload, &assessment, 0, &request);
                let what = format!("{} on {}", pattern.id, provider.id());
                sound(&drawn.unwrap().diagram, &what);
            }
        }
    }
}

#[test]
fn every_golden_workload_is_sound_on_every_cloud() {
    for workload in golden() {
        for provider in Provider::CLOUDS {
            let (workload, assessment) = on(&workload, provider);
            let request = Request {
                provider,
                pattern: None,
                date: DATE,
            };
            let what = format!("{} on {}", workload.name, provider.id());
            sound(
                &system(knowledge(), &workload, &assessment, &request).unwrap(),
                &what,
            );
            for part in 0..assessment.parts.len() {
                let drawn = architecture(knowledge(), &workload, &assessment, part, &request);
                let diagram = drawn.unwrap().diagram;
                let columns: BTreeSet<i32> = diagram
                    .nodes
                    .iter()
                    .filter_map(|node| Some(node.slot?.column))
                    .collect();
                assert!(columns.len() <= 8, "{what}: {} columns", columns.len());
                let rows: BTreeSet<i32> = diagram
                    .nodes
                    .iter()
                    .filter_map(|node| Some(node.slot?.row))
                    .collect();
                assert!(rows.len() <= 5, "{what}: {} rows", rows.len());
                sound(&diagram, &what);
                let stages = evolution(knowledge(), &workload, &assessment, part, &request);
                assert_eq!(stages.len(), 3, "{what}");
                let migrated = migration(knowledge(), &workload, &assessment, part, &request);
                for stage in stages.iter().chain(migrated.iter().flatten()) {
                    sound(&stage.diagram, &format!("{what}: {}", stage.title));
                    assert!(!stage.gains.is_empty() && !stage.costs.is_empty(), "{what}");
                }
            }
        }
    }
}

#[test]
fn no_drawing_names_another_provider() {
    let names = [
        (Provider::Aws, ["AWS", "Amazon", "Lambda"]),
        (Provider::Azure, ["Azure", "Cosmos", "Entra"]),
        (Provider::Gcp, ["Google", "Firestore", "Pub/Sub"]),
    ];
    for workload in golden().into_iter().chain(workloads()) {
        for provider in Provider::CLOUDS {
            let (workload, assessment) = on(&workload, provider);
            for part in 0..assessment.parts.len() {
                let request = Request {
                    provider,
                    pattern: None,
                    date: DATE,
                };
                let drawn =
                    architecture(knowledge(), &workload, &assessment, part, &request).unwrap();
                let mut said = drawn.fit.because.clone();
                said.extend(drawn.diagram.notes.iter().map(|note| note.text.clone()));
                said.extend(drawn.diagram.nodes.iter().map(|node| node.service.clone()));
                for (_, foreign) in names.iter().filter(|(other, _)| *other != provider) {
                    for name in foreign {
                        let found = said.iter().find(|text| text.contains(name));
                        assert_eq!(found, None, "{} on {}", workload.name, provider.id());
                    }
                }
            }
        }
    }
}
