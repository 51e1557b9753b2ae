//! The named versions of a workload: keeping one, and bringing one back.

use leptos::prelude::*;
use leptos::task::spawn_local;
use plumbline_api::{Api, NewVersion, Version};

use super::other::{Choices, version_key, version_workload};
use crate::backend::Backend;
use crate::components::Ago;
use crate::place::{Place, Screen};
use crate::session::{SaveState, Session};
use crate::shell::announce;

/// Asks for a name and keeps the workload as it is.
#[component]
pub fn KeepForm(choices: Choices, open: RwSignal<bool>) -> impl IntoView {
    let session = Session::get();
    let name = RwSignal::new(String::new());
    let wrong = RwSignal::new(String::new());
    let asked = RwSignal::new(None::<String>);
    // What is kept is what the store has: everything that was typed has to be there first.
    Effect::new(move |_| {
        let Some(name) = asked.get() else { return };
        match session.autosave.state() {
            SaveState::Saving => {}
            SaveState::Saved => {
                asked.set(None);
                spawn_local(keep_version(session, choices, open, wrong, name));
            }
            SaveState::Waiting(problem) | SaveState::Failed(problem) => {
                asked.set(None);
                wrong.set(problem.to_string());
            }
            SaveState::Conflict(_) => {
                asked.set(None);
                wrong.set("The workload was changed elsewhere. Settle that first.".to_owned());
            }
        }
    });
    let keep = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        let name = name.get_untracked().trim().to_owned();
        if name.is_empty() {
            wrong.set("Give it a name that you will know it by.".to_owned());
            return;
        }
        if session.autosave.state() != SaveState::Saved {
            session.autosave.send_now(&session.id());
        }
        asked.set(Some(name));
    };
    view! {
        <form class="stack" on:submit=keep novalidate>
            <label>
                <span class="label">"Name of the version"</span>
                <input type="text" class="wide" autofocus autocomplete="off" maxlength="120" placeholder="Before the review" required
                    aria-describedby="version-wrong"
                    prop:value=name on:input=move |event| { name.set(event_target_value(&event)); wrong.set(String::new()); }/>
            </label>
            <p class="warn small said" id="version-wrong" role="alert">{wrong}</p>
            <p class="row"><button class="btn-main">"Keep it"</button></p>
        </form>
    }
}

async fn keep_version(
    session: Session,
    choices: Choices,
    open: RwSignal<bool>,
    wrong: RwSignal<String>,
    name: String,
) {
    match Backend::here()
        .keep_version(&session.id(), &NewVersion { name })
        .await
    {
        Ok(version) => {
            announce(format!("Kept as {}", version.name));
            choices.add(version);
            open.set(false);
        }
        Err(problem) => drop(wrong.try_set(problem.to_string())),
    }
}

/// The versions that there are.
#[component]
pub fn VersionList(choices: Choices, with: Memo<Option<String>>) -> impl IntoView {
    let wrong = RwSignal::new(String::new());
    let rows = move || {
        choices
            .versions()
            .into_iter()
            .map(|version| view! { <Row version with wrong/> })
            .collect_view()
    };
    let there_are = move || !choices.versions().is_empty();
    view! {
        <Show when=there_are>
            <section aria-labelledby="versions">
                <header><h2 id="versions">"Versions"</h2><span class="small quiet">"kept under a name; they don't change"</span></header>
                <p class="warn said" role="alert">{wrong}</p>
                <div class="scroll"><table class="rows versions">
                    <thead><tr><th scope="col">"Name"</th><th scope="col">"Kept"</th><th scope="col"><span class="unseen">"What to do"</span></th></tr></thead>
                    <tbody>{rows}</tbody>
                </table></div>
            </section>
        </Show>
    }
}

#[component]
fn Row(version: Version, with: Memo<Option<String>>, wrong: RwSignal<String>) -> impl IntoView {
    let session = Session::get();
    let key = version_key(version.number);
    let href = Place::workload(&session.id(), Screen::Compare).with(&[("with", &key)], None);
    let shown = move || {
        with.with(|with| with.as_ref() == Some(&key))
            .then_some("true")
    };
    let name = version.name.clone();
    let number = version.number;
    let bring_back = move |_| {
        let name = name.clone();
        spawn_local(async move {
            match version_workload(&session.id(), number).await {
                Ok(kept) => {
                    announce(format!("{name} is back. Undo takes that back."));
                    session.edit(format!("Bring back version: {name}"), |workload| {
                        *workload = kept
                    });
                }
                Err(problem) => wrong.set(problem.to_string()),
            }
        });
    };
    view! {
        <tr>
            <th scope="row"><a href=href aria-current=shown>{version.name.clone()}</a></th>
            <td class="quiet"><Ago moment=version.taken/></td>
            <td class="r"><button type="button" aria-label=format!("Bring back {}", version.name) on:click=bring_back>"Bring back"</button></td>
        </tr>
    }
}
