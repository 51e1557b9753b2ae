//! What to run the workload on, and why.

mod answering;
mod evidence;
mod flips;
mod headline;
mod moved;
mod next;
mod open;
mod options;
mod rule;
mod weighs;
mod weight;

use std::sync::Arc;

use leptos::prelude::*;
use plumbline_assess::{Assessment, PartAssessment};
use plumbline_knowledge::Compute;

use crate::components::{PartTabs, chosen_part};
use crate::engine;
use crate::navigation::{Navigation, reveal};
use crate::session::Session;

/// What the sections of the screen share.
#[derive(Clone, Copy)]
struct Look {
    session: Session,
    navigation: Navigation,
    /// The number of the part that is looked at.
    part: Memo<usize>,
    /// The option that is weighed, where the address names one.
    option: Memo<Option<String>>,
    /// What follows without what is being tried; what is shown otherwise.
    base: Memo<Arc<Assessment>>,
}

impl Look {
    fn get() -> Self {
        let session = Session::get();
        let navigation = Navigation::get();
        let base = Memo::new(move |before: Option<&Arc<Assessment>>| {
            if session.trial().is_none() {
                return session.assessment();
            }
            match before {
                Some(before) => before.clone(),
                None => engine::read("workload", &session.text()).map_or_else(
                    |_| session.assessment(),
                    |workload| engine::assess(&workload),
                ),
            }
        });
        Self {
            session,
            navigation,
            part: chosen_part(session),
            option: navigation.query("option"),
            base,
        }
    }

    /// The part that is looked at.
    fn part(self) -> Option<PartAssessment> {
        self.session
            .assessment()
            .parts
            .get(self.part.get())
            .cloned()
    }

    /// The option that is weighed, and the one it is weighed against.
    fn weighed(self, part: &PartAssessment) -> (Compute, Compute) {
        let wanted = self.option.get().and_then(|id| Compute::from_id(&id));
        weight::against(part, wanted.unwrap_or(part.option))
    }
}

/// The screen.
#[component]
pub fn Verdict() -> impl IntoView {
    let look = Look::get();
    Effect::new(move |_| {
        if let Some(fragment) = look.navigation.fragment() {
            request_animation_frame(move || reveal(&fragment));
        }
    });
    weighs::commands(look);
    let known = move || {
        look.session
            .assessment()
            .parts
            .iter()
            .any(|part| !part.evidence.is_empty())
    };
    let part_head = move || {
        let assessment = look.session.assessment();
        let count = assessment.parts.len();
        let name = assessment
            .parts
            .get(look.part.get())
            .map(|part| part.name.clone());
        match count {
            0 | 1 => view! { <h2>"The options"</h2> }.into_any(),
            count => view! {
                <h2>{name}</h2>
                <span class="quiet small">{format!("of {count} parts")}</span>
                <span class="end"><PartTabs session=look.session/></span>
            }
            .into_any(),
        }
    };
    let why = move || {
        if known() {
            view! { <weighs::Weighs look/><evidence::EvidenceList look/> }.into_any()
        } else {
            view! {
                <div class="empty">
                    <h2>"No evidence yet"</h2>
                    <p class="quiet">"Every answer brings its reasons here: what it speaks for, how much, and where that is written. One answer is enough to begin."</p>
                </div>
            }
            .into_any()
        }
    };
    let known = Memo::new(move |_| known());
    view! {
        <main class="page verdict-page" id="main">
            <headline::Headline look/>
            <div class="verdict-cols">
                <div class="verdict-main">
                    <section aria-label="The options">
                        <header>{part_head}</header>
                        <options::Options look/>
                    </section>
                    {move || { known.get(); untrack(why) }}
                    <open::OpenRules look/>
                </div>
                <div class="verdict-side">
                    <next::AnswerNext look/>
                    <flips::Flips look/>
                    <open::OpenQuestions look/>
                </div>
            </div>
        </main>
    }
}
