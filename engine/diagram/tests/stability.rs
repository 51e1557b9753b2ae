//! A small change to the graph moves little: what the figures are is printed with `--nocapture`.
#![allow(dead_code, clippy::unwrap_used, clippy::panic)] // Each test file uses its part of the support.

mod support;

use plumbline_diagram::{Diagram, layout};
use support::graphs::platform;
use support::stability::Shift;
use support::{edge, loose, node, sample, unslotted};

/// The diagram with one arrow more, in several ways.
fn with_an_edge(diagram: &Diagram) -> Vec<Diagram> {
    let count = diagram.nodes.len();
    (0..count.min(8))
        .map(|step| {
            let mut changed = diagram.clone();
            let (from, to) = (step * 5 % count, (step * 7 + 3) % count);
            let id = |at: usize| diagram.nodes[at].id.as_str();
            changed.edges.push(edge(id(from), id(to), "new"));
            changed
        })
        .collect()
}

/// The diagram with one node more, which hangs on another one, in several ways.
fn with_a_node(diagram: &Diagram) -> Vec<Diagram> {
    let count = diagram.nodes.len();
    (0..count.min(8))
        .map(|step| {
            let mut changed = diagram.clone();
            let beside = &diagram.nodes[step * 5 % count];
            changed.nodes.push(loose("new", beside.group.as_deref()));
            changed.edges.push(edge(&beside.id, "new", "new"));
            changed
        })
        .collect()
}

fn shift(before: &Diagram, changed: &[Diagram]) -> Shift {
    let scene = layout(before).unwrap();
    let shifts: Vec<Shift> = changed
        .iter()
        .map(|after| Shift::between(&scene, &layout(after).unwrap()))
        .collect();
    Shift::mean(&shifts)
}

#[test]
fn slots_hold() {
    let before = sample();
    let mut nodes = Vec::new();
    for column in 0..6 {
        let mut changed = before.clone();
        changed.nodes.push(node("new", column, 4, None));
        nodes.push(changed);
    }
    let by_node = shift(&before, &nodes);
    let by_edge = shift(&before, &with_an_edge(&before));
    println!("slots, one node more: {by_node}");
    println!("slots, one edge more: {by_edge}");
    assert!(by_node.moved < 0.06 && by_edge.moved < 0.06);
    assert!(by_node.flipped < 0.01 && by_edge.flipped < 0.01);
}

#[test]
fn places_that_were_found_mostly_hold() {
    let graphs = [
        ("13 nodes", unslotted(sample()), 0.1),
        ("24 nodes", platform(6), 0.15),
        ("59 nodes", platform(16), 0.25),
    ];
    // The edges run between any two nodes, most of them against the grain of the platform: about the worst
    // that one edge can do.
    for (name, before, most) in graphs {
        let by_node = shift(&before, &with_a_node(&before));
        let by_edge = shift(&before, &with_an_edge(&before));
        println!("{name}, one node more: {by_node}");
        println!("{name}, one edge more: {by_edge}");
        assert!(by_node.moved < most && by_edge.moved < most, "{name}");
        assert!(by_node.flipped < most && by_edge.flipped < most, "{name}");
    }
}
