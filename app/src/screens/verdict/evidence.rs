//! The rules that hold, to be sorted, filtered and opened.

use std::collections::BTreeSet;

use leptos::prelude::*;
use plumbline_assess::{Evidence, PartAssessment};
use plumbline_knowledge::Compute;

use super::Look;
use super::rule::RuleEntry;
use super::weight::{Side, heaviest_first, net, side};
use crate::components::{counted, signed};

/// The list, with its choices.
#[component]
pub fn EvidenceList(look: Look) -> impl IntoView {
    let wanted_side = look.navigation.query("side");
    let wanted_dimension = look.navigation.query("dimension");
    let sort = look.navigation.query("sort");
    // Which rules are open outlives a change of the list.
    let open = StoredValue::new(BTreeSet::<String>::new());
    let said = move || {
        look.part().map(|part| {
            let hold = counted(part.evidence.len(), "rule");
            let hold = if part.evidence.len() == 1 {
                format!("{hold} holds")
            } else {
                format!("{hold} hold")
            };
            let open = match part.open_rules.len() {
                0 => String::new(),
                1 => ", 1 is open".to_owned(),
                more => format!(", {more} are open"),
            };
            hold + &open
        })
    };
    let sides = [(None, "All"), (Some("for"), "For"), (Some("against"), "Against")].map(|(value, label)| {
        let pressed = move || (wanted_side.get().as_deref() == value).to_string();
        view! { <button type="button" class="plain" aria-pressed=pressed on:click=move |_| look.navigation.choose("side", value)>{label}</button> }
    });
    let sorts = [(None, "By weight"), (Some("dimension"), "By dimension")].map(|(value, label)| {
        let pressed = move || (sort.get().as_deref() == value).to_string();
        view! { <button type="button" class="plain" aria-pressed=pressed on:click=move |_| look.navigation.choose("sort", value)>{label}</button> }
    });
    let dimensions = move || {
        let part = look.part()?;
        let options = part
            .dimensions
            .into_iter()
            .filter(|one| part.evidence.iter().any(|rule| rule.dimension == one.id))
            .map(|one| {
                let selected = wanted_dimension.get().as_ref() == Some(&one.id);
                view! { <option value=one.id selected=selected>{one.label}</option> }
            });
        Some(options.collect_view())
    };
    let choose_dimension = move |event| {
        let value = event_target_value(&event);
        look.navigation
            .choose("dimension", (!value.is_empty()).then_some(value.as_str()));
    };
    let list = move || {
        let part = look.part()?;
        let weighed = look.weighed(&part);
        let side = wanted_side.get();
        let dimension = wanted_dimension.get();
        let kept = filtered(&part, weighed, side.as_deref(), dimension.as_deref());
        if kept.is_empty() {
            let all = move |_| {
                look.navigation.choose("side", None);
                look.navigation.choose("dimension", None);
            };
            return Some(
                view! {
                    <div class="empty"><p>"No rule that holds is of this kind."</p>
                    <button type="button" on:click=all>"Show all evidence"</button></div>
                }
                .into_any(),
            );
        }
        Some(if sort.get().as_deref() == Some("dimension") {
            grouped(look, &part, kept, weighed, open)
        } else {
            let mut kept = kept;
            heaviest_first(&mut kept, weighed);
            entries(look, &part, kept, weighed, open)
        })
    };
    view! {
        <section id="evidence" aria-label="Evidence">
            <header><h2>"Evidence"</h2><span class="quiet small">{said}</span></header>
            <div class="evidence-choices">
                <span class="choice-row" role="group" aria-label="Which evidence">{sides}</span>
                <select aria-label="Dimension" on:change=choose_dimension>
                    <option value="" selected=move || wanted_dimension.get().is_none()>"Every dimension"</option>
                    {dimensions}
                </select>
                <span class="choice-row end" role="group" aria-label="Order of the evidence">{sorts}</span>
            </div>
            {list}
        </section>
    }
}

/// The rules of a side and a dimension, or of all.
fn filtered(
    part: &PartAssessment,
    weighed: (Compute, Compute),
    wanted: Option<&str>,
    dimension: Option<&str>,
) -> Vec<Evidence> {
    let rules = part.evidence.iter().filter(|rule| {
        let side = match wanted {
            Some("for") => side(rule, weighed) == Side::For,
            Some("against") => side(rule, weighed) == Side::Against,
            _ => true,
        };
        side && dimension.is_none_or(|dimension| rule.dimension == dimension)
    });
    rules.cloned().collect()
}

fn entries(
    look: Look,
    part: &PartAssessment,
    rules: Vec<Evidence>,
    weighed: (Compute, Compute),
    open: StoredValue<BTreeSet<String>>,
) -> AnyView {
    let entries = rules
        .into_iter()
        .map(|rule| view! { <RuleEntry look part=part.id.clone() rule weighed open/> });
    view! { <div class="evidence">{entries.collect_view()}</div> }.into_any()
}

fn grouped(
    look: Look,
    part: &PartAssessment,
    rules: Vec<Evidence>,
    weighed: (Compute, Compute),
    open: StoredValue<BTreeSet<String>>,
) -> AnyView {
    let groups = part.dimensions.iter().filter_map(|dimension| {
        let mut here: Vec<Evidence> = rules
            .iter()
            .filter(|rule| rule.dimension == dimension.id)
            .cloned()
            .collect();
        if here.is_empty() {
            return None;
        }
        heaviest_first(&mut here, weighed);
        let sum: i32 = here.iter().map(|rule| net(&rule.points, weighed)).sum();
        let whole = net(&dimension.points, weighed);
        let sum = if sum == whole {
            signed(sum)
        } else {
            format!("{} of {}", signed(sum), signed(whole))
        };
        Some(view! {
            <h3 class="evidence-group"><span class="num">{sum}</span>{dimension.label.clone()}</h3>
            {entries(look, part, here, weighed, open)}
        })
    });
    groups.collect_view().into_any()
}
