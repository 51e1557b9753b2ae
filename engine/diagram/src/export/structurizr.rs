//! Structurizr DSL: a C4 model whose containers are the nodes, and a deployment whose nested nodes are
//! the frames.

use super::outline::{ACROSS, Move, byline, indent, links, remark, walk};
use crate::model::{Accent, Diagram, Edge, EdgeStyle, Glyph, GroupKind};
use crate::text::clean;
use crate::tree::Tree;
use std::collections::BTreeSet;
use std::fmt::Write as _;

/// The diagram as a Structurizr workspace, with a view of the containers, one of the steps in their
/// order, and one of the frames as a deployment.
///
/// Names are unique, as Structurizr wants them. Its relationships have no line styles that every parser
/// reads, so an arrow says in its technology whether the sender waits, and carries a tag.
pub(crate) fn structurizr(diagram: &Diagram) -> String {
    let tree = Tree::new(diagram);
    let framed = tree.inhabited.iter().any(|inhabited| *inhabited);
    let outside = |at: usize| framed && tree.home[at].is_none();
    let mut out = String::new();
    let mut names = Names::default();
    let system = names.unique(&diagram.title, "System");
    let _ = writeln!(
        out,
        "workspace {} {} {{\n  model {{",
        string(&diagram.title),
        string(&byline(diagram))
    );
    for (at, node) in diagram.nodes.iter().enumerate() {
        if outside(at) {
            let name = names.unique(&node.label, "Unnamed");
            let _ = writeln!(
                out,
                "    n{at} = softwareSystem {} {} \"Outside\"",
                string(&name),
                string(&node.service)
            );
        }
    }
    let _ = writeln!(out, "    system = softwareSystem {} {{", string(&system));
    let mut names = Names::default();
    for (at, node) in diagram.nodes.iter().enumerate() {
        if !outside(at) {
            let name = names.unique(&node.label, "Unnamed");
            let badges: Vec<String> = node.badges.iter().map(u8::to_string).collect();
            let described = if badges.is_empty() {
                String::new()
            } else {
                format!("Notes {}", badges.join(", "))
            };
            let _ = writeln!(
                out,
                "      n{at} = container {} \"{described}\" {} \"{}\"",
                string(&name),
                string(&node.service),
                tags(node.glyph, node.accent)
            );
        }
    }
    for (at, item) in diagram.strip.iter().enumerate() {
        let name = names.unique(&item.label, "Unnamed");
        let _ = writeln!(
            out,
            "      s{at} = container {} \"{ACROSS}\" {} \"Across\"",
            string(&name),
            string(&item.service)
        );
    }
    out.push_str("    }\n");
    relationships(diagram, &mut out);
    deployment(diagram, &tree, framed, &mut out);
    for note in &diagram.notes {
        let _ = writeln!(out, "    // Note {}", inert(&remark(note)));
    }
    out.push_str("  }\n");
    views(diagram, &mut out);
    out.push_str("}\n");
    out
}

fn relationships(diagram: &Diagram, out: &mut String) {
    let mut said: BTreeSet<(usize, usize, String)> = BTreeSet::new();
    for (from, to, edge) in links(diagram) {
        let mut says = description(edge);
        // Structurizr refuses a second relationship that says the same.
        while !said.insert((from, to, says.clone())) {
            says.push_str(" (again)");
        }
        let (way, tag) = match edge.style {
            EdgeStyle::Sync => ("synchronous", ""),
            EdgeStyle::Async => ("asynchronous", " \"Async\""),
        };
        let _ = writeln!(out, "    n{from} -> n{to} {} \"{way}\"{tag}", string(&says));
    }
}

/// "3. writes the order"; never empty, since readers of the format count on it.
fn description(edge: &Edge) -> String {
    let label = clean(&edge.label);
    let label = if label.is_empty() {
        match edge.style {
            EdgeStyle::Sync => "calls",
            EdgeStyle::Async => "sends to",
        }
    } else {
        &label
    };
    match edge.step {
        Some(step) => format!("{step}. {label}"),
        None => label.to_owned(),
    }
}

/// Frames as deployment nodes around instances of what stands in them.
fn deployment(diagram: &Diagram, tree: &Tree, framed: bool, out: &mut String) {
    out.push_str("    deploymentEnvironment \"Live\" {\n");
    // Names of siblings differ; one set of names per open frame.
    let mut siblings = vec![Names::default()];
    let open = |siblings: &mut Vec<Names>, depth: usize, label: &str, kind: GroupKind| {
        let (word, tag) = match kind {
            GroupKind::Cloud => ("cloud", "Cloud"),
            GroupKind::Region => ("region", "Region"),
            GroupKind::Network => ("network", "Network"),
            GroupKind::Tier => ("tier", "Tier"),
        };
        let name = siblings
            .last_mut()
            .map(|names| names.unique(label, tag))
            .unwrap_or_default();
        siblings.push(Names::default());
        format!(
            "{}deploymentNode {} \"\" \"{word}\" \"{tag}\" {{\n",
            indent(depth),
            string(&name)
        )
    };
    for (step, depth) in walk(diagram, tree) {
        match step {
            Move::Open(group) => {
                let frame = &diagram.groups[group];
                out.push_str(&open(&mut siblings, depth + 3, &frame.label, frame.kind));
            }
            Move::Node(at) if !framed || tree.home[at].is_some() => {
                // A container instance needs a node around it.
                let (before, after) = if framed {
                    (String::new(), "")
                } else {
                    let line = open(&mut siblings, depth + 3, "Node", GroupKind::Tier);
                    siblings.pop();
                    (line, " }")
                };
                let _ = writeln!(
                    out,
                    "{before}{}containerInstance n{at}{after}",
                    indent(depth + 3)
                );
            }
            Move::Node(_) => {}
            Move::Close(_) => {
                siblings.pop();
                let _ = writeln!(out, "{}}}", indent(depth + 3));
            }
        }
    }
    let beyond: Vec<usize> = (0..diagram.nodes.len())
        .filter(|&at| framed && tree.home[at].is_none())
        .collect();
    if !beyond.is_empty() {
        out.push_str(&open(&mut siblings, 3, "Outside", GroupKind::Tier));
        siblings.pop();
        for at in beyond {
            let _ = writeln!(out, "        softwareSystemInstance n{at}");
        }
        out.push_str("      }\n");
    }
    if !diagram.strip.is_empty() {
        out.push_str(&open(&mut siblings, 3, ACROSS, GroupKind::Tier));
        for at in 0..diagram.strip.len() {
            let _ = writeln!(out, "        containerInstance s{at}");
        }
        out.push_str("      }\n");
    }
    out.push_str("    }\n");
}

fn views(diagram: &Diagram, out: &mut String) {
    let title = clean(&diagram.title);
    let _ = writeln!(
        out,
        "  views {{\n    container system \"containers\" {} {{\n      include *\n      autoLayout lr\n    }}",
        string(&title)
    );
    let mut story: Vec<(u8, usize, usize, &Edge)> = links(diagram)
        .into_iter()
        .filter_map(|(from, to, edge)| Some((edge.step?, from, to, edge)))
        .collect();
    story.sort_by_key(|(step, ..)| *step);
    if !story.is_empty() {
        let _ = writeln!(
            out,
            "    dynamic system \"story\" {} {{",
            string(&format!("{title}: step by step"))
        );
        for (_, from, to, edge) in story {
            let _ = writeln!(out, "      n{from} -> n{to} {}", string(&description(edge)));
        }
        out.push_str("      autoLayout lr\n    }\n");
    }
    let _ = writeln!(
        out,
        "    deployment system \"Live\" \"deployment\" {} {{\n      include *\n      autoLayout lr\n    }}",
        string(&title)
    );
    out.push_str(STYLES);
    out.push_str("  }\n");
}

const STYLES: &str = "\
    styles {
      element \"Element\" {
        shape RoundedBox
        background #ffffff
        color #1d2126
      }
      element \"Outside\" {
        background #f4f0e8
      }
      element \"Across\" {
        background #f6f3ec
      }
      element \"Functions\" {
        background #dcefe8
      }
      element \"Containers\" {
        background #e0eaf7
      }
      element \"AlwaysOn\" {
        background #f6e3da
      }
      element \"Store\" {
        shape Cylinder
      }
      element \"Queue\" {
        shape Pipe
      }
    }
";

/// What a container is tagged with; the styles go by it.
fn tags(glyph: Glyph, accent: Option<Accent>) -> String {
    let kind = match glyph {
        Glyph::Table | Glyph::Sql | Glyph::ObjectStore | Glyph::Cache | Glyph::Search => "Store",
        Glyph::Queue | Glyph::DeadLetter | Glyph::Topic | Glyph::EventBus | Glyph::Stream => {
            "Queue"
        }
        _ => "",
    };
    let runs = match accent {
        None => "",
        Some(Accent::Functions) => "Functions",
        Some(Accent::Containers) => "Containers",
        Some(Accent::AlwaysOn) => "AlwaysOn",
    };
    let tags: Vec<&str> = [kind, runs]
        .into_iter()
        .filter(|tag| !tag.is_empty())
        .collect();
    tags.join(",")
}

/// Names that were given among siblings. Structurizr refuses two of one name.
#[derive(Default)]
struct Names(BTreeSet<String>);

impl Names {
    /// The text, or `instead` if it is empty, with a number if the name is taken.
    fn unique(&mut self, text: &str, instead: &str) -> String {
        let text = inert(text);
        let base = if text.is_empty() {
            instead.to_owned()
        } else {
            text
        };
        let mut name = base.clone();
        let mut number = 2;
        while !self.0.insert(name.to_lowercase()) {
            name = format!("{base} ({number})");
            number += 1;
        }
        name
    }
}

/// A text in quotes.
fn string(text: &str) -> String {
    format!("\"{}\"", inert(text))
}

/// A text in which nothing means anything to the DSL. Its readers disagree about backslashes, so quotes
/// and backslashes become characters that look like them; `${` would be replaced by a constant.
fn inert(text: &str) -> String {
    let mut out = String::new();
    for c in clean(text).chars() {
        match c {
            '"' => out.push('”'),
            '\\' => out.push('∖'),
            '{' if out.ends_with('$') => out.push_str(" {"),
            c => out.push(c),
        }
    }
    out
}
