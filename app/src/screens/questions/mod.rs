//! The questionnaire: what is known of the workload, and what follows from it while somebody
//! answers.

mod about;
mod beside;
mod clash;
mod field;
mod form;
mod keys;
mod list;
mod live;
mod moved;
mod number;
mod parts;
mod pick;
mod review;
mod sections;
mod swing;
mod target;

use leptos::prelude::*;

use about::About;
use form::{Chosen, Form, View};
pub use keys::offer_questions;
use list::QuestionList;
use live::Live;
use parts::{EditParts, PartChoice};
use review::Review;
use sections::Sections;

use crate::engine;
use crate::navigation::reveal;

/// The screen: sections, questions, and where the workload stands.
#[component]
pub fn Questions() -> impl IntoView {
    let form = Form::new();
    keys::offer_moves(form);
    follow_view(form);
    let heading = move || match form.view.get() {
        View { open: true, .. } => "Open questions".to_owned(),
        View {
            chosen: Chosen::All,
            ..
        } => "All questions".to_owned(),
        View {
            chosen: Chosen::Review,
            ..
        } => "All answers".to_owned(),
        View {
            chosen: Chosen::Section(section),
            ..
        } => {
            let section = engine::knowledge().dimensions.get(section);
            section.map_or_else(String::new, |section| section.label.clone())
        }
    };
    let review = Memo::new(move |_| form.view.with(|view| view.chosen == Chosen::Review));
    let body = move || {
        if review.get() {
            view! { <Review form/> }.into_any()
        } else {
            view! { <PartChoice form/><QuestionList form/> }.into_any()
        }
    };
    view! {
        <main class="page questionnaire" id="main">
            <Sections form/>
            <div class="middle">
                <About form/>
                <div class="title-row"><h1>{heading}</h1><EditParts form/></div>
                {body}
                <p class="key-notes small quiet wide-only">
                    <kbd>"j"</kbd>" "<kbd>"k"</kbd>" next, previous · "<kbd>"n"</kbd>" next open · "
                    <kbd>"1"</kbd>"–"<kbd>"9"</kbd>" choose · "<kbd>"d"</kbd>" don't know"
                </p>
            </div>
            <Live form/>
        </main>
    }
}

/// Shows the question that the address points at, and starts another section from its heading.
fn follow_view(form: Form) {
    let page = Memo::new(move |_| form.view.with(|view| (view.chosen, view.open)));
    let navigation = form.navigation;
    Effect::new(move |before: Option<(Chosen, bool)>| {
        let page = page.get();
        let fragment = untrack(|| navigation.fragment());
        if before == Some(page) {
            return page;
        }
        request_animation_frame(move || {
            // On a narrow screen the sections are a row of which only some are in sight.
            crate::navigation::show("section-here");
            match (before, fragment) {
                (None, Some(fragment)) => reveal(&fragment),
                (Some(_), None) => {
                    window().scroll_to_with_x_and_y(0.0, 0.0);
                    keys::focus_first("main h1");
                }
                _ => {}
            }
        });
        page
    });
}
