//! Files into entries, and entries of an overlay over those under it.

use std::collections::BTreeMap;
use std::sync::Arc;

use plumbline_source::{
    Diagnostic, Fields, Limits, Node, Source, Span, Value, decode, did_you_mean, parse_yaml, quote,
};

use super::File;
use super::mistakes::Mistakes;
use super::topic::{Topic, place};
use crate::model::Origin;

/// One thing that is known: a mapping in a file.
pub(crate) struct Entry {
    pub topic: Topic,
    /// Empty when it has none; that is reported.
    pub id: String,
    /// The folder of a rule or service, which names its dimension or provider.
    pub folder: Option<String>,
    pub source: Arc<Source>,
    pub node: Node,
    pub origin: Origin,
    id_span: Span,
    replaces: bool,
}

/// The entries of all files, by topic, each topic in the order of the paths.
#[derive(Default)]
pub(crate) struct Entries {
    by_topic: BTreeMap<Topic, Vec<Entry>>,
    /// The place of each id in its topic.
    places: BTreeMap<(Topic, String), usize>,
}

impl Entries {
    /// The entries of `base` with those of `overlay` over them, which come last or, when they say
    /// that they replace one, in its place.
    pub fn read(base: &[File], overlay: &[File], mistakes: &Mistakes) -> Self {
        let mut entries = Self::default();
        for (files, is_overlay) in [(base, false), (overlay, true)] {
            let mut sorted: Vec<&File> = files.iter().collect();
            sorted.sort_by_key(|file| (&file.path, &file.bytes));
            let mut before = None;
            for file in sorted {
                if before == Some(&file.path) {
                    mistakes.report(
                        Diagnostic::error(format!("there are two files {}", quote(&file.path)))
                            .help("pass each file once"),
                    );
                    continue;
                }
                before = Some(&file.path);
                for entry in read_file(file, is_overlay, mistakes) {
                    entries.add(entry, mistakes);
                }
            }
        }
        entries
    }

    pub fn of(&self, topic: Topic) -> &[Entry] {
        self.by_topic.get(&topic).map_or(&[], Vec::as_slice)
    }

    /// The ids of a topic; those of entries without one are empty.
    pub fn ids(&self, topic: Topic) -> impl Iterator<Item = &str> {
        self.of(topic).iter().map(|entry| entry.id.as_str())
    }

    /// Brings the entries of a topic into another order; entries with equal keys keep theirs.
    pub fn sort_by_key<K: Ord>(&mut self, topic: Topic, key: impl Fn(&Entry) -> K) {
        if let Some(list) = self.by_topic.get_mut(&topic) {
            list.sort_by_key(key);
            for (place, entry) in list.iter().enumerate() {
                if let Some(known) = self.places.get_mut(&(topic, entry.id.clone())) {
                    *known = place;
                }
            }
        }
    }

    pub fn place(&self, topic: Topic, id: &str) -> Option<usize> {
        self.places.get(&(topic, id.to_owned())).copied()
    }

    fn add(&mut self, entry: Entry, mistakes: &Mistakes) {
        let list = self.by_topic.entry(entry.topic).or_default();
        let key = (entry.topic, entry.id.clone());
        let known = self.places.get(&key).copied();
        let existing = known.and_then(|place| list.get_mut(place));
        match existing {
            Some(existing)
                if entry.replaces && entry.origin.overlay && !existing.origin.overlay =>
            {
                *existing = entry;
            }
            Some(existing) => {
                mistakes.report_with(|| taken(&entry, existing));
            }
            None => {
                if entry.replaces {
                    mistakes.report_with(|| nothing_to_replace(&entry, list));
                }
                if !entry.id.is_empty() {
                    self.places.insert(key, list.len());
                }
                list.push(entry);
            }
        }
    }
}

fn taken(entry: &Entry, existing: &Entry) -> Diagnostic {
    let noun = entry.topic.noun();
    let id = quote(&entry.id);
    let (file, line) = (&existing.origin.file, existing.origin.line);
    if entry.origin.overlay && !existing.origin.overlay {
        Diagnostic::error(format!("there is a built-in {noun} {id} already"))
            .at(&entry.source, entry.id_span, "taken")
            .help(format!(
                "add `replaces: yes` to put this {noun} in its place, or choose another id; the built-in one is in `{file}`, line {line}"
            ))
    } else {
        Diagnostic::error(format!("there is another {noun} {id}"))
            .at(&entry.source, entry.id_span, "taken")
            .help(format!(
                "the other one is in `{file}`, line {line}; ids are unique"
            ))
    }
}

fn nothing_to_replace(entry: &Entry, others: &[Entry]) -> Diagnostic {
    let noun = entry.topic.noun();
    let error = Diagnostic::error(format!(
        "there is no {noun} {} to replace",
        quote(&entry.id)
    ))
    .at(&entry.source, entry.id_span, "not known");
    let known = others.iter().map(|other| other.id.as_str());
    match did_you_mean(&entry.id, known) {
        Some(meant) => error.help(format!("did you mean {}?", quote(meant))),
        None => error.help("leave out `replaces` to add it"),
    }
}

fn read_file(file: &File, overlay: bool, mistakes: &Mistakes) -> Vec<Entry> {
    let Some(placed) = mistakes.keep(place(&file.path)) else {
        return Vec::new();
    };
    let limits = Limits::default();
    let Some(source) = mistakes.keep(decode(&file.path, file.bytes.clone(), &limits)) else {
        return Vec::new();
    };
    // A file in which everything is commented out holds nothing, and that is fine.
    let blank = |line: &str| line.trim_start().is_empty() || line.trim_start().starts_with('#');
    if source.text.lines().all(blank) && !source.text.trim().is_empty() {
        return Vec::new();
    }
    let Some(root) = mistakes.keep(parse_yaml(&source, &limits)) else {
        return Vec::new();
    };
    let nodes = match root.value {
        Value::Sequence(items) => items,
        Value::Mapping(_) => vec![root],
        Value::Null | Value::Scalar(_) => {
            let phrase = placed.topic.phrase();
            mistakes.report(
                root.expected(&source, &format!("{phrase} or a list of such"))
                    .help("write fields as `name: value`, one per line"),
            );
            return Vec::new();
        }
    };
    let newlines = source.text.match_indices('\n').map(|(at, _)| at + 1);
    let line_starts: Vec<usize> = std::iter::once(0).chain(newlines).collect();
    nodes
        .into_iter()
        .filter_map(|node| {
            let (id, id_span, replaces) = head(placed.topic, &source, &node, mistakes)?;
            let line = line_starts.partition_point(|start| *start <= node.span.start);
            Some(Entry {
                topic: placed.topic,
                id,
                folder: placed.folder.clone(),
                source: Arc::clone(&source),
                origin: Origin {
                    file: file.path.clone(),
                    line,
                    overlay,
                },
                node,
                id_span,
                replaces,
            })
        })
        .collect()
}

/// The id, where it stands, and whether the entry replaces another one; none for what is no entry
/// at all.
fn head(
    topic: Topic,
    source: &Arc<Source>,
    node: &Node,
    mistakes: &Mistakes,
) -> Option<(String, Span, bool)> {
    let mut fields = mistakes.keep(Fields::of(source, node, topic.phrase()))?;
    let replaces = match fields.optional("replaces") {
        Some(node) => mistakes.keep(node.yes_no(source)).unwrap_or(false),
        None => false,
    };
    let Some(id) = mistakes.keep(fields.required("id")) else {
        return Some((String::new(), node.span, false));
    };
    let Some(text) = mistakes.keep(id.text(source)) else {
        return Some((String::new(), id.span, false));
    };
    let (well_formed, form) = match topic {
        Topic::Question => (
            is_snake_case(text),
            "small letters and digits, with `_` between words",
        ),
        _ => (
            is_kebab_case(text),
            "small letters and digits, with `-` between words",
        ),
    };
    if !well_formed {
        mistakes.report(
            Diagnostic::error(format!(
                "{} can't be the id of {}",
                quote(text),
                topic.phrase()
            ))
            .at(source, id.span, "")
            .help(format!("write it in {form}")),
        );
    }
    Some((text.to_owned(), id.span, replaces))
}

/// Small letters and digits, with single hyphens inside.
pub(crate) fn is_kebab_case(text: &str) -> bool {
    is_words(text, '-')
}

fn is_snake_case(text: &str) -> bool {
    is_words(text, '_') && !text.starts_with(|first: char| first.is_ascii_digit())
}

fn is_words(text: &str, between: char) -> bool {
    text.split(between).all(|word| {
        !word.is_empty()
            && word
                .chars()
                .all(|c| c.is_ascii_lowercase() || c.is_ascii_digit())
    })
}
