//! Trade-offs.

use plumbline_source::{Node, Value};

use super::pattern::role;
use crate::load::entry::Entry;
use crate::load::linker::Linker;
use crate::load::record::Record;
use crate::model::{Compute, Mitigation, Provider, SeverityRule, TradeOff};

pub(crate) fn trade_off(linker: &Linker, entry: &Entry) -> Option<TradeOff> {
    let mut record = Record::of_entry(linker, entry)?;
    let title = record.text("title");
    let nodes = record.list("options");
    let options = record.once(nodes, |node| record.word_at("option", node));
    let what = record.text("what");
    let nodes = record.maybe_list("concerns");
    let concerns = record.once(nodes, |node| role(&record, node));
    let mut severity = Vec::new();
    for node in record.list("severity") {
        let Some(mut inner) = record.inside(node, "a severity rule") else {
            continue;
        };
        let level = inner.word("level");
        let when = inner.condition("when");
        let because = inner.text("because");
        let options = narrowed(&mut inner, &options);
        let nodes = inner.maybe_list("concerns");
        let own = inner.once(nodes, |node| role(&inner, node));
        inner.finish();
        if let (Some(level), Some(when)) = (level, when) {
            severity.push(SeverityRule {
                level,
                options,
                when,
                because,
                concerns: if own.is_empty() {
                    concerns.clone()
                } else {
                    own
                },
            });
        }
    }
    let mitigations = mitigations(&mut record, &options);
    let sources = record.sources();
    record.finish();
    Some(TradeOff {
        id: entry.id.clone(),
        title,
        options,
        what,
        concerns,
        severity,
        mitigations,
        sources,
        origin: entry.origin.clone(),
    })
}

/// What softens it, for any provider and for each.
fn mitigations(record: &mut Record<'_>, concerned: &[Compute]) -> Vec<(String, Vec<Mitigation>)> {
    let keys: Vec<&str> = std::iter::once("any")
        .chain(Provider::ALL.map(Provider::id))
        .collect();
    let Some(node) = record.required("mitigations") else {
        return Vec::new();
    };
    let linker = record.linker;
    let fields = linker
        .mistakes
        .keep(node.mapping(record.source))
        .unwrap_or(&[]);
    let mut found: Vec<(usize, Vec<Mitigation>)> = Vec::new();
    for (key, value) in fields {
        let Some(place) = keys.iter().position(|known| *known == key.text) else {
            record.unknown(
                key.span,
                "provider",
                &key.text,
                keys.iter().copied(),
                "`any`, `aws`, `azure`, `gcp` and `self-hosted`",
            );
            continue;
        };
        let items = linker
            .mistakes
            .keep(value.sequence(record.source))
            .unwrap_or(&[]);
        found.push((
            place,
            items
                .iter()
                .filter_map(|item| mitigation(record, item, concerned))
                .collect(),
        ));
    }
    found.sort_by_key(|(place, _)| *place);
    found
        .into_iter()
        .filter_map(|(place, texts)| Some(((*keys.get(place)?).to_owned(), texts)))
        .collect()
}

/// A plain text holds under every verdict; a mapping says under which of those that the trade-off
/// concerns.
fn mitigation(record: &Record<'_>, node: &Node, concerned: &[Compute]) -> Option<Mitigation> {
    if !matches!(node.value, Value::Mapping(_)) {
        let text = record.prose(node)?;
        let options = Compute::ALL.to_vec();
        return Some(Mitigation { text, options });
    }
    let mut inner = record.inside(node, "a mitigation")?;
    let text = inner.text("text");
    let options = narrowed(&mut inner, concerned);
    inner.finish();
    Some(Mitigation { text, options })
}

/// The options of a part of a trade-off, which have to be among those that the whole concerns.
fn narrowed(inner: &mut Record<'_>, concerned: &[Compute]) -> Vec<Compute> {
    let options = inner.options_or_all();
    let beyond = options.iter().find(|option| !concerned.contains(option));
    if let (Some(node), Some(beyond)) = (inner.optional("options"), beyond) {
        let id = beyond.id();
        inner.wrong(
            node,
            format!("the trade-off doesn't concern `{id}`, so nobody would see this"),
            format!("add `{id}` to the `options` of the trade-off, or take it out here"),
        );
    }
    options
}
