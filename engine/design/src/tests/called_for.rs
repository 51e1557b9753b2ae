//! What answers add to each pattern, and what they take away.

use plumbline_builtin::knowledge;
use plumbline_diagram::Diagram;
use plumbline_knowledge::{Compute, Pattern, Provider};

use super::workload;
use crate::drawing::{Drawing, WARM};

/// A thing that answers call for: what is answered anyway, what calls for it, and what says that it
/// isn't needed.
struct Thing {
    name: &'static str,
    anyway: &'static str,
    calls: &'static str,
    declines: &'static str,
}

const fn thing(
    name: &'static str,
    anyway: &'static str,
    calls: &'static str,
    declines: &'static str,
) -> Thing {
    Thing {
        name,
        anyway,
        calls,
        declines,
    }
}

const THINGS: [Thing; 11] = [
    thing(
        "queue",
        "",
        "trigger=http,queue",
        "trigger=http; weak_downstream=no",
    ),
    thing(
        "dead letters",
        "trigger=http,queue",
        "failed_messages=parked",
        "failed_messages=retried; weak_downstream=no",
    ),
    thing(
        "workflow",
        "trigger=http",
        "steps_per_request=4; transactions=across",
        "steps_per_request=1; transactions=none",
    ),
    thing(
        "cache",
        "trigger=http; store=key-value",
        "cacheable=50 %; hot_state=yes",
        "cacheable=0 %; hot_state=no",
    ),
    thing(
        "firewall",
        "trigger=http",
        "public_entry=yes",
        "public_entry=no",
    ),
    thing(
        "private network",
        "trigger=http",
        "private_network=yes",
        "private_network=no",
    ),
    thing(
        "second region",
        "trigger=http; store=key-value",
        "regions=standby",
        "regions=one",
    ),
    thing(
        "connection pool",
        "trigger=http",
        "store=relational",
        "store=key-value",
    ),
    thing(
        "kept warm",
        "trigger=http; waiting=person",
        "slow_start=never",
        "slow_start=fine",
    ),
    thing("timetable", "", "trigger=http,schedule", "trigger=http"),
    thing("stream", "", "trigger=http,stream", "trigger=http"),
];

/// For each pattern and each of the [`THINGS`]: the node or the frame that answers add; with `=`,
/// one that is always there, because the pattern is about it; empty where it makes no sense: no queue
/// where a stream is the queue, no cache where nobody reads, nothing kept warm where nobody waits.
#[rustfmt::skip]
const TABLE: [(&str, [&str; THINGS.len()]); 16] = [
    // queue, dead letters, workflow, cache, firewall, network, region, pool, warm, timetable, stream
    ("ad-clicks", ["=queue", "failed", "", "", "firewall", "network", "", "", "", "", "=stream"]),
    ("api-backend", ["queue", "dead-letters", "workflow", "cache", "firewall", "network", "second-region", "pooler", "handler", "clock", ""]),
    ("async-api", ["=queue", "dead-letters", "workflow", "", "firewall", "network", "second-region", "pooler", "intake", "clock", ""]),
    ("choreography", ["=queue-first", "dead-letters", "", "", "firewall", "network", "", "pooler", "publisher", "clock", "stream"]),
    ("connection-servers", ["", "", "", "=backplane", "firewall", "network", "second-region", "", "", "", ""]),
    ("cqrs", ["", "failed", "", "cache", "firewall", "write-network", "second-region", "pooler", "commands", "", "=changes"]),
    ("event-sourcing", ["", "failed", "", "", "firewall", "write-network", "second-region", "pooler", "commands", "", "=changes"]),
    ("fan-out-fan-in", ["queue", "dead-letters", "=workflow", "", "", "network", "", "", "", "clock", ""]),
    ("file-processing", ["=queue", "dead-letters", "workflow", "", "", "network", "second-region", "pooler", "signer", "clock", ""]),
    ("hybrid-containers", ["=queue", "dead-letters", "", "cache", "firewall", "network", "second-region", "pooler", "front", "clock", "stream"]),
    ("microservices", ["=queue", "dead-letters", "", "cdn", "firewall", "network", "second-region", "pooler", "orders", "", ""]),
    ("real-time", ["queue", "dead-letters", "", "state", "firewall", "network", "second-region", "pooler", "handler", "", ""]),
    ("saga", ["", "failed", "=workflow", "", "firewall", "network", "second-region", "pooler", "", "clock", ""]),
    ("scheduled-jobs", ["queue", "failed", "workflow", "", "", "network", "", "pooler", "", "=clock", ""]),
    ("strangler-fig", ["", "failed", "", "cdn", "firewall", "new-network", "", "pooler", "service", "", "=changes"]),
    ("stream-processing", ["", "failed", "", "", "firewall", "network", "", "pooler", "", "", "=stream"]),
];

fn drawn(pattern: &Pattern, option: Compute, answers: &[&str]) -> Diagram {
    let pairs: Vec<(&str, &str)> = answers
        .iter()
        .flat_map(|some| some.split(';'))
        .filter_map(|one| one.trim().split_once('='))
        .collect();
    let answers = workload(&pairs).part_answers(knowledge(), 0);
    let drawing = Drawing {
        knowledge: knowledge(),
        sketch: pattern.into(),
        provider: Provider::Aws,
        option,
        compute: &|option| crate::compute::role(knowledge(), option, &answers),
        holds: &|when| when.evaluate(&answers).is_true(),
    };
    drawing.graph().diagram()
}

fn shows(diagram: &Diagram, thing: &Thing, id: &str) -> bool {
    if thing.name == "kept warm" {
        return diagram
            .nodes
            .iter()
            .any(|node| node.id == id && node.service.ends_with(WARM));
    }
    diagram.nodes.iter().any(|node| node.id == id)
        || diagram.groups.iter().any(|group| group.id == id)
}

#[test]
fn every_pattern_has_what_answers_call_for_and_nothing_else() {
    let known: Vec<&str> = knowledge()
        .patterns
        .iter()
        .map(|one| one.id.as_str())
        .collect();
    let listed: Vec<&str> = TABLE.iter().map(|(pattern, _)| *pattern).collect();
    assert_eq!(listed, known);
    for (pattern, (_, row)) in knowledge().patterns.iter().zip(TABLE) {
        for (thing, cell) in THINGS.iter().zip(row) {
            let place = format!("{} · {}", pattern.id, thing.name);
            let with = |answers: &[&str]| drawn(pattern, Compute::Functions, answers);
            if let Some(id) = cell.strip_prefix('=') {
                assert!(shows(&with(&[]), thing, id), "{place}: not in the core");
            } else if !cell.is_empty() {
                let open = with(&[thing.anyway]);
                assert!(
                    !shows(&open, thing, cell),
                    "{place}: there without an answer"
                );
                let called = with(&[thing.anyway, thing.calls]);
                assert!(shows(&called, thing, cell), "{place}: not added");
                let declined = with(&[thing.anyway, thing.declines]);
                assert!(!shows(&declined, thing, cell), "{place}: not left out");
            }
        }
    }
}

#[test]
fn machines_need_no_pool_and_nothing_that_keeps_them_warm() {
    let answers = ["trigger=http; store=relational; waiting=person; slow_start=never"];
    for pattern in &knowledge().patterns {
        let diagram = drawn(pattern, Compute::AlwaysOn, &answers);
        assert!(
            diagram
                .nodes
                .iter()
                .all(|node| node.subject.role != "connection-pooler"),
            "{}",
            pattern.id
        );
        for node in &diagram.nodes {
            let is_server = ["server", "cluster"].contains(&node.subject.role.as_str());
            assert!(
                !is_server || !node.service.ends_with(WARM),
                "{}: {}",
                pattern.id,
                node.id
            );
        }
    }
}

#[test]
fn what_belongs_to_functions_isnt_drawn_without_them() {
    let knowledge = knowledge();
    let jobs = &knowledge.patterns[knowledge.pattern("scheduled-jobs").unwrap()];
    let pairs = [("trigger", "schedule"), ("steps_per_request", "4")];
    let answers = workload(&pairs).part_answers(knowledge, 0);
    for (option, clock, steps) in [
        (
            Compute::Functions,
            "Timer trigger of Azure Functions",
            "Azure Durable Functions",
        ),
        (
            Compute::ServerlessContainers,
            "Azure Logic Apps",
            "Azure Logic Apps",
        ),
        (Compute::AlwaysOn, "Azure Logic Apps", "Azure Logic Apps"),
    ] {
        let drawing = Drawing {
            knowledge,
            sketch: jobs.into(),
            provider: Provider::Azure,
            option,
            compute: &|option| crate::compute::role(knowledge, option, &answers),
            holds: &|when| when.evaluate(&answers).is_true(),
        };
        let diagram = drawing.graph().diagram();
        let service = |id: &str| {
            let node = diagram.nodes.iter().find(|node| node.id == id).unwrap();
            node.service.clone()
        };
        assert_eq!(
            (service("clock").as_str(), service("workflow").as_str()),
            (clock, steps)
        );
    }
}

#[test]
fn nobody_signs_in_where_nobody_calls() {
    let hybrid = &knowledge().patterns[knowledge().pattern("hybrid-containers").unwrap()];
    for (answers, expected) in [
        ("", true),
        ("trigger=http,queue", true),
        ("trigger=queue", false),
    ] {
        let diagram = drawn(hybrid, Compute::Functions, &[answers]);
        let identity = diagram
            .strip
            .iter()
            .any(|item| item.subject.role == "identity");
        assert_eq!(identity, expected, "{answers}");
    }
}
