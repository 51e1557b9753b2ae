//! The options in colour, shape and words: never by colour alone.

use leptos::prelude::*;
use plumbline_assess::Outcome;
use plumbline_knowledge::Compute;

/// The token of an option's colour: `functions`, `containers` or `always-on`.
#[must_use]
pub const fn option_token(option: Compute) -> &'static str {
    match option {
        Compute::Functions => "functions",
        Compute::ServerlessContainers => "containers",
        Compute::AlwaysOn => "always-on",
    }
}

/// What people call an option.
#[must_use]
pub const fn option_label(option: Compute) -> &'static str {
    match option {
        Compute::Functions => "Functions",
        Compute::ServerlessContainers => "Serverless containers",
        Compute::AlwaysOn => "Always-on",
    }
}

/// The token of an outcome's colour.
#[must_use]
pub const fn outcome_token(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Functions => "functions",
        Outcome::ServerlessContainers => "containers",
        Outcome::AlwaysOn => "always-on",
        Outcome::Hybrid => "hybrid",
    }
}

/// The sign of an outcome: a shape of its own in its colour. Its name has to stand beside it.
#[component]
pub fn OptionMark(
    /// The token of the colour, which tells the shape as well.
    token: &'static str,
) -> impl IntoView {
    let shape = match token {
        "functions" => view! { <path d="M6 1l5 9.5H1z"/> }.into_any(),
        "containers" => view! { <path d="M1.5 1.5h9v9h-9z"/> }.into_any(),
        "hybrid" => view! { <path d="M6 .5L11.5 6 6 11.5.5 6z"/> }.into_any(),
        _ => view! { <circle cx="6" cy="6" r="5"/> }.into_any(),
    };
    view! {
        <svg class="mark" width="12" height="12" viewBox="0 0 12 12" aria-hidden="true"
            style=format!("fill:var(--{token})")>{shape}</svg>
    }
}
