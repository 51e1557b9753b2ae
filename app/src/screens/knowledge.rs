//! To come.

use leptos::prelude::*;

/// To come.
#[component]
pub fn Knowledge() -> impl IntoView {
    view! { <main class="page" id="main"><h1>"Knowledge"</h1></main> }
}
