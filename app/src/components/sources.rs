//! What knowledge was drawn from.

use leptos::prelude::*;
use plumbline_knowledge::Reference;

use crate::engine;

/// The sources in a line, as links where they are on the web.
#[component]
pub fn Sources(references: &'static [Reference]) -> impl IntoView {
    let knowledge = engine::knowledge();
    let mut told = Vec::new();
    let items = references.iter().filter_map(|reference| {
        // Two sections of a guide may have the same heading.
        let words = knowledge.cites(reference);
        if told.contains(&words) {
            return None;
        }
        told.push(words.clone());
        let source = match reference {
            Reference::Source(source) => knowledge.sources.get(*source),
            Reference::Guide { .. } => None,
        };
        Some(match source.and_then(|source| Some((source.url.as_deref()?, source))) {
            Some((url, source)) => {
                let about = format!("{}, {}", source.kind.label(), source.date);
                view! { <li><a href=url target="_blank" rel="noreferrer" title=about>{words}</a></li> }.into_any()
            }
            None => view! { <li>{words}</li> }.into_any(),
        })
    });
    let items: Vec<AnyView> = items.collect();
    (!items.is_empty()).then(|| {
        view! { <div class="sources small quiet"><span>"Sources"</span><ul>{items}</ul></div> }
    })
}
