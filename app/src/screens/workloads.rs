//! To come.

use leptos::prelude::*;
use leptos::task::spawn_local;
use plumbline_api::{Api, Listed, Problem};

use crate::backend::Backend;
use crate::components::Trouble;
use crate::engine;

/// To come.
#[component]
pub fn Workloads() -> impl IntoView {
    let list = RwSignal::new(None::<Result<Vec<Listed>, Problem>>);
    spawn_local(async move {
        let _ = list.try_set(Some(Backend::here().workloads().await));
    });
    let rows = move || match list.get() {
        None => view! { <p>"…"</p> }.into_any(),
        Some(Err(problem)) => view! { <Trouble problem/> }.into_any(),
        Some(Ok(list)) => list
            .into_iter()
            .map(|one| {
                let name = engine::read("w", &one.text).map(|w| w.name).unwrap_or_default();
                view! { <p><a href=format!("/w/{}/verdict", one.id)>{name}</a></p> }
            })
            .collect_view()
            .into_any(),
    };
    view! { <main class="page" id="main"><h1>"Workloads"</h1>{rows}</main> }
}
