//! To come.

use leptos::prelude::*;

/// To come.
#[component]
pub fn Architecture() -> impl IntoView {
    view! { <main class="page" id="main"><h1>"Architecture"</h1></main> }
}
