//! Light, dark, or as the system has it.

use leptos::prelude::*;

use crate::commands::{Command, offer};

const KEY: &str = "plumbline:theme";

/// The theme that somebody chose.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Theme {
    /// As the system has it.
    System,
    /// Warm paper and ink.
    Light,
    /// Blueprint at night.
    Dark,
}

impl Theme {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::System, Self::Light, Self::Dark];

    /// As it is kept and as documents are asked for.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::System => "auto",
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }

    /// What people call it.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::System => "As the system",
            Self::Light => "Light",
            Self::Dark => "Dark",
        }
    }

    /// Reads what was chosen before, and lets every component follow it.
    pub fn provide() {
        let kept = storage().and_then(|storage| storage.get_item(KEY).ok().flatten());
        let theme = Self::ALL
            .into_iter()
            .find(|theme| kept.as_deref() == Some(theme.id()))
            .unwrap_or(Self::System);
        let theme = RwSignal::new(theme);
        provide_context(theme);
        Effect::new(move |_| theme.get().apply());
        offer(move || {
            let command = |choice: Self| {
                Command::new("Look", format!("Theme: {}", choice.label()), move || {
                    theme.set(choice);
                })
            };
            Self::ALL.map(command).to_vec()
        });
    }

    /// The theme of the page.
    pub fn get() -> RwSignal<Self> {
        expect_context()
    }

    fn apply(self) {
        if let Some(root) = document().document_element() {
            let _ = match self {
                Self::System => root.remove_attribute("data-theme"),
                theme => root.set_attribute("data-theme", theme.id()),
            };
        }
        if let Some(storage) = storage() {
            let _ = storage.set_item(KEY, self.id());
        }
    }
}

fn storage() -> Option<web_sys::Storage> {
    window().local_storage().ok().flatten()
}
