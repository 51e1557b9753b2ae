//! The papers: what each is for, how it looks now, and taking it away.

mod pages;
mod preview;

use leptos::prelude::*;
use plumbline_api::{DocumentFormat, DocumentKind, DocumentRequest, Problem};
use plumbline_knowledge::Provider;

use crate::commands::{Command, offer};
use crate::components::{
    DocumentKinds, ExportList, LiveDocument, Menu, Trouble, copy, download, today,
};
use crate::engine::knowledge;
use crate::navigation::Navigation;
use crate::place::{Place, Screen};
use crate::session::Session;
use crate::shell::Theme;
use preview::{Paper, Preview};

/// Every kind of document, previewed.
#[component]
pub fn Documents() -> impl IntoView {
    let session = Session::get();
    let navigation = Navigation::get();
    let theme = Theme::get();
    let kinds = DocumentKinds::ask();
    let (named_kind, named_format, provider) = (
        navigation.query("kind"),
        navigation.query("format"),
        navigation.query("provider"),
    );
    let kind = Memo::new(move |_| {
        let named = named_kind.get();
        let known = kinds.known(false);
        let found = known.iter().find(|kind| Some(&kind.id) == named.as_ref());
        found.or(known.first()).cloned()
    });
    let format = Memo::new(move |_| {
        let named = named_format.get();
        let formats = kind.get()?.formats;
        let found = formats
            .iter()
            .find(|format| Some(&format.id) == named.as_ref());
        found.or(formats.first()).cloned()
    });
    let request = Memo::new(move |_| DocumentRequest {
        text: session.shown_text(),
        kind: kind.get().map(|kind| kind.id).unwrap_or_default(),
        format: format.get().map(|format| format.id).unwrap_or_default(),
        provider: provider.get(),
        part: None,
        pattern: None,
        theme: Some(theme.get().id().to_owned()),
        in_page: false,
        date: today(),
    });
    let live = LiveDocument::of(request);
    let paper = Paper::new(live);
    let shown_kind = Signal::derive(move || kind.get().into_iter().collect::<Vec<_>>());
    let taken = Callback::new(move |()| DocumentRequest {
        theme: Some(Theme::System.id().to_owned()),
        ..request.get_untracked()
    });
    let shown = move || {
        let made = untrack(|| live.is_current().then(|| live.made()).flatten());
        made.map(|(_, document)| (*document).clone())
    };
    let save = move || {
        if let Some(document) = shown() {
            download(document);
        }
    };
    let not_copied = RwSignal::new(None::<Problem>);
    let copy_shown = move || {
        if let Some(document) = shown() {
            not_copied.set(None);
            copy(document, not_copied);
        }
    };
    offer(move || {
        let mut commands: Vec<Command> = kinds
            .known(false)
            .into_iter()
            .map(|kind| {
                Command::new("Documents", format!("Look at: {}", kind.label), move || {
                    choose_kind(navigation, &kind.id)
                })
            })
            .collect();
        commands.push(Command::new("Documents", "Save what is shown", save));
        commands.push(Command::new(
            "Documents",
            "Print what is shown",
            move || paper.print(),
        ));
        commands
    });
    let title = move || kind.get().map(|kind| kind.label).unwrap_or_default();
    view! {
        <main class="page documents" id="main">
            <div class="documents-side">
                <h1>"Documents"</h1>
                <Kinds kinds kind/>
            </div>
            <section class="documents-preview" aria-label=title>
                <div class="documents-bar">
                    <Formats kind format/>
                    <Clouds provider/>
                    <span class="end row">
                        <Show when=move || paper.is_page()>
                            <button type="button" disabled=move || !live.is_current() on:click=move |_| paper.print()>"Print"</button>
                        </Show>
                        <Show when=move || paper.is_text()>
                            <button type="button" disabled=move || !live.is_current() on:click=move |_| copy_shown()>"Copy"</button>
                        </Show>
                        <button type="button" class="btn-main" disabled=move || !live.is_current() on:click=move |_| save()>"Save"</button>
                        <Menu label="More">
                            <p class="label">"In every format"</p>
                            <ExportList kinds=shown_kind request=taken/>
                        </Menu>
                    </span>
                </div>
                {move || not_copied.get().map(|problem| view! { <Trouble problem/> })}
                {move || live.problem().map(|problem| view! {
                    <Trouble problem again=Callback::new(move |()| live.again())/>
                    {live.made().map(|_| view! { <p class="small quiet">"Below is the last document that was made."</p> })}
                })}
                <Preview live paper title=Signal::derive(title)/>
            </section>
        </main>
    }
}

fn choose_kind(navigation: Navigation, id: &str) {
    navigation.choose("kind", Some(id));
    // The next kind may not have this format.
    navigation.choose("format", None);
}

/// The kinds, each with what it is for.
#[component]
fn Kinds(kinds: DocumentKinds, kind: Memo<Option<DocumentKind>>) -> impl IntoView {
    let navigation = Navigation::get();
    let session = Session::get();
    let row = move |one: DocumentKind| {
        let id = one.id.clone();
        let is_shown =
            move || kind.with(|kind| kind.as_ref().is_some_and(|kind| kind.id == one.id));
        view! {
            <li>
                <button type="button" class="doc-kind" aria-pressed=move || is_shown().to_string()
                    on:click=move |_| choose_kind(navigation, &id)>
                    <span class="doc-kind-label">{one.label}</span>
                    <span class="small quiet">{one.what}</span>
                </button>
            </li>
        }
    };
    let drawn = move |one: DocumentKind| {
        let href = Place::workload(&session.id(), Screen::Architecture).path();
        view! {
            <li>
                <a class="doc-kind" href=href>
                    <span class="doc-kind-label">{one.label}<span class="faint" aria-hidden="true">" →"</span></span>
                    <span class="small quiet">{one.what}" On the Architecture screen."</span>
                </a>
            </li>
        }
    };
    move || match kinds.get() {
        None => view! { <p class="quiet" role="status">"Looking which there are…"</p> }.into_any(),
        Some(Err(problem)) => {
            view! { <Trouble problem again=Callback::new(move |()| kinds.again())/> }.into_any()
        }
        Some(Ok(_)) => view! {
            <ul class="doc-kinds">
                {kinds.known(false).into_iter().map(row).collect_view()}
                {kinds.known(true).into_iter().map(drawn).collect_view()}
            </ul>
        }
        .into_any(),
    }
}

/// The formats of the kind, to look at one.
#[component]
fn Formats(
    kind: Memo<Option<DocumentKind>>,
    format: Memo<Option<DocumentFormat>>,
) -> impl IntoView {
    let navigation = Navigation::get();
    let button = move |one: DocumentFormat| {
        let (id, label) = (one.id.clone(), one.label.clone());
        let short = short_label(&label).to_owned();
        let is_shown =
            move || format.with(|format| format.as_ref().is_some_and(|format| format.id == one.id));
        view! {
            <button type="button" title=label aria-pressed=move || is_shown().to_string()
                on:click=move |_| navigation.choose("format", Some(&id))>{short}</button>
        }
    };
    let buttons = move || {
        let formats = kind.get().map(|kind| kind.formats).unwrap_or_default();
        formats.into_iter().map(button).collect_view()
    };
    view! { <div class="segments" role="group" aria-label="Format">{buttons}</div> }
}

/// "Web page (HTML)" is "HTML" where there is little room.
fn short_label(label: &str) -> &str {
    let inside = label.strip_suffix(')');
    let inside = inside.and_then(|label| label.rsplit_once('('));
    inside.map_or(label, |(_, short)| short)
}

/// The clouds whose services and mitigations a document names.
#[component]
fn Clouds(provider: Memo<Option<String>>) -> impl IntoView {
    let session = Session::get();
    let navigation = Navigation::get();
    let shown = Memo::new(move |_| {
        provider
            .get()
            .or_else(|| session.workload().provider(knowledge()))
    });
    let buttons = Provider::CLOUDS.map(|one| {
        view! {
            <button type="button" aria-pressed=move || shown.with(|shown| shown.as_deref() == Some(one.id())).to_string()
                on:click=move |_| navigation.choose("provider", Some(one.id()))>{one.label()}</button>
        }
    });
    view! { <div class="segments" role="group" aria-label="Cloud">{buttons}</div> }
}

#[cfg(test)]
mod tests {
    use super::short_label;

    #[test]
    fn a_format_is_known_by_its_short_name() {
        assert_eq!(short_label("Web page (HTML)"), "HTML");
        assert_eq!(short_label("Markdown"), "Markdown");
        assert_eq!(short_label("odd)"), "odd)");
    }
}
