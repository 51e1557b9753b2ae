//! To come.

use leptos::prelude::*;

/// To come.
#[component]
pub fn Documents() -> impl IntoView {
    view! { <main class="page" id="main"><h1>"Documents"</h1></main> }
}
