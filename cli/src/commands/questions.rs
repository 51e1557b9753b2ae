//! `plumbline questions`: the questionnaire.

use std::fmt::Write;

use clap::ValueEnum;
use plumbline_knowledge::{AnswerKind, Knowledge, Question};
use plumbline_rules::format_quantity;
use plumbline_source::{Diagnostic, did_you_mean, quote};
use plumbline_workload::json_schema;
use serde_json::{Value, json};

use crate::exit::{Exit, Outcome};
use crate::output::print;
use crate::page::{Page, plain, styled};
use crate::session::Session;
use crate::style::Style;

const EXAMPLES: &str = "\
Examples:
  plumbline questions
  plumbline questions --section traffic
  plumbline questions --format markdown > questions.md
  plumbline questions --format json-schema > workload.schema.json    for editors";

/// Arguments of `questions`.
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLES)]
pub struct Args {
    /// What is printed
    #[arg(long, value_enum, default_value_t)]
    format: Format,
    /// Only the questions of one section, such as traffic
    #[arg(long, value_name = "ID")]
    section: Option<String>,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
enum Format {
    /// For people
    #[default]
    Text,
    /// For programs
    Json,
    /// A JSON Schema of workload files, so that editors complete and check them
    JsonSchema,
    /// For documents
    Markdown,
}

/// Runs `questions`.
pub fn run(args: &Args, session: &Session) -> Outcome {
    let knowledge = session.knowledge()?;
    let section = args
        .section
        .as_deref()
        .map(|id| section(&knowledge, id))
        .transpose()?;
    if args.format == Format::JsonSchema {
        if section.is_some() {
            return Err(
                Diagnostic::error("a schema of one section would refuse the others")
                    .help("leave out `--section`")
                    .into(),
            );
        }
        print(&format!("{:#}\n", json_schema(&knowledge)))?;
        return Ok(Exit::Fine);
    }
    let shown: Vec<&Question> = knowledge
        .questions
        .iter()
        .filter(|question| section.is_none_or(|section| question.section == section))
        .collect();
    let text = match args.format {
        Format::Json => {
            let questions: Vec<Value> = shown
                .iter()
                .map(|question| value(&knowledge, question))
                .collect();
            super::assess::json(&questions)
        }
        Format::Markdown => markdown(&knowledge, &shown),
        Format::Text | Format::JsonSchema => {
            let mut page = Page::new(session.out);
            write(&mut page, &knowledge, &shown);
            page.into_text()
        }
    };
    print(&text)?;
    Ok(Exit::Fine)
}

fn section(knowledge: &Knowledge, id: &str) -> Result<usize, Diagnostic> {
    knowledge.dimension(id).ok_or_else(|| {
        let ids: Vec<&str> = knowledge
            .dimensions
            .iter()
            .map(|dimension| dimension.id.as_str())
            .collect();
        let error = Diagnostic::error(format!("there is no section {}", quote(id)));
        match did_you_mean(id, ids.iter().copied()) {
            Some(near) => error.help(format!("did you mean {}?", quote(near))),
            None => error.help(format!("choose one of {}", ids.join(", "))),
        }
    })
}

/// By section, with the sections' names.
fn by_section<'k>(
    knowledge: &'k Knowledge,
    shown: &[&'k Question],
) -> Vec<(&'k str, Vec<&'k Question>)> {
    knowledge
        .dimensions
        .iter()
        .enumerate()
        .map(|(index, dimension)| {
            let questions = shown
                .iter()
                .copied()
                .filter(|question| question.section == index)
                .collect();
            (dimension.label.as_str(), questions)
        })
        .filter(|(_, questions): &(_, Vec<&Question>)| !questions.is_empty())
        .collect()
}

fn write(page: &mut Page, knowledge: &Knowledge, shown: &[&Question]) {
    for (label, questions) in by_section(knowledge, shown) {
        page.gap();
        page.line(&[styled(Style::BOLD, label)]);
        for question in questions {
            page.wrapped(
                &[plain("  ")],
                &[
                    plain(question.ask.clone()),
                    plain(" "),
                    styled(Style::CODE, question.id.clone()),
                ],
            );
            page.wrapped(
                &[plain("    ")],
                &[styled(Style::DIM, answers(&question.answer))],
            );
            if let Some(when) = &question.ask_when {
                page.wrapped(
                    &[plain("    ")],
                    &[styled(
                        Style::DIM,
                        format!("asked when {}", when.text().trim()),
                    )],
                );
            }
        }
    }
    page.gap();
    page.wrapped(
        &[],
        &[styled(
            Style::DIM,
            "`plumbline explain ID` says what to count and why it is asked.",
        )],
    );
}

/// What may be answered, on one line.
fn answers(kind: &AnswerKind) -> String {
    let ids = |options: &[plumbline_knowledge::ChoiceOption]| {
        options
            .iter()
            .map(|option| option.id.as_str())
            .collect::<Vec<_>>()
            .join(", ")
    };
    match kind {
        AnswerKind::Choice(options) => format!("one of {}", ids(options)),
        AnswerKind::Choices(options) => format!("any of {}", ids(options)),
        AnswerKind::Number { quantity, typical } => {
            let values: Vec<String> = typical
                .iter()
                .map(|(value, _)| format_quantity(*value, *quantity))
                .collect();
            format!("{}, such as {}", quantity.phrase(), values.join(", "))
        }
        AnswerKind::YesNo { .. } => "yes or no".to_owned(),
    }
}

fn markdown(knowledge: &Knowledge, shown: &[&Question]) -> String {
    let mut text = "# Questions\n".to_owned();
    for (label, questions) in by_section(knowledge, shown) {
        let _ = writeln!(text, "\n## {label}");
        for question in questions {
            let _ = writeln!(text, "\n### {}\n", question.ask);
            let _ = writeln!(text, "`{}`: {}\n", question.id, answers(&question.answer));
            let _ = writeln!(text, "{}\n", question.help);
            let _ = writeln!(text, "*Why:* {}", question.why);
            if let Some(when) = &question.ask_when {
                let _ = writeln!(text, "\nAsked when `{}`.", when.text().trim());
            }
        }
    }
    text
}

fn value(knowledge: &Knowledge, question: &Question) -> Value {
    let options = |options: &[plumbline_knowledge::ChoiceOption]| -> Vec<Value> {
        options
            .iter()
            .map(|option| json!({ "id": option.id, "label": option.label, "prior": option.prior }))
            .collect()
    };
    let answer = match &question.answer {
        AnswerKind::Choice(choices) => json!({ "type": "choice", "choices": options(choices) }),
        AnswerKind::Choices(choices) => json!({ "type": "choices", "choices": options(choices) }),
        AnswerKind::Number { quantity, typical } => json!({
            "type": "number",
            "unit": quantity,
            "typical": typical.iter().map(|(value, prior)| json!({
                "value": value, "text": format_quantity(*value, *quantity), "prior": prior
            })).collect::<Vec<_>>(),
        }),
        AnswerKind::YesNo { yes, no, prior_yes } => {
            json!({ "type": "yes-no", "yes": yes, "no": no, "prior": prior_yes })
        }
    };
    json!({
        "id": question.id,
        "section": knowledge.dimensions.get(question.section).map(|dimension| &dimension.id),
        "label": question.label,
        "ask": question.ask,
        "help": question.help,
        "why": question.why,
        "scope": question.scope,
        "nature": question.nature,
        "answer": answer,
        "ask_when": question.ask_when.as_ref().map(|when| when.text()),
        "sources": question.sources.iter().map(|source| knowledge.cites(source)).collect::<Vec<_>>(),
    })
}
