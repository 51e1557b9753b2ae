//! The tests with the programs that our exports are made for, and those that lay graphs out.

use std::process::Command;

use crate::setup;
use crate::test::{SELECTION, step};
use crate::web::{root, target_folder};

/// Writes diagrams in every format and runs every test in `tests/peers` on them.
pub fn test() -> Result<(), String> {
    setup::browser()?;
    let folder = root().join("tests/peers");
    step(
        "set-up: the peers' parsers",
        Command::new("npm").current_dir(&folder).args([
            "ci",
            "--silent",
            "--no-audit",
            "--no-fund",
            // None of them has to build anything to be used.
            "--ignore-scripts",
        ]),
    )?;
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
    test.current_dir(&folder)
        .env("PLUMBLINE_EXPORTS", &exports)
        .args(["--test", "--test-concurrency=2"]);
    step("tests with the peers' parsers", &mut test)
}
