//! A request, step by step.

use leptos::prelude::*;

use super::drawing::{Drawing, Step};

/// What happens in the step that is told, and the way to the next.
#[component]
pub fn Steps(drawn: RwSignal<Drawing>, step: RwSignal<Option<u8>>) -> impl IntoView {
    let count = move || drawn.with(|drawn| numbers(&drawn.steps).len());
    let text = move || {
        let number = step.get()?;
        drawn.with(|drawn| {
            let at = numbers(&drawn.steps)
                .iter()
                .position(|one| *one == number)?;
            Some((at, story(&drawn.description, number)))
        })
    };
    let told = move || {
        match text() {
        Some((at, story)) => view! {
            <b class="step-number">{format!("Step {} of {}", at + 1, count())}</b>
            <span>{story}</span>
        }
        .into_any(),
        None => view! { <span class="quiet">"Follow a request through the diagram, step by step."</span> }.into_any(),
    }
    };
    view! {
        <Show when=move || { count() > 0 }>
            <div class="request-steps" role="group" aria-label="A request, step by step">
                <p class="step-text" aria-live="polite">{told}</p>
                <span class="row">
                    <Show when=move || step.get().is_some()>
                        <button type="button" class="plain" on:click=move |_| step.set(None)>"Show all"</button>
                    </Show>
                    <button type="button" disabled=move || step.get().is_none() on:click=move |_| go(drawn, step, -1)>"Previous"</button>
                    <button type="button" disabled=move || { text().is_some_and(|(at, _)| at + 1 >= count()) }
                        on:click=move |_| go(drawn, step, 1)>
                        {move || if step.get().is_none() { "Start" } else { "Next" }}
                    </button>
                </span>
            </div>
        </Show>
    }
}

/// Goes a step on or back; before the first one is the whole picture.
pub fn go(drawn: RwSignal<Drawing>, step: RwSignal<Option<u8>>, by: isize) {
    let numbers = drawn.with_untracked(|drawn| numbers(&drawn.steps));
    step.update(|step| *step = next(&numbers, *step, by));
}

fn next(numbers: &[u8], now: Option<u8>, by: isize) -> Option<u8> {
    let at = now.and_then(|now| numbers.iter().position(|number| *number == now));
    match at {
        None => numbers.first().copied().filter(|_| by > 0),
        Some(at) => at
            .checked_add_signed(by)
            .map(|at| at.min(numbers.len() - 1))
            .and_then(|at| numbers.get(at).copied()),
    }
}

/// The numbers, each once.
fn numbers(steps: &[Step]) -> Vec<u8> {
    let mut numbers: Vec<u8> = steps.iter().map(|step| step.number).collect();
    numbers.dedup();
    numbers
}

/// What happens in a step, as the picture in words tells it.
fn story(description: &str, number: u8) -> String {
    let openings = ["Step", "Also step"].map(|opening| format!("{opening} {number}: "));
    let told: Vec<&str> = description
        .lines()
        .filter_map(|line| {
            let mut openings = openings.iter();
            openings.find_map(|opening| line.strip_prefix(opening.as_str()))
        })
        .collect();
    told.join(" ")
}

#[cfg(test)]
mod tests {
    use super::{next, story};

    #[test]
    fn a_step_is_told_as_the_picture_tells_it() {
        let text = "Run it.\nStep 1: A calls B.\nAlso step 1: A tells C.\nStep 12: B answers.\nBeside the steps: D.";
        assert_eq!(story(text, 1), "A calls B. A tells C.");
        assert_eq!(story(text, 12), "B answers.");
        assert_eq!(story(text, 2), "");
    }

    #[test]
    fn steps_go_from_the_whole_to_the_last_and_back() {
        let numbers = [1, 2, 5];
        assert_eq!(next(&numbers, None, 1), Some(1));
        assert_eq!(next(&numbers, None, -1), None);
        assert_eq!(next(&numbers, Some(2), 1), Some(5));
        assert_eq!(next(&numbers, Some(5), 1), Some(5));
        assert_eq!(next(&numbers, Some(1), -1), None);
        assert_eq!(next(&numbers, Some(9), 1), Some(1));
        assert_eq!(next(&[], None, 1), None);
    }
}
