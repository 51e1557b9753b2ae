//! What the questionnaire shows, and what answering does.

use std::sync::Arc;

use leptos::prelude::*;
use plumbline_knowledge::Question;
use plumbline_workload::{Entry, State, Workload};

use super::clash::Clash;
use super::swing::{Swing, swings};
use super::target::{Status, Target, kept_though_hidden, statuses};
use crate::engine;
use crate::navigation::Navigation;
use crate::place::{Place, Screen};
use crate::session::Session;

/// What the address calls the answers that hold for every part: no part can be called so.
pub const WHOLE: &str = "_whole";

/// Which questions are looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Chosen {
    /// Those of one section.
    Section(usize),
    /// All of them.
    All,
    /// All answers in a table.
    Review,
}

/// Which questions are looked at, and for whom.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct View {
    /// Which.
    pub chosen: Chosen,
    /// Only those that were open when the view was chosen.
    pub open: bool,
    /// For whom.
    pub target: Target,
}

/// Answers that an answer has just hidden.
#[derive(Clone, Debug, PartialEq)]
pub struct Kept {
    /// The question that was answered.
    pub by: usize,
    /// The questions that have an answer and don't apply now.
    pub slots: Vec<usize>,
}

impl Kept {
    /// As a sentence.
    pub fn words(&self) -> String {
        let labels: Vec<&str> = self
            .slots
            .iter()
            .filter_map(|slot| Some(question(*slot)?.label.as_str()))
            .collect();
        let labels = labels.join(", ");
        match self.slots.len() {
            1 => format!("1 answer is kept though its question doesn't apply now: {labels}."),
            more => {
                format!("{more} answers are kept though their questions don't apply now: {labels}.")
            }
        }
    }
}

/// The questionnaire of the open workload.
#[derive(Clone, Copy)]
pub struct Form {
    /// The workload.
    pub session: Session,
    /// Where the app is.
    pub navigation: Navigation,
    /// What is looked at.
    pub view: Memo<View>,
    /// Ids and names of the parts; none where the workload has no named parts.
    pub parts: Memo<Vec<(String, String)>>,
    /// How the questions stand for whom is looked at.
    pub statuses: Memo<Arc<Vec<Status>>>,
    /// The questions that are shown, in order.
    pub shown: Memo<Vec<usize>>,
    /// How far each open question can move readiness; worked out when nothing else is to do.
    pub swings: RwSignal<Arc<Vec<Option<Swing>>>>,
    /// What the last answer hid.
    pub kept: RwSignal<Option<Kept>>,
    /// The last answer, where it contradicts others and so was not kept.
    pub clash: RwSignal<Option<Clash>>,
    part: Memo<Option<String>>,
}

impl Form {
    /// The questionnaire of the workload that is open here.
    pub fn new() -> Self {
        let session = Session::get();
        let navigation = Navigation::get();
        let part = navigation.query("part");
        let section = navigation.query("section");
        let only_open = navigation.query("open");
        let view = Memo::new(move |_| {
            let workload = session.workload();
            View {
                chosen: chosen(section.get().as_deref(), navigation.fragment().as_deref()),
                open: only_open.get().is_some(),
                target: part.with(|part| target(&workload, part.as_deref())),
            }
        });
        let statuses = Memo::new(move |_| {
            let target = view.with(|view| view.target);
            Arc::new(statuses(engine::knowledge(), &session.workload(), target))
        });
        let parts = Memo::new(move |_| {
            let workload = session.workload();
            let parts = workload
                .parts
                .iter()
                .map(|part| (part.id.clone(), part.name.clone()));
            if workload.implicit_part {
                Vec::new()
            } else {
                parts.collect()
            }
        });
        let shown = shown(view, statuses);
        let form = Self {
            session,
            navigation,
            view,
            parts,
            statuses,
            shown: Memo::new(move |_| shown.with(|(_, slots)| slots.clone())),
            swings: RwSignal::new(Arc::default()),
            kept: RwSignal::new(None),
            clash: RwSignal::new(None),
            part,
        };
        form.follow_swings();
        form
    }

    /// The name of the part that is meant; none for the whole.
    pub fn name_of(self, target: Target) -> Option<String> {
        match target {
            Target::Whole => None,
            Target::Part(part) => self.parts.with(|parts| Some(parts.get(part)?.1.clone())),
        }
    }

    /// The workload now, for a handler of events.
    pub fn now(self) -> Arc<Workload> {
        untrack(|| self.session.workload())
    }

    /// Answers a question. What goes with the answer stays. False, and nothing is kept, when the
    /// answer contradicts others.
    pub fn answer(self, target: Target, slot: usize, state: State) -> bool {
        if self.would_clash(target, slot, state) {
            return false;
        }
        let looked_at = self.view.get_untracked().target;
        let hidden =
            |workload: &Workload| kept_though_hidden(engine::knowledge(), workload, looked_at);
        let before = hidden(&self.now());
        self.change(target, slot, "Answer", |entry| entry.state = state);
        let mut slots = hidden(&self.now());
        slots.retain(|slot| !before.contains(slot));
        self.kept
            .set((!slots.is_empty()).then_some(Kept { by: slot, slots }));
        true
    }

    /// Changes what was said to a question. `what` is what undo calls it.
    pub fn change(self, target: Target, slot: usize, what: &str, change: impl FnOnce(&mut Entry)) {
        let Some(question) = question(slot) else {
            return;
        };
        let workload = self.now();
        let name = match target.name(&workload) {
            Some(part) => format!("{what}: {} ({part})", question.label),
            None => format!("{what}: {}", question.label),
        };
        self.session.edit(name, |workload| {
            let mut entry = target.entry(workload, slot);
            change(&mut entry);
            target.set(workload, slot, entry);
        });
    }

    /// The address of a view of the questionnaire.
    pub fn link(self, chosen: Chosen, open: bool) -> String {
        self.address(chosen, open, self.part.get_untracked().as_deref(), None)
    }

    /// The address of a question in its section; of this part, or as is looked at.
    pub fn question_link(self, slot: usize, part: Option<&str>) -> String {
        let Some(question) = question(slot) else {
            return String::new();
        };
        let looked_at = self.part.get_untracked();
        let fragment = format!("q-{}", question.id);
        let part = part.or(looked_at.as_deref());
        self.address(
            Chosen::Section(question.section),
            false,
            part,
            Some(&fragment),
        )
    }

    fn address(
        self,
        chosen: Chosen,
        open: bool,
        part: Option<&str>,
        fragment: Option<&str>,
    ) -> String {
        let dimensions = &engine::knowledge().dimensions;
        let section = match chosen {
            Chosen::All => "all",
            Chosen::Review => "review",
            Chosen::Section(section) => dimensions
                .get(section)
                .map_or("", |section| section.id.as_str()),
        };
        let mut query = vec![("section", section)];
        if open {
            query.push(("open", "1"));
        }
        if let Some(part) = part {
            query.push(("part", part));
        }
        Place::workload(&self.session.id(), Screen::Questions).with(&query, fragment)
    }

    /// Works the swings out anew a moment after the answers or the part have changed, so that
    /// nobody waits for them.
    fn follow_swings(self) {
        const PAUSE: std::time::Duration = std::time::Duration::from_millis(200);
        let waiting = StoredValue::new(None::<TimeoutHandle>);
        let stop = move || {
            if let Some(handle) = waiting.try_update_value(Option::take).flatten() {
                handle.clear();
            }
        };
        Effect::new(move |_| {
            let target = self.view.with(|view| view.target);
            let workload = self.session.workload();
            stop();
            let work = move || {
                let found = swings(engine::assessor(), &workload, target);
                let _ = self.swings.try_set(Arc::new(found));
            };
            waiting.set_value(set_timeout_with_handle(work, PAUSE).ok());
        });
        on_cleanup(stop);
    }
}

/// The question in a slot.
pub fn question(slot: usize) -> Option<&'static Question> {
    engine::knowledge().questions.get(slot)
}

/// The slot of the question that a fragment of an address points at.
pub fn slot_of(fragment: &str) -> Option<usize> {
    engine::knowledge().question(fragment.strip_prefix("q-")?)
}

fn chosen(section: Option<&str>, fragment: Option<&str>) -> Chosen {
    match (section, fragment.and_then(slot_of).and_then(question)) {
        (Some("all"), _) => Chosen::All,
        (_, Some(question)) => Chosen::Section(question.section),
        (Some("review"), _) => Chosen::Review,
        (section, _) => {
            let found = section.and_then(|section| engine::knowledge().dimension(section));
            Chosen::Section(found.unwrap_or(0))
        }
    }
}

fn target(workload: &Workload, part: Option<&str>) -> Target {
    if workload.implicit_part || part == Some(WHOLE) {
        return Target::Whole;
    }
    let found = workload
        .parts
        .iter()
        .position(|one| Some(one.id.as_str()) == part);
    Target::Part(found.unwrap_or(0))
}

type Shown = (Option<View>, Vec<usize>);

fn shown(view: Memo<View>, statuses: Memo<Arc<Vec<Status>>>) -> Memo<Shown> {
    Memo::new(move |before: Option<&Shown>| {
        let view = view.get();
        let statuses = statuses.get();
        // What was answered since the view was chosen stays in sight: it may be looked at once more,
        // and the focus is in it.
        let stays = |slot: &usize| {
            before.is_some_and(|(of, slots)| *of == Some(view) && slots.contains(slot))
        };
        let slots = statuses
            .iter()
            .enumerate()
            .filter(|(slot, status)| match status {
                Status::Hidden => false,
                Status::Open => true,
                _ => !view.open || stays(slot),
            })
            .map(|(slot, _)| slot)
            .filter(|slot| match view.chosen {
                Chosen::Section(section) => {
                    question(*slot).is_some_and(|one| one.section == section)
                }
                _ => true,
            })
            .collect();
        (Some(view), slots)
    })
}
