//! Reading one answer as people write it: in workload files, in the examples of rules, on a
//! command line.

use std::sync::Arc;

use plumbline_rules::{Answer, Choice, Kind, Slot, parse_quantity};
use plumbline_source::{Diagnostic, Node, Scalar, Source, Value, did_you_mean, quote};

/// Says "it was asked, and nobody knows".
pub const UNKNOWN: &str = "unknown";
/// Says "the question makes no sense here".
pub const NOT_APPLICABLE: &str = "n/a";

/// Reads the answer to `question` that `node` holds: a choice by id or label, a list of them, a
/// number with its unit, yes or no, [`UNKNOWN`] or [`NOT_APPLICABLE`].
///
/// # Errors
/// On anything that is not clearly an answer to this question, with what would be.
pub fn read_answer(
    source: &Arc<Source>,
    node: &Node,
    question: &Slot,
) -> Result<Answer, Diagnostic> {
    let problem = match &node.value {
        Value::Scalar(scalar) => match open_answer(&scalar.text) {
            Some(answer) => return Ok(answer),
            None => return read_scalar(source, node, question, scalar),
        },
        Value::Sequence(items) => match &question.kind {
            Kind::Choices(options) => return read_set(source, items, question, options),
            _ => Problem::list_for_one(question, items),
        },
        Value::Null | Value::Mapping(_) => Problem {
            message: format!(
                "expected an answer to {}, found {}",
                quote(&question.id),
                node.describe()
            ),
            label: "no answer",
            help: expectation(&question.kind),
        },
    };
    Err(problem.at(source, node))
}

/// Reads one answer from text that somebody typed; several choices are separated by commas and
/// may stand in brackets.
///
/// # Errors
/// As [`read_answer`], as one or more lines: what is wrong, then what to do.
pub fn parse_answer(question: &Slot, text: &str) -> Result<Answer, String> {
    let text = text.trim();
    if let Some(answer) = open_answer(text) {
        return Ok(answer);
    }
    let answer = match &question.kind {
        Kind::Choices(options) => parse_set(question, options, text),
        Kind::YesNo { .. } => match yes_no(text) {
            Some(answer) => Ok(Answer::YesNo(answer)),
            None => Err(Problem::not_an_answer(question, text)),
        },
        Kind::Choice(_) | Kind::Number(_) => parse_single(question, text),
    };
    answer.map_err(|problem| format!("{}\nhelp: {}", problem.message, problem.help))
}

/// What an answer of this kind looks like, as advice: "write a duration as …".
#[must_use]
pub fn expectation(kind: &Kind) -> String {
    match kind {
        Kind::Choice(options) => format!("choose one of {}", ids(options)),
        Kind::Choices(options) => format!("choose any of {}", ids(options)),
        // What is understood is said best by the reader of quantities itself.
        Kind::Number(quantity) => parse_quantity("", *quantity)
            .err()
            .and_then(|error| error.help)
            .unwrap_or_else(|| format!("write {}", quantity.phrase())),
        Kind::YesNo { .. } => {
            format!("write `yes`, `no`, `{UNKNOWN}` or `{NOT_APPLICABLE}`")
        }
    }
}

/// What is wrong with an answer, before it is known where that stands.
struct Problem {
    message: String,
    label: &'static str,
    help: String,
}

impl Problem {
    fn at(self, source: &Arc<Source>, node: &Node) -> Diagnostic {
        Diagnostic::error(self.message)
            .at(source, node.span, self.label)
            .help(self.help)
    }

    fn not_an_answer(question: &Slot, text: &str) -> Self {
        Self {
            message: format!(
                "{} is not an answer to {}",
                quote(text),
                quote(&question.id)
            ),
            label: "not understood",
            help: expectation(&question.kind),
        }
    }

    fn not_a_choice(question: &Slot, text: &str) -> Self {
        let options = question.kind.choices();
        let meant =
            did_you_mean(text, options.iter().map(|option| option.id.as_str())).or_else(|| {
                let label = did_you_mean(text, options.iter().map(|option| option.label.as_str()))?;
                let option = options.iter().find(|option| option.label == label)?;
                Some(option.id.as_str())
            });
        let choices = expectation(&question.kind);
        Self {
            message: format!("{} has no choice {}", quote(&question.id), quote(text)),
            label: "not one of the choices",
            help: match meant {
                Some(meant) => format!("did you mean {}? {choices}", quote(meant)),
                None => choices,
            },
        }
    }

    fn list_for_one(question: &Slot, items: &[Node]) -> Self {
        let kind = match &question.kind {
            Kind::Number(_) => "one number",
            Kind::YesNo { .. } => "yes or no",
            _ => "one choice",
        };
        let help = match items {
            [
                Node {
                    value: Value::Scalar(only),
                    ..
                },
            ] => {
                let line = format!("{}: {}", question.id, only.text);
                format!("leave out the brackets: {}", quote(&line))
            }
            _ => expectation(&question.kind),
        };
        Self {
            message: format!("{} takes {kind}, found a list", quote(&question.id)),
            label: "a list",
            help,
        }
    }
}

fn ids(options: &[Choice]) -> String {
    let ids: Vec<String> = options.iter().map(|option| quote(&option.id)).collect();
    ids.join(", ")
}

/// "Don't know" and "not applicable", in the words that people use for them.
fn open_answer(text: &str) -> Option<Answer> {
    match text.trim().to_lowercase().as_str() {
        UNKNOWN | "don't know" | "dont know" | "?" => Some(Answer::Unknown),
        NOT_APPLICABLE | "na" | "not applicable" | "not-applicable" => Some(Answer::NotApplicable),
        _ => None,
    }
}

fn yes_no(text: &str) -> Option<bool> {
    match text.to_lowercase().as_str() {
        "yes" | "true" => Some(true),
        "no" | "false" => Some(false),
        _ => None,
    }
}

fn read_scalar(
    source: &Arc<Source>,
    node: &Node,
    question: &Slot,
    scalar: &Scalar,
) -> Result<Answer, Diagnostic> {
    if matches!(question.kind, Kind::YesNo { .. }) {
        return match yes_no(&scalar.text) {
            Some(_) => node.yes_no(source).map(Answer::YesNo),
            None => Err(Problem::not_an_answer(question, &scalar.text).at(source, node)),
        };
    }
    parse_single(question, &scalar.text).map_err(|problem| problem.at(source, node))
}

/// A value of any kind that is not yes or no; for several choices, the only one.
fn parse_single(question: &Slot, text: &str) -> Result<Answer, Problem> {
    match &question.kind {
        Kind::Choice(options) => choice(options, text)
            .map(Answer::Choice)
            .ok_or_else(|| Problem::not_a_choice(question, text)),
        Kind::Choices(options) => choice(options, text)
            .and_then(bit)
            .map(Answer::Choices)
            .ok_or_else(|| Problem::not_a_choice(question, text)),
        Kind::Number(quantity) => {
            parse_quantity(text, *quantity)
                .map(Answer::Number)
                .map_err(|error| Problem {
                    message: error.message,
                    label: "not understood",
                    help: error.help.unwrap_or_else(|| expectation(&question.kind)),
                })
        }
        Kind::YesNo { .. } => Err(Problem::not_an_answer(question, text)),
    }
}

fn read_set(
    source: &Arc<Source>,
    items: &[Node],
    question: &Slot,
    options: &[Choice],
) -> Result<Answer, Diagnostic> {
    let mut set = 0;
    for item in items {
        let text = match &item.value {
            Value::Scalar(scalar) => &scalar.text,
            _ => {
                return Err(item
                    .expected(source, "a choice")
                    .help(expectation(&question.kind)));
            }
        };
        add(question, options, text, &mut set).map_err(|problem| problem.at(source, item))?;
    }
    Ok(Answer::Choices(set))
}

fn parse_set(question: &Slot, options: &[Choice], text: &str) -> Result<Answer, Problem> {
    // A label may have commas of its own.
    if choice(options, text).is_some() {
        return parse_single(question, text);
    }
    let (list, bracketed) = match text
        .strip_prefix('[')
        .and_then(|rest| rest.strip_suffix(']'))
    {
        Some(inner) => (inner.trim(), true),
        None => (text, false),
    };
    let mut set = 0;
    if list.is_empty() && bracketed {
        return Ok(Answer::Choices(set));
    }
    for item in list.split(',') {
        add(question, options, item.trim(), &mut set)?;
    }
    Ok(Answer::Choices(set))
}

fn add(question: &Slot, options: &[Choice], text: &str, set: &mut u64) -> Result<(), Problem> {
    let Some(bit) = choice(options, text).and_then(bit) else {
        return Err(match open_answer(text) {
            Some(_) => Problem {
                message: format!("{} can't stand in a list", quote(text)),
                label: "an answer of its own",
                help: format!(
                    "write `{}: {text}`, or leave it out of the list",
                    question.id
                ),
            },
            None => Problem::not_a_choice(question, text),
        });
    };
    if *set & bit != 0 {
        return Err(Problem {
            message: format!("{} is in the list twice", quote(text)),
            label: "the second one",
            help: "remove it".to_owned(),
        });
    }
    *set |= bit;
    Ok(())
}

/// The place of a choice, by its id or its label; letter case doesn't matter.
fn choice(options: &[Choice], text: &str) -> Option<u8> {
    let wanted = text.trim().to_lowercase();
    let place = options
        .iter()
        .position(|option| option.id == wanted)
        .or_else(|| {
            options
                .iter()
                .position(|option| option.label.to_lowercase() == wanted)
        })?;
    u8::try_from(place).ok()
}

fn bit(place: u8) -> Option<u64> {
    1_u64.checked_shl(u32::from(place))
}
