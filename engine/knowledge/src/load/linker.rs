//! What every reader of entries needs: the ids of all entries and the words of conditions.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use plumbline_rules::{Condition, Vocabulary, compile};
use plumbline_source::{Diagnostic, Node, Source, Span, did_you_mean, quote};

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
        let found = self.entries.place(topic, id);
        if found.is_none() {
            let known = self.entries.ids(topic);
            self.report_unknown((source, node.span), topic.noun(), id, known, &topic.place());
        }
        found
    }

    /// The source or the section of a guide that `node` names.
    pub fn cited(&self, source: &Arc<Source>, node: &Node) -> Option<Reference> {
        let text = self.mistakes.keep(node.text(source))?;
        let Some((guide_id, section_id)) = text.split_once('#') else {
            if self.entries.place(Topic::Guide, text).is_none() {
                let found = self.reference(Topic::Source, source, node);
                return found.map(Reference::Source);
            }
            let message = format!("{} names a guide but no section of it", quote(text));
            self.mistakes.report(
                Diagnostic::error(message)
                    .at(source, node.span, "which section?")
                    .help(format!("write it as `{text}#some-section`")),
            );
            return None;
        };
        let Some(guide) = self.entries.place(Topic::Guide, guide_id) else {
            let span = node.span_within(source, 0..guide_id.len());
            let known = self.entries.ids(Topic::Guide);
            let place = Topic::Guide.place();
            self.report_unknown((source, span), "guide", guide_id, known, &place);
            return None;
        };
        let sections = self.sections.get(guide)?;
        let section = sections.get(section_id).copied();
        if section.is_none() {
            let span = node.span_within(source, guide_id.len() + 1..text.len());
            let known = sections.keys().map(String::as_str);
            let place = format!("those of the guide {}", quote(guide_id));
            self.report_unknown((source, span), "section", section_id, known, &place);
        }
        section.map(|section| Reference::Guide { guide, section })
    }

    /// Reports a name that nothing has. `place` is the file or folder where such things are
    /// defined, or says in words which ones there are.
    pub fn report_unknown<'a>(
        &self,
        (source, span): (&Arc<Source>, Span),
        noun: &str,
        id: &str,
        known: impl IntoIterator<Item = &'a str>,
        place: &str,
    ) {
        self.mistakes.report_with(|| {
            let error = Diagnostic::error(format!("there is no {noun} {}", quote(id))).at(
                source,
                span,
                "not known",
            );
            match did_you_mean(id, known) {
                Some(meant) => error.help(format!("did you mean {}?", quote(meant))),
                None if place.ends_with('/') || place.ends_with(".yaml") => {
                    error.help(format!("add it in `{place}`, or name one that is there"))
                }
                None => error.help(format!("name one of {place}")),
            }
        });
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
                if !self.mistakes.is_full()
                    && !self.doubtful.iter().any(|id| text.contains(id.as_str()))
                {
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
