//! What an assessment says: plain types that go to JSON, to documents and to the app as they are.

use std::collections::BTreeMap;

use plumbline_knowledge::Compute;
use plumbline_rules::{ClauseTrace, Truth};
use serde::{Deserialize, Serialize};

/// Points of each option, by its id.
pub type Points = BTreeMap<String, i32>;

/// The whole assessment of a workload.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Assessment {
    /// The workload that was assessed.
    pub workload: About,
    /// What to do.
    pub verdict: Verdict,
    /// The share of the serverless options, averaged over the parts.
    pub readiness: Readiness,
    /// The share of plausible completions of the open answers that keep the verdict, from 0 to 1.
    pub confidence: f64,
    /// How many questions there are, over all parts.
    pub questions: QuestionCount,
    /// The parts; a workload without parts has one.
    pub parts: Vec<PartAssessment>,
    /// Open questions, the one that is expected to settle most first.
    pub next_questions: Vec<NextQuestion>,
    /// The smallest changes that turn the verdict, those that are yours to make first.
    pub flips: Vec<Flip>,
    /// What the verdict costs, the worst first.
    pub trade_offs: Vec<TradeOffFinding>,
    /// What to settle, what matters most first.
    pub checklist: Vec<ChecklistFinding>,
}

/// What is assessed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct About {
    /// Its name.
    pub name: String,
    /// One or two sentences; may be empty.
    pub summary: String,
    /// The id of the provider that was answered, if any.
    pub provider: Option<String>,
}

/// Where a workload should run.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Outcome {
    /// All of it on functions.
    #[serde(rename = "functions")]
    Functions,
    /// All of it on serverless containers.
    #[serde(rename = "serverless-containers")]
    ServerlessContainers,
    /// All of it on machines that always run.
    #[serde(rename = "always-on")]
    AlwaysOn,
    /// Its parts differ.
    #[serde(rename = "hybrid")]
    Hybrid,
}

impl Outcome {
    /// All outcomes, in the order of all tables.
    pub const ALL: [Self; 4] = [
        Self::Functions,
        Self::ServerlessContainers,
        Self::AlwaysOn,
        Self::Hybrid,
    ];

    /// As in JSON and in golden workloads.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::Functions => "functions",
            Self::ServerlessContainers => "serverless-containers",
            Self::AlwaysOn => "always-on",
            Self::Hybrid => "hybrid",
        }
    }

    /// What people read.
    #[must_use]
    pub fn label(self) -> &'static str {
        match self {
            Self::Functions => "functions",
            Self::ServerlessContainers => "serverless containers",
            Self::AlwaysOn => "always-on machines",
            Self::Hybrid => "a mix",
        }
    }

    /// The outcome of these verdicts of parts.
    #[must_use]
    pub fn of(parts: &[Compute]) -> Self {
        match parts {
            [first, rest @ ..] if rest.iter().any(|part| part != first) => Self::Hybrid,
            [Compute::Functions, ..] => Self::Functions,
            [Compute::ServerlessContainers, ..] => Self::ServerlessContainers,
            _ => Self::AlwaysOn,
        }
    }
}

/// The verdict on a workload.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Verdict {
    /// Where it should run.
    pub option: Outcome,
    /// Whether some part's lead is too small to lean on.
    pub close_call: bool,
    /// Whether fewer than half of the plausible ways to answer what is open keep it.
    pub tentative: bool,
    /// As a sentence: "Run Checkout on functions."
    pub sentence: String,
}

/// Readiness for serverless, from 0 to 100, rounded to one decimal.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Readiness {
    /// With what is known.
    pub score: f64,
    /// The lowest that the open answers still allow.
    pub low: f64,
    /// The highest that the open answers still allow.
    pub high: f64,
    /// In eight of ten plausible completions of the open answers it is at least this,
    pub likely_low: f64,
    /// and at most this.
    pub likely_high: f64,
}

/// How many questions were answered.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct QuestionCount {
    /// Questions that apply.
    pub asked: usize,
    /// Those with an answer.
    pub answered: usize,
    /// Those without.
    pub open: usize,
}

/// The assessment of a part.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct PartAssessment {
    /// The part's id; `main` where the workload has no parts.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Where it should run.
    pub option: Compute,
    /// Whether the lead is too small to lean on.
    pub close_call: bool,
    /// Its readiness.
    pub readiness: Readiness,
    /// The options, in the order of [`Compute::ALL`].
    pub options: Vec<OptionStanding>,
    /// What each dimension adds; the sum is the options' points.
    pub dimensions: Vec<DimensionPoints>,
    /// The rules that hold. The sum of their points is the options' points.
    pub evidence: Vec<Evidence>,
    /// The rules that hang on open answers.
    pub open_rules: Vec<OpenRule>,
}

/// Where an option stands.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct OptionStanding {
    /// The option.
    pub id: Compute,
    /// Its points. Ten points multiply the odds by ten.
    pub points: i32,
    /// Its share, from 0 to 1.
    pub share: f64,
    /// Its share in whole percent; the shares of the options sum to 100.
    pub percent: u32,
    /// The limits that rule it out.
    pub ruled_out_by: Vec<RuledOut>,
}

/// Why an option can't be used.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RuledOut {
    /// The rule that says so.
    pub rule: String,
    /// The limit, as `service.limit`, where it is a service's.
    pub limit: Option<String>,
    /// In words.
    pub because: String,
}

/// What a dimension adds to each option, capped.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DimensionPoints {
    /// The dimension's id.
    pub id: String,
    /// Its label.
    pub label: String,
    /// The points that count.
    pub points: Points,
}

/// A rule that holds, and why.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Evidence {
    /// The rule's id.
    pub rule: String,
    /// Its title.
    pub title: String,
    /// The id of its dimension.
    pub dimension: String,
    /// The points that count, for each option.
    pub points: Points,
    /// The points that the rule gives by itself, where its dimension's cap took some away.
    pub uncapped: Option<Points>,
    /// The option that it rules out.
    pub rules_out: Option<Compute>,
    /// The condition, as written.
    pub condition: String,
    /// The clauses, in words.
    pub clauses: Vec<Clause>,
    /// What holds.
    pub what: String,
    /// Why that counts.
    pub why: String,
    /// What to do.
    #[serde(rename = "do")]
    pub action: String,
    /// Where it comes from, in words.
    pub sources: Vec<String>,
}

/// A rule that open answers decide.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct OpenRule {
    /// The rule's id.
    pub rule: String,
    /// Its title.
    pub title: String,
    /// The id of its dimension.
    pub dimension: String,
    /// The points that it would give.
    pub points: Points,
    /// The option that it would rule out.
    pub rules_out: Option<Compute>,
    /// The open questions that it reads.
    pub questions: Vec<String>,
}

/// A clause of a condition, with what is known about it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Clause {
    /// `holds`, `fails` or `open`.
    pub truth: ClauseTruth,
    /// In words: "idle share 62 % is above 40 %".
    pub text: String,
    /// As written.
    pub code: String,
    /// The questions that it reads.
    pub questions: Vec<String>,
    /// What would make it otherwise: "would not hold at 40 % or less".
    pub otherwise: Option<String>,
}

/// Whether a clause holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ClauseTruth {
    /// It does.
    Holds,
    /// It doesn't.
    Fails,
    /// An answer is missing.
    Open,
}

impl From<&ClauseTrace> for Clause {
    fn from(trace: &ClauseTrace) -> Self {
        Self {
            truth: match trace.truth {
                Truth::True => ClauseTruth::Holds,
                Truth::False => ClauseTruth::Fails,
                Truth::Unknown => ClauseTruth::Open,
            },
            text: trace.text.clone(),
            code: trace.code.clone(),
            questions: trace.slots.clone(),
            otherwise: trace.otherwise.clone(),
        }
    }
}

/// An open question and what its answer is worth.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct NextQuestion {
    /// The question's id.
    pub question: String,
    /// The question.
    pub ask: String,
    /// The part that it is asked for; none when it is asked once for the workload.
    pub part: Option<String>,
    /// By how many percentage points the shares of the options are expected to move.
    pub swing: f64,
    /// How likely it is that the answer turns the verdict, from 0 to 1.
    pub turns: f64,
    /// The answers that would turn it, in words.
    pub turning_answers: Vec<String>,
}

/// Whose an answer is to change.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// A design choice.
    Changeable,
    /// Not answered yet.
    Open,
    /// A fact.
    Given,
}

/// A change of one or two answers that turns the verdict of a part.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Flip {
    /// The part whose verdict turns.
    pub part: String,
    /// What is changed: one answer, or the two that it takes together.
    pub changes: Vec<AnswerChange>,
    /// Where the part would run then.
    pub option: Compute,
    /// The part's readiness then.
    pub readiness: f64,
    /// As a sentence.
    pub sentence: String,
    /// The rules that count differently then. The sum of their points is the change of the options'
    /// points.
    pub moved: Vec<Moved>,
}

/// A change of an answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AnswerChange {
    /// The question's id.
    pub question: String,
    /// Whose it is to change.
    pub kind: Kind,
    /// The answer now, in words.
    pub from: String,
    /// The answer then, in words.
    pub to: String,
    /// An answer of that kind, as a workload file writes it: `8 min` where `to` is "above 5 min".
    pub answer: String,
}

/// What becomes of a rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Movement {
    /// It holds then.
    Begins,
    /// It no longer holds.
    Ends,
    /// It goes on to hold and counts otherwise, because other rules take up more or less of its
    /// dimension's cap.
    Recounts,
}

/// A rule that counts differently after a change.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Moved {
    /// The rule's id.
    pub rule: String,
    /// Its title.
    pub title: String,
    /// What becomes of it.
    pub movement: Movement,
    /// What its points that count change by, for each option.
    pub points: Points,
    /// The option that it rules out when it holds.
    pub rules_out: Option<Compute>,
}

/// How badly a trade-off bites.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Severity {
    /// It can sink the design.
    High,
    /// It needs a plan.
    Medium,
    /// Good to know.
    Low,
    /// Open answers decide whether it arises.
    Open,
}

/// A trade-off of the verdict.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct TradeOffFinding {
    /// The trade-off's id.
    pub id: String,
    /// Its title.
    pub title: String,
    /// The part that it concerns.
    pub part: String,
    /// What it is.
    pub what: String,
    /// How badly it bites.
    pub severity: Severity,
    /// Why it has this severity; empty while open.
    pub because: String,
    /// The clauses that decided.
    pub clauses: Vec<Clause>,
    /// The open questions that could make it worse.
    pub questions: Vec<String>,
    /// What softens it: by provider, `any` for all.
    pub mitigations: BTreeMap<String, Vec<String>>,
    /// Where it comes from, in words.
    pub sources: Vec<String>,
}

/// An item of a checklist that matters for the workload.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChecklistFinding {
    /// The item's id.
    pub id: String,
    /// `design`, `security` or `operations`.
    pub list: String,
    /// What it is about.
    pub theme: String,
    /// What to do.
    pub text: String,
    /// Why.
    pub why: String,
    /// The parts that it concerns.
    pub parts: Vec<String>,
    /// Whether it matters for certain, or only if open answers say so.
    pub certain: bool,
    /// What makes it matter here: titles of trade-offs and rules, and clauses in words.
    pub because: Vec<String>,
}
