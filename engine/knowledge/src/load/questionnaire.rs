//! The questionnaire and the limits of services, which conditions speak of, and the order in which
//! it can be decided which questions apply.

use std::collections::BTreeSet;

use plumbline_rules::{Choice, Kind, Limit, Slot, Vocabulary};
use plumbline_source::{Diagnostic, quote};

use super::entry::Entry;
use super::linker::Linker;
use super::read;
use super::topic::Topic;
use crate::model::{AnswerKind, ChoiceOption, Question, Scope};

pub(crate) struct Questionnaire {
    /// Without their `ask_when`, which needs the vocabulary.
    pub questions: Vec<Question>,
    pub vocabulary: Vocabulary,
    pub doubtful: BTreeSet<String>,
}

/// Slots and limits have small numbers, and nobody answers a thousand questions.
const MOST_QUESTIONS: usize = 1_000;
const MOST_LIMITS: usize = 10_000;

fn too_many(linker: &Linker, what: &str, most: usize) {
    linker.mistakes.report(
        Diagnostic::error(format!("there are more than {most} {what}")).help("leave some out"),
    );
}

pub(crate) fn read(linker: &Linker) -> Questionnaire {
    let mut questions = Vec::new();
    let mut doubtful = BTreeSet::new();
    let entries = linker.entries.of(Topic::Question);
    if entries.len() > MOST_QUESTIONS {
        too_many(linker, "questions", MOST_QUESTIONS);
    }
    for entry in entries.iter().take(MOST_QUESTIONS) {
        let before = linker.mistakes.count();
        questions.extend(read::question(linker, entry));
        if linker.mistakes.count() > before {
            doubtful.insert(entry.id.clone());
        }
    }
    let mut limits = Vec::new();
    for entry in linker.entries.of(Topic::Service) {
        let before = linker.mistakes.count();
        for limit in read::limits(linker, entry) {
            if let Some((quantity, value)) = limit.value {
                limits.push(Limit {
                    id: format!("{}.{}", entry.id, limit.id),
                    label: limit.label,
                    quantity,
                    value,
                });
            }
        }
        if linker.mistakes.count() > before {
            doubtful.insert(entry.id.clone());
        }
    }
    if limits.len() > MOST_LIMITS {
        too_many(linker, "limits of services", MOST_LIMITS);
        limits.truncate(MOST_LIMITS);
    }
    // Every text contains the empty one.
    doubtful.remove("");
    Questionnaire {
        vocabulary: Vocabulary::new(questions.iter().map(slot).collect(), limits),
        questions,
        doubtful,
    }
}

fn slot(question: &Question) -> Slot {
    let choices = |options: &[ChoiceOption]| {
        let choice = |option: &ChoiceOption| Choice {
            id: option.id.clone(),
            label: option.label.clone(),
        };
        options.iter().map(choice).collect()
    };
    Slot {
        id: question.id.clone(),
        label: question.label.clone(),
        kind: match &question.answer {
            AnswerKind::Choice(options) => Kind::Choice(choices(options)),
            AnswerKind::Choices(options) => Kind::Choices(choices(options)),
            AnswerKind::Number { quantity, .. } => Kind::Number(*quantity),
            AnswerKind::YesNo { yes, no, .. } => Kind::YesNo {
                yes: yes.clone(),
                no: no.clone(),
            },
        },
    }
}

/// Reads the conditions on which questions are asked, and returns the slots in an order in which
/// each comes after those that its condition reads.
pub(crate) fn read_ask_when(linker: &Linker, questions: &mut [Question]) -> Vec<u16> {
    let entries = linker.entries.of(Topic::Question);
    for (entry, question) in entries.iter().zip(questions.iter_mut()) {
        let node = entry.node.get("ask_when");
        question.ask_when = node.and_then(|node| linker.condition(&entry.source, node));
    }
    let mut reads: Vec<BTreeSet<usize>> = Vec::new();
    for (slot, (entry, question)) in entries.iter().zip(questions.iter()).enumerate() {
        let slots = question
            .ask_when
            .iter()
            .flat_map(|condition| condition.slots());
        let mut others: BTreeSet<usize> = slots.map(|slot| usize::from(*slot)).collect();
        if others.remove(&slot) {
            report(
                linker,
                entry,
                format!(
                    "whether {} is asked depends on its own answer",
                    quote(&question.id)
                ),
                "ask it always, or let another question decide",
            );
        }
        for other in others.iter().filter_map(|other| questions.get(*other)) {
            if question.scope == Scope::Workload && other.scope == Scope::Part {
                report(
                    linker,
                    entry,
                    format!(
                        "{} is asked once for the workload, but depends on {}, which each part answers for itself",
                        quote(&question.id),
                        quote(&other.id)
                    ),
                    "give both the same scope, or leave out `ask_when`",
                );
            }
        }
        reads.push(others);
    }
    order(linker, questions, reads)
}

/// Repeatedly takes the first slot that depends on nothing left. When there is none, there is a
/// cycle; it is reported and broken.
fn order(linker: &Linker, questions: &[Question], mut reads: Vec<BTreeSet<usize>>) -> Vec<u16> {
    let mut left: BTreeSet<usize> = (0..reads.len()).collect();
    let mut order = Vec::with_capacity(left.len());
    while !left.is_empty() {
        let free = |slot: &usize| {
            reads
                .get(*slot)
                .is_none_or(|reads| reads.is_disjoint(&left))
        };
        if let Some(next) = left.iter().copied().find(free) {
            left.remove(&next);
            order.extend(u16::try_from(next).ok());
        } else if let Some(last) = report_cycle(linker, questions, &reads, &left)
            && let Some(reads) = reads.get_mut(last)
        {
            reads.clear();
        } else {
            break;
        }
    }
    order
}

/// Reports the cycle that the first slot left leads into. Returns a slot in it.
fn report_cycle(
    linker: &Linker,
    questions: &[Question],
    reads: &[BTreeSet<usize>],
    left: &BTreeSet<usize>,
) -> Option<usize> {
    let mut path: Vec<usize> = Vec::new();
    let mut at = left.first().copied()?;
    while !path.contains(&at) {
        path.push(at);
        at = reads.get(at)?.intersection(left).next().copied()?;
    }
    let start = path.iter().position(|slot| *slot == at)?;
    let cycle = path.get(start..)?;
    let id = |slot: &usize| {
        questions
            .get(*slot)
            .map_or_else(String::new, |one| quote(&one.id))
    };
    let others: Vec<String> = cycle.iter().skip(1).chain([&at]).map(id).collect();
    let circle = format!(
        "{} depends on {}",
        id(&at),
        others.join(", which depends on ")
    );
    let entry = linker.entries.of(Topic::Question).get(at)?;
    report(
        linker,
        entry,
        "these questions decide about each other in a circle".to_owned(),
        &format!("{circle}; leave out one `ask_when`"),
    );
    Some(at)
}

fn report(linker: &Linker, entry: &Entry, message: String, help: &str) {
    let node = entry.node.get("ask_when").unwrap_or(&entry.node);
    linker.mistakes.report(
        Diagnostic::error(message)
            .at(&entry.source, node.span, "")
            .help(help),
    );
}
