//! Mermaid flowchart: keeps the structure, leaves the layout to Mermaid.

use crate::model::{Accent, Diagram, EdgeStyle, Glyph};
use crate::prose;
use crate::text::clean;
use crate::tree::Tree;
use std::collections::BTreeMap;
use std::fmt::Write as _;

/// The diagram as a Mermaid 11 flowchart, left to right, with frames as subgraphs.
///
/// Ids are our own (`n0`, `g0`, …) and every label is quoted with all punctuation written as character
/// codes, so no label can end its string, open a directive or start Markdown. Edges whose ends do not
/// exist are left out; nothing else makes it fail.
#[must_use]
pub fn mermaid(diagram: &Diagram) -> String {
    let tree = Tree::new(diagram);
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
    subgraphs(diagram, &tree, &mut out);
    for (at, _) in diagram
        .nodes
        .iter()
        .enumerate()
        .filter(|&(at, _)| tree.home[at].is_none())
    {
        node(diagram, at, 1, &mut out);
    }
    if !diagram.strip.is_empty() {
        out.push_str("  subgraph strip[\"Across everything\"]\n");
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
    out
}

/// Frames from the outside in, without recursion: nesting may be deep in an unchecked diagram.
fn subgraphs(diagram: &Diagram, tree: &Tree, out: &mut String) {
    enum Task {
        Open(usize, usize),
        Close(usize),
    }
    let mut inside: Vec<Vec<usize>> = vec![Vec::new(); tree.parent.len()];
    let mut todo = Vec::new();
    for group in (0..tree.parent.len())
        .rev()
        .filter(|&group| tree.inhabited[group])
    {
        match tree.parent[group] {
            Some(parent) => inside[parent].push(group),
            None => todo.push(Task::Open(group, 1)),
        }
    }
    let mut members: Vec<Vec<usize>> = vec![Vec::new(); tree.parent.len()];
    for (at, home) in tree.home.iter().enumerate() {
        if let Some(home) = home {
            members[*home].push(at);
        }
    }
    while let Some(task) = todo.pop() {
        match task {
            Task::Open(group, depth) => {
                let label = escaped(&diagram.groups[group].label);
                let label = if label.is_empty() {
                    " ".to_owned()
                } else {
                    label
                };
                let _ = writeln!(out, "{}subgraph g{group}[\"{label}\"]", indent(depth));
                for &at in &members[group] {
                    node(diagram, at, depth + 1, out);
                }
                todo.push(Task::Close(depth));
                todo.extend(
                    inside[group]
                        .iter()
                        .map(|&inner| Task::Open(inner, depth + 1)),
                );
            }
            Task::Close(depth) => {
                let _ = writeln!(out, "{}end", indent(depth));
            }
        }
    }
}

fn indent(depth: usize) -> String {
    "  ".repeat(depth.min(12))
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

fn two_lines(label: &str, service: &str) -> String {
    let lines: Vec<String> = [label, service]
        .into_iter()
        .map(escaped)
        .filter(|line| !line.is_empty())
        .collect();
    if lines.is_empty() {
        " ".to_owned()
    } else {
        lines.join("<br/>")
    }
}

fn edges(diagram: &Diagram, out: &mut String) {
    let mut by_id: BTreeMap<&str, usize> = BTreeMap::new();
    for (at, node) in diagram.nodes.iter().enumerate() {
        by_id.entry(&node.id).or_insert(at);
    }
    for edge in &diagram.edges {
        let (Some(from), Some(to)) = (by_id.get(edge.from.as_str()), by_id.get(edge.to.as_str()))
        else {
            continue;
        };
        let arrow = match edge.style {
            EdgeStyle::Sync => "-->",
            EdgeStyle::Async => "-.->",
        };
        let step = edge.step.map(|step| step.to_string()).unwrap_or_default();
        let words: Vec<String> = [step, escaped(&edge.label)]
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

/// A label for a quoted string: punctuation becomes `#code;`, except between letters or digits where
/// `-`, `.`, `/` and `_` mean nothing to Mermaid.
fn escaped(text: &str) -> String {
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
            || (inside && matches!(c, '-' | '.' | '/' | '_'));
        if kept {
            out.push(c);
        } else {
            let _ = write!(out, "#{};", u32::from(c));
        }
        before = c;
    }
    out
}

/// Text for `accTitle` and `accDescr`, which know no character codes: harmless punctuation stays.
fn plain(text: &str) -> String {
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
