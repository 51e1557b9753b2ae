//! From one picture to the next: what stays slides to its new place, what is new appears, what goes
//! fades.

use std::collections::BTreeMap;
use std::time::Duration;

use js_sys::{Array, Function, Object, Reflect};
use leptos::prelude::{set_timeout, window};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, HtmlElement};

use super::drawing::{all, attribute, key, picture};

/// How long a move takes, in milliseconds.
const MOVE: f64 = 420.0;
/// How long something takes to go, in milliseconds.
const GO: u64 = 200;
/// Starts fast and settles.
const EASING: &str = "cubic-bezier(.2,.75,.25,1)";

/// Whether the person wants things to stand still.
pub fn wants_stillness() -> bool {
    window()
        .match_media("(prefers-reduced-motion: reduce)")
        .ok()
        .flatten()
        .is_some_and(|query| query.matches())
}

/// Where things stood.
pub struct Before {
    /// The class of the picture, by which its symbols are known.
    prefix: String,
    /// Where the picture began on the screen, and pixels of the screen for one of its own.
    frame: Frame,
    rects: BTreeMap<String, Spot>,
    lines: BTreeMap<String, String>,
}

struct Spot {
    rect: Rect,
    texts: String,
    html: String,
}

#[derive(Clone, Copy, PartialEq)]
struct Rect {
    x: f64,
    y: f64,
    w: f64,
    h: f64,
}

#[derive(Clone, Copy)]
struct Frame {
    left: f64,
    top: f64,
    zoom: f64,
}

impl Before {
    /// Looks where things stand; nothing where there is no picture yet or nothing may move.
    pub fn look(host: &HtmlElement) -> Option<Self> {
        if wants_stillness() {
            return None;
        }
        let svg = picture(host)?;
        let rects = movable(&svg)
            .into_iter()
            .filter_map(|(name, element)| {
                let spot = Spot {
                    rect: rect(&element)?,
                    texts: element.text_content().unwrap_or_default(),
                    html: if name.starts_with("node ") {
                        element.outer_html()
                    } else {
                        String::new()
                    },
                };
                Some((name, spot))
            })
            .collect();
        Some(Self {
            prefix: attribute(&svg, "class"),
            frame: frame(&svg),
            rects,
            lines: lines(&svg)
                .into_iter()
                .map(|(name, _, d)| (name, d))
                .collect(),
        })
    }

    /// Moves what is there now from where it stood.
    pub fn move_on(mut self, host: &HtmlElement) {
        let Some(svg) = picture(host) else { return };
        let now = frame(&svg);
        for (name, element) in movable(&svg) {
            let Some(to) = rect(&element) else { continue };
            let Some(spot) = self.rects.remove(&name) else {
                animate(&element, &[("opacity", &["0", "0", "1"])]);
                continue;
            };
            let from = self.frame.into_frame(spot.rect, now);
            if name.starts_with("frame ") {
                if from != to {
                    grow(&element, from, to);
                }
                continue;
            }
            let (dx, dy) = (from.x - to.x, from.y - to.y);
            if dx.abs() > 0.5 || dy.abs() > 0.5 {
                let start = format!("translate({dx}px, {dy}px)");
                animate(&element, &[("transform", &[&start, "none"])]);
            }
            if spot.texts != element.text_content().unwrap_or_default() {
                for text in all(&element, ".t-service") {
                    animate(&text, &[("opacity", &["0", "1"])]);
                }
            }
        }
        for (name, element, d) in lines(&svg) {
            if self.lines.get(&name) != Some(&d) {
                animate(&element, &[("opacity", &["0", "0", "1"])]);
            }
        }
        for text in all(&svg, ".t-group, .t-sub") {
            animate(&text, &[("opacity", &["0", "1"])]);
        }
        self.let_go(&svg);
    }

    /// Shows what is gone once more, fading.
    fn let_go(self, svg: &Element) {
        let now = attribute(svg, "class");
        for (_, spot) in self
            .rects
            .into_iter()
            .filter(|(_, spot)| !spot.html.is_empty())
        {
            let html = spot.html.replace(&self.prefix, &now);
            if svg.insert_adjacent_html("beforeend", &html).is_err() {
                continue;
            }
            let Some(ghost) = svg.last_element_child() else {
                continue;
            };
            for name in ["data-node", "data-role", "tabindex", "role"] {
                let _ = ghost.remove_attribute(name);
            }
            let _ = ghost.set_attribute("aria-hidden", "true");
            let _ = ghost.class_list().add_1("ghost");
            set_timeout(move || ghost.remove(), Duration::from_millis(GO));
        }
    }
}

impl Frame {
    /// A rectangle of this frame as another frame has it.
    fn into_frame(self, rect: Rect, other: Self) -> Rect {
        let scale = self.zoom / other.zoom;
        Rect {
            x: rect.x * scale + (self.left - other.left) / other.zoom,
            y: rect.y * scale + (self.top - other.top) / other.zoom,
            w: rect.w * scale,
            h: rect.h * scale,
        }
    }
}

fn frame(svg: &Element) -> Frame {
    let place = svg.get_bounding_client_rect();
    let width: f64 = attribute(svg, "width").parse().unwrap_or(1.0);
    let zoom = place.width() / width.max(1.0);
    Frame {
        left: place.left(),
        top: place.top(),
        zoom: if zoom > 0.0 { zoom } else { 1.0 },
    }
}

/// What can slide, by a name that it has on every cloud.
fn movable(svg: &Element) -> Vec<(String, Element)> {
    let mut found = Vec::new();
    for frame in all(svg, ".frame[data-group]") {
        found.push((format!("frame {}", attribute(&frame, "data-group")), frame));
    }
    for thing in all(svg, ".node[data-node], .pill[data-role]") {
        found.push((format!("node {}", key(&thing)), thing));
    }
    for label in all(svg, ".says") {
        found.push((format!("says {}", ends(&label)), label));
    }
    found
}

/// The arrows with their names and paths.
fn lines(svg: &Element) -> Vec<(String, Element, String)> {
    all(svg, ".edge[data-from]")
        .into_iter()
        .map(|edge| {
            let line = edge.query_selector(".line").ok().flatten();
            let d = line.map(|line| attribute(&line, "d")).unwrap_or_default();
            (ends(&edge), edge, d)
        })
        .collect()
}

fn ends(element: &Element) -> String {
    format!(
        "{} {} {}",
        attribute(element, "data-from"),
        attribute(element, "data-to"),
        attribute(element, "data-step")
    )
}

fn rect(element: &Element) -> Option<Rect> {
    let rect = element.query_selector("rect").ok().flatten()?;
    let number = |name: &str| attribute(&rect, name).parse().ok();
    Some(Rect {
        x: number("x")?,
        y: number("y")?,
        w: number("width")?,
        h: number("height")?,
    })
}

/// Lets a frame grow or shrink into its new size.
fn grow(frame: &Element, from: Rect, to: Rect) {
    let Ok(Some(border)) = frame.query_selector("rect") else {
        return;
    };
    let px = |value: f64| format!("{value}px");
    let of = |rect: Rect| [rect.x, rect.y, rect.w, rect.h].map(px);
    let (from, to) = (of(from), of(to));
    let pairs: Vec<[&str; 2]> = from
        .iter()
        .zip(&to)
        .map(|(from, to)| [from.as_str(), to.as_str()])
        .collect();
    let named: Vec<(&str, &[&str])> = ["x", "y", "width", "height"]
        .into_iter()
        .zip(pairs.iter().map(<[&str; 2]>::as_slice))
        .collect();
    animate(&border, &named);
}

fn animate(element: &Element, properties: &[(&str, &[&str])]) {
    let keyframes = Object::new();
    let set = |name: &str, value: &JsValue| {
        let _ = Reflect::set(&keyframes, &name.into(), value);
    };
    for (name, values) in properties {
        let values: Array = values
            .iter()
            .map(|value| JsValue::from_str(value))
            .collect();
        set(name, &values);
    }
    set("easing", &EASING.into());
    let run = Reflect::get(element, &"animate".into()).ok();
    if let Some(run) = run.and_then(|run| run.dyn_into::<Function>().ok()) {
        let _ = run.call2(element, &keyframes, &MOVE.into());
    }
}

#[cfg(test)]
mod tests {
    use super::{Frame, Rect};

    #[test]
    fn what_stands_still_on_the_screen_has_moved_in_a_picture_that_has_moved() {
        let before = Frame {
            left: 10.0,
            top: 20.0,
            zoom: 1.0,
        };
        let now = Frame {
            left: 30.0,
            top: 20.0,
            zoom: 0.5,
        };
        let rect = Rect {
            x: 100.0,
            y: 40.0,
            w: 50.0,
            h: 10.0,
        };
        let moved = before.into_frame(rect, now);
        assert_eq!(
            (moved.x, moved.y, moved.w, moved.h),
            (160.0, 80.0, 100.0, 20.0)
        );
        let same = before.into_frame(rect, before);
        assert!(same == rect);
    }
}
