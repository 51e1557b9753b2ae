//! Giving the person a file.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use leptos::prelude::*;
use leptos::task::spawn_local;
use plumbline_api::Document;
use wasm_bindgen::JsCast;
use web_sys::{Blob, BlobPropertyBag, HtmlAnchorElement, Url};

use crate::backend::{is_desktop, save_file};
use crate::shell::tell;

/// Gives the person a document as a file: the browser's download, or the system's dialog on the
/// desktop.
pub fn download(document: Document) {
    if is_desktop() {
        spawn_local(async move {
            match save_file(&document.name, &document.base64).await {
                Ok(_) => {}
                Err(message) => window().alert_with_message(&message).unwrap_or_default(),
            }
        });
        return;
    }
    let link = leptos::prelude::document().create_element("a");
    let (Some(url), Ok(link)) = (object_url(&document), link) else {
        return;
    };
    if let Ok(link) = link.dyn_into::<HtmlAnchorElement>() {
        link.set_href(&url);
        link.set_download(&document.name);
        link.click();
        tell(format!("Saved as {}", document.name));
    }
    let _ = Url::revoke_object_url(&url);
}

/// An address of a document within this page, until it is revoked.
#[must_use]
pub fn object_url(document: &Document) -> Option<String> {
    let bytes = STANDARD.decode(&document.base64).ok()?;
    let parts = js_sys::Array::of1(&js_sys::Uint8Array::from(bytes.as_slice()));
    let options = BlobPropertyBag::new();
    options.set_type(&document.media_type);
    let blob = Blob::new_with_u8_array_sequence_and_options(&parts, &options).ok()?;
    Url::create_object_url_with_blob(&blob).ok()
}

/// Gives the person a text as a file.
pub fn download_text(name: &str, media_type: &str, text: &str) {
    download(Document {
        name: name.to_owned(),
        media_type: media_type.to_owned(),
        base64: STANDARD.encode(text),
    });
}

/// The day where the person is: `2026-11-21`.
#[must_use]
pub fn today() -> String {
    let now = js_sys::Date::new_0();
    format!(
        "{:04}-{:02}-{:02}",
        now.get_full_year(),
        now.get_month() + 1,
        now.get_date()
    )
}
