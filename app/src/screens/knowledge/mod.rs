//! The knowledge base, to look through and to search.

mod design;
mod entry;
mod index;
mod kind;
mod palette;
mod pieces;
mod provenance;
mod questions;
mod rules;

use leptos::prelude::*;

use crate::navigation::Navigation;
use crate::place::Place;
use crate::shell::announce;
use entry::EntryPage;
use index::{Entry, capital, find};
use kind::Kind;

pub use palette::offer_knowledge;

/// As many as are listed of a search over everything.
const MOST: usize = 120;

/// The knowledge base: all of it, a kind, or an entry.
#[component]
pub fn Knowledge() -> impl IntoView {
    let navigation = Navigation::get();
    move || match navigation.place() {
        Place::Knowledge { kind: None, .. } => view! { <Overview/> }.into_any(),
        Place::Knowledge {
            kind: Some(slug),
            entry,
        } => match (Kind::from_slug(&slug), entry) {
            (Some(kind), None) => view! { <KindList kind/> }.into_any(),
            (Some(kind), Some(id)) => view! { <EntryPage kind id/> }.into_any(),
            (None, _) => view! { <Missing/> }.into_any(),
        },
        _ => ().into_any(),
    }
}

/// An address of something that isn't in the knowledge, or no longer.
#[component]
fn Missing() -> impl IntoView {
    view! {
        <main class="page knowledge" id="main">
            <Crumbs kind=None/>
            <h1>"There is nothing of this name in the knowledge"</h1>
            <p class="quiet">"It may have been renamed, or the link is of another version."</p>
            <p><a class="btn btn-main" href="/knowledge">"Look through the knowledge"</a></p>
        </main>
    }
}

/// Where one is.
#[component]
fn Crumbs(kind: Option<Kind>) -> impl IntoView {
    let kind = kind.map(|kind| {
        view! { <li><a href=Place::knowledge(Some(kind.slug()), None).path()>{kind.label()}</a></li> }
    });
    view! {
        <nav class="trail small quiet" aria-label="Where this stands"><ol><li><a href="/knowledge">"Knowledge"</a></li>{kind}</ol></nav>
    }
}

/// A field to search with, that keeps what was typed in the address and says how much was found.
#[component]
fn SearchField(label: String, found: Memo<Vec<usize>>) -> impl IntoView {
    let navigation = Navigation::get();
    let find = navigation.query("find");
    Effect::new(move |before: Option<Option<String>>| {
        let find = find.get();
        let count = found.with(Vec::len);
        if before.is_some_and(|before| before != find) {
            announce(format!("{count} found"));
        }
        find
    });
    view! {
        <input type="search" class="search" aria-label=label.clone() placeholder=label
            prop:value=move || find.get().unwrap_or_default()
            on:input=move |event| {
                let find = event_target_value(&event);
                navigation.choose("find", (!find.is_empty()).then_some(find.as_str()));
            }/>
    }
}

/// The numbers of the entries that are found.
fn found(kind: Option<Kind>) -> Memo<Vec<usize>> {
    let sought = Navigation::get().query("find");
    Memo::new(move |_| {
        let found = find(kind, &sought.get().unwrap_or_default());
        let all = index::entries();
        let number = |entry: &&Entry| all.iter().position(|other| std::ptr::eq(*entry, other));
        found.iter().filter_map(number).collect()
    })
}

#[component]
fn Overview() -> impl IntoView {
    document().set_title("Knowledge · Plumbline");
    let sought = Navigation::get().query("find");
    let found = found(None);
    let kinds = || {
        let cards = Kind::ALL.map(|kind| {
            let count = find(Some(kind), "").len();
            view! {
                <li class="kind">
                    <b class="num">{count}</b>
                    <span><a href=Place::knowledge(Some(kind.slug()), None).path()>{kind.label()}</a>
                    <span class="small quiet">{kind.what()}</span></span>
                </li>
            }
        });
        view! { <ul class="kinds">{cards}</ul> }
    };
    let results = move || {
        found.with(|found| {
            let all = index::entries();
            let rest = found.len().saturating_sub(MOST);
            let rows = found.iter().take(MOST).filter_map(|number| all.get(*number)).map(|entry| row(entry, entry.kind.label()));
            view! {
                <p class="small quiet">{format!("{} found", found.len())}</p>
                <ul class="entries">{rows.collect_view()}</ul>
                {(rest > 0).then(|| view! { <p class="quiet">{format!("and {rest} more: type another word")}</p> })}
            }
        })
    };
    let content = move || {
        if sought.with(Option::is_some) {
            results().into_any()
        } else {
            kinds().into_any()
        }
    };
    view! {
        <main class="page knowledge" id="main">
            <div class="stack">
                <h1>"Knowledge"</h1>
                <p class="lead">"What Plumbline knows, entry by entry, with where it comes from and since when. Every verdict is made of nothing else."</p>
                <SearchField label="Search everything".to_owned() found/>
            </div>
            {content}
        </main>
    }
}

#[component]
fn KindList(kind: Kind) -> impl IntoView {
    document().set_title(&format!("{} · Knowledge · Plumbline", kind.label()));
    let found = found(Some(kind));
    let groups = move || {
        let all = index::entries();
        let entries: Vec<&'static Entry> =
            found.with(|found| found.iter().filter_map(|number| all.get(*number)).collect());
        let mut names: Vec<&'static str> = Vec::new();
        for entry in &entries {
            if !names.contains(&entry.group) {
                names.push(entry.group);
            }
        }
        let group = |name: &'static str| {
            let rows = entries.iter().filter(|entry| entry.group == name);
            let count = rows.clone().count();
            let heading = (!name.is_empty()).then(|| {
                view! { <header><h2>{capital(name)}</h2><span class="small quiet num">{count}</span></header> }
            });
            view! { <section>{heading}<ul class="entries">{rows.map(|entry| row(entry, "")).collect_view()}</ul></section> }
        };
        names.iter().map(|name| group(name)).collect_view()
    };
    let count = move || found.with(Vec::len);
    view! {
        <main class="page knowledge" id="main">
            <div class="stack">
                <Crumbs kind=None/>
                <h1>{kind.label()}</h1>
                <p class="quiet">{kind.what()}</p>
                <div class="row"><SearchField label=format!("Search the {}", kind.label().to_lowercase()) found/>
                <span class="small quiet num">{move || format!("{} shown", count())}</span></div>
            </div>
            {groups}
            <Show when=move || count() == 0><p class="quiet">"Nothing fits. Try fewer letters."</p></Show>
        </main>
    }
}

/// An entry in a list.
fn row(entry: &'static Entry, kind: &'static str) -> impl IntoView {
    let mark =
        (!entry.mark.is_empty()).then(|| view! { <span class="tag marked">{entry.mark}</span> });
    let kind = (!kind.is_empty()).then(|| view! { <span class="tag">{kind}</span> });
    view! {
        <li><a href=entry.kind.path(entry.id)>{entry.title.clone()}</a><span class="about small quiet">{kind}{mark}<code>{entry.id}</code></span></li>
    }
}
