//! Two windows on one workload, and answers that get lost on the way.

use plumbline_api::{Move, Problem, ProblemKind};
use plumbline_store::{Store, StoreError};

use crate::open::{change, everything, folder, open, save};

#[test]
fn the_second_of_two_windows_gets_what_there_is_now() {
    let folder = folder();
    let (mut one, mut other) = (open(folder.path()), open(folder.path()));
    let id = one.create("name: A\n").unwrap().id;
    assert_eq!(other.vitals(&id).unwrap().revision, 1);
    one.save(&id, &save(1, [change("name: B\n")])).unwrap();
    let before = everything(&mut one);
    let error = other
        .save(&id, &save(1, [change("name: C\n")]))
        .unwrap_err();
    let StoreError::Stale { current } = &error else {
        panic!("{error}");
    };
    assert_eq!(**current, before.records[0]);
    assert_eq!(everything(&mut one), before, "nothing was saved");
    assert!(matches!(
        Problem::from(error).kind,
        ProblemKind::Stale { .. }
    ));
    // On the revision that there is now it can be saved.
    let saved = other.save(&id, &save(2, [change("name: C\n")])).unwrap();
    assert_eq!(
        (saved.revision, one.workload(&id).unwrap().text.as_str()),
        (3, "name: C\n")
    );
}

#[test]
fn a_save_that_is_sent_again_is_known_again() {
    let folder = folder();
    let mut store = open(folder.path());
    let (a, b, c) = (change("a"), change("b"), change("c"));
    /// What is saved, on which revision, and what comes of it; no revision for a conflict.
    type Sent<'a> = (u64, Vec<&'a Move>, Option<u64>);
    let cases: Vec<(&str, Vec<Sent<'_>>, &str)> = vec![
        (
            "the same",
            vec![(1, vec![&a], Some(2)), (1, vec![&a], Some(2))],
            "a",
        ),
        (
            "thrice",
            vec![
                (1, vec![&a, &b], Some(2)),
                (1, vec![&a, &b], Some(2)),
                (1, vec![&a, &b], Some(2)),
            ],
            "b",
        ),
        (
            "with more after it",
            vec![(1, vec![&a], Some(2)), (1, vec![&a, &b], Some(3))],
            "b",
        ),
        (
            "with more and more",
            vec![
                (1, vec![&a], Some(2)),
                (1, vec![&a, &b], Some(3)),
                (1, vec![&a, &b, &c], Some(4)),
            ],
            "c",
        ),
        (
            "with undo in it",
            vec![
                (1, vec![&a, &b, &Move::Undo], Some(2)),
                (1, vec![&a, &b, &Move::Undo], Some(2)),
            ],
            "a",
        ),
        (
            "with more that changes nothing",
            vec![(1, vec![&a], Some(2)), (1, vec![&a, &Move::Redo], Some(2))],
            "a",
        ),
        (
            "with less",
            vec![(1, vec![&a, &b], Some(2)), (1, vec![&a], None)],
            "b",
        ),
        (
            "another",
            vec![(1, vec![&a], Some(2)), (1, vec![&b], None)],
            "a",
        ),
        (
            "nothing",
            vec![(1, vec![&a], Some(2)), (1, vec![], None)],
            "a",
        ),
        (
            "too late",
            vec![
                (1, vec![&a], Some(2)),
                (2, vec![&b], Some(3)),
                (1, vec![&a], None),
            ],
            "b",
        ),
        (
            "of a revision that never was",
            vec![
                (0, vec![&a], None),
                (7, vec![&a], None),
                (u64::MAX, vec![&a], None),
                (0, vec![], None),
            ],
            "start",
        ),
        (
            "only undo, twice on purpose",
            vec![
                (1, vec![&a, &b], Some(2)),
                (2, vec![&Move::Undo], Some(3)),
                (3, vec![&Move::Undo], Some(4)),
            ],
            "start",
        ),
        (
            "that changed nothing",
            vec![
                (1, vec![&Move::Undo], Some(1)),
                (1, vec![&Move::Undo], Some(1)),
                (1, vec![], Some(1)),
            ],
            "start",
        ),
    ];
    for (what, sent, text) in cases {
        let id = store.create("start").unwrap().id;
        for (step, (revision, moves, expected)) in sent.into_iter().enumerate() {
            let saved = store.save(&id, &save(revision, moves.into_iter().cloned()));
            match (saved, expected) {
                (Ok(saved), Some(revision)) => {
                    assert_eq!(saved.revision, revision, "{what}, {step}")
                }
                (Err(StoreError::Stale { .. }), None) => {}
                (other, _) => panic!("{what}, {step}: {other:?}"),
            }
        }
        let kept = store.workload(&id).unwrap();
        assert_eq!(kept.text, text, "{what}");
        let mut steps: Vec<_> = kept.history.done.iter().map(|step| &step.name).collect();
        steps.dedup();
        assert_eq!(
            steps.len(),
            kept.history.done.len(),
            "no step is there twice: {what}"
        );
    }
}

#[test]
fn many_at_once_wait_for_each_other() {
    let folder = folder();
    let mut store = open(folder.path());
    let shared = store.create("0").unwrap().id;
    let writers: Vec<_> = (0..4)
        .map(|writer| {
            let (path, shared) = (folder.path().to_owned(), shared.clone());
            std::thread::spawn(move || {
                let mut store = open(&path);
                let mut saved = 0;
                while saved < 10 {
                    store.create(&format!("name: W{writer}\n")).unwrap();
                    let revision = store.vitals(&shared).unwrap().revision;
                    let text = format!("{writer}-{saved}-{revision}");
                    match store.save(&shared, &save(revision, [change(text)])) {
                        Ok(_) => saved += 1,
                        Err(StoreError::Stale { .. }) => {}
                        Err(other) => panic!("{other}"),
                    }
                }
            })
        })
        .collect();
    for writer in writers {
        writer.join().unwrap();
    }
    let kept = store.workload(&shared).unwrap();
    assert_eq!(
        (kept.revision, kept.history.done.len()),
        (41, 40),
        "each save counts once"
    );
}

#[test]
fn a_store_is_begun_once_however_many_open_it() {
    for _ in 0..5 {
        let folder = folder();
        let openers: Vec<_> = (0..8)
            .map(|_| {
                let path = folder.path().to_owned();
                std::thread::spawn(move || {
                    let mut store = Store::open(&path, &["name: A\n", "name: B\n"])
                        .unwrap()
                        .store;
                    store.workloads().unwrap().len()
                })
            })
            .collect();
        for opener in openers {
            assert_eq!(opener.join().unwrap(), 2);
        }
    }
}
