//! Files that are opened from outside: a double click in the file manager, wherever the app is.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::import::{Imported, import_and_show};
use crate::backend::{OpenedFile, is_desktop, listen, opened_files};
use crate::components::Dialog;
use crate::navigation::Navigation;

/// Takes in the files that the desktop shell was asked to open, and says why where it can't.
#[component]
pub fn OpenedFiles() -> impl IntoView {
    let navigation = Navigation::get();
    let open = RwSignal::new(false);
    let failed = RwSignal::new(None::<(String, String)>);
    let take_in = move |file: OpenedFile| {
        import_and_show(navigation, vec![file], move |imported| {
            if let Some(Imported {
                file,
                result: Err(message),
            }) = imported.into_iter().next()
            {
                failed.set(Some((file, message)));
                open.set(true);
            }
        });
    };
    if is_desktop() {
        listen("open-file", move |payload| {
            if let Ok(file) = serde_json::from_value::<OpenedFile>(payload) {
                take_in(file);
            }
        });
        // Those that came before the page listened.
        spawn_local(async move {
            for file in opened_files().await.unwrap_or_default() {
                take_in(file);
            }
        });
    }
    let content = move || {
        failed.get().map(|(file, message)| {
            view! {
                <p><b>{file}</b>" was not added. Mend the file and open it again."</p>
                <pre class="said diagnostics" tabindex="0">{message}</pre>
            }
        })
    };
    view! { <Dialog open title="This file can't be read">{content}</Dialog> }
}
