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

/// All workloads below a folder of `tests/golden/` (`cases`, `shown`, …) in order of path.
///
/// # Errors
///
/// When a file can't be read or isn't a workload: the rendered message.
pub fn golden(folder: &str) -> Result<Vec<Golden>, CaseError> {
    let paths = golden_files(folder)?;
    paths.iter().map(|path| load(path)).collect()
}

/// The paths of all workload files below a folder of `tests/golden/`, sorted; of all of them for `""`.
///
/// # Errors
///
/// When a folder can't be read, or there is no workload file.
pub fn golden_files(folder: &str) -> Result<Vec<PathBuf>, CaseError> {
    let top = root().join("golden").join(folder);
    let mut folders = vec![top.clone()];
    let mut files = Vec::new();
    while let Some(folder) = folders.pop() {
        let failed = |error: std::io::Error| CaseError(format!("{}: {error}", folder.display()));
        for entry in std::fs::read_dir(&folder).map_err(failed)? {
            let path = entry.map_err(failed)?.path();
            if path.is_dir() {
                folders.push(path);
            } else if path.to_string_lossy().ends_with(ENDING) {
                files.push(path);
            }
        }
    }
    if files.is_empty() {
        return Err(CaseError(format!(
            "{}: there are no workload files",
            top.display()
        )));
    }
    files.sort();
    Ok(files)
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
