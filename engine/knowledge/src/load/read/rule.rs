//! Rules with their effects and examples.

use std::collections::BTreeMap;

use plumbline_rules::Answer;
use plumbline_source::{Node, quote};

use crate::answer::read_answer;
use crate::load::entry::Entry;
use crate::load::linker::Linker;
use crate::load::record::Record;
use crate::load::topic::Topic;
use crate::model::{Compute, Effect, Example, Examples, Rule};

pub(crate) fn rule(linker: &Linker, entry: &Entry) -> Option<Rule> {
    let mut record = Record::of_entry(linker, entry)?;
    let title = record.text("title");
    let dimension = record.required("dimension").and_then(|node| {
        let found = linker.reference(Topic::Dimension, record.source, node);
        let id = node.text(record.source).ok();
        if let (Some(_), Some(id), Some(folder)) = (found, id, &entry.folder)
            && id != folder
        {
            record.wrong(
                node,
                format!(
                    "the rule is of dimension {} but stands in `rules/{folder}/`",
                    quote(id)
                ),
                format!("move the file to `rules/{id}/`, or change the dimension"),
            );
        }
        found
    });
    let since = record.date("since");
    let status = record
        .required("status")
        .and_then(|node| record.one_of("status", node, &["active", "retired"]));
    let when = record.condition("when");
    let effect = effect(&mut record);
    let what = record.text("what");
    let why = record.text("why");
    let action = record.text("do");
    let sources = record.sources();
    let node = record.required("examples");
    let examples = node.and_then(|node| examples(&record, node));
    record.finish();
    Some(Rule {
        id: entry.id.clone(),
        title,
        dimension: dimension?,
        since,
        retired: status? == 1,
        when: when?,
        effect: effect?,
        what,
        why,
        action,
        sources,
        examples: examples?,
        origin: entry.origin.clone(),
    })
}

fn effect(record: &mut Record<'_>) -> Option<Effect> {
    match (record.optional("points"), record.optional("rules_out")) {
        (Some(node), None) => points(record, node),
        (None, Some(node)) => rules_out(record, node),
        (Some(_), Some(node)) => {
            record.wrong(
                node,
                "a rule has both `points` and `rules_out`",
                "keep one of them; write two rules if both are meant",
            );
            None
        }
        (None, None) => {
            record.wrong(
                record.node(),
                "a rule needs `points` or `rules_out`",
                "add for example `points: {functions: 3}`",
            );
            None
        }
    }
}

fn points(record: &Record<'_>, node: &Node) -> Option<Effect> {
    const MOST: i64 = 100;
    let before = record.linker.mistakes.count();
    let fields = record.linker.mistakes.keep(node.mapping(record.source))?;
    let mut points = [0; 3];
    for (key, value) in fields {
        let place = Compute::ALL
            .iter()
            .position(|option| option.id() == key.text);
        let Some(slot) = place.and_then(|place| points.get_mut(place)) else {
            let known = Compute::ALL.map(Compute::id);
            let names = "`functions`, `serverless-containers` and `always-on`";
            record.unknown(key.span, "option", &key.text, known, names);
            continue;
        };
        *slot = i32::try_from(record.integer_at(value, -MOST, MOST)).unwrap_or_default();
    }
    if points == [0; 3] && record.linker.mistakes.count() == before {
        record.wrong(
            node,
            "the rule gives no points",
            "give or take some, or leave the rule out",
        );
    }
    Some(Effect::Points(points))
}

fn rules_out(record: &Record<'_>, node: &Node) -> Option<Effect> {
    let mut inner = record.inside(node, "the field `rules_out`")?;
    let option = inner.word("option");
    let limit = inner.optional("limit").map(|node| limit(&inner, node));
    let because = inner.maybe_text("because");
    if limit.is_none() && because.is_none() {
        inner.wrong(
            node,
            "a rule that rules an option out has to say by what",
            "add `limit: service.limit`, or `because: …` when it is no service's limit",
        );
    }
    if option == Some(Compute::AlwaysOn) {
        inner.wrong(
            node,
            "always-on machines can't be ruled out",
            "they are what is left when nothing else is; give them negative `points` instead",
        );
    }
    inner.finish();
    Some(Effect::RulesOut {
        option: option?,
        limit: limit.flatten(),
        because,
    })
}

/// The place of a limit in the vocabulary.
fn limit(record: &Record<'_>, node: &Node) -> Option<usize> {
    let linker = record.linker;
    let id = linker.mistakes.keep(node.text(record.source))?;
    let found = linker.vocabulary.limit_index(id);
    let service = id.split('.').next().unwrap_or_default();
    if found.is_none() && !linker.doubtful.contains(service) {
        let known = linker
            .vocabulary
            .limits()
            .iter()
            .map(|limit| limit.id.as_str());
        record.unknown(
            node.span,
            "limit",
            id,
            known,
            "those of the services, as `service.limit`",
        );
    }
    found
}

fn examples(record: &Record<'_>, node: &Node) -> Option<Examples> {
    let mut inner = record.inside(node, "the field `examples`")?;
    let fires = inner
        .list("fires")
        .iter()
        .filter_map(|node| example(record, node))
        .collect();
    let quiet = inner
        .list("quiet")
        .iter()
        .filter_map(|node| example(record, node))
        .collect();
    inner.finish();
    Some(Examples { fires, quiet })
}

fn example(record: &Record<'_>, node: &Node) -> Option<Example> {
    let linker = record.linker;
    let fields = linker.mistakes.keep(node.mapping(record.source))?;
    let mut answers: BTreeMap<usize, Answer> = BTreeMap::new();
    for (key, value) in fields {
        let Some(slot) = linker.entries.place(Topic::Question, &key.text) else {
            let questions = linker.entries.ids(Topic::Question);
            record.unknown(
                key.span,
                "question",
                &key.text,
                questions,
                &Topic::Question.place(),
            );
            continue;
        };
        let Some(known) = linker
            .vocabulary
            .slot(slot)
            .filter(|slot| slot.id == key.text)
        else {
            continue;
        };
        let answer = read_answer(record.source, value, known);
        answers.extend(linker.mistakes.keep(answer).map(|answer| (slot, answer)));
    }
    Some(Example {
        answers: answers.into_iter().collect(),
    })
}
