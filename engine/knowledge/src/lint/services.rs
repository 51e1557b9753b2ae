//! Roles that a cloud can't fill, and services that stand alone.

use std::collections::BTreeSet;

use plumbline_source::Diagnostic;

use super::placed;
use crate::model::{Knowledge, NodeRole, Provider};

pub(super) fn lint(knowledge: &Knowledge, found: &mut Vec<Diagnostic>) {
    unfilled_roles(knowledge, found);
    unsaid_roles(knowledge, found);
    for service in &knowledge.services {
        if service.equivalents.is_empty() {
            let message = format!("the service `{}` has no equivalents", service.id);
            found.push(
                Diagnostic::warning(placed(message, &service.origin))
                    .help("name what is nearest to it elsewhere"),
            );
        }
    }
}

/// Roles that a picture of one of the three clouds would have to leave without a service. Roles
/// that no pattern or stage draws only sort services.
fn unfilled_roles(knowledge: &Knowledge, found: &mut Vec<Diagnostic>) {
    let drawn = drawn(knowledge);
    for (place, role) in knowledge.roles.iter().enumerate() {
        if role.is_outside() || !drawn.contains(&place) {
            continue;
        }
        let missing: Vec<&str> = Provider::CLOUDS
            .into_iter()
            .filter(|provider| !role.services.contains_key(provider))
            .map(Provider::id)
            .collect();
        if !missing.is_empty() {
            let message = format!(
                "nothing plays the role `{}` on {}",
                role.id,
                missing.join(" and ")
            );
            found.push(
                Diagnostic::warning(placed(message, &role.origin))
                    .help("add a service, if need be one that runs on machines"),
            );
        }
    }
}

fn drawn(knowledge: &Knowledge) -> BTreeSet<usize> {
    let stages = &knowledge.stages;
    let patterns = &knowledge.patterns;
    let nodes = patterns
        .iter()
        .flat_map(|pattern| &pattern.nodes)
        .chain(stages.iter().flat_map(|stage| &stage.nodes));
    let roles = nodes.filter_map(|node| match node.role {
        NodeRole::Role(role) => Some(role),
        NodeRole::Compute => None,
    });
    let strips = patterns
        .iter()
        .flat_map(|pattern| &pattern.strip)
        .chain(stages.iter().flat_map(|stage| &stage.strip));
    roles.chain(strips.copied()).collect()
}

fn unsaid_roles(knowledge: &Knowledge, found: &mut Vec<Diagnostic>) {
    for (place, role) in knowledge.roles.iter().enumerate() {
        let services = role
            .services
            .values()
            .chain(role.without_functions.values());
        let players: BTreeSet<usize> = services.copied().collect();
        for service in players.iter().filter_map(|at| knowledge.services.get(*at)) {
            if !service.roles.contains(&place) {
                let message = format!(
                    "the service `{}` plays the role `{}` without saying so",
                    service.id, role.id
                );
                found.push(
                    Diagnostic::warning(placed(message, &service.origin))
                        .help(format!("add `{}` to its `roles`", role.id)),
                );
            }
        }
    }
}
