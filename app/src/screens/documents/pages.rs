//! Pages of paper, in the browser's own viewer.

use std::sync::Arc;

use js_sys::Reflect;
use leptos::prelude::*;
use plumbline_api::Document;
use web_sys::Url;

use crate::components::object_url;

/// Whether the browser has a viewer for PDF.
pub fn shows_pdf() -> bool {
    Reflect::get(&window().navigator(), &"pdfViewerEnabled".into())
        .is_ok_and(|enabled| enabled.is_truthy())
}

/// A PDF. Not in a sandbox, in which no browser starts its viewer: there is nothing in a PDF of ours
/// that would run.
#[component]
pub fn Pages(document: Arc<Document>, #[prop(into)] title: Signal<String>) -> impl IntoView {
    let url = object_url(&document);
    let revoked = url.clone();
    on_cleanup(move || {
        if let Some(url) = revoked {
            let _ = Url::revoke_object_url(&url);
        }
    });
    // The pages themselves, without the panel of small ones beside them.
    let source = url.map(|url| format!("{url}#navpanes=0&view=FitH"));
    view! { <iframe class="doc-frame doc-frame-now" src=source title=move || format!("Preview: {}", title.get())></iframe> }
}
