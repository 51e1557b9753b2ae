//! What is to be settled, list by list.

mod item;
mod rest;
mod tally;

use leptos::prelude::*;
use plumbline_knowledge::ListKind;
use plumbline_workload::CheckState;

use crate::commands::{Command, offer};
use crate::navigation::{Navigation, reveal};
use crate::place::{Place, Screen};
use crate::session::Session;
use item::Item;
use rest::Rest;

pub use tally::checklist_count;

/// The states by which the list can be filtered, with what the buttons say.
const FILTERS: [(Option<&str>, &str); 5] = [
    (None, "All"),
    (Some("open"), "Open"),
    (Some("in-progress"), "In progress"),
    (Some("done"), "Done"),
    (Some("not-needed"), "Not needed"),
];

/// The screen.
#[component]
pub fn Checklists() -> impl IntoView {
    let session = Session::get();
    let navigation = Navigation::get();
    let named = navigation.query("list");
    let list = Memo::new(move |_| {
        named
            .get()
            .and_then(|id| ListKind::from_id(&id))
            .unwrap_or(ListKind::Design)
    });
    let state = navigation.query("state");
    Effect::new(move |_| {
        if let Some(fragment) = navigation.fragment() {
            request_animation_frame(move || reveal(&fragment));
        }
    });
    offer(move || {
        ListKind::ALL
            .into_iter()
            .map(|one| {
                Command::new(
                    "Checklists",
                    format!("Show the list: {}", one.label()),
                    move || navigation.choose("list", Some(one.id())),
                )
            })
            .collect()
    });
    let total = move || {
        let (settled, all) = tally::settled(&session.workload(), &session.assessment(), None);
        if all == 0 {
            String::new()
        } else {
            format!(
                "{settled} of {all} settled. What matters for this workload comes first, with what makes it matter."
            )
        }
    };
    let lists = ListKind::ALL.map(|one| {
        let progress = Memo::new(move |_| tally::settled(&session.workload(), &session.assessment(), Some(one.id())));
        let pressed = move || (list.get() == one).to_string();
        let share = move || {
            let (settled, all) = progress.get();
            format!("width:{}%", (settled * 100).checked_div(all).unwrap_or(0))
        };
        view! {
            <button type="button" class="list-tab" aria-pressed=pressed on:click=move |_| navigation.choose("list", Some(one.id()))>
                <span class="list-name">{one.label()}</span>
                <span class="num quiet">{move || { let (settled, all) = progress.get(); format!("{settled} of {all}") }}</span>
                <span class="track" aria-hidden="true"><i style=share></i></span>
            </button>
        }
    });
    let filters = FILTERS.map(|(value, label)| {
        let pressed = move || (state.get().as_deref() == value).to_string();
        view! { <button type="button" class="plain" aria-pressed=pressed on:click=move |_| navigation.choose("state", value)>{label}</button> }
    });
    let items = move || {
        let assessment = session.assessment();
        let list = list.get();
        let wanted = state.get();
        // What changes its state while one state is shown stays until the choice is made anew.
        let workload = untrack(|| session.workload());
        let here: Vec<_> = assessment
            .checklist
            .iter()
            .filter(|item| item.list == list.id())
            .cloned()
            .collect();
        if here.is_empty() {
            return nothing(session, list);
        }
        let kept: Vec<_> = here
            .into_iter()
            .filter(|item| {
                let state = workload
                    .checks
                    .get(&item.id)
                    .map_or(CheckState::Open, |check| check.state);
                wanted.as_deref().is_none_or(|wanted| state.id() == wanted)
            })
            .collect();
        if kept.is_empty() {
            return view! { <div class="empty"><p>"No item of this list is in this state."</p>
                <button type="button" on:click=move |_| navigation.choose("state", None)>"Show all of them"</button></div> }
            .into_any();
        }
        let names: Vec<(String, String)> = assessment
            .parts
            .iter()
            .map(|part| (part.id.clone(), part.name.clone()))
            .collect();
        let (certain, maybe): (Vec<_>, Vec<_>) = kept.into_iter().partition(|item| item.certain);
        let groups = [("Matters here", "", certain), ("May matter", "open answers decide", maybe)].into_iter().filter(|(.., items)| !items.is_empty()).map(|(head, about, items)| {
            let count = items.len();
            let items = items.into_iter().map(|item| {
                let parts = if names.len() > 1 && item.parts.len() < names.len() {
                    names.iter().filter(|(id, _)| item.parts.contains(id)).map(|(_, name)| name.clone()).collect::<Vec<_>>().join(", ")
                } else {
                    String::new()
                };
                view! { <Item session item parts/> }
            });
            view! {
                <section aria-label=head>
                    <header><h2>{head}</h2><span class="quiet small num">{count.to_string()}" "{about}</span></header>
                    <ul class="checks">{items.collect_view()}</ul>
                </section>
            }
        });
        groups.collect_view().into_any()
    };
    view! {
        <main class="page checklist-page" id="main">
            <div class="page-head"><h1>"Checklists"</h1><p class="quiet num">{total}</p></div>
            <div class="list-tabs" role="group" aria-label="Checklist">{lists}</div>
            <div class="filters"><span class="choice-row" role="group" aria-label="State">{filters}</span></div>
            {items}
            <Rest session list/>
        </main>
    }
}

fn nothing(session: Session, list: ListKind) -> AnyView {
    let href = Place::workload(&session.id(), Screen::Questions).path();
    let head = format!(
        "Nothing on the list for {} yet",
        list.label().to_lowercase()
    );
    view! { <div class="empty"><h2>{head}</h2><p class="quiet">"The answers bring items here, each with its reason."</p><a class="btn btn-main" href=href>"Answer questions"</a></div> }.into_any()
}
