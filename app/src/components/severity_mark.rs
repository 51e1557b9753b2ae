//! Severities in colour, shape and words: never by colour alone.

use leptos::prelude::*;
use plumbline_assess::Severity;

/// What people read.
#[must_use]
pub const fn severity_label(severity: Severity) -> &'static str {
    match severity {
        Severity::High => "High",
        Severity::Medium => "Medium",
        Severity::Low => "Low",
        Severity::Open => "Open",
    }
}

/// The word of a severity in addresses.
#[must_use]
pub const fn severity_id(severity: Severity) -> &'static str {
    match severity {
        Severity::High => "high",
        Severity::Medium => "medium",
        Severity::Low => "low",
        Severity::Open => "open",
    }
}

/// The sign of a severity, with its name: a triangle, a diamond, a ring, or a dashed ring.
#[component]
pub fn SeverityMark(severity: Severity) -> impl IntoView {
    let (path, style) = match severity {
        Severity::High => ("M7 1l6 11.5H1z", "fill:var(--high)"),
        Severity::Medium => ("M7 .8L13.2 7 7 13.2.8 7z", "fill:var(--medium)"),
        Severity::Low => (
            "M7 2a5 5 0 1 1 0 10A5 5 0 1 1 7 2z",
            "fill:none;stroke:var(--low);stroke-width:2",
        ),
        Severity::Open => (
            "M7 2a5 5 0 1 1 0 10A5 5 0 1 1 7 2z",
            "fill:none;stroke:var(--ink-2);stroke-width:1.6;stroke-dasharray:2.2 2",
        ),
    };
    let color = if matches!(severity, Severity::Open) {
        "color:var(--ink-2)".to_owned()
    } else {
        format!("color:var(--{})", severity_id(severity))
    };
    view! {
        <span class="severity" style=color>
            <svg width="14" height="14" viewBox="0 0 14 14" aria-hidden="true" style=style><path d=path/></svg>
            {severity_label(severity)}
        </span>
    }
}
