//! The ways in for workload files: a button, a place to drop them, a field to paste into; and what
//! became of them.

use leptos::ev;
use leptos::html;
use leptos::prelude::*;
use leptos::task::spawn_local;
use web_sys::DragEvent;

use super::import::{Imported, files_of, import, import_and_show, read_files};
use super::portfolio::Portfolio;
use crate::backend::{OpenedFile, is_desktop, open_file};
use crate::components::Dialog;
use crate::navigation::{Navigation, reveal};
use crate::place::{Place, Screen};

/// What is being taken in, and what became of it.
#[derive(Clone, Copy)]
pub struct Intake {
    navigation: Navigation,
    portfolio: Portfolio,
    /// What became of the files that were taken in last.
    imported: RwSignal<Vec<Imported>>,
    /// Whether the field to paste into is open.
    pub pasting: RwSignal<bool>,
    field: NodeRef<html::Input>,
}

impl Intake {
    /// Lets every piece of the screen take files in.
    pub fn provide(portfolio: Portfolio) -> Self {
        let intake = Self {
            navigation: Navigation::get(),
            portfolio,
            imported: RwSignal::new(Vec::new()),
            pasting: RwSignal::new(false),
            field: NodeRef::new(),
        };
        provide_context(intake);
        intake
    }

    /// Asks for files.
    pub fn choose(self) {
        if is_desktop() {
            spawn_local(async move {
                match open_file().await {
                    Ok(file) => self.take(file.into_iter().collect(), Vec::new()),
                    Err(message) => self.show(vec![Imported {
                        file: "The file".to_owned(),
                        result: Err(message),
                    }]),
                }
            });
        } else if let Some(field) = self.field.get_untracked() {
            field.click();
        }
    }

    fn take_from_browser(self, files: Vec<web_sys::File>) {
        spawn_local(async move {
            let (mut good, mut bad) = (Vec::new(), Vec::new());
            for file in read_files(files).await {
                match file {
                    Ok(file) => good.push(file),
                    Err(imported) => bad.push(imported),
                }
            }
            self.take(good, bad);
        });
    }

    fn take(self, files: Vec<OpenedFile>, unread: Vec<Imported>) {
        if unread.is_empty() {
            import_and_show(self.navigation, files, move |imported| self.show(imported));
            return;
        }
        spawn_local(async move {
            let mut imported = import(files).await;
            imported.extend(unread);
            self.show(imported);
        });
    }

    fn show(self, imported: Vec<Imported>) {
        if self.imported.try_set(imported).is_none() {
            self.portfolio.load();
            request_animation_frame(|| reveal("imported"));
        }
    }
}

/// The buttons, and the browser's own field behind one of them.
#[component]
pub fn IntakeButtons() -> impl IntoView {
    let intake: Intake = expect_context();
    let chosen = move |_| {
        if let Some(field) = intake.field.get_untracked() {
            let files = files_of(field.files());
            // The same file may be chosen again.
            field.set_value("");
            intake.take_from_browser(files);
        }
    };
    view! {
        <input node_ref=intake.field type="file" class="unseen" tabindex="-1" aria-hidden="true"
            aria-label="Workload files" accept=".yaml,.yml" multiple on:change=chosen/>
        <button type="button" on:click=move |_| intake.choose()>"Import files…"</button>
        <button type="button" on:click=move |_| intake.pasting.set(true)>"Paste a file…"</button>
    }
}

/// A field for a file's text.
#[component]
pub fn PasteDialog() -> impl IntoView {
    let intake: Intake = expect_context();
    let text = RwSignal::new(String::new());
    let wrong = RwSignal::new(String::new());
    let add = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        let pasted = text.get_untracked();
        if pasted.trim().is_empty() {
            wrong.set("There is nothing in the field yet. Paste a workload file, which begins with `plumbline: 1`.".to_owned());
            return;
        }
        let file = OpenedFile {
            name: "pasted".to_owned(),
            text: pasted,
        };
        import_and_show(intake.navigation, vec![file], move |imported| {
            if let Some(Imported {
                result: Err(message),
                ..
            }) = imported.into_iter().next()
            {
                let _ = wrong.try_set(message);
            }
        });
    };
    view! {
        <Dialog open=intake.pasting title="Paste a workload file" class="paste-dialog">
            <form class="stack" on:submit=add>
                <label>
                    <span class="label">"The file, in YAML"</span>
                    <textarea rows="12" class="code" autofocus spellcheck="false" prop:value=text
                        placeholder="plumbline: 1\nname: …"
                        on:input=move |event| { text.set(event_target_value(&event)); wrong.set(String::new()); }></textarea>
                </label>
                <div role="alert">
                    {move || wrong.with(|wrong| (!wrong.is_empty()).then(|| view! { <pre class="said">{wrong.clone()}</pre> }))}
                </div>
                <p class="row"><button class="btn-main">"Add it"</button></p>
            </form>
        </Dialog>
    }
}

/// What became of the files that were taken in last.
#[component]
pub fn ImportReport() -> impl IntoView {
    let intake: Intake = expect_context();
    move || {
        let imported = intake.imported.get();
        (!imported.is_empty()).then(|| {
            let count = imported.iter().filter(|one| one.result.is_ok()).count();
            let heading = format!("{count} of {} files added", imported.len());
            let files = imported.into_iter().map(|one| view! { <li><Became one/></li> });
            view! {
                <section class="import-report" aria-labelledby="imported">
                    <header>
                        <h2 id="imported">{heading}</h2>
                        <button type="button" class="plain end" on:click=move |_| intake.imported.set(Vec::new())>"Put this away"</button>
                    </header>
                    <ul class="stack">{files.collect_view()}</ul>
                </section>
            }
        })
    }
}

/// What became of one file.
#[component]
fn Became(one: Imported) -> impl IntoView {
    match one.result {
        Ok((id, name)) => view! {
            <p><span class="good" aria-hidden="true">"✓ "</span><a href=Place::workload(&id, Screen::Verdict).path()>{name}</a>
            " "<span class="quiet small">{one.file}</span></p>
        }
        .into_any(),
        Err(message) => view! {
            <p><b>{one.file}</b>" was not added. Nothing else was touched; mend the file and import it again."</p>
            <pre class="said diagnostics" tabindex="0">{message}</pre>
        }
        .into_any(),
    }
}

/// Takes files that are dropped anywhere on the page, and shows while they are dragged that it will.
#[component]
pub fn DropZone() -> impl IntoView {
    let intake: Intake = expect_context();
    let over = RwSignal::new(false);
    let has_files = |event: &DragEvent| {
        event
            .data_transfer()
            .is_some_and(|data| data.types().includes(&"Files".into(), 0))
    };
    let dragging = window_event_listener(ev::dragover, move |event| {
        if has_files(&event) {
            event.prevent_default();
            over.set(true);
        }
    });
    let leaving = window_event_listener(ev::dragleave, move |event| {
        // Out of the window, and not from one element to the next.
        if event.related_target().is_none() {
            over.set(false);
        }
    });
    let dropped = window_event_listener(ev::drop, move |event| {
        if has_files(&event) {
            event.prevent_default();
            over.set(false);
            intake.take_from_browser(files_of(
                event.data_transfer().and_then(|data| data.files()),
            ));
        }
    });
    on_cleanup(move || {
        dragging.remove();
        leaving.remove();
        dropped.remove();
    });
    view! {
        <Show when=move || over.get()>
            <div class="drop-zone" aria-hidden="true"><p>"Drop workload files here"</p></div>
        </Show>
    }
}
