//! The smallest changes that turn the verdict, to be tried on the spot.

use leptos::prelude::*;
use plumbline_assess::{Flip, Kind};
use plumbline_workload::parse_answer;

use super::{Look, answering};
use crate::components::{OptionMark, option_label, option_token, question_label, whole};
use crate::engine;
use crate::session::Session;
use crate::shell::announce;

/// How many are shown before the rest is asked for.
const FIRST: usize = 5;

/// The changes of the part that is looked at. The list stays as it is while one of them is tried,
/// so that others can be tried after it.
#[component]
pub fn Flips(look: Look) -> impl IntoView {
    let list = move || {
        let base = look.base.get();
        let part = base.parts.get(look.part.get())?;
        let now = (
            part.readiness.score,
            if base.parts.len() > 1 {
                format!("readiness of {}", part.name)
            } else {
                "readiness".to_owned()
            },
        );
        let mut flips: Vec<Flip> = base
            .flips
            .iter()
            .filter(|flip| flip.part == part.id)
            .cloned()
            .collect();
        if flips.is_empty() || part.evidence.is_empty() {
            let words = if part.evidence.is_empty() {
                "Nothing to turn yet: answer a question first."
            } else {
                "No change of one or two answers turns this verdict."
            };
            return Some(view! { <p class="quiet">{words}</p> }.into_any());
        }
        let rest = flips.split_off(flips.len().min(FIRST));
        let more = rest.len();
        let entries = |flips: Vec<Flip>| {
            flips
                .into_iter()
                .map(|flip| view! { <Entry session=look.session flip now=now.clone()/> })
                .collect_view()
        };
        let rest = (more > 0).then(|| {
            view! { <details class="more"><summary><span class="chevron" aria-hidden="true">"›"</span>{format!(" {more} more")}</summary><ul>{entries(rest)}</ul></details> }
        });
        Some(view! { <ul class="flips">{entries(flips)}</ul>{rest} }.into_any())
    };
    view! {
        <section id="flips" aria-label="What would change it">
            <header><h2>"What would change it"</h2></header>
            {list}
        </section>
    }
}

#[component]
fn Entry(
    session: Session,
    flip: Flip,
    /// The part's readiness now, and what to call it.
    now: (f64, String),
) -> impl IntoView {
    let name = name(&flip);
    let tried = {
        let name = name.clone();
        Memo::new(move |_| session.trial().as_ref() == Some(&name))
    };
    let flip_label = format!("{}: {}", option_label(flip.option), flip.sentence);
    let token = option_token(flip.option);
    let lead = flip
        .sentence
        .split_once(&format!(", {} would be", flip.option.label()))
        .map_or(flip.sentence.clone(), |(lead, _)| lead.to_owned());
    let wins = flip.option.label();
    let from = flip
        .changes
        .iter()
        .map(|change| {
            format!(
                "{} is {} now",
                question_label(&change.question),
                change.from
            )
        })
        .collect::<Vec<_>>()
        .join(", ");
    let what = kind(&flip);
    let score = format!("{} {} → {}", now.1, whole(now.0), whole(flip.readiness));
    let toggle = move |_| {
        if tried.get_untracked() {
            session.drop_trial();
            announce("Dropped");
            return;
        }
        session.try_out(name.clone(), |workload| {
            for change in &flip.changes {
                let knowledge = engine::knowledge();
                let answer = knowledge.question(&change.question).and_then(|slot| {
                    Some((slot, parse_answer(knowledge, slot, &change.answer).ok()?))
                });
                if let Some((slot, answer)) = answer {
                    answering::answer(workload, &flip.part, slot, answer.into());
                }
            }
        });
        announce(format!("Trying. {}", flip.sentence));
    };
    view! {
        <li class="flip" class:tried=tried>
            <p>{lead}", "<b style=format!("color:var(--{token})")>{wins}</b>" would be better."</p>
            <button type="button" aria-pressed=move || tried.get().to_string() on:click=toggle>
                {move || if tried.get() { "Trying" } else { "Try" }}
                <span class="unseen">": "{flip_label}</span>
            </button>
            <p class="small quiet num flip-now"><OptionMark token/>" "{score}<span>" · "{from}</span></p>
            <span class="tag">{what}</span>
        </li>
    }
}

/// What undo will call the change.
fn name(flip: &Flip) -> String {
    let changes: Vec<String> = flip
        .changes
        .iter()
        .map(|change| format!("{}: {}", question_label(&change.question), change.to))
        .collect();
    changes.join("; ")
}

/// Whose the change is to make: as hard as its hardest answer.
fn kind(flip: &Flip) -> &'static str {
    match flip.changes.iter().map(|change| change.kind).max() {
        Some(Kind::Given) => "a fact",
        Some(Kind::Open) => "not answered yet",
        _ => "yours to change",
    }
}
