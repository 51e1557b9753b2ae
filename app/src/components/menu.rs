//! A panel that opens below its button, on the native disclosure element.

use leptos::html;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::Node;

/// A button with a panel; Escape, a click elsewhere, or leaving it with Tab closes the panel.
#[component]
pub fn Menu(
    /// What the button says.
    label: &'static str,
    /// What is in the panel.
    children: Children,
) -> impl IntoView {
    let menu = NodeRef::<html::Details>::new();
    let close = move || {
        if let Some(menu) = menu.get_untracked() {
            menu.set_open(false);
        }
    };
    let is_inside = move |target: Option<web_sys::EventTarget>| {
        let target = target.and_then(|target| target.dyn_into::<Node>().ok());
        menu.get_untracked()
            .is_some_and(|menu| menu.contains(target.as_ref()))
    };
    let elsewhere = window_event_listener(leptos::ev::pointerdown, move |event| {
        if !is_inside(event.target()) {
            close();
        }
    });
    on_cleanup(move || elsewhere.remove());
    view! {
        <details
            node_ref=menu
            class="menu"
            on:keydown=move |event| {
                if event.key() == "Escape" && menu.get_untracked().is_some_and(|menu| menu.open()) {
                    event.stop_propagation();
                    close();
                    let button = menu.get_untracked().and_then(|menu| menu.query_selector("summary").ok().flatten());
                    if let Some(button) = button.and_then(|button| button.dyn_into::<web_sys::HtmlElement>().ok()) {
                        let _ = button.focus();
                    }
                }
            }
            on:focusout=move |event| {
                if event.related_target().is_some() && !is_inside(event.related_target()) {
                    close();
                }
            }
        >
            <summary class="btn">{label}<span class="chevron" aria-hidden="true">"▾"</span></summary>
            <div class="menu-panel">{children()}</div>
        </details>
    }
}
