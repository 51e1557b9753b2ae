//! Everything that must hold for a finished drawing. It needs nothing but the crate itself, so that tests of
//! other crates can have it by its path.

use plumbline_diagram::{Diagram, Point, Rect, Scene};
use std::collections::BTreeMap;

/// A segment as a thin rectangle.
fn thin(a: Point, b: Point) -> Rect {
    Rect::new(
        a.x.min(b.x),
        a.y.min(b.y),
        (a.x - b.x).abs(),
        (a.y - b.y).abs(),
    )
    .grown(0.1)
}

/// Everything that must hold for a finished scene.
pub fn faults(diagram: &Diagram, scene: &Scene) -> Vec<String> {
    let mut faults = Vec::new();
    let mut fault = |text: String| faults.push(text);
    let parent: BTreeMap<&str, Option<&str>> = diagram
        .groups
        .iter()
        .map(|group| (group.id.as_str(), group.parent.as_deref()))
        .collect();
    let inside = |start: Option<&str>, group: &str| {
        let mut at = start;
        while let Some(id) = at {
            if id == group {
                return true;
            }
            at = parent.get(id).copied().flatten();
        }
        false
    };

    for (at, node) in scene.nodes.iter().enumerate() {
        for other in &scene.nodes[at + 1..] {
            if node.rect.overlaps(&other.rect) {
                fault(format!("nodes {} and {} overlap", node.id, other.id));
            }
        }
        for frame in &scene.groups {
            let member = inside(node.group.as_deref(), &frame.id);
            if member && !frame.rect.contains(&node.rect) {
                fault(format!(
                    "node {} sticks out of its frame {}",
                    node.id, frame.id
                ));
            }
            if !member && frame.rect.overlaps(&node.rect) {
                fault(format!(
                    "node {} stands in foreign frame {}",
                    node.id, frame.id
                ));
            }
        }
    }
    for (at, a) in scene.groups.iter().enumerate() {
        for b in &scene.groups[at + 1..] {
            let nested = inside(Some(&a.id), &b.id) || inside(Some(&b.id), &a.id);
            let contained = a.rect.contains(&b.rect) || b.rect.contains(&a.rect);
            if if nested {
                !contained
            } else {
                a.rect.overlaps(&b.rect)
            } {
                fault(format!("frames {} and {} are entangled", a.id, b.id));
            }
        }
    }
    let home: BTreeMap<&str, Option<&str>> = scene
        .nodes
        .iter()
        .map(|node| (node.id.as_str(), node.group.as_deref()))
        .collect();
    for (number, edge) in scene.edges.iter().enumerate() {
        if edge.points.len() < 2 {
            fault(format!("edge {number} has no line"));
        }
        for pair in edge.points.windows(2) {
            let segment = thin(pair[0], pair[1]);
            if (pair[0].x - pair[1].x).abs() > 0.01 && (pair[0].y - pair[1].y).abs() > 0.01 {
                fault(format!("edge {number} has a slanted segment"));
            }
            for node in &scene.nodes {
                if segment.overlaps(&node.rect.grown(-0.5)) {
                    fault(format!("edge {number} runs through node {}", node.id));
                }
            }
            for frame in &scene.groups {
                let holds = inside(home[edge.from.as_str()], &frame.id)
                    || inside(home[edge.to.as_str()], &frame.id);
                if !holds && segment.overlaps(&frame.rect) {
                    fault(format!(
                        "edge {number} runs through foreign frame {}",
                        frame.id
                    ));
                }
            }
        }
        let ends = [
            (edge.points.first(), &edge.from),
            (edge.points.last(), &edge.to),
        ];
        for (point, id) in ends {
            let rect = scene
                .nodes
                .iter()
                .find(|node| node.id == **id)
                .unwrap()
                .rect;
            let touches = point.is_some_and(|point| {
                let spot = Rect::new(point.x, point.y, 0.0, 0.0).grown(0.2);
                spot.overlaps(&rect) && !rect.grown(-1.0).contains(&spot)
            });
            if !touches {
                fault(format!("edge {number} does not end at the border of {id}"));
            }
        }
        for (other_number, other) in scene.edges.iter().enumerate().skip(number + 1) {
            for a in edge.points.windows(2) {
                for b in other.points.windows(2) {
                    let level = |pair: &[Point]| (pair[0].y - pair[1].y).abs() < 0.01;
                    let both = thin(a[0], a[1]).overlaps(&thin(b[0], b[1]));
                    if level(a) == level(b) && both {
                        fault(format!(
                            "edges {number} and {other_number} run on top of each other"
                        ));
                    }
                }
            }
        }
    }
    let plates: Vec<(usize, Rect)> = scene
        .edges
        .iter()
        .enumerate()
        .filter_map(|(number, edge)| Some((number, edge.label.as_ref()?.plate)))
        .collect();
    for (at, (number, plate)) in plates.iter().enumerate() {
        for node in &scene.nodes {
            if plate.overlaps(&node.rect) {
                fault(format!("label {number} covers node {}", node.id));
            }
        }
        if scene.strip.iter().any(|strip| plate.overlaps(&strip.rect)) {
            fault(format!("label {number} covers the strip"));
        }
        for (other, edge) in scene.edges.iter().enumerate() {
            if plate.overlaps(&edge.head) {
                fault(format!("label {number} covers the arrowhead of {other}"));
            }
        }
        for badge in scene.nodes.iter().flat_map(|node| &node.badges) {
            if plate.overlaps(&badge.rect) {
                fault(format!("label {number} covers badge {}", badge.number));
            }
        }
        for frame in &scene.groups {
            if plate.overlaps(&frame.label_rect) {
                fault(format!("label {number} covers the name of {}", frame.id));
            }
        }
        for (other, covered) in &plates[at + 1..] {
            if plate.overlaps(covered) {
                fault(format!("labels {number} and {other} overlap"));
            }
        }
    }
    let mut numbers = vec![scene.width, scene.height];
    let rect_numbers = |rect: &Rect| [rect.x, rect.y, rect.w, rect.h];
    numbers.extend(scene.nodes.iter().flat_map(|node| rect_numbers(&node.rect)));
    numbers.extend(
        scene
            .groups
            .iter()
            .flat_map(|frame| rect_numbers(&frame.rect)),
    );
    numbers.extend(
        scene
            .edges
            .iter()
            .flat_map(|edge| &edge.points)
            .flat_map(|point| [point.x, point.y]),
    );
    if !numbers.iter().all(|number| number.is_finite()) {
        fault("a number is not finite".to_owned());
    }
    let paper = Rect::new(0.0, 0.0, scene.width, scene.height);
    let rects = scene
        .nodes
        .iter()
        .map(|node| node.rect)
        .chain(scene.groups.iter().map(|frame| frame.rect))
        .chain(plates.iter().map(|(_, plate)| *plate))
        .chain(
            scene
                .edges
                .iter()
                .flat_map(|edge| edge.points.windows(2))
                .map(|p| thin(p[0], p[1])),
        )
        .chain(scene.strip.iter().map(|strip| strip.rect));
    for rect in rects {
        if !paper.contains(&rect) {
            fault(format!("{rect:?} leaves the paper"));
        }
    }
    faults
}

/// How often two arrows cross.
pub fn crossings(scene: &Scene) -> usize {
    let mut count = 0;
    for (at, a) in scene.edges.iter().enumerate() {
        for b in &scene.edges[at + 1..] {
            for one in a.points.windows(2) {
                let hits = |two: &&[Point]| thin(one[0], one[1]).overlaps(&thin(two[0], two[1]));
                count += b.points.windows(2).filter(hits).count();
            }
        }
    }
    count
}
