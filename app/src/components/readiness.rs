//! Readiness on its scale: a plumb bob at the score, a band where open answers may still move it.

use leptos::prelude::*;
use plumbline_assess::Readiness;

use super::points::whole;

/// Readiness, drawn from 0 to 100.
#[component]
pub fn ReadinessScale(
    /// What is drawn.
    readiness: Readiness,
) -> impl IntoView {
    const WIDTH: f64 = 380.0;
    let x = |value: f64| value.clamp(0.0, 100.0) / 100.0 * WIDTH;
    let Readiness {
        score,
        likely_low,
        likely_high,
        low,
        high,
    } = readiness;
    let ticks = [0.0, 25.0, 50.0, 75.0, 100.0].map(|tick| {
        view! { <line x1=x(tick) x2=x(tick) y1="46" y2="54"/> }
    });
    // Left of the line where there is no room right of it.
    let (at, anchor) = if score > 85.0 {
        (x(score) - 10.0, "end")
    } else {
        (x(score) + 10.0, "start")
    };
    let label = format!(
        "Readiness {} of 100, likely between {} and {}, for certain between {} and {}",
        whole(score),
        whole(likely_low),
        whole(likely_high),
        whole(low),
        whole(high)
    );
    view! {
        <svg class="scale" viewBox="-6 0 392 70" role="img" aria-label=label>
            <line x1="0" x2=WIDTH y1="50" y2="50" stroke="var(--line-strong)"/>
            <g stroke="var(--line-strong)">{ticks}</g>
            <rect x=x(low) y="49" width=x(high) - x(low) height="2" fill="var(--brass-fill)" opacity=".6"/>
            <rect x=x(likely_low) y="46" width=(x(likely_high) - x(likely_low)).max(2.0) height="8" fill="var(--brass-fill)" opacity=".35"/>
            <line x1=x(score) x2=x(score) y1="8" y2="40" stroke="var(--ink)" stroke-width="1.2"/>
            <path d="M-5 36h10v4l-5 14-5-14z" transform=format!("translate({} 0)", x(score)) fill="var(--brass-fill)"/>
            <text x=at y="28" text-anchor=anchor font-size="26" font-weight="650" fill="var(--ink)">{whole(score)}<tspan dx="5" font-size="11" font-weight="400" fill="var(--ink-2)">"of 100"</tspan></text>
            <text x="0" y="67" font-size="11" fill="var(--ink-3)">"0"</text>
            <text x=WIDTH y="67" font-size="11" text-anchor="end" fill="var(--ink-3)">"100"</text>
        </svg>
    }
}
