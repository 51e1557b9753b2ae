//! A dialog, on the native element: the browser keeps the focus inside, gives it back afterwards and
//! closes on Escape.

use leptos::html;
use leptos::prelude::*;

/// A dialog that is shown while `open` is true.
#[component]
pub fn Dialog(
    /// Whether it is shown; set to false when the person closes it.
    open: RwSignal<bool>,
    /// Its heading.
    #[prop(into)]
    title: String,
    /// A class beside `dialog`.
    #[prop(optional)]
    class: &'static str,
    /// What is in it.
    children: ChildrenFn,
) -> impl IntoView {
    let dialog = NodeRef::<html::Dialog>::new();
    Effect::new(move |_| {
        let Some(dialog) = dialog.get() else { return };
        if open.get() && !dialog.open() {
            let _ = dialog.show_modal();
        } else if !open.get() && dialog.open() {
            dialog.close();
        }
    });
    let heading = title.clone();
    // Its content is there only while it is open, so that ids in it can't be met twice.
    let content = move || open.get().then(|| children());
    view! {
        <dialog
            node_ref=dialog
            class=format!("dialog {class}")
            aria-label=title
            on:close=move |_| open.set(false)
            on:click=move |event| {
                // A click on what is behind the dialog is a click on the dialog itself.
                let outside = event.target() == event.current_target();
                if outside { open.set(false) }
            }
        >
            <div class="dialog-body">
                <header>
                    <h2>{heading}</h2>
                    <button type="button" class="plain" aria-label="Close" on:click=move |_| open.set(false)>"✕"</button>
                </header>
                {content}
            </div>
        </dialog>
    }
}
