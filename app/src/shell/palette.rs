//! The palette: finding and doing anything.

use leptos::html;
use leptos::prelude::*;
use web_sys::KeyboardEvent;

use crate::commands::{Command, Keys, Registry, offer};
use crate::components::{Dialog, KeyNames};

/// As many as are shown at once.
const MOST: usize = 60;

/// Whether the palette is open. One for the page.
#[derive(Clone, Copy)]
pub struct Palette(RwSignal<bool>);

impl Palette {
    /// Lets every component open it.
    pub fn provide() {
        let palette = Self(RwSignal::new(false));
        provide_context(palette);
        offer(move || {
            vec![
                Command::new("Look", "Find or do anything", move || palette.open())
                    .with_keys(Keys::Command("k")),
            ]
        });
    }

    /// The palette of the page.
    pub fn get() -> Self {
        expect_context()
    }

    /// Whether it is open; follows it.
    pub fn is_open(self) -> bool {
        self.0.get()
    }

    /// Opens it.
    pub fn open(self) {
        self.0.set(true);
    }
}

/// The dialog of the palette: a field, and what fits to it.
#[component]
pub fn PaletteDialog() -> impl IntoView {
    let Palette(open) = Palette::get();
    let registry: Registry = expect_context();
    let sought = RwSignal::new(String::new());
    let chosen = RwSignal::new(0_usize);
    let field = NodeRef::<html::Input>::new();
    let found = Memo::new_with_compare(
        move |_| {
            if open.get() {
                sought.with(|sought| find(registry.all(), sought))
            } else {
                Vec::new()
            }
        },
        |_, _| true,
    );
    Effect::new(move |_| {
        if open.get() {
            sought.set(String::new());
            chosen.set(0);
            request_animation_frame(move || {
                if let Some(field) = field.get_untracked() {
                    let _ = field.focus();
                }
            });
        }
    });
    let run = move |position: usize| {
        if let Some(command) = found.with_untracked(|found| found.get(position).cloned()) {
            open.set(false);
            // After the dialog has given the focus back, so that the command may put it elsewhere.
            request_animation_frame(move || (command.run)());
        }
    };
    let on_key = move |event: KeyboardEvent| {
        let count = found.with_untracked(Vec::len).max(1);
        match event.key().as_str() {
            "ArrowDown" => chosen.update(|chosen| *chosen = (*chosen + 1) % count),
            "ArrowUp" => chosen.update(|chosen| *chosen = (*chosen + count - 1) % count),
            "Enter" => run(chosen.get_untracked()),
            _ => return,
        }
        event.prevent_default();
        crate::navigation::show(&format!("palette-{}", chosen.get_untracked()));
    };
    let rows = move || {
        let mut group = "";
        found
            .get()
            .into_iter()
            .enumerate()
            .map(|(position, command)| {
                let heading = (command.group != group).then(|| {
                    view! { <li class="group" role="presentation">{command.group}</li> }
                });
                group = command.group;
                view! {
                    {heading}
                    <li
                        id=format!("palette-{position}")
                        role="option"
                        aria-selected=move || (chosen.get() == position).to_string()
                        on:click=move |_| run(position)
                    >
                        <span>{command.label}</span>
                        {command.keys.map(|keys| view! { <KeyNames keys/> })}
                    </li>
                }
            })
            .collect_view()
    };
    let none = move || found.with(Vec::is_empty);
    view! {
        <Dialog open title="Find or do anything" class="palette-dialog">
            <input
                node_ref=field
                type="text"
                role="combobox"
                aria-label="Find or do anything"
                aria-controls="palette-list"
                aria-expanded="true"
                aria-activedescendant=move || format!("palette-{}", chosen.get())
                autocomplete="off"
                placeholder="A screen, a question, a rule, something to do"
                prop:value=sought
                on:input=move |event| { sought.set(event_target_value(&event)); chosen.set(0); }
                on:keydown=on_key
            />
            <ul id="palette-list" role="listbox" aria-label="What fits">{rows}</ul>
            <Show when=none><p class="quiet">"Nothing fits. Try fewer letters."</p></Show>
        </Dialog>
    }
}

/// The commands whose label has every word that was typed, by group.
fn find(commands: Vec<Command>, sought: &str) -> Vec<Command> {
    let sought = sought.to_lowercase();
    let words: Vec<&str> = sought.split_whitespace().collect();
    let fits = |command: &Command| {
        let label = format!("{} {}", command.group, command.label).to_lowercase();
        words.iter().all(|word| label.contains(word))
    };
    // What there are hundreds of is only looked for by name.
    let many = |group: &str| group == "Questions" || group.starts_with("Knowledge");
    let shown = |command: &Command| !words.is_empty() || !many(command.group);
    let mut groups: Vec<&str> = Vec::new();
    let mut found: Vec<Command> = commands
        .into_iter()
        .filter(|command| shown(command) && fits(command))
        .inspect(|command| {
            if !groups.contains(&command.group) {
                groups.push(command.group);
            }
        })
        .take(MOST)
        .collect();
    found.sort_by_key(|command| groups.iter().position(|group| *group == command.group));
    found
}
