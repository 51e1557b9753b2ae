//! Reads `knowledge/`, which is the one place in the engine that reads files; checks it, and stores
//! it compiled. A mistake in it fails the build with the message that `plumbline knowledge check`
//! prints.

use std::error::Error;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use plumbline_knowledge::{File, Knowledge, lint, load};
use plumbline_source::{Diagnostic, Severity};

/// From this crate.
const FOLDER: &str = "../../knowledge";

fn main() -> ExitCode {
    println!("cargo::rerun-if-changed={FOLDER}");
    match build() {
        Ok(mistakes) if mistakes.is_empty() => ExitCode::SUCCESS,
        Ok(mistakes) => {
            for mistake in &mistakes {
                eprintln!("{}\n", mistake.render(false));
            }
            eprintln!("the knowledge base has {} mistakes", mistakes.len());
            ExitCode::FAILURE
        }
        Err(error) => {
            eprintln!("the knowledge base can't be built: {error}");
            ExitCode::FAILURE
        }
    }
}

/// Returns the mistakes in the knowledge, if there are any; otherwise it is stored.
fn build() -> Result<Vec<Diagnostic>, Box<dyn Error>> {
    let mut files = Vec::new();
    read(Path::new(FOLDER), "", &mut files)?;
    files.sort_by(|one, other| one.path.cmp(&other.path));
    let loaded = load(&files).under("knowledge");
    let Some(knowledge) = loaded.knowledge else {
        return Ok(loaded.diagnostics);
    };
    let mut errors = lint(&knowledge);
    errors.retain(|finding| finding.severity == Severity::Error);
    if errors.is_empty() {
        store(&knowledge, &files)?;
    }
    Ok(errors)
}

fn read(folder: &Path, prefix: &str, files: &mut Vec<File>) -> Result<(), Box<dyn Error>> {
    for entry in folder.read_dir()? {
        let entry = entry?;
        let path = format!("{prefix}{}", entry.file_name().to_string_lossy());
        if entry.file_type()?.is_dir() {
            read(&entry.path(), &format!("{path}/"), files)?;
        } else {
            let bytes = std::fs::read(entry.path())?;
            files.push(File { path, bytes });
        }
    }
    Ok(())
}

fn store(knowledge: &Knowledge, files: &[File]) -> Result<(), Box<dyn Error>> {
    let folder = PathBuf::from(std::env::var("OUT_DIR")?);
    let bytes = postcard::to_allocvec(knowledge)?;
    let again: Knowledge = postcard::from_bytes(&bytes)?;
    if again != *knowledge {
        return Err("what is stored differs from what was loaded".into());
    }
    std::fs::write(folder.join("knowledge.postcard"), bytes)?;
    let mut texts: Vec<(&str, &str)> = Vec::new();
    for file in files {
        texts.push((&file.path, std::str::from_utf8(&file.bytes)?));
    }
    std::fs::write(
        folder.join("files.postcard"),
        postcard::to_allocvec(&texts)?,
    )?;
    Ok(())
}
