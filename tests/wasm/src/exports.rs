//! What the host calls: `room` for a file, writes the file there, then calls `assess`.
//!
//! An exported symbol needs an attribute that counts as unsafe; there is no unsafe code behind it.
#![expect(unsafe_code, reason = "a symbol is exported by an unsafe attribute")]

use std::sync::{Mutex, PoisonError};

static FILE: Mutex<Vec<u8>> = Mutex::new(Vec::new());
static ASSESSED: Mutex<Vec<u8>> = Mutex::new(Vec::new());

/// Makes room for a file of this many bytes, and returns where it is.
#[unsafe(no_mangle)]
extern "C" fn room(length: u32) -> u32 {
    let mut file = FILE.lock().unwrap_or_else(PoisonError::into_inner);
    file.clear();
    file.resize(length as usize, 0);
    file.as_ptr() as u32
}

/// Assesses the file. Returns the length of the JSON; [`result`] says where it is.
#[unsafe(no_mangle)]
extern "C" fn assess() -> u32 {
    let file = FILE.lock().unwrap_or_else(PoisonError::into_inner);
    let mut assessed = ASSESSED.lock().unwrap_or_else(PoisonError::into_inner);
    *assessed = crate::assess(&file);
    u32::try_from(assessed.len()).unwrap_or(0)
}

/// Where the JSON of the last [`assess`] is.
#[unsafe(no_mangle)]
extern "C" fn result() -> u32 {
    let assessed = ASSESSED.lock().unwrap_or_else(PoisonError::into_inner);
    assessed.as_ptr() as u32
}
