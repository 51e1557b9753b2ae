//! Named versions of a workload.

use plumbline_api::{Version, VersionText};

use crate::clock;
use crate::error::StoreError;
use crate::opening::Store;
use crate::rows::{self, VersionRow};
use crate::workloads::find;

/// The most characters that a name has.
const LONGEST_NAME: usize = 120;

impl Store {
    /// The named versions of a workload, the last one first.
    ///
    /// # Errors
    /// When there is no workload with this id, or it can't be read.
    pub fn versions(&mut self, id: &str) -> Result<Vec<Version>, StoreError> {
        self.reading(|connection| {
            find(connection, id)?;
            let versions = rows::versions(connection, id)?;
            Ok(versions
                .into_iter()
                .map(|row| version(row).version)
                .collect())
        })
    }

    /// Keeps a workload as it is under a name.
    ///
    /// # Errors
    /// When the name is empty, longer than a line or than 120 characters, when there is no workload
    /// with this id, or when it can't be written.
    pub fn keep_version(&mut self, id: &str, name: &str) -> Result<Version, StoreError> {
        let name = check_name(name)?;
        self.writing(|connection| {
            let workload = find(connection, id)?;
            let last = rows::versions(connection, id)?
                .first()
                .map_or(0, |row| row.number);
            let row = VersionRow {
                workload: workload.id,
                number: last.saturating_add(1),
                name: name.to_owned(),
                taken: clock::written(clock::now()),
                text: workload.text,
            };
            row.write(connection)?;
            Ok(version(row).version)
        })
    }

    /// A version with its file.
    ///
    /// # Errors
    /// When there is no such workload or version, or it can't be read.
    pub fn version(&mut self, id: &str, number: u32) -> Result<VersionText, StoreError> {
        self.reading(|connection| {
            find(connection, id)?;
            let found = rows::version(connection, id, number)?.map(version);
            found.ok_or_else(|| {
                StoreError::NotFound {
                    what: format!("version {number} of this workload"),
                    help: "go back to the list of its versions".to_owned(),
                }
                .into()
            })
        })
    }
}

fn version(row: VersionRow) -> VersionText {
    VersionText {
        version: Version {
            number: row.number,
            name: row.name,
            taken: row.taken,
        },
        text: row.text,
    }
}

fn check_name(name: &str) -> Result<&str, StoreError> {
    let name = name.trim();
    let message = if name.is_empty() {
        "a version needs a name".to_owned()
    } else if name
        .chars()
        .any(|one| one.is_control() || matches!(one, '\u{2028}' | '\u{2029}'))
    {
        "the name of a version is one line of text".to_owned()
    } else if name.chars().count() > LONGEST_NAME {
        format!("the name of a version has at most {LONGEST_NAME} characters")
    } else {
        return Ok(name);
    };
    Err(StoreError::Invalid {
        message,
        help: "say in a few words what this version is, such as `before the review`".to_owned(),
    })
}
