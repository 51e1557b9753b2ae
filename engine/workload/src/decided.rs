//! Reading what people decided: `decisions`, by trade-off, and `checks`, by checklist item.

use std::collections::BTreeMap;
use std::sync::Arc;

use plumbline_knowledge::Knowledge;
use plumbline_source::{Diagnostic, Fields, Key, Node, Source, Value, did_you_mean, quote};

use crate::day::Day;
use crate::decision::{Check, CheckState, Choice, Decision};
use crate::load::MOST_ERRORS;
use crate::text;

/// Reads decisions, and puts what is wrong with them into `found`.
pub(crate) fn read_decisions(
    knowledge: &Knowledge,
    source: &Arc<Source>,
    node: &Node,
    found: &mut Vec<Diagnostic>,
) -> BTreeMap<String, Decision> {
    let known: Vec<(&str, &str)> = knowledge
        .trade_offs
        .iter()
        .map(|trade_off| (trade_off.id.as_str(), trade_off.title.as_str()))
        .collect();
    let kind = Kind {
        many: "decisions",
        each: "write each as `trade-off: choice`, one per line",
        one: "trade-off",
        list: "trade-offs",
    };
    read_all(&known, source, node, &kind, found, read_decision)
}

/// Reads checks, and puts what is wrong with them into `found`. A check that says nothing is not
/// kept.
pub(crate) fn read_checks(
    knowledge: &Knowledge,
    source: &Arc<Source>,
    node: &Node,
    found: &mut Vec<Diagnostic>,
) -> BTreeMap<String, Check> {
    let known: Vec<(&str, &str)> = knowledge
        .checklist
        .iter()
        .map(|item| (item.id.as_str(), item.text.as_str()))
        .collect();
    let kind = Kind {
        many: "checks",
        each: "write each as `item: state`, one per line",
        one: "checklist item",
        list: "checklists",
    };
    let mut checks = read_all(&known, source, node, &kind, found, read_check);
    checks.retain(|_, check| !check.is_blank());
    checks
}

/// What is read, for messages.
struct Kind {
    /// "decisions"
    many: &'static str,
    /// How each is written.
    each: &'static str,
    /// What an id stands for: "trade-off".
    one: &'static str,
    /// The word with which `plumbline knowledge list` lists the ids.
    list: &'static str,
}

/// Reads what stands behind an id.
type Read<T> = fn(&Arc<Source>, &Key, &Node) -> Result<T, Vec<Diagnostic>>;

/// Reads a mapping from ids. `known` has each id with what it stands for.
fn read_all<T>(
    known: &[(&str, &str)],
    source: &Arc<Source>,
    node: &Node,
    kind: &Kind,
    found: &mut Vec<Diagnostic>,
    read: Read<T>,
) -> BTreeMap<String, T> {
    let mut all = BTreeMap::new();
    let fields = match &node.value {
        Value::Null => return all,
        Value::Mapping(fields) => fields,
        _ => {
            found.push(node.expected(source, kind.many).help(kind.each));
            return all;
        }
    };
    for (key, node) in fields {
        if !known.iter().any(|(id, _)| *id == key.text) {
            found.push(unknown_id(known, source, key, kind, found.len()));
            continue;
        }
        // An id with nothing after it says nothing.
        if node.is_null() {
            continue;
        }
        match read(source, key, node) {
            Ok(value) => {
                all.insert(key.text.clone(), value);
            }
            Err(errors) => found.extend(errors),
        }
    }
    all
}

fn read_decision(
    source: &Arc<Source>,
    key: &Key,
    node: &Node,
) -> Result<Decision, Vec<Diagnostic>> {
    if !matches!(node.value, Value::Mapping(_)) {
        return read_choice(source, node)
            .map(Decision::of)
            .map_err(|error| vec![error]);
    }
    let mut errors = Vec::new();
    let mut fields = Fields::of(source, node, "a decision").map_err(|error| vec![error])?;
    let choice = fields
        .required("choice")
        .and_then(|node| read_choice(source, node));
    let mut decision = Decision {
        owner: optional(&mut fields, "owner", &mut errors, |node| {
            text::read(source, node, text::OWNER)
        }),
        decided: optional(&mut fields, "decided", &mut errors, |node| {
            read_day(source, node)
        }),
        expires: optional(&mut fields, "expires", &mut errors, |node| {
            read_day(source, node)
        }),
        note: optional(&mut fields, "note", &mut errors, |node| {
            text::read(source, node, text::NOTE)
        }),
        ..Decision::of(Choice::Accept)
    };
    match choice {
        Ok(choice) => decision.choice = choice,
        Err(error) => errors.push(error),
    }
    if let (true, Some(expires), Some(decided)) = (
        decision.expires_too_early(),
        fields.optional("expires"),
        &decision.decided,
    ) {
        errors.push(
            Diagnostic::error(format!(
                "the decision about {} expires before it was taken",
                quote(&key.text)
            ))
            .at(source, expires.span, format!("before {decided}"))
            .help("give a later day, or leave out `expires` when it holds for good"),
        );
    }
    errors.extend(fields.finish().err().unwrap_or_default());
    if errors.is_empty() {
        Ok(decision)
    } else {
        Err(errors)
    }
}

fn read_check(source: &Arc<Source>, _: &Key, node: &Node) -> Result<Check, Vec<Diagnostic>> {
    if !matches!(node.value, Value::Mapping(_)) {
        return read_state(source, node)
            .map(Check::of)
            .map_err(|error| vec![error]);
    }
    let mut errors = Vec::new();
    let mut fields = Fields::of(source, node, "a check").map_err(|error| vec![error])?;
    let check = Check {
        state: optional(&mut fields, "state", &mut errors, |node| {
            read_state(source, node)
        })
        .unwrap_or_default(),
        owner: optional(&mut fields, "owner", &mut errors, |node| {
            text::read(source, node, text::OWNER)
        }),
        note: optional(&mut fields, "note", &mut errors, |node| {
            text::read(source, node, text::NOTE)
        }),
    };
    errors.extend(fields.finish().err().unwrap_or_default());
    if errors.is_empty() {
        Ok(check)
    } else {
        Err(errors)
    }
}

/// The value of a field that holds something.
fn optional<T>(
    fields: &mut Fields<'_>,
    key: &str,
    errors: &mut Vec<Diagnostic>,
    read: impl FnOnce(&Node) -> Result<T, Diagnostic>,
) -> Option<T> {
    let node = fields.optional(key).filter(|node| !node.is_null())?;
    read(node).map_err(|error| errors.push(error)).ok()
}

fn read_choice(source: &Arc<Source>, node: &Node) -> Result<Choice, Diagnostic> {
    let choices = Choice::ALL.map(|choice| (choice.id(), choice));
    read_word(source, node, "a choice", &choices)
}

fn read_state(source: &Arc<Source>, node: &Node) -> Result<CheckState, Diagnostic> {
    let states = CheckState::ALL.map(|state| (state.id(), state));
    read_word(source, node, "a state", &states)
}

/// One of the words, in small letters or not, with hyphens or spaces. `what` is what they are, with
/// its article.
fn read_word<T: Copy>(
    source: &Arc<Source>,
    node: &Node,
    what: &str,
    words: &[(&str, T)],
) -> Result<T, Diagnostic> {
    let ids: Vec<String> = words.iter().map(|(id, _)| quote(id)).collect();
    let choose = format!("choose one of {}", ids.join(", "));
    let Value::Scalar(scalar) = &node.value else {
        return Err(node.expected(source, what).help(choose));
    };
    let folded = text::to_kebab_case(&scalar.text);
    if let Some((_, word)) = words.iter().find(|(id, _)| folded.as_deref() == Some(*id)) {
        return Ok(*word);
    }
    let error = Diagnostic::error(format!("{} is not {what}", quote(&scalar.text))).at(
        source,
        node.span,
        format!("not {what}"),
    );
    Err(
        match did_you_mean(&scalar.text, words.iter().map(|(id, _)| *id)) {
            Some(near) => error.help(format!("did you mean {}? {choose}", quote(near))),
            None => error.help(choose),
        },
    )
}

fn read_day(source: &Arc<Source>, node: &Node) -> Result<Day, Diagnostic> {
    let text = node.text(source)?;
    Day::parse(text).ok_or_else(|| {
        Diagnostic::error(format!("{} is not a day", quote(text)))
            .at(source, node.span, "no such day")
            .help("write year, month and day, as in `2026-11-21`")
    })
}

fn unknown_id(
    known: &[(&str, &str)],
    source: &Arc<Source>,
    key: &Key,
    kind: &Kind,
    mistakes: usize,
) -> Diagnostic {
    let error = Diagnostic::error(format!("there is no {} {}", kind.one, quote(&key.text))).at(
        source,
        key.span,
        format!("unknown {}", kind.one),
    );
    // What nobody gets to read need not be worked out.
    if mistakes > MOST_ERRORS {
        return error;
    }
    let near = did_you_mean(&key.text, known.iter().map(|(id, _)| *id)).or_else(|| {
        let titles = known.iter().map(|(_, title)| *title);
        let title = did_you_mean(&key.text, titles)?;
        let (id, _) = known.iter().find(|(_, known)| *known == title)?;
        Some(id)
    });
    match near.and_then(|near| known.iter().find(|(id, _)| *id == near)) {
        Some((id, title)) => error.help(format!("did you mean {} ({title})", quote(id))),
        None => error.help(format!(
            "`plumbline knowledge list {}` lists all of them",
            kind.list
        )),
    }
}
