//! Where the workload stands while somebody answers: readiness, verdict, what moved, what next.

use std::sync::Arc;

use leptos::prelude::*;
use plumbline_assess::{Assessment, NextQuestion};
use plumbline_knowledge::AnswerKind;
use plumbline_workload::State;

use super::form::{Form, Kept};
use super::moved::moves;
use super::pick::{Pick, picks};
use super::target::Target;
use crate::components::{OptionMark, option_label, option_token, outcome_token, signed, whole};
use crate::engine;
use crate::place::Place;
use crate::shell::announce;

/// As many rules as can be taken in at a glance.
const MOST_MOVES: usize = 5;

/// The panel beside the questions; below them on a narrow screen.
#[component]
pub fn Live(form: Form) -> impl IntoView {
    let session = form.session;
    let begun = Memo::new(move |_| session.assessment().questions.answered > 0);
    announce_changes(form);
    view! {
        <aside class="live" aria-labelledby="live-title">
            <h2 class="unseen" id="live-title">"Where it stands"</h2>
            <div class="live-score">{move || if begun.get() {
                view! {
                    <Score form/>
                    <ul class="live-verdict">{move || verdict(&session.assessment())}</ul>
                    {move || overall(&session.assessment())}
                    {move || tentative(&session.assessment())}
                }.into_any()
            } else {
                view! {
                    <p><b>"No verdict yet"</b></p>
                    <p class="small quiet">"Answer what you know, in any order. The verdict appears with the first answer and moves with every other one."</p>
                }.into_any()
            }}</div>
            <div class="live-more">{move || moved(form)}</div>
            <div class="live-next" id="live-next" tabindex="-1"><Next form/></div>
        </aside>
    }
}

/// Readiness with its bounds; it glows once when it has moved.
#[component]
fn Score(form: Form) -> impl IntoView {
    let shown = Memo::new(move |_| whole(form.session.assessment().readiness.score));
    let first = StoredValue::new(true);
    let score = move || {
        let score = shown.get();
        let moved = !first.get_value();
        first.set_value(false);
        // A new element each time, so that the glow starts anew.
        view! { <span class="big num" class:glows=moved>{score}</span> }
    };
    let between = move || {
        let readiness = form.session.assessment().readiness;
        let title = format!(
            "For certain between {} and {}",
            whole(readiness.low),
            whole(readiness.high)
        );
        let text = format!(
            "likely {} to {}",
            whole(readiness.likely_low),
            whole(readiness.likely_high)
        );
        view! { <span class="small quiet num" title=title>{text}</span> }
    };
    view! {
        <p class="score"><span class="small quiet">"Readiness for serverless"</span>{score}{between}</p>
        {move || track(&form.session.assessment())}
    }
}

/// The bounds on a line from 0 to 100; said in words beside it.
fn track(assessment: &Assessment) -> impl IntoView + use<> {
    let of = assessment.readiness;
    let span = |low: f64, high: f64| format!("left:{low:.1}%;width:{:.1}%", (high - low).max(0.5));
    view! {
        <span class="live-track" aria-hidden="true">
            <span class="certain" style=span(of.low, of.high)></span>
            <span class="likely" style=span(of.likely_low, of.likely_high)></span>
            <span class="at" style=format!("left:{:.1}%", of.score)></span>
        </span>
    }
}

/// The option of every part, in its colour, with its sign.
fn verdict(assessment: &Assessment) -> Vec<AnyView> {
    let several = assessment.parts.len() > 1;
    assessment
        .parts
        .iter()
        .map(|part| {
            let token = option_token(part.option);
            let whose = several.then(|| format!(" for {}", part.name));
            let close = part.close_call.then_some(", a close call");
            view! {
                <li><OptionMark token/>
                    <span><b style=format!("color:var(--{token})")>{option_label(part.option)}</b>{whose}{close}</span></li>
            }
            .into_any()
        })
        .collect()
}

/// The outcome for all parts together, where there is no room for each.
fn overall(assessment: &Assessment) -> impl IntoView + use<> {
    let outcome = assessment.verdict.option;
    let token = outcome_token(outcome);
    let label = super::pick::capitalised(outcome.label());
    view! { <p class="overall"><OptionMark token/><b style=format!("color:var(--{token})")>{label}</b></p> }
}

/// A word of caution where open answers may well turn the verdict.
fn tentative(assessment: &Assessment) -> Option<impl IntoView + use<>> {
    let is_so = assessment.verdict.tentative;
    is_so.then(|| view! { <p class="small quiet caution">"On what is known so far: what is open may well turn it."</p> })
}

/// What the last step moved.
fn moved(form: Form) -> Option<AnyView> {
    let (name, before) = form.session.before()?;
    let now = form.session.assessment();
    let all = moves(&before, &now);
    let change = whole(now.readiness.score) - whole(before.readiness.score);
    let rest = all.len().saturating_sub(MOST_MOVES);
    let rows: Vec<AnyView> = all
        .into_iter()
        .take(MOST_MOVES)
        .map(|one| {
            // Points are always of an option, whose sign and name stand beside them: they aren't
            // those of readiness, and may well go the other way.
            let more = match &one.part {
                Some(part) => format!(" for {}, {part}", one.option.label()),
                None => format!(" for {}", one.option.label()),
            };
            let token = option_token(one.option);
            let path = Place::knowledge(Some("rules"), Some(&one.rule)).path();
            view! {
                <li><span class="num"><b>{one.sign}</b>" "<OptionMark token/></span>
                    <span>{one.ended.then_some("No longer: ")}<a href=path>{one.title}</a><span class="quiet">{more}</span></span></li>
            }
            .into_any()
        })
        .collect();
    let nothing = rows
        .is_empty()
        .then(|| view! { <p class="small quiet">"No rule weighs it by itself: the balance stays as it was."</p> });
    let readiness = (change != 0).then(|| {
        view! { <span class="num" class:up={change > 0} class:down={change < 0}>{format!("readiness {}", signed(change))}</span> }
    });
    let more =
        (rest > 0).then(|| view! { <p class="small quiet">{format!("and {rest} more")}</p> });
    Some(
        view! {
            <h3 class="small quiet"><span>{name}</span>{readiness}</h3>
            <ul class="moves">{rows}</ul>
            {nothing}{more}
        }
        .into_any(),
    )
}

/// The question to answer next, to be answered on the spot where that takes one click.
#[component]
fn Next(form: Form) -> impl IntoView {
    let next = Memo::new(move |_| {
        let workload = form.session.workload();
        let assessment = form.session.assessment();
        let asked = |next: &&NextQuestion| {
            target_of(form, next)
                .is_some_and(|(slot, target)| target.entry(&workload, slot).state == State::Unasked)
        };
        // What nobody knows was asked already; it comes last.
        let questions = &assessment.next_questions;
        questions.iter().find(asked).or(questions.first()).cloned()
    });
    move || {
        let Some(next) = next.get() else {
            return view! { <p class="small quiet">"No open answer can move the verdict."</p> }
                .into_any();
        };
        let Some((slot, target)) = target_of(form, &next) else {
            return ().into_any();
        };
        let part = next.part.as_deref().filter(|_| target != Target::Whole);
        let link = form.question_link(slot, part);
        let address = link.clone();
        let whose = target.name(&form.now()).map(|name| format!(" · {name}"));
        view! {
            <h3 class="small quiet">"Answer next"{whose}</h3>
            <p><a href=link>{next.ask.clone()}</a></p>
            <p class="small quiet num swing-note">{worth(&next)}</p>
            {quick(form, slot, target, &address)}
        }
        .into_any()
    }
}

/// What an answer is good for.
fn worth(next: &NextQuestion) -> String {
    const WORTH_SAYING: f64 = 0.05;
    if next.turns >= WORTH_SAYING {
        format!(
            "The answer turns the verdict in {:.0} of 100 cases.",
            next.turns * 100.0
        )
    } else {
        "Of what is open, it settles most.".to_owned()
    }
}

/// Buttons that answer a question with few choices.
fn quick(form: Form, slot: usize, target: Target, link: &str) -> Option<AnyView> {
    const MOST: usize = 6;
    let question = super::form::question(slot)?;
    let one_click = matches!(
        question.answer,
        AnswerKind::Choice(_) | AnswerKind::YesNo { .. }
    );
    let picks = picks(question);
    if !one_click || picks.len() > MOST {
        return None;
    }
    let unknown = (Pick::State(State::Unknown), "Don't know".to_owned());
    let buttons: Vec<AnyView> = picks
        .into_iter()
        .chain([unknown])
        .map(|(pick, label)| {
            let link = link.to_owned();
            let answer = move |_| {
                let state = target.entry(&form.now(), slot).state;
                if !form.answer(target, slot, pick.applied(question, state)) {
                    // What it contradicts is said at the question.
                    form.navigation.go(&link);
                    return;
                }
                // The button goes with its question; the focus stays in the panel.
                request_animation_frame(|| super::keys::focus_on("live-next"));
            };
            view! { <button type="button" on:click=answer>{label}</button> }.into_any()
        })
        .collect();
    Some(
        view! { <div class="quick" role="group" aria-label="Answer it here">{buttons}</div> }
            .into_any(),
    )
}

fn target_of(form: Form, next: &NextQuestion) -> Option<(usize, Target)> {
    let slot = engine::knowledge().question(&next.question)?;
    let workload = form.now();
    let part = next.part.as_deref().filter(|_| !workload.implicit_part);
    let target = match part {
        Some(id) => Target::Part(workload.parts.iter().position(|part| part.id == id)?),
        None => Target::Whole,
    };
    Some((slot, target))
}

/// Says to screen readers what an answer did.
fn announce_changes(form: Form) {
    Effect::new(move |before: Option<(Arc<Assessment>, Option<Kept>)>| {
        let now = form.session.assessment();
        let kept = form.kept.get();
        let Some((before, kept_before)) = before else {
            return (now, kept);
        };
        let mut said = String::new();
        if before != now {
            let score = now.readiness.score.round();
            let change = (score - before.readiness.score.round()) as i32;
            let change = if change == 0 {
                String::new()
            } else {
                format!(", {}", signed(change))
            };
            said = format!("Readiness {score}{change}. ");
            if now.verdict.sentence != before.verdict.sentence {
                said.push_str(&now.verdict.sentence);
            }
        }
        if let Some(kept) = kept
            .as_ref()
            .filter(|kept| kept_before.as_ref() != Some(*kept))
        {
            said.push_str(&kept.words());
        }
        if !said.is_empty() {
            announce(said);
        }
        (now, kept)
    });
}
