//! Adding, saving, undoing, putting away, deleting, and naming versions.

use plumbline_api::{History, Problem, ProblemKind};
use plumbline_store::{Store, StoreError};

use crate::open::{Numbers, change, folder, open, save};

#[test]
fn a_new_store_begins_with_the_examples_in_their_order() {
    let folder = folder();
    let inside = folder.path().join("not/there/yet");
    let texts = ["name: One\n", "name: Two\n", "name: Three\n"];
    let opened = Store::open(&inside, &texts).unwrap();
    assert_eq!(opened.notices, [] as [&str; 0]);
    let mut store = opened.store;
    let listed = store.workloads().unwrap();
    assert_eq!(
        listed
            .iter()
            .map(|one| one.text.as_str())
            .collect::<Vec<_>>(),
        texts
    );
    for one in &listed {
        assert!(one.example && !one.archived && one.revision == 1, "{one:?}");
        assert!(one.id.len() == 16 && one.id.chars().all(|c| c.is_ascii_alphanumeric()));
    }
    // The first save makes it one's own, and the first in the list.
    store
        .save(&listed[1].id, &save(1, [change("name: Mine\n")]))
        .unwrap();
    let after = store.workloads().unwrap();
    assert_eq!(
        (after[0].id.as_str(), after[0].example),
        (listed[1].id.as_str(), false)
    );
    assert!(after[1].example);
    // They don't come back, also not when all of them are gone.
    for one in listed {
        store.archive(&one.id, true).unwrap();
        store.delete(&one.id).unwrap();
    }
    drop(store);
    assert_eq!(
        Store::open(&inside, &texts)
            .unwrap()
            .store
            .workloads()
            .unwrap(),
        []
    );
}

#[cfg(unix)]
#[test]
fn nobody_else_can_read_what_is_kept() {
    use std::os::unix::fs::PermissionsExt;
    let folder = folder();
    let inside = folder.path().join("data");
    let mut store = open(&inside);
    store.create("name: A\n").unwrap();
    let copy = store.back_up().unwrap().name;
    let copy = format!("backups/{copy}");
    for (name, rights) in [
        (".", 0o700),
        ("backups", 0o700),
        ("plumbline.db", 0o600),
        ("plumbline.db-wal", 0o600),
        ("plumbline.lock", 0o600),
        (copy.as_str(), 0o600),
    ] {
        let mode = inside.join(name).metadata().unwrap().permissions().mode();
        assert_eq!(mode & 0o777, rights, "{name}");
    }
}

#[test]
fn the_history_in_the_store_is_the_one_in_the_page() {
    let folder = folder();
    let mut store = open(folder.path());
    let record = store.create("start").unwrap();
    let (mut history, mut text) = (History::default(), record.text.clone());
    let mut revision = record.revision;
    let mut numbers = Numbers(7);
    let mut longest = 0;
    for round in 0..150 {
        let count = 1 + numbers.below(6);
        let moves: Vec<_> = (0..count)
            .map(|_| match numbers.below(6) {
                0 => plumbline_api::Move::Undo,
                1 => plumbline_api::Move::Redo,
                // Few texts, so that changes that change nothing are among them.
                _ => change(format!("text {}", numbers.below(40))),
            })
            .collect();
        let before = (history.clone(), text.clone());
        for made in &moves {
            history.make(&mut text, made.clone());
        }
        let saved = store.save(&record.id, &save(revision, moves)).unwrap();
        let changed = before != (history.clone(), text.clone());
        assert_eq!(
            saved.revision,
            revision + u64::from(changed),
            "round {round}"
        );
        revision = saved.revision;
        longest = longest.max(history.done.len());
        if round % 10 == 9 {
            drop(store);
            store = open(folder.path());
        }
        let kept = store.workload(&record.id).unwrap();
        assert_eq!(
            (&kept.text, &kept.history, kept.revision),
            (&text, &history, revision)
        );
        assert_eq!(kept.changed, saved.changed);
    }
    assert_eq!(
        longest, 100,
        "there were so many steps that some were forgotten"
    );
}

#[test]
fn putting_away_is_no_change_and_comes_before_deleting() {
    let folder = folder();
    let mut store = open(folder.path());
    let record = store.create("name: A\n").unwrap();
    let id = record.id.as_str();
    store.keep_version(id, "first").unwrap();
    store.save(id, &save(1, [change("name: B\n")])).unwrap();
    let error = store.delete(id).unwrap_err();
    assert!(matches!(error, StoreError::Invalid { .. }), "{error}");
    for archived in [true, true, false, true] {
        let vitals = store.archive(id, archived).unwrap();
        assert_eq!((vitals.archived, vitals.revision), (archived, 2));
        assert_eq!(store.vitals(id).unwrap(), vitals);
        assert_eq!(store.workload(id).unwrap().archived, archived);
    }
    store.delete(id).unwrap();
    for error in [
        store.workload(id).unwrap_err(),
        store.vitals(id).unwrap_err(),
        store.versions(id).unwrap_err(),
        store.version(id, 1).unwrap_err(),
        store.keep_version(id, "x").unwrap_err(),
        store.archive(id, true).unwrap_err(),
        store.delete(id).unwrap_err(),
        store.save(id, &save(2, [])).unwrap_err(),
    ] {
        assert!(matches!(error, StoreError::NotFound { .. }), "{error}");
        assert_eq!(Problem::from(error).kind, ProblemKind::NotFound);
    }
}

#[test]
fn versions_stay_as_they_were_taken() {
    let folder = folder();
    let mut store = open(folder.path());
    let id = store.create("name: A\n").unwrap().id;
    let longest = "é".repeat(120);
    for (revision, name) in (1..).zip(["before the review", "  after it ", &longest]) {
        store.keep_version(&id, name).unwrap();
        let text = format!("name: A{revision}\n");
        store.save(&id, &save(revision, [change(text)])).unwrap();
    }
    let versions = store.versions(&id).unwrap();
    let told: Vec<_> = versions
        .iter()
        .map(|one| (one.number, one.name.as_str()))
        .collect();
    assert_eq!(
        told,
        [
            (3, longest.as_str()),
            (2, "after it"),
            (1, "before the review")
        ]
    );
    let second = store.version(&id, 2).unwrap();
    assert_eq!(
        (second.text.as_str(), &second.version),
        ("name: A1\n", &versions[1])
    );
    assert!(matches!(
        store.version(&id, 4),
        Err(StoreError::NotFound { .. })
    ));
    let too_long = "x".repeat(121);
    for name in ["", "  ", "two\nlines", "a\u{2028}b", "bell\u{7}", &too_long] {
        let error = store.keep_version(&id, name).unwrap_err();
        assert!(
            matches!(error, StoreError::Invalid { .. }),
            "{name:?}: {error}"
        );
    }
    assert_eq!(store.versions(&id).unwrap().len(), 3);
}

#[test]
fn ids_and_texts_are_never_a_part_of_a_statement() {
    let folder = folder();
    let mut store = open(folder.path());
    let hostile = [
        "' OR '1'='1",
        "x'; DROP TABLE workload; --",
        "%",
        "",
        "../../etc/passwd",
        "\0",
        "\u{202e}abc",
    ];
    let kept = store.create("name: A\n").unwrap();
    for id in hostile {
        let error = store.save(id, &save(1, [change("gone")])).unwrap_err();
        assert!(
            matches!(error, StoreError::NotFound { .. }),
            "{id:?}: {error}"
        );
    }
    for (revision, text) in (1..).zip(hostile) {
        store
            .save(&kept.id, &save(revision, [change(text)]))
            .unwrap();
        assert_eq!(store.workload(&kept.id).unwrap().text, text);
    }
    assert_eq!(store.workloads().unwrap().len(), 1);
}

#[test]
fn several_workloads_are_added_together_in_their_order() {
    let folder = folder();
    let mut store = open(folder.path());
    store.create("name: Old\n").unwrap();
    store.create_all(&["name: A\n", "name: B\n"]).unwrap();
    let texts: Vec<String> = store
        .workloads()
        .unwrap()
        .into_iter()
        .map(|one| one.text)
        .collect();
    assert_eq!(texts, ["name: A\n", "name: B\n", "name: Old\n"]);
}
