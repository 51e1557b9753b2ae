//! Excalidraw: the drawing as shapes, texts and arrows that can be moved and edited.

mod element;
mod shape;

use super::outline::ACROSS;
use super::paint::Paint;
use super::picture;
use crate::glyphs;
use crate::model::{Accent, Diagram, EdgeStyle, Glyph, GroupKind};
use crate::scene::{Anchor, Badge, NodeBox, Point, Rect, Route, Sample, Scene, Text, TextRole};
use crate::text::{clean, width};
use crate::theme::Theme;
use crate::tree::Tree;
use element::{AppState, Binding, Bound, Element, File, More, Picture};
use shape::{Words, arrow, picture as image, shape, text};
use std::collections::BTreeMap;

/// The drawing as an Excalidraw file. Frames and what stands in them are nested groups, labels are bound
/// to their boxes and arrows to the boxes at their ends. Ids, seeds and versions come from the drawing
/// alone.
pub(crate) fn excalidraw(diagram: &Diagram, scene: &Scene, theme: Theme) -> String {
    let paint = Paint(theme);
    let mut drawing = Drawing {
        diagram,
        scene,
        paint,
        tree: Tree::new(diagram),
        elements: Vec::new(),
        files: BTreeMap::new(),
    };
    drawing.write();
    let file = File {
        kind: "excalidraw",
        version: 2,
        source: "Plumbline",
        elements: drawing.elements,
        app_state: AppState {
            view_background_color: paint.of("paper"),
            grid_size: None,
            name: scene.title.clone(),
        },
        files: drawing.files,
    };
    // Plain data without maps that could be keyed by anything but text: this never fails.
    let mut json = serde_json::to_string_pretty(&file).unwrap_or_default();
    json.push('\n');
    json
}

struct Drawing<'a> {
    diagram: &'a Diagram,
    scene: &'a Scene,
    paint: Paint,
    tree: Tree,
    elements: Vec<Element>,
    files: BTreeMap<String, Picture>,
}

impl Drawing<'_> {
    fn write(&mut self) {
        self.heading();
        self.frames();
        for at in 0..self.scene.edges.len() {
            self.edge(at);
        }
        for at in 0..self.scene.nodes.len() {
            self.node(at);
        }
        for at in 0..self.scene.edges.len() {
            self.edge_label(at);
        }
        self.strip();
        self.legend();
    }

    /// The groups of what stands in this frame, from the innermost outwards.
    fn groups(&self, frame: Option<usize>) -> Vec<String> {
        self.tree
            .outwards(frame)
            .map(|frame| format!("group-g{frame}"))
            .collect()
    }

    /// The innermost frame around both ends of an edge.
    fn around(&self, edge: &Route) -> Option<usize> {
        let home = |id: &str| {
            let at = self.scene.nodes.iter().position(|node| node.id == id)?;
            self.tree.home[at]
        };
        let outer: Vec<usize> = self.tree.outwards(home(&edge.to)).collect();
        self.tree
            .outwards(home(&edge.from))
            .find(|frame| outer.contains(frame))
    }

    fn push(&mut self, element: Element) {
        self.elements.push(element);
    }

    /// A line of text on its own.
    fn line(&mut self, id: String, texts: &[Text], groups: Vec<String>) {
        let Some(first) = texts.first() else { return };
        let colour = match first.role {
            TextRole::Title | TextRole::Label | TextRole::Edge | TextRole::Number => "ink",
            TextRole::Group | TextRole::Heading | TextRole::Date => "ink-3",
            TextRole::Subtitle | TextRole::Service | TextRole::Legend => "ink-2",
        };
        let words = Words::of(texts);
        let mut element = text(id, &words, first.role.size(), self.paint.of(colour), groups);
        element.x = first.x;
        // The baseline is about 0.95 down a line of 1.25.
        element.y = first.y - 0.95 * first.role.size();
        self.push(element);
    }

    /// A shape with its text bound to it, in the middle of its height.
    fn labelled(&mut self, mut outer: Element, words: &Words, size: f64, colour: &'static str) {
        let id = format!("{}-text", outer.id);
        let mut inner = text(id, words, size, colour, outer.group_ids.clone());
        inner.y = outer.y + (outer.height - inner.height) / 2.0;
        inner.x = if words.centred {
            outer.x + (outer.width - inner.width) / 2.0
        } else {
            outer.x + shape::PADDING
        };
        if let More::Text { container_id, .. } = &mut inner.more {
            *container_id = Some(outer.id.clone());
        }
        outer.bound_elements.push(Bound {
            kind: "text",
            id: inner.id.clone(),
        });
        self.push(outer);
        self.push(inner);
    }

    fn heading(&mut self) {
        let scene = self.scene;
        let Some(first) = scene.heading.first() else {
            return;
        };
        let groups = || vec!["group-heading".to_owned()];
        let mut mark = shape(
            "rectangle",
            "mark".into(),
            Rect::new(first.x, 18.0, 28.0, 3.0),
        );
        mark.stroke_color = "transparent";
        mark.background_color = self.paint.of("brass-fill");
        mark.group_ids = groups();
        self.push(mark);
        for (at, line) in scene.heading.iter().enumerate() {
            self.line(format!("heading{at}"), std::slice::from_ref(line), groups());
        }
    }

    fn frames(&mut self) {
        for frame in self.tree.outer_first() {
            let id = &self.diagram.groups[frame].id;
            let Some(group) = self.scene.groups.iter().find(|group| &group.id == id) else {
                continue;
            };
            let groups = self.groups(Some(frame));
            let mut border = shape("rectangle", format!("g{frame}"), group.rect).rounded(10.0);
            border.stroke_color = self.paint.frame(group.kind);
            border.background_color = self.paint.ground(usize::from(group.depth));
            border.stroke_style = match group.kind {
                GroupKind::Cloud | GroupKind::Region => "solid",
                GroupKind::Network => "dashed",
                GroupKind::Tier => "dotted",
            };
            border.group_ids.clone_from(&groups);
            let label = group.label.clone();
            self.push(border);
            if let Some(mut label) = label {
                // Capitals are letters here, since there is no style for them.
                label.text = label.text.to_uppercase();
                self.line(format!("g{frame}-text"), &[label], groups);
            }
        }
    }

    fn node(&mut self, at: usize) {
        let scene = self.scene;
        let node = &scene.nodes[at];
        let id = format!("n{at}");
        let mut groups = vec![format!("group-{id}")];
        groups.extend(self.groups(self.tree.home[at]));
        let mut border = shape("rectangle", id.clone(), node.rect).rounded(8.0);
        border.stroke_color = self.paint.border(node.accent);
        border.background_color = self.paint.of("sheet");
        border.group_ids.clone_from(&groups);
        border.bound_elements = self.arrows(node);
        self.push(border);
        let file = self.file(node.glyph, Some(node.accent));
        self.push(image(
            format!("{id}-glyph"),
            file,
            node.tile,
            groups.clone(),
        ));
        if let Some(first) = node.texts.first() {
            // Text bound to the border itself would run over the picture: it has a box of its own.
            let left = first.x - shape::PADDING;
            let mut room = shape(
                "rectangle",
                format!("{id}-room"),
                Rect::new(left, node.rect.y, node.rect.right() - left, node.rect.h),
            );
            room.stroke_color = "transparent";
            room.group_ids.clone_from(&groups);
            let mut words = Words::of(&node.texts);
            let spoken = &self.diagram.nodes[at];
            words.original = [clean(&spoken.label), clean(&spoken.service)]
                .into_iter()
                .filter(|line| !line.is_empty())
                .collect::<Vec<_>>()
                .join("\n");
            self.labelled(room, &words, 12.5, self.paint.of("ink"));
        }
        for (number, badge) in node.badges.iter().enumerate() {
            self.badge(format!("{id}-badge{number}"), badge, groups.clone());
        }
    }

    fn badge(&mut self, id: String, badge: &Badge, groups: Vec<String>) {
        let colour = self.paint.severity(badge.severity);
        let mut border = shape("rectangle", id, badge.rect).rounded(5.0);
        border.stroke_color = colour;
        border.background_color = self.paint.of("sheet");
        border.group_ids = groups;
        self.labelled(border, &Words::number(badge.number), 10.0, colour);
    }

    /// The arrows that end on this node.
    fn arrows(&self, node: &NodeBox) -> Vec<Bound> {
        self.scene
            .edges
            .iter()
            .enumerate()
            .filter(|(_, edge)| edge.from == node.id || edge.to == node.id)
            .map(|(at, _)| Bound {
                kind: "arrow",
                id: format!("e{at}"),
            })
            .collect()
    }

    fn edge(&mut self, at: usize) {
        let edge = &self.scene.edges[at];
        let binding = |id: &str, point: Option<&Point>| {
            let node = self.scene.nodes.iter().position(|node| node.id == id)?;
            let (rect, point) = (self.scene.nodes[node].rect, point?);
            Some(Binding {
                element_id: format!("n{node}"),
                focus: 0.0,
                gap: 1.0,
                fixed_point: [(point.x - rect.x) / rect.w, (point.y - rect.y) / rect.h],
            })
        };
        let (start, end) = (
            binding(&edge.from, edge.points.first()),
            binding(&edge.to, edge.points.last()),
        );
        let mut line = arrow(format!("e{at}"), &edge.points, edge.style);
        line.stroke_color = self.paint.of("wire");
        line.group_ids = self.groups(self.around(edge));
        if let More::Arrow {
            start_binding,
            end_binding,
            elbowed,
            ..
        } = &mut line.more
        {
            *start_binding = start;
            *end_binding = end;
            *elbowed = edge.from != edge.to;
        }
        self.push(line);
    }

    fn edge_label(&mut self, at: usize) {
        let scene = self.scene;
        let edge = &scene.edges[at];
        let Some(label) = &edge.label else { return };
        let groups = self.groups(self.around(edge));
        let ground = self.paint.ground(usize::from(label.depth));
        let mut plate = shape("rectangle", format!("e{at}-label"), label.plate);
        plate.stroke_color = "transparent";
        plate.background_color = ground;
        plate.group_ids.clone_from(&groups);
        if let Some(step) = &label.step {
            // The step stands on the left of the plate, the words on what is left of it.
            let right = step.centre.x + step.radius;
            let mut behind = shape(
                "rectangle",
                format!("e{at}-plate"),
                Rect::new(
                    label.plate.x,
                    label.plate.y,
                    right - label.plate.x,
                    label.plate.h,
                ),
            );
            behind.stroke_color = "transparent";
            behind.background_color = ground;
            behind.group_ids.clone_from(&groups);
            self.push(behind);
            plate.width = label.plate.right() - right;
            plate.x = right;
        }
        let mut words = Words::of(&label.lines);
        words.centred = label
            .lines
            .first()
            .is_none_or(|line| line.anchor == Anchor::Middle);
        words.original = clean(&self.diagram.edges[at].label);
        if label.lines.is_empty() {
            self.push(plate);
        } else {
            words.centred = true;
            self.labelled(plate, &words, 11.0, self.paint.of("ink"));
        }
        if let Some(step) = &label.step {
            self.step(
                format!("e{at}-step"),
                step.number,
                step.centre,
                step.radius,
                groups,
            );
        }
    }

    fn step(&mut self, id: String, number: u8, centre: Point, radius: f64, groups: Vec<String>) {
        let rect = Rect::new(
            centre.x - radius,
            centre.y - radius,
            2.0 * radius,
            2.0 * radius,
        );
        let mut circle = shape("ellipse", id, rect);
        circle.stroke_color = "transparent";
        circle.background_color = self.paint.of("ink");
        circle.group_ids = groups;
        self.labelled(circle, &Words::number(number), 10.0, self.paint.of("paper"));
    }

    fn strip(&mut self) {
        let scene = self.scene;
        let Some(strip) = &scene.strip else { return };
        let groups = vec!["group-strip".to_owned()];
        let mut band = shape("rectangle", "strip".into(), strip.rect).rounded(10.0);
        band.stroke_color = self.paint.of("line");
        band.background_color = self.paint.ground(1);
        band.group_ids.clone_from(&groups);
        self.push(band);
        let mut heading = strip.heading.clone();
        heading.text = ACROSS.to_uppercase();
        self.line("strip-text".into(), &[heading], groups.clone());
        for (at, pill) in strip.pills.iter().enumerate() {
            let id = format!("s{at}");
            let mut inner = vec![format!("group-{id}")];
            inner.extend(groups.iter().cloned());
            let mut border = shape("rectangle", id.clone(), pill.rect).rounded(pill.rect.h / 2.0);
            border.stroke_color = self.paint.of("line");
            border.background_color = self.paint.of("sheet");
            border.group_ids.clone_from(&inner);
            self.push(border);
            let file = self.file(pill.glyph, None);
            self.push(image(
                format!("{id}-glyph"),
                file,
                pill.glyph_rect,
                inner.clone(),
            ));
            for (number, line) in pill.texts.iter().enumerate() {
                self.line(
                    format!("{id}-text{number}"),
                    std::slice::from_ref(line),
                    inner.clone(),
                );
            }
        }
    }

    fn legend(&mut self) {
        let scene = self.scene;
        for (at, entry) in scene.legend.entries.iter().enumerate() {
            let id = format!("key{at}");
            let groups = vec!["group-legend".to_owned()];
            let middle = entry.rect.centre();
            match &entry.sample {
                Sample::Line(style) => {
                    let ends = [entry.rect.x, entry.rect.right()].map(|x| Point { x, y: middle.y });
                    let mut line = arrow(id.clone(), &ends, *style);
                    line.stroke_color = self.paint.of("wire");
                    line.group_ids.clone_from(&groups);
                    self.push(line);
                }
                Sample::Step => self.step(id.clone(), 1, middle, 8.0, groups.clone()),
                Sample::Accent(accent) => {
                    let mut sign = shape(
                        "rectangle",
                        id.clone(),
                        Rect::new(entry.rect.x, middle.y - 8.0, 16.0, 16.0),
                    )
                    .rounded(4.0);
                    sign.stroke_color = self.paint.border(Some(*accent));
                    sign.background_color = self.paint.tile(Some(*accent));
                    sign.group_ids.clone_from(&groups);
                    self.push(sign);
                }
                Sample::Note(badge) => self.badge(id.clone(), badge, groups.clone()),
            }
            self.line(format!("{id}-says"), &entry.texts, groups);
        }
    }

    /// The picture of a glyph: on its tile, if an accent or the lack of one is given, or alone.
    fn file(&mut self, glyph: Glyph, tile: Option<Option<Accent>>) -> String {
        let ground = match tile {
            None => "bare",
            Some(None) => "tile",
            Some(Some(Accent::Functions)) => "functions",
            Some(Some(Accent::Containers)) => "containers",
            Some(Some(Accent::AlwaysOn)) => "always-on",
        };
        let id = format!("{}-{ground}", glyphs::name(glyph));
        let paint = self.paint;
        self.files.entry(id.clone()).or_insert_with(|| Picture {
            mime_type: "image/svg+xml",
            id: id.clone(),
            data_url: format!(
                "data:image/svg+xml;base64,{}",
                match tile {
                    Some(accent) => picture::tile(glyph, accent, paint),
                    None => picture::bare(glyph, paint),
                }
            ),
            created: 1,
        });
        id
    }
}

/// The widest of these lines at this size, as Excalidraw's fonts are about as wide as ours.
fn widest(lines: &[String], size: f64) -> f64 {
    let face = crate::text::Face {
        size,
        bold: false,
        caps: false,
        tracking: 0.0,
    };
    lines
        .iter()
        .map(|line| width(line, face))
        .fold(0.0, f64::max)
}

/// Whether the sender waits, as a line and a head.
const fn line_style(style: EdgeStyle) -> (&'static str, &'static str) {
    match style {
        EdgeStyle::Sync => ("solid", "triangle"),
        EdgeStyle::Async => ("dashed", "arrow"),
    }
}
