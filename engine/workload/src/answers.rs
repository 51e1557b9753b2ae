//! Reading the answers of a workload or of a part.

use std::collections::BTreeMap;
use std::sync::Arc;

use plumbline_knowledge::{AnswerKind, Knowledge, Question, Scope, read_answer};
use plumbline_rules::{Answer, Slot};
use plumbline_source::{Diagnostic, Fields, Key, Node, Source, Span, Value, quote};

use crate::load::MOST_ERRORS;
use crate::meant::meant_questions;
use crate::sheet::{Entry, Sheet, State};
use crate::text;

/// Answers, and where each question's id is written.
#[derive(Debug, Default)]
pub(crate) struct Stated {
    pub sheet: Sheet,
    pub places: BTreeMap<usize, Span>,
}

/// Reads answers, and puts what is wrong with them into `found`. `part` is the id of the part that
/// they are inside of.
pub(crate) fn read(
    knowledge: &Knowledge,
    source: &Arc<Source>,
    node: &Node,
    part: Option<&str>,
    found: &mut Vec<Diagnostic>,
) -> Stated {
    let mut stated = Stated::default();
    let fields = match &node.value {
        // `answers:` with nothing but comments below it.
        Value::Null => return stated,
        Value::Mapping(fields) => fields,
        _ => {
            found.push(
                node.expected(source, "answers")
                    .help("write each as `question: answer`, one per line"),
            );
            return stated;
        }
    };
    for (key, node) in fields {
        let Some((slot, question)) = knowledge
            .question(&key.text)
            .and_then(|slot| Some((slot, knowledge.questions.get(slot)?)))
        else {
            found.push(unknown_question(knowledge, source, key, node, found.len()));
            continue;
        };
        if let (Some(part), Scope::Workload) = (part, question.scope) {
            found.push(
                Diagnostic::error(format!(
                    "{} is asked once for the whole workload",
                    quote(&question.id)
                ))
                .at(source, key.span, format!("inside the part {}", quote(part)))
                .help("move it to the `answers` at the top of the file"),
            );
            continue;
        }
        let Some(asked) = knowledge.vocabulary.slot(slot) else {
            continue;
        };
        match read_entry(source, node, asked) {
            Ok(entry) => {
                if let Some(warning) = none_and_others(question, &entry, source, key.span) {
                    found.push(warning);
                }
                stated.sheet.set(slot, entry);
                stated.places.insert(slot, key.span);
            }
            Err(errors) => found.extend(errors),
        }
    }
    stated
}

/// An answer by itself, or with remarks beside it.
fn read_entry(source: &Arc<Source>, node: &Node, asked: &Slot) -> Result<Entry, Vec<Diagnostic>> {
    let mut entry = Entry::default();
    match &node.value {
        Value::Null => {}
        Value::Mapping(_) => {
            let mut errors = Vec::new();
            let mut fields = Fields::of(source, node, "an answer").map_err(|error| vec![error])?;
            if let Some(value) = present(fields.optional("value")) {
                match read_answer(source, value, asked) {
                    Ok(answer) => entry.state = answer.into(),
                    Err(error) => errors.push(error),
                }
            }
            let remarks: [(&str, &mut Option<String>, Read); 3] = [
                ("note", &mut entry.note, |s, n| text::read(s, n, text::NOTE)),
                ("owner", &mut entry.owner, |s, n| {
                    text::read(s, n, text::OWNER)
                }),
                ("evidence", &mut entry.evidence, text::read_evidence),
            ];
            for (key, remark, read) in remarks {
                if let Some(node) = present(fields.optional(key)) {
                    match read(source, node) {
                        Ok(text) => *remark = Some(text),
                        Err(error) => errors.push(error),
                    }
                }
            }
            errors.extend(fields.finish().err().unwrap_or_default());
            if !errors.is_empty() {
                return Err(errors);
            }
        }
        _ => {
            entry.state = read_answer(source, node, asked)
                .map_err(|error| vec![error])?
                .into()
        }
    }
    Ok(entry)
}

type Read = fn(&Arc<Source>, &Node) -> Result<String, Diagnostic>;

/// A field that holds something.
fn present(node: Option<&Node>) -> Option<&Node> {
    node.filter(|node| !node.is_null())
}

/// By convention the choice `none` says that no other holds.
fn none_and_others(
    question: &Question,
    entry: &Entry,
    source: &Arc<Source>,
    span: Span,
) -> Option<Diagnostic> {
    let (State::Answered(Answer::Choices(set)), AnswerKind::Choices(options)) =
        (entry.state, &question.answer)
    else {
        return None;
    };
    let none = options.iter().position(|option| option.id == "none")?;
    let bit = 1_u64.checked_shl(u32::try_from(none).ok()?)?;
    (set & bit != 0 && set != bit).then(|| {
        Diagnostic::warning(format!(
            "{} has `none` beside other choices",
            quote(&question.id)
        ))
        .at(source, span, "`none` and others")
        .help("leave out `none`, or everything else")
    })
}

fn unknown_question(
    knowledge: &Knowledge,
    source: &Arc<Source>,
    key: &Key,
    node: &Node,
    mistakes: usize,
) -> Diagnostic {
    let error = Diagnostic::error(format!("there is no question {}", quote(&key.text))).at(
        source,
        key.span,
        "unknown question",
    );
    // What nobody gets to read need not be worked out.
    if mistakes > MOST_ERRORS {
        return error;
    }
    let meant: Vec<String> = meant_questions(knowledge, source, &key.text, node)
        .into_iter()
        .map(|question| format!("{} ({})", quote(&question.id), question.ask))
        .collect();
    if meant.is_empty() {
        return error.help("`plumbline questions` lists all of them");
    }
    error.help(format!("did you mean {}", meant.join(" or ")))
}
