//! Claims, guides and sources: where the knowledge comes from, and what of it no longer holds.

use leptos::prelude::*;
use plumbline_knowledge::{ClaimStatus, Reference};

use super::index::capital;
use super::kind::Kind;
use super::pieces::{Link, Page, cite, cites, out_link};
use crate::engine;

/// Something that a guide states, and whether that still holds.
pub fn claim(id: &str) -> Option<Page> {
    let knowledge = engine::knowledge();
    let claim = knowledge.claims.get(knowledge.claim(id)?)?;
    let mut page = Page::new(claim.says.clone(), "", &claim.origin);
    page.tag(claim.status.label());
    page.warns = claim.status != ClaimStatus::Holds;
    if !claim.sure {
        page.tag("not certain: recalled, not seen in a source");
    }
    page.fact("Stated in", cite(&claim.guide));
    if let Some(since) = &claim.since {
        page.fact(
            if page.warns {
                "No longer since"
            } else {
                "Since"
            },
            since.clone(),
        );
    }
    if let Some(now) = &claim.now {
        let heading = match claim.status {
            ClaimStatus::Superseded => "What is true now",
            ClaimStatus::Holds | ClaimStatus::Disputed => "More exactly",
        };
        page.section(
            heading,
            view! { <p class="next">{now.clone()}</p> }.into_any(),
        );
    }
    page.section("How we know", cites(&claim.sources));
    Some(page)
}

/// A guide, with its sections and what was drawn from each.
pub fn guide(id: &str) -> Option<Page> {
    let knowledge = engine::knowledge();
    let number = knowledge.guide(id)?;
    let guide = knowledge.guides.get(number)?;
    let mut page = Page::new(guide.title.clone(), "", &guide.origin);
    let sections = guide.sections.iter().enumerate().map(|(section, one)| {
        let links = citing(&Reference::Guide { guide: number, section });
        let count = links.len();
        let content = if count == 0 {
            view! { <h3 id=one.id.clone()>{one.title.clone()}</h3> }.into_any()
        } else {
            view! {
                <details id=one.id.clone()>
                    <summary><span class="chevron" aria-hidden="true">"›"</span>" "<span>{one.title.clone()}</span><span class="small quiet num">{format!(" {count}")}</span></summary>
                    {super::pieces::link_list(links)}
                </details>
            }
            .into_any()
        };
        view! { <li>{content}</li> }
    });
    page.section(
        "Its sections, and what was drawn from them",
        view! { <ul class="guide">{sections.collect_view()}</ul> }.into_any(),
    );
    Some(page)
}

/// A source, and everything that cites it.
pub fn source(id: &str) -> Option<Page> {
    let knowledge = engine::knowledge();
    let index = knowledge.source(id)?;
    let source = knowledge.sources.get(index)?;
    let mut page = Page::new(source.title.clone(), "", &source.origin);
    page.fact("Kind", capital(source.kind.label()));
    page.fact("Date", source.date.clone());
    if let Some(link) = out_link(source.url.as_deref()) {
        page.fact("Published at", link);
    }
    page.links("What cites it", citing(&Reference::Source(index)));
    Some(page)
}

/// Everything that cites a reference.
fn citing(reference: &Reference) -> Vec<Link> {
    let knowledge = engine::knowledge();
    let cited = |sources: &[Reference]| sources.contains(reference);
    let mut links = Vec::new();
    let mut add = |kind: Kind, id: &'static str, title: &str| {
        links.push(Link::new(kind, id, capital(title), kind.label()))
    };
    for one in knowledge.questions.iter().filter(|one| cited(&one.sources)) {
        add(Kind::Questions, &one.id, &one.label);
    }
    for one in knowledge.rules.iter().filter(|one| cited(&one.sources)) {
        add(Kind::Rules, &one.id, &one.title);
    }
    for one in knowledge
        .trade_offs
        .iter()
        .filter(|one| cited(&one.sources))
    {
        add(Kind::TradeOffs, &one.id, &one.title);
    }
    for one in knowledge.checklist.iter().filter(|one| cited(&one.sources)) {
        add(Kind::Checklists, &one.id, &one.text);
    }
    for one in &knowledge.services {
        if cited(&one.sources) || one.limits.iter().any(|limit| cited(&limit.sources)) {
            add(Kind::Services, &one.id, &one.name);
        }
    }
    for one in knowledge.patterns.iter().filter(|one| cited(&one.sources)) {
        add(Kind::Patterns, &one.id, &one.name);
    }
    for one in knowledge
        .claims
        .iter()
        .filter(|one| one.guide == *reference || cited(&one.sources))
    {
        add(Kind::Claims, &one.id, &one.says);
    }
    links
}
