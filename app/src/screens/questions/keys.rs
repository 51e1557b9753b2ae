//! Going from question to question with the keys, and finding one in the palette.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use super::field::{focused, on_page};
use super::form::{Chosen, Form, question, slot_of};
use super::target::Status;
use crate::commands::{Command, Keys, offer};
use crate::engine;
use crate::navigation::{Navigation, reveal};
use crate::place::{Place, Screen};
use crate::session::Session;

/// The commands of the questionnaire.
pub fn offer_moves(form: Form) {
    offer(move || {
        let group = "Questionnaire";
        let go = move |label: &'static str, chosen: Chosen, open: bool| {
            Command::new(group, label, move || {
                form.navigation.go(&form.link(chosen, open))
            })
        };
        vec![
            Command::new(group, "Next question", step_on).with_keys(Keys::Plain("j")),
            Command::new(group, "Previous question", step_back).with_keys(Keys::Plain("k")),
            Command::new(group, "Next open question", move || next_open(form))
                .with_keys(Keys::Plain("n")),
            go("Open questions only", Chosen::All, true),
            go("All questions as a list", Chosen::All, false),
            go("Review answers", Chosen::Review, false),
        ]
    });
}

/// Every question, for the palette; on every screen of a workload.
pub fn offer_questions(session: Session, navigation: Navigation) {
    let id = session.id();
    let commands: Vec<Command> = engine::knowledge()
        .questions
        .iter()
        .map(|question| {
            let label = format!("Question: {}", question.label);
            let fragment = format!("q-{}", question.id);
            let part = navigation.query("part");
            let id = id.clone();
            Command::new("Questions", label, move || {
                let part = part.get_untracked();
                let query: Vec<(&str, &str)> =
                    part.iter().map(|part| ("part", part.as_str())).collect();
                navigation
                    .go(&Place::workload(&id, Screen::Questions).with(&query, Some(&fragment)));
            })
        })
        .collect();
    offer(move || commands.clone());
}

/// Where the focused question stands among those on the page.
fn here() -> Option<usize> {
    let focused = focused()?;
    on_page().iter().position(|one| *one == focused)
}

fn step_on() {
    let next = here().map_or(0, |place| place + 1);
    match on_page().get(next) {
        Some(element) => reveal(&element.id()),
        None => focus_first(".pager .after"),
    }
}

fn step_back() {
    match here() {
        Some(0) | None => focus_first("main h1"),
        Some(place) => {
            if let Some(element) = on_page().get(place - 1) {
                reveal(&element.id());
            }
        }
    }
}

/// To the next open question after the focused one; on another page of the questionnaire if it is
/// there.
fn next_open(form: Form) {
    let open: Vec<usize> = form.statuses.with_untracked(|statuses| {
        let open = statuses
            .iter()
            .enumerate()
            .filter(|(_, status)| **status == Status::Open);
        open.map(|(slot, _)| slot).collect()
    });
    let after = focused().and_then(|element| slot_of(&element.id()));
    let start = after.or_else(|| {
        form.shown
            .with_untracked(|shown| shown.first()?.checked_sub(1))
    });
    let found = open
        .iter()
        .find(|slot| start.is_none_or(|start| **slot > start))
        .or(open.first());
    let Some(slot) = found.copied() else {
        crate::shell::announce("No question is open.");
        return;
    };
    if form.shown.with_untracked(|shown| shown.contains(&slot)) {
        reveal(&question(slot).map_or_else(String::new, |question| format!("q-{}", question.id)));
    } else {
        form.navigation.go(&form.question_link(slot, None));
    }
}

/// Puts the focus on an element without scrolling to it.
pub fn focus_on(id: &str) {
    if let Some(element) = document()
        .get_element_by_id(id)
        .and_then(|one| one.dyn_into::<HtmlElement>().ok())
    {
        let options = web_sys::FocusOptions::new();
        options.set_prevent_scroll(true);
        let _ = element.focus_with_options(&options);
    }
}

/// Puts the focus on the first element that a selector finds.
pub fn focus_first(selector: &str) {
    let found = document().query_selector(selector).ok().flatten();
    if let Some(element) = found.and_then(|one| one.dyn_into::<HtmlElement>().ok()) {
        if !element.has_attribute("tabindex") && element.tag_name() != "A" {
            let _ = element.set_attribute("tabindex", "-1");
        }
        let _ = element.focus();
    }
}
