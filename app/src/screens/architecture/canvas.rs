//! The picture, to be zoomed, moved about in, and asked.

use std::sync::Arc;

use leptos::ev;
use leptos::html;
use leptos::prelude::*;
use plumbline_api::{Document, DocumentRequest};
use wasm_bindgen::JsCast;
use web_sys::{HtmlDivElement, HtmlElement, KeyboardEvent, PointerEvent, TouchEvent, WheelEvent};

use super::drawing::{self, Drawing};
use super::morph::Before;
use super::zoom::Zoom;
use crate::components::{LiveDocument, document_text};

/// A press that moves less than this is a click.
const STILL: i32 = 4;
/// A canvas that is wider than this has the panel of a box over its right edge.
const WIDE: i32 = 800;
/// How wide that panel is; the style sheet says the same.
const PANEL: f64 = 372.0;

/// The place of the picture.
#[component]
pub fn Canvas(
    /// The picture.
    live: LiveDocument,
    /// The canvas, which scrolls.
    canvas: NodeRef<html::Div>,
    /// What holds the picture.
    host: NodeRef<html::Div>,
    /// Its size.
    zoom: Zoom,
    /// What is drawn, once it is.
    drawn: RwSignal<Drawing>,
    /// The key of the box that is asked about.
    chosen: Memo<Option<String>>,
    /// Asks about a box.
    choose: Callback<Option<String>>,
    /// The step that is told.
    step: RwSignal<Option<u8>>,
) -> impl IntoView {
    let shown = StoredValue::new(None::<DocumentRequest>);
    Effect::new(move |_| {
        let (Some((request, document)), Some(host)) = (live.made(), host.get()) else {
            return;
        };
        let same_picture = shown.with_value(|shown| {
            shown
                .as_ref()
                .is_some_and(|shown| is_same_picture(shown, &request))
        });
        shown.set_value(Some(request));
        if let Some(drawing) = replace(&host, &document, zoom, same_picture) {
            drawn.set(drawing);
        }
    });
    Effect::new(move |_| {
        let (chosen, step) = (chosen.get(), step.get());
        let Some(host) = host.get() else { return };
        let in_sight = drawn.with(|drawn| {
            drawing::mark(&html_element(&host), chosen.as_deref(), step, &drawn.steps)
        });
        // Beside the panel that covers the right edge of a wide canvas.
        let room = canvas
            .get_untracked()
            .map_or(0, |canvas| canvas.client_width());
        let covered = if chosen.is_some() && room > WIDE {
            PANEL
        } else {
            0.0
        };
        zoom.bring(&in_sight, covered);
        if chosen.is_some() && room <= WIDE {
            // The panel covers the lower part of a small window.
            let options = web_sys::ScrollIntoViewOptions::new();
            options.set_block(web_sys::ScrollLogicalPosition::Nearest);
            options.set_inline(web_sys::ScrollLogicalPosition::Nearest);
            if let Some(first) = in_sight.into_iter().next() {
                // Once the panel is there and the page knows what it covers.
                request_animation_frame(move || {
                    first.scroll_into_view_with_scroll_into_view_options(&options);
                });
            }
        }
    });
    let resized = window_event_listener(ev::resize, move |_| {
        if drawn.with_untracked(|drawn| drawn.width > 0.0) {
            zoom.fit();
        }
    });
    on_cleanup(move || resized.remove());

    let moved = StoredValue::new(false);
    let on_click = move |event: ev::MouseEvent| {
        if moved.get_value() {
            moved.set_value(false);
        } else if let Some(key) = drawing::thing_at(event.target()) {
            choose.run(Some(key));
        }
    };
    let on_key = move |event: KeyboardEvent| {
        match event.key().as_str() {
            "Enter" | " " => match drawing::thing_at(event.target()) {
                Some(key) => choose.run(Some(key)),
                None => return,
            },
            // The plus on a keyboard where it needs Shift.
            "=" => zoom.nearer(),
            "Escape" if chosen.get_untracked().is_some() => choose.run(None),
            _ => return,
        }
        event.prevent_default();
    };
    let on_wheel = move |event: WheelEvent| {
        if event.ctrl_key() || event.meta_key() {
            event.prevent_default();
            if let Some((x, y)) = inside(canvas, event.client_x(), event.client_y()) {
                zoom.around((-event.delta_y() * 0.0015).exp(), x, y);
            }
        }
    };
    // Where the pointer went down, and where the canvas was scrolled to then.
    let drag = StoredValue::new(None::<[i32; 4]>);
    let on_down = move |event: PointerEvent| {
        moved.set_value(false);
        // A finger scrolls without help.
        if event.button() == 0
            && event.pointer_type() == "mouse"
            && let Some(canvas) = canvas.get_untracked()
        {
            drag.set_value(Some([
                event.client_x(),
                event.client_y(),
                canvas.scroll_left(),
                canvas.scroll_top(),
            ]));
        }
    };
    let on_move = move |event: PointerEvent| {
        let (Some([x, y, left, top]), Some(canvas)) = (drag.get_value(), canvas.get_untracked())
        else {
            return;
        };
        let (dx, dy) = (event.client_x() - x, event.client_y() - y);
        if !moved.get_value() && dx.abs().max(dy.abs()) > STILL {
            moved.set_value(true);
            let _ = canvas.set_pointer_capture(event.pointer_id());
        }
        if moved.get_value() {
            canvas.set_scroll_left(left - dx);
            canvas.set_scroll_top(top - dy);
        }
    };
    let on_up = move |_: PointerEvent| drag.set_value(None);
    // How far apart two fingers were.
    let apart = StoredValue::new(None::<f64>);
    let on_touch = move |event: TouchEvent| {
        let Some((distance, x, y)) = two_fingers(&event) else {
            return apart.set_value(None);
        };
        event.prevent_default();
        if let (Some(before), Some((x, y))) = (apart.get_value(), inside(canvas, x, y)) {
            zoom.around(distance / before.max(1.0), x, y);
        }
        apart.set_value(Some(distance));
    };
    view! {
        <div
            node_ref=canvas
            class="canvas"
            class:has-panel=move || chosen.get().is_some()
            tabindex="0"
            role="region"
            aria-label="Diagram. Plus and minus zoom, arrow keys move, Tab goes from box to box."
            aria-busy=move || live.is_working().to_string()
            on:click=on_click
            on:keydown=on_key
            on:wheel=on_wheel
            on:pointerdown=on_down
            on:pointermove=on_move
            on:pointerup=on_up
            on:pointercancel=on_up
            on:touchmove=on_touch
            on:touchend=move |_| apart.set_value(None)
        >
            <div node_ref=host class="drawing"></div>
        </div>
    }
}

/// Puts a picture in place of the one that is there. Returns what is drawn.
fn replace(
    host: &HtmlDivElement,
    document: &Arc<Document>,
    zoom: Zoom,
    same_picture: bool,
) -> Option<Drawing> {
    let svg = document_text(document)?;
    let host = html_element(host);
    let before = same_picture.then(|| Before::look(&host)).flatten();
    let focused = drawing::focused(&host);
    let drawing = drawing::insert(&host, &svg)?;
    zoom.show(drawing.width, drawing.height, !same_picture);
    if let Some(before) = before {
        before.move_on(&host);
    }
    if let Some(focused) = focused {
        drawing::focus_thing(&host, &focused);
    }
    Some(drawing)
}

/// Whether two requests draw the same part in the same pattern: then the picture changes in place.
fn is_same_picture(before: &DocumentRequest, now: &DocumentRequest) -> bool {
    before.part == now.part && before.pattern == now.pattern
}

fn html_element(host: &HtmlDivElement) -> HtmlElement {
    host.clone().unchecked_into()
}

/// A point of the window as a point of the canvas.
fn inside(canvas: NodeRef<html::Div>, x: i32, y: i32) -> Option<(f64, f64)> {
    let place = canvas.get_untracked()?.get_bounding_client_rect();
    Some((f64::from(x) - place.left(), f64::from(y) - place.top()))
}

/// How far apart two fingers are, and the point between them.
fn two_fingers(event: &TouchEvent) -> Option<(f64, i32, i32)> {
    let touches = event.touches();
    let (one, other) = (touches.get(0)?, touches.get(1)?);
    let (dx, dy) = (
        one.client_x() - other.client_x(),
        one.client_y() - other.client_y(),
    );
    let middle = |one: i32, other: i32| (one + other) / 2;
    Some((
        f64::from(dx).hypot(f64::from(dy)),
        middle(one.client_x(), other.client_x()),
        middle(one.client_y(), other.client_y()),
    ))
}
