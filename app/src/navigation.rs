//! Going from place to place: links, Back and Forward, and where the focus lands.

use leptos::ev;
use leptos::prelude::*;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, HtmlElement, MouseEvent};

use crate::place::{Address, Place};

/// Where the app is. One for the whole page, given by [`Navigation::provide`].
#[derive(Clone, Copy)]
pub struct Navigation {
    address: RwSignal<Address>,
    /// The place alone: what is only chosen on a screen doesn't count as going somewhere.
    place: Memo<Place>,
    /// Whether somebody went anywhere since the page was loaded.
    moved: StoredValue<bool>,
}

impl Navigation {
    /// Reads the address of the page, follows links and Back, and lets every component
    /// [`Navigation::get`] it.
    pub fn provide() {
        let address = RwSignal::new(current());
        let place = Memo::new(move |_| address.with(|address| address.place.clone()));
        let moved = StoredValue::new(false);
        let navigation = Self {
            address,
            place,
            moved,
        };
        provide_context(navigation);
        let _ = window_event_listener(ev::popstate, move |_| {
            leave_field();
            let now = current();
            let fragment = now.fragment.clone();
            address.set(now);
            if let Some(fragment) = fragment {
                request_animation_frame(move || reveal(&fragment));
            }
        });
        let _ = window_event_listener(ev::click, move |event| navigation.follow(&event));
        Effect::new(move |before: Option<Place>| {
            let place = place.get();
            if before.is_some_and(|before| before != place) {
                moved.set_value(true);
                request_animation_frame(focus_heading);
            }
            place
        });
    }

    /// The navigation of the page.
    pub fn get() -> Self {
        expect_context()
    }

    /// Where the app is.
    pub fn place(self) -> Place {
        self.place.get()
    }

    /// What is chosen on the screen under this name; follows the address.
    pub fn query(self, key: &'static str) -> Memo<Option<String>> {
        let address = self.address;
        Memo::new(move |_| address.with(|address| address.query.get(key).cloned()))
    }

    /// The element that the address points at.
    pub fn fragment(self) -> Option<String> {
        self.address.with(|address| address.fragment.clone())
    }

    /// For a screen that is there only some time after somebody went to it: puts the focus where it
    /// belongs, on what the address points at or else on the heading.
    pub fn arrived(self) {
        let moved = self.moved.get_value();
        request_animation_frame(move || match current().fragment {
            Some(fragment) => reveal(&fragment),
            None if moved => focus_heading(),
            None => {}
        });
    }

    /// Goes to an address within the app: `/w/1/verdict?part=api`.
    pub fn go(self, to: &str) {
        leave_field();
        if let Ok(history) = window().history() {
            let _ = history.push_state_with_url(&JsValue::NULL, "", Some(to));
        }
        let address = current();
        let fragment = address.fragment.clone();
        self.address.set(address);
        if let Some(fragment) = fragment {
            request_animation_frame(move || reveal(&fragment));
        }
    }

    /// Chooses something on the screen, or takes the choice back. It stands in the address, so
    /// that it can be passed on and survives a reload; Back doesn't step through every choice.
    pub fn choose(self, key: &str, value: Option<&str>) {
        let mut address = self.address.get_untracked();
        match value {
            Some(value) => address.query.insert(key.to_owned(), value.to_owned()),
            None => address.query.remove(key),
        };
        address.fragment = None;
        if let Ok(history) = window().history() {
            let _ = history.replace_state_with_url(&JsValue::NULL, "", Some(&address.text()));
        }
        self.address.set(address);
    }

    /// Takes over a click on a link within the app, unless it is meant for another window.
    fn follow(self, event: &MouseEvent) {
        let plain = event.button() == 0
            && !event.ctrl_key()
            && !event.meta_key()
            && !event.shift_key()
            && !event.alt_key();
        if !plain || event.default_prevented() {
            return;
        }
        let Some(link) = event
            .target()
            .and_then(|target| target.dyn_into::<Element>().ok())
            .and_then(|element| element.closest("a[href]").ok().flatten())
        else {
            return;
        };
        let href = link.get_attribute("href").unwrap_or_default();
        if href.starts_with('/')
            && !href.starts_with("//")
            && !link.has_attribute("target")
            && !link.has_attribute("download")
        {
            event.prevent_default();
            self.go(&href);
        } else if let Some(fragment) = href.strip_prefix('#') {
            event.prevent_default();
            reveal(fragment);
        }
    }
}

/// Takes the focus out of a field while its screen is still there, so that what was typed is kept.
fn leave_field() {
    let focused = document()
        .active_element()
        .and_then(|element| element.dyn_into::<HtmlElement>().ok());
    if let Some(field) =
        focused.filter(|element| matches!(element.tag_name().as_str(), "INPUT" | "TEXTAREA"))
    {
        let _ = field.blur();
    }
}

/// The address that the browser shows.
fn current() -> Address {
    let location = window().location();
    Address::parse(
        &location.pathname().unwrap_or_default(),
        &location.search().unwrap_or_default(),
        &location.hash().unwrap_or_default(),
    )
}

/// After a change of place: to the top, with the focus on the heading, as a new page has it.
fn focus_heading() {
    if current().fragment.is_some() {
        return;
    }
    window().scroll_to_with_x_and_y(0.0, 0.0);
    if let Some(heading) = query("main h1, h1") {
        let _ = heading.set_attribute("tabindex", "-1");
        let _ = heading.focus();
    }
}

/// Scrolls to an element, opens it if it is closed, and puts the focus there.
pub fn reveal(id: &str) {
    let Some(element) = document()
        .get_element_by_id(id)
        .and_then(|element| element.dyn_into::<HtmlElement>().ok())
    else {
        return;
    };
    if element.tag_name() == "DETAILS" {
        let _ = element.set_attribute("open", "");
    }
    if !element.has_attribute("tabindex") {
        let _ = element.set_attribute("tabindex", "-1");
    }
    element.scroll_into_view();
    let _ = element.focus();
}

fn query(selector: &str) -> Option<HtmlElement> {
    document()
        .query_selector(selector)
        .ok()
        .flatten()
        .and_then(|element| element.dyn_into().ok())
}

/// Scrolls an element into view if it isn't, and leaves the focus where it is.
pub fn show(id: &str) {
    if let Some(element) = document().get_element_by_id(id) {
        let options = web_sys::ScrollIntoViewOptions::new();
        options.set_block(web_sys::ScrollLogicalPosition::Nearest);
        element.scroll_into_view_with_scroll_into_view_options(&options);
    }
}
