//! What is around every screen of a workload: its name, the tabs, where it stands, what is being
//! tried, and whether it is kept.

use leptos::prelude::*;
use leptos::task::spawn_local;
use plumbline_api::{Api, Problem, Record};

use crate::backend::Backend;
use crate::commands::{Command, Keys, offer};
use crate::components::{Broken, Conflict, SaveNote, Standing, Trouble, whole};
use crate::navigation::Navigation;
use crate::place::{Place, Screen};
use crate::screens;
use crate::session::Session;

/// Fetches a workload and opens it.
#[component]
pub fn OpenWorkload(id: String) -> impl IntoView {
    let loaded = RwSignal::new(None::<Result<Record, Problem>>);
    let id = StoredValue::new(id);
    let load = move || {
        let id = id.get_value();
        spawn_local(async move {
            let record = Backend::here().workload(&id).await;
            let _ = loaded.try_set(Some(record));
        });
    };
    load();
    move || {
        match loaded.get() {
        None => view! { <main class="page" id="main"><p class="quiet" role="status">"Opening…"</p></main> }.into_any(),
        Some(Err(problem)) => view! {
            <main class="page" id="main">
                <h1>"This workload can't be opened"</h1>
                <Trouble problem again=Callback::new(move |()| load())/>
            </main>
        }
        .into_any(),
        Some(Ok(record)) => {
            let text = record.text.clone();
            match Session::open(record) {
                Ok(session) => view! { <Frame session/> }.into_any(),
                Err(message) => view! { <Broken text message/> }.into_any(),
            }
        }
    }
    }
}

#[component]
fn Frame(session: Session) -> impl IntoView {
    provide_context(session);
    let navigation = Navigation::get();
    let name = move || session.workload().name.clone();
    Effect::new(move |_| {
        let screen = match navigation.place() {
            Place::Workload { screen, .. } => screen.label(),
            _ => "",
        };
        request_animation_frame(show_tab);
        document().set_title(&format!("{screen} · {} · Plumbline", name()));
    });
    Effect::new(move |_| navigation.arrived());
    edit_commands(session);
    screen_commands(session, navigation);
    screens::offer_questions(session, navigation);
    let screen = move || match navigation.place() {
        Place::Workload { screen, .. } => Some(screen),
        _ => None,
    };
    let shown = move || match screen() {
        Some(Screen::Questions) => view! { <screens::Questions/> }.into_any(),
        Some(Screen::Verdict) => view! { <screens::Verdict/> }.into_any(),
        Some(Screen::Architecture) => view! { <screens::Architecture/> }.into_any(),
        Some(Screen::TradeOffs) => view! { <screens::TradeOffs/> }.into_any(),
        Some(Screen::Checklists) => view! { <screens::Checklists/> }.into_any(),
        Some(Screen::Documents) => view! { <screens::Documents/> }.into_any(),
        Some(Screen::Compare) => view! { <screens::Compare/> }.into_any(),
        None => ().into_any(),
    };
    view! {
        <section class="head" aria-label="Workload">
            <div class="crumbs small quiet">
                <span><a href="/">"Workloads"</a>" / "<b class="crumb-name">{name}</b></span>
                <span class="end"><SaveNote session/><UndoButtons session/></span>
            </div>
            <div class="tab-row">
                <nav class="tabs" aria-label="Screens of the workload">
                    {Screen::ALL.map(|one| view! { <Tab session one/> })}
                </nav>
                <Standing session/>
            </div>
        </section>
        <TrialBar session/>
        <Refused session/>
        {shown}
        <Conflict session/>
    }
}

/// Scrolls the row of tabs to the one of this screen, where not all fit in.
fn show_tab() {
    let Ok(Some(tab)) = document().query_selector(".tabs [aria-current]") else {
        return;
    };
    let options = web_sys::ScrollIntoViewOptions::new();
    options.set_block(web_sys::ScrollLogicalPosition::Nearest);
    options.set_inline(web_sys::ScrollLogicalPosition::Center);
    tab.scroll_into_view_with_scroll_into_view_options(&options);
}

/// A tab, with how much there is behind it.
#[component]
fn Tab(session: Session, one: Screen) -> impl IntoView {
    let navigation = Navigation::get();
    let href = Place::workload(&session.id(), one).path();
    let here = move || {
        matches!(navigation.place(), Place::Workload { screen, .. } if screen == one)
            .then_some("page")
    };
    let count = move || {
        let assessment = session.assessment();
        match one {
            Screen::Questions => {
                let count = &assessment.questions;
                Some(format!("{}/{}", count.answered, count.asked))
            }
            Screen::TradeOffs => Some(screens::trade_off_count(&assessment)),
            Screen::Checklists => Some(screens::checklist_count(&session.workload(), &assessment)),
            _ => None,
        }
    };
    view! {
        <a href=href aria-current=here>
            {one.label()}
            {move || count().map(|count| view! { " "<span class="faint num">{count}</span> })}
        </a>
    }
}

/// Undo and redo, with the name of the step.
#[component]
fn UndoButtons(session: Session) -> impl IntoView {
    let undo = move || session.can_undo();
    let redo = move || session.can_redo();
    let title = |what: &str, name: Option<String>| {
        name.map_or_else(
            || format!("Nothing to {}", what.to_lowercase()),
            |name| format!("{what}: {name}"),
        )
    };
    view! {
        <button type="button" class="plain undo" disabled=move || undo().is_none()
            title=move || title("Undo", undo()) aria-label=move || title("Undo", undo())
            on:click=move |_| session.undo()>"↶"</button>
        <button type="button" class="plain undo" disabled=move || redo().is_none()
            title=move || title("Redo", redo()) aria-label=move || title("Redo", redo())
            on:click=move |_| session.redo()>"↷"</button>
    }
}

/// What is being tried, and whether to keep it.
#[component]
fn TrialBar(session: Session) -> impl IntoView {
    move || {
        session.trial().map(|name| {
            let (before, now) = (session.kept_assessment(), session.assessment());
            let outcome = format!(
                "→ {}, readiness {} → {}",
                now.verdict.option.label(),
                whole(before.readiness.score),
                whole(now.readiness.score)
            );
            view! {
                <div class="trial" role="region" aria-label="What is being tried">
                    <p><b>"Trying: "</b>{name}" "<span class="num">{outcome}</span></p>
                    <span class="row">
                        <button type="button" class="btn-main" on:click=move |_| session.keep_trial()>"Keep it"</button>
                        <button type="button" on:click=move |_| session.drop_trial()>"Drop it"</button>
                    </span>
                </div>
            }
        })
    }
}

/// A change that couldn't be made, and why.
#[component]
fn Refused(session: Session) -> impl IntoView {
    move || {
        session.refused().map(|(name, why)| {
            view! {
                <div class="refused" role="alert">
                    <p><b>"Not changed: "</b>{name}</p>
                    <p class="said small">{why}</p>
                    <button type="button" on:click=move |_| session.forget_refused()>"Understood"</button>
                </div>
            }
        })
    }
}

fn edit_commands(session: Session) {
    offer(move || {
        let mut commands = Vec::new();
        if let Some(name) = session.can_undo() {
            let undo = Command::new("Workload", format!("Undo: {name}"), move || session.undo());
            commands.push(undo.with_keys(Keys::Command("z")));
        }
        if let Some(name) = session.can_redo() {
            let redo = Command::new("Workload", format!("Redo: {name}"), move || session.redo());
            commands.push(redo.with_keys(Keys::CommandShift("z")));
        }
        if session.trial().is_some() {
            commands.push(Command::new(
                "Workload",
                "Keep what is being tried",
                move || session.keep_trial(),
            ));
            commands.push(Command::new(
                "Workload",
                "Drop what is being tried",
                move || session.drop_trial(),
            ));
        }
        commands
    });
}

fn screen_commands(session: Session, navigation: Navigation) {
    const KEYS: [&str; 7] = ["1", "2", "3", "4", "5", "6", "7"];
    offer(move || {
        let id = session.id();
        Screen::ALL
            .into_iter()
            .zip(KEYS)
            .map(|(screen, key)| {
                let path = Place::workload(&id, screen).path();
                Command::new("Go to", screen.label(), move || navigation.go(&path))
                    .with_keys(Keys::Alt(key))
            })
            .collect()
    });
}
