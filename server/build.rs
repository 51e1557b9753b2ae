//! Has the crate built again when the app is: which files there are to embed isn't otherwise seen.

use std::path::Path;

fn main() {
    let watched = if Path::new("../app/dist").exists() {
        "../app/dist"
    } else {
        "../app"
    };
    println!("cargo::rerun-if-changed={watched}");
}
