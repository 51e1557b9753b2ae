//! `cargo xtask serve`: builds the app and serves it from this machine.

use std::process::Command;

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
