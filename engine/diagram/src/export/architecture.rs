//! Mermaid architecture-beta: icons and sides of boxes, laid out by Mermaid.

use super::mermaid::{escaped, plain, remarks};
use super::outline::{ACROSS, Move, byline, indent, links, walk};
use crate::foot::joined;
use crate::layout::layout;
use crate::model::{Diagram, Edge, EdgeStyle, Glyph, GroupKind};
use crate::scene::{Point, Rect, Scene};
use crate::text::clean;
use crate::tree::Tree;
use std::fmt::Write as _;

/// The diagram as Mermaid `architecture-beta`.
///
/// The grammar knows five icons, no line styles and no loops: what is asynchronous says so in its
/// label, and an arrow from a box to itself becomes a comment. The sides that arrows leave and enter
/// come from our own layout, so that both pictures read alike; where that fails, from left to right.
pub(crate) fn mermaid_architecture(diagram: &Diagram) -> String {
    let scene = layout(diagram).ok();
    let mut out = String::from("architecture-beta\n");
    let title = plain(&joined(&diagram.title, &byline(diagram)));
    if !title.is_empty() {
        let _ = writeln!(out, "  title {title}");
    }
    let tree = Tree::new(diagram);
    for (step, depth) in walk(diagram, &tree) {
        match step {
            Move::Open(group) => {
                let icon = match diagram.groups[group].kind {
                    GroupKind::Cloud => "(cloud)",
                    GroupKind::Region => "(internet)",
                    GroupKind::Network | GroupKind::Tier => "(server)",
                };
                let name = title_of(&diagram.groups[group].label);
                let _ = writeln!(
                    out,
                    "{}group g{group}{icon}{name}{}",
                    indent(depth + 1),
                    place(tree.parent[group])
                );
            }
            Move::Node(at) => {
                let node = &diagram.nodes[at];
                let _ = writeln!(
                    out,
                    "{}service n{at}({}){}{}",
                    indent(depth + 1),
                    icon(node.glyph),
                    title_of(&joined(&clean(&node.label), &clean(&node.service))),
                    place(tree.home[at])
                );
            }
            Move::Close(_) => {}
        }
    }
    if !diagram.strip.is_empty() {
        let _ = writeln!(out, "  group across(cloud)[{ACROSS}]");
        for (at, item) in diagram.strip.iter().enumerate() {
            let _ = writeln!(
                out,
                "    service s{at}({}){} in across",
                icon(item.glyph),
                title_of(&joined(&clean(&item.label), &clean(&item.service)))
            );
        }
    }
    // Where there is a scene, every edge has its ends, and the lists run alike.
    for (at, (from, to, edge)) in links(diagram).into_iter().enumerate() {
        let says = label(edge);
        if from == to {
            let _ = writeln!(out, "  %% n{from} to itself: {}", plain(&says));
            continue;
        }
        let (leaves, enters) = sides(scene.as_ref(), at);
        let says = if says.is_empty() {
            "-".to_owned()
        } else {
            title_of(&says) + "-"
        };
        let _ = writeln!(out, "  n{from}:{leaves} -{says}> {enters}:n{to}");
    }
    remarks(diagram, &mut out);
    out
}

/// " in g3", or nothing.
fn place(group: Option<usize>) -> String {
    group
        .map(|group| format!(" in g{group}"))
        .unwrap_or_default()
}

/// A title in brackets: bare where every version of the grammar reads it, in quotes otherwise; left
/// out where there is none.
fn title_of(text: &str) -> String {
    let text = clean(text);
    if text.is_empty() {
        String::new()
    } else if text
        .chars()
        .all(|c| c == ' ' || c == '_' || c.is_ascii_alphanumeric())
    {
        format!("[{text}]")
    } else {
        format!("[\"{}\"]", escaped(&text))
    }
}

/// "3 writes the order (async)".
fn label(edge: &Edge) -> String {
    let step = edge.step.map(|step| step.to_string()).unwrap_or_default();
    let words = [
        step.as_str(),
        &clean(&edge.label),
        match edge.style {
            EdgeStyle::Sync => "",
            EdgeStyle::Async => "(async)",
        },
    ];
    let words: Vec<&str> = words.into_iter().filter(|word| !word.is_empty()).collect();
    words.join(" ")
}

/// The sides that our own line leaves and enters, by the edge's place in the diagram's list.
fn sides(scene: Option<&Scene>, edge: usize) -> (char, char) {
    let ends = || {
        let scene = scene?;
        let route = scene.edges.get(edge)?;
        let rect = |id: &str| Some(scene.nodes.iter().find(|node| node.id == id)?.rect);
        Some((
            side(rect(&route.from)?, *route.points.first()?),
            side(rect(&route.to)?, *route.points.last()?),
        ))
    };
    ends().unwrap_or(('R', 'L'))
}

/// The side that a point on the border lies on.
fn side(rect: Rect, point: Point) -> char {
    let away = [
        ('L', point.x - rect.x),
        ('R', rect.right() - point.x),
        ('T', point.y - rect.y),
        ('B', rect.bottom() - point.y),
    ];
    away.into_iter()
        .min_by(|a, b| a.1.total_cmp(&b.1))
        .map_or('R', |(side, _)| side)
}

/// The nearest of the icons that the grammar has.
const fn icon(glyph: Glyph) -> &'static str {
    match glyph {
        Glyph::Table | Glyph::Sql | Glyph::Cache | Glyph::Search | Glyph::Analytics => "database",
        Glyph::ObjectStore | Glyph::Log | Glyph::Secret | Glyph::Key => "disk",
        Glyph::Client
        | Glyph::Device
        | Glyph::External
        | Glyph::Cdn
        | Glyph::Network
        | Glyph::Notification => "internet",
        Glyph::Queue
        | Glyph::DeadLetter
        | Glyph::Topic
        | Glyph::EventBus
        | Glyph::Stream
        | Glyph::Workflow
        | Glyph::Schedule
        | Glyph::Auth
        | Glyph::Firewall
        | Glyph::Metrics
        | Glyph::Trace => "cloud",
        Glyph::Function | Glyph::Container | Glyph::Server | Glyph::Api | Glyph::LoadBalancer => {
            "server"
        }
    }
}
