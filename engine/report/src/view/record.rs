//! What a decision record says of itself, and what the decision rests on.

use std::collections::BTreeSet;

use plumbline_assess::{Assessment, ClauseTruth, Evidence, PartAssessment, Severity};
use plumbline_knowledge::{Compute, Knowledge, TradeOff};
use plumbline_workload::{Choice, Day, Decision, Workload};
use serde::Serialize;

use super::part::of;
use super::sources::{Bibliography, SourceView};
use super::words::{continued, without_stop};
use crate::adr::{Dialect, Filing, Status};
use crate::markdown::one_line;
use crate::yaml;

/// How many of the rules that hold drive a decision, for each part.
const DRIVERS: usize = 4;

/// A decision record's own content.
#[derive(Serialize)]
pub(crate) struct RecordView<'a> {
    /// "madr".
    dialect: &'static str,
    /// None where it is not filed yet, or the dialect has no numbers.
    number: Option<u32>,
    /// "proposed".
    status: &'static str,
    pub(super) title: String,
    /// Who decided, by name.
    makers: Vec<&'a str>,
    /// The same as strings of YAML.
    yaml_makers: Vec<String>,
    /// The record that this one supersedes, as links in Markdown.
    supersedes: Option<Link>,
    /// What the verdict rests on, the heaviest first, part by part.
    drivers: Vec<Driver<'a>>,
    /// The trade-off that is decided on; none where the verdict is.
    trade_off: Option<Risk>,
    /// When which decision has to be taken again, the soonest first.
    reviews: Vec<Review<'a>>,
    sources: Vec<SourceView<'a>>,
}

#[derive(Serialize)]
struct Link {
    /// "[ADR-0007](0007-x.md)".
    short: String,
    /// "[7. Run it on functions](0007-x.md)".
    full: String,
}

/// A rule that holds.
#[derive(Serialize)]
struct Driver<'a> {
    title: &'a str,
    /// The parts that it holds for.
    parts: Vec<&'a str>,
    /// The answers that make it hold, in words.
    answers: Vec<&'a str>,
    rules_out: Option<&'static str>,
    sources: Vec<usize>,
}

/// A trade-off as the subject of a decision.
#[derive(Serialize)]
struct Risk {
    /// Where it stands among the trade-offs of the document.
    place: usize,
    /// "cold starts".
    name: String,
    /// "Accept"; none while it is undecided.
    choice: Option<&'static str>,
    /// Why, to stand after "because".
    reason: Option<String>,
    /// Ways to run in which it doesn't arise.
    absent_on: Vec<&'static str>,
}

/// A decision that holds until a day.
#[derive(Serialize)]
struct Review<'a> {
    day: &'a str,
    title: &'a str,
    owner: Option<&'a str>,
    choice: &'static str,
}

impl<'a> RecordView<'a> {
    /// The record as it is filed.
    pub(super) fn new(
        knowledge: &'a Knowledge,
        workload: &'a Workload,
        assessment: &'a Assessment,
        filing: Option<&Filing>,
        today: &Day,
    ) -> Self {
        let dialect = filing.map_or(Dialect::Madr, |filing| filing.dialect);
        let subject = filing
            .and_then(|filing| filing.trade_off)
            .and_then(|index| knowledge.trade_offs.get(index));
        let mut bibliography = Bibliography::default();
        let drivers = if subject.is_none() {
            drivers(knowledge, assessment, &mut bibliography)
        } else {
            Vec::new()
        };
        if let Some(trade_off) = subject {
            bibliography.cite(&trade_off.sources);
        }
        let makers = makers(workload, subject);
        Self {
            dialect: dialect.id(),
            number: filing
                .filter(|_| dialect.is_numbered())
                .map(|filing| filing.number),
            status: filing
                .and_then(|filing| filing.status)
                .unwrap_or_else(|| status(workload, assessment, subject, today))
                .id(),
            title: match subject {
                Some(trade_off) => risk_title(knowledge, workload, trade_off),
                None => title(assessment),
            },
            yaml_makers: makers.iter().map(|maker| yaml::string(maker)).collect(),
            makers,
            supersedes: filing
                .and_then(|filing| filing.supersedes.as_ref())
                .map(|older| Link {
                    short: older.link(),
                    full: older.link_in_full(),
                }),
            drivers,
            trade_off: subject
                .map(|trade_off| Risk::new(knowledge, workload, assessment, trade_off)),
            reviews: reviews(knowledge, workload, subject),
            sources: bibliography.finish(knowledge),
        }
    }
}

impl Risk {
    fn new(
        knowledge: &Knowledge,
        workload: &Workload,
        assessment: &Assessment,
        trade_off: &TradeOff,
    ) -> Self {
        let mut seen = BTreeSet::new();
        let found = assessment
            .trade_offs
            .iter()
            .filter(|finding| seen.insert(finding.id.as_str()));
        let decision = workload.decisions.get(&trade_off.id);
        Self {
            place: found
                .map(|finding| finding.id.as_str())
                .take_while(|id| *id != trade_off.id)
                .count(),
            name: continued(knowledge, &trade_off.title),
            choice: decision.map(|decision| verb(decision.choice)),
            reason: decision
                .and_then(|decision| decision.note.as_deref())
                .map(|note| continued(knowledge, note)),
            absent_on: Compute::ALL
                .into_iter()
                .filter(|option| !trade_off.options.contains(option))
                .map(Compute::label)
                .collect(),
        }
    }
}

/// What drives the decision in any part; what drives it alike in several stands once.
fn drivers<'a>(
    knowledge: &'a Knowledge,
    assessment: &'a Assessment,
    bibliography: &mut Bibliography,
) -> Vec<Driver<'a>> {
    let mut drivers: Vec<Driver<'a>> = Vec::new();
    for part in &assessment.parts {
        for evidence in heaviest(part) {
            let answers: Vec<&str> = evidence
                .clauses
                .iter()
                .filter(|clause| clause.truth == ClauseTruth::Holds)
                .map(|clause| clause.text.as_str())
                .collect();
            let same = drivers
                .iter_mut()
                .find(|driver| driver.title == evidence.title && driver.answers == answers);
            if let Some(driver) = same {
                driver.parts.push(&part.name);
                continue;
            }
            let rule = knowledge
                .rule(&evidence.rule)
                .and_then(|rule| knowledge.rules.get(rule));
            drivers.push(Driver {
                title: &evidence.title,
                parts: vec![&part.name],
                answers,
                rules_out: evidence.rules_out.map(Compute::label),
                sources: rule.map_or_else(Vec::new, |rule| bibliography.cite(&rule.sources)),
            });
        }
    }
    drivers
}

/// The rules that set the options furthest apart; hard limits before all.
fn heaviest(part: &PartAssessment) -> Vec<&Evidence> {
    let spread = |evidence: &Evidence| {
        let points = Compute::ALL.map(|option| of(&evidence.points, option));
        let most = points.iter().max().zip(points.iter().min());
        most.map_or(0, |(most, least)| most.abs_diff(*least))
    };
    let mut heaviest: Vec<&Evidence> = part
        .evidence
        .iter()
        .filter(|evidence| evidence.rules_out.is_some() || spread(evidence) > 0)
        .collect();
    heaviest.sort_by_key(|evidence| {
        (
            evidence.rules_out.is_none(),
            std::cmp::Reverse(spread(evidence)),
        )
    });
    heaviest.truncate(DRIVERS);
    heaviest
}

/// "Run Checkout on functions".
fn title(assessment: &Assessment) -> String {
    let known = assessment
        .parts
        .iter()
        .any(|part| !part.evidence.is_empty());
    if !known {
        return format!("Where to run {}", one_line(&assessment.workload.name));
    }
    let sentence = one_line(without_stop(&assessment.verdict.sentence));
    // How sure it is, is said below the title; the title says what is decided.
    match sentence
        .find("run ")
        .filter(|_| assessment.verdict.tentative)
    {
        Some(at) => format!("R{}", sentence.get(at + 1..).unwrap_or_default()),
        None => sentence,
    }
}

/// "Mitigate cold starts for Checkout".
fn risk_title(knowledge: &Knowledge, workload: &Workload, trade_off: &TradeOff) -> String {
    let name = continued(knowledge, &trade_off.title);
    let workload_name = one_line(&workload.name);
    match workload.decisions.get(&trade_off.id) {
        Some(decision) => format!("{} {name} for {workload_name}", verb(decision.choice)),
        None => format!("What to do about {name} for {workload_name}"),
    }
}

const fn verb(choice: Choice) -> &'static str {
    match choice {
        Choice::Accept => "Accept",
        Choice::Mitigate => "Mitigate",
        Choice::Avoid => "Avoid",
    }
}

/// Whether a decision about the trade-off holds, and somebody answers for it.
fn is_decided(decision: Option<&Decision>, today: &Day) -> bool {
    decision.is_some_and(|decision| decision.owner.is_some() && !decision.is_expired(today))
}

/// A decision on a trade-off is taken when the file says so and somebody answers for it. The verdict
/// is taken when all that it costs severely has been decided on; nothing else in a file says so.
fn status(
    workload: &Workload,
    assessment: &Assessment,
    subject: Option<&TradeOff>,
    today: &Day,
) -> Status {
    let decided = |id: &str| is_decided(workload.decisions.get(id), today);
    let taken = match subject {
        Some(trade_off) => decided(&trade_off.id),
        None => {
            let mut severe = assessment
                .trade_offs
                .iter()
                .filter(|finding| matches!(finding.severity, Severity::High | Severity::Medium))
                .peekable();
            severe.peek().is_some() && severe.all(|finding| decided(&finding.id))
        }
    };
    if taken {
        Status::Accepted
    } else {
        Status::Proposed
    }
}

/// Whoever answers for a decision, each once.
fn makers<'a>(workload: &'a Workload, subject: Option<&TradeOff>) -> Vec<&'a str> {
    let mut seen = BTreeSet::new();
    workload
        .decisions
        .iter()
        .filter(|(id, _)| subject.is_none_or(|trade_off| trade_off.id == **id))
        .filter_map(|(_, decision)| decision.owner.as_deref())
        .filter(|owner| seen.insert(*owner))
        .collect()
}

fn reviews<'a>(
    knowledge: &'a Knowledge,
    workload: &'a Workload,
    subject: Option<&TradeOff>,
) -> Vec<Review<'a>> {
    let mut reviews: Vec<Review<'a>> = workload
        .decisions
        .iter()
        .filter(|(id, _)| subject.is_none_or(|trade_off| trade_off.id == **id))
        .filter_map(|(id, decision)| {
            let trade_off = knowledge.trade_offs.get(knowledge.trade_off(id)?)?;
            Some(Review {
                day: decision.expires.as_ref()?.as_str(),
                title: &trade_off.title,
                owner: decision.owner.as_deref(),
                choice: decision.choice.label(),
            })
        })
        .collect();
    reviews.sort_by_key(|review| review.day);
    reviews
}
