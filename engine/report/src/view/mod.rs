//! Everything that a document says, as plain values: built once, given to every template.

mod alternative;
mod answers;
mod brief;
mod chart;
mod checklist;
mod decided;
mod evolution;
mod flip;
mod lock_in;
mod part;
mod picture;
mod record;
mod shorten;
mod sources;
#[cfg(test)]
mod tests;
mod trade_off;
mod words;

use plumbline_assess::{Assessment, Outcome};
use plumbline_design::Request;
use plumbline_knowledge::Knowledge;
use plumbline_workload::{Day, Workload};
use serde::Serialize;

use crate::Options;
use crate::adr::Filing;
use crate::error::ReportError;
use crate::kind::Kind;
use crate::paper::{Medium, Picture};
use alternative::Alternative;
use answers::AnswerTable;
use brief::{Brief, Change, changes};
use checklist::Checklist;
pub(crate) use checklist::checklist_table;
use decided::Elsewhere;
use evolution::Evolution;
use flip::{FlipView, ask, flips, kind_words};
use lock_in::LockIn;
use part::PartView;
use picture::Pictures;
use record::RecordView;
use sources::{Bibliography, SourceView};
use trade_off::TradeOffView;
use words::{Figures, figure, percent, without_stop};

/// How many changes that turn the verdict a decision record names.
const CHANGES: usize = 5;

/// A document's content.
#[derive(Serialize)]
pub(crate) struct View<'a> {
    /// Whether the document becomes an HTML page.
    html: bool,
    date: &'a str,
    provider: &'static str,
    name: &'a str,
    summary: &'a str,
    /// The workload has parts that are named.
    several: bool,
    /// The parts run in different ways.
    hybrid: bool,
    /// Some answer speaks for or against something.
    known: bool,
    /// The verdict rests on so little that it is said with a reservation.
    tentative: bool,
    verdict: Verdict<'a>,
    readiness: Figures,
    /// In percent.
    confidence: String,
    questions: Questions,
    parts: Vec<PartView<'a>>,
    /// The options, each with what speaks for and against it in all parts.
    alternatives: Vec<Alternative>,
    /// What would turn the verdict, one of each part first.
    changes: Vec<Change<'a>>,
    next_questions: Vec<Next<'a>>,
    trade_offs: Vec<TradeOffView<'a>>,
    /// What was decided about trade-offs that don't arise.
    decided_elsewhere: Vec<Elsewhere<'a>>,
    checklists: Vec<Checklist<'a>>,
    /// What has to be settled first, from all checklists.
    to_confirm: Vec<&'a str>,
    answers: Vec<AnswerTable<'a>>,
    sources: Vec<SourceView<'a>>,
    /// The same, cut to what fits on a page.
    brief: Brief<'a>,
    /// What is leant on; none in other documents than that one.
    lock_in: Option<LockIn<'a>>,
    /// The steps to this design; none in other documents than that one.
    evolution: Option<Evolution>,
    pictures: Pictures,
    /// What a decision record says of itself.
    record: RecordView<'a>,
}

#[derive(Serialize)]
struct Verdict<'a> {
    sentence: &'a str,
    /// The sentence without its full stop.
    title: &'a str,
    /// "functions", "a mix".
    option: &'static str,
    close_call: bool,
}

#[derive(Serialize)]
struct Questions {
    asked: usize,
    answered: usize,
    open: usize,
}

#[derive(Serialize)]
struct Next<'a> {
    ask: &'a str,
    part: Option<&'a str>,
    swing: String,
    /// In percent.
    turns: String,
    can_turn: bool,
    turning_answers: &'a [String],
}

impl<'a> View<'a> {
    pub(crate) fn new(
        knowledge: &'a Knowledge,
        workload: &'a Workload,
        assessment: &'a Assessment,
        kind: Kind,
        medium: Medium,
        options: &Options<'a>,
        today: &Day,
    ) -> Result<Self, ReportError> {
        let mut bibliography = Bibliography::default();
        let several = !workload.implicit_part;
        let known = assessment
            .parts
            .iter()
            .any(|part| !part.evidence.is_empty());
        let parts: Vec<PartView<'a>> = assessment
            .parts
            .iter()
            .enumerate()
            .map(|(number, part)| {
                let answers = workload.part_answers(knowledge, number);
                PartView::new(knowledge, assessment, part, &answers, &mut bibliography)
            })
            .collect();
        let trade_offs = TradeOffView::all(
            knowledge,
            workload,
            assessment,
            (options.provider, today),
            &mut bibliography,
        );
        let checklists = Checklist::all(workload, assessment, several);
        let lock_in = (kind == Kind::LockIn).then(|| {
            let when = (options.provider, options.date, today);
            LockIn::new(knowledge, workload, assessment, when)
        });
        let mut pictures = Pictures::new(knowledge, workload, assessment, kind, medium, options)?;
        let evolution = if kind == Kind::Evolution {
            let request = Request {
                provider: options.provider,
                pattern: None,
                date: options.date,
            };
            let drawn = (medium, &mut pictures);
            Some(Evolution::new(
                knowledge, workload, assessment, &request, drawn,
            )?)
        } else {
            None
        };
        if medium == Medium::Page {
            match (kind, &lock_in) {
                // While nothing is known, a mark on the scale would say what nobody said.
                (Kind::OnePager, _) if known => {
                    pictures.chart(chart::readiness(&assessment.readiness));
                }
                (_, Some(lock_in)) => pictures.chart(chart::portability(&lock_in.counts())),
                _ => {}
            }
        }
        Ok(Self {
            html: medium == Medium::Page,
            date: options.date,
            provider: options.provider.label(),
            name: &assessment.workload.name,
            summary: &assessment.workload.summary,
            several,
            hybrid: assessment.verdict.option == Outcome::Hybrid,
            known,
            tentative: assessment.verdict.tentative,
            verdict: Verdict {
                sentence: &assessment.verdict.sentence,
                title: without_stop(&assessment.verdict.sentence),
                option: assessment.verdict.option.label(),
                close_call: assessment.verdict.close_call,
            },
            readiness: Figures::of(&assessment.readiness),
            confidence: percent(assessment.confidence),
            questions: Questions {
                asked: assessment.questions.asked,
                answered: assessment.questions.answered,
                open: assessment.questions.open,
            },
            alternatives: Alternative::all(&parts),
            changes: changes(knowledge, assessment, several, CHANGES),
            parts,
            next_questions: next_questions(assessment, several),
            trade_offs,
            decided_elsewhere: Elsewhere::all(knowledge, workload, assessment, today),
            to_confirm: checklists.iter().flat_map(Checklist::to_confirm).collect(),
            checklists,
            answers: AnswerTable::all(knowledge, workload, assessment),
            sources: bibliography.finish(knowledge),
            brief: Brief::new(knowledge, workload, assessment, (options.provider, today)),
            lock_in,
            evolution,
            pictures,
            record: RecordView::new(knowledge, workload, assessment, None, today),
        })
    }

    /// Files the decision record.
    pub(crate) fn file(
        &mut self,
        knowledge: &'a Knowledge,
        workload: &'a Workload,
        assessment: &'a Assessment,
        filing: &Filing,
        today: &Day,
    ) {
        self.record = RecordView::new(knowledge, workload, assessment, Some(filing), today);
    }

    /// The title of the decision record, as text.
    pub(crate) fn record_title(&self) -> &str {
        &self.record.title
    }

    /// The name of the workload.
    pub(crate) fn name(&self) -> &str {
        self.name
    }

    /// The pictures that the document refers to by number.
    pub(crate) fn into_pictures(self) -> Vec<Picture> {
        self.pictures.into_all()
    }
}

/// The name of a part.
fn part_name<'a>(assessment: &'a Assessment, id: &str) -> Option<&'a str> {
    assessment
        .parts
        .iter()
        .find(|part| part.id == id)
        .map(|part| part.name.as_str())
}

fn next_questions(assessment: &Assessment, several: bool) -> Vec<Next<'_>> {
    assessment
        .next_questions
        .iter()
        .map(|next| Next {
            ask: &next.ask,
            part: next
                .part
                .as_deref()
                .filter(|_| several)
                .and_then(|part| part_name(assessment, part)),
            swing: figure(next.swing),
            turns: percent(next.turns),
            can_turn: next.turns > 0.0,
            turning_answers: &next.turning_answers,
        })
        .collect()
}
