//! The licences of everything that is linked, checked offline from what Cargo has on disk.

use std::process::Command;

use serde_json::Value;
use spdx::{Expression, LicenseReq};

/// Licences that may be combined with ours without further conditions than keeping the notice.
const ALLOWED: [&str; 10] = [
    "MIT",
    "MIT-0",
    "Apache-2.0",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "ISC",
    "Zlib",
    "Unicode-3.0",
    "CC0-1.0",
    "Unlicense",
];

/// Weak copyleft, for programs that are only run in tests and never shipped.
const ALLOWED_IN_TESTS: [&str; 1] = ["MPL-2.0"];

/// Checks the licence of every package in the dependency graph.
///
/// # Errors
///
/// Names the packages whose licence is missing, unreadable or not on the list.
pub fn check() -> Result<(), String> {
    let output = Command::new("cargo")
        .args(["metadata", "--format-version", "1"])
        .output()
        .map_err(|error| format!("`cargo metadata` could not be started: {error}"))?;
    if !output.status.success() {
        return Err(format!(
            "`cargo metadata` failed: {}",
            String::from_utf8_lossy(&output.stderr)
        ));
    }
    let metadata: Value = serde_json::from_slice(&output.stdout)
        .map_err(|error| format!("`cargo metadata` printed no JSON: {error}"))?;
    let packages = metadata["packages"]
        .as_array()
        .ok_or("`cargo metadata` lists no packages")?;
    let refused: Vec<String> = packages.iter().filter_map(refusal).collect();
    if refused.is_empty() {
        println!("{} packages, all under licences that fit", packages.len());
        return Ok(());
    }
    Err(format!(
        "these licences are not on the list in xtask/src/licences.rs; replace the package, or add the licence with a reason:\n  {}",
        refused.join("\n  ")
    ))
}

/// What is wrong with a package's licence, if anything.
fn refusal(package: &Value) -> Option<String> {
    let name = format!(
        "{} {}",
        package["name"].as_str()?,
        package["version"].as_str()?
    );
    let Some(text) = package["license"].as_str() else {
        return Some(format!("{name}: no licence is stated"));
    };
    let allowed = |requirement: &LicenseReq| {
        requirement
            .license
            .id()
            .is_some_and(|id| ALLOWED.contains(&id.name) || ALLOWED_IN_TESTS.contains(&id.name))
    };
    // Older packages write `MIT/Apache-2.0`.
    match Expression::parse(&text.replace('/', " OR ")) {
        Ok(expression) => (!expression.evaluate(allowed)).then(|| format!("{name}: {text}")),
        Err(_) => Some(format!("{name}: `{text}` is not a licence expression")),
    }
}
