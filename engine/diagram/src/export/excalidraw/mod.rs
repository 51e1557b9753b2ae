//! Excalidraw: the drawing as shapes, texts and arrows that can be moved and edited.

mod arrow;
mod element;
mod furniture;
mod shape;

use super::paint::Paint;
use super::picture;
use crate::glyphs;
use crate::model::{Accent, Diagram, Glyph, GroupKind};
use crate::scene::{Anchor, Badge, Rect, Scene, Text, TextRole};
use crate::text::clean;
use crate::theme::Theme;
use crate::tree::Tree;
use element::{AppState, Bound, Element, File, More, Picture};
use shape::{Words, picture as image, shape, text};
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
        self.sheet();
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
        self.title_block();
    }

    /// The groups of what stands in this frame, from the innermost outwards.
    fn groups(&self, frame: Option<usize>) -> Vec<String> {
        self.tree
            .outwards(frame)
            .map(|frame| format!("group-g{frame}"))
            .collect()
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
        let spoken = &self.diagram.nodes[at];
        let parts = [
            ("label", TextRole::Label, &spoken.label, 13.0, "ink"),
            ("service", TextRole::Service, &spoken.service, 11.5, "ink-2"),
        ];
        for (name, role, original, size, colour) in parts {
            let texts: Vec<Text> = node
                .texts
                .iter()
                .filter(|text| text.role == role)
                .cloned()
                .collect();
            let (Some(first), Some(last)) = (texts.first(), texts.last()) else {
                continue;
            };
            // Text bound to the border itself would run over the picture: it has a box of its own, as
            // high as its lines.
            let centred = first.anchor == Anchor::Middle;
            let left = if centred {
                node.rect.x
            } else {
                first.x - shape::PADDING
            };
            let top = first.y - size;
            let mut room = shape(
                "rectangle",
                format!("{id}-{name}"),
                Rect::new(
                    left,
                    top,
                    node.rect.right() - left,
                    last.y + 0.3 * size - top,
                ),
            );
            room.stroke_color = "transparent";
            room.group_ids.clone_from(&groups);
            let mut words = Words::of(&texts);
            words.original = clean(original);
            words.centred = centred;
            self.labelled(room, &words, size, self.paint.of(colour));
        }
        for (number, badge) in node.badges.iter().enumerate() {
            self.badge(format!("{id}-badge{number}"), badge, groups.clone());
        }
    }

    /// A diamond with a number. There is no room in it for Excalidraw to bind a text to.
    fn badge(&mut self, id: String, badge: &Badge, groups: Vec<String>) {
        let [ground, edge, number] = self.paint.flag(badge.severity);
        let centre = badge.rect.centre();
        let words = Words::number(badge.number);
        let mut text = text(format!("{id}-number"), &words, 10.0, number, groups.clone());
        text.x = centre.x - text.width / 2.0;
        text.y = centre.y - text.height / 2.0;
        let mut border = shape("diamond", id, badge.rect.grown(-1.0));
        border.stroke_color = edge;
        border.background_color = ground;
        border.group_ids = groups;
        self.push(border);
        self.push(text);
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
        self.keep(id, || match tile {
            Some(accent) => picture::tile(glyph, accent, paint),
            None => picture::bare(glyph, paint),
        })
    }

    /// The sign of the house.
    fn mark(&mut self) -> String {
        let paint = self.paint;
        self.keep("mark".to_owned(), || picture::mark(paint))
    }

    /// Adds a picture to the file unless it is there; gives its id.
    fn keep(&mut self, id: String, base64: impl FnOnce() -> String) -> String {
        self.files.entry(id.clone()).or_insert_with(|| Picture {
            mime_type: "image/svg+xml",
            id: id.clone(),
            data_url: format!("data:image/svg+xml;base64,{}", base64()),
            created: 1,
        });
        id
    }
}
