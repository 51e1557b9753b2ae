//! `cargo xtask serve`: builds the app and serves it from this machine.

use std::io::{BufRead, BufReader};
use std::os::unix::process::CommandExt;
use std::process::{Command, Stdio};

use crate::test::step;
use crate::web::{self, Build};

/// Builds the app and the server with the app in it, and runs it with these arguments until it is
/// stopped.
pub fn run(arguments: &[&str]) -> Result<(), String> {
    println!("the first time this takes some minutes; afterwards, seconds");
    web::build(Build::Release)?;
    let mut serve = Command::new("cargo");
    serve
        .current_dir(web::root())
        .args(["run", "--quiet", "--package", "plumbline", "--", "serve"])
        .args(arguments);
    step("the server", &mut serve)
}

/// Runs the README's first command until it prints its link, and stops it.
pub fn answers() -> Result<(), String> {
    let failed = |error: std::io::Error| format!("cargo xtask serve: {error}");
    let data = web::root().join("target/first-command");
    let mut child = Command::new("cargo")
        .current_dir(web::root())
        .args(["xtask", "serve", "--port", "0", "--data"])
        .arg(&data)
        .stdout(Stdio::piped())
        // Of its own, so that it can be stopped with everything that it started.
        .process_group(0)
        .spawn()
        .map_err(failed)?;
    let said = child.stdout.take().map(BufReader::new);
    let ready = said
        .into_iter()
        .flat_map(BufRead::lines)
        .map_while(Result::ok)
        .any(|line| line.contains("/enter?token="));
    let group = format!("-{}", child.id());
    let stopped = Command::new("kill").args(["-TERM", "--", &group]).status();
    drop(child.wait());
    stopped.map_err(failed)?;
    if ready {
        Ok(())
    } else {
        Err("cargo xtask serve: it ended without printing its link".to_owned())
    }
}
