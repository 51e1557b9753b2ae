//! To come.

use leptos::prelude::*;

/// To come.
#[component]
pub fn Questions() -> impl IntoView {
    view! { <main class="page" id="main"><h1>"Questions"</h1></main> }
}
