//! The assessment from the bytes of a workload file to the bytes of its JSON. `cargo xtask wasm` runs
//! it natively and as a wasm module, and holds the two against each other.

use plumbline_assess::{Assessor, DEFAULT_SEED};
use plumbline_source::{Diagnostic, Limits, decode};
use serde_json::json;

#[cfg(target_family = "wasm")]
mod exports;

/// The assessment of a workload file as JSON, or what is wrong with the file as a JSON text.
#[must_use]
pub fn assess(file: &[u8]) -> Vec<u8> {
    let knowledge = plumbline_builtin::knowledge();
    let loaded = decode("workload.yaml", file.to_vec(), &Limits::workload())
        .map_err(|error| vec![error])
        .and_then(|source| plumbline_workload::load(knowledge, &source));
    let assessed = match loaded {
        Ok(loaded) => json!(Assessor::new(knowledge).assess(&loaded.workload, DEFAULT_SEED)),
        Err(errors) => {
            let errors: Vec<String> = errors
                .iter()
                .map(|error: &Diagnostic| error.render(false))
                .collect();
            json!(errors.join("\n\n"))
        }
    };
    assessed.to_string().into_bytes()
}
