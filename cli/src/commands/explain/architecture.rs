//! Services, their limits, roles and patterns.

use plumbline_knowledge::{LimitValue, NodeRole, Pattern, Provider, ServiceLimit};
use plumbline_rules::format_quantity;

use super::card::Card;
use crate::chart::points;
use crate::page::{plain, styled};
use crate::style::Style;

/// A service.
pub fn service(card: &mut Card<'_>, index: usize) {
    let knowledge = card.knowledge;
    let Some(service) = knowledge.services.get(index) else {
        return;
    };
    card.title(
        &service.name,
        &service.id,
        &format!("a service, {}", service.provider.label()),
    );
    card.field("What", &service.summary);
    let roles: Vec<&str> = service
        .roles
        .iter()
        .filter_map(|role| knowledge.roles.get(*role))
        .map(|role| role.label.as_str())
        .collect();
    card.field("Roles", &roles.join(", "));
    card.field("Billed", &service.billing);
    card.field(
        "Cold starts",
        service.cold_start.as_deref().unwrap_or_default(),
    );
    card.field("Portability", service.portability.label());
    let mut label = "Limits";
    for limit in &service.limits {
        let spans = [
            plain(format!("{}: ", limit.label)),
            styled(Style::BOLD, value(card, limit)),
            styled(
                Style::DIM,
                format!(" ({}, {}.{})", dated(limit), service.id, limit.id),
            ),
        ];
        card.spans(label, &spans);
        label = "";
    }
    card.ids(
        "Elsewhere",
        service
            .equivalents
            .iter()
            .filter_map(|other| knowledge.services.get(*other))
            .map(|other| other.id.as_str()),
    );
    card.sources(&service.sources);
    card.origin(&service.origin);
}

fn value(card: &Card<'_>, limit: &ServiceLimit) -> String {
    match &limit.value {
        LimitValue::Text(text) => text.clone(),
        LimitValue::Quantity(index) => card
            .knowledge
            .vocabulary
            .limits()
            .get(*index)
            .map_or_else(String::new, |limit| {
                format_quantity(limit.value, limit.quantity)
            }),
    }
}

fn dated(limit: &ServiceLimit) -> String {
    if limit.sure {
        format!("as of {}", limit.as_of)
    } else {
        format!("recalled {}, check it", limit.as_of)
    }
}

/// A limit of a service.
pub fn limit(card: &mut Card<'_>, service: usize, index: usize) {
    let knowledge = card.knowledge;
    let Some((service, limit)) = knowledge
        .services
        .get(service)
        .and_then(|service| Some((service, service.limits.get(index)?)))
    else {
        return;
    };
    let id = format!("{}.{}", service.id, limit.id);
    card.title(&limit.label, &id, "a limit");
    let value = value(card, limit);
    card.spans("Value", &[styled(Style::BOLD, value)]);
    card.field("Found", &dated(limit));
    card.field("Of", &format!("{} ({})", service.name, service.id));
    let quoted = format!("\"{id}\"");
    card.ids(
        "Read by rules",
        knowledge
            .rules
            .iter()
            .filter(|rule| rule.when.text().contains(&quoted))
            .map(|rule| rule.id.as_str()),
    );
    card.sources(&limit.sources);
    card.origin(&service.origin);
}

/// A role.
pub fn role(card: &mut Card<'_>, index: usize) {
    let knowledge = card.knowledge;
    let Some(role) = knowledge.roles.get(index) else {
        return;
    };
    card.title(&role.label, &role.id, "a role in patterns");
    for provider in Provider::ALL {
        if let Some(service) = role
            .services
            .get(&provider)
            .and_then(|service| knowledge.services.get(*service))
        {
            card.spans(
                provider.label(),
                &[
                    plain(service.name.clone()),
                    plain(" "),
                    styled(Style::CODE, service.id.clone()),
                ],
            );
        }
    }
    card.ids(
        "In patterns",
        knowledge
            .patterns
            .iter()
            .filter(|pattern| {
                pattern
                    .nodes
                    .iter()
                    .any(|node| node.role == NodeRole::Role(index))
                    || pattern.strip.contains(&index)
            })
            .map(|pattern| pattern.id.as_str()),
    );
    card.origin(&role.origin);
}

/// A pattern.
pub fn pattern(card: &mut Card<'_>, index: usize) {
    let knowledge = card.knowledge;
    let Some(pattern) = knowledge.patterns.get(index) else {
        return;
    };
    card.title(&pattern.name, &pattern.id, "a pattern");
    card.field("What", &pattern.summary);
    card.field("Use when", &pattern.use_when);
    card.field("Avoid when", &pattern.avoid_when);
    card.list("Good for", pattern.benefits.iter().map(String::as_str));
    card.list("Mind", pattern.considerations.iter().map(String::as_str));
    services(card, pattern);
    let mut steps: Vec<_> = pattern
        .edges
        .iter()
        .filter_map(|edge| Some((edge.step?, edge.story.as_deref()?)))
        .collect();
    steps.sort_by_key(|(step, _)| *step);
    let steps: Vec<String> = steps
        .into_iter()
        .map(|(step, story)| format!("{step}. {story}"))
        .collect();
    card.list("Story", steps.iter().map(String::as_str));
    let mut label = "Fits when";
    for fit in &pattern.fits {
        card.spans(
            label,
            &[
                plain(format!("{:>3} ", points(fit.weight))),
                styled(Style::CODE, fit.when.text().trim()),
            ],
        );
        label = "";
    }
    card.sources(&pattern.sources);
    card.origin(&pattern.origin);
}

/// What it is made of, and which service does that on each cloud.
fn services(card: &mut Card<'_>, pattern: &Pattern) {
    let knowledge = card.knowledge;
    let mut label = "Made of";
    for node in &pattern.nodes {
        let role = match node.role {
            NodeRole::Compute => None,
            NodeRole::Role(role) => knowledge.roles.get(role),
        };
        let services: Vec<&str> = Provider::CLOUDS
            .iter()
            .filter_map(|provider| role?.services.get(provider))
            .filter_map(|service| knowledge.services.get(*service))
            .map(|service| service.name.as_str())
            .collect();
        let who = match role {
            None => "as the verdict says".to_owned(),
            Some(_) => services.join(", "),
        };
        let mut spans = vec![plain(node.label.clone())];
        if !who.is_empty() {
            spans.push(styled(Style::DIM, format!(" ({who})")));
        }
        card.spans(label, &spans);
        label = "";
    }
}
