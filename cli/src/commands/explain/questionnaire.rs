//! Questions and the dimensions that they are grouped by.

use plumbline_knowledge::{AnswerKind, Effect};
use plumbline_rules::format_quantity;

use super::card::Card;
use crate::page::{plain, styled};
use crate::style::Style;

/// A question.
pub fn question(card: &mut Card<'_>, slot: usize) {
    let knowledge = card.knowledge;
    let Some(question) = knowledge.questions.get(slot) else {
        return;
    };
    card.title(&question.ask, &question.id, "a question");
    card.field("Help", &question.help);
    card.field("Why", &question.why);
    answers(card, &question.answer);
    card.field(
        "Answer is",
        &format!("{}, {}", question.nature.label(), question.scope.label()),
    );
    if let Some(when) = &question.ask_when {
        card.condition("Asked when", when);
    }
    if let Some(dimension) = knowledge.dimensions.get(question.section) {
        card.field(
            "Section",
            &format!("{} ({})", dimension.label, dimension.id),
        );
    }
    let reads = |slots: &[u16]| slots.iter().any(|read| usize::from(*read) == slot);
    card.ids(
        "Read by rules",
        knowledge
            .rules
            .iter()
            .filter(|rule| reads(rule.when.slots()))
            .map(|rule| rule.id.as_str()),
    );
    card.ids(
        "By trade-offs",
        knowledge
            .trade_offs
            .iter()
            .filter(|trade_off| {
                trade_off
                    .severity
                    .iter()
                    .any(|rule| reads(rule.when.slots()))
            })
            .map(|trade_off| trade_off.id.as_str()),
    );
    card.sources(&question.sources);
    card.origin(&question.origin);
}

fn answers(card: &mut Card<'_>, kind: &AnswerKind) {
    match kind {
        AnswerKind::Choice(options) | AnswerKind::Choices(options) => {
            let mut label = if matches!(kind, AnswerKind::Choice(_)) {
                "One of"
            } else {
                "Any of"
            };
            for option in options {
                let mut spans = vec![styled(Style::CODE, option.id.clone())];
                if option.label != option.id {
                    spans.push(plain(format!(" {}", option.label)));
                }
                spans.push(styled(
                    Style::DIM,
                    format!(" (plausible in {} %)", option.prior),
                ));
                card.spans(label, &spans);
                label = "";
            }
        }
        AnswerKind::Number { quantity, typical } => {
            let values: Vec<String> = typical
                .iter()
                .map(|(value, _)| format_quantity(*value, *quantity))
                .collect();
            card.field(
                "Number",
                &format!("{}, typically {}", quantity.phrase(), values.join(", ")),
            );
        }
        AnswerKind::YesNo { yes, no, prior_yes } => {
            card.spans(
                "Yes",
                &[
                    plain(yes.clone()),
                    styled(Style::DIM, format!(" (plausible in {prior_yes} %)")),
                ],
            );
            card.field("No", no);
        }
    }
}

/// A dimension.
pub fn dimension(card: &mut Card<'_>, index: usize) {
    let knowledge = card.knowledge;
    let Some(dimension) = knowledge.dimensions.get(index) else {
        return;
    };
    card.title(&dimension.label, &dimension.id, "a dimension");
    card.field(
        "Cap",
        &format!(
            "its rules together give an option at most {} points, for or against",
            dimension.cap
        ),
    );
    card.ids(
        "Questions",
        knowledge
            .questions
            .iter()
            .filter(|question| question.section == index)
            .map(|question| question.id.as_str()),
    );
    let rules = |hard: bool| {
        knowledge
            .rules
            .iter()
            .filter(move |rule| {
                rule.dimension == index && matches!(rule.effect, Effect::RulesOut { .. }) == hard
            })
            .map(|rule| rule.id.as_str())
    };
    card.ids("Rules", rules(false));
    card.ids("Hard limits", rules(true));
    card.origin(&dimension.origin);
}
