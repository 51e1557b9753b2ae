//! A number with its unit, as people write it.

use leptos::prelude::*;
use plumbline_knowledge::AnswerKind;
use plumbline_rules::{Answer, Quantity, format_quantity};
use plumbline_workload::{State, parse_answer};
use web_sys::KeyboardEvent;

use super::field::Field;
use crate::engine;

/// The field of a number. Nothing is answered while somebody types: leaving the field or Enter does.
#[component]
pub fn NumberField(field: Field) -> impl IntoView {
    let AnswerKind::Number { quantity, typical } = &field.question.answer else {
        return ().into_any();
    };
    let quantity = *quantity;
    let draft = RwSignal::new(String::new());
    let touched = RwSignal::new(false);
    let error = RwSignal::new(None::<String>);
    let state = field.state;
    let read = move |text: &str| parse_answer(engine::knowledge(), field.slot, text);
    Effect::new(move |_| {
        let state = state.get();
        field.restored.track();
        let typed = draft.get_untracked();
        // What was typed stays as it was typed for as long as it says the same.
        if read(&typed).map(State::from) != Ok(state) {
            let shown = matches!(state, State::Answered(_));
            draft.set(if shown {
                field.words(state)
            } else {
                String::new()
            });
        }
        touched.set(false);
        error.set(None);
    });
    let commit = move || {
        // The field may be left because the screen is.
        if touched.try_get_untracked() != Some(true) {
            return;
        }
        let text = draft.get_untracked();
        if text.trim().is_empty() {
            error.set(None);
            let kept = !matches!(state.get_untracked(), State::Answered(_))
                || field.answer(State::Unasked);
            touched.set(!kept);
            return;
        }
        match read(&text) {
            Ok(answer) => {
                error.set(None);
                let kept = field.answer(State::from(answer));
                touched.set(!kept);
            }
            Err(message) => error.set(Some(message)),
        }
    };
    let understood = move || {
        let answer = if touched.get() {
            draft
                .with(|text| read(text))
                .map_or(State::Unasked, State::from)
        } else {
            state.get()
        };
        match answer {
            State::Answered(Answer::Number(value)) => {
                draft.with(|text| in_other_words(text, value, quantity))
            }
            _ => String::new(),
        }
    };
    let example = typical
        .get(typical.len() / 2)
        .map(|(value, _)| format!("e.g. {}", format_quantity(*value, quantity)));
    let inherited = move || {
        field.inherited.with(|entry| {
            let answered = entry
                .as_ref()
                .filter(|entry| matches!(entry.state, State::Answered(_)))?;
            Some(field.words(answered.state))
        })
    };
    let problem = move || {
        error.get().map(|message| {
            let mut lines = message.lines();
            let first = lines.next().unwrap_or("").to_owned();
            let rest: Vec<&str> = lines
                .map(|line| line.trim_start_matches("help: "))
                .collect();
            view! { <b>{first}</b>" "{rest.join(" ")} }
        })
    };
    let error_id = field.id("error");
    let understood_id = field.id("understood");
    view! {
        <span class="number">
            <input type="text" inputmode="text" autocomplete="off" spellcheck="false"
                aria-label=format!("{}, with its unit", super::pick::capitalised(&field.question.label))
                aria-describedby=format!("{understood_id} {error_id}")
                aria-invalid=move || error.with(Option::is_some).then_some("true")
                placeholder=move || inherited().or_else(|| example.clone())
                prop:value=draft
                on:input=move |event| {
                    draft.set(event_target_value(&event));
                    touched.set(true);
                    error.set(None);
                }
                on:blur=move |_| commit()
                on:keydown=move |event: KeyboardEvent| {
                    if event.key() == "Enter" {
                        event.prevent_default();
                        commit();
                    }
                }
            />
            <output class="quiet num" id=understood_id>{understood}</output>
        </span>
        <p class="warn number-error" role="alert" id=error_id>{problem}</p>
    }
    .into_any()
}

/// A number in other words than those typed: "= 15 min"; a rate also by the second. Empty when
/// there are none.
fn in_other_words(typed: &str, value: f64, quantity: Quantity) -> String {
    let squeezed =
        |text: &str| -> String { text.split_whitespace().collect::<String>().to_lowercase() };
    let words = format_quantity(value, quantity);
    let by_the_second = quantity == Quantity::Rate && !words.ends_with("/s");
    let per_second = by_the_second.then(|| format!("{} a second", short(value)));
    let other = (squeezed(&words) != squeezed(typed)).then_some(words);
    match (other, per_second) {
        (Some(words), Some(rate)) => format!("= {words}, {rate}"),
        (Some(one), None) | (None, Some(one)) => format!("= {one}"),
        (None, None) => String::new(),
    }
}

/// A number to two significant digits or so.
fn short(value: f64) -> String {
    let decimals = match value {
        10.0.. => 0,
        1.0.. => 1,
        0.1.. => 2,
        0.01.. => 3,
        _ => 6,
    };
    format!("{value:.decimals$}")
}

#[cfg(test)]
mod tests {
    use plumbline_rules::Quantity;

    use super::in_other_words;

    #[test]
    fn a_number_is_said_once_more_only_in_other_words() {
        let cases = [
            ("900 ms", 0.9, Quantity::Duration, ""),
            ("0.9s", 0.9, Quantity::Duration, "= 900 ms"),
            ("40/s", 40.0, Quantity::Rate, ""),
            (
                "40 per minute",
                40.0 / 60.0,
                Quantity::Rate,
                "= 40/min, 0.67 a second",
            ),
            ("40/min", 40.0 / 60.0, Quantity::Rate, "= 0.67 a second"),
            ("half", 0.5, Quantity::Share, "= 50 %"),
        ];
        for (typed, value, quantity, words) in cases {
            assert_eq!(in_other_words(typed, value, quantity), words, "{typed}");
        }
    }
}
