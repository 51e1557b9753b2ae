//! What fits on one page: lists cut short, and texts too.

use std::collections::BTreeMap;

use plumbline_assess::{
    Assessment, Evidence, Kind as ChangeKind, PartAssessment, Points, Severity,
};
use plumbline_knowledge::{Compute, Knowledge, Provider};
use plumbline_rules::Answer;
use plumbline_workload::{Day, Workload, answer_words};
use serde::Serialize;

use super::part::{capitalised, of, ranked, rival};
use super::shorten::{clipped, first_of, shortened};
use super::words::{Figures, without_stop};
use super::{ask, kind_words, part_name};

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

/// Answers that turn the verdict.
#[derive(Serialize)]
struct Change<'a> {
    part: Option<String>,
    /// The questions, with the answers that turn it.
    asks: Vec<Asked<'a>>,
    option: &'static str,
    /// "a design choice", "not answered yet", "a fact today".
    kind: &'static str,
}

#[derive(Serialize)]
struct Asked<'a> {
    ask: &'a str,
    /// The answer today; none while open.
    from: Option<&'a str>,
    to: Vec<&'a str>,
}

#[derive(Serialize)]
struct Risk {
    title: String,
    /// "High", "High for API".
    severity: String,
    because: String,
    remedy: Option<String>,
    /// What was decided: "accepted by Ana until 2027-02-01".
    decision: Option<String>,
    expired: bool,
    /// Somebody answers for it, and the decision holds.
    owned: bool,
}

/// A decision about a trade-off.
#[derive(Serialize)]
struct Taken<'a> {
    title: &'a str,
    words: String,
    expired: bool,
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
            changes: changes(knowledge, assessment, several),
            cost: about(assessment, "cost", &["cost", "idle-cost"], several),
            latency: latency(knowledge, workload, assessment, several),
            risks: risks(workload, assessment, (provider, today), several),
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

/// The changes that turn the verdict; other answers to the same question stand together.
fn changes<'a>(
    knowledge: &'a Knowledge,
    assessment: &'a Assessment,
    several: bool,
) -> Vec<Change<'a>> {
    let mut changes: Vec<(&str, ChangeKind, Change<'a>)> = Vec::new();
    for flip in &assessment.flips {
        let kind = match flip.changes.iter().map(|change| change.kind).max() {
            Some(kind) => kind,
            None => continue,
        };
        let asks: Vec<Asked<'a>> = flip
            .changes
            .iter()
            .map(|change| Asked {
                ask: ask(knowledge, &change.question),
                from: (change.kind != ChangeKind::Open).then_some(&change.from),
                to: vec![&change.to],
            })
            .collect();
        let same = changes.iter_mut().find(|(part, _, known)| {
            *part == flip.part
                && known.option == flip.option.label()
                && matches!((known.asks.as_slice(), asks.as_slice()), ([one], [other]) if one.ask == other.ask)
        });
        if let Some((_, _, known)) = same {
            for (known, asked) in known.asks.iter_mut().zip(asks) {
                if known.to.len() < MOST {
                    known.to.extend(asked.to);
                }
            }
            continue;
        }
        let change = Change {
            part: part_name(assessment, &flip.part)
                .filter(|_| several)
                .map(|name| clipped(name, PART)),
            asks,
            option: flip.option.label(),
            kind: kind_words(kind),
        };
        changes.push((&flip.part, kind, change));
    }
    // One of each part first, so that one part doesn't take the whole list.
    let mut seen: BTreeMap<&str, usize> = BTreeMap::new();
    let mut ordered: Vec<(usize, Change<'a>)> = changes
        .into_iter()
        .map(|(part, _, change)| {
            let turn = seen.entry(part).or_default();
            *turn += 1;
            (*turn, change)
        })
        .collect();
    ordered.sort_by_key(|(turn, _)| *turn);
    ordered
        .into_iter()
        .map(|(_, change)| change)
        .take(MOST)
        .collect()
}

/// What is known in a dimension: the heaviest finding of each part, or what it costs; two at most.
fn about(
    assessment: &Assessment,
    dimension: &str,
    trade_offs: &[&str],
    several: bool,
) -> Vec<String> {
    let spread = |evidence: &Evidence| {
        let points = Compute::ALL.map(|option| of(&evidence.points, option));
        points
            .iter()
            .max()
            .zip(points.iter().min())
            .map_or(0, |(most, least)| most - least)
    };
    let mut lines: Vec<(String, Vec<String>)> = Vec::new();
    for part in &assessment.parts {
        let mut found: Vec<&Evidence> = part
            .evidence
            .iter()
            .filter(|evidence| evidence.dimension == dimension && spread(evidence) > 0)
            .collect();
        found.sort_by_key(|evidence| std::cmp::Reverse(spread(evidence)));
        let text = match found.first() {
            Some(evidence) => shortened(&format!("{} {}", evidence.what, evidence.why), LINE),
            None => {
                let cost = assessment.trade_offs.iter().find(|finding| {
                    finding.part == part.id
                        && finding.severity != Severity::Open
                        && trade_offs.contains(&finding.id.as_str())
                });
                match cost {
                    Some(cost) => shortened(&cost.because, LINE),
                    None => continue,
                }
            }
        };
        match lines.iter_mut().find(|(known, _)| *known == text) {
            Some((_, parts)) => parts.push(part.name.clone()),
            None => lines.push((text, vec![part.name.clone()])),
        }
    }
    let all = assessment.parts.len();
    let lines = lines.into_iter().take(2).map(|(text, parts)| {
        let which = (several && parts.len() < all).then(|| names(&parts));
        said_of(text, which.as_deref())
    });
    lines.collect()
}

/// The targets that were answered, and what is known.
fn latency(
    knowledge: &Knowledge,
    workload: &Workload,
    assessment: &Assessment,
    several: bool,
) -> Vec<String> {
    let slot = knowledge.question("latency_target");
    let mut targets: Vec<String> = Vec::new();
    for (number, part) in assessment.parts.iter().enumerate() {
        let answers = workload.part_answers(knowledge, number);
        let answer = slot.and_then(|slot| Some((slot, *answers.get(slot)?)));
        if let Some((slot, answer @ Answer::Number(_))) = answer {
            let target = answer_words(knowledge, slot, answer);
            let part = several.then_some(part.name.as_str());
            targets.push(said_of(
                format!("95 of 100 answers are to come within {target}."),
                part,
            ));
        }
    }
    targets.truncate(2);
    let more = about(
        assessment,
        "latency",
        &["cold-starts", "latency-budget"],
        several,
    );
    targets.into_iter().chain(more).take(MOST).collect()
}

/// The worst trade-offs that have to be dealt with.
fn risks(
    workload: &Workload,
    assessment: &Assessment,
    (provider, today): (Provider, &Day),
    several: bool,
) -> Vec<Risk> {
    let mut risks: Vec<Risk> = Vec::new();
    let mut seen: Vec<&str> = Vec::new();
    for worst in &assessment.trade_offs {
        let severity = match worst.severity {
            Severity::High => "High",
            Severity::Medium => "Medium",
            Severity::Low | Severity::Open => continue,
        };
        if seen.contains(&worst.id.as_str()) || risks.len() == MOST {
            continue;
        }
        seen.push(&worst.id);
        let same = assessment
            .trade_offs
            .iter()
            .filter(|finding| finding.id == worst.id && finding.severity == worst.severity);
        let parts: Vec<String> = same
            .filter_map(|finding| part_name(assessment, &finding.part))
            .map(str::to_owned)
            .collect();
        let decision = workload.decisions.get(&worst.id);
        let remedy = [provider.id(), "any"]
            .into_iter()
            .find_map(|place| worst.mitigations.get(place)?.first());
        risks.push(Risk {
            title: clipped(&worst.title, TITLE),
            severity: if several && parts.len() < assessment.parts.len() {
                format!("{severity} for {}", names(&parts))
            } else {
                severity.to_owned()
            },
            because: shortened(&worst.because, SENTENCE),
            remedy: remedy.map(|remedy| shortened(remedy, SENTENCE)),
            decision: decision.map(|decision| clipped(&decision.words(today), SENTENCE)),
            expired: decision.is_some_and(|decision| decision.is_expired(today)),
            owned: decision
                .is_some_and(|decision| decision.owner.is_some() && !decision.is_expired(today)),
        });
    }
    risks
}

/// What was decided about trade-offs, and how much more there is than fits.
fn taken<'a>(
    knowledge: &'a Knowledge,
    workload: &Workload,
    today: &Day,
) -> (Vec<Taken<'a>>, usize) {
    let mut taken: Vec<Taken<'a>> = knowledge
        .trade_offs
        .iter()
        .filter_map(|trade_off| {
            let decision = workload.decisions.get(&trade_off.id)?;
            Some(Taken {
                title: &trade_off.title,
                words: clipped(&decision.words(today), SENTENCE),
                expired: decision.is_expired(today),
            })
        })
        .collect();
    let more = taken.len().saturating_sub(MOST);
    taken.truncate(MOST);
    (taken, more)
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
