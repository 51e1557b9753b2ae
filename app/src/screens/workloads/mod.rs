//! The portfolio: every workload with its verdict, and the ways in for new ones.

mod begin;
mod choice;
mod facts;
mod import;
mod opened;
mod portfolio;
mod row_menu;
mod table;
mod take_in;
mod welcome;

use leptos::prelude::*;
use plumbline_assess::Outcome;

use crate::commands::{Command, Keys, offer};
use crate::components::{OptionMark, outcome_token};
use crate::navigation::Navigation;
use crate::shell::announce;
use begin::{BeginDialog, Problems};
use choice::Choice;
use portfolio::{Portfolio, Row};
use row_menu::{RowMenu, RowMenuPopover};
use table::PortfolioTable;
use take_in::{DropZone, ImportReport, Intake, IntakeButtons, PasteDialog};
use welcome::Welcome;

pub use facts::first_name;
pub use opened::OpenedFiles;

/// The portfolio.
#[component]
pub fn Workloads() -> impl IntoView {
    let portfolio = Portfolio::provide();
    let intake = Intake::provide(portfolio);
    RowMenu::provide();
    let navigation = Navigation::get();
    let begin = RwSignal::new(false);
    document().set_title("Workloads · Plumbline");
    offer(move || {
        vec![
            Command::new("Workloads", "New workload", move || begin.set(true))
                .with_keys(Keys::Alt("n")),
            Command::new("Workloads", "Import workload files", move || {
                intake.choose()
            }),
            Command::new("Workloads", "Paste a workload file", move || {
                intake.pasting.set(true)
            }),
            Command::new("Workloads", "Show the archived workloads", move || {
                navigation.choose("archived", Some("1"))
            }),
        ]
    });
    let chosen = ["find", "sort", "verdict", "archived"].map(|key| navigation.query(key));
    let choice = Memo::new(move |_| {
        let [find, sort, verdict, archived] = chosen.map(|chosen| chosen.get());
        Choice::read(find, sort, verdict, archived)
    });
    let untouched = Memo::new(move |_| chosen.iter().all(|chosen| chosen.with(Option::is_none)));
    let is_new = Memo::new(move |_| portfolio.is_new() && untouched.get());
    let has_come = Memo::new(move |_| portfolio.rows().is_some());
    let content = move || {
        match (has_come.get(), is_new.get()) {
        (false, _) => view! {
            <h1>"Workloads"</h1>
            {move || portfolio.problem.with(Option::is_none).then(|| view! { <p class="quiet" role="status">"Fetching the workloads…"</p> })}
        }
        .into_any(),
        (true, true) => view! { <Welcome begin/> }.into_any(),
        (true, false) => view! { <Shelf choice begin/> }.into_any(),
    }
    };
    let dialog_closed = move || !begin.get();
    view! {
        <main class="page workloads" id="main">
            <Show when=dialog_closed><Problems/></Show>
            <ImportReport/>
            {content}
        </main>
        <BeginDialog open=begin/>
        <PasteDialog/>
        <RowMenuPopover/>
        <DropZone/>
    }
}

/// The workloads, and what is chosen of them.
#[component]
fn Shelf(choice: Memo<Choice>, begin: RwSignal<bool>) -> impl IntoView {
    let portfolio = Portfolio::get();
    let candidates = Memo::new(move |_| portfolio.candidates());
    let picked = Memo::new(move |_| {
        candidates.with(|candidates| choice.with(|choice| choice.pick(candidates)))
    });
    let rows = Signal::derive(move || {
        let all = portfolio.rows().unwrap_or_default();
        picked
            .get()
            .into_iter()
            .filter_map(|number| all.get(number).cloned())
            .collect::<Vec<Row>>()
    });
    let count = move |archived: bool| {
        candidates.with(|all| all.iter().filter(|one| one.archived == archived).count())
    };
    Effect::new(move |before: Option<String>| {
        let find = choice.with(|choice| choice.find.clone());
        let count = picked.with(Vec::len);
        if before.is_some_and(|before| before != find) {
            announce(format!("{count} workloads"));
        }
        find
    });
    let is_empty = Memo::new(move |_| picked.with(Vec::is_empty));
    let shown = move || {
        if !is_empty.get() {
            return view! { <PortfolioTable rows choice/> }.into_any();
        }
        let archived = choice.with(|choice| choice.archived);
        if count(archived) > 0 {
            return view! { <NothingFits choice/> }.into_any();
        }
        if archived {
            return view! { <div class="empty"><p>"Nothing is archived."</p><a class="btn" href="/">"Back to the workloads"</a></div> }.into_any();
        }
        let archive = (count(true) > 0).then(|| view! { <p class="quiet">"The ones that there were are in the "<a href="/?archived=1">"archive"</a>"."</p> });
        view! {
            <div class="empty">
                <h2>"No workload here"</h2>
                {archive}
                <button type="button" class="btn-main large" on:click=move |_| begin.set(true)>"Describe a workload"</button>
            </div>
        }
        .into_any()
    };
    let heading = move || {
        if choice.with(|choice| choice.archived) {
            "Archived workloads"
        } else {
            "Workloads"
        }
    };
    view! {
        <div class="portfolio-head">
            <h1>{heading}</h1>
            <div class="row">
                <IntakeButtons/>
                <button type="button" class="btn-main" on:click=move |_| begin.set(true)>"New workload"</button>
            </div>
        </div>
        <div class="shelf">
            <Filters choice candidates/>
            {shown}
        </div>
    }
}

/// What to search for, and the verdict.
#[component]
fn Filters(choice: Memo<Choice>, candidates: Memo<Vec<choice::Candidate>>) -> impl IntoView {
    let navigation = Navigation::get();
    let of = move |outcome: Option<Outcome>| {
        let archived = choice.with(|choice| choice.archived);
        candidates.with(|all| {
            let counts = |one: &&choice::Candidate| {
                one.archived == archived && (outcome.is_none() || one.outcome == outcome)
            };
            all.iter().filter(counts).count()
        })
    };
    let verdict = move |outcome: Option<Outcome>| {
        let pressed = move || (choice.with(|choice| choice.outcome) == outcome).to_string();
        let mark = outcome.map(|outcome| view! { <OptionMark token=outcome_token(outcome)/> });
        let choose = move |_| navigation.choose("verdict", outcome.map(Outcome::id));
        view! {
            <button type="button" aria-pressed=pressed on:click=choose>
                {mark}<span class="cap">{outcome.map_or("all", Outcome::label)}</span><span class="faint num">{move || of(outcome)}</span>
            </button>
        }
    };
    let archived_link = move || {
        let archived = choice.with(|choice| choice.archived);
        let count = candidates.with(|all| all.iter().filter(|one| one.archived).count());
        match (archived, count) {
            (true, _) => {
                Some(view! { <a href="/?sort=changed">"Back from the archive"</a> }.into_any())
            }
            (false, 0) => None,
            (false, count) => {
                Some(view! { <a href="/?archived=1">{format!("Archived {count}")}</a> }.into_any())
            }
        }
    };
    view! {
        <div class="portfolio-filters" role="search" aria-label="Workloads">
            <input type="search" class="search" aria-label="Search the workloads" placeholder="Search by name, provider or verdict"
                prop:value=move || choice.with(|choice| choice.find.clone())
                on:input=move |event| {
                    let find = event_target_value(&event);
                    navigation.choose("find", (!find.is_empty()).then_some(find.as_str()));
                }/>
            <div class="choice-row compact" role="group" aria-label="Verdict">
                {verdict(None)}{Outcome::ALL.map(|outcome| verdict(Some(outcome)))}
            </div>
            <span class="end small">{archived_link}</span>
        </div>
    }
}

#[component]
fn NothingFits(choice: Memo<Choice>) -> impl IntoView {
    let all = move || {
        if choice.with(|choice| choice.archived) {
            "/?archived=1"
        } else {
            "/?sort=changed"
        }
    };
    view! {
        <div class="empty">
            <p>"No workload fits what is searched for."</p>
            <a class="btn" href=all>"Show all"</a>
        </div>
    }
}
