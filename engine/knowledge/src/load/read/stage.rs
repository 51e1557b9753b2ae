//! Stages of a way from a server to functions.

use plumbline_source::Value;

use super::pattern::{edges, groups, nodes};
use crate::load::entry::Entry;
use crate::load::linker::Linker;
use crate::load::record::Record;
use crate::load::topic::Topic;
use crate::model::{Draws, Remark, Stage, StagePath};

/// The word for the pattern that fits best.
const CHOSEN: &str = "chosen";

pub(crate) fn stage(linker: &Linker, entry: &Entry) -> Option<Stage> {
    let mut record = Record::of_entry(linker, entry)?;
    let path = record.word::<StagePath>("path");
    let place = u8::try_from(record.integer("place", 1, 9)).unwrap_or(1);
    let when = record.maybe_condition("when");
    let title = record.text("title");
    let text = record.text("text");
    let gains = remarks(&mut record, "gains");
    let costs = remarks(&mut record, "costs");
    let draws = draws(&mut record);
    let mut made = Stage {
        id: entry.id.clone(),
        path: path.unwrap_or(StagePath::Evolution),
        place,
        when,
        title,
        text,
        gains,
        costs,
        draws,
        groups: Vec::new(),
        nodes: Vec::new(),
        edges: Vec::new(),
        strip: Vec::new(),
        sources: Vec::new(),
        origin: entry.origin.clone(),
    };
    if draws == Draws::Own {
        made.groups = groups(&mut record);
        made.nodes = nodes(&mut record, &made.groups);
        made.edges = edges(&mut record, &made.nodes);
        let strip = record.maybe_list("strip");
        made.strip = record.references(Topic::Role, strip);
    }
    made.sources = record.sources();
    record.finish();
    Some(made)
}

/// The pattern that is drawn; without one, the stage has a graph of its own.
fn draws(record: &mut Record<'_>) -> Draws {
    let Some(node) = record.optional("pattern") else {
        return Draws::Own;
    };
    if node.text(record.source).is_ok_and(|id| id == CHOSEN) {
        return Draws::Chosen;
    }
    let (linker, source) = (record.linker, record.source);
    linker
        .reference(Topic::Pattern, source, node)
        .map_or(Draws::Chosen, Draws::Pattern)
}

/// Sentences: texts, or mappings with the condition under which they are said.
fn remarks(record: &mut Record<'_>, key: &str) -> Vec<Remark> {
    let mut found = Vec::new();
    for node in record.list(key) {
        if !matches!(node.value, Value::Mapping(_)) {
            found.extend(record.prose(node).map(|text| Remark { text, when: None }));
            continue;
        }
        let Some(mut inner) = record.inside(node, "a remark") else {
            continue;
        };
        let text = inner.text("text");
        let when = inner.condition("when");
        inner.finish();
        if when.is_some() {
            found.push(Remark { text, when });
        }
    }
    found
}
