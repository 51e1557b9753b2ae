//! Copies of the store, in the folder `backups` beside it.

use std::ffi::OsStr;
use std::fs::{self, File};
use std::path::Path;
use std::time::Duration;

use jiff::Timestamp;
use plumbline_api::Backup;
use rusqlite::Connection;

use crate::error::{Fault, StoreError};
use crate::folder::{Folder, make_private, private, settle};
use crate::opening::Store;
use crate::{clock, thinning};

/// A copy is due when the last one is so many seconds old.
const DUE: u64 = 24 * 60 * 60;

/// What the name of a copy ends in until all of it is there.
const PARTIAL: &str = ".partial";

impl Store {
    /// The copies of the store that there are, the last one first.
    ///
    /// # Errors
    /// When the folder of copies can't be read.
    pub fn backups(&self) -> Result<Vec<Backup>, StoreError> {
        list(&self.folder)
    }

    /// The copies of the store in a folder, also of one that can't be opened any more.
    ///
    /// # Errors
    /// When the folder of copies can't be read.
    pub fn backups_in(folder: &Path) -> Result<Vec<Backup>, StoreError> {
        list(&Folder::at(folder)?)
    }

    /// Copies the store, and clears away old copies that others stand for by now.
    ///
    /// # Errors
    /// When the copy can't be written.
    pub fn back_up(&mut self) -> Result<Backup, StoreError> {
        copy(&self.connection, &self.folder).map_err(|fault| self.folder.tell(fault))
    }

    /// Copies the store if the last copy is older than a day.
    ///
    /// # Errors
    /// When the copy can't be written.
    pub fn back_up_if_due(&mut self) -> Result<Option<Backup>, StoreError> {
        let now = clock::now();
        // A copy from the future says that a clock was wrong, not that it is new.
        let recent = |copy: &Copy| now.duration_since(copy.made).unsigned_abs().as_secs() < DUE;
        if found(&self.folder)?.iter().any(recent) {
            return Ok(None);
        }
        self.back_up().map(Some)
    }
}

/// A copy that is there. Sorted by when it was made.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Copy {
    made: Timestamp,
    /// Of several that were made in the same second.
    number: u32,
    name: String,
    bytes: u64,
}

/// As the API has them.
pub fn list(folder: &Folder) -> Result<Vec<Backup>, StoreError> {
    Ok(found(folder)?.into_iter().map(backup).collect())
}

fn backup(copy: Copy) -> Backup {
    Backup {
        made: clock::written(copy.made),
        name: copy.name,
        bytes: copy.bytes,
    }
}

/// The copies in the folder, the last one first. Files with other names are somebody else's.
fn found(folder: &Folder) -> Result<Vec<Copy>, StoreError> {
    let path = folder.backups();
    let entries = match fs::read_dir(&path) {
        Ok(entries) => entries,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(Vec::new()),
        Err(error) => return Err(folder.unwritable(&path, &error)),
    };
    let mut copies = Vec::new();
    for entry in entries {
        let entry = entry.map_err(|error| folder.unwritable(&path, &error))?;
        let Ok(name) = entry.file_name().into_string() else {
            continue;
        };
        let about = entry.metadata().ok().filter(fs::Metadata::is_file);
        if let (Some((made, number)), Some(about)) = (parse(&name), about) {
            let bytes = about.len();
            copies.push(Copy {
                made,
                number,
                name,
                bytes,
            });
        }
    }
    copies.sort();
    copies.reverse();
    Ok(copies)
}

/// The name of a copy; the number tells those of the same second apart.
fn name(made: Timestamp, number: u32) -> String {
    match number {
        1 => format!("plumbline-{}.db", clock::in_name(made)),
        _ => format!("plumbline-{}-{number}.db", clock::in_name(made)),
    }
}

/// What the name of a copy says.
pub fn parse(file: &str) -> Option<(Timestamp, u32)> {
    let inner = file.strip_prefix("plumbline-")?.strip_suffix(".db")?;
    let (time, number) = match inner.split_once("Z-") {
        Some((time, number)) => (clock::from_name(&format!("{time}Z"))?, number.parse().ok()?),
        None => (clock::from_name(inner)?, 1),
    };
    (name(time, number) == file).then_some((time, number))
}

/// Copies a store that is open, at one moment of it; nobody who writes has to wait.
pub fn copy(connection: &Connection, folder: &Folder) -> Result<Backup, Fault> {
    let path = folder.backups();
    make_private(&path).map_err(|error| folder.unwritable(&path, &error))?;
    let now = clock::now();
    let copies = found(folder)?;
    let mut number = 1;
    while copies.iter().any(|copy| copy.name == name(now, number)) {
        number += 1;
    }
    let name = name(now, number);
    copy_into(connection, folder, &path.join(&name))?;
    clear_partial(&path);
    let copies = found(folder)?;
    let times: Vec<Timestamp> = copies.iter().map(|copy| copy.made).collect();
    for (copy, kept) in copies.iter().zip(thinning::kept(&times, now)) {
        if !kept {
            // One copy too many is no reason to fail.
            drop(fs::remove_file(path.join(&copy.name)));
        }
    }
    let made = copies.into_iter().find(|copy| copy.name == name);
    made.map(backup).ok_or_else(|| {
        let error = std::io::ErrorKind::NotFound.into();
        folder.unwritable(&path.join(&name), &error).into()
    })
}

/// Copies a store that is open into a file that isn't there yet, whole or not at all.
pub fn copy_into(connection: &Connection, folder: &Folder, to: &Path) -> Result<(), Fault> {
    let mut partial = to.as_os_str().to_owned();
    partial.push(OsStr::new(PARTIAL));
    let partial = Path::new(&partial);
    let unwritable = |error: std::io::Error| folder.unwritable(to, &error);
    let written = (|| {
        // SQLite fills an empty file that is there, so that its rights are ours to choose.
        private()
            .write(true)
            .create(true)
            .truncate(true)
            .open(partial)
            .map_err(unwritable)?;
        let name = partial.to_str().unwrap_or_default();
        connection.execute("VACUUM INTO ?1", [name])?;
        File::open(partial)
            .and_then(|file| file.sync_all())
            .and_then(|()| fs::rename(partial, to))
            .map_err(unwritable)?;
        to.parent().map(settle);
        Ok(())
    })();
    if written.is_err() {
        drop(fs::remove_file(partial));
    }
    written
}

/// Removes what copies left that were cut short, but none that another program may be writing now.
fn clear_partial(folder: &Path) {
    const LONG_AGO: Duration = Duration::from_secs(DUE);
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let ours = entry
            .file_name()
            .to_str()
            .and_then(|name| name.strip_suffix(PARTIAL))
            .is_some_and(|name| parse(name).is_some());
        let modified = entry.metadata().and_then(|about| about.modified());
        let old = modified.is_ok_and(|time| time.elapsed().is_ok_and(|age| age > LONG_AGO));
        if ours && old {
            drop(fs::remove_file(entry.path()));
        }
    }
}
