//! `plumbline report --templates`: an organisation's own templates.

use std::fs;
use std::path::Path;

use plumbline_report::Templates;
use plumbline_source::{Diagnostic, Limits, decode, quote_path};

use crate::input::{read_bytes, unreadable};

/// Reads the files of a folder as templates. What is hidden, and folders, are left alone.
///
/// # Errors
/// When something can't be read, or a file stands for no built-in template.
pub fn read(folder: &Path) -> Result<Templates, Diagnostic> {
    let entries = fs::read_dir(folder).map_err(|error| unreadable(folder, &error))?;
    let mut files = Vec::new();
    for entry in entries {
        let path = entry.map_err(|error| unreadable(folder, &error))?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        if name.starts_with('.') || path.is_dir() {
            continue;
        }
        let shown = path.to_string_lossy();
        let source = decode(
            &shown,
            read_bytes(&path, &Limits::default())?,
            &Limits::default(),
        )?;
        files.push((name.into_owned(), source));
    }
    if files.is_empty() {
        return Err(Diagnostic::error(format!(
            "there are no templates in {}",
            quote_path(&folder.to_string_lossy())
        ))
        .help(format!(
            "a file there is called after the one it stands for: {}",
            Templates::names().collect::<Vec<_>>().join(", ")
        )));
    }
    Templates::new(files).map_err(|fault| *fault)
}
