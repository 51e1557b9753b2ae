//! Keys, as they stand on the keyboard.

use leptos::prelude::*;

use crate::commands::Keys;

/// The names of keys.
#[component]
pub fn KeyNames(keys: Keys) -> impl IntoView {
    view! { <span class="keys-of">{keys.names().into_iter().map(|name| view! { <kbd>{name}</kbd> }).collect_view()}</span> }
}
