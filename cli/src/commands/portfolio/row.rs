//! What a line of a portfolio says, and what all of them say together.

use std::collections::BTreeMap;

use plumbline_assess::{Assessment, Outcome, Readiness};
use plumbline_source::Diagnostic;
use serde::Serialize;

use crate::commands::assess::FailOn;

/// A workload, or why there is none.
#[derive(Debug)]
pub struct Row {
    /// The file, or the line of standard input.
    pub source: String,
    /// What was found, or everything that is wrong.
    pub found: Result<Line, Vec<Diagnostic>>,
    /// The conditions of `--fail-on` that it meets, in words.
    pub findings: Vec<String>,
}

/// What is written of an assessment.
#[derive(Clone, Debug, Serialize)]
pub struct Line {
    /// The name of the workload.
    pub name: String,
    /// The verdict.
    pub verdict: Outcome,
    /// Whether the lead of some part is too small to lean on.
    pub close_call: bool,
    /// Readiness with its bounds.
    pub readiness: Readiness,
    /// From 0 to 1.
    pub confidence: f64,
    /// Questions that apply.
    pub asked: usize,
    /// Those that are open.
    pub open: usize,
    /// The parts with their verdicts.
    pub parts: BTreeMap<String, &'static str>,
    /// What is doubtful about the file.
    pub warnings: Vec<String>,
}

impl Row {
    /// The row of an assessment, held against conditions.
    pub fn new(
        source: String,
        found: Result<(Assessment, Vec<Diagnostic>), Vec<Diagnostic>>,
        conditions: &[FailOn],
    ) -> Self {
        let findings = found.iter().flat_map(|(assessment, _)| {
            let met = |condition: &FailOn| condition.met_by(assessment);
            conditions.iter().filter_map(met)
        });
        let findings = findings.collect();
        let found = found.map(|(assessment, warnings)| Line {
            warnings: warnings.iter().map(ToString::to_string).collect(),
            name: assessment.workload.name,
            verdict: assessment.verdict.option,
            close_call: assessment.verdict.close_call,
            readiness: assessment.readiness,
            confidence: assessment.confidence,
            asked: assessment.questions.asked,
            open: assessment.questions.open,
            parts: assessment
                .parts
                .into_iter()
                .map(|part| (part.id, part.option.id()))
                .collect(),
        });
        Self {
            source,
            found,
            findings,
        }
    }
}

/// How many there are of each.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Summary {
    /// All that were assessed.
    pub workloads: usize,
    /// Those that had mistakes.
    pub errors: usize,
    /// Those that were assessed, but about whose files something is doubtful.
    pub warned: usize,
    /// Verdicts that are close calls.
    pub close_calls: usize,
    /// By verdict, in the order of all tables.
    pub functions: usize,
    /// As above.
    #[serde(rename = "serverless-containers")]
    pub serverless_containers: usize,
    /// As above.
    #[serde(rename = "always-on")]
    pub always_on: usize,
    /// As above.
    pub hybrid: usize,
}

impl Summary {
    /// Counts a row.
    pub fn count(&mut self, row: &Row) {
        match &row.found {
            Err(_) => self.errors += 1,
            Ok(line) => {
                self.workloads += 1;
                self.warned += usize::from(!line.warnings.is_empty());
                self.close_calls += usize::from(line.close_call);
                *match line.verdict {
                    Outcome::Functions => &mut self.functions,
                    Outcome::ServerlessContainers => &mut self.serverless_containers,
                    Outcome::AlwaysOn => &mut self.always_on,
                    Outcome::Hybrid => &mut self.hybrid,
                } += 1;
            }
        }
    }

    /// How many have this verdict.
    #[must_use]
    pub fn of(&self, outcome: Outcome) -> usize {
        match outcome {
            Outcome::Functions => self.functions,
            Outcome::ServerlessContainers => self.serverless_containers,
            Outcome::AlwaysOn => self.always_on,
            Outcome::Hybrid => self.hybrid,
        }
    }
}
