//! Damaged files: what is opened is what was kept, or it isn't opened and a copy is offered.

use std::fs;
use std::path::{Path, PathBuf};

use plumbline_store::{Store, StoreError};
use tempfile::TempDir;

use crate::open::{Everything, Numbers, change, database, everything, folder, open, save};

/// A store with something of every kind in it, and a copy.
struct Sound {
    folder: TempDir,
    bytes: Vec<u8>,
    kept: Everything,
    copy: String,
}

impl Sound {
    fn new() -> Self {
        let folder = folder();
        let mut store = Store::open(folder.path(), &["name: Example\n"])
            .unwrap()
            .store;
        let long = "name: Long\nanswers:\n".to_owned() + &"  # a line of the file\n".repeat(600);
        let id = store.create(&long).unwrap().id;
        store.keep_version(&id, "first").unwrap();
        for revision in 1..12 {
            let text = format!("{long}  # {revision}\n");
            store.save(&id, &save(revision, [change(text)])).unwrap();
        }
        store
            .save(&id, &save(12, [plumbline_api::Move::Undo]))
            .unwrap();
        let other = store.create("name: Away\n").unwrap().id;
        store.archive(&other, true).unwrap();
        let copy = store.back_up().unwrap().name;
        let kept = everything(&mut store);
        drop(store);
        let bytes = fs::read(folder.path().join("plumbline.db")).unwrap();
        Self {
            folder,
            bytes,
            kept,
            copy,
        }
    }

    fn file(&self) -> PathBuf {
        self.folder.path().join("plumbline.db")
    }

    /// Opens a file with these bytes; it has to be sound, or refused in the way of `refusal`. Says
    /// whether it was refused.
    fn put(&self, bytes: &[u8], what: &str) -> bool {
        for end in ["-wal", "-shm"] {
            drop(fs::remove_file(format!("{}{end}", self.file().display())));
        }
        fs::write(self.file(), bytes).unwrap();
        match Store::open(self.folder.path(), &["name: Example\n"]) {
            Ok(mut opened) => {
                assert!(everything(&mut opened.store) == self.kept, "{what}");
                false
            }
            Err(error) => {
                self.refusal(&error, what);
                true
            }
        }
    }

    fn refusal(&self, error: &StoreError, what: &str) {
        let told = error.to_string();
        match error {
            StoreError::Damaged { .. } => {
                let offer = format!("`plumbline restore {} --data ", self.copy);
                assert!(told.contains(&offer), "{what}: {told}");
            }
            // The number of the version is the one thing that can be damaged into sense.
            StoreError::Newer { .. } => assert!(what.contains("byte 6"), "{what}: {told}"),
            _ => panic!("{what}: {told}"),
        }
    }
}

#[test]
fn a_file_that_was_cut_off_is_refused() {
    let sound = Sound::new();
    let whole = sound.bytes.len();
    for length in [
        0,
        1,
        15,
        16,
        99,
        100,
        511,
        4095,
        4096,
        4097,
        8192,
        whole / 2,
        whole - 4096,
        whole - 1,
    ] {
        assert!(
            sound.put(
                &sound.bytes[..length],
                &format!("{length} of {whole} bytes")
            ),
            "{length}"
        );
    }
    assert!(!sound.put(&sound.bytes, "all of it"));
}

#[test]
fn a_bit_that_turned_over_is_noticed_wherever_it_matters() {
    let sound = Sound::new();
    let mut numbers = Numbers(11);
    let header = 0..100;
    let anywhere =
        (0..700).map(|_| usize::try_from(numbers.below(sound.bytes.len() as u64)).unwrap());
    let mut refused = 0;
    for (count, place) in header.chain(anywhere).enumerate() {
        let mut bytes = sound.bytes.clone();
        bytes[place] ^= 1 << (count % 8);
        refused += usize::from(sound.put(&bytes, &format!("bit {} of byte {place}", count % 8)));
    }
    assert!(
        refused > 500,
        "nearly all of the file matters: {refused} of 800"
    );
}

#[test]
fn runs_of_zeros_and_of_noise_are_noticed() {
    let sound = Sound::new();
    let mut numbers = Numbers(3);
    for page in 0..sound.bytes.len() / 4096 {
        for zeros in [true, false] {
            let mut bytes = sound.bytes.clone();
            for byte in &mut bytes[page * 4096..][..512] {
                *byte = if zeros {
                    0
                } else {
                    u8::try_from(numbers.below(256)).unwrap()
                };
            }
            sound.put(&bytes, &format!("page {page}, zeros: {zeros}"));
        }
    }
}

#[test]
fn a_damaged_log_takes_nothing_sound_with_it() {
    let folder = folder();
    let mut store = open(folder.path());
    let text = |revision: u64| format!("revision {revision} ").repeat(400);
    let id = store.create(&text(1)).unwrap().id;
    for revision in 1..20 {
        store
            .save(&id, &save(revision, [change(text(revision + 1))]))
            .unwrap();
    }
    let names = ["plumbline.db", "plumbline.db-wal"];
    let [file, log] = names.map(|name| fs::read(folder.path().join(name)).unwrap());
    drop(store);
    let mut numbers = Numbers(5);
    for round in 0..60 {
        let place = usize::try_from(numbers.below(log.len() as u64)).unwrap();
        let mut log = log.clone();
        if round % 3 == 0 {
            log.truncate(place);
        } else {
            log[place] ^= 1 << (round % 8);
        }
        let other = crate::open::folder();
        fs::write(other.path().join(names[0]), &file).unwrap();
        fs::write(other.path().join(names[1]), &log).unwrap();
        match Store::open(other.path(), &[]) {
            // What comes after the damage is gone, as with a disk that never wrote it.
            Ok(mut opened) => {
                for listed in opened.store.workloads().unwrap() {
                    let kept = opened.store.workload(&listed.id).unwrap();
                    assert_eq!(kept.text, text(kept.revision), "byte {place}");
                }
            }
            Err(StoreError::Damaged { .. }) => {}
            Err(error) => panic!("byte {place}: {error}"),
        }
    }
}

#[test]
fn what_is_no_store_is_left_as_it_is() {
    let write = |sql: &'static str| {
        move |file: &Path| {
            rusqlite::Connection::open(file)
                .unwrap()
                .execute_batch(sql)
                .unwrap();
        }
    };
    type Make = Box<dyn Fn(&Path)>;
    let cases: [(&str, Make, &str); 6] = [
        (
            "a text",
            Box::new(|file: &Path| fs::write(file, "hello, hello\n".repeat(500)).unwrap()),
            "damaged",
        ),
        (
            "another program's",
            Box::new(write("CREATE TABLE bookmark (id)")),
            "another program",
        ),
        (
            "marked as another program's",
            Box::new(write(
                "PRAGMA application_id = 7; CREATE TABLE workload (id)",
            )),
            "another program",
        ),
        (
            "marked as ours, and empty",
            Box::new(write(
                "PRAGMA application_id = 1347177794; PRAGMA user_version = 2",
            )),
            "no such table",
        ),
        (
            "ours with a program in it",
            Box::new(write(
                "PRAGMA application_id = 1347177794; PRAGMA user_version = 2; CREATE VIEW workload AS SELECT 1",
            )),
            "views or triggers",
        ),
        (
            "of another format than it says",
            Box::new(write(
                "PRAGMA application_id = 1347177794; PRAGMA user_version = 2; CREATE TABLE workload (id)",
            )),
            "no such column",
        ),
    ];
    for (what, make, says) in cases {
        let folder = folder();
        let file = folder.path().join("plumbline.db");
        make(&file);
        let before = fs::read(&file).unwrap();
        let error = Store::open(folder.path(), &["name: A\n"]).unwrap_err();
        assert!(
            matches!(error, StoreError::Damaged { .. }),
            "{what}: {error}"
        );
        assert!(error.to_string().contains(says), "{what}: {error}");
        assert!(
            error.to_string().contains("there is no copy"),
            "{what}: {error}"
        );
        let after = fs::read(&file).unwrap();
        assert!(
            before == after || what.contains("ours") || what.contains("format"),
            "{what}"
        );
    }
}

#[test]
fn a_newer_store_is_refused_and_left_as_it_is() {
    let folder = folder();
    drop(open(folder.path()));
    database(folder.path())
        .pragma_update(None, "user_version", 99)
        .unwrap();
    let before = fs::read(folder.path().join("plumbline.db")).unwrap();
    let error = Store::open(folder.path(), &[]).unwrap_err();
    assert!(
        matches!(error, StoreError::Newer { found: 99, .. }),
        "{error}"
    );
    assert!(error.to_string().contains("update Plumbline"), "{error}");
    assert_eq!(
        fs::read(folder.path().join("plumbline.db")).unwrap(),
        before
    );
}

#[test]
fn a_store_that_is_gone_is_told_from_one_that_never_was() {
    let sound = Sound::new();
    fs::remove_file(sound.file()).unwrap();
    let opened = Store::open(sound.folder.path(), &[]).unwrap();
    assert!(
        opened.notices[0].contains("plumbline restore"),
        "{:?}",
        opened.notices
    );
    drop(opened);
    fs::remove_file(sound.file()).unwrap();
    fs::write(sound.folder.path().join("plumbline.db-wal"), "something").unwrap();
    let error = Store::open(sound.folder.path(), &[]).unwrap_err();
    sound.refusal(&error, "only the log is there");
}

#[test]
fn a_folder_that_cannot_be_one_is_refused() {
    let folder = folder();
    let file = folder.path().join("file");
    fs::write(&file, "x").unwrap();
    for path in [file.clone(), file.join("inside")] {
        let error = Store::open(&path, &[]).unwrap_err();
        assert!(error.to_string().contains("help:"), "{error}");
    }
    let odd = folder.path().join("it's file:odd ?mode=memory #é");
    open(&odd).create("name: A\n").unwrap();
    let mut store = open(&odd);
    assert_eq!(store.workloads().unwrap().len(), 1);
    let copy = store.back_up().unwrap().name;
    drop(store);
    fs::write(odd.join("plumbline.db"), "x").unwrap();
    let error = Store::open(&odd, &[]).unwrap_err().to_string();
    assert!(
        error.contains("--data '") && error.contains(r"it'\''s"),
        "{error}"
    );
    Store::restore(&odd, &copy).unwrap();
    assert_eq!(open(&odd).workloads().unwrap().len(), 1);
}
