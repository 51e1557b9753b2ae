//! `cargo xtask web`: the app, built into `app/dist/` as a server sends it.
//!
//! The names of files carry a hash of their content, so that a browser may keep them for good; only
//! `index.html` is asked for anew. Beside each file stands its twin for brotli.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::Command;

use sha2::{Digest, Sha256};
use wasm_bindgen_cli_support::Bindgen;

use crate::test::step;
use crate::wasm::{TARGET, add_target};

/// How the app is built.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Build {
    /// As it is shipped: small.
    Release,
    /// Quick to build, and large.
    Debug,
}

impl Build {
    fn profile(self) -> &'static str {
        match self {
            Self::Release => "wasm-release",
            Self::Debug => "dev",
        }
    }

    fn folder(self) -> &'static str {
        match self {
            Self::Release => "wasm-release",
            Self::Debug => "debug",
        }
    }
}

/// The style sheets, in the order in which they apply.
const STYLES: &str = "app/style";
const DIST: &str = "app/dist";

/// Builds the app. Returns what a browser loads, after compression, in bytes.
pub fn build(build: Build) -> Result<u64, String> {
    let root = root();
    add_target()?;
    // A target folder of its own: native and wasm builds would wait for each other otherwise.
    let target = target_folder(&root).join("web");
    step(
        "the app",
        Command::new("cargo")
            .current_dir(&root)
            // Views of one type instead of one for every combination of elements: a fifth smaller,
            // and built in half the time.
            .env("RUSTFLAGS", "--cfg erase_components")
            .args(["build", "--quiet", "--package", "plumbline-app"])
            .args(["--target", TARGET, "--profile", build.profile()])
            .arg("--target-dir")
            .arg(&target),
    )?;
    let module = target
        .join(TARGET)
        .join(build.folder())
        .join("plumbline-app.wasm");
    let dist = root.join(DIST);
    let fresh = root.join("app/dist.new");
    remove(&fresh)?;
    make(&fresh)?;
    Bindgen::new()
        .input_path(&module)
        .out_name("app")
        .web(true)
        .and_then(|bindgen| {
            bindgen
                .typescript(false)
                .remove_name_section(build == Build::Release)
                .remove_producers_section(true)
                .generate(&fresh)
        })
        .map_err(|error| format!("binding the app to the browser: {error:#}"))?;

    let wasm = hashed(&fresh, "app_bg.wasm", &read(&fresh.join("app_bg.wasm"))?)?;
    remove(&fresh.join("app_bg.wasm"))?;
    let glue = text(&fresh.join("app.js"))?.replace("app_bg.wasm", &wasm);
    remove(&fresh.join("app.js"))?;
    let glue = hashed(&fresh, "app.js", glue.as_bytes())?;
    let mut page = text(&root.join("app/index.html"))?;
    let mut styles = String::new();
    for sheet in sorted(&root.join(STYLES))? {
        styles.push_str(&text(&sheet)?);
    }
    for font in sorted(&root.join("app/fonts"))? {
        let name = file_name(&font);
        if name.ends_with(".woff2") {
            let given = hashed(&fresh, &name, &read(&font)?)?;
            styles = styles.replace(&name, &given);
            page = page.replace(&name, &given);
        }
    }
    let style = hashed(&fresh, "style.css", styles.as_bytes())?;
    let boot = text(&root.join("app/boot.js"))?
        .replace("app.js", &glue)
        .replace("app_bg.wasm", &wasm);
    let boot = hashed(&fresh, "boot.js", boot.as_bytes())?;
    let theme = hashed(&fresh, "theme.js", &read(&root.join("app/theme.js"))?)?;
    for (from, to) in [
        ("style.css", &style),
        ("boot.js", &boot),
        ("theme.js", &theme),
        ("app.js", &glue),
        ("app_bg.wasm", &wasm),
    ] {
        page = page.replace(&format!("/{from}"), &format!("/{to}"));
    }
    write(&fresh.join("index.html"), page.as_bytes())?;
    let compressed = compress(&fresh, build)?;
    remove(&dist)?;
    fs::rename(&fresh, &dist).map_err(|error| format!("{}: {error}", dist.display()))?;
    println!(
        "app/dist: {:.1} kB compressed, all in",
        to_kilobytes(compressed)
    );
    Ok(compressed)
}

fn to_kilobytes(bytes: u64) -> f64 {
    bytes as f64 / 1000.0
}

/// Writes the twin of every file for brotli, and adds up their sizes. A quick build isn't worth
/// the eleven seconds.
fn compress(folder: &Path, build: Build) -> Result<u64, String> {
    let quality = match build {
        Build::Release => 11,
        Build::Debug => 1,
    };
    let mut total = 0;
    for file in sorted(folder)? {
        let content = read(&file)?;
        let mut twin = Vec::new();
        brotli::CompressorWriter::new(&mut twin, 1 << 16, quality, 22)
            .write_all(&content)
            .map_err(|error| format!("{}: {error}", file.display()))?;
        total += twin.len() as u64;
        write(&folder.join(format!("{}.br", file_name(&file))), &twin)?;
    }
    Ok(total)
}

/// Writes a file under its name with a hash of its content in it, and returns that name.
fn hashed(folder: &Path, name: &str, content: &[u8]) -> Result<String, String> {
    let digest = Sha256::digest(content);
    let hash: String = digest
        .iter()
        .take(5)
        .map(|byte| format!("{byte:02x}"))
        .collect();
    let (stem, extension) = name.rsplit_once('.').unwrap_or((name, ""));
    let name = format!("{stem}-{hash}.{extension}");
    write(&folder.join(&name), content)?;
    Ok(name)
}

/// The root of the checkout.
pub fn root() -> PathBuf {
    // As Cargo says when it runs this, which may be in another checkout than the one it built.
    std::env::var_os("CARGO_MANIFEST_DIR")
        .map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")), PathBuf::from)
        .join("..")
}

/// Where Cargo builds.
pub fn target_folder(root: &Path) -> PathBuf {
    std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root.join("target"), PathBuf::from)
}

fn file_name(path: &Path) -> String {
    path.file_name()
        .unwrap_or_default()
        .to_string_lossy()
        .into_owned()
}

fn sorted(folder: &Path) -> Result<Vec<PathBuf>, String> {
    let mut files = fs::read_dir(folder)
        .and_then(|entries| {
            entries
                .map(|entry| entry.map(|entry| entry.path()))
                .collect::<Result<Vec<_>, _>>()
        })
        .map_err(|error| format!("{}: {error}", folder.display()))?;
    files.sort();
    Ok(files)
}

fn read(path: &Path) -> Result<Vec<u8>, String> {
    fs::read(path).map_err(|error| format!("{}: {error}", path.display()))
}

fn text(path: &Path) -> Result<String, String> {
    fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))
}

fn write(path: &Path, content: &[u8]) -> Result<(), String> {
    fs::write(path, content).map_err(|error| format!("{}: {error}", path.display()))
}

fn make(folder: &Path) -> Result<(), String> {
    fs::create_dir_all(folder).map_err(|error| format!("{}: {error}", folder.display()))
}

fn remove(path: &Path) -> Result<(), String> {
    let removed = if path.is_dir() {
        fs::remove_dir_all(path)
    } else if path.exists() {
        fs::remove_file(path)
    } else {
        Ok(())
    };
    removed.map_err(|error| format!("{}: {error}", path.display()))
}
