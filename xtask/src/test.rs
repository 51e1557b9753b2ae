//! `cargo xtask test`: everything that has to hold.

use std::process::Command;

/// Runs the checks in the order in which they fail fastest.
pub fn run() -> Result<(), String> {
    step(
        "formatting",
        Command::new("cargo").args(["fmt", "--all", "--check"]),
    )?;
    step("tests", Command::new("cargo").args(["test", "--workspace"]))
}

fn step(name: &str, command: &mut Command) -> Result<(), String> {
    println!("== {name}");
    let status = command
        .status()
        .map_err(|error| format!("{name} could not be started: {error}"))?;
    if status.success() {
        Ok(())
    } else {
        Err(format!("{name} failed"))
    }
}
