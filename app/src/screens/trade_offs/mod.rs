//! What it costs to decide so, and what is done about it.

mod decision;
mod entry;
mod found;
mod stale;

use leptos::prelude::*;
use plumbline_assess::Severity;
use plumbline_workload::Day;

use crate::commands::{Command, offer};
use crate::components::{counted, severity_id, severity_label, today};
use crate::navigation::{Navigation, reveal};
use crate::place::{Place, Screen};
use crate::session::Session;
use entry::TradeOffEntry;
use found::{Found, Standing, found, standing};
use stale::Stale;

/// What can be chosen of the findings, with what the buttons say.
const LEVELS: [Severity; 4] = [
    Severity::High,
    Severity::Medium,
    Severity::Low,
    Severity::Open,
];

/// The screen.
#[component]
pub fn TradeOffs() -> impl IntoView {
    let session = Session::get();
    let navigation = Navigation::get();
    let level = navigation.query("severity");
    let only = navigation.query("show");
    let day = StoredValue::new(Day::parse(&today()));
    let all = Memo::new(move |_| found(&session.assessment()));
    Effect::new(move |_| {
        if let Some(fragment) = navigation.fragment() {
            request_animation_frame(move || reveal(&fragment));
        }
    });
    let standings = move || {
        let workload = session.workload();
        all.with(|all| {
            // What may not arise at all needn't be decided yet.
            all.iter()
                .filter(|one| one.severity != Severity::Open)
                .map(|one| standing(workload.decisions.get(&one.id), day.get_value().as_ref()))
                .collect::<Vec<_>>()
        })
    };
    let to_decide = Memo::new(move |_| {
        standings()
            .into_iter()
            .filter(|one| *one != Standing::Decided)
            .count()
    });
    let expired = Memo::new(move |_| {
        standings()
            .into_iter()
            .filter(|one| *one == Standing::Expired)
            .count()
    });
    offer(move || {
        let show = |label: &str, value: Option<&'static str>| {
            Command::new("Trade-offs", label, move || {
                navigation.choose("show", value)
            })
        };
        vec![
            show("Show trade-offs that are undecided", Some("undecided")),
            show("Show all trade-offs", None),
        ]
    });
    let summary = move || {
        let count = all.with(Vec::len);
        let levels: Vec<String> = LEVELS
            .into_iter()
            .filter_map(|level| {
                let here = all.with(|all| all.iter().filter(|one| one.severity == level).count());
                (here > 0).then(|| format!("{here} {}", severity_label(level).to_lowercase()))
            })
            .collect();
        let arise = all.with(|all| all.iter().any(|one| one.severity != Severity::Open));
        let undecided = match (to_decide.get(), expired.get()) {
            (0, _) if !arise => "None of them arises for certain yet.".to_owned(),
            (0, _) => "All that arise are decided.".to_owned(),
            (open, 0) => format!("{open} undecided."),
            (open, old) => format!("{open} to decide, {old} of them because the decision expired."),
        };
        format!(
            "{}: {}. {undecided}",
            counted(count, "trade-off"),
            levels.join(", ")
        )
    };
    let shown = move || {
        let (level, only) = (level.get(), only.get());
        // What is decided while only the undecided are shown stays until the choice is made anew.
        let workload = untrack(|| session.workload());
        all.get()
            .into_iter()
            .filter(|one| {
                level
                    .as_deref()
                    .is_none_or(|level| severity_id(one.severity) == level)
            })
            .filter(|one| {
                only.as_deref() != Some("undecided")
                    || one.severity != Severity::Open
                        && standing(workload.decisions.get(&one.id), day.get_value().as_ref())
                            != Standing::Decided
            })
            .collect::<Vec<Found>>()
    };
    let list = move || {
        let shown = shown();
        if all.with(Vec::is_empty) {
            return nothing(session);
        }
        if shown.is_empty() {
            let all = move |_| {
                navigation.choose("severity", None);
                navigation.choose("show", None);
            };
            return view! { <div class="empty"><p>"No trade-off is of this kind."</p><button type="button" on:click=all>"Show all"</button></div> }.into_any();
        }
        let entries = shown
            .into_iter()
            .map(|found| view! { <TradeOffEntry session found day/> });
        view! { <div class="trade-offs">{entries.collect_view()}</div> }.into_any()
    };
    let buttons = move || {
        let button = |value: Option<&'static str>, label: String| {
            let pressed = move || (level.get().as_deref() == value).to_string();
            view! { <button type="button" class="plain" aria-pressed=pressed on:click=move |_| navigation.choose("severity", value)>{label}</button> }
        };
        let levels = LEVELS.into_iter().filter_map(|level| {
            let here = all.with(|all| all.iter().filter(|one| one.severity == level).count());
            (here > 0).then(|| {
                button(
                    Some(severity_id(level)),
                    format!("{} {here}", severity_label(level)),
                )
            })
        });
        view! { {button(None, "All".to_owned())}{levels.collect_view()} }
    };
    let some = Memo::new(move |_| all.with(|all| !all.is_empty()));
    let uncertain = Memo::new(move |_| {
        all.with(|all| !all.is_empty() && all.iter().all(|one| one.severity == Severity::Open))
    });
    let questions = Place::workload(&session.id(), Screen::Questions).path();
    let first_step = move || {
        uncertain.get().then(|| {
            view! {
                <p class="doubt">"The answers so far don't say which of these arise. "
                <a href=questions.clone()>"Answer questions"</a>" to see what this workload has to pay."</p>
            }
        })
    };
    let undecided = move || (only.get().as_deref() == Some("undecided")).to_string();
    let toggle = move |_| {
        let on = only.get_untracked().is_some();
        navigation.choose("show", (!on).then_some("undecided"));
    };
    view! {
        <main class="page trade-off-page" id="main">
            <div class="page-head">
                <h1>"Trade-offs"</h1>
                {move || some.get().then(|| view! { <p class="quiet num">{summary}</p> })}
            </div>
            {move || some.get().then(|| view! {
                <div class="filters">
                    <span class="choice-row" role="group" aria-label="Severity">{buttons}</span>
                    <button type="button" class="plain" aria-pressed=undecided on:click=toggle>{move || format!("Undecided {}", to_decide.get())}</button>
                </div>
            })}
            {first_step}
            {list}
            <Stale session all/>
        </main>
    }
}

fn nothing(session: Session) -> AnyView {
    let open = session.assessment().questions.open;
    let (text, screen, label) = if open > 0 {
        (
            "Nothing in the answers so far makes one arise. More answers may.",
            Screen::Questions,
            "Answer questions",
        )
    } else {
        (
            "Every question is answered, and none of the trade-offs of this verdict arises.",
            Screen::Checklists,
            "Go through the checklists",
        )
    };
    let href = Place::workload(&session.id(), screen).path();
    view! { <div class="empty"><h2>"No trade-offs"</h2><p class="quiet">{text}</p><a class="btn btn-main" href=href>{label}</a></div> }.into_any()
}

/// How many trade-offs arise, each counted once however many parts it concerns.
#[must_use]
pub fn trade_off_count(assessment: &plumbline_assess::Assessment) -> String {
    let arising = assessment.trade_offs.iter();
    let ids: std::collections::BTreeSet<&str> =
        arising.map(|finding| finding.id.as_str()).collect();
    ids.len().to_string()
}
