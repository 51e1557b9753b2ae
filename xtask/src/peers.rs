//! The tests with the programs that our exports are made for, and those that lay graphs out.

use std::path::PathBuf;
use std::process::Command;

use crate::test::{SELECTION, step};
use crate::web::{root, target_folder};
use crate::{setup, wasm};

/// Writes diagrams in every format and runs every test in `tests/peers` on them.
pub fn test() -> Result<(), String> {
    packages()?;
    let exports = target_folder(&root()).join("peers");
    if exports.exists() {
        // What is no longer written must not be read.
        std::fs::remove_dir_all(&exports)
            .map_err(|error| format!("{}: {error}", exports.display()))?;
    }
    step(
        "every diagram in every format",
        Command::new("cargo")
            .current_dir(root())
            .args(["build", "--quiet"])
            // What all tests select, or Cargo would build nearly everything again.
            .args(SELECTION)
            .args(["--example", "export"]),
    )?;
    step(
        "every diagram in every format, written",
        Command::new(target_folder(&root()).join("debug/examples/export")).arg(&exports),
    )?;
    let mut test = Command::new("node");
    test.current_dir(folder())
        .env("PLUMBLINE_EXPORTS", &exports)
        .env("PLUMBLINE_WASM", wasm::module()?)
        .args(["--test", "--test-concurrency=2"]);
    step("tests with the peers' parsers", &mut test)
}

/// Lays graphs out with ours and with the peers' engines, and writes figures and drawings to
/// `build/peers`.
pub fn layouts() -> Result<(), String> {
    packages()?;
    step(
        "layouts beside those of the peers",
        Command::new("node")
            .current_dir(folder())
            .arg("layout/run.mjs")
            .arg(wasm::module()?)
            .arg(root().join("build/peers")),
    )
}

fn folder() -> PathBuf {
    root().join("tests/peers")
}

/// Installs what comes from npm. One of the parsers brings a bundler along, whose packages for every kind
/// of machine a lock file must name and not every registry has: `package.json` overrides it with the
/// bundler's build for all machines.
fn packages() -> Result<(), String> {
    setup::browser()?;
    step(
        "set-up: the peers",
        Command::new("npm").current_dir(folder()).args([
            "ci",
            "--silent",
            "--no-audit",
            "--no-fund",
            // None of them has to build anything to be used.
            "--ignore-scripts",
        ]),
    )
}
