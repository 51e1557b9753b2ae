//! What was answered, by whom, and on what grounds.

use plumbline_assess::Assessment;
use plumbline_knowledge::{Knowledge, Question, Scope};
use plumbline_rules::Answer;
use plumbline_workload::{Sheet, State, Workload, answer_words};
use serde::Serialize;

/// The answers given in one place: for the whole workload, or for a part.
#[derive(Serialize)]
pub(crate) struct AnswerTable<'a> {
    /// The part's name; none for what holds for the whole workload.
    part: Option<&'a str>,
    rows: Vec<Row<'a>>,
    /// The labels of the questions that are open and not among those to answer next.
    open: Vec<&'a str>,
}

#[derive(Serialize)]
struct Row<'a> {
    section: &'a str,
    ask: &'a str,
    answer: String,
    note: Option<&'a str>,
    owner: Option<&'a str>,
    evidence: Option<&'a str>,
}

impl<'a> AnswerTable<'a> {
    /// The workload's own answers first, then those of its named parts.
    pub(crate) fn all(
        knowledge: &'a Knowledge,
        workload: &'a Workload,
        assessment: &Assessment,
    ) -> Vec<Self> {
        let asked = |question: &str, part: Option<&str>| {
            let mut next = assessment.next_questions.iter();
            next.any(|next| {
                next.question == question
                    && (part.is_none() || next.part.is_none() || next.part.as_deref() == part)
            })
        };
        let settled: Vec<Vec<Answer>> = (0..workload.parts.len())
            .map(|part| workload.part_answers(knowledge, part))
            .collect();
        if workload.implicit_part {
            let table = |answers: &[Answer]| Self {
                part: None,
                rows: rows(knowledge, &workload.answers, answers),
                open: open(knowledge, answers, |question| !asked(&question.id, None)),
            };
            return settled
                .first()
                .map(|answers| table(answers))
                .into_iter()
                .collect();
        }
        // What the workload answers for its parts applies where it applies in one of them.
        let anywhere: Vec<Answer> = (0..knowledge.questions.len())
            .map(|slot| {
                let mut answers = settled.iter().filter_map(|answers| answers.get(slot));
                answers
                    .find(|answer| **answer != Answer::NotApplicable)
                    .copied()
                    .unwrap_or(Answer::NotApplicable)
            })
            .collect();
        let whole = Self {
            part: None,
            rows: rows(knowledge, &workload.answers, &anywhere),
            open: open(knowledge, &anywhere, |question| {
                question.scope == Scope::Workload && !asked(&question.id, None)
            }),
        };
        std::iter::once(whole)
            .chain(
                workload
                    .parts
                    .iter()
                    .zip(&settled)
                    .map(|(part, answers)| Self {
                        part: Some(&part.name),
                        rows: rows(knowledge, &part.answers, answers),
                        open: open(knowledge, answers, |question| {
                            question.scope == Scope::Part && !asked(&question.id, Some(&part.id))
                        }),
                    }),
            )
            .collect()
    }
}

/// What a sheet says, in the order of the questionnaire.
fn rows<'a>(knowledge: &'a Knowledge, sheet: &'a Sheet, settled: &[Answer]) -> Vec<Row<'a>> {
    sheet
        .iter()
        .filter_map(|(slot, entry)| {
            let question = knowledge.questions.get(slot)?;
            let said = match entry.state {
                State::Unasked => "open".to_owned(),
                State::Unknown => "not known".to_owned(),
                State::NotApplicable => "not applicable".to_owned(),
                State::Answered(answer) => answer_words(knowledge, slot, answer),
            };
            let moot = matches!(entry.state, State::Answered(_))
                && settled.get(slot) == Some(&Answer::NotApplicable);
            Some(Row {
                section: knowledge
                    .dimensions
                    .get(question.section)
                    .map_or("", |section| &section.label),
                ask: &question.ask,
                answer: if moot {
                    format!("{said} (doesn't apply, given the other answers)")
                } else {
                    said
                },
                note: entry.note.as_deref(),
                owner: entry.owner.as_deref(),
                evidence: entry.evidence.as_deref(),
            })
        })
        .collect()
}

fn open<'a>(
    knowledge: &'a Knowledge,
    settled: &[Answer],
    counts: impl Fn(&Question) -> bool,
) -> Vec<&'a str> {
    knowledge
        .questions
        .iter()
        .zip(settled)
        .filter(|(question, answer)| **answer == Answer::Unknown && counts(question))
        .map(|(question, _)| question.label.as_str())
        .collect()
}
