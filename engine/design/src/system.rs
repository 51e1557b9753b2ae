//! A whole workload in one picture: each part on its own compute, in a frame of its own.

use std::collections::{BTreeMap, BTreeSet};

use plumbline_assess::{Assessment, PartAssessment};
use plumbline_diagram::{Diagram, Group, GroupKind, Note, prose};
use plumbline_knowledge::Knowledge;
use plumbline_workload::Workload;

use crate::architecture::{Request, architecture};
use crate::choose::choose;
use crate::compute;
use crate::drawing::Drawing;
use crate::graph::{Graph, Placed};
use crate::notes::{MOST, Warning, warnings};
use crate::title::facts;

/// With more nodes than these, the parts show their core only.
const READABLE: usize = 40;

/// Roles of the cloud that one thing plays for all parts: it is asked before the parts part.
const FRONTS: [&str; 3] = ["firewall", "dns", "iot-gateway"];

/// The columns of what stands left of all parts, of the fronts, and right of all parts; those of
/// the parts lie between.
const LEFT: i32 = -2;
const FRONT: i32 = -1;
const RIGHT: i32 = 1000;

/// The whole workload in one picture. Of one part, it is the [`architecture`] of that; several parts
/// stand below each other in the cloud's frame, each in a frame that says where it runs, and share
/// clients, devices and external systems of the same name. `request.pattern` counts for one part
/// only: of several, each is drawn as the pattern that fits it best.
///
/// None when the assessment has no part, is of another workload, or when the knowledge has no
/// pattern.
#[must_use]
pub fn system(
    knowledge: &Knowledge,
    workload: &Workload,
    assessment: &Assessment,
    request: &Request<'_>,
) -> Option<Diagram> {
    if assessment.parts.len() == 1 {
        return architecture(knowledge, workload, assessment, 0, request)
            .map(|drawn| drawn.diagram);
    }
    let draw = |core: bool| -> Option<Vec<Graph>> {
        (0..assessment.parts.len())
            .map(|part| graph(knowledge, workload, assessment, part, request, core))
            .collect()
    };
    let mut graphs = draw(false)?;
    if graphs.iter().map(|graph| graph.nodes.len()).sum::<usize>() > READABLE {
        graphs = draw(true)?;
    }
    let mut whole = Whole::default();
    for (part, graph) in assessment.parts.iter().zip(graphs) {
        let warnings = warnings(knowledge, assessment, &part.id, &graph);
        whole.add(part, graph, warnings);
    }
    let mut diagram = whole.diagram(assessment.parts.len());
    diagram.title.clone_from(&workload.name);
    "The whole system".clone_into(&mut diagram.subtitle);
    let options: Vec<_> = assessment.parts.iter().map(|part| part.option).collect();
    diagram.facts = facts(
        request.provider,
        assessment.verdict.option.label(),
        &options,
        assessment.readiness,
    );
    request.date.clone_into(&mut diagram.date);
    diagram.description = format!("{} {}", assessment.verdict.sentence, prose(&diagram));
    Some(diagram)
}

/// A part's own picture, or the core of it: what is there whatever the answers are.
fn graph(
    knowledge: &Knowledge,
    workload: &Workload,
    assessment: &Assessment,
    part: usize,
    request: &Request<'_>,
    core: bool,
) -> Option<Graph> {
    let assessed = assessment.parts.get(part)?;
    let answers = workload.part_answers(knowledge, part);
    let best = choose(knowledge, &answers).into_iter().next()?;
    let drawing = Drawing {
        knowledge,
        sketch: knowledge.patterns.get(best.pattern)?.into(),
        provider: request.provider,
        option: assessed.option,
        compute: &|option| compute::role(knowledge, option, &answers),
        holds: &|when| !core && when.evaluate(&answers).is_true(),
    };
    Some(drawing.graph())
}

/// The parts that were added so far.
#[derive(Default)]
struct Whole {
    drawn: Graph,
    /// For the role and the label of what is shared: its place in the nodes, and the rows in which
    /// parts have it.
    shared: BTreeMap<(String, String), (usize, Vec<i32>)>,
    /// Rows that parts have taken.
    rows: i32,
    steps: u8,
    warnings: Vec<(Warning, Vec<String>, Vec<usize>)>,
}

impl Whole {
    fn add(&mut self, part: &PartAssessment, graph: Graph, warnings: Vec<Warning>) {
        let own = |id: &str| format!("{}.{id}", part.id);
        let frame = own("");
        let top = graph.nodes.iter().map(|placed| placed.row).min();
        let down = self.rows - top.unwrap_or_default();
        let mut ids = BTreeMap::new();
        let mut places = Vec::new();
        let columns: BTreeMap<i32, i32> = graph
            .nodes
            .iter()
            .filter(|placed| placed.node.group.is_some())
            .map(|placed| placed.column)
            .collect::<BTreeSet<i32>>()
            .into_iter()
            .zip(0..)
            .collect();
        let sends: BTreeSet<String> = graph.edges.iter().map(|edge| edge.from.clone()).collect();
        for mut placed in graph.nodes {
            let old = placed.node.id.clone();
            placed.row += down;
            let outside = placed.node.group.is_none();
            let key = (placed.node.subject.role.clone(), placed.node.label.clone());
            let front = FRONTS.contains(&key.0.as_str());
            self.rows = self.rows.max(placed.row + 1);
            if let Some((at, rows)) = self.shared.get_mut(&key).filter(|_| outside || front) {
                rows.push(placed.row);
                places.push(*at);
                if let Some(known) = self.drawn.nodes.get_mut(*at) {
                    ids.insert(old.clone(), known.node.id.clone());
                    if outside && sends.contains(&old) {
                        known.column = LEFT;
                    } else if front {
                        known.column = FRONT;
                        known.node.group = self.drawn.groups.first().map(|cloud| cloud.id.clone());
                    }
                }
                continue;
            }
            places.push(self.drawn.nodes.len());
            placed.node.id = own(&old);
            // Each part starts at the left of its frame, without gaps.
            if let Some(column) = columns.get(&placed.column) {
                placed.column = *column;
            }
            if outside {
                placed.column = if sends.contains(&old) { LEFT } else { RIGHT };
            }
            if outside || front {
                self.shared
                    .insert(key, (self.drawn.nodes.len(), vec![placed.row]));
            }
            placed.node.group = placed.node.group.map(|group| {
                let cloud = graph.groups.first().map(|cloud| cloud.id.as_str());
                if cloud == Some(group.as_str()) {
                    frame.clone()
                } else {
                    own(&group)
                }
            });
            ids.insert(old, placed.node.id.clone());
            self.drawn.nodes.push(placed);
        }
        self.frames(part, &frame, &graph.groups, own);
        self.edges(part, graph.edges, &ids);
        for item in graph.strip {
            if !self.drawn.strip.contains(&item) {
                self.drawn.strip.push(item);
            }
        }
        for warning in warnings {
            let node = warning.node.and_then(|node| places.get(node).copied());
            let known = self
                .warnings
                .iter_mut()
                .find(|(known, ..)| known.text == warning.text);
            if let Some((_, parts, nodes)) = known {
                parts.push(part.name.clone());
                nodes.extend(node);
            } else {
                let nodes = node.into_iter().collect();
                self.warnings
                    .push((warning, vec![part.name.clone()], nodes));
            }
        }
    }

    /// The cloud once, the part's frame in it, and the frames of its pattern in that.
    fn frames(
        &mut self,
        part: &PartAssessment,
        frame: &str,
        groups: &[Group],
        own: impl Fn(&str) -> String,
    ) {
        let Some((cloud, inner)) = groups.split_first() else {
            return;
        };
        if self.drawn.groups.is_empty() {
            self.drawn.groups.push(Group {
                id: "cloud".to_owned(),
                ..cloud.clone()
            });
        }
        self.drawn.groups.push(Group {
            id: frame.to_owned(),
            label: format!("{} · {}", part.name, part.option.label()),
            kind: GroupKind::Tier,
            parent: Some("cloud".to_owned()),
        });
        for group in inner {
            let parent = group.parent.as_deref().filter(|above| *above != cloud.id);
            self.drawn.groups.push(Group {
                id: own(&group.id),
                parent: Some(parent.map_or_else(|| frame.to_owned(), &own)),
                ..group.clone()
            });
        }
    }

    /// The part's edges, with steps that go on from those of the parts before.
    fn edges(
        &mut self,
        part: &PartAssessment,
        edges: Vec<plumbline_diagram::Edge>,
        ids: &BTreeMap<String, String>,
    ) {
        // What two shared boxes say to each other is drawn once, and its step isn't told again.
        let mut fresh = Vec::new();
        for mut edge in edges {
            let (Some(from), Some(to)) = (ids.get(&edge.from), ids.get(&edge.to)) else {
                continue;
            };
            edge.from.clone_from(from);
            edge.to.clone_from(to);
            let known = self.drawn.edges.iter().any(|known| {
                (&known.from, &known.to, &known.label) == (&edge.from, &edge.to, &edge.label)
            });
            if !known {
                fresh.push(edge);
            }
        }
        let told: BTreeSet<u8> = fresh.iter().filter_map(|edge| edge.step).collect();
        let first = told.first().copied();
        let numbers: BTreeMap<u8, u8> = told.into_iter().zip(1_u8..).collect();
        let before = self.steps;
        for mut edge in fresh {
            if edge.step.is_some() && edge.step == first && !edge.story.is_empty() {
                edge.story = format!("{}: {}", part.name, edge.story);
            }
            edge.step = edge
                .step
                .and_then(|step| numbers.get(&step)?.checked_add(before));
            self.steps = self.steps.max(edge.step.unwrap_or_default());
            self.drawn.edges.push(edge);
        }
    }

    fn diagram(mut self, parts: usize) -> Diagram {
        self.settle();
        let mut warnings = std::mem::take(&mut self.warnings);
        warnings.sort_by_key(|(warning, ..)| warning.severity);
        warnings.truncate(MOST + parts);
        let mut notes = Vec::new();
        for ((warning, of, nodes), number) in warnings.into_iter().zip(1_u8..) {
            for node in nodes {
                if let Some(placed) = self.drawn.nodes.get_mut(node)
                    && !placed.node.badges.contains(&number)
                {
                    placed.node.badges.push(number);
                }
            }
            notes.push(Note {
                number,
                text: if of.len() == parts {
                    warning.text
                } else {
                    format!("{}: {}", of.join(", "), warning.text)
                },
                severity: warning.severity,
                about: warning.about,
            });
        }
        // What was drawn and emptied by sharing goes.
        let held: BTreeSet<String> = self.inhabited();
        self.drawn.groups.retain(|group| held.contains(&group.id));
        Diagram {
            notes,
            ..self.drawn.diagram()
        }
    }

    /// Puts what is shared beside the parts, each into a slot of its own, in the middle of the rows
    /// that want it.
    fn settle(&mut self) {
        let inner: BTreeSet<i32> = self
            .drawn
            .nodes
            .iter()
            .filter(|placed| ![LEFT, FRONT, RIGHT].contains(&placed.column))
            .map(|placed| placed.row)
            .collect();
        let wanted: BTreeMap<usize, i32> = self
            .shared
            .values()
            .filter_map(|(node, rows)| Some((*node, *rows.get((rows.len() - 1) / 2)?)))
            .collect();
        let mut taken = BTreeSet::new();
        for (node, wanted) in wanted {
            let Some(placed) = self.drawn.nodes.get_mut(node) else {
                continue;
            };
            if ![LEFT, FRONT, RIGHT].contains(&placed.column) {
                continue;
            }
            let column = placed.column;
            let mut rows: Vec<i32> = inner.iter().copied().collect();
            rows.sort_by_key(|row| ((row - wanted).abs(), *row));
            let free = rows
                .into_iter()
                .chain(self.rows..)
                .find(|row| !taken.contains(&(column, *row)));
            placed.row = free.unwrap_or(wanted);
            taken.insert((column, placed.row));
        }
    }

    fn inhabited(&self) -> BTreeSet<String> {
        let mut held: BTreeSet<String> = self
            .drawn
            .nodes
            .iter()
            .filter_map(|placed: &Placed| placed.node.group.clone())
            .collect();
        for group in self.drawn.groups.iter().rev() {
            if let (true, Some(parent)) = (held.contains(&group.id), &group.parent) {
                held.insert(parent.clone());
            }
        }
        held
    }
}
