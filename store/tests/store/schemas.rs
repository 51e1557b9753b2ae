//! Stores of every version that there ever was are opened, with everything in them.

use std::fs;
use std::path::{Path, PathBuf};

use plumbline_api::{Move, Step};
use plumbline_store::Store;
use rusqlite::Connection;

use crate::open::{change, database, everything, folder, integrity, open, save};

/// A file for each version: `1.sql` and so on, in their order.
fn fixtures() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/schemas");
    let mut files: Vec<PathBuf> = fs::read_dir(folder)
        .unwrap()
        .map(|file| file.unwrap().path())
        .collect();
    files.sort();
    files
}

fn put(fixture: &Path, folder: &Path) {
    let sql = fs::read_to_string(fixture).unwrap();
    database(folder).execute_batch(&sql).unwrap();
}

fn version(connection: &Connection) -> i64 {
    connection
        .query_row("PRAGMA user_version", [], |row| row.get(0))
        .unwrap()
}

/// The tables and their columns.
fn schema(folder: &Path) -> Vec<String> {
    let connection = database(folder);
    let mut statement = connection
        .prepare(
            "SELECT name || ': ' || sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY name",
        )
        .unwrap();
    let rows = statement
        .query_map([], |row| row.get::<_, String>(0))
        .unwrap();
    rows.map(Result::unwrap).collect()
}

#[test]
fn every_version_has_a_store_to_try() {
    let folder = folder();
    drop(open(folder.path()));
    let current = version(&database(folder.path()));
    let names: Vec<String> = fixtures()
        .iter()
        .map(|path| path.file_name().unwrap().to_str().unwrap().to_owned())
        .collect();
    let expected: Vec<String> = (1..=current)
        .map(|number| format!("{number}.sql"))
        .collect();
    assert_eq!(names, expected);
}

#[test]
fn stores_of_every_version_come_to_the_same() {
    let current = fixtures().len() as i64;
    let mut all = Vec::new();
    for (number, fixture) in (1..).zip(fixtures()) {
        let folder = folder();
        put(&fixture, folder.path());
        assert_eq!(version(&database(folder.path())), number);
        let opened = Store::open(folder.path(), &["name: Example\n"]).unwrap();
        let mut store = opened.store;
        let copies = store.backups().unwrap();
        if number < current {
            assert!(
                opened.notices[0].contains(&copies[0].name),
                "{:?}",
                opened.notices
            );
        } else {
            assert_eq!(opened.notices, [] as [&str; 0]);
        }
        // The copy that was made first is what there was.
        let copy = folder.path().join("backups").join(&copies[0].name);
        assert_eq!(copies.len(), 1);
        assert_eq!(version(&Connection::open(&copy).unwrap()), number);
        assert_eq!(integrity(&copy), "ok");

        let kept = everything(&mut store);
        let first = &kept.records[1];
        let name = |name: &str| format!("name: {name}\n");
        let step = |did: &str, text: &str| Step {
            name: format!("Name it: {did}"),
            text: name(text),
        };
        assert_eq!((first.revision, first.text.as_str()), (3, "name: Third\n"));
        assert_eq!(
            first.history.done,
            [step("First", "Zeroth"), step("Second", "First")]
        );
        assert_eq!(first.history.undone, [step("Fourth", "Fourth")]);
        assert_eq!(first.changed, "2026-03-01T10:00:00Z");

        if number >= 2 {
            let version = &kept.versions[0];
            assert_eq!(
                (version.version.name.as_str(), version.text.as_str()),
                ("before the review", "name: First\n")
            );
        }

        // It can be worked with.
        let id = first.id.clone();
        store
            .save(&id, &save(3, [Move::Redo, change("name: Fifth\n")]))
            .unwrap();
        store.archive(&id, true).unwrap();
        store.keep_version(&id, "kept").unwrap();
        drop(store);
        assert_eq!(integrity(&folder.path().join("plumbline.db")), "ok");
        let opened = Store::open(folder.path(), &[]).unwrap();
        assert_eq!(opened.notices, [] as [&str; 0], "once is enough");
        drop(opened);

        // And so can the copy, once it is brought back.
        Store::restore(folder.path(), &copies[0].name).unwrap();
        assert_eq!(everything(&mut open(folder.path())).records, kept.records);
        all.push((schema(folder.path()), kept.listed));
    }
    let new = folder();
    drop(open(new.path()));
    for (schema_then, listed) in &all {
        assert_eq!(
            *schema_then,
            schema(new.path()),
            "the same tables as in a new store"
        );
        assert_eq!(*listed, all[0].1);
    }
    let names: Vec<&str> = all[0].1.iter().map(|one| one.text.trim_end()).collect();
    assert_eq!(
        names,
        ["name: Été", "name: Third", "name: Untouched"],
        "the one changed last first"
    );
}

#[test]
fn a_migration_that_fails_changes_nothing() {
    let folder = folder();
    put(&fixtures()[0], folder.path());
    // The second version makes a table of this name.
    database(folder.path())
        .execute_batch("CREATE TABLE version (x)")
        .unwrap();
    let error = Store::open(folder.path(), &[]).unwrap_err();
    assert!(
        error
            .to_string()
            .contains("isn't in the format that it claims"),
        "{error}"
    );
    let connection = database(folder.path());
    assert_eq!(version(&connection), 1);
    let columns: i64 = connection
        .query_row(
            "SELECT count(*) FROM pragma_table_info('workload')",
            [],
            |row| row.get(0),
        )
        .unwrap();
    assert_eq!(columns, 4);
}
