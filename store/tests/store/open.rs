//! Opening stores and changing what is in them.

use std::path::Path;

use plumbline_api::{Listed, Move, Record, Save, VersionText};
use plumbline_store::Store;
use rusqlite::Connection;
use tempfile::TempDir;

/// A folder that is removed with the value.
pub fn folder() -> TempDir {
    tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")).unwrap()
}

/// Opens a store in which there is nothing, or what was there before.
pub fn open(folder: &Path) -> Store {
    Store::open(folder, &[]).unwrap().store
}

/// A change, named by the text that it makes.
pub fn change(text: impl Into<String>) -> Move {
    let text = text.into();
    Move::Do {
        name: format!(
            "Write {}",
            text.trim_end().chars().take(20).collect::<String>()
        ),
        text,
    }
}

/// A save of moves.
pub fn save(revision: u64, moves: impl IntoIterator<Item = Move>) -> Save {
    Save {
        revision,
        moves: moves.into_iter().collect(),
    }
}

/// Everything in a store.
#[derive(Debug, PartialEq)]
pub struct Everything {
    pub listed: Vec<Listed>,
    pub records: Vec<Record>,
    pub versions: Vec<VersionText>,
}

/// Reads everything in a store.
pub fn everything(store: &mut Store) -> Everything {
    let listed = store.workloads().unwrap();
    let mut records = Vec::new();
    let mut versions = Vec::new();
    for workload in &listed {
        records.push(store.workload(&workload.id).unwrap());
        for version in store.versions(&workload.id).unwrap() {
            versions.push(store.version(&workload.id, version.number).unwrap());
        }
    }
    Everything {
        listed,
        records,
        versions,
    }
}

/// The file behind a store, as SQLite sees it.
pub fn database(folder: &Path) -> Connection {
    Connection::open(folder.join("plumbline.db")).unwrap()
}

/// What SQLite's own check says of a file.
pub fn integrity(file: &Path) -> String {
    let connection = Connection::open(file).unwrap();
    connection
        .query_row("PRAGMA integrity_check", [], |row| row.get(0))
        .unwrap()
}

/// Numbers that look random and are the same in every run.
pub struct Numbers(pub u64);

impl Numbers {
    /// The next one, below `end`.
    pub fn below(&mut self, end: u64) -> u64 {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % end
    }
}
