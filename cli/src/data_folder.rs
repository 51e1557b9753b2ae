//! Which folder the workloads are in.

use std::path::{Path, PathBuf};

use plumbline_desk::default_folder;
use plumbline_source::Diagnostic;

use crate::exit::Failure;

/// The folder of `--data`, else the [`default_folder`]. It need not exist.
///
/// # Errors
/// When none is given and the surroundings don't name a home folder.
pub fn data_folder(given: Option<&Path>) -> Result<PathBuf, Failure> {
    match given {
        Some(folder) => Ok(folder.to_owned()),
        None => default_folder().ok_or_else(|| {
            Diagnostic::error("there is no home folder to keep workloads in")
                .help("name a folder with `--data DIR`")
                .into()
        }),
    }
}
