//! Files into knowledge.
//!
//! Reading goes from what names things to what speaks of them: the ids of all entries first, then
//! guides, questions and limits, which make up the vocabulary, then everything with conditions.
//! With every id known from the start, an entry is read and linked in one go.

mod entry;
mod linker;
mod mistakes;
mod questionnaire;
mod read;
mod record;
mod topic;

use plumbline_source::{Diagnostic, Source, Value};

use crate::model::Knowledge;
use entry::Entries;
use linker::Linker;
use mistakes::Mistakes;
use topic::Topic;

/// A file of a knowledge base, as bytes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct File {
    /// Where it stands, relative to the knowledge folder, with `/` between its parts.
    pub path: String,
    /// What is in it.
    pub bytes: Vec<u8>,
}

/// What came of loading.
#[derive(Clone, Debug)]
pub struct Loaded {
    /// The knowledge, unless there was any mistake.
    pub knowledge: Option<Knowledge>,
    /// All mistakes, in the order of files and places.
    pub diagnostics: Vec<Diagnostic>,
}

impl Loaded {
    /// The same with the files in mistakes named as they are found from outside: in `folder`.
    #[must_use]
    pub fn under(mut self, folder: &str) -> Self {
        let folder = folder.trim_end_matches('/');
        for place in self
            .diagnostics
            .iter_mut()
            .filter_map(|one| one.place.as_mut())
        {
            let name = format!("{folder}/{}", place.source.name);
            place.source = Source::new(name, place.source.text.clone());
        }
        self
    }
}

/// Loads and links a knowledge base. The order of the files does not matter, and an empty set of
/// files is an empty knowledge base.
#[must_use]
pub fn load(files: &[File]) -> Loaded {
    overlay(files, &[])
}

/// Loads the files of `base` with those of `overlay` over them. An entry of the overlay whose id
/// is taken has to say `replaces: yes`.
#[must_use]
pub fn overlay(base: &[File], overlay: &[File]) -> Loaded {
    let mistakes = Mistakes::default();
    let mut entries = Entries::read(base, overlay, &mistakes);
    // Slots follow the questionnaire, whatever the files are called.
    let sections: Vec<String> = entries
        .of(Topic::Dimension)
        .iter()
        .map(|entry| entry.id.clone())
        .collect();
    entries.sort_by_key(Topic::Question, |entry| {
        let section = entry.node.get("section").map(|node| &node.value);
        sections
            .iter()
            .position(|id| matches!(section, Some(Value::Scalar(scalar)) if scalar.text == *id))
            .unwrap_or(usize::MAX)
    });
    let mut linker = Linker::new(entries, mistakes);
    let knowledge = link(&mut linker);
    let diagnostics = linker.mistakes.sorted();
    Loaded {
        knowledge: diagnostics.is_empty().then_some(knowledge),
        diagnostics,
    }
}

fn link(linker: &mut Linker) -> Knowledge {
    let guides = linker.read_all(Topic::Guide, read::guide);
    linker.know_sections(&guides);
    let sources = linker.read_all(Topic::Source, read::source);
    let dimensions = linker.read_all(Topic::Dimension, read::dimension);
    let questionnaire::Questionnaire {
        mut questions,
        vocabulary,
        doubtful,
    } = questionnaire::read(linker);
    linker.vocabulary = vocabulary;
    linker.doubtful = doubtful;
    let ask_order = questionnaire::read_ask_when(linker, &mut questions);
    Knowledge {
        dimensions,
        questions,
        ask_order,
        rules: linker.read_all(Topic::Rule, read::rule),
        trade_offs: linker.read_all(Topic::TradeOff, read::trade_off),
        checklist: linker.read_all(Topic::ChecklistItem, read::checklist_item),
        services: linker.read_all(Topic::Service, read::service),
        roles: linker.read_all(Topic::Role, read::role),
        patterns: linker.read_all(Topic::Pattern, read::pattern),
        stages: linker.read_all(Topic::Stage, read::stage),
        claims: linker.read_all(Topic::Claim, read::claim),
        contradictions: linker.read_all(Topic::Contradiction, read::contradiction),
        guides,
        sources,
        vocabulary: linker.vocabulary.clone(),
    }
}
