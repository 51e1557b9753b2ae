//! Checklist items.

use std::collections::BTreeSet;

use plumbline_source::{Node, quote};

use crate::load::entry::Entry;
use crate::load::linker::Linker;
use crate::load::record::Record;
use crate::load::topic::Topic;
use crate::model::{Because, ChecklistItem};

pub(crate) fn checklist_item(linker: &Linker, entry: &Entry) -> Option<ChecklistItem> {
    let mut record = Record::of_entry(linker, entry)?;
    let list = record.word("list");
    let theme = record
        .required("theme")
        .and_then(|node| record.one_of("theme", node, &ChecklistItem::THEMES))
        .and_then(|place| ChecklistItem::THEMES.get(place).copied());
    let text = record.text("text");
    let why = record.text("why");
    let options = record.options_or_all();
    let has_condition = record.optional("when").is_some();
    let when = record.maybe_condition("when");
    let mut because = BTreeSet::new();
    for node in record.maybe_list("because") {
        let found = reasons(&record, node);
        if !found.is_empty() && found.iter().all(|reason| because.contains(reason)) {
            let shown = node.text(record.source).map(quote).unwrap_or_default();
            record.wrong(
                node,
                format!("{shown} stands in the list twice"),
                "remove one of them",
            );
        }
        because.extend(found);
    }
    let sources = record.sources();
    record.finish();
    if has_condition && when.is_none() {
        return None;
    }
    Some(ChecklistItem {
        id: entry.id.clone(),
        list: list?,
        theme: theme?.to_owned(),
        text,
        why,
        options,
        when,
        because: because.into_iter().collect(),
        sources,
        origin: entry.origin.clone(),
    })
}

/// The rule or trade-off of this id; both when there are both.
fn reasons(record: &Record<'_>, node: &Node) -> Vec<Because> {
    let linker = record.linker;
    let Some(id) = linker.mistakes.keep(node.text(record.source)) else {
        return Vec::new();
    };
    let rule = linker.entries.place(Topic::Rule, id).map(Because::Rule);
    let trade_off = linker
        .entries
        .place(Topic::TradeOff, id)
        .map(Because::TradeOff);
    let found: Vec<Because> = rule.into_iter().chain(trade_off).collect();
    if found.is_empty() {
        let topics = [Topic::TradeOff, Topic::Rule];
        let known = topics.iter().flat_map(|topic| linker.entries.ids(*topic));
        record.unknown(
            node.span,
            "rule or trade-off",
            id,
            known,
            "those in `rules/` and `trade-offs/`",
        );
    }
    found
}
