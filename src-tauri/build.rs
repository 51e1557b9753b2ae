//! Gives every command of the shell a permission, and has the crate built again when the app is.

use std::path::Path;

/// What the page may ask for. The same names stand in `capabilities/page.json`, where they are
/// granted, and in `src/lib.rs`, where they are answered.
const COMMANDS: [&str; 17] = [
    "workloads",
    "create",
    "workload",
    "vitals",
    "save",
    "archive",
    "delete",
    "versions",
    "keep_version",
    "version",
    "document_kinds",
    "document",
    "backups",
    "back_up",
    "save_file",
    "open_file",
    "opened_files",
];

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let app = Path::new("../app/dist");
    if app.join("index.html").exists() {
        println!("cargo::rerun-if-changed=../app/dist");
    } else {
        println!("cargo::rerun-if-changed=../app");
        println!(
            "cargo::warning=there is no app in app/dist to put into the window: run `cargo xtask web` first"
        );
    }
    let commands = tauri_build::AppManifest::new().commands(&COMMANDS);
    Ok(tauri_build::try_build(
        tauri_build::Attributes::new().app_manifest(commands),
    )?)
}
