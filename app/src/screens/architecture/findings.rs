//! What the assessment says about a box: what its limits decide, what its verdict costs, and where it
//! is advised.

use leptos::prelude::*;
use plumbline_assess::{Assessment, TradeOffFinding};
use plumbline_knowledge::{Provider, Service};

use super::choice::Chosen;
use super::drawing::Thing;
use crate::components::SeverityMark;
use crate::place::{Place, Screen};

/// What was found about a box; nothing where nothing was.
#[component]
pub fn Findings(chosen: Chosen, thing: Thing, service: Option<&'static Service>) -> impl IntoView {
    move || {
        let assessment = chosen.assessment();
        let part = chosen.part_of(&thing.key).unwrap_or_default();
        let provider = chosen.provider();
        let workload = chosen.session().id();
        let found = found(&assessment, &part, &thing, service, provider);
        let row = |(number, finding, text): (Option<String>, &TradeOffFinding, String)| {
            let href = Place::workload(&workload, Screen::TradeOffs)
                .with(&[], Some(&format!("trade-off-{}", finding.id)));
            let number = number.map(|number| view! { <span class="note-number num" title="Its number in the diagram">{number}</span> });
            view! {
                <li>
                    <p class="finding-title"><SeverityMark severity=finding.severity/>{number}<a href=href>{finding.title.clone()}</a></p>
                    <p class="small quiet">{text}</p>
                </li>
            }
        };
        let group = |heading: &'static str,
                     rows: Vec<(Option<String>, &TradeOffFinding, String)>| {
            (!rows.is_empty()).then(|| {
                view! {
                    <h3>{heading}</h3>
                    <ul class="thing-findings">{rows.into_iter().map(row).collect_view()}</ul>
                }
            })
        };
        let decided = (!found.decided.is_empty()).then(|| {
            let rows = found.decided.iter().map(|text| view! { <li><p>{text.clone()}</p></li> });
            view! { <h3>"What its limits decide"</h3><ul class="thing-findings">{rows.collect_view()}</ul> }
        });
        view! {
            {decided}
            {group("What it costs", found.costs)}
            {group("Advice that names it", found.advised)}
        }
    }
}

struct Found<'a> {
    /// What follows from the limits of its service, in words.
    decided: Vec<String>,
    /// Trade-offs that arise from it, with their numbers in the drawing and why they arise.
    costs: Vec<(Option<String>, &'a TradeOffFinding, String)>,
    /// Trade-offs against which its service is advised, with what is advised.
    advised: Vec<(Option<String>, &'a TradeOffFinding, String)>,
}

fn found<'a>(
    assessment: &'a Assessment,
    part: &str,
    thing: &Thing,
    service: Option<&Service>,
    provider: Provider,
) -> Found<'a> {
    let limits = service.map(|service| format!("{}.", service.id));
    let is_of_service = |code: &str| limits.as_deref().is_some_and(|limit| code.contains(limit));
    let assessed = assessment.parts.iter().find(|assessed| assessed.id == part);
    let mut decided: Vec<String> = Vec::new();
    if let Some(assessed) = assessed {
        let out = assessed.options.iter().flat_map(|option| {
            let by = option.ruled_out_by.iter();
            by.filter(|by| by.limit.as_deref().is_some_and(is_of_service))
                .map(|by| format!("Rules out {}: {}", option.id.label(), by.because))
        });
        decided.extend(out);
        let clauses = assessed
            .evidence
            .iter()
            .filter(|evidence| evidence.rules_out.is_none())
            .flat_map(|evidence| {
                evidence
                    .clauses
                    .iter()
                    .filter(|clause| is_of_service(&clause.code))
                    .map(|clause| format!("{}: {}", evidence.title, clause.text))
            });
        decided.extend(clauses);
    }
    let of_part = |finding: &&TradeOffFinding| finding.part == part;
    let mut mine: Vec<&TradeOffFinding> = assessment.trade_offs.iter().filter(of_part).collect();
    // What parts share carries the flags of all of them.
    for flag in &thing.flags {
        if mine.iter().all(|finding| finding.id != flag.about) {
            let of_others = assessment.trade_offs.iter();
            mine.extend(of_others.filter(|finding| finding.id == flag.about));
        }
    }
    let mut costs = Vec::new();
    let mut advised = Vec::new();
    for finding in mine {
        let flag = thing.flags.iter().find(|flag| flag.about == finding.id);
        let number = flag.map(|flag| flag.number.clone());
        let of_limit = finding
            .clauses
            .iter()
            .any(|clause| is_of_service(&clause.code));
        if number.is_some() || of_limit {
            costs.push((number, finding, finding.because.clone()));
        } else if let Some(advice) = service.and_then(|service| advice(finding, service, provider))
        {
            advised.push((number, finding, advice));
        }
    }
    Found {
        decided,
        costs,
        advised,
    }
}

/// What is advised against a trade-off on a cloud and names a service.
fn advice(finding: &TradeOffFinding, service: &Service, provider: Provider) -> Option<String> {
    let name = short_name(&service.name);
    let advice = finding.mitigations.get(provider.id())?.iter();
    let naming: Vec<&str> = advice
        .filter(|advice| names(advice, name))
        .map(String::as_str)
        .collect();
    (!naming.is_empty()).then(|| naming.join(" "))
}

/// As people call it: "Lambda".
fn short_name(name: &str) -> &str {
    const MAKERS: [&str; 5] = ["Amazon ", "AWS ", "Azure ", "Google ", "Microsoft "];
    MAKERS
        .iter()
        .find_map(|maker| name.strip_prefix(maker))
        .unwrap_or(name)
}

/// Whether a text has a name in it, as words of their own.
fn names(text: &str, name: &str) -> bool {
    text.match_indices(name).any(|(at, _)| {
        let (before, after) = (&text[..at], &text[at + name.len()..]);
        !before.ends_with(char::is_alphanumeric) && !after.starts_with(char::is_alphanumeric)
    })
}

#[cfg(test)]
mod tests {
    use super::{names, short_name};

    #[test]
    fn a_service_is_found_by_the_name_that_people_use() {
        assert_eq!(short_name("AWS Lambda"), "Lambda");
        assert_eq!(short_name("Cloud Run"), "Cloud Run");
        assert!(names("Use Lambda's own queue.", "Lambda"));
        assert!(!names("Lambdas are many, MyLambda is one.", "Lambda"));
    }
}
