//! What a box of the picture is: the service behind it, what it allows, and what was found about it.

use leptos::html;
use leptos::prelude::*;
use plumbline_knowledge::{
    Knowledge, LimitValue, Provider, Reference, Role, Service, ServiceLimit,
};
use plumbline_rules::format_quantity;

use super::choice::Chosen;
use super::drawing::Thing;
use super::findings::Findings;
use crate::engine::knowledge;
use crate::place::Place;

/// The panel of a box.
#[component]
pub fn ThingPanel(
    chosen: Chosen,
    thing: Thing,
    takes_focus: bool,
    close: Callback<()>,
) -> impl IntoView {
    let heading = NodeRef::<html::H2>::new();
    let role = knowledge()
        .role(&thing.role)
        .and_then(|role| knowledge().roles.get(role));
    let service = knowledge()
        .service(&thing.service)
        .and_then(|service| knowledge().services.get(service));
    let provider = untrack(|| chosen.provider());
    let label = thing.label.clone();
    Effect::new(move |_| {
        if let (true, Some(heading)) = (takes_focus, heading.get()) {
            let options = web_sys::FocusOptions::new();
            options.set_prevent_scroll(true);
            let _ = heading.focus_with_options(&options);
        }
    });
    view! {
        <aside
            class="thing-panel"
            aria-labelledby="thing-heading"
            on:keydown=move |event| {
                if event.key() == "Escape" {
                    event.stop_propagation();
                    close.run(());
                }
            }
        >
            <header>
                <div>
                    <p class="small quiet">{role.map(|role| role.label.as_str())}</p>
                    <h2 id="thing-heading" node_ref=heading tabindex="-1">{label}</h2>
                </div>
                <button type="button" class="plain" aria-label="Close" on:click=move |_| close.run(())>"✕"</button>
            </header>
            {match service {
                Some(service) => about(service).into_any(),
                None => nothing_known(role, provider).into_any(),
            }}
            <Findings chosen thing service/>
            {role.map(|role| equivalents(role, service, provider))}
            {service.map(limits)}
        </aside>
    }
}

fn nothing_known(role: Option<&'static Role>, provider: Provider) -> impl IntoView {
    let text = if role.is_none_or(Role::is_outside) {
        "Stands outside the cloud; no service of it plays this role.".to_owned()
    } else {
        format!(
            "{} has no service for this that Plumbline knows of.",
            provider.label()
        )
    };
    view! { <p class="quiet">{text}</p> }
}

fn about(service: &'static Service) -> impl IntoView {
    let href = Place::knowledge(Some("services"), Some(&service.id)).path();
    let cold_start = service
        .cold_start
        .as_deref()
        .map(|text| view! { <dt>"Cold starts"</dt><dd>{text}</dd> });
    view! {
        <p class="service-name"><a href=href>{service.name.as_str()}</a></p>
        <p>{service.summary.as_str()}</p>
        <dl class="thing-facts">
            <dt>"Billing"</dt><dd>{service.billing.as_str()}</dd>
            {cold_start}
            <dt>"Moving away"</dt><dd>{service.portability.label()}</dd>
        </dl>
    }
}

/// What a service allows, with what that was drawn from: once for limits that follow each other and
/// have it in common.
fn limits(service: &'static Service) -> impl IntoView {
    let alike = |one: &ServiceLimit, other: &ServiceLimit| {
        (one.sure, &one.as_of, &one.sources) == (other.sure, &other.as_of, &other.sources)
    };
    let group = |limits: &'static [ServiceLimit]| {
        let first = limits.first()?;
        let rows = limits.iter().map(|limit| {
            view! {
                <li>
                    <span>{short_label(&limit.label, &service.name)}</span>
                    <b class="num">{limit_text(knowledge(), limit)}</b>
                </li>
            }
        });
        let unsure = (!first.sure).then(|| view! { " "<span class="tag">"not confirmed"</span> });
        Some(view! {
            <ul class="limits">{rows.collect_view()}</ul>
            <p class="small quiet">{format!("As of {}: ", first.as_of)}{sources(knowledge(), &first.sources)}{unsure}</p>
        })
    };
    let groups = service.limits.chunk_by(alike).map(group).collect_view();
    (!service.limits.is_empty()).then(|| view! { <h3>"What it allows"</h3>{groups} })
}

/// How much a limit allows, in words.
fn limit_text(knowledge: &Knowledge, limit: &ServiceLimit) -> String {
    match &limit.value {
        LimitValue::Text(text) => text.clone(),
        LimitValue::Quantity(index) => knowledge
            .vocabulary
            .limits()
            .get(*index)
            .map_or_else(String::new, |limit| {
                format_quantity(limit.value, limit.quantity)
            }),
    }
}

/// "AWS Lambda's time limit" is "Time limit" where it is clear whose.
fn short_label(label: &str, service: &str) -> String {
    let rest = label
        .split_once("'s ")
        .and_then(|(whose, rest)| service.ends_with(whose).then_some(rest));
    let mut letters = rest.unwrap_or(label).chars();
    letters.next().map_or_else(String::new, |first| {
        first.to_uppercase().chain(letters).collect()
    })
}

/// Where something comes from, linked where it is on the web.
fn sources(
    knowledge: &'static Knowledge,
    references: &'static [Reference],
) -> impl IntoView + use<> {
    let one = |reference: &'static Reference| {
        let title = knowledge.cites(reference);
        let url = match reference {
            Reference::Source(source) => knowledge
                .sources
                .get(*source)
                .and_then(|source| source.url.as_deref()),
            Reference::Guide { .. } => None,
        };
        match url {
            Some(url) => {
                view! { <a href=url target="_blank" rel="noreferrer">{title}</a> }.into_any()
            }
            None => view! { <span>{title}</span> }.into_any(),
        }
    };
    let mut pieces = Vec::new();
    for (position, reference) in references.iter().enumerate() {
        if position > 0 {
            pieces.push("; ".into_any());
        }
        pieces.push(one(reference));
    }
    pieces
}

/// What plays the role on the other clouds, and what else is near to the service.
fn equivalents(
    role: &'static Role,
    service: Option<&'static Service>,
    here: Provider,
) -> impl IntoView {
    let services = &knowledge().services;
    let of_role = role
        .services
        .iter()
        .filter(|(provider, _)| **provider != here)
        .map(|(_, index)| *index);
    let mut nearest: Vec<usize> = of_role.collect();
    for &index in service
        .map(|service| service.equivalents.as_slice())
        .unwrap_or_default()
    {
        let elsewhere = services
            .get(index)
            .is_some_and(|service| service.provider != here);
        if elsewhere && !nearest.contains(&index) {
            nearest.push(index);
        }
    }
    let rows = nearest.into_iter().filter_map(|index| services.get(index)).map(|service| {
        let href = Place::knowledge(Some("services"), Some(&service.id)).path();
        view! { <li><span class="quiet">{service.provider.label()}</span><a href=href>{service.name.as_str()}</a></li> }
    });
    let rows = rows.collect_view();
    (!rows.is_empty()).then(|| view! { <h3>"Elsewhere"</h3><ul class="elsewhere">{rows}</ul> })
}

#[cfg(test)]
mod tests {
    use super::short_label;

    #[test]
    fn a_limit_needn_t_name_its_service_again() {
        assert_eq!(
            short_label("AWS Lambda's time limit", "AWS Lambda"),
            "Time limit"
        );
        assert_eq!(short_label("DynamoDB's item", "Amazon DynamoDB"), "Item");
        assert_eq!(
            short_label("the time limit of it", "AWS Lambda"),
            "The time limit of it"
        );
        assert_eq!(short_label("AWS Lambda's ", "AWS Lambda"), "");
    }
}
