//! The way of a workload from a server to functions, a picture at a time.

use std::cmp::Reverse;

use plumbline_assess::{Assessment, PartAssessment};
use plumbline_diagram::{Accent, Diagram, prose};
use plumbline_knowledge::{
    Compute, Draws, Knowledge, NodeRole, Pattern, Remark, Stage as Known, StagePath,
};
use plumbline_rules::Answer;
use plumbline_workload::Workload;
use serde::{Deserialize, Serialize};

use crate::architecture::Request;
use crate::choose::choose;
use crate::compute;
use crate::drawing::Drawing;
use crate::notes::{numbered, warnings};
use crate::title::{fact, title, verdict};

/// So many reasons are given for not going where Plumbline advises against going.
const MOST_REASONS: usize = 3;

/// A stage of a way, drawn for a workload.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Stage {
    /// A heading.
    pub title: String,
    /// What is the case then, and whether Plumbline advises to go there, in a few sentences.
    pub text: String,
    /// What the step to it brings, in sentences.
    pub gains: Vec<String>,
    /// What the step to it takes, in sentences.
    pub costs: Vec<String>,
    /// The picture.
    pub diagram: Diagram,
}

/// How a part gets from a traditional server over managed back-end services to functions. The last
/// stage is its reference architecture; where the verdict isn't functions it says so, and why.
/// Empty when the knowledge has no such stages, or the workload and its assessment no such part.
#[must_use]
pub fn evolution(
    knowledge: &Knowledge,
    workload: &Workload,
    assessment: &Assessment,
    part: usize,
    request: &Request<'_>,
) -> Vec<Stage> {
    let Some(way) = Way::new(knowledge, workload, assessment, part, request) else {
        return Vec::new();
    };
    way.drawn(&way.stages(StagePath::Evolution))
}

/// A part before and after routes are taken out of its monolith. None when it has none: when the
/// stages' conditions don't hold and another pattern fits it better; and when the knowledge has no
/// two such stages, or the workload and its assessment no such part.
#[must_use]
pub fn migration(
    knowledge: &Knowledge,
    workload: &Workload,
    assessment: &Assessment,
    part: usize,
    request: &Request<'_>,
) -> Option<[Stage; 2]> {
    let way = Way::new(knowledge, workload, assessment, part, request)?;
    let stages = way.stages(StagePath::Migration);
    let holds = |stage: &&Known| stage.when.as_ref().is_none_or(|when| way.holds(when));
    let chosen = |stage: &&Known| stage.draws == Draws::Pattern(way.pattern);
    if stages.iter().all(holds) || stages.iter().any(chosen) {
        way.drawn(&stages).try_into().ok()
    } else {
        None
    }
}

/// What the stages of a way are drawn for.
struct Way<'a> {
    knowledge: &'a Knowledge,
    workload: &'a Workload,
    assessment: &'a Assessment,
    part: &'a PartAssessment,
    request: &'a Request<'a>,
    answers: Vec<Answer>,
    /// The pattern that fits the part best, or the one that was asked for.
    pattern: usize,
}

impl<'a> Way<'a> {
    fn new(
        knowledge: &'a Knowledge,
        workload: &'a Workload,
        assessment: &'a Assessment,
        part: usize,
        request: &'a Request<'a>,
    ) -> Option<Self> {
        let answers = workload.part_answers(knowledge, part);
        let pattern = match request.pattern {
            Some(pattern) => pattern,
            None => choose(knowledge, &answers).first()?.pattern,
        };
        knowledge.patterns.get(pattern)?;
        Some(Self {
            knowledge,
            workload,
            assessment,
            part: assessment.parts.get(part)?,
            request,
            answers,
            pattern,
        })
    }

    fn holds(&self, when: &plumbline_rules::Condition) -> bool {
        when.evaluate(&self.answers).is_true()
    }

    fn stages(&self, path: StagePath) -> Vec<&'a Known> {
        let mut stages: Vec<&Known> = self
            .knowledge
            .stages
            .iter()
            .filter(|stage| stage.path == path)
            .collect();
        stages.sort_by_key(|stage| stage.place);
        stages
    }

    fn drawn(&self, stages: &[&Known]) -> Vec<Stage> {
        stages
            .iter()
            .enumerate()
            .filter_map(|(at, stage)| self.stage(stage, at + 1, stages.len()))
            .collect()
    }

    fn stage(&self, known: &Known, number: usize, of: usize) -> Option<Stage> {
        let pattern: Option<&Pattern> = match known.draws {
            Draws::Own => None,
            Draws::Pattern(pattern) => Some(self.knowledge.patterns.get(pattern)?),
            Draws::Chosen => Some(self.knowledge.patterns.get(self.pattern)?),
        };
        // The way of stages leads to functions; a route of a migration goes where the verdict says.
        let possible = self.ruled_out().is_empty() && pattern.is_some_and(runs_on_functions);
        let option = if known.draws == Draws::Chosen && possible {
            Compute::Functions
        } else {
            self.part.option
        };
        let mut graph = Drawing {
            knowledge: self.knowledge,
            sketch: pattern.map_or_else(|| known.into(), Into::into),
            provider: self.request.provider,
            option,
            compute: &|option| compute::role(self.knowledge, option, &self.answers),
            holds: &|when| self.holds(when),
        }
        .graph();
        // Trade-offs are those of the verdict.
        let notes = if pattern.is_some() && option == self.part.option {
            let warnings = warnings(self.knowledge, self.assessment, &self.part.id, &graph);
            numbered(warnings, &mut graph)
        } else {
            Vec::new()
        };
        let mut diagram = graph.diagram();
        let mut text = known.text.clone();
        let mut subtitle = known.title.clone();
        if known.draws == Draws::Chosen {
            text = format!("{text} {}", self.advice(&diagram));
            if self.part.option != Compute::Functions {
                subtitle.push_str(" · not recommended");
            }
        }
        diagram.title = title(self.workload, self.assessment, self.part);
        diagram.subtitle = subtitle;
        diagram.facts = vec![
            fact("Provider", self.request.provider.label(), Vec::new()),
            fact("Stage", &format!("{number} of {of}"), Vec::new()),
        ];
        self.request.date.clone_into(&mut diagram.date);
        diagram.notes = notes;
        diagram.description = format!("{}. {text} {}", known.title, prose(&diagram));
        Some(Stage {
            title: known.title.clone(),
            text,
            gains: self.said(&known.gains),
            costs: self.said(&known.costs),
            diagram,
        })
    }

    fn said(&self, remarks: &[Remark]) -> Vec<String> {
        remarks
            .iter()
            .filter(|remark| remark.when.as_ref().is_none_or(|when| self.holds(when)))
            .map(|remark| remark.text.clone())
            .collect()
    }

    /// Whether to go to functions, and why not.
    fn advice(&self, diagram: &Diagram) -> String {
        let verdict = verdict(self.workload, self.assessment, self.part);
        if self.part.evidence.is_empty() {
            return format!("Whether to take it is open. {verdict}");
        }
        if self.part.option == Compute::Functions {
            return format!("This is where Plumbline would go. {verdict}");
        }
        let out = self.ruled_out();
        if !out.is_empty() {
            return format!(
                "Plumbline doesn't recommend this step, because functions are ruled out: {}. The picture keeps the code where the verdict puts it. {verdict}",
                out.join("; ")
            );
        }
        let code: Vec<&str> = diagram
            .nodes
            .iter()
            .filter(|node| node.accent == Some(Accent::Functions))
            .map(|node| node.label.as_str())
            .collect();
        let mut text = format!("Plumbline doesn't recommend this step. {verdict}");
        if code.is_empty() {
            text.push_str(
                " The picture keeps the code there, since functions can't do what it does.",
            );
        } else {
            text = format!(
                "{text} If it was taken, {} would run on functions.",
                listed(&code)
            );
        }
        let against = self.against();
        if !against.is_empty() {
            text = format!("{text} What speaks against it: {}", against.join(" "));
        }
        text
    }

    /// Why functions are out of the question, where they are.
    fn ruled_out(&self) -> Vec<&'a str> {
        self.part
            .options
            .iter()
            .filter(|option| option.id == Compute::Functions)
            .flat_map(|option| &option.ruled_out_by)
            .map(|out| out.because.as_str())
            .collect()
    }

    /// What speaks for the verdict rather than for functions, the weightiest first.
    fn against(&self) -> Vec<&'a str> {
        let points = |evidence: &plumbline_assess::Evidence, option: Compute| {
            evidence
                .points
                .get(option.id())
                .copied()
                .unwrap_or_default()
        };
        let mut found: Vec<(i32, &str)> = self
            .part
            .evidence
            .iter()
            .map(|evidence| {
                let lead =
                    points(evidence, self.part.option) - points(evidence, Compute::Functions);
                (lead, evidence.what.as_str())
            })
            .filter(|(lead, _)| *lead > 0)
            .collect();
        found.sort_by_key(|(lead, _)| Reverse(*lead));
        found.truncate(MOST_REASONS);
        found.into_iter().map(|(_, what)| what).collect()
    }
}

/// Whether functions can do what runs the code in a pattern.
fn runs_on_functions(pattern: &Pattern) -> bool {
    pattern
        .nodes
        .iter()
        .filter(|node| node.role == NodeRole::Compute)
        .all(|node| node.options.contains(&Compute::Functions))
}

/// "a, b and c".
fn listed(words: &[&str]) -> String {
    match words.split_last() {
        Some((last, rest)) if !rest.is_empty() => format!("{} and {last}", rest.join(", ")),
        _ => words.concat(),
    }
}
