//! A document as it looks.

use std::sync::Arc;

use leptos::html;
use leptos::prelude::*;
use plumbline_api::Document;
use web_sys::HtmlIFrameElement;

use super::pages::{Pages, shows_pdf};
use crate::components::{LiveDocument, document_text};
use crate::shell::Theme;

/// Two frames, one in front: the next page is loaded behind it and comes to the front when it is
/// there, so that nothing flashes.
#[derive(Clone, Copy)]
pub struct Paper {
    frames: [NodeRef<html::Iframe>; 2],
    front: RwSignal<usize>,
    /// The frame that is being loaded.
    coming: StoredValue<Option<usize>>,
    /// How what is shown is looked at.
    look: Memo<Option<Look>>,
}

impl Paper {
    /// The frames for a document.
    pub fn new(live: LiveDocument) -> Self {
        Self {
            frames: [NodeRef::new(), NodeRef::new()],
            front: RwSignal::new(0),
            coming: StoredValue::new(None),
            look: Memo::new(move |_| live.made().map(|(_, document)| look(&document.media_type))),
        }
    }

    /// Whether a page is shown, which can be printed.
    pub fn is_page(self) -> bool {
        self.look.get() == Some(Look::Page)
    }

    /// Whether a text is shown, which can be copied.
    pub fn is_text(self) -> bool {
        self.look.get() == Some(Look::Text)
    }

    /// Opens the dialog for printing.
    pub fn print(self) {
        let frame = self.frame(self.front.get_untracked());
        if let Some(window) = frame.and_then(|frame| frame.content_window()) {
            let _ = window.focus();
            let _ = window.print();
        }
    }

    fn frame(self, number: usize) -> Option<HtmlIFrameElement> {
        self.frames
            .get(number)
            .and_then(|frame| frame.get_untracked())
    }

    fn load(self, page: &str) {
        let back = 1 - self.front.get_untracked();
        if let Some(frame) = self.frame(back) {
            self.coming.set_value(Some(back));
            frame.set_srcdoc(page);
        }
    }

    fn loaded(self, number: usize) {
        if self.coming.get_value() != Some(number) {
            return;
        }
        self.coming.set_value(None);
        let window = |number| {
            self.frame(number)
                .and_then(|frame: HtmlIFrameElement| frame.content_window())
        };
        if let (Some(before), Some(now)) = (window(1 - number), window(number)) {
            let down = before.scroll_y().unwrap_or_default();
            now.scroll_to_with_x_and_y(0.0, down);
        }
        self.front.set(number);
    }
}

/// The document, as a sheet of paper.
#[component]
pub fn Preview(
    live: LiveDocument,
    paper: Paper,
    #[prop(into)] title: Signal<String>,
) -> impl IntoView {
    let theme = Theme::get();
    let made = Memo::new(move |_| live.made().map(|(_, document)| document));
    Effect::new(move |_| {
        let (Some(document), theme) = (made.get(), theme.get()) else {
            return;
        };
        if look(&document.media_type) == Look::Page
            && let Some(page) = document_text(&document)
        {
            paper.load(&framed(&page, theme));
        }
    });
    let frame = |number: usize| {
        let is_front = move || paper.front.get() == number;
        let node_ref = if number == 0 {
            paper.frames[0]
        } else {
            paper.frames[1]
        };
        view! {
            <iframe
                node_ref=node_ref
                class="doc-frame"
                class:doc-frame-now=is_front
                sandbox="allow-same-origin allow-modals allow-popups allow-popups-to-escape-sandbox"
                title=move || format!("Preview: {}", title.get())
                inert=move || !is_front()
                on:load=move |_| paper.loaded(number)
            ></iframe>
        }
    };
    let other = move || {
        let document = made.get()?;
        Some(match look(&document.media_type) {
            Look::Page => ().into_any(),
            Look::Text => text(&document).into_any(),
            Look::Picture => picture(&document, title).into_any(),
            Look::Pages if shows_pdf() => view! { <Pages document title/> }.into_any(),
            Look::Pages | Look::File => unshown(&document).into_any(),
        })
    };
    let waiting = move || made.with(Option::is_none) && live.problem().is_none();
    view! {
        <div class="sheet-of-paper" class:is-waiting=waiting aria-busy=move || live.is_working().to_string()>
            <div class="frames" hidden=move || !paper.is_page()>{frame(0)}{frame(1)}</div>
            {other}
            <Show when=waiting><p class="quiet" role="status">"Writing…"</p></Show>
        </div>
    }
}

fn text(document: &Arc<Document>) -> impl IntoView {
    let text = document_text(document).unwrap_or_default();
    view! { <pre class="doc-text" tabindex="0" role="region" aria-label="Text of the document">{text}</pre> }
}

fn picture(document: &Arc<Document>, title: Signal<String>) -> impl IntoView {
    let source = format!("data:{};base64,{}", document.media_type, document.base64);
    view! { <img class="doc-picture" src=source alt=title/> }
}

fn unshown(document: &Document) -> impl IntoView {
    view! {
        <div class="empty">
            <p>{format!("{} can’t be shown here.", document.name)}</p>
            <p class="quiet">"Save it to look at it."</p>
        </div>
    }
}

/// How a document can be looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Look {
    /// A page of the web.
    Page,
    /// Pages of paper, where the browser has a viewer for them.
    Pages,
    Text,
    Picture,
    /// Not at all.
    File,
}

fn look(media_type: &str) -> Look {
    let plain = media_type.split(';').next().unwrap_or_default().trim();
    match plain {
        "text/html" => Look::Page,
        "application/pdf" => Look::Pages,
        "application/json"
        | "application/yaml"
        | "application/xml"
        | "application/vnd.jgraph.mxfile" => Look::Text,
        _ if plain.starts_with("text/") => Look::Text,
        _ if plain.starts_with("image/") => Look::Picture,
        _ if plain.ends_with("+json") || plain.ends_with("+xml") => Look::Text,
        _ => Look::File,
    }
}

/// A page as it goes into a frame: in the theme of this page, since a frame asks the system; with
/// links within it that stay within it, since a frame resolves them against this page; and with
/// links elsewhere that open in a window of their own.
fn framed(page: &str, theme: Theme) -> String {
    const DARK: [&str; 2] = [
        "(prefers-color-scheme: dark)",
        "(prefers-color-scheme:dark)",
    ];
    let page = page.replace("href=\"#", "href=\"about:srcdoc#").replace(
        "href=\"https://",
        "target=\"_blank\" rel=\"noopener noreferrer\" href=\"https://",
    );
    let always = match theme {
        Theme::System => return page,
        Theme::Light => "not all",
        Theme::Dark => "all",
    };
    DARK.iter()
        .fold(page, |page, dark| page.replace(dark, always))
}

#[cfg(test)]
mod tests {
    use super::{Look, framed, look};
    use crate::shell::Theme;

    #[test]
    fn what_can_be_looked_at_is() {
        for (media_type, expected) in [
            ("text/html; charset=utf-8", Look::Page),
            ("text/markdown", Look::Text),
            ("application/json", Look::Text),
            ("image/svg+xml", Look::Picture),
            ("application/pdf", Look::Pages),
            ("application/vnd.excalidraw+json", Look::Text),
            ("application/vnd.jgraph.mxfile", Look::Text),
            ("application/zip", Look::File),
            ("", Look::File),
        ] {
            assert_eq!(look(media_type), expected, "{media_type}");
        }
    }

    #[test]
    fn a_page_takes_the_theme_of_the_app() {
        for dark in [
            "(prefers-color-scheme: dark)",
            "(prefers-color-scheme:dark)",
        ] {
            let page = format!("@media {dark} {{ a {{}} }}");
            assert_eq!(framed(&page, Theme::System), page);
            assert_eq!(framed(&page, Theme::Dark), "@media all { a {} }");
            assert_eq!(framed(&page, Theme::Light), "@media not all { a {} }");
        }
    }

    #[test]
    fn links_of_a_page_don_t_replace_the_app() {
        let page = r##"<a href="#x">x</a><a href="https://example.org/">y</a>"##;
        assert_eq!(
            framed(page, Theme::System),
            r##"<a href="about:srcdoc#x">x</a><a target="_blank" rel="noopener noreferrer" href="https://example.org/">y</a>"##
        );
    }
}
