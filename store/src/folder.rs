//! The folder of a store: what is where in it, and how what goes wrong there is told.

use std::fs::{self, DirBuilder, File, OpenOptions};
use std::io;
use std::path::{Path, PathBuf};

use rusqlite::ErrorCode;

use crate::backups;
use crate::error::{Fault, StoreError};

/// The folder of a store.
#[derive(Clone, Debug)]
pub struct Folder(PathBuf);

impl Folder {
    /// The folder at a path, which need not exist.
    ///
    /// # Errors
    /// When the path can't be one of a store.
    pub fn at(path: &Path) -> Result<Self, StoreError> {
        // Absolute, because SQLite would take a path that begins with `file:` for an address.
        let whole = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
        if whole.to_str().is_none() {
            return Err(StoreError::Invalid {
                message: format!("the name of the folder `{}` isn't Unicode", path.display()),
                help: "choose a folder whose name is".to_owned(),
            });
        }
        Ok(Self(whole))
    }

    /// The folder itself.
    pub fn path(&self) -> &Path {
        &self.0
    }

    /// The store.
    pub fn file(&self) -> PathBuf {
        self.0.join("plumbline.db")
    }

    /// Where its copies are.
    pub fn backups(&self) -> PathBuf {
        self.0.join("backups")
    }

    /// Makes the folder, for nobody else to look into.
    ///
    /// # Errors
    /// When it can't be made.
    pub fn make(&self) -> Result<(), StoreError> {
        make_private(&self.0).map_err(|error| self.unwritable(&self.0, &error))
    }

    /// The lock of the store, held as long as the file is open: by anybody who has the store open,
    /// or by the one who replaces it.
    ///
    /// # Errors
    /// When another program holds it in the other way.
    pub fn lock(&self, alone: bool) -> Result<File, StoreError> {
        let path = self.0.join("plumbline.lock");
        let file = private()
            .write(true)
            .create(true)
            .truncate(false)
            .open(&path)
            .map_err(|error| self.unwritable(&path, &error))?;
        let locked = if alone {
            file.try_lock()
        } else {
            file.try_lock_shared()
        };
        match locked {
            Err(fs::TryLockError::WouldBlock) => Err(StoreError::Busy {
                folder: self.0.clone(),
            }),
            // Some file systems know no locks; SQLite's own errors have to do there.
            Ok(()) | Err(fs::TryLockError::Error(_)) => Ok(file),
        }
    }

    /// Tells what went wrong in a transaction.
    pub fn tell(&self, fault: Fault) -> StoreError {
        match fault {
            Fault::Told(error) => error,
            Fault::Damaged(reason) => self.damaged(reason),
            Fault::Sql(error) => self.tell_sql(&error),
        }
    }

    fn tell_sql(&self, error: &rusqlite::Error) -> StoreError {
        let (code, said) = match error {
            rusqlite::Error::SqliteFailure(failure, said) => {
                (failure.code, said.as_deref().unwrap_or_default())
            }
            rusqlite::Error::SqlInputError { error, msg, .. } => (error.code, msg.as_str()),
            // What was read has another type than what was written, or isn't Unicode.
            rusqlite::Error::FromSqlConversionFailure(..)
            | rusqlite::Error::IntegralValueOutOfRange(..)
            | rusqlite::Error::InvalidColumnType(..)
            | rusqlite::Error::Utf8Error(..) => (ErrorCode::DatabaseCorrupt, ""),
            _ => (ErrorCode::InternalMalfunction, ""),
        };
        match code {
            ErrorCode::DatabaseCorrupt => self.damaged("what is in it doesn't fit together"),
            ErrorCode::NotADatabase => self.damaged("it doesn't begin like a store"),
            // Our statements fit the tables that there should be; if they don't, the tables differ.
            ErrorCode::Unknown => self.damaged(format!("it isn't in the format that it claims ({said})")),
            ErrorCode::DiskFull => StoreError::Full { folder: self.0.clone() },
            ErrorCode::DatabaseBusy
            | ErrorCode::DatabaseLocked
            | ErrorCode::FileLockingProtocolFailed => StoreError::Busy { folder: self.0.clone() },
            ErrorCode::CannotOpen
            | ErrorCode::PermissionDenied
            | ErrorCode::ReadOnly
            | ErrorCode::SystemIoFailure => StoreError::Failed {
                message: format!("the store in `{}` can't be written or read: {error}", self.0.display()),
                help: "check that there is room on the disk, that it is in order, and who may write there".to_owned(),
            },
            _ => StoreError::Failed {
                message: format!("the store in `{}` failed: {error}", self.0.display()),
                help: "open it again: it is checked then, and if it is damaged, you are told which copy to restore".to_owned(),
            },
        }
    }

    /// The store is damaged, and this is the copy that can be restored.
    pub fn damaged(&self, reason: impl Into<String>) -> StoreError {
        let data = shell_word(&self.0);
        let remedy = match backups::list(self).unwrap_or_default().first() {
            Some(copy) => format!(
                "`plumbline restore {} --data {data}` brings back the latest copy, made at {}, and keeps the damaged file beside it",
                copy.name, copy.made
            ),
            None => format!(
                "there is no copy of it in {}; move the file away to begin anew, and keep it: a recovery tool for SQLite may get workloads out of it",
                shell_word(&self.backups())
            ),
        };
        StoreError::Damaged {
            file: self.file(),
            reason: reason.into(),
            remedy,
        }
    }

    /// Something in the folder can't be made, written or moved.
    pub fn unwritable(&self, path: &Path, error: &io::Error) -> StoreError {
        if error.kind() == io::ErrorKind::StorageFull {
            return StoreError::Full {
                folder: self.0.clone(),
            };
        }
        let help = match error.kind() {
            io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem => {
                "check who may write there, or choose another folder with `--data DIR`"
            }
            io::ErrorKind::NotADirectory | io::ErrorKind::AlreadyExists => {
                "a file is in the way; choose another folder with `--data DIR`"
            }
            _ => "check the disk, or choose another folder with `--data DIR`",
        };
        StoreError::Failed {
            message: format!("`{}` can't be written: {}", path.display(), plain(error)),
            help: help.to_owned(),
        }
    }
}

/// Makes a folder that only its owner can look into, and those above it.
pub fn make_private(path: &Path) -> io::Result<()> {
    let mut builder = DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::DirBuilderExt;
        builder.mode(0o700);
    }
    builder.create(path)
}

/// For making files that only their owner can read. SQLite gives its other files the same rights.
pub fn private() -> OpenOptions {
    let mut options = OpenOptions::new();
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt;
        options.mode(0o600);
    }
    options
}

/// Writes the entries of a folder to the disk, so that a file that was renamed keeps its name. Not
/// every system can; it then does it by itself.
pub fn settle(folder: &Path) {
    drop(File::open(folder).and_then(|folder| folder.sync_all()));
}

/// What the system says, without the number that it adds.
fn plain(error: &io::Error) -> String {
    let text = error.to_string();
    text.split(" (os error")
        .next()
        .unwrap_or(&text)
        .to_lowercase()
}

/// A path as one would type it after a command.
fn shell_word(path: &Path) -> String {
    let name = path.to_string_lossy();
    let safe = |character: char| character.is_alphanumeric() || "/._-+@%:,=~".contains(character);
    if name.chars().all(safe) {
        name.into_owned()
    } else {
        format!("'{}'", name.replace('\'', r"'\''"))
    }
}
