//! The first time: what this is, one next step, and the examples.

use std::sync::Arc;

use leptos::prelude::*;

use super::facts::{Facts, Reading};
use super::portfolio::{Portfolio, Row};
use super::table::signed;
use super::take_in::IntakeButtons;
use crate::components::{OptionMark, ReadinessScale, outcome_token};
use crate::engine;
use crate::place::{Place, Screen};

/// What somebody sees who has no workload yet.
#[component]
pub fn Welcome(
    /// Opens the dialog for a new workload.
    begin: RwSignal<bool>,
) -> impl IntoView {
    let portfolio = Portfolio::get();
    let cards = move || {
        let rows = portfolio.rows().unwrap_or_default();
        rows.into_iter()
            .map(|row| view! { <li><Card row/></li> })
            .collect_view()
    };
    view! {
        <div class="welcome">
            <h1>"Should it be serverless?"</h1>
            <p class="lead">"Answer what you know about a workload. Plumbline says where to run it, shows every reason, and tells you what would change the answer."</p>
            <p class="row">
                <button type="button" class="btn-main large" on:click=move |_| begin.set(true)>"Describe your own workload"</button>
            </p>
            <div class="row small"><span class="quiet">"Have a workload file already?"</span><IntakeButtons/></div>
        </div>
        <section aria-labelledby="examples">
            <header>
                <h2 id="examples">"Or look at one of these"</h2>
                <a class="end small" href="/?sort=name">"See them as a table"</a>
            </header>
            <ul class="cards">{cards}</ul>
        </section>
    }
}

#[component]
fn Card(row: Row) -> impl IntoView {
    let href = Place::workload(&row.kept.id, Screen::Verdict).path();
    let reading = row.reading.clone();
    let facts = move || match reading.get() {
        Reading::Read(facts) => view! { <Findings facts/> }.into_any(),
        Reading::Pending => view! { <p class="faint findings">"Being assessed…"</p> }.into_any(),
        Reading::Broken(_) => view! { <p class="warn">"Its file can't be read."</p> }.into_any(),
    };
    view! {
        <article class="card">
            <h3><a href=href>{row.name()}</a></h3>
            {facts}
        </article>
    }
}

#[component]
fn Findings(facts: Arc<Facts>) -> impl IntoView {
    let token = outcome_token(facts.outcome);
    let open = match facts.open {
        0 => "Every question answered".to_owned(),
        1 => "1 question open".to_owned(),
        more => format!("{more} questions open"),
    };
    let strongest = strongest(&facts.dimensions).map(|(label, points)| {
        view! { <span>"Weighs most: "{label}" "<b class="num">{signed(points.round())}</b></span> }
    });
    view! {
        <p class="verdict-line" style=format!("color:var(--{token})")><OptionMark token/><span class="cap">{facts.outcome.label()}</span></p>
        <p class="sentence">{facts.sentence.clone()}</p>
        <ReadinessScale readiness=facts.readiness/>
        <p class="small quiet facts"><span>{open}</span>{strongest}</p>
    }
}

/// The dimension that weighs most, and its points.
fn strongest(dimensions: &[f64]) -> Option<(String, f64)> {
    let labels = engine::knowledge()
        .dimensions
        .iter()
        .map(|dimension| dimension.label.clone());
    let heavier =
        |one: &(String, f64), other: &(String, f64)| one.1.abs().total_cmp(&other.1.abs());
    labels
        .zip(dimensions.iter().copied())
        .max_by(heavier)
        .filter(|(_, points)| points.abs() >= 1.0)
}
