//! Writing what a command made: to standard output, to a file, or into a folder.

use std::fs::{self, File};
use std::io::{self, ErrorKind, IsTerminal, Write};
use std::path::{Path, PathBuf};

use plumbline_source::{Diagnostic, quote, quote_path};

use crate::exit::say;
use crate::input::{reason, shell_word};

/// Whether somebody still reads standard output.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reader {
    /// As far as can be told.
    There,
    /// It has seen enough and closed the pipe: more need not be made.
    Gone,
}

/// Writes to standard output. A reader that has seen enough and closed the pipe is no error.
///
/// # Errors
/// When it can't be written: a full disk, say.
pub fn print(text: &str) -> Result<(), Diagnostic> {
    print_some(text).map(|_| ())
}

/// Writes some of more, and says whether the rest is wanted.
///
/// # Errors
/// As [`print`].
pub fn print_some(text: &str) -> Result<Reader, Diagnostic> {
    print_bytes(text.as_bytes())
}

fn print_bytes(bytes: &[u8]) -> Result<Reader, Diagnostic> {
    let mut out = io::stdout().lock();
    match out.write_all(bytes).and_then(|()| out.flush()) {
        Ok(()) => Ok(Reader::There),
        Err(error) if error.kind() == ErrorKind::BrokenPipe => Ok(Reader::Gone),
        Err(error) => Err(Diagnostic::error(format!(
            "standard output can't be written: {}",
            reason(&error)
        ))),
    }
}

/// Where the user wants something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Target {
    place: Place,
    force: bool,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Place {
    Stdout,
    Folder(PathBuf),
    File(PathBuf),
}

impl Target {
    /// What `-o` says: `-`, an existing folder or a path that ends like one, or a file. Left out:
    /// standard output. With `force`, files that are there are overwritten.
    #[must_use]
    pub fn new(path: Option<&Path>, force: bool) -> Self {
        let place = match path {
            None => Place::Stdout,
            Some(path) if path == Path::new("-") => Place::Stdout,
            Some(path)
                if path.is_dir()
                    || path
                        .to_string_lossy()
                        .ends_with(['/', std::path::MAIN_SEPARATOR]) =>
            {
                Place::Folder(path.to_owned())
            }
            Some(path) => Place::File(path.to_owned()),
        };
        Self { place, force }
    }

    /// Whether it is standard output.
    #[must_use]
    pub fn is_stdout(&self) -> bool {
        self.place == Place::Stdout
    }

    /// Checks that so many things can be written: only a folder takes several.
    ///
    /// # Errors
    /// When it can't take them, called by this noun in the plural; what to do is for the caller to say.
    pub fn has_room(&self, count: usize, noun: &str) -> Result<(), Diagnostic> {
        let into = match &self.place {
            Place::Stdout => "standard output".to_owned(),
            Place::File(path) => quote_path(&path.to_string_lossy()),
            Place::Folder(_) => return Ok(()),
        };
        if count > 1 {
            return Err(Diagnostic::error(format!(
                "{count} {noun} don't go into {into}"
            )));
        }
        Ok(())
    }

    /// Writes one thing. In a folder it gets this name.
    ///
    /// # Errors
    /// When it can't be written, a file of the name is there, or it is no text and would land in a
    /// terminal.
    pub fn write(&self, name: &str, content: impl AsRef<[u8]>) -> Result<(), Diagnostic> {
        let content = content.as_ref();
        let path = match &self.place {
            Place::Stdout if io::stdout().is_terminal() && str::from_utf8(content).is_err() => {
                return Err(Diagnostic::error(format!(
                    "{} can't be shown in a terminal",
                    quote(name)
                ))
                .help("name a file or a folder with `-o`"));
            }
            Place::Stdout => return print_bytes(content).map(|_| ()),
            Place::File(path) => path.clone(),
            Place::Folder(folder) => {
                fs::create_dir_all(folder).map_err(|error| unwritable(folder, &error))?;
                folder.join(name)
            }
        };
        write_file(&path, content, self.force)?;
        say(&format!("wrote {}\n", shell_word(&path)));
        Ok(())
    }
}

/// Writes a file whole or not at all: beside its place first, and then into it in one step.
///
/// # Errors
/// When it can't be written, or is there already and `force` is not given.
pub fn write_file(path: &Path, content: &[u8], force: bool) -> Result<(), Diagnostic> {
    match fs::metadata(path) {
        Ok(about) if about.is_dir() => {
            return Err(Diagnostic::error(format!(
                "{} is a folder",
                quote_path(&path.to_string_lossy())
            ))
            .help("name a file in it"));
        }
        // Into `/dev/null` or a named pipe one writes as it is.
        Ok(about) if !about.is_file() => {
            return File::options()
                .write(true)
                .open(path)
                .and_then(|mut file| file.write_all(content))
                .or_else(|error| {
                    if error.kind() == ErrorKind::BrokenPipe {
                        Ok(())
                    } else {
                        Err(error)
                    }
                })
                .map_err(|error| unwritable(path, &error));
        }
        Ok(_) if !force => return Err(exists(path)),
        // Written through a link, it is still a link afterwards.
        Ok(_) => {
            let place = path
                .canonicalize()
                .map_err(|error| unwritable(path, &error))?;
            return replace(&place, content, true);
        }
        Err(_) => {}
    }
    replace(path, content, force)
}

fn replace(path: &Path, content: &[u8], force: bool) -> Result<(), Diagnostic> {
    let (beside, mut file) = create_beside(path)?;
    let written = file.write_all(content).and_then(|()| file.sync_all());
    drop(file);
    let placed = written.and_then(|()| {
        if force {
            fs::rename(&beside, path)
        } else {
            place_new(&beside, path)
        }
    });
    if let Err(error) = placed {
        // If it can't even be removed, the first error is the one to tell.
        let _ = fs::remove_file(&beside);
        return Err(if error.kind() == ErrorKind::AlreadyExists {
            exists(path)
        } else {
            unwritable(path, &error)
        });
    }
    Ok(())
}

/// Moves a file to a place where none is, also if one appears there in this moment.
fn place_new(from: &Path, to: &Path) -> io::Result<()> {
    match fs::hard_link(from, to) {
        Ok(()) => fs::remove_file(from),
        Err(error) if error.kind() == ErrorKind::AlreadyExists => Err(error),
        // Some file systems have no hard links.
        Err(_) if fs::symlink_metadata(to).is_ok() => Err(ErrorKind::AlreadyExists.into()),
        Err(_) => fs::rename(from, to),
    }
}

fn create_beside(path: &Path) -> Result<(PathBuf, File), Diagnostic> {
    let name = path
        .file_name()
        .unwrap_or_default()
        .to_string_lossy()
        .into_owned();
    let mut number = 0_u32;
    loop {
        // The name is cut, so that what is added doesn't make it too long.
        let short: String = name.chars().take(40).collect();
        let beside = path.with_file_name(format!(".{short}.{}-{number}.tmp", std::process::id()));
        match File::options().write(true).create_new(true).open(&beside) {
            Ok(file) => return Ok((beside, file)),
            Err(error) if error.kind() == ErrorKind::AlreadyExists && number < 100 => number += 1,
            Err(error) => return Err(unwritable(path, &error)),
        }
    }
}

/// A file is there already, and nobody said that it may be overwritten.
pub fn exists(path: &Path) -> Diagnostic {
    Diagnostic::error(format!(
        "{} is there already",
        quote_path(&path.to_string_lossy())
    ))
    .help("choose another name, or overwrite it with `--force`")
}

/// Why a file or a folder can't be written, and what to do.
pub fn unwritable(path: &Path, error: &io::Error) -> Diagnostic {
    let problem = Diagnostic::error(format!(
        "{} can't be written: {}",
        quote_path(&path.to_string_lossy()),
        reason(error)
    ));
    match (error.kind(), path.parent()) {
        (ErrorKind::NotFound, Some(folder))
            if !folder.as_os_str().is_empty() && !folder.is_dir() =>
        {
            problem.help(format!(
                "there is no folder {}; make it first",
                quote_path(&folder.to_string_lossy())
            ))
        }
        (ErrorKind::PermissionDenied, _) => problem.help("check who may write there"),
        _ => problem,
    }
}
