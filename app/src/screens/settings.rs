//! To come.

use leptos::prelude::*;

/// To come.
#[component]
pub fn Settings() -> impl IntoView {
    view! { <main class="page" id="main"><h1>"Settings"</h1></main> }
}
