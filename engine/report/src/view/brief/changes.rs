//! What would change the verdict, on one page.

use std::collections::BTreeMap;

use plumbline_assess::{Assessment, Kind as ChangeKind};
use plumbline_knowledge::Knowledge;
use serde::Serialize;

use super::{MOST, PART};
use crate::view::shorten::clipped;
use crate::view::{ask, kind_words, part_name};

/// Answers that turn the verdict.
#[derive(Serialize)]
pub(crate) struct Change<'a> {
    part: Option<String>,
    /// The questions, with the answers that turn it.
    asks: Vec<Asked<'a>>,
    option: &'static str,
    /// "a design choice", "not answered yet", "a fact today".
    kind: &'static str,
}

#[derive(Serialize)]
pub(crate) struct Asked<'a> {
    ask: &'a str,
    /// The answer today; none while open.
    from: Option<&'a str>,
    to: Vec<&'a str>,
}

/// At most `most` changes that turn the verdict; other answers to the same question stand together.
pub(crate) fn changes<'a>(
    knowledge: &'a Knowledge,
    assessment: &'a Assessment,
    several: bool,
    most: usize,
) -> Vec<Change<'a>> {
    let mut changes: Vec<(&str, ChangeKind, Change<'a>)> = Vec::new();
    for flip in &assessment.flips {
        let kind = match flip.changes.iter().map(|change| change.kind).max() {
            Some(kind) => kind,
            None => continue,
        };
        let asks: Vec<Asked<'a>> = flip
            .changes
            .iter()
            .map(|change| Asked {
                ask: ask(knowledge, &change.question),
                from: (change.kind != ChangeKind::Open).then_some(&change.from),
                to: vec![&change.to],
            })
            .collect();
        let same = changes.iter_mut().find(|(part, _, known)| {
            *part == flip.part
                && known.option == flip.option.label()
                && matches!((known.asks.as_slice(), asks.as_slice()), ([one], [other]) if one.ask == other.ask)
        });
        if let Some((_, _, known)) = same {
            for (known, asked) in known.asks.iter_mut().zip(asks) {
                if known.to.len() < MOST {
                    known.to.extend(asked.to);
                }
            }
            continue;
        }
        let change = Change {
            part: part_name(assessment, &flip.part)
                .filter(|_| several)
                .map(|name| clipped(name, PART)),
            asks,
            option: flip.option.label(),
            kind: kind_words(kind),
        };
        changes.push((&flip.part, kind, change));
    }
    // One of each part first, so that one part doesn't take the whole list.
    let mut seen: BTreeMap<&str, usize> = BTreeMap::new();
    let mut ordered: Vec<(usize, Change<'a>)> = changes
        .into_iter()
        .map(|(part, _, change)| {
            let turn = seen.entry(part).or_default();
            *turn += 1;
            (*turn, change)
        })
        .collect();
    ordered.sort_by_key(|(turn, _)| *turn);
    ordered
        .into_iter()
        .map(|(_, change)| change)
        .take(most)
        .collect()
}
