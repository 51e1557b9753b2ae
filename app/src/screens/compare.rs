//! To come.

use leptos::prelude::*;

/// To come.
#[component]
pub fn Compare() -> impl IntoView {
    view! { <main class="page" id="main"><h1>"Compare"</h1></main> }
}
