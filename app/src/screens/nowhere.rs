//! An address that leads nowhere.

use leptos::prelude::*;

/// Says so, with a way on.
#[component]
pub fn Nowhere() -> impl IntoView {
    view! {
        <main class="page" id="main">
            <h1>"There is nothing at this address"</h1>
            <p class="quiet">"The link may be old, or a letter of it may be missing."</p>
            <p><a class="btn btn-main" href="/">"To the workloads"</a></p>
        </main>
    }
}
