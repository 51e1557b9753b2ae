//! What the knowledge base draws.

use plumbline_knowledge::{Pattern, PatternEdge, PatternGroup, PatternNode, Stage};

/// What the knowledge base draws: a pattern, or a stage that has a graph of its own.
#[derive(Clone, Copy)]
pub(crate) struct Sketch<'a> {
    pub groups: &'a [PatternGroup],
    pub nodes: &'a [PatternNode],
    pub edges: &'a [PatternEdge],
    pub strip: &'a [usize],
}

impl<'a> From<&'a Pattern> for Sketch<'a> {
    fn from(pattern: &'a Pattern) -> Self {
        Self {
            groups: &pattern.groups,
            nodes: &pattern.nodes,
            edges: &pattern.edges,
            strip: &pattern.strip,
        }
    }
}

impl<'a> From<&'a Stage> for Sketch<'a> {
    fn from(stage: &'a Stage) -> Self {
        Self {
            groups: &stage.groups,
            nodes: &stage.nodes,
            edges: &stage.edges,
            strip: &stage.strip,
        }
    }
}
