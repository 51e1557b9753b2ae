//! DOT, for Graphviz: clusters, and labels in its HTML-like markup.

use super::outline::{ACROSS, Move, byline, indent, lines, links, says, walk};
use super::paint::{Paint, meaning};
use crate::model::{Accent, Diagram, EdgeStyle, Glyph, GroupKind, Node, Severity};
use crate::svg;
use crate::text::clean;
use crate::theme::Theme;
use crate::tree::Tree;
use std::fmt::Write as _;

const NODE_ROOM: f64 = 170.0;
const EDGE_ROOM: f64 = 140.0;
const NOTE_ROOM: f64 = 420.0;
/// Graphviz knows the widths of its letters without having the font.
const FONT: &str = "Helvetica";

/// The diagram as DOT, laid out from left to right by Graphviz. Every text is escaped HTML-like markup.
pub(crate) fn dot(diagram: &Diagram, theme: Theme) -> String {
    let paint = Paint(theme);
    let ink = paint.of("ink");
    let mut out = String::from("digraph architecture {\n");
    let _ = writeln!(
        out,
        "  graph [rankdir=LR, bgcolor=\"{}\", fontname=\"{FONT}\", fontsize=12, fontcolor=\"{}\", labelloc=b, labeljust=l, nodesep=0.35, ranksep=0.75, pad=0.3, label={}]",
        paint.of("paper"),
        paint.of("ink-2"),
        legend(diagram, paint)
    );
    let _ = writeln!(
        out,
        "  node [shape=box, style=\"rounded,filled\", fillcolor=\"{}\", color=\"{}\", fontname=\"{FONT}\", fontsize=13, fontcolor=\"{ink}\", margin=\"0.2,0.12\"]",
        paint.of("sheet"),
        paint.of("line-strong")
    );
    let _ = writeln!(
        out,
        "  edge [color=\"{}\", fontname=\"{FONT}\", fontsize=11, fontcolor=\"{ink}\", arrowsize=0.8]",
        paint.of("wire")
    );
    // The title stands over a cluster around everything, since the graph's own label is the legend. What
    // is written first comes to stand below.
    let _ = writeln!(
        out,
        "  subgraph cluster_page {{\n  graph [peripheries=0, margin=0, labelloc=t, fontcolor=\"{ink}\", label={}]",
        heading(diagram, paint)
    );
    strip(diagram, paint, &mut out);
    for (step, depth) in walk(diagram, &Tree::new(diagram)) {
        match step {
            Move::Open(group) => {
                let frame = &diagram.groups[group];
                let style = match frame.kind {
                    GroupKind::Cloud | GroupKind::Region => "rounded,filled",
                    GroupKind::Network => "rounded,filled,dashed",
                    GroupKind::Tier => "rounded,filled,dotted",
                };
                let _ = writeln!(
                    out,
                    "{0}subgraph cluster_g{group} {{\n{0}  graph [peripheries=1, style=\"{style}\", fillcolor=\"{1}\", color=\"{2}\", fontsize=11, fontcolor=\"{3}\", margin=14, label={4}]",
                    indent(depth + 1),
                    paint.ground(depth + 1),
                    paint.frame(frame.kind),
                    paint.of("ink-3"),
                    label(&broken(&frame.label, NOTE_ROOM))
                );
            }
            Move::Node(at) => node(&diagram.nodes[at], at, depth + 1, paint, &mut out),
            Move::Close(_) => {
                let _ = writeln!(out, "{}}}", indent(depth + 1));
            }
        }
    }
    for (from, to, edge) in links(diagram) {
        let style = match edge.style {
            EdgeStyle::Sync => "arrowhead=normal",
            EdgeStyle::Async => "style=dashed, arrowhead=vee",
        };
        let says = broken(&says(edge), EDGE_ROOM);
        let label = if says.is_empty() {
            String::new()
        } else {
            format!(", label={}", label(&says))
        };
        let _ = writeln!(out, "  n{from} -> n{to} [{style}{label}]");
    }
    out.push_str("  }\n}\n");
    out
}

/// Title, subtitle and date.
fn heading(diagram: &Diagram, paint: Paint) -> String {
    let title = escape(&diagram.title);
    let byline = escape(&byline(diagram));
    let mut lines = String::new();
    if !title.is_empty() {
        let _ = write!(
            lines,
            "<FONT POINT-SIZE=\"24\"><B>{title}</B></FONT><BR ALIGN=\"LEFT\"/>"
        );
    }
    if !byline.is_empty() {
        let _ = write!(
            lines,
            "<FONT POINT-SIZE=\"18\"> </FONT><FONT POINT-SIZE=\"13\" COLOR=\"{}\">{byline}</FONT><BR ALIGN=\"LEFT\"/>",
            paint.of("ink-2")
        );
    }
    if !lines.is_empty() {
        // Room between the title and the drawing.
        lines.push_str("<FONT POINT-SIZE=\"10\"> </FONT><BR ALIGN=\"LEFT\"/>");
    }
    label(&lines)
}

fn node(node: &Node, at: usize, depth: usize, paint: Paint, out: &mut String) {
    let shape = match node.glyph {
        Glyph::Table | Glyph::Sql | Glyph::ObjectStore | Glyph::Cache | Glyph::Search => {
            ", shape=cylinder, style=filled"
        }
        _ => "",
    };
    let accent = if node.accent.is_some() {
        format!(
            ", fillcolor=\"{}\", color=\"{}\"",
            paint.tile(node.accent),
            paint.border(node.accent)
        )
    } else {
        String::new()
    };
    let mut text = named(&node.label, &node.service, paint);
    let badges: Vec<String> = node.badges.iter().map(u8::to_string).collect();
    if !badges.is_empty() {
        let _ = write!(
            text,
            "<BR/><FONT POINT-SIZE=\"10\" COLOR=\"{}\">notes {}</FONT>",
            paint.of("brass"),
            badges.join(", ")
        );
    }
    let _ = writeln!(
        out,
        "{}n{at} [label={}{shape}{accent}]",
        indent(depth),
        label(&text)
    );
}

/// The label in bold and the service under it.
fn named(name: &str, service: &str, paint: Paint) -> String {
    let mut parts = Vec::new();
    let name = broken(name, NODE_ROOM);
    if !name.is_empty() {
        parts.push(format!("<B>{name}</B>"));
    }
    let service = broken(service, NODE_ROOM);
    if !service.is_empty() {
        parts.push(format!(
            "<FONT POINT-SIZE=\"11\" COLOR=\"{}\">{service}</FONT>",
            paint.of("ink-2")
        ));
    }
    parts.join("<BR/>")
}

/// The band for what cuts across, as a cluster without arrows.
fn strip(diagram: &Diagram, paint: Paint, out: &mut String) {
    if diagram.strip.is_empty() {
        return;
    }
    let _ = writeln!(
        out,
        "  subgraph cluster_across {{\n    graph [peripheries=1, style=\"rounded,filled\", fillcolor=\"{}\", color=\"{}\", fontsize=11, fontcolor=\"{}\", margin=14, label=<{ACROSS}>]",
        paint.ground(1),
        paint.of("line"),
        paint.of("ink-3")
    );
    for (at, item) in diagram.strip.iter().enumerate() {
        let text = named(&item.label, &item.service, paint);
        let _ = writeln!(out, "    s{at} [label={}]", label(&text));
    }
    out.push_str("  }\n");
}

/// The signs and the notes, as a table.
fn legend(diagram: &Diagram, paint: Paint) -> String {
    let mut rows = String::new();
    let mut row = |sign: &str, colour: &str, text: &str| {
        let _ = write!(
            rows,
            "<TR><TD ALIGN=\"LEFT\" VALIGN=\"TOP\"><FONT COLOR=\"{colour}\"><B>{sign}</B></FONT></TD><TD ALIGN=\"LEFT\" BALIGN=\"LEFT\">{text}</TD></TR>"
        );
    };
    for (style, sign, means) in [
        (EdgeStyle::Sync, "──▶", "calls and waits for the answer"),
        (EdgeStyle::Async, "╌╌&gt;", "sends and goes on"),
    ] {
        if diagram.edges.iter().any(|edge| edge.style == style) {
            row(sign, paint.of("wire"), means);
        }
    }
    for accent in [Accent::Functions, Accent::Containers, Accent::AlwaysOn] {
        if diagram.nodes.iter().any(|node| node.accent == Some(accent)) {
            row("■", paint.border(Some(accent)), meaning(accent));
        }
    }
    for note in &diagram.notes {
        let severity = match note.severity {
            Severity::High => "High",
            Severity::Medium => "Medium",
            Severity::Low => "Low",
        };
        let text = format!("{severity}: {}", clean(&note.text));
        row(
            &note.number.to_string(),
            paint.severity(note.severity),
            &broken(&text, NOTE_ROOM),
        );
    }
    if !rows.is_empty() {
        rows = format!(
            "<TABLE BORDER=\"0\" CELLBORDER=\"0\" CELLSPACING=\"2\" CELLPADDING=\"2\">{rows}</TABLE>"
        );
    }
    label(&rows)
}

/// The text escaped, with a break after each line; empty if there is none.
fn broken(text: &str, room: f64) -> String {
    let lines: Vec<String> = lines(text, room).iter().map(|line| escape(line)).collect();
    lines.join("<BR/>")
}

/// Escapes a text for markup. Graphviz replaces `\N`, `\G` and the like in its texts, so backslashes are
/// doubled.
fn escape(text: &str) -> String {
    svg::escape(text).replace('\\', "\\\\")
}

/// Markup as the value of an attribute; Graphviz refuses an empty one.
fn label(markup: &str) -> String {
    if markup.is_empty() {
        "\" \"".to_owned()
    } else {
        format!("<{markup}>")
    }
}
