//! Patterns.

use std::collections::BTreeSet;

use plumbline_rules::{Condition, compile, reach_together};
use plumbline_source::{Node, quote};

use crate::load::entry::Entry;
use crate::load::linker::Linker;
use crate::load::record::Record;
use crate::load::topic::Topic;
use crate::model::{Fit, NodeRole, Pattern, PatternEdge, PatternGroup, PatternNode, words};

words! {
    /// How a message passes, as YAML says it.
    pub enum EdgeKind {
        /// The sender waits for an answer.
        Sync = "sync", "the sender waits";
        /// The sender goes on.
        Async = "async", "the sender goes on";
    }
}

const MOST_NODES: usize = 60;

/// The farthest column or row of a drawing.
const FARTHEST: i64 = 31;

pub(crate) fn pattern(linker: &Linker, entry: &Entry) -> Option<Pattern> {
    let mut record = Record::of_entry(linker, entry)?;
    let name = record.text("name");
    let summary = record.text("summary");
    let use_when = record.text("use_when");
    let avoid_when = record.text("avoid_when");
    let mut fits = Vec::new();
    for node in record.list("fits") {
        let Some(mut inner) = record.inside(node, "a condition of fit") else {
            continue;
        };
        let when = inner.condition("when");
        let weight = i32::try_from(inner.integer("weight", -100, 100)).unwrap_or_default();
        inner.finish();
        fits.extend(when.map(|when| Fit { when, weight }));
    }
    let groups = groups(&mut record);
    let nodes = nodes(&mut record, &groups);
    let edges = edges(&mut record, &nodes);
    let strip = record.maybe_list("strip");
    let strip = record.references(Topic::Role, strip);
    let benefits = record.texts("benefits");
    let considerations = record.texts("considerations");
    let sources = record.sources();
    record.finish();
    Some(Pattern {
        id: entry.id.clone(),
        name,
        summary,
        use_when,
        avoid_when,
        fits,
        groups,
        nodes,
        edges,
        strip,
        benefits,
        considerations,
        sources,
        origin: entry.origin.clone(),
    })
}

pub(super) fn groups(record: &mut Record<'_>) -> Vec<PatternGroup> {
    let items = record.maybe_list("groups");
    let mut taken = BTreeSet::new();
    let mut groups: Vec<PatternGroup> = Vec::new();
    for node in items {
        let Some(mut inner) = record.inside(node, "a group") else {
            continue;
        };
        let known: Vec<String> = groups.iter().map(|group| group.id.clone()).collect();
        let id = inner.local_id(&mut taken);
        let label = inner.text("label");
        let kind = inner
            .required("kind")
            .and_then(|node| inner.one_of("kind", node, &PatternGroup::KINDS))
            .and_then(|place| PatternGroup::KINDS.get(place).copied())
            .unwrap_or_default();
        let when = inner.maybe_condition("when");
        // Looking only at groups before this one leaves no room for circles.
        let parent = inner.optional("in").and_then(|parent| {
            let listed_later = items.iter().any(|other| {
                let written = other.get("id").and_then(|id| id.text(inner.source).ok());
                written == parent.text(inner.source).ok()
            });
            let is_known = parent
                .text(inner.source)
                .is_ok_and(|id| known.iter().any(|known| known == id));
            if listed_later && !is_known {
                inner.wrong(
                    parent,
                    "the group around this one stands after it",
                    "list a group before those inside it",
                );
                return None;
            }
            inner.local("group", parent, &known)
        });
        inner.finish();
        groups.push(PatternGroup {
            id,
            label,
            kind: kind.to_owned(),
            when,
            parent,
        });
    }
    groups
}

pub(super) fn nodes(record: &mut Record<'_>, groups: &[PatternGroup]) -> Vec<PatternNode> {
    let known: Vec<String> = groups.iter().map(|group| group.id.clone()).collect();
    let mut taken = BTreeSet::new();
    let mut nodes: Vec<PatternNode> = Vec::new();
    let items = record.list("nodes");
    if let Some(first) = items.get(MOST_NODES) {
        record.wrong(
            first,
            format!("a pattern has at most {MOST_NODES} nodes"),
            "nobody can read more in one picture; leave some out",
        );
    }
    for node in items.iter().take(MOST_NODES) {
        let Some(mut inner) = record.inside(node, "a node") else {
            continue;
        };
        let id = inner.local_id(&mut taken);
        let role = inner.required("role").and_then(|node| role(&inner, node));
        let label = inner.text("label");
        let at = inner.required("at");
        let (column, row) = at.and_then(|at| place(&inner, at)).unwrap_or_default();
        let group = inner
            .optional("in")
            .and_then(|node| inner.local("group", node, &known));
        let when = inner.maybe_condition("when");
        let absent = inner.maybe_condition("absent");
        let options = inner.options_or_all();
        let warm = inner.maybe_condition("warm");
        inner.finish();
        let made = PatternNode {
            id,
            role: role.unwrap_or(NodeRole::Compute),
            label,
            column,
            row,
            group,
            when,
            absent,
            options,
            warm,
        };
        if let Some(at) = at {
            for other in &nodes {
                if (other.column, other.row) == (column, row)
                    && can_meet(record.linker, other, &made)
                {
                    record.wrong(
                        at,
                        format!("the place is taken by {}", quote(&other.id)),
                        "move one of them, or give them conditions that never hold together",
                    );
                }
            }
        }
        nodes.push(made);
    }
    nodes
}

pub(super) fn role(record: &Record<'_>, node: &Node) -> Option<NodeRole> {
    if node.text(record.source).is_ok_and(|id| id == "compute") {
        return Some(NodeRole::Compute);
    }
    record
        .linker
        .reference(Topic::Role, record.source, node)
        .map(NodeRole::Role)
}

/// Column and row.
fn place(record: &Record<'_>, node: &Node) -> Option<(u8, u8)> {
    let items = record.linker.mistakes.keep(node.sequence(record.source))?;
    let [column, row] = items else {
        record.wrong(
            node,
            "a place has a column and a row",
            "write it as `[2, 1]`",
        );
        return None;
    };
    let number = |node| u8::try_from(record.integer_at(node, 0, FARTHEST)).unwrap_or_default();
    Some((number(column), number(row)))
}

/// Whether two nodes can be there together; assumed where it can't be settled.
fn can_meet(linker: &Linker, one: &PatternNode, other: &PatternNode) -> bool {
    // What runs the code is there whatever the verdict is.
    let of_verdicts = one.role != NodeRole::Compute && other.role != NodeRole::Compute;
    let shared = one.options.iter().any(|it| other.options.contains(it));
    if of_verdicts && !shared {
        return false;
    }
    let (Some(one), Some(other)) = (presence(linker, one), presence(linker, other)) else {
        return true;
    };
    reach_together(&[&one, &other], &linker.vocabulary).can_hold != Some(false)
}

/// What has to hold for a node to be there; none for one that always is.
fn presence(linker: &Linker, node: &PatternNode) -> Option<Condition> {
    let Some(absent) = &node.absent else {
        return node.when.clone();
    };
    let mut text = format!("!({})", absent.text());
    if let Some(when) = &node.when {
        text = format!("({}) && {text}", when.text());
    }
    compile(&text, &linker.vocabulary).ok()
}

pub(super) fn edges(record: &mut Record<'_>, nodes: &[PatternNode]) -> Vec<PatternEdge> {
    let known: Vec<String> = nodes.iter().map(|node| node.id.clone()).collect();
    let mut edges = Vec::new();
    for node in record.list("edges") {
        let Some(mut inner) = record.inside(node, "an edge") else {
            continue;
        };
        let from = inner
            .required("from")
            .and_then(|node| inner.local("node", node, &known));
        let to = inner
            .required("to")
            .and_then(|node| inner.local("node", node, &known));
        // An edge that repeats what another one says may say nothing.
        let says_nothing = inner
            .optional("label")
            .is_none_or(|node| node.text(inner.source).is_ok_and(str::is_empty));
        let label = if says_nothing {
            String::new()
        } else {
            inner.text("label")
        };
        let kind = inner.word::<EdgeKind>("kind");
        let step = inner
            .optional("step")
            .map(|node| inner.integer_at(node, 1, 99));
        let story = inner.maybe_text("story");
        let when = inner.maybe_condition("when");
        let around = inner.maybe_list("unless");
        let unless = inner.once(around, |node| inner.local("node", node, &known));
        inner.finish();
        if from.is_some() && from == to {
            record.wrong(
                node,
                "an edge leads from a node to itself",
                "leave it out; the text can say it",
            );
        }
        if let (Some(from), Some(to), Some(kind)) = (from, to, kind) {
            edges.push(PatternEdge {
                from,
                to,
                label,
                asynchronous: kind == EdgeKind::Async,
                step: step.and_then(|step| u8::try_from(step).ok()),
                story,
                when,
                unless,
            });
        }
    }
    edges
}
