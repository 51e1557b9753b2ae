//! The seeds of the fuzz targets, run as ordinary tests.

use std::path::Path;

use plumbline_tests::fuzz;

/// Runs a target over its seeds. A failure names the seed by what is printed before it.
fn run(target: &str, check: impl Fn(&[u8])) -> std::io::Result<()> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../fuzz/seeds")
        .join(target);
    let mut seeds = Vec::new();
    for entry in std::fs::read_dir(&folder)? {
        seeds.push(entry?.path());
    }
    seeds.sort();
    assert!(!seeds.is_empty(), "{} has no seeds", folder.display());
    for seed in seeds {
        println!("{}", seed.display());
        check(&std::fs::read(&seed)?);
    }
    Ok(())
}

/// As the fuzzer does it: what is no text is not tried.
fn text(check: impl Fn(&str)) -> impl Fn(&[u8]) {
    move |bytes| {
        if let Ok(text) = std::str::from_utf8(bytes) {
            check(text);
        }
    }
}

#[test]
fn workload() -> std::io::Result<()> {
    run("workload", fuzz::workload)
}

#[test]
fn knowledge() -> std::io::Result<()> {
    run("knowledge", fuzz::knowledge_file)
}

#[test]
fn condition() -> std::io::Result<()> {
    run("condition", text(fuzz::condition))
}

#[test]
fn quantity() -> std::io::Result<()> {
    run("quantity", text(fuzz::quantity))
}
