//! Rules, trade-offs, claims, checklist items and sources.

use plumbline_knowledge::{Because, ClaimStatus, Compute, Effect, Example, Provider, Rule};
use plumbline_rules::format_quantity;
use plumbline_workload::answer_words;

use super::card::Card;
use crate::chart::points;
use crate::page::{plain, styled};
use crate::style::Style;

/// A rule.
pub fn rule(card: &mut Card<'_>, index: usize) {
    let knowledge = card.knowledge;
    let Some(rule) = knowledge.rules.get(index) else {
        return;
    };
    card.title(
        &rule.title,
        &rule.id,
        if rule.retired {
            "a retired rule"
        } else {
            "a rule"
        },
    );
    card.field("What", &rule.what);
    card.field("Why", &rule.why);
    card.field("Do", &rule.action);
    card.condition("When", &rule.when);
    effect(card, rule);
    if let Some(dimension) = knowledge.dimensions.get(rule.dimension) {
        card.field(
            "Dimension",
            &format!(
                "{} ({}, at most {} points)",
                dimension.label, dimension.id, dimension.cap
            ),
        );
    }
    card.ids(
        "Reads",
        rule.when
            .slots()
            .iter()
            .filter_map(|slot| knowledge.questions.get(usize::from(*slot)))
            .map(|question| question.id.as_str()),
    );
    let shown = |examples: &[Example]| -> Vec<String> {
        examples
            .iter()
            .map(|example| in_words(card, example))
            .collect()
    };
    let (fires, quiet) = (shown(&rule.examples.fires), shown(&rule.examples.quiet));
    card.list("Fires with", fires.iter().map(String::as_str));
    card.list("Quiet with", quiet.iter().map(String::as_str));
    card.ids(
        "Matters to",
        knowledge
            .checklist
            .iter()
            .filter(|item| item.because.contains(&Because::Rule(index)))
            .map(|item| item.id.as_str()),
    );
    card.sources(&rule.sources);
    card.field("Since", &rule.since);
    card.origin(&rule.origin);
}

fn effect(card: &mut Card<'_>, rule: &Rule) {
    match &rule.effect {
        Effect::Points(given) => {
            let mut spans = Vec::new();
            for (option, given) in Compute::ALL.into_iter().zip(given) {
                if !spans.is_empty() {
                    spans.push(plain(", "));
                }
                spans.push(styled(Style::option(option), option.label()));
                spans.push(plain(format!(" {}", points(*given))));
            }
            card.spans("Points", &spans);
        }
        Effect::RulesOut {
            option,
            limit,
            because,
        } => {
            card.spans("Rules out", &[styled(Style::BAD, option.label())]);
            if let Some(because) = because {
                card.field("", because);
            }
            if let Some(limit) =
                limit.and_then(|limit| card.knowledge.vocabulary.limits().get(limit))
            {
                card.field(
                    "",
                    &format!(
                        "{}: {} ({})",
                        limit.label,
                        format_quantity(limit.value, limit.quantity),
                        limit.id
                    ),
                );
            }
        }
    }
}

fn in_words(card: &Card<'_>, example: &Example) -> String {
    let knowledge = card.knowledge;
    let words: Vec<String> = example
        .answers
        .iter()
        .filter_map(|(slot, answer)| {
            let question = knowledge.questions.get(*slot)?;
            Some(format!(
                "{}: {}",
                question.label,
                answer_words(knowledge, *slot, *answer)
            ))
        })
        .collect();
    if words.is_empty() {
        "nothing answered".to_owned()
    } else {
        words.join("; ")
    }
}

/// A trade-off.
pub fn trade_off(card: &mut Card<'_>, index: usize) {
    let knowledge = card.knowledge;
    let Some(trade_off) = knowledge.trade_offs.get(index) else {
        return;
    };
    card.title(&trade_off.title, &trade_off.id, "a trade-off");
    card.field("What", &trade_off.what);
    card.field("Concerns", &labels(&trade_off.options));
    for rule in &trade_off.severity {
        let level = plumbline_assess::Severity::from(LevelOf(rule.level));
        card.spans(
            "Severity",
            &[
                styled(Style::severity(level), rule.level.label()),
                plain(format!(": {}", with_options(&rule.because, &rule.options))),
            ],
        );
        card.condition("  when", &rule.when);
    }
    for (who, mitigations) in &trade_off.mitigations {
        let label = if who == "any" {
            "Softened by"
        } else {
            Provider::from_id(who).map_or(who.as_str(), |provider| provider.label())
        };
        let shown: Vec<String> = mitigations
            .iter()
            .map(|mitigation| with_options(&mitigation.text, &mitigation.options))
            .collect();
        card.list(label, shown.iter().map(String::as_str));
    }
    card.sources(&trade_off.sources);
    card.origin(&trade_off.origin);
}

/// The names of options, in a row.
fn labels(options: &[Compute]) -> String {
    let labels: Vec<&str> = options.iter().map(|option| option.label()).collect();
    labels.join(", ")
}

/// A text, followed by the options that it is for unless it is for all.
fn with_options(text: &str, options: &[Compute]) -> String {
    if options.len() < Compute::ALL.len() {
        format!("{text} [{}]", labels(options))
    } else {
        text.to_owned()
    }
}

/// A level, to be shown in the colour of the findings that have it.
struct LevelOf(plumbline_knowledge::Level);

impl From<LevelOf> for plumbline_assess::Severity {
    fn from(LevelOf(level): LevelOf) -> Self {
        match level {
            plumbline_knowledge::Level::High => Self::High,
            plumbline_knowledge::Level::Medium => Self::Medium,
            plumbline_knowledge::Level::Low => Self::Low,
        }
    }
}

/// A claim of a guide.
pub fn claim(card: &mut Card<'_>, index: usize) {
    let knowledge = card.knowledge;
    let Some(claim) = knowledge.claims.get(index) else {
        return;
    };
    card.title(&claim.says, &claim.id, "a claim of a guide");
    let style = match claim.status {
        ClaimStatus::Holds => Style::GOOD,
        ClaimStatus::Superseded => Style::BAD,
        ClaimStatus::Disputed => Style::OPEN,
    };
    let since = claim
        .since
        .as_ref()
        .map_or_else(String::new, |since| format!(" since {since}"));
    card.spans(
        "Status",
        &[styled(style, claim.status.label()), plain(since)],
    );
    if let Some(now) = &claim.now {
        card.field("Now", now);
    }
    if !claim.sure {
        card.field(
            "",
            "recalled, not seen in a source: check it before you rely on it",
        );
    }
    card.field("Stated in", &knowledge.cites(&claim.guide));
    card.sources(&claim.sources);
    card.origin(&claim.origin);
}

/// An item of a checklist.
pub fn checklist_item(card: &mut Card<'_>, index: usize) {
    let knowledge = card.knowledge;
    let Some(item) = knowledge.checklist.get(index) else {
        return;
    };
    card.title(&item.text, &item.id, "a checklist item");
    card.field("Why", &item.why);
    card.field("List", &format!("{}, {}", item.list.label(), item.theme));
    if item.options.len() < Compute::ALL.len() {
        card.field("Concerns", &labels(&item.options));
    }
    match &item.when {
        Some(when) => card.condition("When", when),
        None => card.field("When", "always"),
    }
    card.ids(
        "Because of",
        item.because.iter().filter_map(|because| match because {
            Because::Rule(rule) => knowledge.rules.get(*rule).map(|rule| rule.id.as_str()),
            Because::TradeOff(trade_off) => knowledge
                .trade_offs
                .get(*trade_off)
                .map(|trade_off| trade_off.id.as_str()),
        }),
    );
    card.sources(&item.sources);
    card.origin(&item.origin);
}

/// A source.
pub fn source(card: &mut Card<'_>, index: usize) {
    let Some(source) = card.knowledge.sources.get(index) else {
        return;
    };
    card.title(&source.title, &source.id, "a source");
    card.field("Kind", source.kind.label());
    card.field("Date", &source.date);
    card.field("Address", source.url.as_deref().unwrap_or_default());
    card.origin(&source.origin);
}
