//! A sketch as a graph: its roles filled with a provider's services, without what isn't there.

use std::collections::{BTreeMap, BTreeSet};

use plumbline_diagram::{
    Accent, Edge, EdgeStyle, Glyph, Group, GroupKind, Node, StripItem, Subject,
};
use plumbline_knowledge::{
    Compute, Knowledge, NodeRole, PatternGroup, PatternNode, Provider, Role, Service,
};
use plumbline_rules::Condition;
use serde::Deserialize;
use serde::de::IntoDeserializer;
use serde::de::value::{Error, StrDeserializer};

use crate::graph::{Graph, Placed};
use crate::sketch::Sketch;

/// What is said where a provider has nothing for a role.
const NO_SERVICE: &str = "no service known";

/// Said of what runs the code where instances of it are kept ready.
pub(crate) const WARM: &str = "kept warm";

/// What decides how a sketch is drawn.
pub(crate) struct Drawing<'a> {
    pub knowledge: &'a Knowledge,
    pub sketch: Sketch<'a>,
    pub provider: Provider,
    /// Where the code runs.
    pub option: Compute,
    /// Id of the role that runs the code there.
    pub compute: &'a dyn Fn(Compute) -> &'static str,
    /// Whether a condition of the sketch holds.
    pub holds: &'a dyn Fn(&Condition) -> bool,
}

impl Drawing<'_> {
    pub(crate) fn graph(&self) -> Graph {
        let present: Vec<bool> = self
            .sketch
            .nodes
            .iter()
            .map(|node| self.is_drawn(node))
            .collect();
        let cloud = self.cloud_id();
        let nodes: Vec<Placed> = self
            .sketch
            .nodes
            .iter()
            .zip(&present)
            .filter(|(_, there)| **there)
            .zip(self.rows(&present))
            .map(|((node, _), row)| Placed {
                node: self.node(node, &cloud),
                role: node.role,
                column: i32::from(node.column),
                row,
            })
            .collect();
        Graph {
            groups: self.groups(&nodes, &cloud),
            nodes,
            edges: self.edges(&present),
            strip: self.strip(),
        }
    }

    fn is_drawn(&self, node: &PatternNode) -> bool {
        (node.role == NodeRole::Compute || node.options.contains(&self.option))
            && self.is_there(node.when.as_ref())
            && !node.absent.as_ref().is_some_and(self.holds)
    }

    fn is_there(&self, when: Option<&Condition>) -> bool {
        when.is_none_or(|when| (self.holds)(when))
    }

    /// The role that a node plays with this verdict. Where the verdict can't run what the node does,
    /// the first that can does.
    fn role(&self, node: &PatternNode) -> Option<&Role> {
        let index = match node.role {
            NodeRole::Role(index) => Some(index),
            NodeRole::Compute => {
                let able = node.options.contains(&self.option);
                let option = if able {
                    self.option
                } else {
                    *node.options.first()?
                };
                self.knowledge.role((self.compute)(option))
            }
        };
        self.knowledge.roles.get(index?)
    }

    fn node(&self, node: &PatternNode, cloud: &str) -> Node {
        let role = self.role(node);
        let outside = role.is_some_and(Role::is_outside);
        let accent = role.and_then(|role| match role.id.as_str() {
            "function" => Some(Accent::Functions),
            "container" | "batch" => Some(Accent::Containers),
            "server" | "cluster" => Some(Accent::AlwaysOn),
            _ => None,
        });
        let mut service = if outside {
            String::new()
        } else {
            self.service(role)
        };
        // Machines always run; only what scales to zero can be kept from it.
        if matches!(accent, Some(Accent::Functions | Accent::Containers))
            && node.warm.as_ref().is_some_and(self.holds)
        {
            service = format!("{service}, {WARM}");
        }
        Node {
            id: node.id.clone(),
            label: node.label.clone(),
            service,
            glyph: role.map_or(Glyph::External, glyph),
            slot: None,
            group: (!outside).then(|| {
                self.around(node.group)
                    .map_or_else(|| cloud.to_owned(), |group| group.id.clone())
            }),
            badges: Vec::new(),
            accent,
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
        let role = role?;
        let instead = role.without_functions.get(&self.provider);
        let service = instead
            .filter(|_| self.option != Compute::Functions)
            .or_else(|| role.services.get(&self.provider))?;
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
            .sketch
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
        let mut group = self.sketch.groups.get(group?)?;
        // Every group stands after its parent, so that this ends; the count is for hand-made ones.
        for _ in 0..self.sketch.groups.len() {
            if self.is_there(group.when.as_ref()) {
                return Some(group);
            }
            group = self.sketch.groups.get(group.parent?)?;
        }
        None
    }

    /// An id that no group of the sketch has.
    fn cloud_id(&self) -> String {
        let mut id = "cloud".to_owned();
        while self.sketch.groups.iter().any(|group| group.id == id) {
            id.push('_');
        }
        id
    }

    /// The cloud and the groups in it that hold something.
    fn groups(&self, nodes: &[Placed], cloud: &str) -> Vec<Group> {
        let all: Vec<Group> = std::iter::once(Group {
            id: cloud.to_owned(),
            label: self.provider.label().to_owned(),
            kind: GroupKind::Cloud,
            parent: None,
        })
        .chain(
            self.sketch
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
            .filter_map(|placed| placed.node.group.as_deref())
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
            .sketch
            .edges
            .iter()
            .filter(|edge| {
                is_present(edge.from)
                    && is_present(edge.to)
                    && !edge.unless.iter().any(|node| is_present(*node))
                    && self.is_there(edge.when.as_ref())
            })
            .collect();
        // Steps are told without gaps where some of them aren't drawn.
        let told: BTreeSet<u8> = drawn.iter().filter_map(|edge| edge.step).collect();
        let numbers: BTreeMap<u8, u8> = told.into_iter().zip(1_u8..).collect();
        drawn
            .into_iter()
            .filter_map(|edge| {
                Some(Edge {
                    from: self.sketch.nodes.get(edge.from)?.id.clone(),
                    to: self.sketch.nodes.get(edge.to)?.id.clone(),
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
        self.sketch
            .strip
            .iter()
            .filter_map(|role| self.knowledge.roles.get(*role))
            .filter(|role| !role.absent.as_ref().is_some_and(self.holds))
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
