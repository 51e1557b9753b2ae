//! `cargo xtask deb`: the desktop program as a Debian package.

use std::process::Command;

use crate::setup;
use crate::test::step;
use crate::web::{self, Build, root};

/// Builds the app, the program with the app in it, and the package; says where it is.
pub fn build(build: Build) -> Result<(), String> {
    setup::desktop()?;
    setup::node()?;
    web::build(build)?;
    let folder = root().join("src-tauri");
    step(
        "set-up: Tauri's bundler",
        // Not `npm ci`: it asks for the bundlers of all other systems too, which a registry may lack.
        Command::new("npm").current_dir(&folder).args([
            "install",
            "--no-save",
            "--silent",
            "--no-audit",
            "--no-fund",
        ]),
    )?;
    let mut bundle = Command::new("npx");
    bundle
        .current_dir(&folder)
        .args(["tauri", "build", "--bundles", "deb"]);
    if build == Build::Debug {
        bundle.arg("--debug");
    }
    // It says itself where the package is.
    step("the program and its package", &mut bundle)
}
