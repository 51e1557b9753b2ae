//! Reading the fields of an entry. What can't be read is reported and replaced by a stand-in, so
//! that the rest of the entry is read too.

use std::collections::BTreeSet;
use std::sync::Arc;

use plumbline_rules::Condition;
use plumbline_source::{Diagnostic, Fields, Node, Source, Span, Value, quote};

use super::entry::{Entry, is_kebab_case};
use super::linker::Linker;
use super::topic::Topic;
use crate::date::is_iso_date;
use crate::model::{Compute, Reference, Word};

/// A mapping that is being read.
pub(crate) struct Record<'a> {
    pub linker: &'a Linker,
    pub source: &'a Arc<Source>,
    what: &'a str,
    fields: Fields<'a>,
}

impl<'a> Record<'a> {
    /// Starts to read an entry; the id is read already.
    pub fn of_entry(linker: &'a Linker, entry: &'a Entry) -> Option<Self> {
        let mut record = Self::of(linker, &entry.source, &entry.node, entry.topic.phrase())?;
        record.fields.optional("id");
        record.fields.optional("replaces");
        Some(record)
    }

    /// Starts to read `node`, which holds `what`: a noun with its article.
    pub fn of(
        linker: &'a Linker,
        source: &'a Arc<Source>,
        node: &'a Node,
        what: &'a str,
    ) -> Option<Self> {
        let fields = linker.mistakes.keep(Fields::of(source, node, what))?;
        Some(Self {
            linker,
            source,
            what,
            fields,
        })
    }

    /// Starts to read a mapping inside this one.
    pub fn inside(&self, node: &'a Node, what: &'a str) -> Option<Self> {
        Record::of(self.linker, self.source, node, what)
    }

    /// Ends the reading: every field that nobody asked for is a mistake.
    pub fn finish(self) {
        if let Err(mistakes) = self.fields.finish() {
            for mistake in mistakes {
                // A misspelt field that has to be there is reported as missing already.
                if !self.linker.mistakes.is_known_at(&mistake) {
                    self.linker.mistakes.report(mistake);
                }
            }
        }
    }

    pub fn node(&self) -> &'a Node {
        self.fields.node()
    }

    pub fn required(&mut self, key: &str) -> Option<&'a Node> {
        self.linker.mistakes.keep(self.fields.required(key))
    }

    pub fn optional(&mut self, key: &str) -> Option<&'a Node> {
        self.fields.optional(key)
    }

    /// Reports a mistake about `node`.
    pub fn wrong(&self, node: &Node, message: impl Into<String>, help: impl Into<String>) {
        self.report(
            Diagnostic::error(message)
                .at(self.source, node.span, "")
                .help(help),
        );
    }

    /// Reports a name that nothing has; see [`Linker::report_unknown`].
    pub fn unknown<'b>(
        &self,
        span: Span,
        noun: &str,
        id: &str,
        known: impl IntoIterator<Item = &'b str>,
        place: &str,
    ) {
        self.linker
            .report_unknown((self.source, span), noun, id, known, place);
    }

    pub fn report(&self, mistake: Diagnostic) {
        self.linker.mistakes.report(mistake);
    }

    pub fn text(&mut self, key: &str) -> String {
        self.required(key)
            .and_then(|node| self.prose(node))
            .unwrap_or_default()
    }

    pub fn maybe_text(&mut self, key: &str) -> Option<String> {
        self.optional(key).and_then(|node| self.prose(node))
    }

    /// Text for people: not empty, and without characters that would change how it is shown.
    pub fn prose(&self, node: &Node) -> Option<String> {
        let text = self.linker.mistakes.keep(node.text(self.source))?;
        if text.trim().is_empty() {
            self.wrong(
                node,
                "the text is empty",
                "write something, or leave the field out",
            );
            return None;
        }
        if let Some((at, character)) = text.char_indices().find(|(_, c)| is_hostile(*c)) {
            let span = node.span_within(self.source, at..at + character.len_utf8());
            self.report(
                Diagnostic::error(format!(
                    "the text has the invisible character U+{:04X} in it",
                    u32::from(character)
                ))
                .at(self.source, span, "here")
                .help("remove it; it can make a text look like another one"),
            );
            return None;
        }
        Some(text.trim_end().to_owned())
    }

    pub fn texts(&mut self, key: &str) -> Vec<String> {
        let nodes = self.list(key);
        nodes.iter().filter_map(|node| self.prose(node)).collect()
    }

    /// The items of a list that has to be there and to have some.
    pub fn list(&mut self, key: &str) -> &'a [Node] {
        let Some(node) = self.required(key) else {
            return &[];
        };
        let items = self.items(node);
        if items.is_empty() && matches!(&node.value, Value::Sequence(_)) {
            self.wrong(
                node,
                format!("the list {} is empty", quote(key)),
                "add at least one item",
            );
        }
        items
    }

    /// The items of a list that may be left out or empty.
    pub fn maybe_list(&mut self, key: &str) -> &'a [Node] {
        self.optional(key).map_or(&[], |node| self.items(node))
    }

    fn items(&self, node: &'a Node) -> &'a [Node] {
        self.linker
            .mistakes
            .keep(node.sequence(self.source))
            .unwrap_or(&[])
    }

    pub fn yes_no(&mut self, key: &str) -> bool {
        let node = self.required(key);
        node.and_then(|node| self.linker.mistakes.keep(node.yes_no(self.source)))
            .unwrap_or_default()
    }

    /// A whole number in a range.
    pub fn integer(&mut self, key: &str, least: i64, most: i64) -> i64 {
        self.required(key)
            .map_or(least, |node| self.integer_at(node, least, most))
    }

    pub fn integer_at(&self, node: &Node, least: i64, most: i64) -> i64 {
        let Some(value) = self.linker.mistakes.keep(node.integer(self.source)) else {
            return least;
        };
        if (least..=most).contains(&value) {
            return value;
        }
        self.wrong(
            node,
            format!("`{value}` is out of range"),
            format!("write a whole number from {least} to {most}"),
        );
        least
    }

    /// One of a few words.
    pub fn word<T: Word>(&mut self, key: &str) -> Option<T> {
        let node = self.required(key)?;
        self.word_at(key, node)
    }

    pub fn maybe_word<T: Word>(&mut self, key: &str) -> Option<T> {
        let node = self.optional(key)?;
        self.word_at(key, node)
    }

    pub fn word_at<T: Word>(&self, what: &str, node: &Node) -> Option<T> {
        let words: Vec<&str> = T::all().iter().map(|value| value.word()).collect();
        let at = self.one_of(what, node, &words)?;
        T::all().get(at).copied()
    }

    /// The place of the word in `node` among `words`.
    pub fn one_of(&self, what: &str, node: &Node, words: &[&str]) -> Option<usize> {
        let text = self.linker.mistakes.keep(node.text(self.source))?;
        let found = words.iter().position(|word| *word == text);
        if found.is_none() {
            let error = Diagnostic::error(format!("{} is no {}", quote(text), quote(what)));
            self.report(
                error
                    .at(self.source, node.span, "not known")
                    .help(format!("it can be {}", listed(words))),
            );
        }
        found
    }

    /// A year, month or day.
    pub fn date(&mut self, key: &str) -> String {
        self.required(key)
            .and_then(|node| self.date_at(node))
            .unwrap_or_default()
    }

    pub fn maybe_date(&mut self, key: &str) -> Option<String> {
        self.optional(key).and_then(|node| self.date_at(node))
    }

    fn date_at(&self, node: &Node) -> Option<String> {
        let text = self.linker.mistakes.keep(node.text(self.source))?;
        if is_iso_date(text) {
            return Some(text.to_owned());
        }
        self.wrong(
            node,
            format!("{} is no date", quote(text)),
            "write year, month or day as `2026`, `2026-11` or `2026-11-21`",
        );
        None
    }

    pub fn condition(&mut self, key: &str) -> Option<Condition> {
        let node = self.required(key)?;
        self.linker.condition(self.source, node)
    }

    pub fn maybe_condition(&mut self, key: &str) -> Option<Condition> {
        let node = self.optional(key)?;
        self.linker.condition(self.source, node)
    }

    /// What `sources` cites: at least one source, each once.
    pub fn sources(&mut self) -> Vec<Reference> {
        let nodes = self.list("sources");
        self.once(nodes, |node| self.linker.cited(self.source, node))
    }

    /// The options that something is about; all of them when the field is left out.
    pub fn options_or_all(&mut self) -> Vec<Compute> {
        if self.optional("options").is_none() {
            return Compute::ALL.to_vec();
        }
        let nodes = self.list("options");
        self.once(nodes, |node| self.word_at("option", node))
    }

    /// The ids of entries in a list, each once.
    pub fn references(&self, topic: Topic, nodes: &'a [Node]) -> Vec<usize> {
        self.once(nodes, |node| {
            self.linker.reference(topic, self.source, node)
        })
    }

    /// What the nodes mean; one that is said twice is a mistake.
    pub fn once<T: Ord + Clone>(
        &self,
        nodes: &'a [Node],
        read: impl Fn(&'a Node) -> Option<T>,
    ) -> Vec<T> {
        let mut seen = BTreeSet::new();
        let mut found = Vec::new();
        for node in nodes {
            let Some(value) = read(node) else { continue };
            if seen.insert(value.clone()) {
                found.push(value);
            } else {
                let shown = node.text(self.source).map(quote).unwrap_or_default();
                self.wrong(
                    node,
                    format!("{shown} stands in the list twice"),
                    "remove one of them",
                );
            }
        }
        found
    }

    /// An id inside an entry: kebab-case, and none of `taken`.
    pub fn local_id(&mut self, taken: &mut BTreeSet<String>) -> String {
        let Some(node) = self.required("id") else {
            return String::new();
        };
        let Some(text) = self.linker.mistakes.keep(node.text(self.source)) else {
            return String::new();
        };
        if !is_kebab_case(text) {
            let message = format!("{} can't be the id of {}", quote(text), self.what);
            self.wrong(
                node,
                message,
                "write it in small letters and digits, with `-` between words",
            );
        } else if !taken.insert(text.to_owned()) {
            let noun = self.what.trim_start_matches("a ").trim_start_matches("an ");
            self.wrong(
                node,
                format!("there is another {noun} {}", quote(text)),
                "choose another id",
            );
        }
        text.to_owned()
    }

    /// The place of the id in `node` among `known`.
    pub fn local(&self, noun: &str, node: &Node, known: &[String]) -> Option<usize> {
        let id = self.linker.mistakes.keep(node.text(self.source))?;
        let found = known.iter().position(|known| known == id);
        if found.is_none() {
            self.unknown(
                node.span,
                noun,
                id,
                known.iter().map(String::as_str),
                "those listed above",
            );
        }
        found
    }
}

/// "`a`, `b` or `c`".
pub(crate) fn listed(words: &[&str]) -> String {
    let quoted: Vec<String> = words.iter().map(|word| quote(word)).collect();
    match quoted.split_last() {
        Some((last, rest)) if !rest.is_empty() => format!("{} or {last}", rest.join(", ")),
        _ => quoted.concat(),
    }
}

/// Whether a character is invisible and changes how the text around it is shown: control
/// characters besides line ends and tabs, and those that change the direction of writing.
fn is_hostile(character: char) -> bool {
    (character.is_control() && !matches!(character, '\n' | '\t'))
        || matches!(character,
            '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}')
}
