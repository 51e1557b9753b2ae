//! The portfolio as a table, with the heat map of the dimensions in it.

use std::sync::Arc;

use leptos::prelude::*;

use super::choice::{Choice, Sort};
use super::facts::{Facts, Reading};
use super::portfolio::{Row, export};
use super::row_menu::RowMenuButton;
use crate::components::{Ago, OptionMark, ReadinessRange, outcome_token};
use crate::engine;
use crate::navigation::Navigation;
use crate::place::{Place, Screen};

/// Points from which a cell has its full colour.
const FULL: f64 = 10.0;

/// The table of the workloads that were picked, in order.
#[component]
pub fn PortfolioTable(
    /// What is shown.
    rows: Signal<Vec<Row>>,
    /// What was chosen.
    choice: Memo<Choice>,
) -> impl IntoView {
    let knowledge = engine::knowledge();
    let dimensions = knowledge.dimensions.iter().map(|dimension| {
        view! { <th scope="col" class="dimension"><span>{dimension.label.clone()}</span></th> }
    });
    let key = |row: &Row| {
        (
            row.kept.id.clone(),
            row.kept.revision,
            row.kept.archived,
            row.kept.example,
        )
    };
    view! {
        <div class="scroll portfolio-scroll" tabindex="0" role="region" aria-label="Table of the workloads">
            <table class="portfolio">
                <caption class="unseen">"Workloads, with their verdicts, readiness and the points of each dimension for serverless against always-on machines"</caption>
                <thead>
                    <tr>
                        <Column sort=Sort::Name choice label="Name"/>
                        <th scope="col">"Verdict"</th>
                        <Column sort=Sort::Readiness choice label="Readiness"/>
                        <Column sort=Sort::Open choice label="Open"/>
                        <Column sort=Sort::Changed choice label="Changed"/>
                        {dimensions.collect_view()}
                        <th scope="col"><span class="unseen">"What to do"</span></th>
                    </tr>
                </thead>
                <tbody>
                    <For each=move || rows.get() key=key let:row><TableRow row/></For>
                </tbody>
            </table>
        </div>
        <Legend/>
    }
}

/// The heading of a column that can be put in order.
#[component]
fn Column(sort: Sort, choice: Memo<Choice>, label: &'static str) -> impl IntoView {
    let navigation = Navigation::get();
    let order = move || {
        choice.with(|choice| match (choice.sort == sort, choice.ascends()) {
            (false, _) => "none",
            (true, true) => "ascending",
            (true, false) => "descending",
        })
    };
    let arrow = move || match order() {
        "ascending" => "↑",
        "descending" => "↓",
        _ => "",
    };
    let choose = move |_| {
        let next = choice.with_untracked(|choice| choice.after_choosing(sort));
        navigation.choose(
            "sort",
            (next != Sort::Changed.id()).then_some(next.as_str()),
        );
    };
    view! {
        <th scope="col" aria-sort=order>
            <button type="button" class="plain" on:click=choose>{label}<span class="arrow" aria-hidden="true">{arrow}</span></button>
        </th>
    }
}

#[component]
fn TableRow(row: Row) -> impl IntoView {
    let href = Place::workload(&row.kept.id, Screen::Verdict).path();
    let reading = row.reading.clone();
    let named = row.clone();
    let name = move || {
        reading.track();
        named.name()
    };
    let reading = row.reading.clone();
    let provider =
        move || reading.with(|reading| reading.facts().and_then(|facts| facts.provider.clone()));
    let example = row
        .kept
        .example
        .then(|| view! { <span class="tag">"example"</span> });
    let reading = row.reading.clone();
    let kept = row.clone();
    let cells = move || match reading.get() {
        Reading::Pending => {
            view! { <td colspan="3" class="faint">"Being assessed…"</td> }.into_any()
        }
        Reading::Broken(_) => {
            let kept = kept.clone();
            view! {
                <td colspan="3">
                    <span class="warn">"Its file can't be read. "</span>
                    <button type="button" class="plain inline" on:click=move |_| export(&kept)>"Take the file away"</button>
                </td>
            }
            .into_any()
        }
        Reading::Read(facts) => view! { <FactCells facts/> }.into_any(),
    };
    let reading = row.reading.clone();
    let heat = move || {
        reading.with(|reading| match reading.facts() {
            Some(facts) => facts
                .dimensions
                .iter()
                .map(|points| heat_cell(*points))
                .collect_view()
                .into_any(),
            None => view! { <td colspan=engine::knowledge().dimensions.len().to_string()></td> }
                .into_any(),
        })
    };
    view! {
        <tr>
            <th scope="row">
                <a href=href>{name}</a>
                <span class="under small quiet">{provider}{example}</span>
            </th>
            {cells}
            <td class="quiet changed"><Ago moment=row.kept.changed.clone()/></td>
            {heat}
            <td class="r"><RowMenuButton row/></td>
        </tr>
    }
}

#[component]
fn FactCells(facts: Arc<Facts>) -> impl IntoView {
    view! {
        <td class="verdict-cell">
            <OptionMark token=outcome_token(facts.outcome)/>
            <span><span class="cap">{facts.outcome.label()}</span>{facts.doubt.map(|doubt| view! { <span class="under small quiet">{doubt}</span> })}</span>
        </td>
        <td><ReadinessRange readiness=facts.readiness/></td>
        <td class="num open">{facts.open}</td>
    }
}

/// A cell of the heat map: the signed points on a ground as strong as they are.
fn heat_cell(points: f64) -> impl IntoView {
    let shown = points.round() + 0.0;
    let side = if shown < 0.0 {
        "heat against"
    } else {
        "heat for"
    };
    let strength = (shown.abs() / FULL).min(1.0);
    view! { <td class=side style=format!("--strength:{strength:.2}")><span>{signed(shown)}</span></td> }
}

/// Points with their sign, a minus as it is set in type.
pub fn signed(points: f64) -> String {
    if points > 0.0 {
        format!("+{points:.0}")
    } else if points < 0.0 {
        format!("−{:.0}", points.abs())
    } else {
        "0".to_owned()
    }
}

/// What the colours and numbers mean.
#[component]
fn Legend() -> impl IntoView {
    let steps = [-10.0, -5.0, 0.0, 5.0, 10.0].map(|points| {
        let side = if points < 0.0 {
            "heat against"
        } else {
            "heat for"
        };
        view! { <i class=side style=format!("--strength:{:.2}", f64::abs(points) / FULL)></i> }
    });
    view! {
        <p class="legend small quiet">
            <span class="steps"><span>"for always-on"</span>{steps}<span>"for serverless"</span></span>
            <span>"Points of a dimension for serverless against always-on machines, averaged over the parts. Ten points make the odds ten times as good. "
            "The band under readiness is where open answers would likely leave it."</span>
        </p>
    }
}
