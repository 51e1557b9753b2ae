//! The list of keys.

use leptos::prelude::*;

use crate::commands::{Command, Keys, Registry, offer};
use crate::components::{Dialog, KeyNames};

/// What the keys do on this screen, from the registry of commands.
#[component]
pub fn KeysHelp() -> impl IntoView {
    let registry: Registry = expect_context();
    let open = RwSignal::new(false);
    offer(move || {
        vec![
            Command::new("Look", "What the keys do", move || open.set(true))
                .with_keys(Keys::Plain("?")),
        ]
    });
    let rows = move || {
        let commands = registry.all().into_iter();
        commands
            .filter_map(|command| command.keys.map(|keys| (keys, command.label)))
            .map(|(keys, label)| view! { <tr><th scope="row"><KeyNames keys/></th><td>{label}</td></tr> })
            .collect_view()
    };
    view! {
        <Dialog open title="What the keys do">
            <table class="keys"><tbody>{rows}</tbody></table>
            <p class="quiet small">"Everything else is in the palette, and Tab reaches all of it."</p>
        </Dialog>
    }
}
