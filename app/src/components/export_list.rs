//! Taking documents away: as a file, or as text to paste elsewhere.

use leptos::prelude::*;
use leptos::task::spawn_local;
use plumbline_api::{Api, Document, DocumentFormat, DocumentKind, DocumentRequest, Problem};
use wasm_bindgen_futures::JsFuture;

use super::download::download;
use super::live_document::document_text;
use super::trouble::Trouble;
use crate::backend::Backend;
use crate::shell::announce;

/// Formats that aren't text. Of one that isn't known here, it shows when it is copied.
const NOT_TEXT: [&str; 12] = [
    "pdf",
    "png",
    "webp",
    "jpg",
    "docx",
    "odt",
    "pptx",
    "xlsx",
    "vsdx",
    "zip",
    "epub",
    "excalidraw-png",
];

/// Every format of some kinds of documents, each to be saved, and copied where it is text.
#[component]
pub fn ExportList(
    /// What is offered.
    #[prop(into)]
    kinds: Signal<Vec<DocumentKind>>,
    /// What a document is asked for with; its kind and format are those that are taken.
    request: Callback<(), DocumentRequest>,
) -> impl IntoView {
    let problem = RwSignal::new(None::<Problem>);
    let row = move |kind: &DocumentKind, format: DocumentFormat| {
        let wanted = StoredValue::new((kind.id.clone(), format.id.clone()));
        let take = move |with: fn(Document, RwSignal<Option<Problem>>)| {
            let (kind, format) = wanted.get_value();
            let request = DocumentRequest {
                kind,
                format,
                ..request.run(())
            };
            problem.set(None);
            spawn_local(async move {
                match Backend::here().document(&request).await {
                    Ok(document) => with(document, problem),
                    Err(failed) => {
                        let _ = problem.try_set(Some(failed));
                    }
                }
            });
        };
        let copy = is_text(&format.id).then(|| {
            let label = format!("Copy {}", format.label);
            view! { <button type="button" class="plain" aria-label=label on:click=move |_| take(copy)>"Copy"</button> }
        });
        let label = format!("Save {}", format.label);
        view! {
            <li>
                <span>{format.label}</span>
                {copy}
                <button type="button" class="plain" aria-label=label on:click=move |_| take(|document, _| download(document))>"Save"</button>
            </li>
        }
    };
    let lists = move || {
        let kinds = kinds.get();
        let several = kinds.len() > 1;
        kinds
            .into_iter()
            .map(|kind| {
                let rows = kind
                    .formats
                    .iter()
                    .cloned()
                    .map(|format| row(&kind, format))
                    .collect_view();
                view! {
                    {several.then(|| view! { <p class="label">{kind.label.clone()}</p> })}
                    <ul class="export-list">{rows}</ul>
                }
            })
            .collect_view()
    };
    view! {
        {lists}
        {move || problem.get().map(|problem| view! { <Trouble problem/> })}
    }
}

/// Whether a format is text, as far as its id tells.
#[must_use]
pub fn is_text(format: &str) -> bool {
    !NOT_TEXT.contains(&format)
}

/// Puts the text of a document on the clipboard.
pub fn copy(document: Document, problem: RwSignal<Option<Problem>>) {
    let invalid = |message: &str, help: &str| {
        let _ = problem.try_set(Some(Problem::new(
            plumbline_api::ProblemKind::Invalid,
            message,
            help,
        )));
    };
    let Some(text) = document_text(&document) else {
        invalid(
            "This format isn't text and can't be copied",
            "save it as a file",
        );
        return;
    };
    spawn_local(async move {
        let written = JsFuture::from(window().navigator().clipboard().write_text(&text)).await;
        if written.is_ok() {
            announce(format!("Copied {}", document.name));
        } else {
            let _ = problem.try_set(Some(Problem::new(
                plumbline_api::ProblemKind::Invalid,
                "The browser doesn't let this page write to the clipboard",
                "save it as a file",
            )));
        }
    });
}
