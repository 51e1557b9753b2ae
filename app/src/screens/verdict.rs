//! To come.

use leptos::prelude::*;

/// To come.
#[component]
pub fn Verdict() -> impl IntoView {
    view! { <main class="page" id="main"><h1>"Verdict"</h1></main> }
}
