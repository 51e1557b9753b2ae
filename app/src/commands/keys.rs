//! Keys that do something.

use leptos::prelude::window;
use wasm_bindgen::JsCast;
use web_sys::{Element, KeyboardEvent};

/// A key, alone or with others held.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Keys {
    /// A key alone: `j`, `?`, `[`.
    Plain(&'static str),
    /// Ctrl, or ⌘ on a Mac, and a key.
    Command(&'static str),
    /// Ctrl or ⌘, Shift and a key.
    CommandShift(&'static str),
    /// Alt and a key.
    Alt(&'static str),
}

impl Keys {
    /// Whether these are the keys of an event.
    pub fn are_pressed(self, event: &KeyboardEvent) -> bool {
        let command = event.ctrl_key() || event.meta_key();
        let is = |key: &str| event.key().eq_ignore_ascii_case(key);
        match self {
            // Shift isn't looked at: `?` needs it on some keyboards and not on others.
            Self::Plain(key) => !command && !event.alt_key() && is(key),
            Self::Command(key) => command && !event.shift_key() && !event.alt_key() && is(key),
            Self::CommandShift(key) => command && event.shift_key() && is(key),
            Self::Alt(key) => !command && event.alt_key() && is(key),
        }
    }

    /// Whether they count while somebody types into a field: a letter alone is text there.
    pub fn while_typing(self) -> bool {
        matches!(self, Self::Command(key) if key != "z") || matches!(self, Self::Alt(_))
    }

    /// As they stand on this machine's keyboard: `Ctrl` `K`, or `⌘` `K`.
    pub fn names(self) -> Vec<String> {
        let command = if is_mac() { "⌘" } else { "Ctrl" };
        let (held, key): (&[&str], &str) = match self {
            Self::Plain(key) => (&[], key),
            Self::Command(key) => (&[command], key),
            Self::CommandShift(key) => (&[command, "Shift"], key),
            Self::Alt(key) => (&["Alt"], key),
        };
        let key = match key {
            "ArrowLeft" => "←".to_owned(),
            "ArrowRight" => "→".to_owned(),
            key => key.to_uppercase(),
        };
        held.iter()
            .map(|held| (*held).to_owned())
            .chain([key])
            .collect()
    }
}

fn is_mac() -> bool {
    window()
        .navigator()
        .user_agent()
        .is_ok_and(|agent| agent.contains("Mac"))
}

/// Whether the key goes into a field or a dialog that has its own use for it.
pub fn is_typing(event: &KeyboardEvent) -> bool {
    event
        .target()
        .and_then(|target| target.dyn_into::<Element>().ok())
        .is_some_and(|element| {
            let field = matches!(element.tag_name().as_str(), "TEXTAREA" | "SELECT")
                || (element.tag_name() == "INPUT"
                    && !matches!(
                        element.get_attribute("type").as_deref(),
                        Some("radio" | "checkbox" | "button" | "range")
                    ));
            field || element.closest("dialog").ok().flatten().is_some()
        })
}
