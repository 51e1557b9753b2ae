//! What the portfolio says of a workload, worked out once for each revision.

use std::cell::RefCell;
use std::collections::HashMap;
use std::sync::Arc;

use plumbline_api::Listed;
use plumbline_assess::{Assessment, Outcome, PartAssessment, Readiness};
use plumbline_knowledge::Compute;
use plumbline_workload::providers;

use crate::engine;

/// What a row of the portfolio shows.
#[derive(Clone, Debug, PartialEq)]
pub struct Facts {
    /// The workload's name.
    pub name: String,
    /// What people call its provider, if one was answered.
    pub provider: Option<String>,
    /// Where it should run.
    pub outcome: Outcome,
    /// The verdict as a sentence.
    pub sentence: String,
    /// What to mind about the verdict: `tentative`, `close call`.
    pub doubt: Option<&'static str>,
    /// Its readiness.
    pub readiness: Readiness,
    /// How many questions are open.
    pub open: usize,
    /// For each dimension of the knowledge, the points for serverless against always-on machines.
    pub dimensions: Vec<f64>,
}

/// How far a workload has been read.
#[derive(Clone, Debug, PartialEq)]
pub enum Reading {
    /// Its turn is still to come.
    Pending,
    /// It was assessed.
    Read(Arc<Facts>),
    /// Its file can't be read, and this is why.
    Broken(Arc<str>),
}

impl Reading {
    /// What was found, where it was.
    pub fn facts(&self) -> Option<&Arc<Facts>> {
        match self {
            Self::Read(facts) => Some(facts),
            Self::Pending | Self::Broken(_) => None,
        }
    }
}

thread_local! {
    /// By id; a workload whose revision is another is read again.
    static READ: RefCell<HashMap<String, (u64, Reading)>> = RefCell::default();
}

/// What was found of a workload before, if it is the same now.
#[must_use]
pub fn known(kept: &Listed) -> Reading {
    READ.with_borrow(|read| match read.get(&kept.id) {
        Some((revision, reading)) if *revision == kept.revision => reading.clone(),
        _ => Reading::Pending,
    })
}

/// Reads and assesses a workload.
#[must_use]
pub fn read(kept: &Listed) -> Reading {
    let reading = match engine::read("workload", &kept.text) {
        Err(message) => Reading::Broken(message.into()),
        Ok(workload) => Reading::Read(Arc::new(facts(&engine::assess(&workload)))),
    };
    READ.with_borrow_mut(|read| {
        read.insert(kept.id.clone(), (kept.revision, reading.clone()));
    });
    reading
}

fn facts(assessment: &Assessment) -> Facts {
    let knowledge = engine::knowledge();
    let provider = assessment.workload.provider.as_ref().map(|id| {
        let known = providers(knowledge)
            .iter()
            .find(|provider| provider.id == *id);
        known.map_or_else(|| id.clone(), |provider| provider.label.clone())
    });
    let verdict = &assessment.verdict;
    let doubt = match (verdict.tentative, verdict.close_call) {
        (true, _) => Some("tentative"),
        (_, true) => Some("close call"),
        _ => None,
    };
    Facts {
        name: assessment.workload.name.clone(),
        provider,
        outcome: verdict.option,
        sentence: verdict.sentence.clone(),
        doubt,
        readiness: assessment.readiness,
        open: assessment.questions.open,
        dimensions: knowledge
            .dimensions
            .iter()
            .map(|dimension| lead(&assessment.parts, &dimension.id))
            .collect(),
    }
}

/// By how many points a dimension puts the better serverless option of each part before always-on
/// machines, averaged over the parts.
fn lead(parts: &[PartAssessment], dimension: &str) -> f64 {
    let leads = parts.iter().map(|part| {
        let points = |option: Compute| {
            let found = part.dimensions.iter().find(|one| one.id == dimension);
            found
                .and_then(|one| one.points.get(option.id()))
                .copied()
                .unwrap_or(0)
        };
        f64::from(points(better_serverless(part)) - points(Compute::AlwaysOn))
    });
    leads.sum::<f64>() / parts.len().max(1) as f64
}

fn better_serverless(part: &PartAssessment) -> Compute {
    let share = |option: Compute| {
        let standing = part.options.iter().find(|standing| standing.id == option);
        standing.map_or(0.0, |standing| standing.share)
    };
    if share(Compute::ServerlessContainers) > share(Compute::Functions) {
        Compute::ServerlessContainers
    } else {
        Compute::Functions
    }
}

/// The name in a workload file, found without reading the rest: shown until its turn comes.
#[must_use]
pub fn first_name(text: &str) -> String {
    let line = text.lines().find_map(|line| line.strip_prefix("name:"));
    let name = line.unwrap_or_default().trim();
    let name = name.split(" #").next().unwrap_or(name).trim();
    let bare = name.trim_matches(['"', '\'']);
    if bare.is_empty() {
        "Without a name".to_owned()
    } else {
        bare.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::first_name;

    #[test]
    fn a_name_is_found_without_reading_the_file() {
        for (text, name) in [
            ("plumbline: 1\nname: Checkout\n", "Checkout"),
            ("name: \"A: b\"  # said so\n", "A: b"),
            ("name: 'x'\nanswers:\n  name: y\n", "x"),
            ("parts:\n  - name: y\n", "Without a name"),
            ("", "Without a name"),
        ] {
            assert_eq!(first_name(text), name, "{text}");
        }
    }
}
