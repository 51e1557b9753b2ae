//! How large the picture is shown, and which piece of it is in sight.

use leptos::html;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlDivElement, HtmlElement, ScrollBehavior, ScrollToOptions, SvgElement};

use super::drawing::picture;
use super::morph::wants_stillness;

/// The labels can still be read: what the picture isn't made smaller than unless somebody wants to.
const LEGIBLE: f64 = 0.8;
const SMALLEST: f64 = 0.2;
const LARGEST: f64 = 4.0;
/// What a press of a zoom button does.
const STEP: f64 = 1.25;

/// The size of a picture in a canvas that scrolls.
#[derive(Clone, Copy)]
pub struct Zoom {
    canvas: NodeRef<html::Div>,
    host: NodeRef<html::Div>,
    factor: RwSignal<f64>,
    /// The picture's own size.
    size: RwSignal<(f64, f64)>,
}

impl Zoom {
    /// Of a picture in `host`, which is in `canvas`.
    pub fn new(canvas: NodeRef<html::Div>, host: NodeRef<html::Div>) -> Self {
        Self {
            canvas,
            host,
            factor: RwSignal::new(1.0),
            size: RwSignal::new((0.0, 0.0)),
        }
    }

    /// Pixels of the screen for one of the picture.
    pub fn factor(self) -> f64 {
        self.factor.get()
    }

    /// Shows another picture, as large as the one before or fitted to the canvas.
    pub fn show(self, width: f64, height: f64, refit: bool) {
        self.size.set((width, height));
        if refit { self.fit() } else { self.apply() }
    }

    /// As wide as the canvas, but so that it can be read.
    pub fn fit(self) {
        let Some((room, _)) = self.room() else { return };
        let (width, _) = self.size.get_untracked();
        self.factor.set(start(room, width));
        self.apply();
        if let Some(canvas) = self.canvas.get_untracked() {
            canvas.set_scroll_left(0);
            canvas.set_scroll_top(0);
        }
    }

    /// All of it, however small.
    pub fn whole(self) {
        let Some((room, height_room)) = self.room() else {
            return;
        };
        let (width, height) = self.size.get_untracked();
        let factor = (room / width.max(1.0)).min(height_room / height.max(1.0));
        self.factor.set(factor.clamp(SMALLEST, 1.0));
        self.apply();
    }

    /// Larger, around the middle.
    pub fn nearer(self) {
        self.by(STEP);
    }

    /// Smaller, around the middle.
    pub fn farther(self) {
        self.by(1.0 / STEP);
    }

    fn by(self, times: f64) {
        if let Some(canvas) = self.canvas.get_untracked() {
            let (x, y) = (
                f64::from(canvas.client_width()),
                f64::from(canvas.client_height()),
            );
            self.around(times, x / 2.0, y / 2.0);
        }
    }

    /// Times as large, such that the point under (x, y) of the canvas stays there.
    pub fn around(self, times: f64, x: f64, y: f64) {
        let Some((canvas, host)) = self.elements() else {
            return;
        };
        let before = self.factor.get_untracked();
        let after = (before * times).clamp(SMALLEST, LARGEST);
        let place = canvas.get_bounding_client_rect();
        let inside = |host: &HtmlElement| {
            let svg = picture(host).map(|svg| svg.get_bounding_client_rect());
            svg.map(|svg| (place.left() + x - svg.left(), place.top() + y - svg.top()))
        };
        let Some((at_x, at_y)) = inside(&host) else {
            return;
        };
        self.factor.set(after);
        self.apply();
        let grown = after / before;
        let Some((now_x, now_y)) = inside(&host) else {
            return;
        };
        canvas.set_scroll_left(canvas.scroll_left() + (at_x * grown - now_x).round() as i32);
        canvas.set_scroll_top(canvas.scroll_top() + (at_y * grown - now_y).round() as i32);
    }

    /// Scrolls so that these can be seen; where they don't all fit, the last of them.
    pub fn bring(self, wanted: &[Element], covered: f64) {
        let Some((canvas, _)) = self.elements() else {
            return;
        };
        let place = canvas.get_bounding_client_rect();
        let room = (place.width() - covered, place.height());
        let (mut x, mut y) = (Span::default(), Span::default());
        for rect in wanted.iter().rev().map(Element::get_bounding_client_rect) {
            x.take(
                rect.left() - place.left(),
                rect.right() - place.left(),
                room.0,
            );
            y.take(
                rect.top() - place.top(),
                rect.bottom() - place.top(),
                room.1,
            );
        }
        let (dx, dy) = (x.shift(room.0), y.shift(room.1));
        if dx == 0.0 && dy == 0.0 {
            return;
        }
        let options = ScrollToOptions::new();
        options.set_left(f64::from(canvas.scroll_left()) + dx);
        options.set_top(f64::from(canvas.scroll_top()) + dy);
        options.set_behavior(if wants_stillness() {
            ScrollBehavior::Auto
        } else {
            ScrollBehavior::Smooth
        });
        canvas.scroll_to_with_scroll_to_options(&options);
    }

    fn elements(self) -> Option<(HtmlDivElement, HtmlElement)> {
        let host: HtmlDivElement = self.host.get_untracked()?;
        Some((self.canvas.get_untracked()?, host.into()))
    }

    fn room(self) -> Option<(f64, f64)> {
        let canvas = self.canvas.get_untracked()?;
        Some((
            f64::from(canvas.client_width()),
            f64::from(canvas.client_height()),
        ))
    }

    fn apply(self) {
        let Some((_, host)) = self.elements() else {
            return;
        };
        let Some(svg) = picture(&host).and_then(|svg| svg.dyn_into::<SvgElement>().ok()) else {
            return;
        };
        let factor = self.factor.get_untracked();
        let (width, height) = self.size.get_untracked();
        let _ = svg
            .style()
            .set_property("width", &format!("{}px", width * factor));
        let _ = svg
            .style()
            .set_property("height", &format!("{}px", height * factor));
    }
}

/// The factor at the start: the width fits, unless that would be too small to read.
fn start(room: f64, width: f64) -> f64 {
    if room <= 0.0 || width <= 0.0 {
        1.0
    } else {
        (room / width).clamp(LEGIBLE, 1.0)
    }
}

/// From where to where something reaches.
#[derive(Default)]
struct Span(Option<(f64, f64)>);

impl Span {
    /// Reaches over this as well, if there is room for it.
    fn take(&mut self, from: f64, to: f64, room: f64) {
        let (old_from, old_to) = self.0.unwrap_or((from, to));
        let grown = (old_from.min(from), old_to.max(to));
        if self.0.is_none() || grown.1 - grown.0 <= room {
            self.0 = Some(grown);
        }
    }

    /// By how much to scroll until it is between 0 and `room`, with a little air.
    fn shift(&self, room: f64) -> f64 {
        const AIR: f64 = 24.0;
        let Some((from, to)) = self.0 else { return 0.0 };
        if from < AIR {
            from - AIR
        } else if to > room - AIR {
            (to - room + AIR).min(from - AIR)
        } else {
            0.0
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Span, start};

    #[test]
    fn a_picture_starts_as_wide_as_there_is_room_but_can_be_read() {
        assert_eq!(start(1600.0, 1600.0), 1.0);
        assert_eq!(start(1440.0, 1600.0), 0.9);
        assert_eq!(start(320.0, 1600.0), 0.8);
        assert_eq!(start(1600.0, 900.0), 1.0);
        assert_eq!(start(0.0, 900.0), 1.0);
    }

    #[test]
    fn only_what_is_out_of_sight_is_scrolled_to() {
        let span = |from: f64, to: f64| Span(Some((from, to)));
        assert_eq!(span(100.0, 200.0).shift(400.0), 0.0);
        assert_eq!(span(-50.0, 40.0).shift(400.0), -74.0);
        assert_eq!(span(380.0, 480.0).shift(400.0), 104.0);
        assert_eq!(span(30.0, 900.0).shift(400.0), 6.0);
        assert_eq!(Span::default().shift(400.0), 0.0);
    }
}
