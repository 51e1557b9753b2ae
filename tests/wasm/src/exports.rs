//! What the host calls: `room` for a file, writes the file there, then calls what it wants done with it,
//! which returns the length of the answer. `result` says where the answer is.
//!
//! An exported symbol needs an attribute that counts as unsafe; there is no unsafe code behind it.
#![expect(unsafe_code, reason = "a symbol is exported by an unsafe attribute")]

use std::sync::{Mutex, PoisonError};

use serde_json::json;

static FILE: Mutex<Vec<u8>> = Mutex::new(Vec::new());
static ANSWER: Mutex<Vec<u8>> = Mutex::new(Vec::new());

/// Makes room for a file of this many bytes, and returns where it is.
#[unsafe(no_mangle)]
extern "C" fn room(length: u32) -> u32 {
    let mut file = FILE.lock().unwrap_or_else(PoisonError::into_inner);
    file.clear();
    file.resize(length as usize, 0);
    file.as_ptr() as u32
}

/// Assesses the file.
#[unsafe(no_mangle)]
extern "C" fn assess() -> u32 {
    keep(crate::assess)
}

/// Draws the reference architectures of the file.
#[unsafe(no_mangle)]
extern "C" fn architectures() -> u32 {
    keep(crate::architectures)
}

/// Draws the diagram in the file.
#[unsafe(no_mangle)]
extern "C" fn picture() -> u32 {
    keep(crate::picture)
}

/// Lays the diagram in the file out.
#[unsafe(no_mangle)]
extern "C" fn scene() -> u32 {
    keep(crate::scene)
}

/// Where the last answer is.
#[unsafe(no_mangle)]
extern "C" fn result() -> u32 {
    let answer = ANSWER.lock().unwrap_or_else(PoisonError::into_inner);
    answer.as_ptr() as u32
}

/// Keeps the answer, or what is wrong with the file as a JSON text.
fn keep(what: fn(&[u8]) -> Result<Vec<u8>, String>) -> u32 {
    let file = FILE.lock().unwrap_or_else(PoisonError::into_inner);
    let mut answer = ANSWER.lock().unwrap_or_else(PoisonError::into_inner);
    *answer = what(&file).unwrap_or_else(|fault| json!(fault).to_string().into_bytes());
    u32::try_from(answer.len()).unwrap_or(0)
}
