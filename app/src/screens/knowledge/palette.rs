//! The entries of the knowledge as commands, from wherever somebody is.

use std::sync::OnceLock;

use super::index::entries;
use crate::commands::{Command, offer};
use crate::navigation::Navigation;
use crate::shell::Palette;

/// Lets the palette find every entry. For the frame of the app; the commands are made when the
/// palette is opened for the first time.
pub fn offer_knowledge() {
    let navigation = Navigation::get();
    let palette = Palette::get();
    let commands = OnceLock::new();
    offer(move || {
        if !palette.is_open() {
            return Vec::new();
        }
        let make = || {
            let command = |entry: &'static super::index::Entry| {
                let path = entry.kind.path(entry.id);
                Command::new(entry.kind.group(), entry.title.clone(), move || {
                    navigation.go(&path)
                })
            };
            entries().iter().map(command).collect::<Vec<Command>>()
        };
        commands.get_or_init(make).clone()
    });
}
