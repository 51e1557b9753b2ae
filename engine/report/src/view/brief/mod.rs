//! What fits on one page: lists cut short, and texts too.

mod changes;
mod known;
mod risks;

use plumbline_assess::{Assessment, PartAssessment, Points};
use plumbline_knowledge::{Compute, Knowledge, Provider};
use plumbline_workload::{Day, Workload};
use serde::Serialize;

use super::part::{capitalised, of, ranked, rival};
use super::part_name;
use super::shorten::{clipped, first_of, shortened};
use super::words::{Figures, without_stop};
pub(crate) use changes::{Change, changes};
use known::{about, latency};
use risks::{Risk, Taken, perhaps, risks, taken};

/// The longest name on the page, in characters.
const NAME: usize = 40;
/// The longest name of a part beside a text.
const PART: usize = 24;
/// The longest verdict.
const VERDICT: usize = 110;
const SUMMARY: usize = 200;
/// The longest title of a finding.
const TITLE: usize = 60;
/// The longest sentence under a title.
const SENTENCE: usize = 140;
/// The longest line of its own.
const LINE: usize = 150;
/// The most parts in the table.
const PARTS: usize = 6;
/// The most items of a list.
const MOST: usize = 3;

/// The page's content.
#[derive(Serialize)]
pub(crate) struct Brief<'a> {
    name: String,
    summary: String,
    /// The verdict without its full stop.
    verdict: String,
    /// The option and its rival, where there is one part.
    option: Option<&'static str>,
    rival: Option<&'static str>,
    reasons: Vec<Finding>,
    objections: Vec<Finding>,
    ruled_out: Vec<Finding>,
    parts: Vec<Row>,
    /// How many parts are not in the table.
    more_parts: usize,
    changes: Vec<Change<'a>>,
    cost: Vec<String>,
    latency: Vec<String>,
    risks: Vec<Risk>,
    /// The trade-offs that hang on open answers; none where there are none.
    perhaps: Option<String>,
    open: Vec<String>,
    taken: Vec<Taken<'a>>,
    /// How many decisions are not in the list.
    more_taken: usize,
}

/// A title with a sentence.
#[derive(Serialize)]
struct Finding {
    title: String,
    text: String,
    points: i32,
}

/// A part in the table of parts.
#[derive(Serialize)]
struct Row {
    name: String,
    option: &'static str,
    close_call: bool,
    readiness: Figures,
    /// The heaviest reason and the heaviest objection; none where there is none.
    reason: Option<String>,
    objection: Option<String>,
}

impl<'a> Brief<'a> {
    pub(crate) fn new(
        knowledge: &'a Knowledge,
        workload: &'a Workload,
        assessment: &'a Assessment,
        (provider, today): (Provider, &Day),
    ) -> Self {
        let several = !workload.implicit_part;
        let alone = assessment.parts.first().filter(|_| !several);
        let against = alone.and_then(rival);
        let weighed = |pass: fn(i32) -> bool| {
            alone.map_or_else(Vec::new, |part| findings(knowledge, part, pass))
        };
        let (taken, more_taken) = taken(knowledge, workload, today);
        Self {
            name: clipped(&workload.name, NAME),
            summary: shortened(&workload.summary, SUMMARY),
            verdict: verdict(workload, assessment),
            option: alone.map(|part| part.option.label()),
            rival: against.map(|rival| rival.id.label()),
            reasons: weighed(|net| net > 0),
            objections: weighed(|net| net < 0),
            ruled_out: alone.map_or_else(Vec::new, ruled_out),
            parts: assessment
                .parts
                .iter()
                .filter(|_| several)
                .take(PARTS)
                .map(|part| Row::new(knowledge, part))
                .collect(),
            more_parts: if several {
                assessment.parts.len().saturating_sub(PARTS)
            } else {
                0
            },
            changes: changes(knowledge, assessment, several, MOST),
            cost: about(assessment, "cost", &["cost", "idle-cost"], several),
            latency: latency(knowledge, workload, assessment, several),
            risks: risks(workload, assessment, (provider, today), several),
            perhaps: perhaps(assessment),
            open: assessment
                .next_questions
                .iter()
                .take(MOST)
                .map(|next| {
                    let part = next.part.as_deref().filter(|_| several);
                    said_of(
                        clipped(&next.ask, SENTENCE),
                        part.and_then(|part| part_name(assessment, part)),
                    )
                })
                .collect(),
            taken,
            more_taken,
        }
    }
}

/// The verdict with names that fit; counts instead of names where there are too many.
pub(crate) fn verdict(workload: &Workload, assessment: &Assessment) -> String {
    let mut sentence = without_stop(&assessment.verdict.sentence).to_owned();
    if sentence.chars().count() <= VERDICT {
        return sentence;
    }
    let names = assessment.parts.iter().map(|part| part.name.as_str());
    for name in names.chain([workload.name.as_str()]) {
        if name.chars().count() > PART {
            sentence = sentence.replace(name, &clipped(name, PART));
        }
    }
    if sentence.chars().count() <= VERDICT {
        return sentence;
    }
    let counted: Vec<String> = Compute::ALL
        .into_iter()
        .filter_map(|option| {
            let here = assessment.parts.iter();
            let count = here.filter(|part| part.option == option).count();
            let parts = if count == 1 { "part" } else { "parts" };
            (count > 0).then(|| format!("{count} {parts} on {}", option.label()))
        })
        .collect();
    let run = if assessment.verdict.tentative {
        "On what is known so far, run"
    } else {
        "Run"
    };
    if counted.len() > 1 {
        format!("{run} {}", first_of(&counted, counted.len()))
    } else {
        clipped(&sentence, VERDICT)
    }
}

impl Row {
    fn new(knowledge: &Knowledge, part: &PartAssessment) -> Self {
        let first = |pass: fn(i32) -> bool| {
            let found = findings(knowledge, part, pass).into_iter().next();
            found.map(|finding| finding.title)
        };
        let out = ruled_out(part).into_iter().next();
        Self {
            name: clipped(&part.name, NAME),
            option: part.option.label(),
            close_call: part.close_call,
            readiness: Figures::of(&part.readiness),
            reason: first(|net| net > 0)
                .or_else(|| out.map(|out| format!("{} can't be used: {}", out.title, out.text))),
            objection: first(|net| net < 0),
        }
    }
}

/// What speaks for the option against its rival, or the other way round, the heaviest first.
fn findings(knowledge: &Knowledge, part: &PartAssessment, pass: fn(i32) -> bool) -> Vec<Finding> {
    let against = rival(part);
    let net =
        |points: &Points| against.map_or(0, |rival| of(points, part.option) - of(points, rival.id));
    ranked(knowledge, part, net, pass)
        .into_iter()
        .take(MOST)
        .map(|reason| Finding {
            title: clipped(reason.title, TITLE),
            text: shortened(reason.why, SENTENCE),
            points: reason.points.abs(),
        })
        .collect()
}

/// The options that can't be used, and why.
fn ruled_out(part: &PartAssessment) -> Vec<Finding> {
    let out = part.options.iter().filter_map(|option| {
        let because = option.ruled_out_by.first()?;
        Some(Finding {
            title: capitalised(option.id.label()),
            text: clipped(without_stop(&because.because), SENTENCE),
            points: 0,
        })
    });
    out.collect()
}

/// A text, after the name of the part that it concerns.
fn said_of(text: String, part: Option<&str>) -> String {
    match part {
        Some(part) => format!("{}: {text}", clipped(part, 2 * PART)),
        None => text,
    }
}

/// The names of parts: two, and how many more.
fn names(parts: &[String]) -> String {
    let names: Vec<String> = parts.iter().map(|name| clipped(name, PART)).collect();
    first_of(&names, 2)
}
