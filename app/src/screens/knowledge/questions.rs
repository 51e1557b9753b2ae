//! Questions: what is asked, what may be answered, and what reads the answers.

use leptos::prelude::*;
use plumbline_knowledge::AnswerKind;
use plumbline_rules::{Condition, Quantity, format_quantity};

use super::index::capital;
use super::kind::Kind;
use super::pieces::{Link, Page, cites, condition, question_link, table, text};
use super::rules::rule_link;
use crate::engine;

/// A question: what it asks, what may be answered, and what reads the answer.
pub fn question(id: &str) -> Option<Page> {
    let knowledge = engine::knowledge();
    let slot = knowledge.question(id)?;
    let question = knowledge.questions.get(slot)?;
    let mut page = Page::new(
        question.ask.clone(),
        question.help.clone(),
        &question.origin,
    );
    page.tag(question.scope.label());
    page.tag(question.nature.label());
    page.fact("Called", capital(&question.label));
    page.fact(
        "Section",
        knowledge
            .dimensions
            .get(question.section)
            .map(|dimension| dimension.label.clone()),
    );
    page.prose("Why it is asked", &question.why);
    page.section("What may be answered", answers(&question.answer));
    if let Some(when) = &question.ask_when {
        page.section("Only asked when", condition(when));
    }
    let reads = |when: &Condition| when.slots().iter().any(|read| usize::from(*read) == slot);
    page.links(
        "Rules that read it",
        knowledge
            .rules
            .iter()
            .filter(|rule| reads(&rule.when))
            .map(rule_link)
            .collect(),
    );
    let trade_offs = knowledge
        .trade_offs
        .iter()
        .filter(|one| one.severity.iter().any(|level| reads(&level.when)));
    page.links(
        "Trade-offs that read it",
        trade_offs
            .map(|one| Link::new(Kind::TradeOffs, &one.id, one.title.clone(), ""))
            .collect(),
    );
    let patterns = knowledge
        .patterns
        .iter()
        .filter(|one| one.fits.iter().any(|fit| reads(&fit.when)));
    page.links(
        "Patterns that it speaks for or against",
        patterns
            .map(|one| Link::new(Kind::Patterns, &one.id, one.name.clone(), ""))
            .collect(),
    );
    let others = knowledge
        .questions
        .iter()
        .enumerate()
        .filter(|(_, other)| other.ask_when.as_ref().is_some_and(reads));
    page.links(
        "Questions that hang on it",
        others
            .filter_map(|(other, _)| question_link(other, ""))
            .collect(),
    );
    page.section("Sources", cites(&question.sources));
    Some(page)
}

fn answers(kind: &AnswerKind) -> AnyView {
    match kind {
        AnswerKind::Choice(options) | AnswerKind::Choices(options) => {
            let many = matches!(kind, AnswerKind::Choices(_));
            let rows = options.iter().map(|option| {
                vec![
                    text(option.label.clone()),
                    view! { <code>{option.id.clone()}</code> }.into_any(),
                    text(format!("{} %", option.prior)),
                ]
            });
            let said = if many {
                "Any of these."
            } else {
                "One of these."
            };
            let table = table(
                "What may be answered",
                &["Answer", "In a file", "How plausible while open"],
                rows.collect(),
            );
            view! { <p class="small quiet">{said}</p>{table} }.into_any()
        }
        AnswerKind::YesNo { yes, no, prior_yes } => {
            let row = |word: &str, means: &str, prior: u32| {
                vec![text(word), text(capital(means)), text(format!("{prior} %"))]
            };
            let rows = vec![
                row("yes", yes, *prior_yes),
                row("no", no, 100_u32.saturating_sub(*prior_yes)),
            ];
            table(
                "What may be answered",
                &["Answer", "It says", "How plausible while open"],
                rows,
            )
        }
        AnswerKind::Number { quantity, typical } => {
            let rows = typical.iter().map(|(value, prior)| {
                vec![
                    text(format_quantity(*value, *quantity)),
                    text(format!("{prior} %")),
                ]
            });
            let said = format!("{}, for example:", capital(measured(*quantity)));
            let table = table(
                "What may be answered",
                &["Typical answer", "How plausible while open"],
                rows.collect(),
            );
            view! { <p class="small quiet">{said}</p>{table} }.into_any()
        }
    }
}

const fn measured(quantity: Quantity) -> &'static str {
    match quantity {
        Quantity::Duration => "a duration",
        Quantity::Data => "an amount of data",
        Quantity::Rate => "a rate",
        Quantity::Share => "a share",
        Quantity::Money => "US dollars in a period",
        Quantity::Count => "a number",
    }
}
