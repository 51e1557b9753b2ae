//! One question: what is asked, what can be said, and what goes with it.

use std::sync::Arc;

use leptos::prelude::*;
use plumbline_knowledge::{AnswerKind, Question};
use plumbline_workload::{Entry, Part, State, answer_words};
use wasm_bindgen::JsCast;
use web_sys::{Element, KeyboardEvent};

use super::beside::Beside;
use super::clash::{ClashNote, restore_picks};
use super::form::{Form, WHOLE, question};
use super::number::NumberField;
use super::pick::{Pick, picks};
use super::target::{Status, Target};
use crate::engine;

/// A question on the page.
#[derive(Clone, Copy)]
pub struct Field {
    /// The questionnaire.
    pub form: Form,
    /// The slot of the question.
    pub slot: usize,
    /// The question.
    pub question: &'static Question,
    /// Whom the answer is for.
    pub target: Target,
    /// What was said for the target itself.
    pub own: Memo<Entry>,
    /// The state of that.
    pub state: Memo<State>,
    /// The state of what was said for the whole.
    whole: Memo<State>,
    /// What is said for the whole, where the target is a part that says nothing of its own.
    pub inherited: Memo<Option<Entry>>,
    /// How often what was typed was dropped.
    pub restored: RwSignal<u32>,
}

impl Field {
    fn new(form: Form, slot: usize, question: &'static Question, target: Target) -> Self {
        let own = Memo::new(move |_| target.entry(&form.session.workload(), slot));
        let state = Memo::new(move |_| own.with(|entry| entry.state));
        let whole = Memo::new(move |_| Target::Whole.entry(&form.session.workload(), slot).state);
        let inherited = Memo::new(move |_| {
            let entry = || Target::Whole.entry(&form.session.workload(), slot);
            let silent = target != Target::Whole && state.get() == State::Unasked;
            silent.then(entry).filter(|entry| !entry.is_blank())
        });
        Self {
            form,
            slot,
            question,
            target,
            own,
            state,
            whole,
            inherited,
            restored: RwSignal::new(0),
        }
    }

    /// An id of an element of this question.
    pub fn id(self, piece: &str) -> String {
        format!("q-{}-{piece}", self.question.id)
    }

    /// Says this for the target; false when it contradicts other answers and isn't kept.
    pub fn answer(self, state: State) -> bool {
        self.form.answer(self.target, self.slot, state)
    }

    /// Shows what is kept in place of what was picked or typed and is not.
    pub fn restore(self) {
        restore_picks(self);
        self.restored.update(|times| *times += 1);
    }

    /// A state in words; empty when nothing was said.
    pub fn words(self, state: State) -> String {
        match state {
            State::Unasked => String::new(),
            State::Unknown => "don't know".to_owned(),
            State::NotApplicable => "not applicable".to_owned(),
            State::Answered(answer) => answer_words(engine::knowledge(), self.slot, answer),
        }
    }

    fn pick(self, pick: Pick) {
        let state = pick.applied(self.question, self.state.get_untracked());
        let _ = self.answer(state);
    }
}

/// A question with everything that belongs to it.
#[component]
pub fn QuestionField(
    /// The questionnaire.
    form: Form,
    /// The slot of the question.
    at: usize,
    /// Whom the answer is for.
    target: Target,
) -> impl IntoView {
    let slot = at;
    let Some(question) = question(slot) else {
        return ().into_any();
    };
    let field = Field::new(form, slot, question, target);
    let choices = Arc::new(picks(question));
    let by_key: Vec<Pick> = choices.iter().map(|(pick, _)| *pick).collect();
    let on_key = move |event: KeyboardEvent| {
        if event.ctrl_key()
            || event.meta_key()
            || event.alt_key()
            || crate::commands::is_typing(&event)
        {
            return;
        }
        let key = event.key();
        let pick = match key.parse::<usize>() {
            Ok(number) => number
                .checked_sub(1)
                .and_then(|place| by_key.get(place).copied()),
            Err(_) => (key == "d").then_some(Pick::State(State::Unknown)),
        };
        if let Some(pick) = pick {
            event.prevent_default();
            event.stop_propagation();
            field.pick(pick);
        }
    };
    let heading = move || match form.view.with(|view| view.chosen) {
        super::form::Chosen::Section(_) => view! { <h2>{question.ask.clone()}</h2> }.into_any(),
        _ => view! { <h3>{question.ask.clone()}</h3> }.into_any(),
    };
    let number = matches!(question.answer, AnswerKind::Number { .. })
        .then(|| view! { <NumberField field/> });
    let kind = if matches!(question.answer, AnswerKind::Choices(_)) {
        "checkbox"
    } else {
        "radio"
    };
    let options: Vec<AnyView> = choices
        .iter()
        .map(|(pick, label)| option(field, kind, *pick, label.clone(), "pick"))
        .collect();
    let unknown = option(
        field,
        "radio",
        Pick::State(State::Unknown),
        "Don't know".to_owned(),
        "pick alt",
    );
    let aside = option(
        field,
        "radio",
        Pick::State(State::NotApplicable),
        "Not applicable…".to_owned(),
        "pick alt",
    );
    view! {
        <fieldset class="question" id=format!("q-{}", question.id) tabindex="-1"
            aria-describedby=field.id("help") on:keydown=on_key>
            <legend>{heading}</legend>
            <p class="hint" id=field.id("help")>{question.help.clone()}</p>
            <Inherited field/>
            <div class="picks">
                {options}
                {number}
                {unknown}
                {aside}
                <TakeBack field/>
            </div>
            <Standing field/>
            <ClashNote field/>
            <Hidden field/>
            <Beside field/>
        </fieldset>
    }
    .into_any()
}

/// A radio button or a box with its label.
fn option(
    field: Field,
    kind: &'static str,
    pick: Pick,
    label: String,
    class: &'static str,
) -> AnyView {
    let state = field.state;
    let on = Memo::new(move |_| pick.is_on(state.get()));
    let inherited = move || {
        field
            .inherited
            .with(|entry| entry.as_ref().is_some_and(|entry| pick.is_on(entry.state)))
    };
    view! {
        <label class=class class:as-whole=inherited>
            <input type=kind name=field.id("answer") prop:checked=on on:change=move |_| field.pick(pick)/>
            <span>{label}</span>
        </label>
    }
    .into_any()
}

/// For a part that says nothing of its own: what holds for it.
#[component]
fn Inherited(field: Field) -> impl IntoView {
    move || {
        let entry = field.inherited.get()?;
        let words = field.words(entry.state);
        let said = if words.is_empty() {
            "no answer yet".to_owned()
        } else {
            words
        };
        let name = field.form.name_of(field.target).unwrap_or_default();
        let link = field.form.question_link(field.slot, Some(WHOLE));
        Some(view! {
            <p class="small quiet">
                "As for the "<a href=link>"whole workload"</a>": "<b class="given">{said}</b>
                {format!(". Answer here where {name} differs.")}
            </p>
        })
    }
}

/// The button that takes the answer back.
#[component]
fn TakeBack(field: Field) -> impl IntoView {
    move || {
        (field.state.get() != State::Unasked).then(|| {
            let whole = field.whole.get();
            let falls_back = field.target != Target::Whole && whole != State::Unasked;
            let label = if falls_back {
                format!("Take the whole workload's: {}", field.words(whole))
            } else {
                "Clear".to_owned()
            };
            let named = format!("{label}: {}", field.question.label);
            let back = move |_| {
                let _ = field.answer(State::Unasked);
                // The button goes, and the focus with it.
                request_animation_frame(move || crate::navigation::reveal(&format!("q-{}", field.question.id)));
            };
            view! { <button type="button" class="plain" aria-label=named on:click=back>{label}</button> }
        })
    }
}

/// What an open question is worth, and which parts say something of their own.
#[component]
fn Standing(field: Field) -> impl IntoView {
    let form = field.form;
    let slot = field.slot;
    let is_open = Memo::new(move |_| {
        form.statuses
            .with(|statuses| statuses.get(slot) == Some(&Status::Open))
    });
    let swing = Memo::new(move |_| {
        form.swings
            .with(|swings| swings.get(slot).copied().flatten())
    });
    let worth = move || {
        let swing = swing.get().filter(|_| is_open.get())?;
        Some(view! { <p class="small quiet num"><b>"Open. "</b>{swing.words()}</p> })
    };
    let differing = Memo::new(move |_| {
        let workload = form.session.workload();
        let said = |part: &Part| {
            (
                part.id.clone(),
                part.name.clone(),
                part.answers.get(slot).state,
            )
        };
        let parts = workload.parts.iter().map(said);
        let whole = field.target == Target::Whole && !workload.implicit_part;
        parts
            .filter(|(_, _, state)| whole && *state != State::Unasked)
            .collect::<Vec<_>>()
    });
    let parts = move || {
        let said = differing.get().into_iter().map(|(id, name, state)| {
            let link = form.question_link(slot, Some(&id));
            view! { <li><a href=link>{name}</a>": "{field.words(state)}</li> }.into_any()
        });
        let said: Vec<AnyView> = said.collect();
        (!said.is_empty()).then(
            || view! { <ul class="says small quiet" aria-label="Parts that differ">{said}</ul> },
        )
    };
    view! { {worth}{parts} }
}

/// Which answers the last answer to this question hid.
#[component]
fn Hidden(field: Field) -> impl IntoView {
    move || {
        let mut kept = field.form.kept.get().filter(|kept| kept.by == field.slot)?;
        // Some may apply again since.
        field.form.statuses.with(|statuses| {
            kept.slots
                .retain(|slot| statuses.get(*slot) == Some(&Status::Hidden))
        });
        (!kept.slots.is_empty()).then(|| view! { <p class="kept small">{kept.words()}</p> })
    }
}

/// The question that the focus is in.
pub fn focused() -> Option<Element> {
    document()
        .active_element()?
        .closest("fieldset.question")
        .ok()?
}

/// The questions on the page, from the top.
pub fn on_page() -> Vec<Element> {
    let Ok(found) = document().query_selector_all("fieldset.question") else {
        return Vec::new();
    };
    (0..found.length())
        .filter_map(|place| found.get(place))
        .filter_map(|node| node.dyn_into().ok())
        .collect()
}
