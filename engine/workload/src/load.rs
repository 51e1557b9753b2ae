//! Reading a workload file.

use std::collections::BTreeMap;
use std::sync::Arc;

use plumbline_knowledge::Knowledge;
use plumbline_source::{
    Diagnostic, Fields, Limits, Node, Severity, Source, Span, parse_yaml, quote,
};

use crate::answers::{self, Stated};
use crate::consistency;
use crate::decided::{read_checks, read_decisions};
use crate::text;
use crate::workload::{Part, Workload};

/// The version of the format that is written, and the newest that is read.
pub const VERSION: i64 = 1;

/// More parts than any workload has; each is assessed by itself.
pub const MOST_PARTS: usize = 100;

/// More mistakes than anybody reads at once; the others are counted.
pub(crate) const MOST_ERRORS: usize = 50;

/// A workload as it was read, and what is doubtful about the file.
#[derive(Clone, Debug, PartialEq)]
pub struct Loaded {
    /// The workload.
    pub workload: Workload,
    /// Doubts, in the order of the file. The workload is good to use all the same.
    pub warnings: Vec<Diagnostic>,
}

/// Reads a workload file, and checks its answers against the questionnaire and each other.
///
/// # Errors
/// Everything that is wrong with the file, in its order: what [`parse_yaml`] refuses, fields and
/// questions that there are not, answers that are none, answers that contradict each other, and
/// decisions about what there is not.
pub fn load(knowledge: &Knowledge, source: &Arc<Source>) -> Result<Loaded, Vec<Diagnostic>> {
    let root = parse_yaml(source, &Limits::workload()).map_err(|error| vec![error])?;
    let mut found = Vec::new();
    let workload = read(knowledge, source, &root, &mut found);
    found.sort_by_key(|diagnostic| diagnostic.place.as_ref().map(|place| place.span));
    let (errors, warnings): (Vec<Diagnostic>, Vec<Diagnostic>) = found
        .into_iter()
        .partition(|diagnostic| diagnostic.severity == Severity::Error);
    match workload {
        Some(workload) if errors.is_empty() => Ok(Loaded { workload, warnings }),
        _ => Err(limited(errors)),
    }
}

/// Where things are written that belong to the same question in several places.
#[derive(Debug, Default)]
pub(crate) struct Places {
    /// Of the answers of the workload, by slot.
    pub workload: BTreeMap<usize, Span>,
    /// Of the answers of each part, by slot.
    pub parts: Vec<BTreeMap<usize, Span>>,
}

/// None when there is an error among what was found.
fn read(
    knowledge: &Knowledge,
    source: &Arc<Source>,
    root: &Node,
    found: &mut Vec<Diagnostic>,
) -> Option<Workload> {
    let mut fields = match Fields::of(source, root, "a workload") {
        Ok(fields) => fields,
        Err(error) => {
            found.push(error);
            return None;
        }
    };
    version(source, fields.optional("plumbline"), found);
    let name = keep(
        fields
            .required("name")
            .and_then(|node| text::read_name(source, node)),
        found,
    );
    let summary = match fields.optional("summary").filter(|node| !node.is_null()) {
        Some(node) => keep(text::read(source, node, text::SUMMARY), found),
        None => Some(String::new()),
    };
    let stated = match fields.optional("answers") {
        Some(node) => answers::read(knowledge, source, node, None, found),
        None => Stated::default(),
    };
    let parts = match fields.optional("parts") {
        Some(node) => read_parts(knowledge, source, node, found),
        None => Vec::new(),
    };
    let decisions = match fields.optional("decisions") {
        Some(node) => read_decisions(knowledge, source, node, found),
        None => BTreeMap::new(),
    };
    let checks = match fields.optional("checks") {
        Some(node) => read_checks(knowledge, source, node, found),
        None => BTreeMap::new(),
    };
    for error in fields.finish().err().unwrap_or_default() {
        found.push(misplaced_answer(knowledge, source, error));
    }

    let mut places = Places {
        workload: stated.places,
        parts: Vec::new(),
    };
    let mut workload = Workload {
        summary: summary?,
        answers: stated.sheet,
        decisions,
        checks,
        // A workload without a name is refused, but first its answers are checked.
        ..Workload::new(name.as_deref().unwrap_or_default())
    };
    if !parts.is_empty() {
        workload.implicit_part = false;
        workload.parts.clear();
        for (part, spans) in parts {
            workload.parts.push(part);
            places.parts.push(spans);
        }
    }
    consistency::check(knowledge, source, &workload, &places, found);
    name.is_some().then_some(workload)
}

fn version(source: &Arc<Source>, node: Option<&Node>, found: &mut Vec<Diagnostic>) {
    let Some(node) = node else {
        found.push(
            Diagnostic::warning("the file does not say which version of the format it is in")
                .at(source, Span::at(0), "no `plumbline: 1`")
                .help(format!("start the file with `plumbline: {VERSION}`")),
        );
        return;
    };
    match node.integer(source) {
        Ok(VERSION) => {}
        Ok(newer) if newer > VERSION => found.push(
            Diagnostic::error(format!(
                "the file is in version {newer} of the format, and this program reads up to {VERSION}"
            ))
            .at(source, node.span, "a newer version")
            .help("use a newer Plumbline"),
        ),
        Ok(other) => found.push(
            Diagnostic::error(format!("there is no version {other} of the format"))
                .at(source, node.span, "no such version")
                .help(format!("write `plumbline: {VERSION}`")),
        ),
        Err(error) => found.push(error.help(format!("write `plumbline: {VERSION}`"))),
    }
}

fn read_parts(
    knowledge: &Knowledge,
    source: &Arc<Source>,
    node: &Node,
    found: &mut Vec<Diagnostic>,
) -> Vec<(Part, BTreeMap<usize, Span>)> {
    if node.is_null() {
        return Vec::new();
    }
    let items = match node.sequence(source) {
        Ok(items) => items,
        Err(error) => {
            found.push(error.help("start each part with `- id: …` on a line of its own"));
            return Vec::new();
        }
    };
    if let Some(extra) = items.get(MOST_PARTS) {
        found.push(
            Diagnostic::error(format!(
                "the workload has {} parts, and at most {MOST_PARTS} are read",
                items.len()
            ))
            .at(source, extra.span, "the first that is too much")
            .help("split the workload into several files"),
        );
    }
    let mut parts = Vec::new();
    let mut seen: BTreeMap<String, Span> = BTreeMap::new();
    for node in items.iter().take(MOST_PARTS) {
        parts.extend(read_part(knowledge, source, node, &mut seen, found));
    }
    parts
}

fn read_part(
    knowledge: &Knowledge,
    source: &Arc<Source>,
    node: &Node,
    seen: &mut BTreeMap<String, Span>,
    found: &mut Vec<Diagnostic>,
) -> Option<(Part, BTreeMap<usize, Span>)> {
    let mut fields = keep(Fields::of(source, node, "a part"), found)?;
    let id = keep(fields.required("id"), found).and_then(|node| {
        let id = keep(read_id(source, node), found)?;
        if let Some(first) = seen.get(&id) {
            let (line, _) = source.line_column(first.start);
            found.push(
                Diagnostic::error(format!("there are two parts {}", quote(&id)))
                    .at(source, node.span, format!("the first is in line {line}"))
                    .help("give one of them another id"),
            );
        }
        seen.entry(id.clone()).or_insert(node.span);
        Some(id)
    });
    let name = match fields.optional("name").filter(|node| !node.is_null()) {
        Some(node) => keep(text::read_name(source, node), found),
        None => id.clone(),
    };
    let shown = id.as_deref().unwrap_or("?");
    let stated = match fields.optional("answers") {
        Some(node) => answers::read(knowledge, source, node, Some(shown), found),
        None => Stated::default(),
    };
    for error in fields.finish().err().unwrap_or_default() {
        found.push(misplaced_answer(knowledge, source, error));
    }
    // What is missing has been reported; the answers are still worth checking.
    let part = Part {
        id: shown.to_owned(),
        name: name.unwrap_or_default(),
        answers: stated.sheet,
    };
    Some((part, stated.places))
}

fn read_id(source: &Arc<Source>, node: &Node) -> Result<String, Diagnostic> {
    let id = node.text(source)?;
    if text::is_kebab_case(id) {
        return Ok(id.to_owned());
    }
    let error = Diagnostic::error(format!("{} is not an id", quote(id))).at(
        source,
        node.span,
        "lower-case letters, digits and hyphens only",
    );
    Err(match text::to_kebab_case(id) {
        Some(nearest) => error.help(format!("write {}; `name` takes any text", quote(&nearest))),
        None => error.help("write something like `nightly-export`; `name` takes any text"),
    })
}

/// The error for a field that there is not, with better advice when it is a question's id.
fn misplaced_answer(knowledge: &Knowledge, source: &Arc<Source>, error: Diagnostic) -> Diagnostic {
    let is_question = error
        .place
        .as_ref()
        .is_some_and(|place| knowledge.question(source.slice(place.span)).is_some());
    if is_question {
        error.help("answers stand under `answers:`, indented")
    } else {
        error
    }
}

/// The value, or none and the error among what was found.
fn keep<T>(result: Result<T, Diagnostic>, found: &mut Vec<Diagnostic>) -> Option<T> {
    match result {
        Ok(value) => Some(value),
        Err(error) => {
            found.push(error);
            None
        }
    }
}

fn limited(mut errors: Vec<Diagnostic>) -> Vec<Diagnostic> {
    if let Some(more) = errors
        .len()
        .checked_sub(MOST_ERRORS)
        .filter(|more| *more > 0)
    {
        errors.truncate(MOST_ERRORS);
        errors.push(Diagnostic::error(format!(
            "{more} more mistakes are not shown"
        )));
    }
    errors
}
