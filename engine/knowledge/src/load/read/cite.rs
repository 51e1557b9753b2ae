//! Dimensions, guides and sources: what the rest refers to.

use std::collections::BTreeSet;

use plumbline_source::quote;

use crate::load::entry::Entry;
use crate::load::linker::Linker;
use crate::load::record::Record;
use crate::model::{Dimension, Guide, GuideSection, Source};

pub(crate) fn dimension(linker: &Linker, entry: &Entry) -> Option<Dimension> {
    let mut record = Record::of_entry(linker, entry)?;
    let dimension = Dimension {
        id: entry.id.clone(),
        label: record.text("label"),
        cap: i32::try_from(record.integer("cap", 1, 100)).unwrap_or_default(),
        origin: entry.origin.clone(),
    };
    record.finish();
    Some(dimension)
}

pub(crate) fn guide(linker: &Linker, entry: &Entry) -> Option<Guide> {
    let mut record = Record::of_entry(linker, entry)?;
    let title = record.text("title");
    let mut sections = Vec::new();
    let mut taken = BTreeSet::new();
    for node in record.list("sections") {
        let Some(mut inner) = record.inside(node, "a section") else {
            continue;
        };
        // Anchors are made from headings, so that they follow no case of ours.
        let id = inner.text("id");
        if !id.is_empty() && !taken.insert(id.clone()) {
            let node = inner.optional("id").unwrap_or(node);
            inner.wrong(
                node,
                format!("there is another section {}", quote(&id)),
                "add a number to it",
            );
        }
        sections.push(GuideSection {
            id,
            title: inner.text("title"),
            line: u32::try_from(inner.integer("line", 1, 1_000_000)).unwrap_or_default(),
        });
        inner.finish();
    }
    record.finish();
    Some(Guide {
        id: entry.id.clone(),
        title,
        sections,
        origin: entry.origin.clone(),
    })
}

pub(crate) fn source(linker: &Linker, entry: &Entry) -> Option<Source> {
    let mut record = Record::of_entry(linker, entry)?;
    let title = record.text("title");
    let url = record.maybe_text("url");
    if let (Some(url), Some(node)) = (&url, record.optional("url"))
        && !url.starts_with("https://")
        && !url.starts_with("http://")
    {
        record.wrong(
            node,
            format!("{} is no address on the web", quote(url)),
            "start it with `https://`",
        );
    }
    let date = record.date("date");
    let kind = record.word("kind");
    record.finish();
    Some(Source {
        id: entry.id.clone(),
        title,
        url,
        date,
        kind: kind?,
        origin: entry.origin.clone(),
    })
}
