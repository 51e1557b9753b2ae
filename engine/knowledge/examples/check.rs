//! Prints every mistake in a folder of knowledge.

use std::path::Path;
use std::process::ExitCode;

use plumbline_knowledge::{File, lint, load};
use plumbline_source::Severity;

fn main() -> ExitCode {
    let Some(folder) = std::env::args().nth(1) else {
        eprintln!("usage: check FOLDER");
        return ExitCode::from(2);
    };
    let mut files = Vec::new();
    if let Err(error) = collect(Path::new(&folder), "", &mut files) {
        eprintln!("{folder} can't be read: {error}");
        return ExitCode::from(2);
    }
    let loaded = load(&files).under(&folder);
    let mut found = loaded.diagnostics;
    found.extend(loaded.knowledge.iter().flat_map(lint));
    for diagnostic in &found {
        println!("{}\n", diagnostic.render(false));
    }
    let errors = found
        .iter()
        .filter(|one| one.severity == Severity::Error)
        .count();
    println!(
        "{} files, {errors} errors, {} warnings",
        files.len(),
        found.len() - errors
    );
    ExitCode::from(u8::from(errors > 0))
}

fn collect(folder: &Path, prefix: &str, files: &mut Vec<File>) -> std::io::Result<()> {
    for entry in std::fs::read_dir(folder)? {
        let entry = entry?;
        let path = format!("{prefix}{}", entry.file_name().to_string_lossy());
        if entry.file_type()?.is_dir() {
            collect(&entry.path(), &format!("{path}/"), files)?;
        } else if path.ends_with(".yaml") || path.ends_with(".yml") {
            let bytes = std::fs::read(entry.path())?;
            files.push(File { path, bytes });
        }
    }
    Ok(())
}
