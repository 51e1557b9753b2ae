//! The sections of the questionnaire, with how much of each is answered.

use leptos::prelude::*;

use super::form::{Chosen, Form};
use super::target::{Status, progress};
use crate::engine;

/// Links to the sections, to all questions, to the open ones and to the review.
#[component]
pub fn Sections(form: Form) -> impl IntoView {
    let knowledge = engine::knowledge();
    let counts = Memo::new(move |_| form.statuses.with(|statuses| progress(knowledge, statuses)));
    let sections = knowledge.dimensions.iter().enumerate().map(|(place, section)| {
        let count = move || {
            let (answered, asked) = counts.with(|counts| counts.get(place).copied().unwrap_or_default());
            let (shown, said) = if asked == 0 {
                ("–".to_owned(), ", none applies".to_owned())
            } else {
                (format!("{answered}/{asked}"), format!(", {answered} of {asked} answered"))
            };
            view! {
                <span class="num" class:done={answered == asked} aria-hidden="true">{shown}</span>
                <span class="unseen">{said}</span>
            }
        };
        let label = view! { <span>{section.label.clone()}</span> }.into_any();
        entry(form, Chosen::Section(place), false, label, count)
    });
    let open = move || {
        let open = form.statuses.with(|statuses| {
            statuses
                .iter()
                .filter(|status| **status == Status::Open)
                .count()
        });
        view! { <span class="num">{open}</span> }
    };
    let several = move || form.parts.with(|parts| parts.len() > 1);
    let total = move || {
        let (answered, asked) = counts.with(|counts| {
            counts
                .iter()
                .fold((0, 0), |sum, count| (sum.0 + count.0, sum.1 + count.1))
        });
        let share = answered as f64 * 100.0 / asked.max(1) as f64;
        view! {
            <p class="progress small quiet num">
                <span class="bar" aria-hidden="true"><span style=format!("width:{share:.1}%")></span></span>
                {format!("{answered} of {asked} answered{}", if several() { " for this part" } else { "" })}
            </p>
        }
    };
    let sections = sections.collect_view();
    let word = |text: &'static str| view! { <span>{text}</span> }.into_any();
    view! {
        <nav class="secs" aria-label="Sections of the questionnaire">
            {sections}
            <hr/>
            {entry(form, Chosen::All, true, word("Open only"), open)}
            {entry(form, Chosen::All, false, word("All as a list"), || ())}
            {entry(form, Chosen::Review, false, word("Review answers"), || ())}
            {total}
        </nav>
    }
}

fn entry<V: IntoView + 'static>(
    form: Form,
    chosen: Chosen,
    open: bool,
    label: AnyView,
    count: impl Fn() -> V + Send + 'static,
) -> AnyView {
    let href = move || {
        form.view.track();
        form.link(chosen, open)
    };
    let here = move || {
        form.view
            .with(|view| view.chosen == chosen && view.open == open)
            .then_some("true")
    };
    let id = move || here().map(|_| "section-here");
    view! { <a href=href id=id aria-current=here>{label}<span>{count}</span></a> }.into_any()
}
