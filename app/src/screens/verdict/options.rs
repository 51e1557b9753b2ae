//! The options of a part, ranked.

use leptos::prelude::*;
use plumbline_assess::{OptionStanding, RuledOut};

use super::Look;
use crate::components::{OptionMark, Sources, option_label, option_token};
use crate::engine;
use crate::place::Place;

/// The options with their shares; what rules one out stands under it.
#[component]
pub fn Options(look: Look) -> impl IntoView {
    move || {
        let part = look.part()?;
        let leader = part.option;
        let known = !part.evidence.is_empty();
        let mut options = part.options;
        options.sort_by_key(|one| (!one.ruled_out_by.is_empty(), std::cmp::Reverse(one.points)));
        let rows = options
            .into_iter()
            .map(|one| view! { <Row leads={known && one.id == leader} one/> });
        Some(view! { <ol class="options">{rows.collect_view()}</ol> })
    }
}

#[component]
fn Row(one: OptionStanding, leads: bool) -> impl IntoView {
    let token = option_token(one.id);
    let out = !one.ruled_out_by.is_empty();
    let class = if leads {
        "option leads"
    } else if out {
        "option out"
    } else {
        "option"
    };
    let share = if out {
        "ruled out".to_owned()
    } else {
        format!("{}\u{a0}%", one.percent)
    };
    let why = one
        .ruled_out_by
        .into_iter()
        .map(|reason| view! { <Reason reason/> });
    let points = format!("{} points", one.points);
    view! {
        <li class=class>
            <span class="option-name"><OptionMark token/>{option_label(one.id)}</span>
            <span class="track" aria-hidden="true"><i style=format!("width:{}%;background:var(--{token})", one.percent)></i></span>
            <span class="num option-share" title=points>{share}</span>
            {out.then(|| view! { <ul class="option-why small">{why.collect_view()}</ul> })}
        </li>
    }
}

#[component]
fn Reason(reason: RuledOut) -> impl IntoView {
    let knowledge = engine::knowledge();
    let rule = knowledge
        .rule(&reason.rule)
        .and_then(|rule| knowledge.rules.get(rule));
    let service = reason.limit.as_deref().and_then(|limit| limit.split_once('.')).map(|(service, _)| {
        view! { " · "<a href=Place::knowledge(Some("services"), Some(service)).path()>"the service's limits"</a> }
    });
    view! {
        <li>
            <p>{reason.because}" · "<a href=format!("#rule-{}", reason.rule)>"the rule"</a>{service}</p>
            {rule.map(|rule| view! { <Sources references=rule.sources.as_slice()/> })}
        </li>
    }
}
