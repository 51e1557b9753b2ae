//! An entry of the knowledge.

use leptos::prelude::*;

use super::kind::Kind;
use super::pieces::{Page, Section};
use super::{Crumbs, Missing, design, provenance, questions, rules};
use crate::navigation::{Navigation, reveal};

/// An entry, whatever it is.
#[component]
pub fn EntryPage(kind: Kind, id: String) -> impl IntoView {
    match page(kind, &id) {
        Some(page) => view! { <Shown kind id page/> }.into_any(),
        None => view! { <Missing/> }.into_any(),
    }
}

fn page(kind: Kind, id: &str) -> Option<Page> {
    match kind {
        Kind::Questions => questions::question(id),
        Kind::Rules => rules::rule(id),
        Kind::TradeOffs => rules::trade_off(id),
        Kind::Checklists => rules::checklist_item(id),
        Kind::Contradictions => rules::contradiction(id),
        Kind::Services => design::service(id),
        Kind::Roles => design::role(id),
        Kind::Patterns => design::pattern(id),
        Kind::Claims => provenance::claim(id),
        Kind::Guides => provenance::guide(id),
        Kind::Sources => provenance::source(id),
    }
}

#[component]
fn Shown(kind: Kind, id: String, page: Page) -> impl IntoView {
    document().set_title(&format!("{} · Knowledge · Plumbline", page.title));
    // A link from elsewhere may point at a section of a guide.
    if let Some(fragment) = untrack(|| Navigation::get().fragment()) {
        request_animation_frame(move || reveal(&fragment));
    }
    let warns = page.warns;
    let tags = page.tags.into_iter().enumerate().map(move |(number, tag)| {
        let class = if warns && number == 0 {
            "tag marked"
        } else {
            "tag"
        };
        view! { <span class=class>{tag}</span> }
    });
    let facts = page
        .facts
        .into_iter()
        .map(|(label, content)| view! { <dt>{label}</dt><dd>{content}</dd> });
    let facts = facts.collect_view();
    let sections = page
        .sections
        .into_iter()
        .map(|Section { heading, content }| {
            view! { <section><header><h2>{heading}</h2></header>{content}</section> }
        });
    let lead = (!page.lead.is_empty()).then(|| view! { <p class="lead">{page.lead}</p> });
    let origin = page.origin;
    let overlay = if origin.overlay {
        ", of your organisation"
    } else {
        ""
    };
    view! {
        <main class="page knowledge entry" id="main">
            <div class="stack">
                <Crumbs kind=Some(kind)/>
                <h1>{page.title}</h1>
                <p class="row"><code>{id}</code>{tags.collect_view()}</p>
                {lead}
                <dl class="pairs">{facts}</dl>
            </div>
            {sections.collect_view()}
            <p class="small quiet">"Written in "<code>{format!("knowledge/{}", origin.file)}</code>{format!(", line {}{overlay}", origin.line)}</p>
        </main>
    }
}
