//! Plumbline in a window of its own.

#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

use std::process::ExitCode;

fn main() -> ExitCode {
    match plumbline_desktop::run() {
        Ok(code) => code,
        Err(error) => {
            eprintln!("error: the window can't be opened: {error}");
            ExitCode::FAILURE
        }
    }
}
