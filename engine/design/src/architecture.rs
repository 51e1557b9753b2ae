//! A part of a workload, drawn.

use plumbline_assess::Assessment;
use plumbline_diagram::{Diagram, prose};
use plumbline_knowledge::{Knowledge, Provider};
use plumbline_rules::Answer;
use plumbline_workload::Workload;
use serde::{Deserialize, Serialize};

use crate::choose::{Fit, choose};
use crate::compute;
use crate::drawing::Drawing;
use crate::notes::{numbered, warnings};
use crate::title::{facts, title, verdict};

/// What is to be drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Request<'a> {
    /// Whose services fill the roles.
    pub provider: Provider,
    /// Index into [`Knowledge::patterns`]; none to take the one that fits best.
    pub pattern: Option<usize>,
    /// The day that the title block names, in ISO 8601.
    pub date: &'a str,
}

/// A reference architecture.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Architecture {
    /// Index into [`Knowledge::patterns`].
    pub pattern: usize,
    /// How well the pattern fits.
    pub fit: Fit,
    /// The other patterns, the best fit first.
    pub others: Vec<Fit>,
    /// The picture.
    pub diagram: Diagram,
}

/// The reference architecture of a part, with what its answers ask for and nothing else: an open
/// answer asks for nothing. None when the knowledge has no such pattern, or the workload and its
/// assessment no such part.
#[must_use]
pub fn architecture(
    knowledge: &Knowledge,
    workload: &Workload,
    assessment: &Assessment,
    part: usize,
    request: &Request<'_>,
) -> Option<Architecture> {
    let answers = workload.part_answers(knowledge, part);
    let mut others = choose(knowledge, &answers);
    let chosen = match request.pattern {
        Some(pattern) => others.iter().position(|fit| fit.pattern == pattern)?,
        None => 0,
    };
    if chosen >= others.len() {
        return None;
    }
    let fit = others.remove(chosen);
    let diagram = draw(
        knowledge,
        workload,
        assessment,
        part,
        request,
        &answers,
        fit.pattern,
    )?;
    Some(Architecture {
        pattern: fit.pattern,
        fit,
        others,
        diagram,
    })
}

fn draw(
    knowledge: &Knowledge,
    workload: &Workload,
    assessment: &Assessment,
    part: usize,
    request: &Request<'_>,
    answers: &[Answer],
    pattern: usize,
) -> Option<Diagram> {
    let assessed = assessment.parts.get(part)?;
    let pattern = knowledge.patterns.get(pattern)?;
    let mut graph = Drawing {
        knowledge,
        sketch: pattern.into(),
        provider: request.provider,
        option: assessed.option,
        compute: &|option| compute::role(knowledge, option, answers),
        holds: &|when| when.evaluate(answers).is_true(),
    }
    .graph();
    let warnings = warnings(knowledge, assessment, &assessed.id, &graph);
    let notes = numbered(warnings, &mut graph);
    let mut diagram = graph.diagram();
    diagram.title = title(workload, assessment, assessed);
    diagram.subtitle.clone_from(&pattern.name);
    diagram.facts = facts(
        request.provider,
        assessed.option.label(),
        &[assessed.option],
        assessed.readiness,
    );
    diagram.date = request.date.to_owned();
    diagram.notes = notes;
    diagram.description = format!(
        "{} {}: {} {}",
        verdict(workload, assessment, assessed),
        pattern.name,
        pattern.summary,
        prose(&diagram)
    );
    Some(diagram)
}
