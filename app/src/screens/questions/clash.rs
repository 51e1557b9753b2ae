//! Answers that can't all be true: said before they are kept, since a workload file that holds them
//! can't be read.

use leptos::prelude::*;
use plumbline_knowledge::Knowledge;
use plumbline_workload::{State, Workload};
use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;

use super::field::Field;
use super::form::{Form, question};
use super::target::Target;
use crate::engine;

/// An answer that was not kept, because others contradict it.
#[derive(Clone, Debug, PartialEq)]
pub struct Clash {
    /// The question.
    pub slot: usize,
    /// Whom the answer was for.
    pub target: Target,
    /// The answer.
    pub state: State,
    /// The contradiction, as an index into those of the knowledge base.
    pub contradiction: usize,
}

/// The contradictions in the answers, with the number of the part where each is.
pub fn clashes(knowledge: &Knowledge, workload: &Workload) -> Vec<(usize, usize)> {
    (0..workload.parts.len())
        .flat_map(|part| {
            let answers = workload.part_answers(knowledge, part);
            let holds = move |index: usize| {
                knowledge
                    .contradictions
                    .get(index)
                    .is_some_and(|one| one.when.evaluate(&answers).is_true())
            };
            (0..knowledge.contradictions.len())
                .filter(move |index| holds(*index))
                .map(move |index| (part, index))
        })
        .collect()
}

/// Keeps an answer, and clears the others that contradict it.
pub fn keep(knowledge: &Knowledge, workload: &mut Workload, clash: &Clash) {
    let say = |workload: &mut Workload, target: Target, slot: usize, state: State| {
        let mut entry = target.entry(workload, slot);
        entry.state = state;
        target.set(workload, slot, entry);
    };
    say(workload, clash.target, clash.slot, clash.state);
    // Each turn clears an answer that is there, so it ends.
    while let Some((part, index)) = clashes(knowledge, workload).first().copied() {
        let Some(contradiction) = knowledge.contradictions.get(index) else {
            return;
        };
        let others = contradiction
            .when
            .slots()
            .iter()
            .map(|slot| usize::from(*slot));
        let found = others
            .filter(|slot| *slot != clash.slot)
            .flat_map(|slot| [(Target::Part(part), slot), (Target::Whole, slot)])
            .find(|(target, slot)| {
                matches!(target.entry(workload, *slot).state, State::Answered(_))
            });
        match found {
            Some((target, slot)) => say(workload, target, slot, State::Unasked),
            None => return,
        }
    }
}

/// What an answer contradicts, and what can be done.
#[component]
pub fn ClashNote(field: Field) -> impl IntoView {
    let form = field.form;
    let here = Memo::new(move |_| {
        form.clash
            .get()
            .filter(|clash| clash.slot == field.slot && clash.target == field.target)
    });
    let note = move || {
        let clash = here.get()?;
        let contradiction = engine::knowledge()
            .contradictions
            .get(clash.contradiction)?;
        let others: Vec<AnyView> = contradiction
            .when
            .slots()
            .iter()
            .map(|slot| usize::from(*slot))
            .filter(|slot| *slot != clash.slot)
            .filter_map(|slot| {
                let link = form.question_link(slot, None);
                Some(view! { <a href=link>{question(slot)?.label.clone()}</a>" " }.into_any())
            })
            .collect();
        let keep_it = move |_| {
            let name = format!("Answer: {}", field.question.label);
            form.session
                .edit(name, |workload| keep(engine::knowledge(), workload, &clash));
            form.clash.set(None);
            crate::navigation::reveal(&format!("q-{}", field.question.id));
        };
        let leave = move |_| {
            form.clash.set(None);
            field.restore();
            crate::navigation::reveal(&format!("q-{}", field.question.id));
        };
        Some(view! {
            <div class="kept clash">
                <p><b>"Not kept. "</b>{contradiction.says.clone()}" Contradicts: "{others}</p>
                <span class="row">
                    <button type="button" on:click=keep_it>"Keep this, clear the other"</button>
                    <button type="button" on:click=leave>"Leave it as it was"</button>
                </span>
            </div>
        })
    };
    view! { <div role="alert">{note}</div> }
}

/// Shows what was picked as it is kept, after something else was picked and not kept.
pub fn restore_picks(field: Field) {
    let Ok(inputs) =
        document().query_selector_all(&format!("#q-{} .pick input", field.question.id))
    else {
        return;
    };
    let state = field.state.get_untracked();
    for (place, pick) in super::pick::all_picks(field.question)
        .into_iter()
        .enumerate()
    {
        let input = u32::try_from(place)
            .ok()
            .and_then(|place| inputs.get(place));
        if let Some(input) = input.and_then(|node| node.dyn_into::<HtmlInputElement>().ok()) {
            input.set_checked(pick.is_on(state));
        }
    }
}

impl Form {
    /// Whether the answer would contradict others, more than they do already; remembered if so.
    pub fn would_clash(self, target: Target, slot: usize, state: State) -> bool {
        let knowledge = engine::knowledge();
        let now = self.now();
        let mut then = (*now).clone();
        let mut entry = target.entry(&then, slot);
        entry.state = state;
        target.set(&mut then, slot, entry);
        let before = clashes(knowledge, &now);
        let new = clashes(knowledge, &then)
            .into_iter()
            .find(|one| !before.contains(one));
        let clash = new.map(|(_, contradiction)| Clash {
            slot,
            target,
            state,
            contradiction,
        });
        let found = clash.is_some();
        self.clash.set(clash);
        found
    }
}

#[cfg(test)]
mod tests {
    use plumbline_workload::{Entry, State, Workload, parse_answer};

    use super::{Clash, clashes, keep};
    use crate::engine::{knowledge, read, write};
    use crate::screens::questions::target::Target;

    #[test]
    fn keeping_an_answer_clears_what_contradicts_it() {
        let mut workload = Workload::new("A");
        workload.add_part("api");
        let slot = |id| knowledge().question(id).unwrap();
        let said = |id, text| parse_answer(knowledge(), slot(id), text).unwrap();
        let peak = Entry::answered(said("peak_rate", "400/min"));
        Target::Part(0).set(&mut workload, slot("peak_rate"), peak);
        let state = State::from(said("average_rate", "40/s"));
        let clash = Clash {
            slot: slot("average_rate"),
            target: Target::Part(0),
            state,
            contradiction: 0,
        };
        keep(knowledge(), &mut workload, &clash);
        assert!(clashes(knowledge(), &workload).is_empty());
        assert_eq!(
            Target::Part(0).entry(&workload, slot("average_rate")).state,
            state
        );
        assert_eq!(
            Target::Part(0).entry(&workload, slot("peak_rate")).state,
            State::Unasked
        );
        assert!(read("workload", &write(&workload)).is_ok());
    }
}
