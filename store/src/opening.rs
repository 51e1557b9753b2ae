//! Opening a store: whatever the file is, either it is sound afterwards, or nothing was done to it.

use std::fs::{self, File};
use std::path::Path;
use std::time::Duration;

use rusqlite::config::DbConfig;
use rusqlite::{Connection, OpenFlags, TransactionBehavior};

use crate::error::{Fault, StoreError};
use crate::folder::{Folder, private};
use crate::{backups, rows, schema, workloads};

/// So long one waits for another program that writes: far longer than any of ours does.
const PATIENCE: Duration = Duration::from_secs(5);

/// A store that is open. Several can be open on one folder, in one program or in many.
#[derive(Debug)]
pub struct Store {
    pub(crate) connection: Connection,
    pub(crate) folder: Folder,
    /// Released when the store is closed, by whatever means.
    _lock: File,
}

/// What opening a store came to.
#[derive(Debug)]
pub struct Opened {
    /// The store.
    pub store: Store,
    /// What was done on the way that the person should know, each a sentence without a full stop.
    pub notices: Vec<String>,
}

impl Store {
    /// Opens the store in a folder, and makes both where they are missing. A new store begins with
    /// the examples, which are texts of workload files.
    ///
    /// A store of an older version is brought to this one, and a copy of it made first. When the
    /// last copy is older than a day, one is made.
    ///
    /// # Errors
    /// When the file is damaged, comes from a newer version, or can't be read or written.
    pub fn open(folder: &Path, examples: &[&str]) -> Result<Opened, StoreError> {
        let folder = Folder::at(folder)?;
        folder.make()?;
        let lock = folder.lock(false)?;
        let mut notices = Vec::new();
        let lost = find_file(&folder, &mut notices)?;
        let keep_copy = |connection: &Connection, from| {
            let copy = backups::copy(connection, &folder)?;
            notices.push(format!(
                "the store had the format {from} of an older Plumbline and was brought to {}; a copy of how it was is in `{}`",
                schema::CURRENT,
                folder.backups().join(copy.name).display()
            ));
            Ok(())
        };
        let begin = |connection: &Connection| match lost {
            true => Err(Fault::Damaged("there is nothing in it".to_owned())),
            false => workloads::add_examples(connection, examples),
        };
        let (connection, from) = open_file(&folder, &folder.file(), keep_copy, begin)
            .map_err(|fault| folder.tell(fault))?;
        let mut store = Self {
            connection,
            folder,
            _lock: lock,
        };
        if from != 0 {
            // A copy that can't be made is no reason to keep anybody from their work.
            if let Err(error) = store.back_up_if_due() {
                notices.push(format!(
                    "no copy of the store could be made: {}",
                    error.message()
                ));
            }
        }
        Ok(Opened { store, notices })
    }

    /// Whether there is a store in a folder.
    #[must_use]
    pub fn exists(folder: &Path) -> bool {
        Folder::at(folder).is_ok_and(|folder| folder.file().exists())
    }

    /// Does something that only reads, at one moment of the store.
    pub(crate) fn reading<T>(
        &mut self,
        work: impl FnOnce(&Connection) -> Result<T, Fault>,
    ) -> Result<T, StoreError> {
        let folder = &self.folder;
        let transaction = self
            .connection
            .transaction()
            .map_err(|error| folder.tell(error.into()))?;
        work(&transaction).map_err(|fault| folder.tell(fault))
    }

    /// Does something whole, or not at all. When this returns, it is on the disk.
    pub(crate) fn writing<T>(
        &mut self,
        work: impl FnOnce(&Connection) -> Result<T, Fault>,
    ) -> Result<T, StoreError> {
        let folder = &self.folder;
        write_whole(&mut self.connection, work).map_err(|fault| folder.tell(fault))
    }
}

fn write_whole<T>(
    connection: &mut Connection,
    work: impl FnOnce(&Connection) -> Result<T, Fault>,
) -> Result<T, Fault> {
    let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    let done = work(&transaction)?;
    transaction.commit()?;
    Ok(done)
}

/// Sees to it that there is a file, and that SQLite won't take a lost one for a new one. Returns
/// whether there has to be something in it.
fn find_file(folder: &Folder, notices: &mut Vec<String>) -> Result<bool, StoreError> {
    /// The smallest page that SQLite has, and so the smallest file in which there is something.
    const SMALLEST: u64 = 512;
    let file = folder.file();
    let size = fs::metadata(&file).ok().map(|about| about.len());
    let copies = !backups::list(folder)?.is_empty();
    match size {
        Some(SMALLEST..) => return Ok(copies),
        Some(1..) => return Err(folder.damaged("it is cut off")),
        Some(0) if copies => return Err(folder.damaged("it is empty")),
        _ => {}
    }
    // SQLite deletes the log of a file in which there is nothing.
    let log = file.with_extension("db-wal");
    if fs::metadata(&log).is_ok_and(|about| about.len() > 0) {
        return Err(folder.damaged("it is empty or gone, but its log is there"));
    }
    if copies {
        notices.push(format!(
            "there was no store in `{}`, only copies of one, and a new one was begun; `plumbline restore NAME` brings a copy back",
            folder.path().display()
        ));
    }
    private()
        .write(true)
        .create(true)
        .truncate(false)
        .open(&file)
        .map_err(|error| folder.unwritable(&file, &error))?;
    Ok(false)
}

/// Opens a file that is there, checks it, and brings it to the current version. Returns the version
/// that it had, 0 for a new one.
pub(crate) fn open_file(
    folder: &Folder,
    file: &Path,
    before_migration: impl FnOnce(&Connection, i64) -> Result<(), Fault>,
    begin: impl FnOnce(&Connection) -> Result<(), Fault>,
) -> Result<(Connection, i64), Fault> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let mut connection = Connection::open_with_flags(file, flags)?;
    connection.busy_timeout(PATIENCE)?;
    // What a file says about itself isn't trusted: it may come from anywhere.
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true)?;
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_TRUSTED_SCHEMA, false)?;
    connection.pragma_update(None, "cell_size_check", true)?;
    // A newer file is left as it is, so that this comes before anything that writes.
    let from = schema::version(&connection, folder)?;
    rows::check_structure(&connection)?;
    let _mode: String = connection.query_row("PRAGMA journal_mode = WAL", [], |row| row.get(0))?;
    connection.pragma_update(None, "synchronous", "FULL")?;
    connection.pragma_update(None, "foreign_keys", true)?;
    if from < schema::CURRENT {
        if from > 0 {
            before_migration(&connection, from)?;
        }
        write_whole(&mut connection, |connection| {
            // Another program may have been faster.
            let from = schema::version(connection, folder)?;
            if from < schema::CURRENT {
                schema::migrate(connection, from)?;
            }
            if from == 0 {
                begin(connection)?;
            }
            Ok(())
        })?;
    }
    rows::check(&connection)?;
    Ok((connection, from))
}
