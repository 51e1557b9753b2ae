//! `cargo xtask wasm`: the engine gives the same bytes natively and in WebAssembly.

use std::path::{Path, PathBuf};
use std::process::Command;

use plumbline_tests::golden_files;
use wasmi::{Engine, Instance, Linker, Memory, Module, Store, TypedFunc};

use crate::test::step;

/// What a browser runs.
pub const TARGET: &str = "wasm32-unknown-unknown";

/// Assesses every golden workload natively and as a wasm module, in an interpreter, and compares the
/// JSON byte for byte.
pub fn compare() -> Result<(), String> {
    let mut guest = Guest::new(&build()?)?;
    let files = golden_files("").map_err(|error| error.to_string())?;
    for path in &files {
        let file = std::fs::read(path).map_err(|error| format!("{}: {error}", path.display()))?;
        let native = plumbline_wasm_check::assess(&file);
        let wasm = guest.assess(&file)?;
        if native != wasm {
            return Err(format!(
                "{}: the assessment differs\n  native: {}\n  wasm:   {}",
                path.display(),
                around_difference(&native, &wasm),
                around_difference(&wasm, &native)
            ));
        }
    }
    println!(
        "{} golden workloads: the same bytes natively and in WebAssembly",
        files.len()
    );
    Ok(())
}

/// Adds the target to the toolchain if it is missing.
pub fn add_target() -> Result<(), String> {
    let installed = Command::new("rustc")
        .args(["--print", "target-libdir", "--target", TARGET])
        .output()
        .is_ok_and(|output| Path::new(String::from_utf8_lossy(&output.stdout).trim()).exists());
    if installed {
        return Ok(());
    }
    step(
        "set-up: the WebAssembly target",
        Command::new("rustup").args(["target", "add", TARGET]),
    )
    .map_err(|error| format!("{error}; install it with `rustup target add {TARGET}`"))
}

/// Builds the module.
fn build() -> Result<PathBuf, String> {
    add_target()?;
    // Cargo says where the module is: the folder is a matter of its configuration.
    let output = Command::new("cargo")
        .args([
            "rustc",
            "--quiet",
            "--package",
            "plumbline-wasm-check",
            "--lib",
        ])
        .args(["--release", "--crate-type", "cdylib", "--target", TARGET])
        .args(["--message-format", "json-render-diagnostics"])
        .stderr(std::process::Stdio::inherit())
        .output()
        .map_err(|error| format!("cargo could not be started: {error}"))?;
    if !output.status.success() {
        return Err("the WebAssembly module can't be built".to_owned());
    }
    String::from_utf8_lossy(&output.stdout)
        .lines()
        .filter_map(|line| serde_json::from_str::<serde_json::Value>(line).ok())
        .filter(|message| message["reason"] == "compiler-artifact")
        .flat_map(|message| message["filenames"].as_array().cloned().unwrap_or_default())
        .filter_map(|name| name.as_str().map(PathBuf::from))
        .rfind(|name| name.extension().is_some_and(|ending| ending == "wasm"))
        .ok_or_else(|| "cargo built no WebAssembly module".to_owned())
}

/// Some of the first, from a little before where the two differ.
fn around_difference(one: &[u8], other: &[u8]) -> String {
    let at = one
        .iter()
        .zip(other)
        .position(|(one, other)| one != other)
        .unwrap_or_else(|| one.len().min(other.len()));
    let part: Vec<u8> = one
        .iter()
        .skip(at.saturating_sub(60))
        .take(120)
        .copied()
        .collect();
    String::from_utf8_lossy(&part).into_owned()
}

/// The module, ready to be called.
struct Guest {
    store: Store<()>,
    memory: Memory,
    room: TypedFunc<u32, u32>,
    assess: TypedFunc<(), u32>,
    result: TypedFunc<(), u32>,
}

impl Guest {
    fn new(module: &Path) -> Result<Self, String> {
        let bytes =
            std::fs::read(module).map_err(|error| format!("{}: {error}", module.display()))?;
        Self::instantiate(&bytes).map_err(|error| format!("{}: {error}", module.display()))
    }

    fn instantiate(bytes: &[u8]) -> Result<Self, wasmi::Error> {
        let engine = Engine::default();
        let module = Module::new(&engine, bytes)?;
        let mut store = Store::new(&engine, ());
        // Nothing to link: a module that imported something would not be pure.
        let instance: Instance = Linker::new(&engine).instantiate_and_start(&mut store, &module)?;
        let memory = instance
            .get_memory(&store, "memory")
            .ok_or_else(|| wasmi::Error::new("there is no memory"))?;
        Ok(Self {
            memory,
            room: instance.get_typed_func(&store, "room")?,
            assess: instance.get_typed_func(&store, "assess")?,
            result: instance.get_typed_func(&store, "result")?,
            store,
        })
    }

    fn assess(&mut self, file: &[u8]) -> Result<Vec<u8>, String> {
        self.call(file)
            .map_err(|error| format!("the WebAssembly module failed: {error}"))
    }

    fn call(&mut self, file: &[u8]) -> Result<Vec<u8>, wasmi::Error> {
        let length =
            u32::try_from(file.len()).map_err(|_| wasmi::Error::new("too large a file"))?;
        let room = self.room.call(&mut self.store, length)?;
        self.memory.write(&mut self.store, room as usize, file)?;
        let length = self.assess.call(&mut self.store, ())?;
        let result = self.result.call(&mut self.store, ())?;
        let mut json = vec![0; length as usize];
        self.memory.read(&self.store, result as usize, &mut json)?;
        Ok(json)
    }
}
