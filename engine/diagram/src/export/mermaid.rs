//! Mermaid flowchart: keeps the structure, leaves the layout to Mermaid.

use super::outline::{ACROSS, Move, byline, indent, lines, links, remark, walk};
use crate::model::{Accent, Diagram, EdgeStyle, Glyph};
use crate::prose;
use crate::text::clean;
use crate::tree::Tree;
use std::fmt::Write as _;

/// A little less than Mermaid's own limit, for letters of 13 pixels where Mermaid's have 16.
const NODE_ROOM: f64 = 155.0;
const FRAME_ROOM: f64 = 500.0;

/// The diagram as a Mermaid 11 flowchart, left to right, with frames as subgraphs, to stand under a
/// heading of its own: its title is for readers that speak.
///
/// Ids are our own (`n0`, `g0`, …) and every label is quoted with all punctuation written as character
/// codes, so no label can end its string, open a directive or start Markdown. Edges whose ends do not
/// exist are left out; nothing else makes it fail.
#[must_use]
pub fn mermaid(diagram: &Diagram) -> String {
    let mut out = String::from("flowchart LR\n");
    let described = plain(&diagram.description);
    let described = if described.is_empty() {
        plain(&prose(diagram))
    } else {
        described
    };
    for (key, text) in [("accTitle", plain(&diagram.title)), ("accDescr", described)] {
        if !text.is_empty() {
            let _ = writeln!(out, "  {key}: {text}");
        }
    }
    frames(diagram, &mut out);
    if !diagram.strip.is_empty() {
        let _ = writeln!(out, "  subgraph strip[\"{ACROSS}\"]");
        for (at, item) in diagram.strip.iter().enumerate() {
            let _ = writeln!(
                out,
                "    s{at}([\"{}\"])",
                two_lines(&item.label, &item.service)
            );
        }
        out.push_str("  end\n");
    }
    edges(diagram, &mut out);
    classes(diagram, &mut out);
    remarks(diagram, &mut out);
    out
}

/// The flowchart as a file of its own, with the title over it.
pub(crate) fn mermaid_titled(diagram: &Diagram) -> String {
    front_matter(diagram) + &mermaid(diagram)
}

/// The title as YAML front matter. Inside its quotes no punctuation stands for itself, so that no title
/// can end the block or open a directive.
fn front_matter(diagram: &Diagram) -> String {
    let title = [clean(&diagram.title), byline(diagram)]
        .into_iter()
        .filter(|part| !part.is_empty())
        .collect::<Vec<_>>()
        .join(" · ");
    if title.is_empty() {
        return String::new();
    }
    let mut quoted = String::new();
    for c in title.chars() {
        // What Mermaid's sanitiser would take for markup, or show as an entity, gives way to what looks
        // like it.
        let c = match c {
            '<' => '‹',
            '>' => '›',
            '&' => '＆',
            c => c,
        };
        if c.is_ascii_punctuation() && !matches!(c, '.' | ',' | '-' | '/' | '(' | ')' | ':') {
            let _ = write!(quoted, "\\u{:04x}", u32::from(c));
        } else {
            quoted.push(c);
        }
    }
    format!("---\ntitle: \"{quoted}\"\n---\n")
}

/// Notes as comments: Mermaid has no place for them that a reader would see.
pub(super) fn remarks(diagram: &Diagram, out: &mut String) {
    for note in &diagram.notes {
        let _ = writeln!(out, "  %% Note {}", plain(&remark(note)));
    }
}

fn frames(diagram: &Diagram, out: &mut String) {
    for (step, depth) in walk(diagram, &Tree::new(diagram)) {
        match step {
            Move::Open(group) => {
                let label = broken(&diagram.groups[group].label, FRAME_ROOM);
                let label = if label.is_empty() {
                    " ".to_owned()
                } else {
                    label
                };
                let _ = writeln!(out, "{}subgraph g{group}[\"{label}\"]", indent(depth + 1));
            }
            Move::Node(at) => node(diagram, at, depth + 1, out),
            Move::Close(_) => {
                let _ = writeln!(out, "{}end", indent(depth + 1));
            }
        }
    }
}

fn node(diagram: &Diagram, at: usize, depth: usize, out: &mut String) {
    let node = &diagram.nodes[at];
    let (open, close) = match node.glyph {
        Glyph::Table | Glyph::Sql | Glyph::ObjectStore | Glyph::Cache | Glyph::Search => {
            ("[(", ")]")
        }
        Glyph::Queue | Glyph::DeadLetter | Glyph::Topic | Glyph::EventBus | Glyph::Stream => {
            ("([", "])")
        }
        Glyph::Client | Glyph::Device | Glyph::External => ("(", ")"),
        _ => ("[", "]"),
    };
    let label = two_lines(&node.label, &node.service);
    let _ = writeln!(out, "{}n{at}{open}\"{label}\"{close}", indent(depth));
}

/// Label and service on lines of their own, and broken where they are long: a word without end would
/// make a box without end.
fn two_lines(label: &str, service: &str) -> String {
    let lines: Vec<String> = [label, service]
        .into_iter()
        .map(|text| broken(text, NODE_ROOM))
        .filter(|line| !line.is_empty())
        .collect();
    if lines.is_empty() {
        " ".to_owned()
    } else {
        lines.join("<br/>")
    }
}

fn broken(text: &str, room: f64) -> String {
    let lines: Vec<String> = lines(text, room).iter().map(|line| escaped(line)).collect();
    lines.join("<br/>")
}

fn edges(diagram: &Diagram, out: &mut String) {
    for (from, to, edge) in links(diagram) {
        let arrow = match edge.style {
            EdgeStyle::Sync => "-->",
            EdgeStyle::Async => "-.->",
        };
        let step = edge.step.map(|step| step.to_string()).unwrap_or_default();
        let words: Vec<String> = [step, broken(&edge.label, NODE_ROOM)]
            .into_iter()
            .filter(|word| !word.is_empty())
            .collect();
        let label = if words.is_empty() {
            String::new()
        } else {
            format!("|\"{}\"|", words.join(" "))
        };
        let _ = writeln!(out, "  n{from} {arrow}{label} n{to}");
    }
}

fn classes(diagram: &Diagram, out: &mut String) {
    let kinds = [
        (
            Accent::Functions,
            "functions",
            "fill:#dcefe8,stroke:#1f6f5c,color:#1d2126",
        ),
        (
            Accent::Containers,
            "containers",
            "fill:#e0eaf7,stroke:#2b5fa8,color:#1d2126",
        ),
        (
            Accent::AlwaysOn,
            "alwaysOn",
            "fill:#f6e3da,stroke:#9a4b2e,color:#1d2126",
        ),
    ];
    for (accent, name, style) in kinds {
        let members: Vec<String> = diagram
            .nodes
            .iter()
            .enumerate()
            .filter(|(_, node)| node.accent == Some(accent))
            .map(|(at, _)| format!("n{at}"))
            .collect();
        if !members.is_empty() {
            let _ = writeln!(
                out,
                "  classDef {name} {style}\n  class {} {name}",
                members.join(",")
            );
        }
    }
}

/// A label for a quoted string: punctuation becomes `#code;`, except commas and parentheses, and between
/// letters or digits `-`, `.`, `/` and `_`, which mean nothing to Mermaid there.
pub(super) fn escaped(text: &str) -> String {
    let text = clean(text);
    let mut out = String::new();
    let mut before = ' ';
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        let inside =
            before.is_alphanumeric() && chars.peek().is_some_and(|next| next.is_alphanumeric());
        let kept = c == ' '
            || c.is_ascii_alphanumeric()
            || (!c.is_ascii() && !matches!(c, 'ﬂ' | '¶' | '°'))
            || matches!(c, ',' | '(' | ')')
            || (inside && matches!(c, '-' | '.' | '/' | '_'));
        if kept {
            out.push(c);
        } else {
            let _ = write!(out, "#{};", u32::from(c));
        }
        if c == '\\' && chars.peek() == Some(&'n') {
            // Mermaid breaks the line at `\n`, written as codes or not: a space without width between them.
            out.push_str("#8203;");
        }
        before = c;
    }
    out
}

/// Text for `accTitle` and `accDescr`, which know no character codes: harmless punctuation stays.
pub(super) fn plain(text: &str) -> String {
    let kept: String = text
        .chars()
        .map(|c| match c {
            '%' | '{' | '}' | '#' | ';' | '<' | '>' | '`' | '"' | '\\' | '[' | ']' | '|' | '&'
            | '~' => ' ',
            c => c,
        })
        .collect();
    clean(&kept)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn punctuation_cannot_leave_its_string() {
        let cases = [
            ("a\"b", "a#34;b"),
            ("end", "end"),
            ("`x`", "#96;x#96;"),
            ("1. one", "1#46; one"),
            ("eu-west-1", "eu-west-1"),
            ("- x", "#45; x"),
            ("#;", "#35;#59;"),
            ("a\nb", "a b"),
            ("<script>", "#60;script#62;"),
            ("%%{init}", "#37;#37;#123;init#125;"),
            ("größer", "größer"),
            ("\\n", "#92;#8203;n"),
        ];
        for (text, expected) in cases {
            assert_eq!(escaped(text), expected);
        }
    }

    #[test]
    fn a_cycle_of_groups_ends() {
        let diagram: Diagram = serde_json::from_str(
            r#"{"title":"t","groups":[
                {"id":"a","label":"A","kind":"tier","parent":"b"},
                {"id":"b","label":"B","kind":"tier","parent":"a"}],
              "nodes":[{"id":"n","label":"N","glyph":"api","group":"a"}]}"#,
        )
        .unwrap();
        let text = mermaid(&diagram);
        assert_eq!(text.matches("subgraph").count(), 2);
        assert_eq!(text.lines().filter(|line| line.trim() == "end").count(), 2);
    }
}
