//! Files that somebody chose: read as workloads, or written.

use std::fs::{self, File};
use std::io::{self, Read};
use std::path::Path;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use plumbline_api::{Problem, ProblemKind};
use plumbline_source::{Limits, decode, quote, quote_path, too_large};
use serde::Serialize;

/// A workload file as the page gets it. What it says, the page reads.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct OpenedFile {
    /// Its name without folders.
    pub name: String,
    /// What is in it.
    pub text: String,
}

/// Reads a file that may be a workload.
///
/// # Errors
/// [`ProblemKind::Invalid`] when it can't be read, is larger than a workload may be, or is no text.
pub fn read(path: &Path) -> Result<OpenedFile, Problem> {
    let name = name_of(path);
    let limits = Limits::workload();
    let refused = |error: plumbline_source::Diagnostic| {
        let help = error.help.unwrap_or_default();
        Problem::new(ProblemKind::Invalid, error.message, help)
    };
    let unread = |error: &io::Error| {
        Problem::new(
            ProblemKind::Invalid,
            format!(
                "{} can't be read: {error}",
                quote_path(&path.to_string_lossy())
            ),
            "check that the file is there and that you may read it",
        )
    };
    let about = fs::metadata(path).map_err(|error| unread(&error))?;
    if !about.is_file() {
        return Err(Problem::new(
            ProblemKind::Invalid,
            format!("{} isn't a file", quote_path(&path.to_string_lossy())),
            "choose a file that ends in `.workload.yaml`",
        ));
    }
    let most = u64::try_from(limits.bytes).unwrap_or(u64::MAX);
    if about.len() > most {
        return Err(refused(too_large(&name, about.len(), &limits)));
    }
    let mut bytes = Vec::new();
    File::open(path)
        // It may have grown since.
        .and_then(|file| file.take(most.saturating_add(1)).read_to_end(&mut bytes))
        .map_err(|error| unread(&error))?;
    let source = decode(&name, bytes, &limits).map_err(refused)?;
    let text = source.text.clone();
    Ok(OpenedFile { name, text })
}

/// Writes a document.
///
/// # Errors
/// [`ProblemKind::Invalid`] when the content isn't base 64; [`ProblemKind::Storage`] when it can't
/// be written.
pub fn write(path: &Path, base64: &str) -> Result<(), Problem> {
    let content = STANDARD.decode(base64).map_err(|_| {
        Problem::new(
            ProblemKind::Invalid,
            format!("{} came to the window damaged", quote(&name_of(path))),
            "make the document again",
        )
    })?;
    fs::write(path, content).map_err(|error| {
        Problem::new(
            ProblemKind::Storage,
            format!(
                "{} can't be written: {error}",
                quote_path(&path.to_string_lossy())
            ),
            "choose another folder, or make room",
        )
    })
}

/// The last part of a path: what a file is called.
pub fn name_of(path: &Path) -> String {
    let name = path.file_name().unwrap_or_default();
    name.to_string_lossy().into_owned()
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::{OpenedFile, read, write};

    #[test]
    fn workloads_are_read_and_everything_else_is_refused_in_words() {
        let folder = tempfile::tempdir().unwrap();
        let path = |name: &str| folder.path().join(name);
        let good = path("checkout.workload.yaml");
        fs::write(&good, b"\xef\xbb\xbfplumbline: 1\r\n").unwrap();
        assert_eq!(
            read(&good).unwrap(),
            OpenedFile {
                name: "checkout.workload.yaml".to_owned(),
                text: "plumbline: 1\r\n".to_owned()
            }
        );
        let most = vec![b'#'; 1_000_000];
        fs::write(path("most.yaml"), &most).unwrap();
        assert_eq!(read(&path("most.yaml")).unwrap().text.len(), most.len());

        fs::write(path("large.yaml"), vec![b'#'; 1_000_001]).unwrap();
        fs::write(path("latin.yaml"), b"name: Caf\xe9\n").unwrap();
        fs::write(path("wide.yaml"), b"\xff\xfen\0").unwrap();
        for (name, said) in [
            ("large.yaml", "`large.yaml` is too large: 1.000001 MB"),
            ("latin.yaml", "UTF-8"),
            ("wide.yaml", "UTF-16"),
            ("none.yaml", "none.yaml"),
            ("", "isn't a file"),
        ] {
            let problem = read(&path(name)).unwrap_err();
            assert!(problem.message.contains(said), "{name}: {problem}");
            assert!(!problem.help.is_empty(), "{name}: {problem}");
        }
    }

    #[test]
    fn documents_are_written_or_it_is_said_why_not() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("checkout-adr.md");
        write(&path, "IyBBRFIK").unwrap();
        assert_eq!(fs::read(&path).unwrap(), b"# ADR\n");
        for (path, content, said) in [
            (path.clone(), "***", "damaged"),
            (folder.path().join("none/adr.md"), "", "adr.md"),
        ] {
            let problem = write(&path, content).unwrap_err();
            assert!(problem.message.contains(said), "{problem}");
        }
        assert_eq!(fs::read(&path).unwrap(), b"# ADR\n");
    }
}
