//! The pieces that entries are shown with.

use leptos::prelude::*;
use plumbline_knowledge::{Origin, Reference};
use plumbline_rules::Condition;

use super::index::capital;
use super::kind::Kind;
use crate::engine;
use crate::place::Place;

/// A heading and what stands under it; nothing where there is nothing.
pub struct Section {
    /// The heading.
    pub heading: &'static str,
    /// What stands under it.
    pub content: AnyView,
}

/// What an entry shows, piece by piece.
pub struct Page {
    /// Its name.
    pub title: String,
    /// What it is, in a sentence or two.
    pub lead: String,
    /// Words that mark it, the first of them strongly where `warns` is set.
    pub tags: Vec<String>,
    /// Whether the first tag is something to mind.
    pub warns: bool,
    /// Short facts.
    pub facts: Vec<(&'static str, AnyView)>,
    /// Everything else.
    pub sections: Vec<Section>,
    /// Where it is written.
    pub origin: &'static Origin,
}

impl Page {
    /// A page without anything but a title and a lead.
    pub fn new(title: impl Into<String>, lead: impl Into<String>, origin: &'static Origin) -> Self {
        Self {
            title: title.into(),
            lead: lead.into(),
            tags: Vec::new(),
            warns: false,
            facts: Vec::new(),
            sections: Vec::new(),
            origin,
        }
    }

    /// Adds a tag.
    pub fn tag(&mut self, tag: impl Into<String>) {
        self.tags.push(tag.into());
    }

    /// Adds a short fact.
    pub fn fact(&mut self, label: &'static str, content: impl IntoView + 'static) {
        self.facts.push((label, content.into_any()));
    }

    /// Adds a section.
    pub fn section(&mut self, heading: &'static str, content: AnyView) {
        self.sections.push(Section { heading, content });
    }

    /// Adds a section of text, unless there is none.
    pub fn prose(&mut self, heading: &'static str, text: &str) {
        if !text.is_empty() {
            self.section(
                heading,
                view! { <p class="prose">{text.to_owned()}</p> }.into_any(),
            );
        }
    }

    /// Adds a section of links, unless there are none.
    pub fn links(&mut self, heading: &'static str, links: Vec<Link>) {
        if !links.is_empty() {
            self.section(heading, link_list(links));
        }
    }

    /// Adds a section of short texts, unless there are none.
    pub fn bullets(&mut self, heading: &'static str, texts: &[String]) {
        if !texts.is_empty() {
            let items = texts.iter().map(|text| view! { <li>{text.clone()}</li> });
            self.section(
                heading,
                view! { <ul class="dots">{items.collect_view()}</ul> }.into_any(),
            );
        }
    }
}

/// A link to another entry.
pub struct Link {
    kind: Kind,
    id: &'static str,
    text: String,
    note: String,
}

impl Link {
    /// A link with a remark behind it, which may be empty.
    pub fn new(
        kind: Kind,
        id: &'static str,
        text: impl Into<String>,
        note: impl Into<String>,
    ) -> Self {
        Self {
            kind,
            id,
            text: text.into(),
            note: note.into(),
        }
    }

    /// The link itself.
    pub fn anchor(self) -> AnyView {
        view! { <a href=self.kind.path(self.id)>{self.text}</a> }.into_any()
    }
}

/// Links, one under another.
pub fn link_list(links: Vec<Link>) -> AnyView {
    let items = links.into_iter().map(|link| {
        let note = link.note.clone();
        view! { <li>{link.anchor()}<span class="about small quiet">{note}</span></li> }
    });
    view! { <ul class="entries">{items.collect_view()}</ul> }.into_any()
}

/// A question as a link.
pub fn question_link(slot: usize, note: impl Into<String>) -> Option<Link> {
    let question = engine::knowledge().questions.get(slot)?;
    Some(Link::new(
        Kind::Questions,
        &question.id,
        capital(&question.label),
        note,
    ))
}

/// A role as a link.
pub fn role_link(index: usize) -> Option<Link> {
    let role = engine::knowledge().roles.get(index)?;
    Some(Link::new(Kind::Roles, &role.id, capital(&role.label), ""))
}

/// A service as a link.
pub fn service_link(index: usize) -> Option<Link> {
    let service = engine::knowledge().services.get(index)?;
    Some(Link::new(
        Kind::Services,
        &service.id,
        service.name.clone(),
        service.provider.label(),
    ))
}

/// A condition as it is written, and the questions that it reads.
pub fn condition(condition: &Condition) -> AnyView {
    let reads = condition
        .slots()
        .iter()
        .filter_map(|slot| question_link(usize::from(*slot), ""));
    let reads = reads.map(|link| view! { <li>{link.anchor()}</li> });
    view! {
        <pre class="said" tabindex="0"><code>{condition.text().to_owned()}</code></pre>
        <p class="small quiet">"It reads"</p>
        <ul class="inline-list small">{reads.collect_view()}</ul>
    }
    .into_any()
}

/// A condition as it is written, within a line.
pub fn inline_condition(condition: Option<&Condition>) -> AnyView {
    match condition {
        Some(condition) => view! { <code>{condition.text().to_owned()}</code> }.into_any(),
        None => view! { <span class="faint">"always"</span> }.into_any(),
    }
}

/// What is cited, each with its date and a way there.
pub fn cites(references: &[Reference]) -> AnyView {
    let items = references
        .iter()
        .map(|reference| view! { <li>{cite(reference)}</li> });
    view! { <ul class="cites">{items.collect_view()}</ul> }.into_any()
}

/// One citation.
pub fn cite(reference: &Reference) -> AnyView {
    let knowledge = engine::knowledge();
    match *reference {
        Reference::Guide { guide, section } => {
            let Some(found) = knowledge.guides.get(guide) else {
                return ().into_any();
            };
            let fragment = found
                .sections
                .get(section)
                .map(|section| section.id.as_str());
            let href =
                Place::knowledge(Some(Kind::Guides.slug()), Some(&found.id)).with(&[], fragment);
            view! { <a href=href>{knowledge.cites(reference)}</a> }.into_any()
        }
        Reference::Source(index) => {
            let Some(source) = knowledge.sources.get(index) else {
                return ().into_any();
            };
            view! {
                <a href=Kind::Sources.path(&source.id)>{source.title.clone()}</a>
                <span class="small quiet">{format!(" {}, {} ", source.kind.label(), source.date)}</span>
                {out_link(source.url.as_deref())}
            }
            .into_any()
        }
    }
}

/// A way out to where something is published. Only addresses of the web become links.
pub fn out_link(url: Option<&str>) -> Option<AnyView> {
    let url = url
        .filter(|url| url.starts_with("https://") || url.starts_with("http://"))?
        .to_owned();
    Some(view! { <a class="out small" href=url target="_blank" rel="noopener noreferrer">"read it ↗"</a> }.into_any())
}

/// A table with headings.
pub fn table(label: &'static str, heads: &[&'static str], rows: Vec<Vec<AnyView>>) -> AnyView {
    let heads = heads
        .iter()
        .map(|head| view! { <th scope="col">{*head}</th> })
        .collect_view();
    let rows = rows.into_iter().map(|cells| {
        let cells = cells.into_iter().map(|cell| view! { <td>{cell}</td> });
        view! { <tr>{cells.collect_view()}</tr> }
    });
    view! {
        <div class="scroll" tabindex="0" role="region" aria-label=label>
            <table class="rows known"><thead><tr>{heads}</tr></thead><tbody>{rows.collect_view()}</tbody></table>
        </div>
    }
    .into_any()
}

/// Text as it stands.
pub fn text(text: impl Into<String>) -> AnyView {
    text.into().into_any()
}

/// Points with their sign.
#[must_use]
pub fn signed(points: i32) -> String {
    match points {
        0 => "0".to_owned(),
        1.. => format!("+{points}"),
        _ => format!("−{}", points.unsigned_abs()),
    }
}
