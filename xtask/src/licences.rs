//! The licences of all packages of the workspace and of everything they depend on, also in tests and
//! benchmarks. The fuzzers have a workspace of their own, and nothing of theirs is shipped.

use std::process::Command;

use serde_json::Value;
use spdx::{Expression, LicenseReq};

/// Licences that may be combined with ours without further conditions than keeping the notice; and
/// MPL-2.0, which asks for the source of changes to its own files, of which we make none (the HTML
/// and CSS parsers of the desktop program's framework have it).
const ALLOWED: [&str; 12] = [
    "MIT",
    "MIT-0",
    "MPL-2.0",
    "Apache-2.0",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "BSL-1.0",
    "ISC",
    "Zlib",
    "Unicode-3.0",
    "CC0-1.0",
    "Unlicense",
];

/// Checks the licence of every package in the dependency graph.
///
/// # Errors
///
/// Names the packages whose licence is missing, unreadable or not on the list.
pub fn check() -> Result<(), String> {
    let metadata = metadata(&["--offline"]).or_else(|_| {
        println!("not every package is on this machine yet: asking Cargo to fetch them");
        metadata(&[])
    })?;
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

/// What Cargo says of all packages.
fn metadata(options: &[&str]) -> Result<Value, String> {
    let output = Command::new("cargo")
        .args(["metadata", "--format-version", "1"])
        .args(options)
        .output()
        .map_err(|error| format!("`cargo metadata` could not be started: {error}"))?;
    if !output.status.success() {
        return Err(format!(
            "`cargo metadata` failed: {}",
            String::from_utf8_lossy(&output.stderr)
        ));
    }
    serde_json::from_slice(&output.stdout)
        .map_err(|error| format!("`cargo metadata` printed no JSON: {error}"))
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
            .is_some_and(|id| ALLOWED.contains(&id.name))
    };
    // Older packages write `MIT/Apache-2.0`.
    match Expression::parse(&text.replace('/', " OR ")) {
        Ok(expression) => (!expression.evaluate(allowed)).then(|| format!("{name}: {text}")),
        Err(_) => Some(format!("{name}: `{text}` is not a licence expression")),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::refusal;

    #[test]
    fn a_licence_fits_when_one_of_its_choices_does() {
        for (licence, fits) in [
            (json!("MIT OR Apache-2.0"), true),
            (json!("MIT/Apache-2.0"), true),
            (json!("(MIT OR Apache-2.0) AND Unicode-3.0"), true),
            (json!("MIT OR LGPL-2.1-or-later"), true),
            (json!("MIT AND LGPL-2.1-or-later"), false),
            (json!("MPL-2.0"), true),
            (json!("GPL-3.0-only"), false),
            (json!("free for all"), false),
            (json!(null), false),
        ] {
            let package = json!({"name": "some", "version": "1.0.0", "license": licence});
            assert_eq!(refusal(&package).is_none(), fits, "{licence}");
        }
    }
}
