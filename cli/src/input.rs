//! Reading files that a user names, which may be anything.

use std::ffi::OsStr;
use std::fs::{File, FileType, Metadata};
use std::io::{self, ErrorKind, Read};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use plumbline_source::{Diagnostic, Limits, Source, decode, did_you_mean, quote_path, too_large};

/// What stands for standard input where a file is expected.
pub const STDIN: &str = "-";

/// Reads a file, or standard input for `-`, as text.
///
/// # Errors
/// When there is no such file, when it isn't one that can be read whole (a folder, a device), when
/// it is larger than the limit (which is told from its size, not by reading it), and when it isn't
/// UTF-8.
pub fn read(path: &Path, limits: &Limits) -> Result<Arc<Source>, Diagnostic> {
    if path == Path::new(STDIN) {
        let bytes = read_at_most(io::stdin().lock(), "standard input", limits)?;
        return decode("standard input", bytes, limits);
    }
    let name = path.to_string_lossy().into_owned();
    decode(&name, read_bytes(path, limits)?, limits)
}

/// Reads a file as it is.
///
/// # Errors
/// As [`read`], but for the text.
pub fn read_bytes(path: &Path, limits: &Limits) -> Result<Vec<u8>, Diagnostic> {
    let name = path.to_string_lossy().into_owned();
    let about = std::fs::metadata(path).map_err(|error| unreadable(path, &error))?;
    readable(path, &about)?;
    if about.is_file() && about.len() > u64::try_from(limits.bytes).unwrap_or(u64::MAX) {
        return Err(too_large(&name, about.len(), limits));
    }
    let file = File::open(path).map_err(|error| unreadable(path, &error))?;
    read_at_most(file, &name, limits)
}

/// Reads to the end, or to where it is certain that there is too much: sizes lie, and pipes have
/// none.
fn read_at_most(source: impl Read, name: &str, limits: &Limits) -> Result<Vec<u8>, Diagnostic> {
    let mut bytes = Vec::new();
    let most = u64::try_from(limits.bytes).unwrap_or(u64::MAX);
    source
        .take(most.saturating_add(1))
        .read_to_end(&mut bytes)
        .map_err(|error| {
            Diagnostic::error(format!(
                "{} can't be read: {}",
                quote_path(name),
                reason(&error)
            ))
        })?;
    if bytes.len() > limits.bytes {
        return Err(Diagnostic::error(format!(
            "{} is too large: more than {} MB, which is the most that can be read",
            quote_path(name),
            limits.bytes / 1_000_000
        ))
        .help("split it, or check that it is what you meant"));
    }
    Ok(bytes)
}

/// Whether this is something that has an end.
fn readable(path: &Path, about: &Metadata) -> Result<(), Diagnostic> {
    let name = quote_path(&path.to_string_lossy());
    if about.is_dir() {
        let inside = files_like(path, is_workload);
        let error = Diagnostic::error(format!("{name} is a folder, and a file is expected"));
        return Err(match inside.first() {
            Some(first) => error.help(format!(
                "name a file in it, such as {}; `plumbline portfolio` takes folders",
                quote_path(&path.join(first).to_string_lossy())
            )),
            None => error.help("name a file; `plumbline portfolio` takes folders"),
        });
    }
    if about.is_file() || is_descriptor(path) {
        return Ok(());
    }
    Err(Diagnostic::error(format!(
        "{name} is {}, and a file is expected",
        kind(about.file_type())
    ))
    .help("name a file, or `-` to read standard input"))
}

/// A pipe that a shell made for this command, as in `<(…)`, is as good as a file.
fn is_descriptor(path: &Path) -> bool {
    path == Path::new("/dev/stdin")
        || path.starts_with("/dev/fd")
        || path.starts_with("/proc/self/fd")
}

#[cfg(unix)]
fn kind(kind: FileType) -> &'static str {
    use std::os::unix::fs::FileTypeExt;
    if kind.is_fifo() {
        "a named pipe"
    } else if kind.is_socket() {
        "a socket"
    } else {
        "a device"
    }
}

#[cfg(not(unix))]
fn kind(_: FileType) -> &'static str {
    "not a regular file"
}

/// Why a file can't be read, and what to do.
pub fn unreadable(path: &Path, error: &io::Error) -> Diagnostic {
    let name = quote_path(&path.to_string_lossy());
    match error.kind() {
        ErrorKind::NotFound => not_found(path),
        ErrorKind::PermissionDenied => {
            Diagnostic::error(format!("{name} can't be read: permission denied"))
                .help("check who may read it")
        }
        _ => Diagnostic::error(format!("{name} can't be read: {}", reason(error))),
    }
}

/// What the system says, without the number that it adds.
pub fn reason(error: &io::Error) -> String {
    let text = error.to_string();
    let plain = text.split(" (os error").next().unwrap_or(&text);
    let mut characters = plain.chars();
    characters.next().map_or_else(String::new, |first| {
        first.to_lowercase().chain(characters).collect()
    })
}

fn not_found(path: &Path) -> Diagnostic {
    let error = Diagnostic::error(format!(
        "there is no file {}",
        quote_path(&path.to_string_lossy())
    ));
    let folder = match path.parent() {
        Some(parent) if !parent.as_os_str().is_empty() => parent,
        _ => Path::new("."),
    };
    if !folder.is_dir() {
        return error.help(format!(
            "there is no folder {} either",
            quote_path(&folder.to_string_lossy())
        ));
    }
    let files = files_like(folder, is_yaml);
    let wanted = path
        .file_name()
        .map(OsStr::to_string_lossy)
        .unwrap_or_default();
    let near = did_you_mean(&wanted, files.iter().map(String::as_str)).or_else(|| {
        did_you_mean(stem(&wanted), files.iter().map(|file| stem(file))).and_then(|near| {
            files
                .iter()
                .map(String::as_str)
                .find(|file| stem(file) == near)
        })
    });
    match near {
        Some(near) => error.help(format!(
            "did you mean {}?",
            quote_path(&folder_join(path, near))
        )),
        None if files.is_empty() => {
            error.help(format!("`plumbline new {}` writes one", shell_word(path)))
        }
        None => {
            let some: Vec<String> = files
                .iter()
                .take(3)
                .map(|file| quote_path(&folder_join(path, file)))
                .collect();
            error.help(format!(
                "there is {}; `plumbline new FILE` writes a new one",
                some.join(", ")
            ))
        }
    }
}

/// The name without the extensions of workload files.
pub fn stem(name: &str) -> &str {
    let name = name
        .strip_suffix(".yaml")
        .or_else(|| name.strip_suffix(".yml"))
        .unwrap_or(name);
    name.strip_suffix(".workload").unwrap_or(name)
}

/// A path as one would type it after a command.
pub fn shell_word(path: &Path) -> String {
    let name = path.to_string_lossy();
    let safe = |character: char| character.is_alphanumeric() || "/._-+@%:,=~".contains(character);
    if !name.is_empty() && name.chars().all(safe) {
        name.into_owned()
    } else {
        format!("'{}'", name.replace('\'', r"'\''"))
    }
}

fn folder_join(path: &Path, file: &str) -> String {
    path.with_file_name(file).to_string_lossy().into_owned()
}

/// Whether this is the name of a workload file.
pub fn is_workload(name: &str) -> bool {
    name.ends_with(".workload.yaml") || name.ends_with(".workload.yml")
}

/// Whether this is the name of a YAML file.
pub fn is_yaml(name: &str) -> bool {
    name.ends_with(".yaml") || name.ends_with(".yml")
}

/// The names of the files in a folder that look right, sorted; a thousand are enough to look at.
fn files_like(folder: &Path, wanted: fn(&str) -> bool) -> Vec<String> {
    let Ok(entries) = folder.read_dir() else {
        return Vec::new();
    };
    let mut names: Vec<String> = entries
        .take(1000)
        .filter_map(|entry| entry.ok()?.file_name().into_string().ok())
        .filter(|name| wanted(name))
        .collect();
    names.sort();
    names
}

/// All files below a folder that look right, in the order of their paths. Folders that begin with
/// a dot are left out, and links are followed, but never around in circles.
///
/// # Errors
/// When a folder can't be read, or there are more than `most` files.
pub fn below(
    folder: &Path,
    wanted: fn(&str) -> bool,
    most: usize,
) -> Result<Vec<PathBuf>, Diagnostic> {
    /// Deeper trees are links that go around in ways that can't be seen.
    const DEEPEST: usize = 64;
    let mut found = Vec::new();
    let mut open = vec![(folder.to_owned(), 0)];
    let mut seen = std::collections::BTreeSet::new();
    while let Some((folder, depth)) = open.pop() {
        let place = folder
            .canonicalize()
            .map_err(|error| unreadable(&folder, &error))?;
        if depth > DEEPEST || !seen.insert(place) {
            continue;
        }
        for entry in folder
            .read_dir()
            .map_err(|error| unreadable(&folder, &error))?
        {
            let entry = entry.map_err(|error| unreadable(&folder, &error))?;
            let path = entry.path();
            let name = entry.file_name();
            let name = name.to_string_lossy();
            // A link to nowhere is as good as nothing.
            let Ok(about) = path.metadata() else { continue };
            if about.is_dir() {
                if !name.starts_with('.') {
                    open.push((path, depth + 1));
                }
            } else if about.is_file() && wanted(&name) {
                found.push(path);
            }
        }
        if found.len() > most {
            return Err(Diagnostic::error(format!(
                "there are more than {most} files in {}",
                quote_path(&folder.to_string_lossy())
            ))
            .help("name the folders that you mean"));
        }
    }
    found.sort();
    Ok(found)
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::{reason, shell_word, stem};

    #[test]
    fn paths_are_shown_as_one_types_them() {
        assert_eq!(
            shell_word(Path::new("a/b.workload.yaml")),
            "a/b.workload.yaml"
        );
        assert_eq!(
            shell_word(Path::new("my file's.yaml")),
            r"'my file'\''s.yaml'"
        );
        assert_eq!(shell_word(Path::new("")), "''");
    }

    #[test]
    fn stems_lose_what_all_workload_files_share() {
        for name in [
            "checkout.workload.yaml",
            "checkout.workload.yml",
            "checkout.yaml",
            "checkout",
        ] {
            assert_eq!(stem(name), "checkout");
        }
    }

    #[test]
    fn reasons_have_no_numbers() {
        assert_eq!(
            reason(&std::io::Error::from_raw_os_error(28)),
            "no space left on device"
        );
    }
}
