//! Trade-offs.

use crate::load::entry::Entry;
use crate::load::linker::Linker;
use crate::load::record::Record;
use crate::model::{Provider, SeverityRule, TradeOff};

pub(crate) fn trade_off(linker: &Linker, entry: &Entry) -> Option<TradeOff> {
    let mut record = Record::of_entry(linker, entry)?;
    let title = record.text("title");
    let nodes = record.list("options");
    let options = record.once(nodes, |node| record.word_at("option", node));
    let what = record.text("what");
    let mut severity = Vec::new();
    for node in record.list("severity") {
        let Some(mut inner) = record.inside(node, "a severity rule") else {
            continue;
        };
        let level = inner.word("level");
        let when = inner.condition("when");
        let because = inner.text("because");
        inner.finish();
        if let (Some(level), Some(when)) = (level, when) {
            severity.push(SeverityRule {
                level,
                when,
                because,
            });
        }
    }
    let mitigations = mitigations(&mut record);
    let sources = record.sources();
    record.finish();
    Some(TradeOff {
        id: entry.id.clone(),
        title,
        options,
        what,
        severity,
        mitigations,
        sources,
        origin: entry.origin.clone(),
    })
}

/// What softens it, for any provider and for each.
fn mitigations(record: &mut Record<'_>) -> Vec<(String, Vec<String>)> {
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
    let mut found: Vec<(usize, Vec<String>)> = Vec::new();
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
            items.iter().filter_map(|item| record.prose(item)).collect(),
        ));
    }
    found.sort_by_key(|(place, _)| *place);
    found
        .into_iter()
        .filter_map(|(place, texts)| Some(((*keys.get(place)?).to_owned(), texts)))
        .collect()
}
