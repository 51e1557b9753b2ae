//! Bringing a copy back.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use rusqlite::{Connection, OpenFlags};

use crate::error::{Fault, StoreError};
use crate::folder::{Folder, settle};
use crate::opening::{Store, open_file};
use crate::{backups, clock};

/// What restoring a copy came to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Restored {
    /// Where the store that was replaced is now, if there was one.
    pub replaced: Option<PathBuf>,
}

impl Store {
    /// Puts a copy from the folder `backups` in the place of the store. The copy is checked first,
    /// stays where it is, and is brought to the current version; what was in its place, damaged or
    /// not, is kept beside it.
    ///
    /// # Errors
    /// When there is no copy of this name, when it isn't sound, when somebody has the store open, or
    /// when it can't be written. Nothing has changed then.
    pub fn restore(folder: &Path, name: &str) -> Result<Restored, StoreError> {
        let place = Folder::at(folder)?;
        // By this no name leads out of the folder.
        if backups::parse(name).is_none() {
            return Err(StoreError::Invalid {
                message: format!("`{}` isn't the name of a copy", name.escape_debug()),
                help: there_are(&place),
            });
        }
        let copy = place.backups().join(name);
        if !copy.is_file() {
            return Err(StoreError::NotFound {
                what: format!("copy `{name}`"),
                help: there_are(&place),
            });
        }
        restore(&place, &copy)
    }

    /// As [`Store::restore`], from a file anywhere.
    ///
    /// # Errors
    /// As [`Store::restore`].
    pub fn restore_file(folder: &Path, file: &Path) -> Result<Restored, StoreError> {
        let place = Folder::at(folder)?;
        if !file.is_file() {
            return Err(StoreError::NotFound {
                what: format!("file `{}`", file.display()),
                help: there_are(&place),
            });
        }
        restore(&place, file)
    }
}

fn there_are(folder: &Folder) -> String {
    const SOME: usize = 5;
    let copies = backups::list(folder).unwrap_or_default();
    if copies.is_empty() {
        return format!("there are no copies in `{}`", folder.backups().display());
    }
    let names: Vec<String> = copies
        .iter()
        .take(SOME)
        .map(|copy| format!("`{}`", copy.name))
        .collect();
    format!("the last copies are {}", names.join(", "))
}

fn restore(folder: &Folder, copy: &Path) -> Result<Restored, StoreError> {
    folder.make()?;
    let _lock = folder.lock(true)?;
    let fresh = folder.path().join("plumbline.db.restoring");
    remove(&fresh);
    let prepared = prepare(folder, copy, &fresh);
    if let Err(fault) = prepared {
        remove(&fresh);
        return Err(unsound(folder, copy, fault));
    }
    let replaced = set_aside(folder).map_err(|error| folder.unwritable(&folder.file(), &error))?;
    fs::rename(&fresh, folder.file()).map_err(|error| folder.unwritable(&folder.file(), &error))?;
    settle(folder.path());
    Ok(Restored { replaced })
}

/// Makes a store of a copy, sound and of the current version.
fn prepare(folder: &Folder, copy: &Path, fresh: &Path) -> Result<(), Fault> {
    // Absolute for the reason that folders are.
    let copy = std::path::absolute(copy).unwrap_or_else(|_| copy.to_owned());
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let source = Connection::open_with_flags(&copy, flags)?;
    backups::copy_into(&source, folder, fresh)?;
    let empty = |_: &Connection| Err(Fault::Damaged("there is nothing in it".to_owned()));
    let (connection, _) = open_file(folder, fresh, |_, _| Ok(()), empty)?;
    // Into one file, without a log beside it that would have to be moved along.
    let _mode: String =
        connection.query_row("PRAGMA journal_mode = DELETE", [], |row| row.get(0))?;
    connection.close().map_err(|(_, error)| error)?;
    fs::File::open(fresh)
        .and_then(|file| file.sync_all())
        .map_err(|error| folder.unwritable(fresh, &error).into())
}

/// Tells what is wrong with a copy: it is the copy that is damaged here, not the store.
fn unsound(folder: &Folder, copy: &Path, fault: Fault) -> StoreError {
    let help = "the store is as it was; restore another copy".to_owned();
    match folder.tell(fault) {
        StoreError::Damaged { reason, .. } => StoreError::Invalid {
            message: format!("the copy `{}` is damaged: {reason}", copy.display()),
            help,
        },
        StoreError::Newer { found, known, .. } => StoreError::Newer {
            file: copy.to_owned(),
            found,
            known,
        },
        other => other,
    }
}

/// Moves the store out of the way, with its log.
fn set_aside(folder: &Folder) -> io::Result<Option<PathBuf>> {
    let file = folder.file();
    let log = |path: &Path| path.with_extension("db-wal");
    if !file.exists() && !log(&file).exists() {
        return Ok(None);
    }
    // Takes the log into the file, if the store is sound enough for that.
    drop(
        Connection::open_with_flags(&file, OpenFlags::SQLITE_OPEN_READ_WRITE).and_then(
            |connection| connection.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(())),
        ),
    );
    let mut aside;
    let mut number = 1;
    loop {
        let more = if number == 1 {
            String::new()
        } else {
            format!("-{number}")
        };
        let now = clock::in_name(clock::now());
        aside = folder.path().join(format!("replaced-{now}{more}.db"));
        if !aside.exists() && !log(&aside).exists() {
            break;
        }
        number += 1;
    }
    if log(&file).exists() {
        fs::rename(log(&file), log(&aside))?;
    }
    // Only an index of the log, which SQLite makes anew.
    drop(fs::remove_file(file.with_extension("db-shm")));
    if file.exists() {
        fs::rename(&file, &aside)?;
    }
    Ok(Some(aside))
}

/// Removes what an earlier attempt may have left.
fn remove(fresh: &Path) {
    for end in ["", "-wal", "-shm", "-journal", ".partial"] {
        let mut path = fresh.as_os_str().to_owned();
        path.push(end);
        drop(fs::remove_file(path));
    }
}
