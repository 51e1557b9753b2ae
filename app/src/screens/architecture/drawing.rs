//! The picture in the page: what is drawn in it, and what of it stands out.

use leptos::prelude::document;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

/// What is drawn.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Drawing {
    /// Boxes, and what cuts across everything.
    pub things: Vec<Thing>,
    /// The numbered arrows, in the order of the story.
    pub steps: Vec<Step>,
    /// The picture in words.
    pub description: String,
    /// In pixels, before any zoom.
    pub width: f64,
    /// In pixels, before any zoom.
    pub height: f64,
}

/// A box that can be asked about.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Thing {
    /// The same on every cloud.
    pub key: String,
    /// What it does.
    pub label: String,
    /// The id of its role; may be empty.
    pub role: String,
    /// The id of the service; may be empty.
    pub service: String,
    /// The notes on it.
    pub flags: Vec<Flag>,
}

/// The sign of a note on a box.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Flag {
    /// Its number in the picture.
    pub number: String,
    /// The id of the trade-off that it is about.
    pub about: String,
}

/// A numbered arrow.
#[derive(Clone, Debug, PartialEq)]
pub struct Step {
    /// Its number.
    pub number: u8,
    /// The id of the node it leaves.
    pub from: String,
    /// The id of the node it enters.
    pub to: String,
}

/// What can be asked about.
const THINGS: &str = "[data-node], .pill[data-role]";

/// Puts the picture into its place, ready for keyboards and screen readers.
pub fn insert(host: &HtmlElement, svg: &str) -> Option<Drawing> {
    host.set_inner_html(svg);
    let svg = picture(host)?;
    // A picture's content is hidden from screen readers; this one can be walked through.
    let _ = svg.set_attribute("role", "group");
    let name = child_text(&svg, "title");
    let _ = svg.remove_attribute("aria-labelledby");
    let _ = svg.set_attribute("aria-label", &format!("Diagram of {name}"));
    // Without it no tooltip covers the whole picture.
    if let Some(title) = child(&svg, "title") {
        title.remove();
    }
    let size = |name: &str| attribute(&svg, name).parse().unwrap_or(0.0);
    let things = all(&svg, THINGS).iter().map(make_thing).collect();
    let mut steps: Vec<Step> = all(&svg, ".edge[data-step]")
        .iter()
        .filter_map(|edge| {
            Some(Step {
                number: attribute(edge, "data-step").parse().ok()?,
                from: attribute(edge, "data-from"),
                to: attribute(edge, "data-to"),
            })
        })
        .collect();
    steps.sort_by_key(|step| step.number);
    Some(Drawing {
        things,
        steps,
        description: child_text(&svg, "desc"),
        width: size("width"),
        height: size("height"),
    })
}

fn make_thing(element: &Element) -> Thing {
    let texts = |selector: &str| -> Vec<String> {
        all(element, selector)
            .iter()
            .filter_map(|text| text.text_content())
            .collect()
    };
    let flags: Vec<Flag> = all(element, ".flag")
        .iter()
        .map(|flag| Flag {
            number: flag.text_content().unwrap_or_default().trim().to_owned(),
            about: attribute(flag, "data-about"),
        })
        .collect();
    // Its title is its name for screen readers.
    if let (false, Some(title)) = (flags.is_empty(), child(element, "title")) {
        let notes = if flags.len() == 1 { "note" } else { "notes" };
        let name = title.text_content().unwrap_or_default();
        title.set_text_content(Some(&format!("{name}, {} {notes}", flags.len())));
    }
    let _ = element.set_attribute("role", "button");
    let _ = element.set_attribute("tabindex", "0");
    Thing {
        key: key(element),
        label: texts(".t-label").join(" "),
        role: attribute(element, "data-role"),
        service: attribute(element, "data-service"),
        flags,
    }
}

/// The svg element in a place.
pub fn picture(host: &HtmlElement) -> Option<Element> {
    host.query_selector("svg").ok().flatten()
}

/// What a box is known by on every cloud.
pub fn key(thing: &Element) -> String {
    let node = attribute(thing, "data-node");
    if node.is_empty() {
        format!("across-{}", attribute(thing, "data-role"))
    } else {
        node
    }
}

/// The box that an event happened on.
pub fn thing_at(target: Option<web_sys::EventTarget>) -> Option<String> {
    let element = target?.dyn_into::<Element>().ok()?;
    element
        .closest(THINGS)
        .ok()
        .flatten()
        .map(|thing| key(&thing))
}

/// The box with a key.
pub fn find_thing(host: &HtmlElement, wanted: &str) -> Option<Element> {
    all(host, THINGS)
        .into_iter()
        .find(|thing| key(thing) == wanted)
}

/// The key of the box that has the focus.
pub fn focused(host: &HtmlElement) -> Option<String> {
    let focused = document().active_element()?;
    host.contains(Some(&focused))
        .then(|| thing_at(Some(focused.into())))?
}

/// Puts the focus on a box.
pub fn focus_thing(host: &HtmlElement, wanted: &str) {
    let thing = find_thing(host, wanted);
    if let Some(thing) = thing.and_then(|thing| thing.dyn_into::<web_sys::SvgElement>().ok()) {
        let _ = thing.focus();
    }
}

/// Makes the chosen box stand out, and the arrows of a step with their ends. Returns what has to be
/// in sight.
pub fn mark(
    host: &HtmlElement,
    chosen: Option<&str>,
    step: Option<u8>,
    steps: &[Step],
) -> Vec<Element> {
    let Some(svg) = picture(host) else {
        return Vec::new();
    };
    let told: Vec<&Step> = steps
        .iter()
        .filter(|one| Some(one.number) == step)
        .collect();
    let _ = svg
        .class_list()
        .toggle_with_force("telling", !told.is_empty());
    let mut in_sight = Vec::new();
    for thing in all(host, THINGS) {
        let key = key(&thing);
        let is_chosen = chosen == Some(key.as_str());
        let is_lit = told.iter().any(|step| step.from == key || step.to == key);
        let _ = thing.class_list().toggle_with_force("is-chosen", is_chosen);
        let _ = thing.class_list().toggle_with_force("is-lit", is_lit);
        let _ = thing.set_attribute("aria-expanded", if is_chosen { "true" } else { "false" });
        if is_chosen || is_lit {
            in_sight.push(thing);
        }
    }
    for arrow in all(host, ".edge[data-from], .says") {
        let number = attribute(&arrow, "data-step").parse().ok();
        let is_lit = !told.is_empty() && number == step;
        let _ = arrow.class_list().toggle_with_force("is-lit", is_lit);
        if is_lit {
            in_sight.push(arrow);
        }
    }
    in_sight
}

/// All elements below one that a selector finds.
pub fn all(root: &Element, selector: &str) -> Vec<Element> {
    let Ok(found) = root.query_selector_all(selector) else {
        return Vec::new();
    };
    (0..found.length())
        .filter_map(|position| found.get(position)?.dyn_into().ok())
        .collect()
}

/// The value of an attribute; empty without one.
pub fn attribute(element: &Element, name: &str) -> String {
    element.get_attribute(name).unwrap_or_default()
}

/// The text of an element's first child of a name.
fn child_text(element: &Element, name: &str) -> String {
    child(element, name)
        .and_then(|child| child.text_content())
        .unwrap_or_default()
}

fn child(element: &Element, name: &str) -> Option<Element> {
    let children = element.children();
    (0..children.length())
        .filter_map(|position| children.item(position))
        .find(|child| child.tag_name().eq_ignore_ascii_case(name))
}
