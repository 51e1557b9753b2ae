//! The program as people start it: from its start until the verdict is printed and it has ended.

use std::error::Error;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Duration;

use criterion::Criterion;
use serde_json::Value;

fn main() -> Result<(), Box<dyn Error>> {
    let program = build()?;
    let workload =
        Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples/checkout.workload.yaml");
    let assess = || {
        Command::new(&program)
            .arg("assess")
            .arg(&workload)
            .stdin(Stdio::null())
            .output()
    };
    let first = assess()?;
    if !first.status.success() || first.stdout.is_empty() {
        return Err(String::from_utf8_lossy(&first.stderr).into());
    }
    let mut criterion = Criterion::default()
        .output_directory(&Path::new(env!("CARGO_TARGET_TMPDIR")).join("criterion"))
        .sample_size(20)
        .warm_up_time(Duration::from_millis(300))
        .measurement_time(Duration::from_secs(3))
        .configure_from_args();
    criterion.bench_function(
        "plumbline assess examples/checkout.workload.yaml, start to end",
        |bencher| bencher.iter(assess),
    );
    criterion.final_summary();
    Ok(())
}

/// Builds the program as it is shipped. Cargo says where it is: the folder is a matter of its
/// configuration.
fn build() -> Result<PathBuf, Box<dyn Error>> {
    let output = Command::new("cargo")
        .args(["build", "--release", "--quiet", "--package", "plumbline"])
        .args(["--message-format", "json-render-diagnostics"])
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .stderr(Stdio::inherit())
        .output()?;
    if !output.status.success() {
        return Err("the program can't be built".into());
    }
    String::from_utf8_lossy(&output.stdout)
        .lines()
        .filter_map(|line| serde_json::from_str::<Value>(line).ok())
        .filter_map(|message| message["executable"].as_str().map(PathBuf::from))
        .next_back()
        .ok_or_else(|| "cargo built no program".into())
}
