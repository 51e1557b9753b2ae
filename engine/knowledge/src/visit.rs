//! Walks over the whole knowledge base: every condition and every citation in it.

use plumbline_rules::Condition;

use crate::model::{Knowledge, Origin, PatternEdge, PatternGroup, PatternNode, Reference};

/// A condition and where it comes from.
pub(crate) struct Placed<'a> {
    pub condition: &'a Condition,
    pub origin: &'a Origin,
    /// The entry that it belongs to: "rule traffic-bursts".
    pub entry: String,
    /// What it decides, for a sentence: "`when`".
    pub field: &'static str,
}

/// Every condition, in the order of the model.
pub(crate) fn conditions<'a>(knowledge: &'a Knowledge) -> Vec<Placed<'a>> {
    let mut found = Vec::new();
    let mut add = |condition: Option<&'a Condition>, origin: &'a Origin, entry: &str, field| {
        found.extend(condition.map(|condition| Placed {
            condition,
            origin,
            entry: entry.to_owned(),
            field,
        }));
    };
    for question in &knowledge.questions {
        let entry = format!("question {}", question.id);
        add(
            question.ask_when.as_ref(),
            &question.origin,
            &entry,
            "ask_when",
        );
    }
    for rule in &knowledge.rules {
        let entry = format!("rule {}", rule.id);
        add(Some(&rule.when), &rule.origin, &entry, "when");
    }
    for trade_off in &knowledge.trade_offs {
        let entry = format!("trade-off {}", trade_off.id);
        for severity in &trade_off.severity {
            add(Some(&severity.when), &trade_off.origin, &entry, "severity");
        }
    }
    for item in &knowledge.checklist {
        let entry = format!("checklist item {}", item.id);
        add(item.when.as_ref(), &item.origin, &entry, "when");
    }
    for role in &knowledge.roles {
        let entry = format!("role {}", role.id);
        add(role.absent.as_ref(), &role.origin, &entry, "absent");
    }
    for pattern in &knowledge.patterns {
        let entry = format!("pattern {}", pattern.id);
        for fit in &pattern.fits {
            add(Some(&fit.when), &pattern.origin, &entry, "fits");
        }
        let (groups, nodes, edges) = (&pattern.groups, &pattern.nodes, &pattern.edges);
        for (condition, field) in drawn(groups, nodes, edges) {
            add(Some(condition), &pattern.origin, &entry, field);
        }
    }
    for stage in &knowledge.stages {
        let entry = format!("stage {}", stage.id);
        add(stage.when.as_ref(), &stage.origin, &entry, "when");
        for remark in stage.gains.iter().chain(&stage.costs) {
            add(remark.when.as_ref(), &stage.origin, &entry, "when");
        }
        for (condition, field) in drawn(&stage.groups, &stage.nodes, &stage.edges) {
            add(Some(condition), &stage.origin, &entry, field);
        }
    }
    for contradiction in &knowledge.contradictions {
        let entry = format!("contradiction {}", contradiction.id);
        add(
            Some(&contradiction.when),
            &contradiction.origin,
            &entry,
            "when",
        );
    }
    found
}

/// The conditions in a graph, with the field that each decides.
fn drawn<'a>(
    groups: &'a [PatternGroup],
    nodes: &'a [PatternNode],
    edges: &'a [PatternEdge],
) -> impl Iterator<Item = (&'a Condition, &'static str)> {
    let groups = groups.iter().map(|group| (group.when.as_ref(), "groups"));
    let warm = nodes.iter().map(|node| (node.warm.as_ref(), "warm"));
    let absent = nodes.iter().map(|node| (node.absent.as_ref(), "absent"));
    let nodes = nodes.iter().map(|node| (node.when.as_ref(), "nodes"));
    let edges = edges.iter().map(|edge| (edge.when.as_ref(), "edges"));
    groups
        .chain(nodes)
        .chain(absent)
        .chain(warm)
        .chain(edges)
        .filter_map(|(condition, field)| Some((condition?, field)))
}

/// Every citation with the entry that cites: "rule traffic-bursts". An entry that cites something
/// twice comes twice.
pub(crate) fn citations(knowledge: &Knowledge) -> Vec<(String, Reference)> {
    let mut found = Vec::new();
    let mut add = |entry: String, references: &[Reference]| {
        found.extend(
            references
                .iter()
                .map(|reference| (entry.clone(), *reference)),
        );
    };
    for question in &knowledge.questions {
        add(format!("question {}", question.id), &question.sources);
    }
    for rule in &knowledge.rules {
        add(format!("rule {}", rule.id), &rule.sources);
    }
    for trade_off in &knowledge.trade_offs {
        add(format!("trade-off {}", trade_off.id), &trade_off.sources);
    }
    for item in &knowledge.checklist {
        add(format!("checklist item {}", item.id), &item.sources);
    }
    for service in &knowledge.services {
        add(format!("service {}", service.id), &service.sources);
        for limit in &service.limits {
            add(format!("service {}", service.id), &limit.sources);
        }
    }
    for pattern in &knowledge.patterns {
        add(format!("pattern {}", pattern.id), &pattern.sources);
    }
    for stage in &knowledge.stages {
        add(format!("stage {}", stage.id), &stage.sources);
    }
    for claim in &knowledge.claims {
        add(format!("claim {}", claim.id), &[claim.guide]);
        add(format!("claim {}", claim.id), &claim.sources);
    }
    found
}
