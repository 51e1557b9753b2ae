//! Rules, trade-offs and checklist items: what a verdict is made of, and what follows.

use leptos::prelude::*;
use plumbline_knowledge::{Because, Compute, Effect, Example, Rule};
use plumbline_rules::format_quantity;
use plumbline_workload::answer_words;

use super::index::capital;
use super::kind::Kind;
use super::pieces::{
    Link, Page, cites, condition, inline_condition, question_link, signed, table, text,
};
use crate::components::{OptionMark, option_label, option_token};
use crate::engine;

/// A rule as a link, with its dimension.
pub fn rule_link(rule: &'static Rule) -> Link {
    let dimension = engine::knowledge().dimensions.get(rule.dimension);
    Link::new(
        Kind::Rules,
        &rule.id,
        rule.title.clone(),
        dimension.map_or("", |dimension| dimension.label.as_str()),
    )
}

/// A rule: when it holds, what that counts, and how it shows.
pub fn rule(id: &str) -> Option<Page> {
    let knowledge = engine::knowledge();
    let index = knowledge.rule(id)?;
    let rule = knowledge.rules.get(index)?;
    let mut page = Page::new(rule.title.clone(), rule.what.clone(), &rule.origin);
    if rule.retired {
        page.tag("retired: kept to be looked up, counts for nothing");
        page.warns = true;
    }
    page.fact(
        "Dimension",
        knowledge
            .dimensions
            .get(rule.dimension)
            .map(|dimension| dimension.label.clone()),
    );
    page.fact("Since", rule.since.clone());
    page.section("When it holds", condition(&rule.when));
    page.section("What it counts", effect(&rule.effect));
    page.prose("Why that counts", &rule.why);
    page.prose("What to do", &rule.action);
    page.section(
        "How it shows",
        view! {
            <h3>"It holds with each of these"</h3>{examples(&rule.examples.fires)}
            <h3>"It keeps quiet with each of these"</h3>{examples(&rule.examples.quiet)}
        }
        .into_any(),
    );
    called_for(&mut page, Because::Rule(index));
    page.section("Sources", cites(&rule.sources));
    Some(page)
}

/// The items of the checklists that a rule or trade-off calls for.
fn called_for(page: &mut Page, because: Because) {
    let items = engine::knowledge().checklist.iter();
    page.links(
        "Checklist items that it calls for",
        items
            .filter(|item| item.because.contains(&because))
            .map(|item| {
                Link::new(
                    Kind::Checklists,
                    &item.id,
                    item.text.clone(),
                    item.list.label(),
                )
            })
            .collect(),
    );
}

fn effect(effect: &Effect) -> AnyView {
    match effect {
        Effect::Points(points) => {
            let cells = Compute::ALL.into_iter().zip(points).map(|(option, points)| {
                let class = match points {
                    0 => "faint",
                    1.. => "gained",
                    _ => "lost",
                };
                view! { <div><dt><OptionMark token=option_token(option)/>" "{option_label(option)}</dt><dd class=class>{signed(*points)}</dd></div> }
            });
            view! { <dl class="rule-points">{cells.collect_view()}</dl><p class="small quiet">"Points; ten multiply the odds by ten."</p> }.into_any()
        }
        Effect::RulesOut {
            option,
            limit,
            because,
        } => {
            let limit = limit.and_then(|index| engine::knowledge().vocabulary.limits().get(index)).map(|limit| {
                let service = limit.id.split('.').next().unwrap_or_default();
                let value = format_quantity(limit.value, limit.quantity);
                view! { <p><a href=Kind::Services.path(service)>{capital(&limit.label)}</a>{format!(" is {value}.")}</p> }
            });
            view! {
                <p class="ruled"><OptionMark token=option_token(*option)/>" "<b>"Rules out "{option.label()}</b></p>
                {limit}
                {because.clone().map(|because| view! { <p>{because}</p> })}
            }
            .into_any()
        }
    }
}

fn examples(examples: &[Example]) -> AnyView {
    let knowledge = engine::knowledge();
    let items = examples.iter().map(|example| {
        let answers = example.answers.iter().filter_map(|(slot, answer)| {
            let words = answer_words(knowledge, *slot, *answer);
            question_link(*slot, "").map(|link| view! { <li>{link.anchor()}": "{words}</li> })
        });
        view! { <li><ul class="inline-list">{answers.collect_view()}</ul></li> }
    });
    view! { <ul class="dots">{items.collect_view()}</ul> }.into_any()
}

fn concerns_all(options: &[Compute]) -> bool {
    options.is_empty() || options.len() == Compute::ALL.len()
}

/// The options that something concerns, in words.
fn options(options: &[Compute]) -> String {
    if concerns_all(options) {
        return "every verdict".to_owned();
    }
    options
        .iter()
        .map(|option| option.label())
        .collect::<Vec<_>>()
        .join(", ")
}

/// A trade-off: when it bites how badly, and what softens it.
pub fn trade_off(id: &str) -> Option<Page> {
    let knowledge = engine::knowledge();
    let index = knowledge.trade_off(id)?;
    let one = knowledge.trade_offs.get(index)?;
    let mut page = Page::new(one.title.clone(), one.what.clone(), &one.origin);
    page.fact("Concerns", options(&one.options));
    // Where every level is for every verdict, nobody needs to read so line by line.
    let same = one
        .severity
        .iter()
        .all(|level| concerns_all(&level.options));
    let levels = one.severity.iter().map(|level| {
        let mut cells = vec![
            text(capital(level.level.label())),
            text(level.because.clone()),
            inline_condition(Some(&level.when)),
        ];
        if !same {
            cells.push(text(options(&level.options)));
        }
        cells
    });
    let heads: &[&'static str] = if same {
        &["Severity", "Because", "When"]
    } else {
        &["Severity", "Because", "When", "Under"]
    };
    page.section("How badly it bites", view! {
        <p class="small quiet">"The first that holds decides; where none does, it doesn't arise."</p>
        {table("How badly it bites", heads, levels.collect())}
    }.into_any());
    let softened = one.mitigations.iter().map(|(provider, mitigations)| {
        let name = plumbline_knowledge::Provider::from_id(provider)
            .map_or("On any cloud", |provider| provider.label());
        let items = mitigations.iter().map(|one| {
            let only = (!concerns_all(&one.options))
                .then(|| format!(" (under {})", options(&one.options)));
            view! { <li>{one.text.clone()}<span class="small quiet">{only}</span></li> }
        });
        view! { <h3>{name}</h3><ul class="dots">{items.collect_view()}</ul> }
    });
    page.section("What softens it", softened.collect_view().into_any());
    called_for(&mut page, Because::TradeOff(index));
    page.section("Sources", cites(&one.sources));
    Some(page)
}

/// An item of a checklist.
pub fn checklist_item(id: &str) -> Option<Page> {
    let knowledge = engine::knowledge();
    let item = knowledge.checklist.get(knowledge.checklist_item(id)?)?;
    let mut page = Page::new(item.text.clone(), item.why.clone(), &item.origin);
    page.fact("Checklist", item.list.label());
    page.fact("Theme", capital(&item.theme));
    page.fact("Concerns", options(&item.options));
    if let Some(when) = &item.when {
        page.section("When it matters", condition(when));
    }
    let because = item.because.iter().filter_map(|because| match because {
        Because::Rule(index) => knowledge.rules.get(*index).map(rule_link),
        Because::TradeOff(index) => {
            let one = knowledge.trade_offs.get(*index)?;
            Some(Link::new(
                Kind::TradeOffs,
                &one.id,
                one.title.clone(),
                "trade-off",
            ))
        }
    });
    page.links("What makes it matter", because.collect());
    page.section("Sources", cites(&item.sources));
    Some(page)
}

/// Answers that can't all be true.
pub fn contradiction(id: &str) -> Option<Page> {
    let knowledge = engine::knowledge();
    let one = knowledge.contradictions.get(knowledge.contradiction(id)?)?;
    let mut page = Page::new(one.says.clone(), "", &one.origin);
    page.section("When answers contradict each other", condition(&one.when));
    Some(page)
}
