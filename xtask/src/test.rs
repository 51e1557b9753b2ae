//! `cargo xtask test`: everything that has to hold, the fastest to fail first.

use std::process::{Command, Stdio};

use crate::web::{self, Build};
use crate::{browser, desktop, licences, peers, serve, setup, wasm};

/// What all builds and tests select, so that Cargo builds everything once: all but the benchmarks
/// against other rule engines, which nobody needs to wait for.
pub const SELECTION: [&str; 3] = ["--workspace", "--exclude", "plumbline-bench"];

/// Runs every check.
pub fn run() -> Result<(), String> {
    component("rustfmt", &["fmt", "--version"])?;
    component("clippy", &["clippy", "--version"])?;
    setup::desktop()?;
    setup::browser()?;
    step(
        "formatting",
        Command::new("cargo").args(["fmt", "--all", "--check"]),
    )?;
    println!("== licences");
    licences::check()?;
    // Before everything that embeds it.
    web::build(Build::Release)?;
    step(
        "lints",
        Command::new("cargo").arg("clippy").args(SELECTION).args([
            "--all-targets",
            "--quiet",
            "--",
            "-D",
            "warnings",
        ]),
    )?;
    step("tests", Command::new("cargo").arg("test").args(SELECTION))?;
    println!("== the README's first command");
    serve::answers()?;
    println!("== the engine in WebAssembly gives the same bytes");
    wasm::compare()?;
    browser::test()?;
    peers::test()?;
    desktop::test()
}

/// Adds a part of the toolchain that is missing.
fn component(name: &str, probe: &[&str]) -> Result<(), String> {
    let found = Command::new("cargo")
        .args(probe)
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status();
    if found.is_ok_and(|status| status.success()) {
        return Ok(());
    }
    step(&format!("set-up: {name}"), Command::new("rustup").args(["component", "add", name]))
        .map_err(|error| format!("{error}; `{name}` is needed: install it with `rustup component add {name}` or from your system's packages"))
}

/// Runs a command, showing what it prints.
pub fn step(name: &str, command: &mut Command) -> Result<(), String> {
    println!("== {name}");
    let status = command.status().map_err(|error| {
        format!(
            "{name}: {} could not be started: {error}",
            command.get_program().display()
        )
    })?;
    if status.success() {
        Ok(())
    } else {
        Err(format!("{name} failed"))
    }
}
