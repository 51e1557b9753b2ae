//! What stands around the graph: title block, band, legend.

use super::super::outline::ACROSS;
use super::Drawing;
use super::shape::{arrow, line, picture as image, shape};
use crate::scene::{Point, Rect, Sample};

impl Drawing<'_> {
    /// The line around the sheet, and the rule above its foot.
    pub(super) fn sheet(&mut self) {
        let scene = self.scene;
        let mut border = shape("rectangle", "sheet".into(), scene.border);
        border.stroke_color = self.paint.of("line-strong");
        border.locked = true;
        self.push(border);
        let foot = match &scene.title_block {
            Some(block) => block.rect.y.min(scene.legend.rect.y),
            None if scene.legend.entries.is_empty() => return,
            None => scene.legend.rect.y,
        };
        let at = |x: f64| Point { x, y: foot };
        let mut rule = line("foot".into(), at(scene.border.x), at(scene.border.right()));
        rule.stroke_color = self.paint.of("line-strong");
        rule.locked = true;
        self.push(rule);
    }

    pub(super) fn title_block(&mut self) {
        let scene = self.scene;
        let Some(block) = &scene.title_block else {
            return;
        };
        let groups = vec!["group-title-block".to_owned()];
        let edge = self.paint.of("line-strong");
        let mut sheet = shape("rectangle", "title-block".into(), block.rect);
        sheet.stroke_color = edge;
        sheet.background_color = self.paint.of("sheet");
        sheet.group_ids.clone_from(&groups);
        self.push(sheet);
        for (at, &(from, to)) in block.rules.iter().enumerate() {
            let mut rule = line(format!("rule{at}"), from, to);
            rule.stroke_color = edge;
            rule.group_ids.clone_from(&groups);
            self.push(rule);
        }
        let mark = self.mark();
        self.push(image("mark".into(), mark, block.mark, groups.clone()));
        for (at, (accent, rect)) in block.swatches.iter().enumerate() {
            let mut swatch = shape("rectangle", format!("swatch{at}"), *rect).rounded(2.0);
            swatch.stroke_color = "transparent";
            swatch.background_color = self.paint.border(Some(*accent));
            swatch.group_ids.clone_from(&groups);
            self.push(swatch);
        }
        for (at, words) in scene.heading.iter().enumerate() {
            self.line(
                format!("heading{at}"),
                std::slice::from_ref(words),
                groups.clone(),
            );
        }
    }

    pub(super) fn strip(&mut self) {
        let scene = self.scene;
        let Some(strip) = &scene.strip else { return };
        let groups = vec!["group-strip".to_owned()];
        let mut band = shape("rectangle", "strip".into(), strip.rect).rounded(6.0);
        band.stroke_color = self.paint.of("line-strong");
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

    pub(super) fn legend(&mut self) {
        let scene = self.scene;
        for (at, heading) in scene.legend.headings.iter().enumerate() {
            let mut heading = heading.clone();
            heading.text = heading.text.to_uppercase();
            self.line(
                format!("legend-heading{at}"),
                &[heading],
                vec!["group-legend".to_owned()],
            );
        }
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
                Sample::Step => self.step(id.clone(), 1, middle, 9.0, groups.clone()),
                Sample::Accent(accent) => {
                    let mut sign = shape(
                        "rectangle",
                        id.clone(),
                        Rect::new(middle.x - 9.0, middle.y - 9.0, 18.0, 18.0),
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
}
