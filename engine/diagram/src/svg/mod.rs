//! Scene → SVG: one file that stands alone, follows light and dark, and is safe to embed. No script, no
//! reference to the outside, every text escaped, ids with a prefix of their own.

mod pieces;
mod style;

use crate::glyphs;
use crate::model::{Accent, EdgeStyle, Glyph, GroupKind, Severity};
use crate::scene::{
    Anchor, Badge, GroupBox, LegendEntry, NodeBox, Pill, Point, Rect, Route, Sample, Scene, Text,
    TextRole,
};
use crate::theme::Theme;
pub(crate) use pieces::escape;
use pieces::{backed, data, rounded};
use std::collections::BTreeSet;
use std::fmt::Write as _;
use style::style;

/// The scene as a stand-alone SVG document.
///
/// Text stays text: selectable, searchable, with `<title>` and `<desc>` for readers that speak. Ids and
/// style rules carry a prefix made from the scene, so that several drawings can share an HTML page.
#[must_use]
pub fn svg(scene: &Scene, theme: Theme) -> String {
    let mut doc = Doc {
        out: String::new(),
        prefix: prefix(scene, theme),
    };
    doc.open(scene, theme);
    if let Some(first) = scene.heading.first() {
        // The one touch of the accent: a short rule over the title block.
        doc.rect("mark", &Rect::new(first.x, 18.0, 28.0, 3.0), 1.5);
    }
    doc.texts(&scene.heading);
    for group in &scene.groups {
        doc.group(group);
    }
    for edge in &scene.edges {
        doc.edge(edge);
    }
    for group in &scene.groups {
        if let Some(label) = &group.label {
            doc.text(label);
        }
    }
    for node in &scene.nodes {
        doc.node(node);
    }
    for edge in &scene.edges {
        doc.edge_label(edge);
    }
    if let Some(strip) = &scene.strip {
        doc.rect("band", &strip.rect, 10.0);
        doc.text(&strip.heading);
        for pill in &strip.pills {
            doc.pill(pill);
        }
    }
    if !scene.legend.entries.is_empty() {
        let rect = &scene.legend.rect;
        let _ = writeln!(
            doc.out,
            "<path class=\"rule\" d=\"M{} {}H{}\"/>",
            rect.x,
            rect.y,
            rect.right()
        );
    }
    for entry in &scene.legend.entries {
        doc.legend_entry(entry);
    }
    doc.out.push_str("</svg>\n");
    doc.out
}

/// `pd-` and eight hexadecimal digits: the FNV-1a hash of what tells drawings on one page apart.
fn prefix(scene: &Scene, theme: Theme) -> String {
    let mut hash: u64 = 0xcbf2_9ce4_8422_2325;
    let heading = scene.heading.iter().map(|text| text.text.as_str());
    let nodes = scene.nodes.iter().map(|node| node.id.as_str());
    let theme = match theme {
        Theme::Auto => "auto",
        Theme::Light => "light",
        Theme::Dark => "dark",
    };
    for part in [scene.title.as_str(), theme]
        .into_iter()
        .chain(heading)
        .chain(nodes)
    {
        for byte in part.bytes().chain([0]) {
            hash = (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
        }
    }
    format!("pd-{:08x}", hash >> 32)
}

struct Doc {
    out: String,
    prefix: String,
}

impl Doc {
    fn open(&mut self, scene: &Scene, theme: Theme) {
        let p = &self.prefix;
        let title = if scene.title.is_empty() {
            "Diagram"
        } else {
            &scene.title
        };
        let _ = write!(
            self.out,
            "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"{p}\" role=\"img\" aria-labelledby=\"{p}-title {p}-desc\" width=\"{w}\" height=\"{h}\" viewBox=\"0 0 {w} {h}\">\n<title id=\"{p}-title\">{title}</title>\n<desc id=\"{p}-desc\">{desc}</desc>\n<style>\n{style}</style>\n<defs>\n",
            w = scene.width,
            h = scene.height,
            title = escape(title),
            desc = escape(&scene.description),
            style = style(p, theme),
        );
        let used: BTreeSet<Glyph> = scene
            .nodes
            .iter()
            .map(|node| node.glyph)
            .chain(
                scene
                    .strip
                    .iter()
                    .flat_map(|strip| strip.pills.iter().map(|pill| pill.glyph)),
            )
            .collect();
        for glyph in used {
            let _ = writeln!(
                self.out,
                "<symbol id=\"{p}-{}\" viewBox=\"0 0 24 24\"><path d=\"{}\" fill=\"none\" stroke=\"currentColor\" stroke-width=\"1.5\" stroke-linecap=\"round\" stroke-linejoin=\"round\"/></symbol>",
                glyphs::name(glyph),
                glyphs::path(glyph)
            );
        }
        let _ = write!(
            self.out,
            "</defs>\n<rect class=\"paper\" width=\"{}\" height=\"{}\"/>\n",
            scene.width, scene.height
        );
    }

    fn rect(&mut self, class: &str, rect: &Rect, radius: f64) {
        let Rect { x, y, w, h } = rect;
        let _ = writeln!(
            self.out,
            "<rect class=\"{class}\" x=\"{x}\" y=\"{y}\" width=\"{w}\" height=\"{h}\" rx=\"{radius}\"/>"
        );
    }

    fn text(&mut self, text: &Text) {
        self.text_as(text, "");
    }

    fn text_as(&mut self, text: &Text, extra: &str) {
        let class = match text.role {
            TextRole::Title => "t-title",
            TextRole::Subtitle => "t-sub",
            TextRole::Date => "t-date",
            TextRole::Group => "t-group",
            TextRole::Heading => "t-head",
            TextRole::Label => "t-label",
            TextRole::Service => "t-service",
            TextRole::Edge => "t-edge",
            TextRole::Number => "t-number",
            TextRole::Legend => "t-legend",
        };
        let anchor = match text.anchor {
            Anchor::Start => "",
            Anchor::Middle => " text-anchor=\"middle\"",
            Anchor::End => " text-anchor=\"end\"",
        };
        let _ = writeln!(
            self.out,
            "<text class=\"{class}{extra}\" x=\"{}\" y=\"{}\"{anchor}>{}</text>",
            text.x,
            text.y,
            escape(&text.text)
        );
    }

    fn texts(&mut self, texts: &[Text]) {
        for text in texts {
            self.text(text);
        }
    }

    fn number(&mut self, number: u8, centre: Point, extra: &str) {
        let text = Text {
            x: centre.x,
            y: centre.y + 3.5,
            text: number.to_string(),
            role: TextRole::Number,
            anchor: Anchor::Middle,
        };
        self.text_as(&text, extra);
    }

    fn glyph(&mut self, glyph: Glyph, rect: &Rect) {
        let Rect { x, y, w, h } = rect;
        let _ = writeln!(
            self.out,
            "<use href=\"#{}-{}\" x=\"{x}\" y=\"{y}\" width=\"{w}\" height=\"{h}\"/>",
            self.prefix,
            glyphs::name(glyph)
        );
    }

    fn begin(&mut self, class: &str, facts: &[(&str, &str)], tooltip: &str) {
        let _ = write!(self.out, "<g class=\"{class}\"{}>", data(facts));
        if !tooltip.is_empty() {
            let _ = write!(self.out, "<title>{}</title>", escape(tooltip));
        }
        self.out.push('\n');
    }

    fn end(&mut self) {
        self.out.push_str("</g>\n");
    }

    fn group(&mut self, group: &GroupBox) {
        let kind = match group.kind {
            GroupKind::Cloud => "cloud",
            GroupKind::Region => "region",
            GroupKind::Network => "network",
            GroupKind::Tier => "tier",
        };
        self.begin(
            &format!("frame {kind} d{}", ground(group.depth)),
            &[("group", &group.id)],
            &group.tooltip,
        );
        self.rect("border", &group.rect, 10.0);
        self.end();
    }

    fn node(&mut self, node: &NodeBox) {
        let subject = &node.subject;
        self.begin(
            &format!("node{}", accent_class(node.accent)),
            &[
                ("node", &node.id),
                ("role", &subject.role),
                ("service", &subject.service),
            ],
            &node.tooltip,
        );
        self.rect("sheet", &node.rect, 8.0);
        if node.accent.is_some() {
            let Rect { x, y, h, .. } = node.rect;
            self.rect("bar", &Rect::new(x - 1.0, y + 12.0, 3.0, h - 24.0), 1.5);
        }
        self.rect("tile", &node.tile, 7.0);
        let centre = node.tile.centre();
        self.glyph(
            node.glyph,
            &Rect::new(centre.x - 12.0, centre.y - 12.0, 24.0, 24.0),
        );
        self.texts(&node.texts);
        for badge in &node.badges {
            self.badge(badge);
        }
        self.end();
    }

    fn badge(&mut self, badge: &Badge) {
        let severity = match badge.severity {
            Severity::High => "high",
            Severity::Medium => "medium",
            Severity::Low => "low",
        };
        self.rect(&format!("badge {severity}"), &badge.rect, 5.0);
        self.number(badge.number, badge.rect.centre(), &format!(" {severity}"));
    }

    fn edge(&mut self, edge: &Route) {
        let [.., before, tip] = edge.points.as_slice() else {
            return;
        };
        let step = step_text(edge);
        self.begin(edge_class(edge.style), &ends(edge, &step), &edge.tooltip);
        let mut points = edge.points.clone();
        if let Some(end) = points.last_mut() {
            *end = backed(
                *before,
                *tip,
                if edge.style == EdgeStyle::Sync {
                    8.0
                } else {
                    1.0
                },
            );
        }
        let _ = writeln!(
            self.out,
            "<path class=\"line\" d=\"{}\"/>",
            rounded(&points)
        );
        self.arrowhead(edge.style, *before, *tip);
        self.end();
    }

    fn arrowhead(&mut self, style: EdgeStyle, before: Point, tip: Point) {
        let back = backed(before, tip, 9.0);
        // Across the line, half as wide as the head.
        let (dx, dy) = if (back.x - tip.x).abs() < 0.01 {
            (4.5, 0.0)
        } else {
            (0.0, 4.5)
        };
        let close = if style == EdgeStyle::Sync { "Z" } else { "" };
        let _ = writeln!(
            self.out,
            "<path class=\"head\" d=\"M{} {}L{} {}L{} {}{close}\"/>",
            back.x - dx,
            back.y - dy,
            tip.x,
            tip.y,
            back.x + dx,
            back.y + dy
        );
    }

    fn edge_label(&mut self, edge: &Route) {
        let Some(label) = &edge.label else { return };
        self.begin("says", &ends(edge, &step_text(edge)), "");
        self.rect(
            &format!("plate d{}", ground(label.depth)),
            &label.plate,
            4.0,
        );
        if let Some(step) = &label.step {
            self.step(step.number, step.centre, step.radius);
        }
        self.texts(&label.lines);
        self.end();
    }

    fn step(&mut self, number: u8, centre: Point, radius: f64) {
        let Point { x, y } = centre;
        let _ = writeln!(
            self.out,
            "<circle class=\"step\" cx=\"{x}\" cy=\"{y}\" r=\"{radius}\"/>"
        );
        self.number(number, centre, " on-step");
    }

    fn pill(&mut self, pill: &Pill) {
        let subject = &pill.subject;
        let facts = [
            ("role", subject.role.as_str()),
            ("service", subject.service.as_str()),
        ];
        self.begin("pill", &facts, &pill.tooltip);
        self.rect("sheet", &pill.rect, pill.rect.h / 2.0);
        self.glyph(pill.glyph, &pill.glyph_rect);
        self.texts(&pill.texts);
        self.end();
    }

    fn legend_entry(&mut self, entry: &LegendEntry) {
        let middle = entry.rect.centre();
        match &entry.sample {
            Sample::Line(style) => {
                let (from, tip) = (
                    Point {
                        x: entry.rect.x,
                        y: middle.y,
                    },
                    Point {
                        x: entry.rect.right(),
                        y: middle.y,
                    },
                );
                let _ = write!(self.out, "<g class=\"{}\">", edge_class(*style));
                let end = if *style == EdgeStyle::Sync { 8.0 } else { 1.0 };
                let _ = writeln!(
                    self.out,
                    "<path class=\"line\" d=\"M{} {}H{}\"/>",
                    from.x,
                    from.y,
                    tip.x - end
                );
                self.arrowhead(*style, from, tip);
                self.end();
            }
            Sample::Step => self.step(1, middle, 8.0),
            Sample::Accent(accent) => {
                let _ = write!(
                    self.out,
                    "<g class=\"node{}\">",
                    accent_class(Some(*accent))
                );
                self.rect(
                    "tile",
                    &Rect::new(entry.rect.x, middle.y - 8.0, 16.0, 16.0),
                    4.0,
                );
                self.rect(
                    "bar",
                    &Rect::new(entry.rect.x - 1.0, middle.y - 5.0, 3.0, 10.0),
                    1.5,
                );
                self.end();
            }
            Sample::Note(badge) => self.badge(badge),
        }
        self.texts(&entry.texts);
    }
}

fn step_text(edge: &Route) -> String {
    edge.step.map(|step| step.to_string()).unwrap_or_default()
}

/// What an arrow and its label are known by: the step, and the nodes at the ends.
fn ends<'a>(edge: &'a Route, step: &'a str) -> [(&'static str, &'a str); 3] {
    [("step", step), ("from", &edge.from), ("to", &edge.to)]
}

const fn edge_class(style: EdgeStyle) -> &'static str {
    match style {
        EdgeStyle::Sync => "edge sync",
        EdgeStyle::Async => "edge async",
    }
}

const fn accent_class(accent: Option<Accent>) -> &'static str {
    match accent {
        None => "",
        Some(Accent::Functions) => " functions",
        Some(Accent::Containers) => " containers",
        Some(Accent::AlwaysOn) => " always-on",
    }
}

/// Grounds get deeper up to three levels, then alternate.
const fn ground(depth: u8) -> u8 {
    if depth > 3 { 2 + depth % 2 } else { depth }
}
