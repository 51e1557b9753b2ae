//! A request, step by step.

use leptos::prelude::*;
use plumbline_knowledge::Pattern;

use super::choice::Chosen;
use super::drawing::{Drawing, Step};

/// What happens in the step that is told, and the way to the next.
#[component]
pub fn Steps(
    chosen: Chosen,
    drawn: RwSignal<Drawing>,
    step: RwSignal<Option<u8>>,
) -> impl IntoView {
    let count = move || drawn.with(|drawn| numbers(&drawn.steps).len());
    let text = move || {
        let number = step.get()?;
        drawn.with(|drawn| {
            let at = numbers(&drawn.steps)
                .iter()
                .position(|one| *one == number)?;
            Some((at, story(chosen.pattern()?, drawn, number)))
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

/// What happens in a step: as the pattern tells it, else who calls whom.
fn story(pattern: &Pattern, drawn: &Drawing, number: u8) -> String {
    let node = |index: usize| pattern.nodes.get(index).map(|node| node.id.as_str());
    let label = |key: &str| {
        let thing = drawn.things.iter().find(|thing| thing.key == key);
        thing.map_or_else(|| key.to_owned(), |thing| thing.label.clone())
    };
    let tell = |step: &Step| {
        let (from, to) = (step.from.as_str(), step.to.as_str());
        let mut edges = pattern.edges.iter().filter(|edge| {
            edge.step.is_some() && node(edge.from) == Some(from) && node(edge.to) == Some(to)
        });
        let told = edges.find_map(|edge| edge.story.clone());
        told.unwrap_or_else(|| format!("{} to {}.", label(from), label(to)))
    };
    let told: Vec<String> = drawn
        .steps
        .iter()
        .filter(|step| step.number == number)
        .map(tell)
        .collect();
    told.join(" ")
}

#[cfg(test)]
mod tests {
    use super::next;

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
