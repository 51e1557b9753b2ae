//! The tests in a browser.

use std::process::Command;

use crate::setup;
use crate::test::step;
use crate::web::{root, target_folder};

/// Runs every test in `tests/browser` against the program that was built last, in debug.
pub fn test() -> Result<(), String> {
    setup::browser()?;
    let folder = root().join("tests/browser");
    step(
        "set-up: the packages of the tests in a browser",
        Command::new("npm").current_dir(&folder).args([
            "ci",
            "--silent",
            "--no-audit",
            "--no-fund",
        ]),
    )?;
    // One file after the other: two browsers on two cores would measure each other.
    let mut test = Command::new("node");
    test.current_dir(&folder)
        .env("PLUMBLINE", target_folder(&root()).join("debug/plumbline"))
        .args(["--test", "--test-concurrency=1"]);
    step("tests in a browser", &mut test)
}
