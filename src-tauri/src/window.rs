//! The window, and what may be shown in it.

use std::path::Path;

use tauri::webview::{NewWindowResponse, PageLoadEvent, Url};
use tauri::{AppHandle, Manager, Runtime, WebviewWindowBuilder};

use crate::opened::Opened;

/// The name of the window, as in the settings of the shell and in its capability.
const MAIN: &str = "main";

/// Opens the window. What the page keeps in it (the theme, changes that weren't sent yet) goes into
/// `folder`, beside the workloads that it belongs to.
///
/// # Errors
/// When the system has no window to give.
pub fn open<R: Runtime>(app: &AppHandle<R>, folder: &Path) -> tauri::Result<()> {
    let windows = &app.config().app.windows;
    let Some(settings) = windows.iter().find(|window| window.label == MAIN) else {
        return Err(tauri::Error::WindowNotFound);
    };
    let window = WebviewWindowBuilder::from_config(app, settings)?
        .data_directory(folder.join("window"))
        .on_navigation(|url| stays(url) || leave(url))
        .on_new_window(|url, _| {
            leave(&url);
            NewWindowResponse::Deny
        })
        .on_page_load(|window, page| {
            if page.event() == PageLoadEvent::Started {
                window.state::<Opened>().page_begins();
            }
        });
    window.build().map(drop)
}

/// Brings the window to the person who just started the program again.
pub fn show<R: Runtime>(app: &AppHandle<R>) {
    if let Some(window) = app.get_webview_window(MAIN) {
        // What the system doesn't allow, it doesn't allow.
        let _ = window.unminimize();
        let _ = window.show();
        let _ = window.set_focus();
    }
}

/// Whether an address belongs into the window: the page itself, and what it shows in frames.
fn stays(url: &Url) -> bool {
    match url.scheme() {
        "tauri" | "about" | "blob" | "data" => true,
        "http" | "https" => url.host_str() == Some("tauri.localhost"),
        _ => false,
    }
}

/// Opens an address of the web in the browser. Never in the window, and nothing else anywhere.
fn leave(url: &Url) -> bool {
    if matches!(url.scheme(), "http" | "https" | "mailto") {
        // Without a browser the link leads nowhere, as on paper.
        let _ = open::that_detached(url.as_str());
    }
    false
}

#[cfg(test)]
mod tests {
    use super::stays;

    #[test]
    fn only_the_page_is_shown_in_the_window() {
        for (address, expected) in [
            ("tauri://localhost/w/1/verdict", true),
            ("http://tauri.localhost/", true),
            ("about:srcdoc", true),
            ("blob:tauri://localhost/1", true),
            ("data:text/html,x", true),
            ("https://aws.amazon.com/lambda/pricing", false),
            ("http://tauri.localhost.example.org/", false),
            ("file:///etc/passwd", false),
            ("javascript:alert(1)", false),
        ] {
            assert_eq!(stays(&address.parse().unwrap()), expected, "{address}");
        }
    }
}
