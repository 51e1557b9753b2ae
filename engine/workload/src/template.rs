//! The workload file that a person starts from.

use std::fmt::Write;

use plumbline_knowledge::{AnswerKind, ChoiceOption, Knowledge, Question, Scope};
use plumbline_rules::{Quantity, format_quantity};

use crate::applies::applies_when;
use crate::load::VERSION;
use crate::order::most_decisive_first;
use crate::{scalar, text};

/// Comments are wrapped to fit beside a diff in a review.
const WIDTH: usize = 96;

/// A workload file with every question and no answer: what is asked, what to count, and which
/// answers there are, by section, the questions that decide most first. It loads as it is.
#[must_use]
pub fn template(knowledge: &Knowledge, name: &str) -> String {
    let mut text = String::new();
    for line in [
        "# A workload, for `plumbline assess`. Write answers after the colons, as far as you know them:",
        "# an empty answer is as good as a deleted line. Within a section the questions that decide most",
        "# come first. Also understood:",
        "#   unknown   it was asked, and nobody knows",
        "#   n/a       the question makes no sense here",
        "#   {value: …, note: Why it is so., owner: Who knows, evidence: \"https://…\"}   an answer with remarks",
    ] {
        let _ = writeln!(text, "{line}");
    }
    let _ = writeln!(text, "plumbline: {VERSION}");
    let _ = writeln!(
        text,
        "name: {}",
        scalar::inline(&text::sound_name(name).unwrap_or_else(|| "My workload".to_owned()))
    );
    let _ = writeln!(text, "summary: \"\"   # one or two sentences\n");
    let _ = writeln!(text, "answers:");
    let sections = most_decisive_first(knowledge);
    for (dimension, slots) in knowledge.dimensions.iter().zip(&sections) {
        if slots.is_empty() {
            continue;
        }
        let rule = "─".repeat(WIDTH.saturating_sub(6 + dimension.label.chars().count()));
        let _ = writeln!(text, "\n  # ── {} {rule}", dimension.label);
        for slot in slots {
            if let Some(question) = knowledge.questions.get(*slot) {
                let condition = applies_when(knowledge, *slot);
                write_question(&mut text, question, condition.as_deref());
            }
        }
    }
    write_parts(&mut text, knowledge, &sections);
    text
}

fn write_question(text: &mut String, question: &Question, condition: Option<&str>) {
    text.push('\n');
    comment(text, 0, &question.ask);
    comment(text, 2, &question.help);
    if let Some(condition) = condition {
        comment(text, 2, &format!("Only when {condition}."));
    }
    if question.scope == Scope::Workload {
        comment(text, 2, "For the whole workload: parts can't differ in it.");
    }
    match &question.answer {
        AnswerKind::Choice(options) => {
            comment(text, 2, "One of:");
            write_options(text, options);
        }
        AnswerKind::Choices(options) => {
            let some: Vec<&str> = options
                .iter()
                .filter(|option| option.id != "none")
                .take(2)
                .map(|option| option.id.as_str())
                .collect();
            comment(text, 2, &format!("Any of, as in [{}]:", some.join(", ")));
            write_options(text, options);
        }
        AnswerKind::Number { quantity, typical } => {
            comment(text, 2, &number_examples(*quantity, typical));
        }
        AnswerKind::YesNo { yes, no, .. } => {
            comment(text, 2, &format!("yes: {yes}"));
            comment(text, 2, &format!("no: {no}"));
        }
    }
    let _ = writeln!(text, "  {}:", question.id);
}

fn number_examples(quantity: Quantity, typical: &[(f64, u32)]) -> String {
    let kind = match quantity {
        Quantity::Duration => "A duration",
        Quantity::Data => "An amount of data",
        Quantity::Rate => "A rate",
        Quantity::Share => "A share",
        Quantity::Money => "US dollars in a period",
        Quantity::Count => "A number",
    };
    let mut examples: Vec<String> = typical
        .iter()
        .map(|(value, _)| format_quantity(*value, quantity))
        .collect();
    if examples.is_empty() {
        examples.push(kinds_example(quantity).to_owned());
    }
    format!("{kind}, for example {}", examples.join(", "))
}

/// A value of the quantity, for a question without typical ones.
fn kinds_example(quantity: Quantity) -> &'static str {
    match quantity {
        Quantity::Duration => "900 ms",
        Quantity::Data => "6 MB",
        Quantity::Rate => "100/s",
        Quantity::Share => "40 %",
        Quantity::Money => "500 USD/month",
        Quantity::Count => "12",
    }
}

fn write_options(text: &mut String, options: &[ChoiceOption]) {
    let widest = options
        .iter()
        .map(|option| option.id.chars().count())
        .max()
        .unwrap_or(0);
    for option in options {
        let says_more = option.label.to_lowercase().replace(' ', "-") != option.id;
        let label = if says_more { option.label.as_str() } else { "" };
        let line = format!("{:widest$}   {label}", option.id);
        let _ = writeln!(text, "  #     {}", line.trim_end().replace('\n', " "));
    }
}

/// How parts are written, as a comment with questions of this knowledge base.
fn write_parts(text: &mut String, knowledge: &Knowledge, sections: &[Vec<usize>]) {
    let example = sections
        .iter()
        .flatten()
        .filter_map(|slot| knowledge.questions.get(*slot))
        .filter(|question| question.scope == Scope::Part && question.ask_when.is_none())
        .find_map(|question| match &question.answer {
            AnswerKind::Choice(options) => {
                let [one, other, ..] = options.as_slice() else {
                    return None;
                };
                Some((question.id.as_str(), one.id.as_str(), other.id.as_str()))
            }
            _ => None,
        });
    let Some((id, one, other)) = example else {
        return;
    };
    let _ = write!(
        text,
        "
# Where parts of the workload differ, list them, and say in what. They can get different verdicts.
# Whatever a part doesn't answer holds for it as it is answered above.
# parts:
#   - id: api
#     name: The API
#     answers:
#       {id}: {one}
#   - id: nightly-export
#     name: The nightly export
#     answers:
#       {id}: {other}
"
    );
}

/// A comment, wrapped, `indent` columns in.
fn comment(text: &mut String, indent: usize, words: &str) {
    let room = WIDTH.saturating_sub(4 + indent);
    let mut line = String::new();
    for word in words.split_whitespace() {
        let longer = line.chars().count() + 1 + word.chars().count();
        if !line.is_empty() && longer > room {
            let _ = writeln!(text, "  # {:indent$}{line}", "");
            line.clear();
        }
        if !line.is_empty() {
            line.push(' ');
        }
        line.push_str(word);
    }
    if !line.is_empty() {
        let _ = writeln!(text, "  # {:indent$}{line}", "");
    }
}
