//! Appearance, backups, and what this is.

use leptos::prelude::*;
use leptos::task::spawn_local;
use plumbline_api::{Api, Backup, Problem};

use crate::backend::Backend;
use crate::components::{Ago, Trouble};
use crate::engine;
use crate::shell::{Theme, announce};

/// The settings.
#[component]
pub fn Settings() -> impl IntoView {
    document().set_title("Settings · Plumbline");
    view! {
        <main class="page settings" id="main">
            <h1>"Settings"</h1>
            <Appearance/>
            <Backups/>
            <About/>
        </main>
    }
}

#[component]
fn Appearance() -> impl IntoView {
    let theme = Theme::get();
    let choices = Theme::ALL.map(|choice| {
        view! {
            <label class="start">
                <input type="radio" name="theme" value=choice.id() prop:checked=move || theme.get() == choice on:change=move |_| theme.set(choice)/>
                {choice.label()}
            </label>
        }
    });
    view! {
        <section aria-labelledby="appearance">
            <header><h2 id="appearance">"Appearance"</h2></header>
            <fieldset class="starts"><legend class="label">"Theme"</legend>{choices}</fieldset>
        </section>
    }
}

#[component]
fn Backups() -> impl IntoView {
    let backups = RwSignal::new(None::<Result<Vec<Backup>, Problem>>);
    let problem = RwSignal::new(None::<Problem>);
    let busy = RwSignal::new(false);
    let fetch = move || {
        spawn_local(async move {
            let _ = backups.try_set(Some(Backend::here().backups().await));
        });
    };
    fetch();
    let back_up = move |_| {
        busy.set(true);
        problem.set(None);
        spawn_local(async move {
            match Backend::here().back_up().await {
                Ok(backup) => announce(format!("Backed up as {}", backup.name)),
                Err(failed) => drop(problem.try_set(Some(failed))),
            }
            let _ = busy.try_set(false);
            fetch();
        });
    };
    let list = move || {
        match backups.get() {
        None => view! { <p class="quiet" role="status">"Fetching the backups…"</p> }.into_any(),
        Some(Err(problem)) => view! { <Trouble problem again=Callback::new(move |()| fetch())/> }.into_any(),
        Some(Ok(list)) if list.is_empty() => view! { <p class="quiet">"There is no backup yet. One is made by itself every day that Plumbline runs."</p> }.into_any(),
        Some(Ok(list)) => {
            let rows = list.into_iter().map(|backup| {
                view! {
                    <tr><th scope="row"><code>{backup.name}</code></th><td><Ago moment=backup.made/></td><td class="r num">{size(backup.bytes)}</td></tr>
                }
            });
            view! {
                <div class="scroll"><table class="rows">
                    <thead><tr><th scope="col">"Backup"</th><th scope="col">"Made"</th><th scope="col" class="r">"Size"</th></tr></thead>
                    <tbody>{rows.collect_view()}</tbody>
                </table></div>
            }
            .into_any()
        }
    }
    };
    view! {
        <section aria-labelledby="backups">
            <header>
                <h2 id="backups">"Backups"</h2>
                <span class="small quiet">"copies of everything that is kept; older ones are thinned to one a day, a week and a month"</span>
            </header>
            <div class="stack">
                {move || problem.get().map(|problem| view! { <Trouble problem/> })}
                {list}
                <p><button type="button" disabled=busy on:click=back_up>"Back up now"</button></p>
                <p class="quiet">"To go back to one, close Plumbline and run "<code>"plumbline restore NAME"</code>". What there was before is backed up first."</p>
            </div>
        </section>
    }
}

/// A size as people say it.
fn size(bytes: u64) -> String {
    match bytes {
        0..1_000 => format!("{bytes} bytes"),
        1_000..1_000_000 => format!("{} kB", bytes.div_ceil(1_000)),
        _ => format!("{}.{} MB", bytes / 1_000_000, bytes / 100_000 % 10),
    }
}

#[component]
fn About() -> impl IntoView {
    let knowledge = engine::knowledge();
    let facts = [
        ("Version", env!("CARGO_PKG_VERSION").to_owned()),
        (
            "Where the data stays",
            "On this machine; nothing is sent anywhere.".to_owned(),
        ),
        (
            "Knowledge",
            format!(
                "{} questions, {} rules, {} trade-offs, {} checklist items, {} services, {} patterns, {} claims, {} sources",
                knowledge.questions.len(),
                knowledge.rules.len(),
                knowledge.trade_offs.len(),
                knowledge.checklist.len(),
                knowledge.services.len(),
                knowledge.patterns.len(),
                knowledge.claims.len(),
                knowledge.sources.len() + knowledge.guides.len(),
            ),
        ),
        ("Licence", "MIT or Apache 2.0, as you choose.".to_owned()),
        (
            "Typeface",
            "Inter by Rasmus Andersson and others, under the SIL Open Font Licence 1.1.".to_owned(),
        ),
    ];
    let facts = facts.map(|(label, text)| view! { <dt>{label}</dt><dd>{text}</dd> });
    view! {
        <section aria-labelledby="about">
            <header><h2 id="about">"About Plumbline"</h2></header>
            <dl class="pairs">{facts}</dl>
            <p class="small"><a href="/knowledge">"Look through the knowledge"</a></p>
        </section>
    }
}

#[cfg(test)]
mod tests {
    use super::size;

    #[test]
    fn sizes_are_rounded_to_what_people_say() {
        for (bytes, words) in [
            (0, "0 bytes"),
            (999, "999 bytes"),
            (65_536, "66 kB"),
            (1_250_000, "1.2 MB"),
        ] {
            assert_eq!(size(bytes), words);
        }
    }
}
