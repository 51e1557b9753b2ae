//! The reference architecture: a diagram on each cloud, to be asked and walked through.

mod canvas;
mod choice;
mod drawing;
mod findings;
mod morph;
mod patterns;
mod reading;
mod steps;
mod thing_panel;
mod zoom;

use leptos::html;
use leptos::prelude::*;
use plumbline_api::DocumentRequest;
use plumbline_knowledge::Provider;
use wasm_bindgen::JsCast;

use crate::commands::{Command, Keys, offer};
use crate::components::{DocumentKinds, ExportList, LiveDocument, Menu, PartTabs, Trouble};
use crate::navigation::Navigation;
use crate::session::Session;
use crate::shell::Theme;
use canvas::Canvas;
use choice::Chosen;
use drawing::{Drawing, focus_thing};
use patterns::{PatternChoice, Patterns};
use reading::Reading;
use steps::{Steps, go};
use thing_panel::ThingPanel;
use zoom::Zoom;

/// The diagram of a part on a cloud.
#[component]
pub fn Architecture() -> impl IntoView {
    let session = Session::get();
    let navigation = Navigation::get();
    let chosen = Chosen::follow(session);
    let live = LiveDocument::of(Memo::new(move |_| chosen.request()));
    let (canvas, host) = (NodeRef::<html::Div>::new(), NodeRef::<html::Div>::new());
    let zoom = Zoom::new(canvas, host);
    let drawn = RwSignal::new(Drawing::default());
    let step = RwSignal::new(None::<u8>);
    let node = navigation.query("node");
    let asked = Memo::new(move |_| {
        let key = node.get()?;
        drawn.with(|drawn| drawn.things.iter().find(|thing| thing.key == key).cloned())
    });
    let asked_key =
        Memo::new(move |_| asked.with(|asked| asked.as_ref().map(|asked| asked.key.clone())));
    // The panel takes the focus when somebody opens it, and not when the cloud changes under it.
    let takes_focus = StoredValue::new(false);
    let choose = Callback::new(move |key: Option<String>| {
        let before = node.get_untracked();
        takes_focus.set_value(key.is_some());
        navigation.choose("node", key.as_deref());
        // Back to where the person was in the picture.
        if let (None, Some(before), Some(host)) = (key, before, host.get_untracked()) {
            focus_thing(&host.unchecked_into(), &before);
        }
    });
    // A step of another pattern is another story.
    Effect::new(move |_| {
        chosen.pattern_index();
        chosen.part();
        chosen.is_together();
        step.set(None);
    });
    screen_commands(navigation, zoom, drawn, step);
    let panel = move || {
        asked.get().map(|thing| {
            let close = Callback::new(move |()| choose.run(None));
            let takes_focus = takes_focus
                .try_update_value(std::mem::take)
                .unwrap_or_default();
            view! { <ThingPanel chosen thing takes_focus close/> }
        })
    };
    view! {
        <main class="page architecture" id="main">
            <div class="architecture-head">
                <h1>"Architecture"</h1>
                <PartTabs session together=true/>
                <div class="end row">
                    <CloudChoice chosen/>
                    <Show when=move || !chosen.is_together()><PatternChoice chosen/></Show>
                    <Export chosen/>
                </div>
            </div>
            <section class="diagram" id="diagram" aria-label="Diagram">
                <Problems live drawn/>
                <div class="canvas-frame">
                    <Canvas live canvas host zoom drawn chosen=asked_key choose step/>
                    <Show when=move || drawn.with(|drawn| drawn.width == 0.0) && live.problem().is_none()>
                        <p class="drawing-note quiet" role="status">"Drawing…"</p>
                    </Show>
                    {panel}
                </div>
                <div class="diagram-foot">
                    <ZoomButtons zoom/>
                    <Steps chosen drawn step/>
                </div>
            </section>
            <Reading drawn/>
            <Show when=move || !chosen.is_together()><Patterns chosen/></Show>
        </main>
    }
}

/// Why the picture isn't there, or isn't the one that is wanted.
#[component]
fn Problems(live: LiveDocument, drawn: RwSignal<Drawing>) -> impl IntoView {
    move || {
        live.problem().map(|problem| {
            let note = drawn.with(|drawn| drawn.width > 0.0).then(|| {
                view! { <p class="small quiet">"Below is the last picture that was drawn."</p> }
            });
            view! {
                <div class="diagram-problem">
                    <Trouble problem again=Callback::new(move |()| live.again())/>
                    {note}
                </div>
            }
        })
    }
}

/// The clouds, to choose one of.
#[component]
fn CloudChoice(chosen: Chosen) -> impl IntoView {
    let navigation = Navigation::get();
    let buttons = Provider::CLOUDS.map(|provider| {
        view! {
            <button
                type="button"
                aria-pressed=move || (chosen.provider() == provider).to_string()
                on:click=move |_| navigation.choose("provider", Some(provider.id()))
            >{provider.label()}</button>
        }
    });
    view! { <div class="segments" role="group" aria-label="Cloud">{buttons}</div> }
}

#[component]
fn ZoomButtons(zoom: Zoom) -> impl IntoView {
    let percent = move || format!("{:.0} %", zoom.factor() * 100.0);
    view! {
        <div class="zoom" role="group" aria-label="Zoom">
            <button type="button" class="plain" aria-label="Smaller" title="Smaller (−)" on:click=move |_| zoom.farther()>"−"</button>
            <output class="num small" aria-label="Size">{percent}</output>
            <button type="button" class="plain" aria-label="Larger" title="Larger (+)" on:click=move |_| zoom.nearer()>"+"</button>
            <button type="button" class="plain small" title="As wide as the window, and legible (0)" on:click=move |_| zoom.fit()>"Fit"</button>
            <button type="button" class="plain small" title="All of it" on:click=move |_| zoom.whole()>"Whole"</button>
        </div>
    }
}

/// Taking the diagram away.
#[component]
fn Export(chosen: Chosen) -> impl IntoView {
    let kinds = DocumentKinds::ask();
    let theme = RwSignal::new(Theme::System);
    let of_part = Signal::derive(move || kinds.known(true));
    let request = Callback::new(move |()| DocumentRequest {
        theme: Some(theme.get_untracked().id().to_owned()),
        ..untrack(|| chosen.request())
    });
    let themes = Theme::ALL.map(|one| {
        let label = if one == Theme::System {
            "As the reader's"
        } else {
            one.label()
        };
        view! {
            <label><input type="radio" name="export-theme" prop:checked=move || theme.get() == one
                on:change=move |_| theme.set(one)/>{label}</label>
        }
    });
    let problem = move || {
        let problem = kinds.get().and_then(Result::err);
        problem.map(
            |problem| view! { <Trouble problem again=Callback::new(move |()| kinds.again())/> },
        )
    };
    view! {
        <Menu label="Export">
            <fieldset class="export-theme"><legend class="label">"Colours"</legend>{themes}</fieldset>
            <ExportList kinds=of_part request/>
            {problem}
        </Menu>
    }
}

fn screen_commands(
    navigation: Navigation,
    zoom: Zoom,
    drawn: RwSignal<Drawing>,
    step: RwSignal<Option<u8>>,
) {
    const GROUP: &str = "Architecture";
    offer(move || {
        let mut commands = vec![
            Command::new(GROUP, "Larger", move || zoom.nearer()).with_keys(Keys::Plain("+")),
            Command::new(GROUP, "Smaller", move || zoom.farther()).with_keys(Keys::Plain("-")),
            Command::new(GROUP, "Fit to the window", move || zoom.fit())
                .with_keys(Keys::Plain("0")),
            Command::new(GROUP, "The whole diagram", move || zoom.whole()),
            Command::new(GROUP, "Next step of the request", move || {
                go(drawn, step, 1)
            })
            .with_keys(Keys::Plain("]")),
            Command::new(GROUP, "Previous step of the request", move || {
                go(drawn, step, -1)
            })
            .with_keys(Keys::Plain("[")),
        ];
        commands.extend(Provider::CLOUDS.map(|provider| {
            Command::new(
                GROUP,
                format!("Draw it on {}", provider.label()),
                move || {
                    navigation.choose("provider", Some(provider.id()));
                },
            )
        }));
        commands
    });
}
