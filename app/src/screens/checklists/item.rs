//! An item of a checklist: what to do, why it is here, and how far it is.

use leptos::prelude::*;
use plumbline_assess::ChecklistFinding;
use plumbline_workload::{Check, CheckState, LONGEST_NOTE, LONGEST_OWNER};

use crate::session::Session;

/// The item. A tick settles it; state, owner and note stand behind it.
#[component]
pub fn Item(
    session: Session,
    item: ChecklistFinding,
    /// The names of the parts that it concerns, where that isn't all of them.
    parts: String,
) -> impl IntoView {
    let about = StoredValue::new((item.id.clone(), item.text.clone()));
    let check = Memo::new(move |_| {
        about.with_value(|(id, _)| {
            session
                .workload()
                .checks
                .get(id)
                .cloned()
                .unwrap_or_default()
        })
    });
    let set = move |what: &str, change: &dyn Fn(&mut Check)| {
        let (id, text) = about.get_value();
        let mut check = check.get_untracked();
        change(&mut check);
        session.edit(
            format!("Checklist: {}: {what}", shortened(&text)),
            |workload| workload.set_check(&id, check),
        );
    };
    let tick = move |event| {
        let state = if event_target_checked(&event) {
            CheckState::Done
        } else {
            CheckState::Open
        };
        set(state.label(), &|check| check.state = state);
    };
    let choose = move |event| {
        let value = event_target_value(&event);
        if let Some(state) = CheckState::ALL
            .into_iter()
            .find(|state| state.id() == value)
        {
            set(state.label(), &|check| check.state = state);
        }
    };
    let change = move |what: &'static str, change: fn(&mut Check, Option<String>)| {
        move |event| {
            let text = event_target_value(&event).trim().to_owned();
            let text = (!text.is_empty()).then_some(text);
            set(what, &|check| change(check, text.clone()));
        }
    };
    let said = move || {
        let check = check.get();
        let state = check.state;
        let owner = check
            .owner
            .map(|owner| view! { <span class="quiet small">{owner}</span> });
        let class = match state {
            CheckState::Open => return owner.into_any(),
            CheckState::InProgress => "tag tag-progress",
            CheckState::Done | CheckState::NotNeeded => "tag",
        };
        view! { <span class=class>{state.label()}</span>{owner} }.into_any()
    };
    let options = CheckState::ALL.map(|state| {
        view! { <option value=state.id() selected=move || check.with(|check| check.state == state)>{state.label()}</option> }
    });
    let because = (!item.because.is_empty()).then(|| {
        view! { <p class="small quiet"><span class="here">"Here because "</span>{item.because.join("; ")}</p> }
    });
    let parts = (!parts.is_empty()).then(|| view! { <span class="tag">{parts}</span> });
    let settled = move || check.with(|check| check.state.is_settled());
    view! {
        <li class="check" id=format!("check-{}", item.id) class:settled=settled>
            <label class="tick"><input type="checkbox" prop:checked=move || check.with(|check| check.state == CheckState::Done) on:change=tick/>
                <span class="check-text">{item.text}</span></label>
            <div class="check-more">
                <p class="quiet">{item.why}</p>
                {because}
                <details>
                    <summary class="small"><span class="chevron" aria-hidden="true">"›"</span>" State, owner, note"
                        <span class="unseen">{about.with_value(|(_, text)| format!(": {text}"))}</span></summary>
                    <div class="check-fields">
                        <label><span class="label">"State"</span><select on:change=choose prop:value=move || check.with(|check| check.state.id())>{options}</select></label>
                        <label><span class="label">"Owner"</span><input type="text" maxlength=LONGEST_OWNER prop:value=move || check.with(|check| check.owner.clone()).unwrap_or_default() on:change=change("owner", |check, text| check.owner = text)/></label>
                        <label class="wide"><span class="label">"Note"</span><textarea rows="2" maxlength=LONGEST_NOTE prop:value=move || check.with(|check| check.note.clone()).unwrap_or_default() on:change=change("note", |check, text| check.note = text)></textarea></label>
                    </div>
                </details>
            </div>
            <div class="check-tags">{said}<span class="quiet small">{item.theme}</span>{parts}</div>
        </li>
    }
}

/// The beginning of a text, for the name of a step.
fn shortened(text: &str) -> String {
    const LONGEST: usize = 48;
    if text.chars().count() <= LONGEST {
        return text.trim_end_matches('.').to_owned();
    }
    let mut short: String = text.chars().take(LONGEST).collect();
    if let Some(space) = short.rfind(' ') {
        short.truncate(space);
    }
    short + "…"
}

#[cfg(test)]
mod tests {
    use super::shortened;

    #[test]
    fn a_long_text_is_cut_between_words() {
        assert_eq!(shortened("Write it down."), "Write it down");
        let long =
            "Give every message a key so that handling it twice does what handling it once does.";
        assert_eq!(
            shortened(long),
            "Give every message a key so that handling it…"
        );
        assert_eq!(shortened(&"é".repeat(60)), format!("{}…", "é".repeat(48)));
    }
}
