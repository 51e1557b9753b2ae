//! Workload files of a folder.

use std::path::{Path, PathBuf};

use plumbline_builtin::knowledge;
use plumbline_source::{Limits, decode};
use plumbline_workload::Workload;

use crate::cases::CaseError;

/// A golden workload.
#[derive(Clone, Debug)]
pub struct Golden {
    /// The file's name without its endings.
    pub name: String,
    /// What it says.
    pub workload: Workload,
}

/// All workload files below a folder of `tests/golden/` (`cases`, `shown`, …) in order of name.
///
/// # Errors
///
/// When a file can't be read or isn't a workload: the rendered message.
pub fn golden(folder: &str) -> Result<Vec<Golden>, CaseError> {
    let folder = root().join("golden").join(folder);
    let mut paths: Vec<PathBuf> = std::fs::read_dir(&folder)
        .map_err(|error| CaseError(format!("{}: {error}", folder.display())))?
        .filter_map(|entry| entry.ok().map(|entry| entry.path()))
        .filter(|path| path.to_string_lossy().ends_with(ENDING))
        .collect();
    paths.sort();
    paths.iter().map(|path| load(path)).collect()
}

/// Reads one workload file.
///
/// # Errors
///
/// When it can't be read or isn't a workload: the rendered message.
pub fn load(path: &Path) -> Result<Golden, CaseError> {
    let shown = path
        .file_name()
        .map_or_else(String::new, |name| name.to_string_lossy().into_owned());
    let bytes =
        std::fs::read(path).map_err(|error| CaseError(format!("{}: {error}", path.display())))?;
    let source = decode(&shown, bytes, &Limits::workload())
        .map_err(|error| CaseError(error.render(false)))?;
    let loaded = plumbline_workload::load(knowledge(), &source).map_err(|errors| {
        CaseError(
            errors
                .iter()
                .map(|error| error.render(false))
                .collect::<Vec<_>>()
                .join("\n\n"),
        )
    })?;
    Ok(Golden {
        name: shown.trim_end_matches(ENDING).to_owned(),
        workload: loaded.workload,
    })
}

const ENDING: &str = ".workload.yaml";

/// The folder `tests/`.
pub(crate) fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}
