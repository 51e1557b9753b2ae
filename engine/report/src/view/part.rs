//! A part of the workload: where it should run, and why.

use plumbline_assess::{
    Assessment, Clause, ClauseTruth, Evidence, OptionStanding, PartAssessment, Points,
};
use plumbline_design::choose;
use plumbline_knowledge::{Compute, Knowledge, Pattern};
use plumbline_rules::Answer;
use serde::Serialize;

use super::sources::Bibliography;
use super::words::{Figures, continued, labels};
use super::{FlipView, flips};

/// A part of the workload.
#[derive(Serialize)]
pub(crate) struct PartView<'a> {
    pub(super) name: &'a str,
    /// "functions".
    option: &'static str,
    close_call: bool,
    readiness: Figures,
    pub(super) options: Vec<OptionView<'a>>,
    /// The best of the options that were not chosen, unless all of them are ruled out.
    rival: Option<Rival>,
    /// What speaks for the option against its rival, the heaviest first.
    reasons: Vec<Reason<'a>>,
    /// What speaks for the rival.
    objections: Vec<Reason<'a>>,
    dimensions: Vec<DimensionView<'a>>,
    evidence: Vec<EvidenceView<'a>>,
    open_rules: Vec<OpenRuleView<'a>>,
    flips: Vec<FlipView<'a>>,
    /// The reference architecture that fits best.
    pattern: Option<PatternView<'a>>,
}

/// An option with what is for and against it.
#[derive(Serialize)]
pub(super) struct OptionView<'a> {
    /// "functions".
    label: &'static str,
    /// "Functions".
    pub(super) title: String,
    points: i32,
    pub(super) percent: u32,
    pub(super) chosen: bool,
    /// Why it is ruled out.
    pub(super) out: Vec<&'a str>,
    pub(super) good: Vec<Reason<'a>>,
    neutral: Vec<Reason<'a>>,
    pub(super) bad: Vec<Reason<'a>>,
}

#[derive(Serialize)]
struct Rival {
    label: &'static str,
    percent: u32,
}

/// A rule that holds, as a reason.
#[derive(Serialize)]
pub(super) struct Reason<'a> {
    pub(super) title: &'a str,
    what: &'a str,
    pub(super) why: &'a str,
    /// `what`, to stand after "because".
    pub(super) because: String,
    pub(super) points: i32,
}

#[derive(Serialize)]
struct DimensionView<'a> {
    label: &'a str,
    points: [i32; 3],
    /// How far it sets the options apart.
    spread: u32,
    /// What it rests on.
    titles: Vec<&'a str>,
}

#[derive(Serialize)]
struct EvidenceView<'a> {
    title: &'a str,
    rule: &'a str,
    dimension: &'a str,
    points: [i32; 3],
    /// Before the dimension's cap, where that took some away.
    uncapped: Option<[i32; 3]>,
    rules_out: Option<&'static str>,
    condition: &'a str,
    clauses: Vec<ClauseView<'a>>,
    what: &'a str,
    why: &'a str,
    action: &'a str,
    sources: Vec<usize>,
}

/// A clause with its value.
#[derive(Serialize)]
pub(crate) struct ClauseView<'a> {
    truth: &'static str,
    text: &'a str,
    otherwise: Option<&'a str>,
}

#[derive(Serialize)]
struct OpenRuleView<'a> {
    title: &'a str,
    dimension: &'a str,
    points: [i32; 3],
    rules_out: Option<&'static str>,
    questions: Vec<&'a str>,
}

#[derive(Serialize)]
struct PatternView<'a> {
    name: &'a str,
    summary: &'a str,
    because: Vec<String>,
    benefits: &'a [String],
    considerations: &'a [String],
}

impl<'a> PartView<'a> {
    pub(crate) fn new(
        knowledge: &'a Knowledge,
        assessment: &'a Assessment,
        part: &'a PartAssessment,
        answers: &[Answer],
        bibliography: &mut Bibliography,
    ) -> Self {
        let rival = rival(part);
        let against = |points: &Points| {
            rival.map_or(0, |rival| of(points, part.option) - of(points, rival.id))
        };
        let reasons = ranked(knowledge, part, against, |net| net > 0);
        let mut objections = ranked(knowledge, part, against, |net| net < 0);
        objections
            .iter_mut()
            .for_each(|reason| reason.points = -reason.points);
        Self {
            name: &part.name,
            option: part.option.label(),
            close_call: part.close_call,
            readiness: Figures::of(&part.readiness),
            options: part
                .options
                .iter()
                .map(|option| OptionView::new(knowledge, part, option))
                .collect(),
            rival: rival.map(|rival| Rival {
                label: rival.id.label(),
                percent: rival.percent,
            }),
            reasons,
            objections,
            dimensions: dimensions(part),
            evidence: part
                .evidence
                .iter()
                .map(|evidence| EvidenceView::new(knowledge, evidence, bibliography))
                .collect(),
            open_rules: part
                .open_rules
                .iter()
                .map(|rule| OpenRuleView {
                    title: &rule.title,
                    dimension: dimension(knowledge, &rule.dimension),
                    points: in_order(&rule.points),
                    rules_out: rule.rules_out.map(Compute::label),
                    questions: labels(knowledge, &rule.questions),
                })
                .collect(),
            flips: flips(knowledge, assessment, &part.id),
            pattern: choose(knowledge, answers)
                .into_iter()
                .next()
                .and_then(|fit| {
                    let pattern: &Pattern = knowledge.patterns.get(fit.pattern)?;
                    Some(PatternView {
                        name: &pattern.name,
                        summary: &pattern.summary,
                        because: fit.because,
                        benefits: &pattern.benefits,
                        considerations: &pattern.considerations,
                    })
                }),
        }
    }
}

impl<'a> OptionView<'a> {
    fn new(knowledge: &'a Knowledge, part: &'a PartAssessment, option: &'a OptionStanding) -> Self {
        let own = |points: &Points| of(points, option.id);
        Self {
            label: option.id.label(),
            title: capitalised(option.id.label()),
            points: option.points,
            percent: option.percent,
            chosen: option.id == part.option,
            out: option
                .ruled_out_by
                .iter()
                .map(|out| out.because.as_str())
                .collect(),
            good: ranked(knowledge, part, own, |points| points > 0),
            neutral: neutral(knowledge, part, own),
            bad: ranked(knowledge, part, own, |points| points < 0),
        }
    }
}

impl<'a> EvidenceView<'a> {
    fn new(
        knowledge: &'a Knowledge,
        evidence: &'a Evidence,
        bibliography: &mut Bibliography,
    ) -> Self {
        let cited = knowledge
            .rule(&evidence.rule)
            .and_then(|rule| knowledge.rules.get(rule));
        Self {
            title: &evidence.title,
            rule: &evidence.rule,
            dimension: dimension(knowledge, &evidence.dimension),
            points: in_order(&evidence.points),
            uncapped: evidence.uncapped.as_ref().map(in_order),
            rules_out: evidence.rules_out.map(Compute::label),
            condition: &evidence.condition,
            clauses: clauses(&evidence.clauses),
            what: &evidence.what,
            why: &evidence.why,
            action: &evidence.action,
            sources: cited.map_or_else(Vec::new, |rule| bibliography.cite(&rule.sources)),
        }
    }
}

/// Clauses with their values in words.
pub(crate) fn clauses(clauses: &[Clause]) -> Vec<ClauseView<'_>> {
    clauses
        .iter()
        .map(|clause| ClauseView {
            truth: match clause.truth {
                ClauseTruth::Holds => "holds",
                ClauseTruth::Fails => "does not hold",
                ClauseTruth::Open => "open",
            },
            text: &clause.text,
            otherwise: clause.otherwise.as_deref(),
        })
        .collect()
}

/// The option with the most points that was not chosen and can be used.
pub(super) fn rival(part: &PartAssessment) -> Option<&OptionStanding> {
    let mut rivals: Vec<&OptionStanding> = part
        .options
        .iter()
        .filter(|option| option.id != part.option && option.ruled_out_by.is_empty())
        .collect();
    rivals.sort_by_key(|option| std::cmp::Reverse(option.points));
    rivals.first().copied()
}

/// The rules that hold whose points pass, the heaviest first. Hard limits have no points; they
/// stand with the option that they rule out.
pub(super) fn ranked<'a>(
    knowledge: &Knowledge,
    part: &'a PartAssessment,
    points: impl Fn(&Points) -> i32,
    pass: impl Fn(i32) -> bool,
) -> Vec<Reason<'a>> {
    let mut reasons: Vec<Reason<'a>> = part
        .evidence
        .iter()
        .filter(|evidence| evidence.rules_out.is_none())
        .map(|evidence| Reason {
            title: &evidence.title,
            what: &evidence.what,
            why: &evidence.why,
            because: continued(knowledge, &evidence.what),
            points: points(&evidence.points),
        })
        .filter(|reason| pass(reason.points))
        .collect();
    reasons.sort_by_key(|reason| std::cmp::Reverse(reason.points.unsigned_abs()));
    reasons
}

/// The rules that hold and give no points, leaving out those whose points a cap took away.
fn neutral<'a>(
    knowledge: &Knowledge,
    part: &'a PartAssessment,
    points: impl Fn(&Points) -> i32,
) -> Vec<Reason<'a>> {
    let own = |evidence: &Evidence| points(evidence.uncapped.as_ref().unwrap_or(&evidence.points));
    let taken: Vec<&str> = part
        .evidence
        .iter()
        .filter(|evidence| own(evidence) != 0)
        .map(|evidence| evidence.title.as_str())
        .collect();
    let mut reasons = ranked(knowledge, part, &points, |points| points == 0);
    reasons.retain(|reason| !taken.contains(&reason.title));
    reasons
}

/// Dimensions that something counts in, in their order.
fn dimensions(part: &PartAssessment) -> Vec<DimensionView<'_>> {
    part.dimensions
        .iter()
        .filter_map(|dimension| {
            let points = in_order(&dimension.points);
            let titles: Vec<&str> = part
                .evidence
                .iter()
                .filter(|evidence| evidence.dimension == dimension.id)
                .map(|evidence| evidence.title.as_str())
                .collect();
            (!titles.is_empty()).then(|| DimensionView {
                label: &dimension.label,
                points,
                spread: points
                    .iter()
                    .max()
                    .zip(points.iter().min())
                    .map_or(0, |(most, least)| most.abs_diff(*least)),
                titles,
            })
        })
        .collect()
}

fn dimension<'a>(knowledge: &'a Knowledge, id: &'a str) -> &'a str {
    let found = knowledge
        .dimension(id)
        .and_then(|dimension| knowledge.dimensions.get(dimension));
    found.map_or(id, |dimension| &dimension.label)
}

pub(super) fn of(points: &Points, option: Compute) -> i32 {
    points.get(option.id()).copied().unwrap_or(0)
}

fn in_order(points: &Points) -> [i32; 3] {
    Compute::ALL.map(|option| of(points, option))
}

pub(super) fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| {
        first.to_uppercase().chain(letters).collect()
    })
}
