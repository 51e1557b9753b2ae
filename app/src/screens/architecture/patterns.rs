//! The pattern that is drawn, and how well the others fit.

use leptos::prelude::*;
use plumbline_design::Fit;
use plumbline_knowledge::Pattern;

use super::choice::Chosen;
use crate::engine::knowledge;
use crate::place::Place;

/// As many other patterns as are shown at first.
const FIRST: usize = 4;

/// A list of all patterns to choose from, the best fit first.
#[component]
pub fn PatternChoice(chosen: Chosen) -> impl IntoView {
    let options = move || {
        let drawn = chosen.pattern_index();
        let options = chosen.fits().into_iter().enumerate().filter_map(|(position, fit)| {
            let pattern = knowledge().patterns.get(fit.pattern)?;
            let label = if position == 0 { format!("{} (fits best)", pattern.name) } else { pattern.name.clone() };
            Some(view! { <option value=fit.pattern.to_string() selected=fit.pattern == drawn>{label}</option> })
        });
        options.collect_view()
    };
    view! {
        <label class="pattern-choice">
            <span class="unseen">"Pattern"</span>
            <select on:change=move |event| {
                if let Ok(index) = event_target_value(&event).parse() {
                    chosen.choose_pattern(index);
                }
            }>{options}</select>
        </label>
    }
}

/// Why this pattern, what to mind, and the others.
#[component]
pub fn Patterns(chosen: Chosen) -> impl IntoView {
    let about = move || {
        let pattern = chosen.pattern()?;
        let fits = chosen.fits();
        let at = fits
            .iter()
            .position(|fit| fit.pattern == chosen.pattern_index())?;
        Some(about(pattern, fits.get(at)?, at))
    };
    let others = move || {
        let drawn = chosen.pattern_index();
        let (first, rest): (Vec<_>, Vec<_>) = chosen
            .fits()
            .into_iter()
            .filter(|fit| fit.pattern != drawn)
            .enumerate()
            .partition(|(position, fit)| *position < FIRST && fit.score > 0);
        let row = move |(_, fit): (usize, Fit)| other(chosen, fit);
        let rest_count = rest.len();
        view! {
            <ul class="other-patterns">{first.into_iter().map(row).collect_view()}</ul>
            <details>
                <summary class="quiet"><span class="chevron" aria-hidden="true">"▸"</span>{format!(" {rest_count} that fit less")}</summary>
                <ul class="other-patterns">{rest.into_iter().map(row).collect_view()}</ul>
            </details>
        }
    };
    view! {
        <div class="patterns">
            <section aria-labelledby="pattern-heading">{about}</section>
            <section aria-labelledby="others-heading">
                <header><h2 id="others-heading">"Other patterns"</h2></header>
                {others}
            </section>
        </div>
    }
}

fn about(pattern: &'static Pattern, fit: &Fit, position: usize) -> impl IntoView + use<> {
    let place = match position {
        0 => "fits best".to_owned(),
        more => format!("fits {} best", ordinal(more + 1)),
    };
    let href = Place::knowledge(Some("patterns"), Some(&pattern.id)).path();
    let list = |items: &'static [String]| {
        items
            .iter()
            .map(|item| view! { <li>{item.as_str()}</li> })
            .collect_view()
    };
    view! {
        <header>
            <h2 id="pattern-heading">{pattern.name.as_str()}</h2>
            <span class="tag">{place}</span>
            <span class="end small"><a href=href>"In the knowledge base"</a></span>
        </header>
        <p>{pattern.summary.as_str()}</p>
        <dl class="pattern-facts">
            <dt>"Why here"</dt><dd>{because(fit)}</dd>
            <dt>"Use it when"</dt><dd>{pattern.use_when.as_str()}</dd>
            <dt>"Avoid it when"</dt><dd>{pattern.avoid_when.as_str()}</dd>
        </dl>
        <div class="good-and-bad">
            <div><h3>"What it is good for"</h3><ul class="pattern-points">{list(&pattern.benefits)}</ul></div>
            <div><h3>"What to mind"</h3><ul class="pattern-points">{list(&pattern.considerations)}</ul></div>
        </div>
    }
}

fn other(chosen: Chosen, fit: Fit) -> Option<impl IntoView> {
    let pattern = knowledge().patterns.get(fit.pattern)?;
    let why = because(&fit);
    let label = format!("Draw {}", pattern.name);
    Some(view! {
        <li>
            <span>
                <b>{pattern.name.as_str()}</b>
                <span class="quiet num" title="Weights of the conditions that hold, added up">{format!(" {:+}", fit.score)}</span>
                <span class="quiet small other-why">{why}</span>
            </span>
            <button type="button" aria-label=label on:click=move |_| {
                chosen.choose_pattern(fit.pattern);
                crate::navigation::show("diagram");
            }>"Draw"</button>
        </li>
    })
}

/// What speaks for a pattern, as a sentence.
fn because(fit: &Fit) -> String {
    let mut text = fit.because.join("; ");
    if text.is_empty() {
        return "No answer speaks for it.".to_owned();
    }
    if let Some(first) = text.get(..1).map(str::to_uppercase) {
        text.replace_range(..1, &first);
    }
    text.push('.');
    text
}

fn ordinal(number: usize) -> String {
    let ending = match (number % 10, number % 100) {
        (_, 11..=13) => "th",
        (1, _) => "st",
        (2, _) => "nd",
        (3, _) => "rd",
        _ => "th",
    };
    format!("{number}{ending}")
}

#[cfg(test)]
mod tests {
    use plumbline_design::Fit;

    use super::{because, ordinal};

    #[test]
    fn ordinals_end_as_people_say_them() {
        let said: Vec<String> = [2, 3, 4, 11, 12, 13, 21, 112].map(ordinal).to_vec();
        assert_eq!(
            said,
            ["2nd", "3rd", "4th", "11th", "12th", "13th", "21st", "112th"]
        );
    }

    #[test]
    fn reasons_are_a_sentence() {
        let fit = |because: &[&str]| Fit {
            pattern: 0,
            score: 1,
            because: because.iter().map(|&text| text.to_owned()).collect(),
        };
        assert_eq!(
            because(&fit(&["kind of work is an API", "é"])),
            "Kind of work is an API; é."
        );
        assert_eq!(because(&fit(&["état"])), "état.");
        assert_eq!(because(&fit(&[])), "No answer speaks for it.");
    }
}
