//! How a traditional system becomes this one, step by step.

use plumbline_assess::Assessment;
use plumbline_design::{Request, Stage, evolution, migration};
use plumbline_knowledge::Knowledge;
use plumbline_workload::Workload;
use serde::Serialize;

use super::picture::{Pictures, Place, bare};
use super::shorten::clipped;
use crate::error::ReportError;
use crate::paper::Medium;

/// The most parts whose way is drawn: more pictures than these nobody looks at.
const PARTS: usize = 4;
const NAME: usize = 60;

/// The document's content.
#[derive(Serialize)]
pub(crate) struct Evolution {
    ways: Vec<Way>,
    /// How many parts are not drawn.
    more: usize,
}

/// The way of a part.
#[derive(Serialize)]
struct Way {
    part: String,
    /// Where the verdict puts it.
    option: &'static str,
    /// From a server to functions.
    stages: Vec<Step>,
    /// Before and after routes are taken out of a monolith; empty where there is none.
    migration: Vec<Step>,
}

#[derive(Serialize)]
struct Step {
    title: String,
    text: String,
    gains: Vec<String>,
    costs: Vec<String>,
    picture: Place,
}

impl Evolution {
    pub(crate) fn new(
        knowledge: &Knowledge,
        workload: &Workload,
        assessment: &Assessment,
        request: &Request<'_>,
        (medium, pictures): (Medium, &mut Pictures),
    ) -> Result<Self, ReportError> {
        let mut ways = Vec::new();
        for (number, part) in assessment.parts.iter().enumerate().take(PARTS) {
            let mut steps = |stages: Vec<Stage>| -> Result<Vec<Step>, ReportError> {
                let step = |stage: Stage| {
                    Ok(Step {
                        picture: pictures.add(
                            &bare(stage.diagram),
                            medium,
                            request.provider,
                            None,
                        )?,
                        title: stage.title,
                        text: stage.text,
                        gains: stage.gains,
                        costs: stage.costs,
                    })
                };
                stages.into_iter().map(step).collect()
            };
            let stages = steps(evolution(knowledge, workload, assessment, number, request))?;
            let before_and_after = migration(knowledge, workload, assessment, number, request);
            let migration = steps(before_and_after.into_iter().flatten().collect())?;
            if !stages.is_empty() || !migration.is_empty() {
                ways.push(Way {
                    part: clipped(&part.name, NAME),
                    option: part.option.label(),
                    stages,
                    migration,
                });
            }
        }
        Ok(Self {
            ways,
            more: assessment.parts.len().saturating_sub(PARTS),
        })
    }
}
