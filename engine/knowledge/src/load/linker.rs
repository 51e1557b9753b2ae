//! What every reader of entries needs: the ids of all entries and the words of conditions.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use plumbline_rules::{Condition, Vocabulary, compile};
use plumbline_source::{Diagnostic, Node, Source, did_you_mean, quote};

use super::entry::{Entries, Entry};
use super::mistakes::Mistakes;
use super::topic::Topic;
use crate::model::{Guide, Reference};

/// Resolves what entries say of each other.
pub(crate) struct Linker {
    pub entries: Entries,
    pub mistakes: Mistakes,
    pub vocabulary: Vocabulary,
    /// Ids of questions and limits that have mistakes of their own. What is said about them in
    /// conditions can't be judged.
    pub doubtful: BTreeSet<String>,
    /// For each guide, by its index: the indices of its sections.
    sections: Vec<BTreeMap<String, usize>>,
}

impl Linker {
    pub fn new(entries: Entries, mistakes: Mistakes) -> Self {
        Self {
            entries,
            mistakes,
            vocabulary: Vocabulary::default(),
            doubtful: BTreeSet::new(),
            sections: Vec::new(),
        }
    }

    pub fn know_sections(&mut self, guides: &[Guide]) {
        self.sections = guides
            .iter()
            .map(|guide| {
                let sections = guide.sections.iter().enumerate();
                sections
                    .map(|(index, section)| (section.id.clone(), index))
                    .collect()
            })
            .collect();
    }

    /// The index of the entry that `node` names.
    pub fn reference(&self, topic: Topic, source: &Arc<Source>, node: &Node) -> Option<usize> {
        let id = self.mistakes.keep(node.text(source))?;
        if let Some(place) = self.entries.place(topic, id) {
            return Some(place);
        }
        let known = self.entries.of(topic).iter().map(|entry| entry.id.as_str());
        self.mistakes
            .report(unknown(topic.noun(), id, known, &topic.place()).at(
                source,
                node.span,
                "not known",
            ));
        None
    }

    /// The source or the section of a guide that `node` names.
    pub fn cited(&self, source: &Arc<Source>, node: &Node) -> Option<Reference> {
        let text = self.mistakes.keep(node.text(source))?;
        let Some((guide_id, section_id)) = text.split_once('#') else {
            if self.entries.place(Topic::Guide, text).is_some() {
                self.mistakes.report(
                    Diagnostic::error(format!(
                        "{} names a guide but no section of it",
                        quote(text)
                    ))
                    .at(source, node.span, "which section?")
                    .help(format!("write it as `{text}#some-section`")),
                );
                return None;
            }
            return self
                .reference(Topic::Source, source, node)
                .map(Reference::Source);
        };
        let Some(guide) = self.entries.place(Topic::Guide, guide_id) else {
            let known = self
                .entries
                .of(Topic::Guide)
                .iter()
                .map(|entry| entry.id.as_str());
            let error = unknown("guide", guide_id, known, &Topic::Guide.place());
            let span = node.span_within(source, 0..guide_id.len());
            self.mistakes.report(error.at(source, span, "not known"));
            return None;
        };
        let sections = self.sections.get(guide)?;
        let Some(section) = sections.get(section_id) else {
            let known = sections.keys().map(String::as_str);
            let span = node.span_within(source, guide_id.len() + 1..text.len());
            let error = unknown(
                "section",
                section_id,
                known,
                &format!("those of the guide {}", quote(guide_id)),
            );
            self.mistakes.report(error.at(source, span, "not known"));
            return None;
        };
        Some(Reference::Guide {
            guide,
            section: *section,
        })
    }

    /// The condition that `node` holds.
    pub fn condition(&self, source: &Arc<Source>, node: &Node) -> Option<Condition> {
        let Ok(text) = node.text(source) else {
            self.mistakes.report(node.expected(source, "a condition"));
            return None;
        };
        match compile(text, &self.vocabulary) {
            Ok(condition) => Some(condition),
            Err(errors) => {
                // A mistake elsewhere would be reported a second time here.
                if !self.doubtful.iter().any(|id| text.contains(id.as_str())) {
                    for error in errors {
                        let span = node.span_within(source, error.start..error.end);
                        let mut mistake =
                            Diagnostic::error(error.message).at(source, span, error.label);
                        mistake.help = error.help;
                        self.mistakes.report(mistake);
                    }
                }
                None
            }
        }
    }

    /// Reads every entry of a topic; entries that can't be read are left out, and reported.
    pub fn read_all<T>(&self, topic: Topic, read: impl Fn(&Self, &Entry) -> Option<T>) -> Vec<T> {
        let entries = self.entries.of(topic).iter();
        entries.filter_map(|entry| read(self, entry)).collect()
    }
}

/// The error for a name that nothing has.
pub(crate) fn unknown<'a>(
    noun: &str,
    id: &str,
    known: impl IntoIterator<Item = &'a str>,
    place: &str,
) -> Diagnostic {
    let error = Diagnostic::error(format!("there is no {noun} {}", quote(id)));
    match did_you_mean(id, known) {
        Some(meant) => error.help(format!("did you mean {}?", quote(meant))),
        None if place.ends_with('/') || place.ends_with(".yaml") => {
            error.help(format!("add it in `{place}`, or name one that is there"))
        }
        None => error.help(format!("name one of {place}")),
    }
}
