//! The questions of a section, or all of them.

use leptos::prelude::*;

use super::field::QuestionField;
use super::form::{Chosen, Form, question, slot_of};
use super::target::{Status, Target};
use crate::engine;

/// Something in the list.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
enum Item {
    Section(usize),
    Question(usize, Target),
}

/// The questions that are looked at. Those that stay keep their place on the page, the focus and
/// what is typed in them.
#[component]
pub fn QuestionList(form: Form) -> impl IntoView {
    let items = move || {
        let view = form.view.get();
        let mut items = Vec::new();
        let mut last = None;
        for slot in form.shown.get() {
            let Some(question) = question(slot) else {
                continue;
            };
            if view.chosen == Chosen::All && last != Some(question.section) {
                items.push(Item::Section(question.section));
                last = Some(question.section);
            }
            items.push(Item::Question(slot, view.target.of(question)));
        }
        items
    };
    let show = move |item: Item| match item {
        Item::Section(section) => {
            let label = engine::knowledge()
                .dimensions
                .get(section)
                .map(|section| section.label.clone());
            view! { <h2 class="section-name">{label}</h2> }.into_any()
        }
        Item::Question(slot, target) => view! { <QuestionField form at=slot target/> }.into_any(),
    };
    view! {
        <NotHere form/>
        <div class="questions">
            <For each=items key=|item| *item children=show/>
        </div>
        <Nothing form/>
        <Pager form/>
    }
}

/// Says that the question that the address points at is hidden.
#[component]
fn NotHere(form: Form) -> impl IntoView {
    let hidden = Memo::new(move |_| {
        let slot = slot_of(&form.navigation.fragment()?)?;
        let status = form.statuses.with(|statuses| statuses.get(slot).copied());
        (status == Some(Status::Hidden)).then_some(slot)
    });
    move || {
        let question = question(hidden.get()?)?;
        Some(view! {
            <p class="kept">
                <b>{super::pick::capitalised(&question.label)}</b>
                " doesn't apply with the other answers as they are, so it isn't asked."
            </p>
        })
    }
}

/// What is said where no question is left.
#[component]
fn Nothing(form: Form) -> impl IntoView {
    let nothing = Memo::new(move |_| form.shown.with(Vec::is_empty));
    move || {
        nothing.get().then(|| {
            let open = form.view.with(|view| view.open);
            let (text, to, label) = if open {
                ("Nothing is open: every question that applies has an answer.", Chosen::Review, "Review the answers")
            } else {
                ("None of these questions applies with the answers so far.", Chosen::All, "See all questions")
            };
            view! { <div class="empty"><p>{text}</p><a class="btn btn-main" href=form.link(to, false)>{label}</a></div> }
        })
    }
}

/// Links to the sections before and after.
#[component]
fn Pager(form: Form) -> impl IntoView {
    move || {
        let Chosen::Section(here) = form.view.get().chosen else {
            return None;
        };
        let sections = &engine::knowledge().dimensions;
        let link = |place: usize, class: &'static str, sign: [&'static str; 2]| {
            let section = sections.get(place)?;
            let href = form.link(Chosen::Section(place), false);
            Some(
                view! { <a class=class href=href>{sign[0]}{section.label.clone()}{sign[1]}</a> }
                    .into_any(),
            )
        };
        let before = here
            .checked_sub(1)
            .and_then(|place| link(place, "before", ["← ", ""]));
        let after = link(here + 1, "after btn", ["", " →"]).or_else(|| {
            let href = form.link(Chosen::Review, false);
            Some(view! { <a class="after btn" href=href>"Review answers →"</a> }.into_any())
        });
        Some(
            view! { <nav class="pager" aria-label="Sections before and after">{before}{after}</nav> },
        )
    }
}
