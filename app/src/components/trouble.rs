//! Something went wrong in a panel: what, what to do, and a way on.

use leptos::prelude::*;
use plumbline_api::Problem;

/// A problem, said in its panel; the rest of the page goes on.
#[component]
pub fn Trouble(
    /// What went wrong.
    problem: Problem,
    /// Tries again.
    #[prop(optional)]
    again: Option<Callback<()>>,
) -> impl IntoView {
    let help = (!problem.help.is_empty()).then(|| view! { <p class="quiet">{problem.help}</p> });
    view! {
        <div class="trouble" role="alert">
            <p class="said"><b>{problem.message}</b></p>
            {help}
            {again.map(|again| view! {
                <button type="button" on:click=move |_| again.run(())>"Try again"</button>
            })}
        </div>
    }
}
