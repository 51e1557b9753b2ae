//! Scene → SVG: one file that stands alone, follows light and dark, and is safe to embed. No script, no
//! reference to the outside, every text escaped, ids with a prefix of their own.

mod edges;
mod foot;
mod paint;
mod pieces;
mod style;

use crate::glyphs;
use crate::model::{Accent, Glyph, GroupKind, Severity};
use crate::scene::{Anchor, Badge, GroupBox, NodeBox, Point, Rect, Sample, Scene, Text, TextRole};
use crate::theme::Style;
use foot::accent_glyph;
use paint::Paint;
use pieces::data;
pub(crate) use pieces::escape;
use std::collections::BTreeSet;
use std::fmt::Write as _;
use style::{families, style_sheet};

/// The scene as a stand-alone SVG document, in a theme or a whole [`Style`].
///
/// Text stays text: selectable, searchable, with `<title>` and `<desc>` for readers that speak. Ids and
/// style rules carry a prefix made from everything in the drawing, so that drawings that differ in anything can
/// share an HTML page.
#[must_use]
pub fn svg(scene: &Scene, style: impl Into<Style>) -> String {
    let style = style.into();
    let mut doc = Doc {
        out: String::new(),
        prefix: UNKNOWN.to_owned(),
        paint: Paint::new(style.theme),
    };
    doc.open(scene, style);
    doc.sheet(scene);
    for group in &scene.groups {
        doc.group(group);
    }
    for edge in &scene.edges {
        doc.edge(edge);
    }
    for group in &scene.groups {
        doc.group_label(group);
    }
    for node in &scene.nodes {
        doc.node(node);
    }
    for edge in &scene.edges {
        doc.edge_label(edge);
    }
    if let Some(strip) = &scene.strip {
        doc.strip(strip);
    }
    doc.texts(&scene.legend.headings);
    for entry in &scene.legend.entries {
        doc.legend_entry(entry);
    }
    if let Some(block) = &scene.title_block {
        doc.title_block(block);
    }
    doc.texts(&scene.heading);
    doc.out.push_str("</svg>\n");
    doc.out.replace(UNKNOWN, &prefix(&doc.out))
}

/// Stands for the prefix while it is not yet known. No text can hold it: control characters are dropped.
const UNKNOWN: &str = "\u{1}";

/// `pd-` and eight hexadecimal digits: the FNV-1a hash of the whole drawing.
fn prefix(drawing: &str) -> String {
    let hash = drawing
        .bytes()
        .fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
            (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
        });
    format!("pd-{:08x}", hash >> 32)
}

struct Doc {
    out: String,
    prefix: String,
    /// For themes that have their colours on each element.
    paint: Option<Paint>,
}

impl Doc {
    fn open(&mut self, scene: &Scene, style: Style) {
        let p = &self.prefix;
        let title = if scene.title.is_empty() {
            "Diagram"
        } else {
            &scene.title
        };
        let root = match &self.paint {
            Some(_) => Paint::root(&families(style.font)),
            None => String::new(),
        };
        let sheet = style_sheet(p, style);
        let sheet = if sheet.is_empty() {
            sheet
        } else {
            format!("<style>\n{sheet}</style>\n")
        };
        let _ = write!(
            self.out,
            "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" class=\"{p}\" role=\"img\" aria-labelledby=\"{p}-title {p}-desc\"{root} width=\"{w}\" height=\"{h}\" viewBox=\"0 0 {w} {h}\">\n<title id=\"{p}-title\">{title}</title>\n<desc id=\"{p}-desc\">{desc}</desc>\n{sheet}<defs>\n",
            w = scene.width,
            h = scene.height,
            title = escape(title),
            // A paragraph on each line, and escaping makes one line of what it is given.
            desc = scene
                .description
                .lines()
                .map(escape)
                .collect::<Vec<_>>()
                .join("\n"),
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
            .chain(
                scene
                    .legend
                    .entries
                    .iter()
                    .filter_map(|entry| match entry.sample {
                        Sample::Accent(accent) => Some(accent_glyph(accent)),
                        _ => None,
                    }),
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
        self.out.push_str("</defs>\n");
        self.rect(
            "paper",
            &Rect::new(0.0, 0.0, scene.width, scene.height),
            0.0,
        );
    }

    /// The classes of an element, and how it looks where that is not left to a style sheet.
    fn looks(&self, tag: &str, class: &str) -> String {
        let attributes = self.paint.as_ref();
        let attributes = attributes.map_or_else(String::new, |paint| paint.attributes(tag, class));
        format!("class=\"{class}\"{attributes}")
    }

    fn path(&mut self, class: &str, d: &str) {
        let looks = self.looks("path", class);
        let _ = writeln!(self.out, "<path {looks} d=\"{d}\"/>");
    }

    fn rect(&mut self, class: &str, rect: &Rect, radius: f64) {
        let Rect { x, y, w, h } = rect;
        let looks = self.looks("rect", class);
        let _ = writeln!(
            self.out,
            "<rect {looks} x=\"{x}\" y=\"{y}\" width=\"{w}\" height=\"{h}\" rx=\"{radius}\"/>"
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
        // In the text itself, as not every reader of SVG knows `text-transform`.
        let shown = if text.role.face().caps {
            text.text.to_uppercase()
        } else {
            text.text.clone()
        };
        let anchor = match text.anchor {
            Anchor::Start => "",
            Anchor::Middle => " text-anchor=\"middle\"",
            Anchor::End => " text-anchor=\"end\"",
        };
        let looks = self.looks("text", &format!("{class}{extra}"));
        let _ = writeln!(
            self.out,
            "<text {looks} x=\"{}\" y=\"{}\"{anchor}>{}</text>",
            text.x,
            text.y,
            escape(&shown)
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
            y: centre.y + 4.0,
            text: number.to_string(),
            role: TextRole::Number,
            anchor: Anchor::Middle,
        };
        self.text_as(&text, extra);
    }

    fn glyph(&mut self, glyph: Glyph, rect: &Rect) {
        let Rect { x, y, w, h } = rect;
        let id = format!("{}-{}", self.prefix, glyphs::name(glyph));
        // Older programs know only the second name of the reference.
        let old = match self.paint {
            Some(_) => format!(" xlink:href=\"#{id}\""),
            None => String::new(),
        };
        let _ = writeln!(
            self.out,
            "<use href=\"#{id}\"{old} x=\"{x}\" y=\"{y}\" width=\"{w}\" height=\"{h}\"/>"
        );
    }

    fn begin(&mut self, class: &str, facts: &[(&str, &str)], tooltip: &str) {
        let looks = self.looks("g", class);
        let _ = write!(self.out, "<g {looks}{}>", data(facts));
        if let Some(paint) = &mut self.paint {
            paint.begin(class);
        }
        if !tooltip.is_empty() {
            let _ = write!(self.out, "<title>{}</title>", escape(tooltip));
        }
        self.out.push('\n');
    }

    fn end(&mut self) {
        self.out.push_str("</g>\n");
        if let Some(paint) = &mut self.paint {
            paint.end();
        }
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

    /// On a plate, for the arrow that had to pass behind it.
    fn group_label(&mut self, group: &GroupBox) {
        if let Some(label) = &group.label {
            let plate = format!("plate d{}", ground(group.depth));
            self.rect(&plate, &group.label_rect, 4.0);
            self.text(label);
        }
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
        // A diamond, so that nobody takes it for a step.
        let Point { x, y } = badge.rect.centre();
        let (half, high) = (badge.rect.w / 2.0 - 1.6, badge.rect.h / 2.0 - 1.6);
        self.begin("flag", &[("about", &badge.about)], "");
        self.path(
            &format!("badge {severity}"),
            &format!(
                "M{x} {}L{} {y}L{x} {}L{} {y}Z",
                y - high,
                x + half,
                y + high,
                x - half
            ),
        );
        self.number(badge.number, badge.rect.centre(), &format!(" {severity}"));
        self.end();
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

#[cfg(test)]
mod tests {
    use super::svg;
    use crate::{Diagram, Theme, layout};

    #[test]
    fn the_drawing_in_words_keeps_its_paragraphs() {
        let diagram = Diagram {
            description: "First & foremost.\nStep 1: A calls B.".to_owned(),
            ..Diagram::default()
        };
        let drawn = svg(&layout(&diagram).unwrap(), Theme::Auto);
        assert!(drawn.contains(">First &amp; foremost.\nStep 1: A calls B.</desc>"));
    }
}
