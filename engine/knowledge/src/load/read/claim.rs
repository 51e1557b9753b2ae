//! Claims and contradictions.

use plumbline_source::quote;

use crate::load::entry::Entry;
use crate::load::linker::Linker;
use crate::load::record::Record;
use crate::model::{Claim, Contradiction, Reference};

pub(crate) fn claim(linker: &Linker, entry: &Entry) -> Option<Claim> {
    let mut record = Record::of_entry(linker, entry)?;
    let guide = record.required("guide").and_then(|node| {
        let reference = linker.cited(record.source, node)?;
        if matches!(reference, Reference::Source(_)) {
            let shown = node.text(record.source).map(quote).unwrap_or_default();
            record.wrong(
                node,
                format!("{shown} is no section of a guide"),
                "write it as `guide-003#cold-start-factors`",
            );
            return None;
        }
        Some(reference)
    });
    let says = record.text("says");
    let status = record.word("status");
    let now = record.maybe_text("now");
    let since = record.maybe_date("since");
    let sure = record.yes_no("sure");
    let sources = record.sources();
    record.finish();
    Some(Claim {
        id: entry.id.clone(),
        guide: guide?,
        says,
        status: status?,
        now,
        since,
        sure,
        sources,
        origin: entry.origin.clone(),
    })
}

pub(crate) fn contradiction(linker: &Linker, entry: &Entry) -> Option<Contradiction> {
    let mut record = Record::of_entry(linker, entry)?;
    let when = record.condition("when");
    let says = record.text("says");
    record.finish();
    Some(Contradiction {
        id: entry.id.clone(),
        when: when?,
        says,
        origin: entry.origin.clone(),
    })
}
