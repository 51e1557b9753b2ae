//! The schema, from its first version to the one that there is now. A version that has been in
//! anybody's hands is never edited: a change is a new file in `schema` and a new line here.

use rusqlite::Connection;

use crate::error::{Fault, StoreError};
use crate::folder::Folder;
use crate::rows;

/// "PLMB": how a store is told from another program's database.
const APPLICATION: i64 = 0x504c_4d42;

/// Each leads from the version before it to its own; the first one from nothing.
const MIGRATIONS: [&str; 2] = [include_str!("schema/1.sql"), include_str!("schema/2.sql")];

/// The first version in which rows have sums.
const FIRST_WITH_SUMS: i64 = 2;

/// The version that [`migrate`] leads to.
pub const CURRENT: i64 = MIGRATIONS.len() as i64;

/// The version of a file: 0 for one that has nothing in it.
///
/// # Errors
/// When it is another program's database, or newer than this program.
pub fn version(connection: &Connection, folder: &Folder) -> Result<i64, Fault> {
    let found: i64 = connection.query_row("PRAGMA user_version", [], |row| row.get(0))?;
    let application: i64 = connection.query_row("PRAGMA application_id", [], |row| row.get(0))?;
    let tables: i64 =
        connection.query_row("SELECT count(*) FROM sqlite_schema", [], |row| row.get(0))?;
    if tables == 0 && found == 0 && application == 0 {
        return Ok(0);
    }
    if application != APPLICATION {
        return Err(Fault::Damaged(
            "it is marked as the database of another program".to_owned(),
        ));
    }
    if found > CURRENT {
        return Err(StoreError::Newer {
            file: folder.file(),
            found,
            known: CURRENT,
        }
        .into());
    }
    let programs: i64 = connection.query_row(
        "SELECT count(*) FROM sqlite_schema WHERE type NOT IN ('table', 'index')",
        [],
        |row| row.get(0),
    )?;
    if programs > 0 {
        return Err(Fault::Damaged(
            "it has views or triggers, and no store has any".to_owned(),
        ));
    }
    if found < 1 {
        return Err(Fault::Damaged(format!(
            "its format is {found}, which never was"
        )));
    }
    Ok(found)
}

/// Brings a store to the current version. Belongs into a transaction.
///
/// # Errors
/// What the database says; what doesn't fit the version that the file claims is damage.
pub fn migrate(connection: &Connection, from: i64) -> Result<(), Fault> {
    let skip = usize::try_from(from).unwrap_or(0);
    for migration in MIGRATIONS.iter().skip(skip) {
        connection.execute_batch(migration)?;
    }
    if from < FIRST_WITH_SUMS {
        rows::write_sums(connection)?;
    }
    connection.pragma_update(None, "application_id", APPLICATION)?;
    connection.pragma_update(None, "user_version", CURRENT)?;
    Ok(())
}
