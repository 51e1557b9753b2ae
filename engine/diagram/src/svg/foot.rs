//! What stands below the graph: strip, legend, title block.

use super::edges::edge_class;
use super::{Doc, accent_class};
use crate::model::{Accent, EdgeStyle, Glyph};
use crate::scene::{LegendEntry, Pill, Point, Rect, Sample, Scene, StripBand, TitleBlock};

/// The picture beside a verdict in the legend.
pub(super) const fn accent_glyph(accent: Accent) -> Glyph {
    match accent {
        Accent::Functions => Glyph::Function,
        Accent::Containers => Glyph::Container,
        Accent::AlwaysOn => Glyph::Server,
    }
}

impl Doc {
    /// The line around the sheet, and the rule above its foot.
    pub(super) fn sheet(&mut self, scene: &Scene) {
        if scene.border == Rect::default() {
            return;
        }
        self.rect("border-line", &scene.border, 2.0);
        let foot = match &scene.title_block {
            Some(block) => block.rect.y.min(scene.legend.rect.y),
            None if scene.legend.entries.is_empty() => return,
            None => scene.legend.rect.y,
        };
        let (left, right) = (scene.border.x, scene.border.right());
        self.rule(Point { x: left, y: foot }, Point { x: right, y: foot });
    }

    fn rule(&mut self, from: Point, to: Point) {
        self.path("rule", &format!("M{} {}L{} {}", from.x, from.y, to.x, to.y));
    }

    pub(super) fn strip(&mut self, strip: &StripBand) {
        self.rect("band", &strip.rect, 6.0);
        self.text(&strip.heading);
        for pill in &strip.pills {
            self.pill(pill);
        }
    }

    fn pill(&mut self, pill: &Pill) {
        let subject = &pill.subject;
        let facts = [
            ("role", subject.role.as_str()),
            ("service", subject.service.as_str()),
        ];
        self.begin("pill", &facts, &pill.tooltip);
        self.rect("sheet", &pill.rect.grown(4.0), 6.0);
        self.glyph(pill.glyph, &pill.glyph_rect);
        self.texts(&pill.texts);
        self.end();
    }

    pub(super) fn title_block(&mut self, block: &TitleBlock) {
        self.rect("block", &block.rect, 0.0);
        for &(from, to) in &block.rules {
            self.rule(from, to);
        }
        let Rect { x, y, w, .. } = block.mark;
        let middle = x + w / 2.0;
        self.path("cord", &format!("M{middle} {y}v14"));
        let (left, top, tip) = (middle - 4.5, y + 13.5, y + 29.5);
        let bob = format!("M{left} {top}h9l-1.2 7.5L{middle} {tip}l-3.3-8.5z");
        self.path("mark", &bob);
        for (accent, rect) in &block.swatches {
            self.rect(&format!("swatch{}", accent_class(Some(*accent))), rect, 2.0);
        }
    }

    pub(super) fn legend_entry(&mut self, entry: &LegendEntry) {
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
                self.begin(edge_class(*style), &[], "");
                let end = if *style == EdgeStyle::Sync { 8.0 } else { 1.0 };
                self.path("line", &format!("M{} {}H{}", from.x, from.y, tip.x - end));
                self.arrowhead(*style, from, tip);
                self.end();
            }
            Sample::Step => self.step(1, middle, 9.0),
            Sample::Accent(accent) => {
                self.begin(&format!("node{}", accent_class(Some(*accent))), &[], "");
                let tile = Rect::new(middle.x - 9.0, middle.y - 9.0, 18.0, 18.0);
                self.rect("tile", &tile, 4.0);
                self.glyph(accent_glyph(*accent), &tile.grown(-2.0));
                self.end();
            }
            Sample::Note(badge) => self.badge(badge),
        }
        self.texts(&entry.texts);
    }
}
