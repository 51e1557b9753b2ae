//! Services with their limits, and roles.

use std::collections::{BTreeMap, BTreeSet};

use plumbline_rules::Quantity;
use plumbline_source::{Node, quote};

use super::question::amount;
use crate::load::entry::Entry;
use crate::load::linker::Linker;
use crate::load::record::Record;
use crate::load::topic::Topic;
use crate::model::{LimitValue, Provider, Reference, Role, Service, ServiceLimit};

/// A limit before the vocabulary is known, which is made from all of them.
pub(crate) struct Limit {
    pub id: String,
    pub label: String,
    /// In the quantity's base unit; none for a limit that is only text.
    pub value: Option<(Quantity, f64)>,
    text: String,
    as_of: String,
    sure: bool,
    sources: Vec<Reference>,
}

/// The limits of the service that `entry` holds. They are read twice, for the vocabulary and for
/// the service; mistakes are the same and count once.
pub(crate) fn limits(linker: &Linker, entry: &Entry) -> Vec<Limit> {
    Record::of_entry(linker, entry).map_or_else(Vec::new, |mut record| read_limits(&mut record))
}

fn read_limits(record: &mut Record<'_>) -> Vec<Limit> {
    let mut taken = BTreeSet::new();
    let mut limits = Vec::new();
    for node in record.maybe_list("limits") {
        let Some(mut inner) = record.inside(node, "a limit") else {
            continue;
        };
        let id = inner.local_id(&mut taken);
        let label = inner.text("label");
        let has_unit = inner.optional("unit").is_some();
        let unit = inner.maybe_word::<Quantity>("unit");
        let text = inner.text("value");
        let value = match (unit, inner.optional("value")) {
            (Some(unit), Some(node)) => amount(&inner, node, unit).map(|value| (unit, value)),
            _ => None,
        };
        let as_of = inner.date("as_of");
        let sure = inner.yes_no("sure");
        let sources = inner.sources();
        inner.finish();
        if value.is_some() || !has_unit {
            limits.push(Limit {
                id,
                label,
                value,
                text,
                as_of,
                sure,
                sources,
            });
        }
    }
    limits
}

pub(crate) fn service(linker: &Linker, entry: &Entry) -> Option<Service> {
    let mut record = Record::of_entry(linker, entry)?;
    let name = record.text("name");
    let provider = record.word::<Provider>("provider");
    if let (Some(provider), Some(folder), Some(node)) =
        (provider, &entry.folder, record.optional("provider"))
        && provider.id() != folder
    {
        let id = provider.id();
        record.wrong(
            node,
            format!("the service is of `{id}` but stands in `services/{folder}/`"),
            format!("move the file to `services/{id}/`, or change the provider"),
        );
    }
    let nodes = record.list("roles");
    let roles = record.references(Topic::Role, nodes);
    let summary = record.text("summary");
    let billing = record.text("billing");
    let cold_start = record.maybe_text("cold_start");
    let portability = record.word("portability");
    let limits = read_limits(&mut record)
        .into_iter()
        .map(|limit| {
            let id = format!("{}.{}", entry.id, limit.id);
            ServiceLimit {
                value: match linker.vocabulary.limit_index(&id) {
                    Some(place) if limit.value.is_some() => LimitValue::Quantity(place),
                    _ => LimitValue::Text(limit.text),
                },
                id: limit.id,
                label: limit.label,
                as_of: limit.as_of,
                sure: limit.sure,
                sources: limit.sources,
            }
        })
        .collect();
    let nodes = record.maybe_list("equivalents");
    let equivalents = record.references(Topic::Service, nodes);
    if let (Some(node), Some(own)) = (
        record.optional("equivalents"),
        linker.entries.place(Topic::Service, &entry.id),
    ) && equivalents.contains(&own)
    {
        record.wrong(
            node,
            format!("{} is named as its own equivalent", quote(&entry.id)),
            "remove it",
        );
    }
    let sources = record.sources();
    record.finish();
    Some(Service {
        id: entry.id.clone(),
        name,
        provider: provider?,
        roles,
        summary,
        billing,
        cold_start,
        portability: portability?,
        limits,
        equivalents,
        sources,
        origin: entry.origin.clone(),
    })
}

pub(crate) fn role(linker: &Linker, entry: &Entry) -> Option<Role> {
    let mut record = Record::of_entry(linker, entry)?;
    let label = record.text("label");
    let glyph = record.text("glyph");
    let services = record.optional("services");
    let services = services.map(|node| players(&record, node));
    let without = record.optional("without_functions");
    let without_functions = without.map(|node| players(&record, node));
    let absent = record.maybe_condition("absent");
    record.finish();
    Some(Role {
        id: entry.id.clone(),
        label,
        glyph,
        services: services.unwrap_or_default(),
        without_functions: without_functions.unwrap_or_default(),
        absent,
        origin: entry.origin.clone(),
    })
}

/// Which service plays a role on which provider.
fn players<'a>(record: &Record<'a>, node: &'a Node) -> BTreeMap<Provider, usize> {
    let linker = record.linker;
    let mut services = BTreeMap::new();
    let fields = linker
        .mistakes
        .keep(node.mapping(record.source))
        .unwrap_or(&[]);
    for (key, value) in fields {
        let Some(provider) = Provider::from_id(&key.text) else {
            let known = Provider::ALL.map(Provider::id);
            record.unknown(
                key.span,
                "provider",
                &key.text,
                known,
                &format!("`{}`", known.join("`, `")),
            );
            continue;
        };
        let Some(service) = linker.reference(Topic::Service, record.source, value) else {
            continue;
        };
        // What one runs oneself, and what belongs to no cloud, can be used on any of them.
        let of_other_cloud = linker
            .entries
            .of(Topic::Service)
            .get(service)
            .and_then(|service| Provider::from_id(service.folder.as_deref()?))
            .is_some_and(|owner| owner != provider && Provider::CLOUDS.contains(&owner));
        if of_other_cloud {
            let shown = value.text(record.source).map(quote).unwrap_or_default();
            record.wrong(
                value,
                format!("{shown} is no service for `{}`", provider.id()),
                "name one of the provider's own services, or one that runs anywhere",
            );
        }
        services.insert(provider, service);
    }
    services
}
