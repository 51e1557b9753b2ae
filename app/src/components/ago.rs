//! How long ago something was, as people say it.

use leptos::prelude::*;
use std::time::Duration;

/// A moment that was, in words that keep up with the clock: "3 minutes ago".
#[component]
pub fn Ago(
    /// The moment, in UTC: `2026-11-21T09:30:00Z`.
    #[prop(into)]
    moment: String,
) -> impl IntoView {
    let then = js_sys::Date::parse(&moment);
    let passed = move || (js_sys::Date::now() - then) / 1000.0;
    let words = RwSignal::new(ago(passed()));
    let tick = move || words.set(ago(passed()));
    if let Ok(ticking) = set_interval_with_handle(tick, Duration::from_secs(30)) {
        on_cleanup(move || ticking.clear());
    }
    let exact = String::from(
        js_sys::Date::new(&then.into()).to_locale_string("en-GB", &js_sys::Object::new()),
    );
    view! { <time datetime=moment title=exact>{words}</time> }
}

/// What people call a span of time that has passed, in seconds. A clock that runs behind gives
/// less than nothing, which is now.
fn ago(seconds: f64) -> String {
    const SPANS: [(f64, f64, &str); 6] = [
        (3600.0, 60.0, "minute"),
        (86_400.0, 3600.0, "hour"),
        (604_800.0, 86_400.0, "day"),
        (2_629_800.0, 604_800.0, "week"),
        (31_557_600.0, 2_629_800.0, "month"),
        (f64::INFINITY, 31_557_600.0, "year"),
    ];
    if seconds.is_nan() {
        return "at some time".to_owned();
    }
    if seconds < 60.0 {
        return "just now".to_owned();
    }
    let (_, length, name) = SPANS
        .into_iter()
        .find(|(end, ..)| seconds < *end)
        .unwrap_or(SPANS[5]);
    match (seconds / length).floor() {
        1.0 if name == "day" => "yesterday".to_owned(),
        1.0 => format!("1 {name} ago"),
        count => format!("{count} {name}s ago"),
    }
}

#[cfg(test)]
mod tests {
    use super::ago;

    #[test]
    fn time_that_has_passed_is_said_in_its_largest_unit() {
        for (seconds, words) in [
            (-5.0, "just now"),
            (59.0, "just now"),
            (60.0, "1 minute ago"),
            (200.0, "3 minutes ago"),
            (3600.0, "1 hour ago"),
            (90_000.0, "yesterday"),
            (3.0 * 86_400.0, "3 days ago"),
            (15.0 * 86_400.0, "2 weeks ago"),
            (70.0 * 86_400.0, "2 months ago"),
            (800.0 * 86_400.0, "2 years ago"),
            (f64::NAN, "at some time"),
        ] {
            assert_eq!(ago(seconds), words, "{seconds}");
        }
    }
}
