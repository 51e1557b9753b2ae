//! A drawing in the making: its nodes with what decides where they go.

use plumbline_diagram::{Diagram, Edge, Group, Node, Slot, StripItem};
use plumbline_knowledge::NodeRole;

/// The parts of a diagram.
#[derive(Default)]
pub(crate) struct Graph {
    pub groups: Vec<Group>,
    pub nodes: Vec<Placed>,
    pub edges: Vec<Edge>,
    pub strip: Vec<StripItem>,
}

impl Graph {
    /// The drawing without its title block and its notes.
    pub(crate) fn diagram(self) -> Diagram {
        Diagram {
            groups: self.groups,
            nodes: self.nodes.into_iter().map(Placed::in_slot).collect(),
            edges: self.edges,
            strip: self.strip,
            ..Diagram::default()
        }
    }
}

/// A node and what decides where it goes.
pub(crate) struct Placed {
    pub node: Node,
    pub role: NodeRole,
    pub column: i32,
    pub row: i32,
}

impl Placed {
    /// The node in its slot.
    fn in_slot(self) -> Node {
        Node {
            slot: Some(Slot {
                column: self.column,
                row: self.row,
            }),
            ..self.node
        }
    }
}
