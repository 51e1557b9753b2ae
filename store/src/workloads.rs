//! Workloads as a whole: adding, reading, putting away and deleting them.

use plumbline_api::{Listed, Record, Vitals};
use rusqlite::Connection;

use crate::clock;
use crate::error::{Fault, StoreError};
use crate::history::Kept;
use crate::opening::Store;
use crate::rows::{self, LastSave, WorkloadRow};

impl Store {
    /// All workloads, those that are archived too, the one changed last first.
    ///
    /// # Errors
    /// When the store can't be read.
    pub fn workloads(&mut self) -> Result<Vec<Listed>, StoreError> {
        self.reading(|connection| {
            let listed = rows::workloads(connection)?.into_iter().map(|row| Listed {
                revision: revision(&row),
                id: row.id,
                text: row.text,
                archived: row.archived,
                example: row.example,
                changed: row.changed,
            });
            Ok(listed.collect())
        })
    }

    /// Keeps a new workload. Whether the text is that of a workload file is for the caller to see to.
    ///
    /// # Errors
    /// When it can't be written.
    pub fn create(&mut self, text: &str) -> Result<Record, StoreError> {
        self.writing(|connection| {
            let row = add(connection, text, false)?;
            record(connection, row)
        })
    }

    /// Keeps new workloads, all or none; the first one will be the first in the list.
    ///
    /// # Errors
    /// When they can't be written.
    pub fn create_all(&mut self, texts: &[&str]) -> Result<(), StoreError> {
        self.writing(|connection| {
            for text in texts.iter().rev() {
                add(connection, text, false)?;
            }
            Ok(())
        })
    }

    /// A workload with its history.
    ///
    /// # Errors
    /// When there is none with this id, or it can't be read.
    pub fn workload(&mut self, id: &str) -> Result<Record, StoreError> {
        self.reading(|connection| {
            let row = find(connection, id)?;
            record(connection, row)
        })
    }

    /// Whether a workload was changed.
    ///
    /// # Errors
    /// When there is none with this id, or it can't be read.
    pub fn vitals(&mut self, id: &str) -> Result<Vitals, StoreError> {
        self.reading(|connection| Ok(vitals(&find(connection, id)?)))
    }

    /// Puts a workload away, or back. This is no change to the workload: its revision stays.
    ///
    /// # Errors
    /// When there is none with this id, or it can't be written.
    pub fn archive(&mut self, id: &str, archived: bool) -> Result<Vitals, StoreError> {
        self.writing(|connection| {
            let mut row = find(connection, id)?;
            if row.archived != archived {
                row.archived = archived;
                row.write(connection)?;
            }
            Ok(vitals(&row))
        })
    }

    /// Deletes an archived workload with its history and its versions.
    ///
    /// # Errors
    /// When there is none with this id, when it isn't archived, or when it can't be written.
    pub fn delete(&mut self, id: &str) -> Result<(), StoreError> {
        self.writing(|connection| {
            if !find(connection, id)?.archived {
                return Err(StoreError::Invalid {
                    message: "a workload that isn't archived can't be deleted".to_owned(),
                    help: "archive it first".to_owned(),
                }
                .into());
            }
            rows::delete_workload(connection, id)
        })
    }
}

/// The workload with an id.
pub fn find(connection: &Connection, id: &str) -> Result<WorkloadRow, Fault> {
    rows::workload(connection, id)?.ok_or_else(|| {
        StoreError::NotFound {
            what: "such workload".to_owned(),
            help: "it may have been deleted in another window; go back to the list".to_owned(),
        }
        .into()
    })
}

/// A workload with its history.
pub fn record(connection: &Connection, row: WorkloadRow) -> Result<Record, Fault> {
    let history = Kept::read(connection, &row.id)?.history();
    Ok(Record {
        revision: revision(&row),
        id: row.id,
        text: row.text,
        history,
        archived: row.archived,
        changed: row.changed,
    })
}

/// The revision, which is never negative.
pub fn revision(row: &WorkloadRow) -> u64 {
    row.revision.unsigned_abs()
}

/// Keeps the examples in a new store; the first one will be the first in the list.
pub fn add_examples(connection: &Connection, texts: &[&str]) -> Result<(), Fault> {
    for text in texts.iter().rev() {
        add(connection, text, true)?;
    }
    Ok(())
}

fn add(connection: &Connection, text: &str, example: bool) -> Result<WorkloadRow, Fault> {
    let row = WorkloadRow {
        id: new_id()?,
        revision: 1,
        text: text.to_owned(),
        changed: clock::written(clock::now()),
        archived: false,
        example,
        turn: rows::next_turn(connection)?,
        last_save: LastSave::default(),
    };
    row.write(connection)?;
    Ok(row)
}

fn vitals(row: &WorkloadRow) -> Vitals {
    Vitals {
        revision: revision(row),
        archived: row.archived,
    }
}

/// Sixteen letters and digits, without those that look alike: 80 random bits.
fn new_id() -> Result<String, StoreError> {
    const ALPHABET: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";
    let mut random = [0_u8; 16];
    getrandom::fill(&mut random).map_err(|error| StoreError::Failed {
        message: format!("the system gives no random numbers: {error}"),
        help: "try again".to_owned(),
    })?;
    let letter = |byte: &u8| char::from(ALPHABET[usize::from(byte % 32)]);
    Ok(random.iter().map(letter).collect())
}
