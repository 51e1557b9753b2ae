//! Services, roles and patterns: what designs are made of.

use leptos::prelude::*;
use plumbline_knowledge::{LimitValue, NodeRole, Pattern, PatternEdge, PatternNode};
use plumbline_rules::format_quantity;

use super::index::capital;
use super::kind::Kind;
use super::pieces::{
    Link, Page, cite, cites, inline_condition, role_link, service_link, table, text,
};
use crate::engine;

/// A service: what it is, what it allows, and what is like it elsewhere.
pub fn service(id: &str) -> Option<Page> {
    let knowledge = engine::knowledge();
    let index = knowledge.service(id)?;
    let service = knowledge.services.get(index)?;
    let mut page = Page::new(
        service.name.clone(),
        service.summary.clone(),
        &service.origin,
    );
    page.fact("Provider", service.provider.label());
    page.fact("Billing", service.billing.clone());
    if let Some(cold) = &service.cold_start {
        page.fact("Cold starts", cold.clone());
    }
    page.fact("Portability", capital(service.portability.label()));
    let limits = service.limits.iter().map(|limit| {
        let value = match &limit.value {
            LimitValue::Text(words) => words.clone(),
            LimitValue::Quantity(index) => {
                let limit = knowledge.vocabulary.limits().get(*index);
                limit.map_or_else(String::new, |limit| format_quantity(limit.value, limit.quantity))
            }
        };
        let doubt = (!limit.sure).then(|| view! { " "<span class="tag marked">"not certain"</span> });
        let found = limit.sources.iter().map(|source| view! { <p>{cite(source)}</p> });
        let name = view! { {capital(&limit.label)}<code class="under">{format!("{}.{}", service.id, limit.id)}</code> };
        vec![
            name.into_any(),
            view! { <b>{value}</b>{doubt} }.into_any(),
            view! { <span class="date">{limit.as_of.clone()}</span> }.into_any(),
            view! { <div class="small">{found.collect_view()}</div> }.into_any(),
        ]
    });
    if !service.limits.is_empty() {
        page.section(
            "Limits",
            table(
                "Limits",
                &["Limit", "Value", "As of", "Source"],
                limits.collect(),
            ),
        );
    }
    page.links(
        "Roles that it plays",
        service
            .roles
            .iter()
            .filter_map(|role| role_link(*role))
            .collect(),
    );
    page.links(
        "What is nearest to it elsewhere",
        service
            .equivalents
            .iter()
            .filter_map(|other| service_link(*other))
            .collect(),
    );
    let rules = knowledge.rules.iter().filter(|rule| {
        let limit = match &rule.effect {
            plumbline_knowledge::Effect::RulesOut { limit, .. } => {
                limit.and_then(|limit| knowledge.vocabulary.limits().get(limit))
            }
            plumbline_knowledge::Effect::Points(_) => None,
        };
        limit.is_some_and(|limit| limit.id.split('.').next() == Some(&service.id))
    });
    page.links(
        "Rules that hang on its limits",
        rules.map(super::rules::rule_link).collect(),
    );
    page.section("Sources", cites(&service.sources));
    Some(page)
}

/// A role: who plays it where, and in which patterns.
pub fn role(id: &str) -> Option<Page> {
    let knowledge = engine::knowledge();
    let index = knowledge.role(id)?;
    let role = knowledge.roles.get(index)?;
    let lead = if role.is_outside() {
        "It stands outside the provider's cloud."
    } else {
        ""
    };
    let mut page = Page::new(capital(&role.label), lead, &role.origin);
    let services = role.services.iter().filter_map(|(provider, service)| {
        Some(vec![
            text(provider.label()),
            service_link(*service)?.anchor(),
        ])
    });
    if !role.services.is_empty() {
        page.section(
            "Who plays it",
            table("Who plays it", &["Provider", "Service"], services.collect()),
        );
    }
    let others = knowledge
        .services
        .iter()
        .enumerate()
        .filter(|(number, service)| {
            service.roles.contains(&index) && !role.services.values().any(|played| played == number)
        });
    page.links(
        "Who can play it too",
        others
            .filter_map(|(number, _)| service_link(number))
            .collect(),
    );
    let patterns = knowledge.patterns.iter().filter(|pattern| {
        pattern.strip.contains(&index)
            || pattern
                .nodes
                .iter()
                .any(|node| node.role == NodeRole::Role(index))
    });
    page.links(
        "Patterns that have it",
        patterns.map(pattern_link).collect(),
    );
    Some(page)
}

fn pattern_link(pattern: &'static Pattern) -> Link {
    Link::new(Kind::Patterns, &pattern.id, pattern.name.clone(), "")
}

/// A pattern: when to use it, what is in it, and what happens step by step.
pub fn pattern(id: &str) -> Option<Page> {
    let knowledge = engine::knowledge();
    let pattern = knowledge.patterns.get(knowledge.pattern(id)?)?;
    let mut page = Page::new(
        pattern.name.clone(),
        pattern.summary.clone(),
        &pattern.origin,
    );
    page.fact("Use it", pattern.use_when.clone());
    page.fact("Don't", pattern.avoid_when.clone());
    page.section("Step by step", steps(pattern));
    let nodes = pattern.nodes.iter().map(|node| {
        vec![
            text(node.label.clone()),
            node_role(node),
            inline_condition(node.when.as_ref()),
        ]
    });
    page.section(
        "What is in it",
        table(
            "What is in it",
            &["Piece", "Role", "There when"],
            nodes.collect(),
        ),
    );
    page.links(
        "What cuts across",
        pattern
            .strip
            .iter()
            .filter_map(|role| role_link(*role))
            .collect(),
    );
    page.bullets("What it is good for", &pattern.benefits);
    page.bullets("What to mind", &pattern.considerations);
    let fits = pattern.fits.iter().map(|fit| {
        vec![
            inline_condition(Some(&fit.when)),
            text(super::pieces::signed(fit.weight)),
        ]
    });
    page.section(
        "What makes it fit",
        table("What makes it fit", &["When", "Weight"], fits.collect()),
    );
    page.section("Sources", cites(&pattern.sources));
    Some(page)
}

fn node_role(node: &PatternNode) -> AnyView {
    match node.role {
        NodeRole::Compute => text("The code, run as the verdict says"),
        NodeRole::Role(index) => role_link(index).map_or_else(|| ().into_any(), Link::anchor),
    }
}

fn steps(pattern: &Pattern) -> AnyView {
    let mut edges: Vec<&PatternEdge> = pattern.edges.iter().collect();
    edges.sort_by_key(|edge| edge.step.unwrap_or(u8::MAX));
    let name = |node: usize| {
        pattern
            .nodes
            .get(node)
            .map_or("", |node| node.label.as_str())
    };
    let items = edges.into_iter().map(|edge| {
        let way = format!("{} → {}", name(edge.from), name(edge.to));
        let passes = if edge.label.is_empty() { String::new() } else { format!(": {}", edge.label) };
        let waits = edge.asynchronous.then(|| view! { " "<span class="tag">"doesn't wait"</span> });
        let number = edge.step.map_or_else(|| "·".to_owned(), |step| step.to_string());
        let when = edge.when.as_ref().map(|when| view! { <span class="small quiet">"when "{inline_condition(Some(when))}</span> });
        view! {
            <li><span class="step num" aria-hidden="true">{number}</span>
            <span><b>{way}</b>{passes}{waits}<span class="story">{edge.story.clone()}</span>{when}</span></li>
        }
    });
    view! { <ol class="steps-list">{items.collect_view()}</ol> }.into_any()
}
