//! Copies of the store, and bringing them back.

use std::fs;
use std::path::Path;
use std::time::{Duration, SystemTime};

use plumbline_store::{Restored, Store, StoreError};

use crate::open::{change, everything, folder, integrity, open, save};

fn files(folder: &Path) -> Vec<String> {
    let names = fs::read_dir(folder)
        .unwrap()
        .map(|one| one.unwrap().file_name().into_string().unwrap());
    let mut names: Vec<String> = names.collect();
    names.sort();
    names
}

#[test]
fn a_copy_has_everything_and_is_one_file() {
    let folder = folder();
    let mut store = open(folder.path());
    let id = store.create("name: A\n").unwrap().id;
    store.keep_version(&id, "first").unwrap();
    store
        .save(&id, &save(1, [change("name: B\n"), change("name: C\n")]))
        .unwrap();
    let before = everything(&mut store);
    let copies: Vec<_> = (0..3).map(|_| store.back_up().unwrap()).collect();
    let listed = store.backups().unwrap();
    assert_eq!(
        listed,
        copies.iter().rev().cloned().collect::<Vec<_>>(),
        "the last one first"
    );
    let inside = folder.path().join("backups");
    let mut names: Vec<_> = copies.iter().map(|copy| copy.name.clone()).collect();
    names.sort();
    assert_eq!(files(&inside), names, "nothing else is left there");
    for copy in &copies {
        let path = inside.join(&copy.name);
        assert_eq!(integrity(&path), "ok");
        assert_eq!(path.metadata().unwrap().len(), copy.bytes);
        let time = copy.made.replace(':', "");
        assert!(
            copy.name.starts_with(&format!("plumbline-{time}")),
            "{copy:?}"
        );
    }

    store.save(&id, &save(2, [change("name: D\n")])).unwrap();
    store.create("name: Other\n").unwrap();
    let later = everything(&mut store);
    let error = Store::restore(folder.path(), &copies[0].name).unwrap_err();
    assert!(
        matches!(error, StoreError::Busy { .. }),
        "somebody has it open: {error}"
    );
    drop(store);
    let Restored { replaced } = Store::restore(folder.path(), &copies[0].name).unwrap();
    assert_eq!(everything(&mut open(folder.path())), before);
    assert!(inside.join(&copies[0].name).exists());
    // What was replaced is kept, and can be brought back itself.
    let replaced = replaced.unwrap();
    assert_eq!(replaced.parent(), Some(folder.path()));
    Store::restore_file(folder.path(), &replaced).unwrap();
    assert_eq!(everything(&mut open(folder.path())), later);
}

#[test]
fn a_copy_is_made_when_the_last_one_is_older_than_a_day() {
    let folder = folder();
    let copies = || open(folder.path()).backups().unwrap().len();
    assert_eq!(copies(), 0, "there is nothing in a new store");
    assert_eq!(copies(), 1, "there was no copy");
    assert_eq!(copies(), 1, "there is one of today");
    let inside = folder.path().join("backups");
    let name = files(&inside).remove(0);
    for other in [
        "plumbline-2026-01-05T000000Z.db",
        "plumbline-2099-01-05T000000Z.db",
    ] {
        fs::rename(inside.join(&name), inside.join(other)).unwrap();
        let listed = open(folder.path()).backups().unwrap();
        assert_eq!(listed.len(), 2, "beside {other}: {listed:?}");
        fs::remove_file(inside.join(other)).unwrap();
        let name_now = files(&inside).remove(0);
        fs::rename(inside.join(name_now), inside.join(&name)).unwrap();
    }
}

#[test]
fn old_copies_are_cleared_away_and_other_files_are_left_alone() {
    let folder = folder();
    let mut store = open(folder.path());
    let inside = folder.path().join("backups");
    fs::create_dir(&inside).unwrap();
    let others = [
        "plumbline-2001-01-05T000000Z.db.mine",
        "plumbline-2001-01-05.db",
        "plumbline-2001-01-05T000000Z-02.db",
        "notes.txt",
    ];
    for name in others.iter().chain(&[
        "plumbline-2001-01-05T000000Z.db",
        "plumbline-2001-01-05T000000Z-2.db",
    ]) {
        fs::write(inside.join(name), "x").unwrap();
    }
    fs::create_dir(inside.join("plumbline-2001-01-06T000000Z.db")).unwrap();
    // What a copy leaves that is cut short, unless it may still be in the making.
    for (name, days) in [
        ("plumbline-2001-01-05T000000Z.db.partial", 2),
        ("plumbline-2001-01-06T000000Z.db.partial", 0),
    ] {
        let file = fs::File::create(inside.join(name)).unwrap();
        let age = Duration::from_secs(days * 24 * 60 * 60);
        file.set_modified(SystemTime::now() - age).unwrap();
    }
    let made = store.back_up().unwrap();
    assert_eq!(store.backups().unwrap(), vec![made]);
    let left = files(&inside);
    assert_eq!(left.len(), 7, "{left:?}");
    assert!(left.contains(&"plumbline-2001-01-06T000000Z.db.partial".to_owned()));
    assert!(
        others.iter().all(|name| left.contains(&(*name).to_owned())),
        "{left:?}"
    );
}

#[test]
fn only_the_names_of_copies_are_taken() {
    let folder = folder();
    let mut store = open(folder.path());
    store.create("name: A\n").unwrap();
    let name = store.back_up().unwrap().name;
    drop(store);
    fs::copy(
        folder.path().join("backups").join(&name),
        folder.path().join(&name),
    )
    .unwrap();
    for hostile in [
        format!("../{name}"),
        format!("./{name}"),
        format!("../backups/{name}"),
        folder.path().join(&name).to_str().unwrap().to_owned(),
        "..".to_owned(),
        String::new(),
        "plumbline.db".to_owned(),
        format!("{name}\0"),
        "plumbline-../../x.db".to_owned(),
    ] {
        let error = Store::restore(folder.path(), &hostile).unwrap_err();
        assert!(
            matches!(error, StoreError::Invalid { .. }),
            "{hostile}: {error}"
        );
        assert!(
            error.to_string().contains(&name),
            "it says which there are: {error}"
        );
    }
    let error = Store::restore(folder.path(), "plumbline-2020-01-01T000000Z.db").unwrap_err();
    assert!(matches!(error, StoreError::NotFound { .. }), "{error}");
    assert!(
        error.to_string().contains(&name),
        "it says which there are: {error}"
    );
}

#[test]
fn a_copy_that_is_not_sound_replaces_nothing() {
    let folder = folder();
    let mut store = open(folder.path());
    store.create("name: A\n").unwrap();
    let name = store.back_up().unwrap().name;
    let before = everything(&mut store);
    drop(store);
    let copy = folder.path().join("backups").join(&name);
    let sound = fs::read(&copy).unwrap();
    let mut newer = sound.clone();
    newer[63] = 99;
    let mut flipped = sound.clone();
    let place = sound
        .windows(7)
        .position(|part| part == b"name: A")
        .unwrap();
    flipped[place] ^= 4;
    for (what, bytes) in [
        ("empty", Vec::new()),
        ("no store", b"hello".repeat(1000)),
        ("cut off", sound[..sound.len() / 2].to_vec()),
        ("altered", flipped),
        ("newer", newer),
    ] {
        fs::write(&copy, bytes).unwrap();
        let error = Store::restore(folder.path(), &name).unwrap_err();
        assert!(error.to_string().contains(&name), "{what}: {error}");
        assert_eq!(everything(&mut open(folder.path())), before, "{what}");
        let left = files(folder.path());
        assert_eq!(
            left,
            ["backups", "plumbline.db", "plumbline.lock"],
            "{what}"
        );
    }
}
