//! The app: one page, in the browser and in the window of the desktop program. It runs the engine
//! itself and talks to whatever keeps the workloads through one trait.

mod backend;
mod commands;
mod components;
mod engine;
mod navigation;
mod place;
mod screens;
mod session;
mod shell;

use leptos::prelude::*;

fn main() {
    console_error_panic_hook::set_once();
    if let Some(loading) = document().get_element_by_id("loading") {
        loading.remove();
    }
    mount_to_body(shell::App);
}
