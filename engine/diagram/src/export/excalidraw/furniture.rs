//! What stands around the graph: title block, band, legend.

use super::super::outline::ACROSS;
use super::Drawing;
use super::shape::{arrow, picture as image, shape};
use crate::scene::{Point, Rect, Sample};

impl Drawing<'_> {
    pub(super) fn heading(&mut self) {
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

    pub(super) fn strip(&mut self) {
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

    pub(super) fn legend(&mut self) {
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
}
