//! A pattern as a graph: its roles filled with a provider's services, without what isn't there.

use std::collections::{BTreeMap, BTreeSet};

use plumbline_diagram::{
    Accent, Edge, EdgeStyle, Glyph, Group, GroupKind, Node, Slot, StripItem, Subject,
};
use plumbline_knowledge::{
    Knowledge, NodeRole, Pattern, PatternGroup, PatternNode, Provider, Role, Service,
};
use plumbline_rules::Condition;
use serde::Deserialize;
use serde::de::IntoDeserializer;
use serde::de::value::{Error, StrDeserializer};

/// What is said where a provider has nothing for a role.
const NO_SERVICE: &str = "no service known";

/// What decides how a pattern is drawn.
pub(crate) struct Drawing<'a> {
    pub knowledge: &'a Knowledge,
    pub pattern: &'a Pattern,
    pub provider: Provider,
    /// Id of the role that runs the code.
    pub compute: &'a str,
    /// Whether a condition of the pattern holds.
    pub holds: &'a dyn Fn(&Condition) -> bool,
}

/// The parts of a diagram.
pub(crate) struct Graph {
    pub groups: Vec<Group>,
    pub nodes: Vec<Node>,
    pub edges: Vec<Edge>,
    pub strip: Vec<StripItem>,
    /// Indices into `nodes` of those that run the workload's code.
    pub computing: Vec<usize>,
}

impl Drawing<'_> {
    pub(crate) fn graph(&self) -> Graph {
        let present: Vec<bool> = self
            .pattern
            .nodes
            .iter()
            .map(|node| self.is_there(node.when.as_ref()))
            .collect();
        let cloud = self.cloud_id();
        let mut nodes = Vec::new();
        let mut computing = Vec::new();
        let rows = self.rows(&present);
        for ((node, _), row) in self
            .pattern
            .nodes
            .iter()
            .zip(&present)
            .filter(|(_, there)| **there)
            .zip(rows)
        {
            if node.role == NodeRole::Compute {
                computing.push(nodes.len());
            }
            nodes.push(self.node(node, row, &cloud));
        }
        Graph {
            groups: self.groups(&nodes, &cloud),
            nodes,
            edges: self.edges(&present),
            strip: self.strip(),
            computing,
        }
    }

    fn is_there(&self, when: Option<&Condition>) -> bool {
        when.is_none_or(|when| (self.holds)(when))
    }

    /// The role that a node plays with this verdict.
    fn role(&self, role: NodeRole) -> Option<&Role> {
        let index = match role {
            NodeRole::Role(index) => Some(index),
            NodeRole::Compute => self.knowledge.role(self.compute),
        };
        self.knowledge.roles.get(index?)
    }

    fn node(&self, node: &PatternNode, row: i32, cloud: &str) -> Node {
        let role = self.role(node.role);
        let outside = role.is_some_and(Role::is_outside);
        Node {
            id: node.id.clone(),
            label: node.label.clone(),
            service: if outside {
                String::new()
            } else {
                self.service(role)
            },
            glyph: role.map_or(Glyph::External, glyph),
            slot: Some(Slot {
                column: i32::from(node.column),
                row,
            }),
            group: (!outside).then(|| {
                self.around(node.group)
                    .map_or_else(|| cloud.to_owned(), |group| group.id.clone())
            }),
            badges: Vec::new(),
            accent: role.and_then(|role| match role.id.as_str() {
                "function" => Some(Accent::Functions),
                "container" | "batch" => Some(Accent::Containers),
                "server" | "cluster" => Some(Accent::AlwaysOn),
                _ => None,
            }),
            subject: self.subject(role),
        }
    }

    fn subject(&self, role: Option<&Role>) -> Subject {
        Subject {
            role: role.map(|role| role.id.clone()).unwrap_or_default(),
            service: self
                .playing(role)
                .map(|service| service.id.clone())
                .unwrap_or_default(),
        }
    }

    /// The provider's service for a role.
    fn playing(&self, role: Option<&Role>) -> Option<&Service> {
        let service = role?.services.get(&self.provider)?;
        self.knowledge.services.get(*service)
    }

    fn service(&self, role: Option<&Role>) -> String {
        self.playing(role)
            .map_or_else(|| NO_SERVICE.to_owned(), |service| service.name.clone())
    }

    /// The rows of the nodes that are there. Conditions can let two nodes into one slot that their
    /// author thought of as alternatives; the later one then goes into a row right below.
    fn rows(&self, present: &[bool]) -> Vec<i32> {
        /// Rows set apart for nodes out of one slot. Rows without a node take no room.
        const BETWEEN: i32 = 64;
        let there: Vec<&PatternNode> = self
            .pattern
            .nodes
            .iter()
            .zip(present)
            .filter(|(_, there)| **there)
            .map(|(node, _)| node)
            .collect();
        let slots: BTreeSet<(u8, u8)> = there.iter().map(|node| (node.column, node.row)).collect();
        let step = if slots.len() == there.len() {
            1
        } else {
            BETWEEN
        };
        let mut taken = BTreeSet::new();
        there
            .iter()
            .map(|node| {
                let mut row = i32::from(node.row) * step;
                while !taken.insert((node.column, row)) {
                    row += 1;
                }
                row
            })
            .collect()
    }

    /// The innermost group around something that is there.
    fn around(&self, group: Option<usize>) -> Option<&PatternGroup> {
        let mut group = self.pattern.groups.get(group?)?;
        // Every group stands after its parent, so that this ends; the count is for hand-made ones.
        for _ in 0..self.pattern.groups.len() {
            if self.is_there(group.when.as_ref()) {
                return Some(group);
            }
            group = self.pattern.groups.get(group.parent?)?;
        }
        None
    }

    /// An id that no group of the pattern has.
    fn cloud_id(&self) -> String {
        let mut id = "cloud".to_owned();
        while self.pattern.groups.iter().any(|group| group.id == id) {
            id.push('_');
        }
        id
    }

    /// The cloud and the groups in it that hold something.
    fn groups(&self, nodes: &[Node], cloud: &str) -> Vec<Group> {
        let all: Vec<Group> = std::iter::once(Group {
            id: cloud.to_owned(),
            label: self.provider.label().to_owned(),
            kind: GroupKind::Cloud,
            parent: None,
        })
        .chain(
            self.pattern
                .groups
                .iter()
                .filter(|group| self.is_there(group.when.as_ref()))
                .map(|group| Group {
                    id: group.id.clone(),
                    label: group.label.clone(),
                    kind: match group.kind.as_str() {
                        "region" => GroupKind::Region,
                        "network" => GroupKind::Network,
                        _ => GroupKind::Tier,
                    },
                    parent: Some(
                        self.around(group.parent)
                            .map_or_else(|| cloud.to_owned(), |above| above.id.clone()),
                    ),
                }),
        )
        .collect();
        let mut inhabited: BTreeSet<&str> = nodes
            .iter()
            .filter_map(|node| node.group.as_deref())
            .collect();
        for group in all.iter().rev() {
            if let (true, Some(parent)) = (
                inhabited.contains(group.id.as_str()),
                group.parent.as_deref(),
            ) {
                inhabited.insert(parent);
            }
        }
        let kept: Vec<bool> = all
            .iter()
            .map(|group| inhabited.contains(group.id.as_str()))
            .collect();
        all.iter()
            .zip(kept)
            .filter(|(_, kept)| *kept)
            .map(|(group, _)| group.clone())
            .collect()
    }

    fn edges(&self, present: &[bool]) -> Vec<Edge> {
        let is_present = |node: usize| present.get(node).copied().unwrap_or(false);
        let drawn: Vec<_> = self
            .pattern
            .edges
            .iter()
            .filter(|edge| {
                is_present(edge.from) && is_present(edge.to) && self.is_there(edge.when.as_ref())
            })
            .collect();
        // Steps are told without gaps where some of them aren't drawn.
        let told: BTreeSet<u8> = drawn.iter().filter_map(|edge| edge.step).collect();
        let numbers: BTreeMap<u8, u8> = told.into_iter().zip(1_u8..).collect();
        drawn
            .into_iter()
            .filter_map(|edge| {
                Some(Edge {
                    from: self.pattern.nodes.get(edge.from)?.id.clone(),
                    to: self.pattern.nodes.get(edge.to)?.id.clone(),
                    label: edge.label.clone(),
                    style: if edge.asynchronous {
                        EdgeStyle::Async
                    } else {
                        EdgeStyle::Sync
                    },
                    step: edge.step.and_then(|step| numbers.get(&step).copied()),
                    story: edge.story.clone().unwrap_or_default(),
                })
            })
            .collect()
    }

    fn strip(&self) -> Vec<StripItem> {
        self.pattern
            .strip
            .iter()
            .filter_map(|role| self.knowledge.roles.get(*role))
            .map(|role| StripItem {
                label: role.label.clone(),
                service: self.service(Some(role)),
                glyph: glyph(role),
                subject: self.subject(Some(role)),
            })
            .collect()
    }
}

/// The diagram's picture for a role; that of something external where it has no such picture.
fn glyph(role: &Role) -> Glyph {
    let name: StrDeserializer<'_, Error> = role.glyph.as_str().into_deserializer();
    Glyph::deserialize(name).unwrap_or(Glyph::External)
}
