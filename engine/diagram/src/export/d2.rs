//! D2: nested containers, classes for the looks, a legend.

use super::outline::{ACROSS, Move, byline, indent, lines, links, remark, says, walk};
use super::paint::{Paint, meaning};
use crate::model::{Accent, Diagram, EdgeStyle, Glyph, GroupKind, Node};
use crate::text::clean;
use crate::theme::Theme;
use crate::tree::Tree;
use std::fmt::Write as _;

const NODE_ROOM: f64 = 170.0;
const EDGE_ROOM: f64 = 150.0;
const NOTE_ROOM: f64 = 640.0;

/// The diagram as D2, laid out from left to right by D2. Every text is a quoted string.
pub(crate) fn d2(diagram: &Diagram, theme: Theme) -> String {
    let paint = Paint(theme);
    let mut out = String::from("direction: right\n");
    let _ = writeln!(out, "style.fill: \"{}\"", paint.of("paper"));
    classes(paint, &mut out);
    legend(diagram, &mut out);
    let heading: Vec<String> = [clean(&diagram.title), byline(diagram)]
        .into_iter()
        .filter(|line| !line.is_empty())
        .collect();
    if !heading.is_empty() {
        let _ = writeln!(
            out,
            "heading: {} {{class: heading; near: top-center}}",
            quoted(&heading)
        );
    }
    let tree = Tree::new(diagram);
    for (step, depth) in walk(diagram, &tree) {
        match step {
            Move::Open(group) => {
                let frame = &diagram.groups[group];
                let _ = writeln!(
                    out,
                    "{0}g{group}: {1} {{\n{0}  class: [{2}; depth{3}]",
                    indent(depth),
                    quoted(&lines(&frame.label, NOTE_ROOM)),
                    frame_class(frame.kind),
                    ground(depth)
                );
            }
            Move::Node(at) => node(&diagram.nodes[at], at, depth, &mut out),
            Move::Close(_) => {
                let _ = writeln!(out, "{}}}", indent(depth));
            }
        }
    }
    let path = |at: usize| {
        let mut path = String::new();
        let mut frames: Vec<usize> = tree.outwards(tree.home[at]).collect();
        frames.reverse();
        for frame in frames {
            let _ = write!(path, "g{frame}.");
        }
        format!("{path}n{at}")
    };
    for (from, to, edge) in links(diagram) {
        let class = match edge.style {
            EdgeStyle::Sync => "sync",
            EdgeStyle::Async => "async",
        };
        let says = says(edge);
        let label = if says.is_empty() {
            String::new()
        } else {
            format!(": {}", quoted(&lines(&says, EDGE_ROOM)))
        };
        let colon = if label.is_empty() { ":" } else { "" };
        let _ = writeln!(
            out,
            "{} -> {}{label}{colon} {{class: {class}}}",
            path(from),
            path(to)
        );
    }
    below(diagram, &mut out);
    out
}

fn classes(paint: Paint, out: &mut String) {
    let ink = paint.of("ink");
    let _ = writeln!(out, "classes: {{");
    let mut class = |name: &str, style: &str| {
        let _ = writeln!(out, "  {name}: {{{style}}}");
    };
    class(
        "heading",
        &format!("shape: text; style: {{font-size: 24; bold: true; font-color: \"{ink}\"}}"),
    );
    class(
        "remarks",
        &format!(
            "shape: text; style: {{font-size: 16; font-color: \"{}\"}}",
            paint.of("ink-2")
        ),
    );
    class(
        "node",
        &format!(
            "style: {{fill: \"{}\"; stroke: \"{}\"; font-color: \"{ink}\"; border-radius: 8}}",
            paint.of("sheet"),
            paint.of("line-strong")
        ),
    );
    for accent in [Accent::Functions, Accent::Containers, Accent::AlwaysOn] {
        class(
            accent_class(accent),
            &format!(
                "style: {{fill: \"{}\"; stroke: \"{}\"}}",
                paint.tile(Some(accent)),
                paint.border(Some(accent))
            ),
        );
    }
    for kind in [
        GroupKind::Cloud,
        GroupKind::Region,
        GroupKind::Network,
        GroupKind::Tier,
    ] {
        let dash = match kind {
            GroupKind::Cloud | GroupKind::Region => "",
            GroupKind::Network => "; stroke-dash: 5",
            GroupKind::Tier => "; stroke-dash: 2",
        };
        class(
            frame_class(kind),
            &format!(
                "style: {{stroke: \"{}\"; font-color: \"{}\"; font-size: 18; border-radius: 10{dash}}}",
                paint.frame(kind),
                paint.of("ink-3")
            ),
        );
    }
    for depth in 0..4 {
        class(
            &format!("depth{depth}"),
            &format!("style.fill: \"{}\"", paint.ground(depth + 1)),
        );
    }
    let wire = paint.of("wire");
    class(
        "sync",
        &format!("style: {{stroke: \"{wire}\"; font-color: \"{ink}\"}}"),
    );
    class(
        "async",
        &format!(
            "style: {{stroke: \"{wire}\"; font-color: \"{ink}\"; stroke-dash: 4}}; target-arrowhead.shape: arrow"
        ),
    );
    out.push_str("}\n");
}

/// What the signs mean, in D2's own legend; only those that occur.
fn legend(diagram: &Diagram, out: &mut String) {
    let mut entries = String::new();
    for accent in [Accent::Functions, Accent::Containers, Accent::AlwaysOn] {
        if diagram.nodes.iter().any(|node| node.accent == Some(accent)) {
            let class = accent_class(accent);
            let _ = writeln!(
                entries,
                "    {class}: \"{}\" {{class: [node; {class}]}}",
                meaning(accent)
            );
        }
    }
    for (style, class, means) in [
        (EdgeStyle::Sync, "sync", "calls and waits for the answer"),
        (EdgeStyle::Async, "async", "sends and goes on"),
    ] {
        if diagram.edges.iter().any(|edge| edge.style == style) {
            let _ = writeln!(
                entries,
                "    from -> to: \"{means}\" {{class: {class}}}\n    from.style.opacity: 0\n    to.style.opacity: 0"
            );
        }
    }
    if !entries.is_empty() {
        let _ = write!(out, "vars: {{\n  d2-legend: {{\n{entries}  }}\n}}\n");
    }
}

fn node(node: &Node, at: usize, depth: usize, out: &mut String) {
    let shape = match node.glyph {
        Glyph::Table | Glyph::Sql | Glyph::ObjectStore | Glyph::Cache | Glyph::Search => {
            "; shape: cylinder"
        }
        Glyph::Queue | Glyph::DeadLetter | Glyph::Topic | Glyph::EventBus | Glyph::Stream => {
            "; shape: queue"
        }
        _ => "",
    };
    let class = node.accent.map_or_else(
        || "node".to_owned(),
        |accent| format!("[node; {}]", accent_class(accent)),
    );
    let mut text = named(&node.label, &node.service);
    if !node.badges.is_empty() {
        let badges: Vec<String> = node.badges.iter().map(u8::to_string).collect();
        text.push(format!("notes {}", badges.join(", ")));
    }
    let _ = writeln!(
        out,
        "{}n{at}: {} {{class: {class}{shape}}}",
        indent(depth),
        quoted(&text)
    );
}

/// Label and service, line by line.
fn named(label: &str, service: &str) -> Vec<String> {
    let mut text = lines(label, NODE_ROOM);
    text.extend(lines(service, NODE_ROOM));
    text.retain(|line| !line.is_empty());
    text
}

/// The band for what cuts across, and the notes, under the graph.
fn below(diagram: &Diagram, out: &mut String) {
    if diagram.strip.is_empty() && diagram.notes.is_empty() {
        return;
    }
    out.push_str(
        "below: \"\" {\n  near: bottom-center\n  grid-columns: 1\n  style: {fill: transparent; stroke: transparent}\n",
    );
    if !diagram.strip.is_empty() {
        let _ = writeln!(
            out,
            "  across: \"{ACROSS}\" {{\n    class: [{}; depth0]\n    grid-rows: {}",
            frame_class(GroupKind::Cloud),
            diagram.strip.len().div_ceil(5)
        );
        for (at, item) in diagram.strip.iter().enumerate() {
            let text = named(&item.label, &item.service);
            let _ = writeln!(out, "    s{at}: {} {{class: node}}", quoted(&text));
        }
        out.push_str("  }\n");
    }
    if !diagram.notes.is_empty() {
        let text: Vec<String> = diagram
            .notes
            .iter()
            .flat_map(|note| lines(&remark(note), NOTE_ROOM))
            .collect();
        let _ = writeln!(out, "  remarks: {} {{class: remarks}}", quoted(&text));
    }
    out.push_str("}\n");
}

/// A double-quoted string. Backslashes, quotes and the dollar of `${…}` are escaped; the rest means
/// nothing there.
fn quoted(lines: &[String]) -> String {
    let mut out = String::from("\"");
    for (at, line) in lines.iter().enumerate() {
        if at > 0 {
            out.push_str("\\n");
        }
        for c in line.chars() {
            if matches!(c, '"' | '\\' | '$') {
                out.push('\\');
            }
            out.push(c);
        }
    }
    if out.len() == 1 {
        out.push(' ');
    }
    out.push('"');
    out
}

/// Grounds get deeper up to three levels, then alternate.
const fn ground(depth: usize) -> usize {
    if depth > 3 { 2 + depth % 2 } else { depth }
}

const fn accent_class(accent: Accent) -> &'static str {
    match accent {
        Accent::Functions => "functions",
        Accent::Containers => "containers",
        Accent::AlwaysOn => "always-on",
    }
}

const fn frame_class(kind: GroupKind) -> &'static str {
    match kind {
        GroupKind::Cloud => "cloud",
        GroupKind::Region => "region",
        GroupKind::Network => "network",
        GroupKind::Tier => "tier",
    }
}
