//! Readiness on a line: small enough for a table.

use leptos::prelude::*;
use plumbline_assess::Readiness;

/// Readiness with where open answers would likely leave it, 72 pixels wide.
#[component]
pub fn ReadinessRange(
    /// What is drawn.
    readiness: Readiness,
) -> impl IntoView {
    const WIDTH: f64 = 72.0;
    let x = |value: f64| value.clamp(0.0, 100.0) / 100.0 * WIDTH;
    let Readiness {
        score,
        likely_low,
        likely_high,
        ..
    } = readiness;
    let width = (x(likely_high) - x(likely_low)).max(2.0);
    let words = format!("{score:.0}, likely {likely_low:.0} to {likely_high:.0}");
    view! {
        <span class="readiness-range" title=format!("Readiness {words}")>
            <b class="num">{format!("{score:.0}")}</b>
            <svg width="76" height="16" viewBox="-2 0 76 16" aria-hidden="true">
                <path d="M0 11.5h72M0 9v5M36 9v5M72 9v5" stroke="var(--line-strong)"/>
                <rect x=x(likely_low) y="8.5" width=width height="6" fill="var(--brass-fill)" opacity=".4"/>
                <path d="M-3.5 1h7v3L0 13l-3.5-9z" transform=format!("translate({:.1} 0)", x(score)) fill="var(--brass-fill)"/>
            </svg>
            <span class="unseen">{format!("likely between {likely_low:.0} and {likely_high:.0}")}</span>
        </span>
    }
}
