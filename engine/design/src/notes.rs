//! The trade-offs that a drawing warns of, each on the box that it is about.

use plumbline_assess::{Assessment, Severity};
use plumbline_diagram::{Note, Severity as NoteSeverity};
use plumbline_knowledge::{Knowledge, NodeRole};

use crate::graph::Graph;

/// More notes than these on one part crowd out the picture.
pub(crate) const MOST: usize = 5;

/// A trade-off that a drawing warns of.
pub(crate) struct Warning {
    pub severity: NoteSeverity,
    pub text: String,
    /// Id of the trade-off.
    pub about: String,
    /// The node that it is about: index into [`Graph::nodes`].
    pub node: Option<usize>,
}

/// The severe trade-offs of a part, the worst first.
pub(crate) fn warnings(
    knowledge: &Knowledge,
    assessment: &Assessment,
    part: &str,
    graph: &Graph,
) -> Vec<Warning> {
    assessment
        .trade_offs
        .iter()
        .filter(|finding| finding.part == part)
        .filter_map(|finding| {
            let severity = match finding.severity {
                Severity::High => NoteSeverity::High,
                Severity::Medium => NoteSeverity::Medium,
                Severity::Low | Severity::Open => return None,
            };
            let concerns = knowledge
                .trade_off(&finding.id)
                .and_then(|at| knowledge.trade_offs.get(at))
                .map_or(&[][..], |trade_off| {
                    // The sentence tells which of its rules was found.
                    let mut rules = trade_off.severity.iter();
                    rules
                        .find(|rule| rule.because == finding.because)
                        .map_or(&trade_off.concerns, |rule| &rule.concerns)
                });
            Some(Warning {
                severity,
                text: format!("{}. {}", finding.title, finding.because),
                about: finding.id.clone(),
                node: concerned(graph, concerns),
            })
        })
        .take(MOST)
        .collect()
}

/// The first node of the first role that is drawn; what runs the code where none is.
fn concerned(graph: &Graph, roles: &[NodeRole]) -> Option<usize> {
    let of = |role: NodeRole| graph.nodes.iter().position(|placed| placed.role == role);
    let computes = || {
        of(NodeRole::Compute).or_else(|| {
            graph
                .nodes
                .iter()
                .position(|placed| placed.node.accent.is_some())
        })
    };
    roles
        .iter()
        .find_map(|role| match role {
            NodeRole::Compute => computes(),
            NodeRole::Role(_) => of(*role),
        })
        .or_else(computes)
}

/// The warnings as numbered notes, with their badges on the nodes.
pub(crate) fn numbered(warnings: Vec<Warning>, graph: &mut Graph) -> Vec<Note> {
    warnings
        .into_iter()
        .zip(1_u8..)
        .map(|(warning, number)| {
            if let Some(placed) = warning.node.and_then(|node| graph.nodes.get_mut(node)) {
                placed.node.badges.push(number);
            }
            Note {
                number,
                text: warning.text,
                severity: warning.severity,
                about: warning.about,
            }
        })
        .collect()
}
