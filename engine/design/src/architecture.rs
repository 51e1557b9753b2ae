//! A part of a workload, drawn.

use plumbline_assess::{Assessment, PartAssessment};
use plumbline_diagram::{Accent, Diagram, Fact, prose};
use plumbline_knowledge::{Compute, Knowledge, Provider};
use plumbline_rules::Answer;
use plumbline_workload::Workload;
use serde::{Deserialize, Serialize};

use crate::choose::{Fit, choose};
use crate::compute;
use crate::graph::Drawing;
use crate::notes::notes;

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
        pattern,
        provider: request.provider,
        compute: compute::role(knowledge, assessed.option, answers),
        holds: &|when| when.evaluate(answers).is_true(),
    }
    .graph();
    let notes = notes(assessment, &assessed.id);
    // What a verdict costs concerns what runs the code; the badges stand once, on the first of it.
    if let Some(node) = graph
        .computing
        .first()
        .and_then(|node| graph.nodes.get_mut(*node))
    {
        node.badges = notes.iter().map(|note| note.number).collect();
    }
    let alone = workload.implicit_part || assessment.parts.len() == 1;
    let mut diagram = Diagram {
        title: if alone {
            workload.name.clone()
        } else {
            format!("{}: {}", workload.name, assessed.name)
        },
        subtitle: pattern.name.clone(),
        facts: facts(request.provider, assessed),
        date: request.date.to_owned(),
        description: String::new(),
        groups: graph.groups,
        nodes: graph.nodes,
        edges: graph.edges,
        strip: graph.strip,
        notes,
    };
    let verdict = if alone {
        assessment.verdict.sentence.clone()
    } else {
        format!("Run {} on {}.", assessed.name, assessed.option.label())
    };
    diagram.description = format!(
        "{verdict} {}: {} {}",
        pattern.name,
        pattern.summary,
        prose(&diagram)
    );
    Some(diagram)
}

/// Provider, verdict and readiness, "78.4 (likely 64–86.1)"; the range only while answers are open.
fn facts(provider: Provider, part: &PartAssessment) -> Vec<Fact> {
    let readiness = part.readiness;
    let range = if readiness.low < readiness.high {
        format!(
            " (likely {}–{})",
            readiness.likely_low, readiness.likely_high
        )
    } else {
        String::new()
    };
    let fact = |name: &str, value: String, accent| Fact {
        name: name.to_owned(),
        value,
        accent,
    };
    let accent = match part.option {
        Compute::Functions => Accent::Functions,
        Compute::ServerlessContainers => Accent::Containers,
        Compute::AlwaysOn => Accent::AlwaysOn,
    };
    vec![
        fact("Provider", provider.label().to_owned(), None),
        fact("Verdict", capital(part.option.label()), Some(accent)),
        fact("Readiness", format!("{}{range}", readiness.score), None),
    ]
}

/// With its first letter as a capital.
fn capital(text: &str) -> String {
    let mut rest = text.chars();
    let first = rest.next().map(|first| first.to_uppercase().to_string());
    first.unwrap_or_default() + rest.as_str()
}
