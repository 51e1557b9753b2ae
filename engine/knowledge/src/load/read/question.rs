//! Questions, without the condition on which they are asked.

use std::collections::BTreeSet;

use plumbline_rules::{Quantity, parse_quantity};
use plumbline_source::{Diagnostic, Node, quote};

use crate::load::entry::Entry;
use crate::load::linker::Linker;
use crate::load::record::Record;
use crate::load::topic::Topic;
use crate::model::{AnswerKind, ChoiceOption, Question, Scope, Word, words};

words! {
    /// What kind of answer a question takes, as YAML says it.
    pub enum Type {
        /// One of several.
        Choice = "choice", "one of several";
        /// Any of several.
        Choices = "choices", "any of several";
        /// A number with a unit.
        Number = "number", "a number";
        /// Yes or no.
        YesNo = "yes-no", "yes or no";
    }
}

impl Word for Quantity {
    fn all() -> &'static [Self] {
        &[
            Self::Duration,
            Self::Data,
            Self::Rate,
            Self::Share,
            Self::Money,
            Self::Count,
        ]
    }

    fn word(self) -> &'static str {
        match self {
            Self::Duration => "duration",
            Self::Data => "data",
            Self::Rate => "rate",
            Self::Share => "share",
            Self::Money => "money",
            Self::Count => "count",
        }
    }
}

pub(crate) fn question(linker: &Linker, entry: &Entry) -> Option<Question> {
    let mut record = Record::of_entry(linker, entry)?;
    let section = record
        .required("section")
        .and_then(|node| linker.reference(Topic::Dimension, record.source, node));
    let label = record.text("label");
    let ask = record.text("ask");
    let help = record.text("help");
    let why = record.text("why");
    let scope = record.maybe_word("scope").unwrap_or(Scope::Part);
    let nature = record.word("nature");
    let answer = answer_kind(&mut record);
    record.optional("ask_when");
    let sources = record.sources();
    record.finish();
    Some(Question {
        id: entry.id.clone(),
        section: section.unwrap_or_default(),
        label,
        ask,
        help,
        why,
        scope,
        nature: nature?,
        answer: answer?,
        ask_when: None,
        sources,
        origin: entry.origin.clone(),
    })
}

fn answer_kind(record: &mut Record<'_>) -> Option<AnswerKind> {
    let Some(kind) = record.word("type") else {
        // Which fields belong can't be said.
        for key in ["choices", "unit", "typical", "says", "prior"] {
            record.optional(key);
        }
        return None;
    };
    match kind {
        Type::Choice => {
            let before = record.linker.mistakes.count();
            let options = options(record);
            let priors = options.iter().map(|option| option.prior);
            sums_to_100(record, "choices", priors, before);
            Some(AnswerKind::Choice(options))
        }
        Type::Choices => Some(AnswerKind::Choices(options(record))),
        Type::Number => {
            let before = record.linker.mistakes.count();
            let quantity = record.word("unit");
            record.optional("typical");
            let typical = typical(record, quantity?);
            let priors = typical.iter().map(|(_, prior)| *prior);
            sums_to_100(record, "typical", priors, before);
            Some(AnswerKind::Number {
                quantity: quantity?,
                typical,
            })
        }
        Type::YesNo => {
            let node = record.required("says");
            let says = node.and_then(|node| record.inside(node, "the field `says`"));
            let (yes, no) = says.map_or_else(Default::default, |mut says| {
                let both = (says.text("yes"), says.text("no"));
                says.finish();
                both
            });
            let prior_yes = prior(record);
            Some(AnswerKind::YesNo { yes, no, prior_yes })
        }
    }
}

fn prior(record: &mut Record<'_>) -> u32 {
    u32::try_from(record.integer("prior", 0, 100)).unwrap_or_default()
}

fn options(record: &mut Record<'_>) -> Vec<ChoiceOption> {
    // A set of choices is stored as the bits of a number.
    const MOST: usize = 64;
    let nodes = record.list("choices");
    let mut taken = BTreeSet::new();
    let mut options = Vec::new();
    for node in nodes {
        let Some(mut inner) = record.inside(node, "a choice") else {
            continue;
        };
        let id = inner.local_id(&mut taken);
        if id == "unknown" {
            inner.wrong(
                node,
                "no choice can be called `unknown`",
                "every question can be answered so; choose another id",
            );
        }
        options.push(ChoiceOption {
            id,
            label: inner.text("label"),
            prior: prior(&mut inner),
        });
        inner.finish();
    }
    match nodes {
        [only] => record.wrong(only, "there is only one choice", "add another one"),
        _ if nodes.len() > MOST => {
            let node = nodes.get(MOST).unwrap_or(record.node());
            record.wrong(
                node,
                format!("there are {} choices, more than {MOST}", nodes.len()),
                "leave some out",
            );
        }
        _ => {}
    }
    options
}

fn typical(record: &mut Record<'_>, quantity: Quantity) -> Vec<(f64, u32)> {
    let mut values: Vec<(f64, u32)> = Vec::new();
    for node in record.list("typical") {
        let Some(mut inner) = record.inside(node, "a typical value") else {
            continue;
        };
        let written = inner.required("value");
        let value = written.and_then(|node| amount(&inner, node, quantity));
        let prior = prior(&mut inner);
        inner.finish();
        let Some(value) = value else { continue };
        if values.last().is_some_and(|(last, _)| *last >= value) {
            record.wrong(
                written.unwrap_or(node),
                "this value is not above the one before",
                "list typical values from low to high, each once",
            );
        }
        values.push((value, prior));
    }
    values
}

/// The quantity that `node` holds, in its base unit.
pub(super) fn amount(record: &Record<'_>, node: &Node, quantity: Quantity) -> Option<f64> {
    let text = record.linker.mistakes.keep(node.text(record.source))?;
    match parse_quantity(text, quantity) {
        Ok(value) => Some(value),
        Err(error) => {
            let mut mistake = Diagnostic::error(error.message).at(record.source, node.span, "");
            mistake.help = error.help;
            record.report(mistake);
            None
        }
    }
}

/// Checks the sum of priors, unless something is wrong with them one by one: when more mistakes
/// are known than `before` they were read.
fn sums_to_100(
    record: &mut Record<'_>,
    key: &str,
    priors: impl Iterator<Item = u32>,
    before: usize,
) {
    let sum: u32 = priors.sum();
    if sum != 100
        && record.linker.mistakes.count() == before
        && let Some(node) = record.optional(key)
    {
        record.wrong(
            node,
            format!("the priors of {} sum to {sum}", quote(key)),
            "one answer is given, so that they have to sum to 100",
        );
    }
}
