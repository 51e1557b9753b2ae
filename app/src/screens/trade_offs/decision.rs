//! The decision about a trade-off.

use leptos::prelude::*;
use plumbline_workload::{Choice, Day, Decision, LONGEST_NOTE, LONGEST_OWNER};

use super::found::{Standing, standing};
use crate::components::today;
use crate::session::Session;
use crate::shell::announce;

/// Says what is done, by whom and until when.
#[component]
pub fn DecisionForm(
    session: Session,
    /// The trade-off's id.
    id: String,
    /// Its title.
    title: String,
    /// The decision, if there is one.
    decision: Memo<Option<Decision>>,
    /// Today.
    day: StoredValue<Option<Day>>,
) -> impl IntoView {
    let wrong = RwSignal::new("");
    let names = StoredValue::new((id, title));
    let set = move |what: &str, change: Option<Decision>| {
        if change.as_ref().is_some_and(Decision::expires_too_early) {
            wrong.set("It would expire before it was taken: give a later day, or none.");
            return;
        }
        wrong.set("");
        let (id, title) = names.get_value();
        session.edit(format!("Trade-off: {title}: {what}"), |workload| {
            match change {
                Some(decision) => workload.decisions.insert(id, decision),
                None => workload.decisions.remove(&id),
            };
        });
    };
    let choose = move |choice: Option<Choice>| {
        let Some(choice) = choice else {
            set("undecided", None);
            announce("Undecided");
            return;
        };
        let fresh = Decision {
            decided: Day::parse(&today()),
            ..Decision::of(choice)
        };
        let before = decision.get_untracked();
        let decided = before.map_or(fresh, |before| Decision { choice, ..before });
        set(choice.label(), Some(decided));
        announce(format!("Decided: {}", choice.label()));
    };
    let group = names.with_value(|(id, _)| format!("decision-{id}"));
    let radios = [None, Some(Choice::Accept), Some(Choice::Mitigate), Some(Choice::Avoid)].map(|choice| {
        let (label, about) = match choice {
            None => ("Undecided", ""),
            Some(Choice::Accept) => ("Accept", "live with it"),
            Some(Choice::Mitigate) => ("Mitigate", "soften it"),
            Some(Choice::Avoid) => ("Avoid", "change the design"),
        };
        let checked = move || decision.with(|decision| decision.as_ref().map(|decision| decision.choice)) == choice;
        view! {
            <label class="radio"><input type="radio" name=group.clone() prop:checked=checked on:change=move |_| choose(choice)/>
            <span>{label}" "<span class="quiet small">{about}</span></span></label>
        }
    });
    let is_decided = Memo::new(move |_| decision.with(Option::is_some));
    let expired =
        move || standing(decision.get().as_ref(), day.get_value().as_ref()) == Standing::Expired;
    let again = move |_| {
        if let Some(before) = decision.get_untracked() {
            set(
                "decided again",
                Some(Decision {
                    decided: Day::parse(&today()),
                    expires: None,
                    ..before
                }),
            );
        }
    };
    let change = move |what: &'static str, change: fn(&mut Decision, Option<String>)| {
        move |event| {
            let text = event_target_value(&event).trim().to_owned();
            if let Some(mut decision) = decision.get_untracked() {
                change(&mut decision, (!text.is_empty()).then_some(text));
                set(what, Some(decision));
            }
        }
    };
    let read = move |field: fn(&Decision) -> Option<String>| {
        move || {
            decision
                .with(|decision| decision.as_ref().and_then(field))
                .unwrap_or_default()
        }
    };
    let fields = move || {
        is_decided.get().then(|| view! {
            <label><span class="label">"Owner"</span>
                <input type="text" maxlength=LONGEST_OWNER prop:value=read(|one| one.owner.clone()) on:change=change("owner", |one, text| one.owner = text)/></label>
            <div class="dates">
                <label><span class="label">"Decided on"</span>
                    <input type="date" prop:value=read(|one| one.decided.as_ref().map(Day::to_string)) on:change=change("day", |one, text| one.decided = text.as_deref().and_then(Day::parse))/></label>
                <label><span class="label">"Holds until"</span>
                    <input type="date" prop:value=read(|one| one.expires.as_ref().map(Day::to_string)) on:change=change("expiry", |one, text| one.expires = text.as_deref().and_then(Day::parse))/></label>
            </div>
            <label><span class="label">"Note"</span>
                <textarea rows="3" maxlength=LONGEST_NOTE prop:value=read(|one| one.note.clone()) on:change=change("note", |one, text| one.note = text)></textarea></label>
        })
    };
    view! {
        <fieldset class="decision">
            <legend>"Decision"</legend>
            <div class="radios">{radios}</div>
            {move || expired().then(|| view! {
                <p class="warn">"This decision has expired. Take it again, or choose otherwise."</p>
                <p><button type="button" on:click=again>"Decide again, as of today"</button></p>
            })}
            {fields}
            <p class="warn" role="alert">{wrong}</p>
        </fieldset>
    }
}
