//! Whole workloads in one picture.

use plumbline_assess::{Assessor, DEFAULT_SEED};
use plumbline_builtin::knowledge;
use plumbline_diagram::Diagram;
use plumbline_knowledge::Provider;
use plumbline_workload::{Part, Workload};

use super::{sheet, workload};
use crate::{Request, architecture, system};

const REQUEST: Request<'_> = Request {
    provider: Provider::Aws,
    pattern: None,
    date: "2026-11-21",
};

type Answers<'a> = &'a [(&'a str, &'a str)];

fn parted(parts: &[(&str, &str, Answers<'_>)], shared: Answers<'_>) -> Workload {
    Workload {
        parts: parts
            .iter()
            .map(|(id, name, answers)| Part {
                id: (*id).to_owned(),
                name: (*name).to_owned(),
                answers: sheet(answers),
            })
            .collect(),
        implicit_part: false,
        ..workload(shared)
    }
}

fn drawn(workload: &Workload) -> Diagram {
    let assessment = Assessor::new(knowledge()).assess(workload, DEFAULT_SEED);
    system(knowledge(), workload, &assessment, &REQUEST).unwrap()
}

const API: &[(&str, &str)] = &[
    ("work_kind", "api"),
    ("trigger", "http"),
    ("waiting", "system"),
];
const FILES: &[(&str, &str)] = &[("work_kind", "file-processing"), ("trigger", "file")];

#[test]
fn one_part_is_drawn_as_its_architecture() {
    let workload = workload(API);
    let assessment = Assessor::new(knowledge()).assess(&workload, DEFAULT_SEED);
    let alone = architecture(knowledge(), &workload, &assessment, 0, &REQUEST).unwrap();
    assert_eq!(drawn(&workload), alone.diagram);
}

#[test]
fn each_part_has_a_frame_that_says_where_it_runs() {
    let workload = parted(
        &[("api", "API", API), ("transcoder", "Transcoder", FILES)],
        &[("public_entry", "yes")],
    );
    let diagram = drawn(&workload);
    let labels: Vec<&str> = diagram
        .groups
        .iter()
        .map(|group| group.label.as_str())
        .collect();
    assert_eq!(labels, ["AWS", "API · functions", "Transcoder · functions"]);
    assert_eq!(diagram.title, "Checkout");
    // One client for both; each part has everything else for itself.
    let clients: Vec<&str> = diagram
        .nodes
        .iter()
        .filter(|node| node.group.is_none())
        .map(|node| node.label.as_str())
        .collect();
    assert_eq!(clients, ["Client"]);
    for node in diagram.nodes.iter().filter(|node| node.group.is_some()) {
        let (part, _) = node.id.split_once('.').unwrap();
        assert_eq!(node.group, Some(format!("{part}.")), "{}", node.id);
    }
    let first: Vec<&str> = diagram
        .edges
        .iter()
        .filter(|edge| edge.story.starts_with("API: ") || edge.story.starts_with("Transcoder: "))
        .map(|edge| edge.to.as_str())
        .collect();
    assert_eq!(first, ["api.api", "transcoder.signer"]);
    // The parts stand below each other.
    let row = |id: &str| {
        diagram
            .nodes
            .iter()
            .find(|node| node.id == id)
            .unwrap()
            .slot
            .unwrap()
            .row
    };
    assert!(row("api.handler") < row("transcoder.processor"));
}

#[test]
fn a_firewall_stands_once_before_all_parts_that_have_it() {
    let workload = parted(
        &[("shop", "Shop", API), ("search", "Search", API)],
        &[("public_entry", "yes")],
    );
    let diagram = drawn(&workload);
    let firewalls: Vec<_> = diagram
        .nodes
        .iter()
        .filter(|node| node.subject.role == "firewall")
        .collect();
    assert_eq!(firewalls.len(), 1);
    assert_eq!(firewalls[0].group.as_deref(), Some("cloud"));
    let guarded: Vec<&str> = diagram
        .edges
        .iter()
        .filter(|edge| edge.from == firewalls[0].id)
        .map(|edge| edge.to.as_str())
        .collect();
    assert_eq!(guarded, ["shop.api", "search.api"]);
}

#[test]
fn many_parts_show_their_core() {
    let names: Vec<(String, String)> = (1..=6)
        .map(|number| (format!("part-{number}"), format!("Part {number}")))
        .collect();
    let parts: Vec<(&str, &str, Answers<'_>)> = names
        .iter()
        .map(|(id, name)| (id.as_str(), name.as_str(), API))
        .collect();
    let few = [
        ("public_entry", "yes"),
        ("store", "relational"),
        ("weak_downstream", "yes"),
    ];
    let diagram = drawn(&parted(&parts, &few));
    assert_eq!(
        diagram.nodes.len(),
        1 + 6 * 2,
        "a client, and an API with its handler for each part"
    );
    let steps: Vec<u8> = diagram.edges.iter().filter_map(|edge| edge.step).collect();
    assert!(steps.iter().copied().eq(1..=12), "{steps:?}");
}

#[test]
fn what_warns_of_some_parts_says_of_which() {
    let careless: Vec<(&str, &str)> = FILES
        .iter()
        .copied()
        .chain([("duplicates", "harmful")])
        .collect();
    let workload = parted(&[("api", "API", API), ("files", "Files", &careless)], &[]);
    let diagram = drawn(&workload);
    let note = diagram
        .notes
        .iter()
        .find(|note| note.text.contains("handled twice"))
        .unwrap();
    assert!(note.text.starts_with("Files: "), "{}", note.text);
    let badged: Vec<&str> = diagram
        .nodes
        .iter()
        .filter(|node| node.badges.contains(&note.number))
        .map(|node| node.id.as_str())
        .collect();
    assert_eq!(badged, ["files.queue"]);
}
