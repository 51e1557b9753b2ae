//! `cargo xtask wasm`: the engine gives the same bytes natively and in WebAssembly.

use std::path::{Path, PathBuf};
use std::process::Command;

use plumbline_tests::golden_files;
use wasmi::{Engine, Instance, Linker, Memory, Module, Store, TypedFunc};

use crate::setup;
use crate::test::step;
use crate::web::root;

/// What a browser runs.
pub const TARGET: &str = "wasm32-unknown-unknown";

/// What the engine makes of a file.
type Function = fn(&[u8]) -> Result<Vec<u8>, String>;

/// What is done with workload files, by the name that the module exports.
const OF_WORKLOADS: [(&str, Function); 2] = [
    ("assess", plumbline_wasm_check::assess),
    ("architectures", plumbline_wasm_check::architectures),
];

/// What is done with diagrams.
const OF_DIAGRAMS: [(&str, Function); 2] = [
    ("picture", plumbline_wasm_check::picture),
    ("scene", plumbline_wasm_check::scene),
];

/// Assesses and draws every golden workload and every example, and lays out the graphs that the peers
/// lay out, natively and as a wasm module in an interpreter, and compares the answers byte for byte.
/// Then says how long layouts take in WebAssembly as browsers run it.
pub fn compare() -> Result<(), String> {
    let module = module()?;
    let mut guest = Guest::new(&module)?;
    let mut workloads = golden_files("").map_err(|error| error.to_string())?;
    workloads.extend(files("examples", ".workload.yaml")?);
    let graphs = files("tests/peers/graphs", ".json")?;
    for (paths, functions) in [(&workloads, OF_WORKLOADS), (&graphs, OF_DIAGRAMS)] {
        for path in paths {
            let file =
                std::fs::read(path).map_err(|error| format!("{}: {error}", path.display()))?;
            for (name, native) in functions {
                same(&mut guest, path, &file, name, native)?;
            }
        }
    }
    println!(
        "{} workloads assessed and drawn on every cloud, {} diagrams laid out: the same bytes natively, \
         in WebAssembly, and from run to run",
        workloads.len(),
        graphs.len()
    );
    time(&module)
}

/// Compares one answer, given twice natively and once in WebAssembly.
fn same(
    guest: &mut Guest,
    path: &Path,
    file: &[u8],
    name: &str,
    native: Function,
) -> Result<(), String> {
    let answer = || native(file).map_err(|fault| format!("{}: {fault}", path.display()));
    let expected = answer()?;
    let others = [
        ("a second time", answer()?),
        ("WebAssembly", guest.call(name, file)?),
    ];
    for (how, answer) in others {
        if answer != expected {
            return Err(format!(
                "{}: `{name}` differs\n  native: {}\n  {how}: {}",
                path.display(),
                around_difference(&expected, &answer),
                around_difference(&answer, &expected)
            ));
        }
    }
    Ok(())
}

/// The files of a folder whose names end so, sorted.
fn files(folder: &str, ending: &str) -> Result<Vec<PathBuf>, String> {
    let folder = root().join(folder);
    let failed = |error: std::io::Error| format!("{}: {error}", folder.display());
    let mut files = Vec::new();
    for entry in std::fs::read_dir(&folder).map_err(failed)? {
        let path = entry.map_err(failed)?.path();
        if path.to_string_lossy().ends_with(ending) {
            files.push(path);
        }
    }
    if files.is_empty() {
        return Err(format!(
            "{}: there are no `*{ending}` files",
            folder.display()
        ));
    }
    files.sort();
    Ok(files)
}

/// Prints how long the layouts of the graphs take. A figure to look at: a machine that is busy with
/// something else fails no test.
fn time(module: &Path) -> Result<(), String> {
    setup::node()?;
    step(
        "time of layouts in WebAssembly",
        Command::new("node")
            .current_dir(root().join("tests/peers"))
            .arg("layout/time.mjs")
            .arg(module),
    )
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

/// Builds the module as the app is built, and says where it is.
pub fn module() -> Result<PathBuf, String> {
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
        .args(["--profile", "wasm-release"])
        .args(["--crate-type", "cdylib", "--target", TARGET])
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
    instance: Instance,
    room: TypedFunc<u32, u32>,
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
            result: instance.get_typed_func(&store, "result")?,
            instance,
            store,
        })
    }

    /// What an exported function makes of a file.
    fn call(&mut self, name: &str, file: &[u8]) -> Result<Vec<u8>, String> {
        self.answer(name, file)
            .map_err(|error| format!("`{name}` failed in WebAssembly: {error}"))
    }

    fn answer(&mut self, name: &str, file: &[u8]) -> Result<Vec<u8>, wasmi::Error> {
        let length =
            u32::try_from(file.len()).map_err(|_| wasmi::Error::new("too large a file"))?;
        let room = self.room.call(&mut self.store, length)?;
        self.memory.write(&mut self.store, room as usize, file)?;
        let function: TypedFunc<(), u32> = self.instance.get_typed_func(&self.store, name)?;
        let length = function.call(&mut self.store, ())?;
        let result = self.result.call(&mut self.store, ())?;
        let mut answer = vec![0; length as usize];
        self.memory
            .read(&self.store, result as usize, &mut answer)?;
        Ok(answer)
    }
}
