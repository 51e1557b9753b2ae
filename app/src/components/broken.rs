//! A workload whose file can't be read.

use leptos::prelude::*;

use super::download::download_text;

/// What is wrong with the file, and the file itself to take away.
#[component]
pub fn Broken(
    /// The file.
    text: String,
    /// What is wrong with it.
    message: String,
) -> impl IntoView {
    let take = move |_| download_text("workload.workload.yaml", "application/yaml", &text);
    view! {
        <main class="page" id="main">
            <h1>"This workload can't be read"</h1>
            <p>"It is kept as it is, and nothing of it is lost. This version of Plumbline doesn't understand:"</p>
            <pre class="said">{message}</pre>
            <p class="row">
                <button type="button" class="btn-main" on:click=take>"Take the file away"</button>
                <a href="/" class="btn">"Back to the workloads"</a>
            </p>
        </main>
    }
}
