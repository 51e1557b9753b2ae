//! The one registry of what can be done: the palette, the keys and the list of keys all come from
//! it.

mod keys;

use std::sync::Arc;

use leptos::prelude::*;

pub use keys::{Keys, is_typing};

/// Something that can be done here and now.
#[derive(Clone)]
pub struct Command {
    /// What it does, as a person would say it: "Undo: answer".
    pub label: String,
    /// Where it stands in the palette: "Go to", "Workload", "Look".
    pub group: &'static str,
    /// The keys that do it.
    pub keys: Option<Keys>,
    /// Does it.
    pub run: Arc<dyn Fn() + Send + Sync>,
}

impl Command {
    /// A command without keys.
    pub fn new(
        group: &'static str,
        label: impl Into<String>,
        run: impl Fn() + Send + Sync + 'static,
    ) -> Self {
        Self {
            label: label.into(),
            group,
            keys: None,
            run: Arc::new(run),
        }
    }

    /// With keys.
    #[must_use]
    pub fn with_keys(mut self, keys: Keys) -> Self {
        self.keys = Some(keys);
        self
    }
}

type Source = Arc<dyn Fn() -> Vec<Command> + Send + Sync>;

/// All commands of the page. Every screen brings its own for as long as it is shown.
#[derive(Clone, Copy)]
pub struct Registry(RwSignal<Vec<(u32, Source)>>);

impl Registry {
    /// Makes the registry, hears the keys, and lets every component add to it.
    pub fn provide() -> Self {
        let registry = Self(RwSignal::new(Vec::new()));
        provide_context(registry);
        let _ = window_event_listener(leptos::ev::keydown, move |event| {
            let typing = is_typing(&event);
            let found = untrack(|| registry.all()).into_iter().find(|command| {
                command.keys.is_some_and(|keys| {
                    keys.are_pressed(&event) && (!typing || keys.while_typing())
                })
            });
            if let Some(command) = found {
                event.prevent_default();
                (command.run)();
            }
        });
        registry
    }

    /// Everything that can be done now, what was added last first.
    pub fn all(self) -> Vec<Command> {
        self.0.with(|sources| {
            sources
                .iter()
                .rev()
                .flat_map(|(_, source)| source())
                .collect()
        })
    }
}

/// Adds commands for as long as the component is there. They are asked for when they are needed, so
/// that their names can follow what is the case: "Undo: answer".
pub fn offer(commands: impl Fn() -> Vec<Command> + Send + Sync + 'static) {
    let Registry(sources) = expect_context();
    let number = sources.with_untracked(|sources| {
        sources
            .iter()
            .map(|(number, _)| number + 1)
            .max()
            .unwrap_or(0)
    });
    sources.update(|sources| sources.push((number, Arc::new(commands))));
    on_cleanup(move || {
        let _ = sources.try_update(|sources| sources.retain(|(other, _)| *other != number));
    });
}
