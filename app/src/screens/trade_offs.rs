//! To come.

use leptos::prelude::*;

/// To come.
#[component]
pub fn TradeOffs() -> impl IntoView {
    view! { <main class="page" id="main"><h1>"TradeOffs"</h1></main> }
}
