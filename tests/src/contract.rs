//! What holds for whatever implements [`Api`]: what keeps workloads itself, and every adapter that
//! reaches it. [`contract`] is run against each of them.

#![allow(
    clippy::panic,
    reason = "a suite of tests that tests of other crates call"
)]

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use plumbline_api::{
    Api, DocumentRequest, Move, NewVersion, NewWorkload, Problem, ProblemKind, Record, Save,
};

const FILE: &str = "plumbline: 1\nname: Contract\nanswers: {}\n";
const CHANGED: &str = "plumbline: 1\nname: Contract, changed\nanswers: {}\n";

/// Ids that lead nowhere, nor astray.
const STRANGERS: [&str; 8] = [
    "",
    "nosuchworkload",
    "..",
    "../documents",
    "%2e%2e%2fdocuments",
    "'; DROP TABLE workload; --",
    "\u{0}",
    "x?y#z",
];

/// Every call, its success and its problems, against a store that was just begun with its examples.
///
/// # Panics
/// When the contract doesn't hold.
pub async fn contract(api: &impl Api) {
    begins_with_examples(api).await;
    keeps_what_is_created(api).await;
    saves_moves(api).await;
    never_overwrites(api).await;
    refuses_what_is_too_much(api).await;
    archives_then_deletes(api).await;
    keeps_versions(api).await;
    knows_no_strangers(api).await;
    makes_every_document(api).await;
    refuses_documents_that_there_are_not(api).await;
    backs_up(api).await;
}

fn done<T>(result: Result<T, Problem>) -> T {
    match result {
        Ok(value) => value,
        Err(problem) => panic!("this should have been done: {problem}"),
    }
}

/// The problem, which has to speak to a person.
fn refused<T>(result: Result<T, Problem>, kind: &ProblemKind) -> Problem {
    let Err(problem) = result else {
        panic!("this should have been refused as {kind:?}");
    };
    assert_eq!(problem.kind, *kind, "{problem}");
    assert!(!problem.message.is_empty(), "{kind:?}");
    problem
}

async fn created(api: &impl Api) -> Record {
    let text = FILE.to_owned();
    done(api.create(&NewWorkload { text }).await)
}

fn write(name: &str, text: &str) -> Move {
    Move::Do {
        name: name.to_owned(),
        text: text.to_owned(),
    }
}

fn save(revision: u64, moves: &[Move]) -> Save {
    let moves = moves.to_vec();
    Save { revision, moves }
}

async fn begins_with_examples(api: &impl Api) {
    let listed = done(api.workloads().await);
    assert_eq!(listed.len(), 3);
    for one in listed {
        assert!(one.example && !one.archived, "{}", one.id);
        assert!(one.text.contains("plumbline: 1"), "{}", one.text);
    }
}

async fn keeps_what_is_created(api: &impl Api) {
    let record = created(api).await;
    assert_eq!((record.text.as_str(), record.revision), (FILE, 1));
    assert!(record.id.chars().all(|one| one.is_ascii_alphanumeric()));
    assert!(record.history.done.is_empty() && !record.archived);
    assert_eq!(done(api.workload(&record.id).await), record);
    let vitals = done(api.vitals(&record.id).await);
    assert_eq!((vitals.revision, vitals.archived), (1, false));
    let listed = done(api.workloads().await);
    let first = listed.first().map(|one| (one.id.as_str(), one.example));
    assert_eq!(first, Some((record.id.as_str(), false)));

    let text = "plumbline: 1\nname: Contract\nanswrs: {}\n".to_owned();
    let problem = refused(
        api.create(&NewWorkload { text }).await,
        &ProblemKind::Invalid,
    );
    for part in ["`answrs`", "3:1", "`answers`"] {
        assert!(problem.message.contains(part), "{part} in {problem}");
    }
    assert!(!problem.message.contains('\u{1b}'), "{problem}");
    for text in [String::new(), "[".repeat(10_000), "x".repeat(1_000_001)] {
        refused(
            api.create(&NewWorkload { text }).await,
            &ProblemKind::Invalid,
        );
    }
    assert_eq!(done(api.workloads().await).len(), listed.len());
}

async fn saves_moves(api: &impl Api) {
    let Record { id, .. } = created(api).await;
    let moves = [
        write("First", "one"),
        write("Second", CHANGED),
        Move::Undo,
        Move::Redo,
    ];
    let saved = done(api.save(&id, &save(1, &moves)).await);
    assert_eq!(saved.revision, 2);
    let record = done(api.workload(&id).await);
    assert_eq!((record.text.as_str(), record.revision), (CHANGED, 2));
    assert_eq!(record.changed, saved.changed);
    assert_eq!(record.history.can_undo(), Some("Second"));
    done(api.save(&id, &save(2, &[Move::Undo, Move::Undo])).await);
    let record = done(api.workload(&id).await);
    assert_eq!(record.text, FILE);
    assert_eq!(record.history.can_redo(), Some("First"));
    assert_eq!(done(api.vitals(&id).await).revision, 3);
}

async fn never_overwrites(api: &impl Api) {
    let Record { id, .. } = created(api).await;
    done(api.save(&id, &save(1, &[write("Mine", CHANGED)])).await);
    let current = done(api.workload(&id).await);
    let stale = ProblemKind::Stale {
        current: Box::new(current.clone()),
    };
    for revision in [0, 1, 3, u64::MAX] {
        let other = [write("Theirs", "name: Theirs\n")];
        refused(api.save(&id, &save(revision, &other)).await, &stale);
    }
    assert_eq!(done(api.workload(&id).await), current);
}

async fn refuses_what_is_too_much(api: &impl Api) {
    let record = created(api).await;
    let id = record.id.as_str();
    let longest = "x".repeat(1_000_000);
    for moves in [
        vec![write("Too large", &format!("{longest}x"))],
        vec![write(&"n".repeat(201), CHANGED)],
        vec![write("Again", CHANGED); 101],
    ] {
        refused(api.save(id, &save(1, &moves)).await, &ProblemKind::Invalid);
    }
    assert_eq!(done(api.workload(id).await), record);
    done(
        api.save(id, &save(1, &[write(&"ñ".repeat(200), &longest)]))
            .await,
    );
}

async fn archives_then_deletes(api: &impl Api) {
    let Record { id, .. } = created(api).await;
    refused(api.delete(&id).await, &ProblemKind::Invalid);
    for archived in [true, true, false, true] {
        assert_eq!(done(api.archive(&id, archived).await).archived, archived);
        assert_eq!(done(api.vitals(&id).await).archived, archived);
    }
    let listed = done(api.workloads().await);
    assert!(listed.iter().any(|one| one.id == id && one.archived));
    done(api.delete(&id).await);
    refused(api.workload(&id).await, &ProblemKind::NotFound);
    refused(api.delete(&id).await, &ProblemKind::NotFound);
}

async fn keeps_versions(api: &impl Api) {
    let Record { id, .. } = created(api).await;
    assert_eq!(done(api.versions(&id).await), []);
    let name = |name: &str| NewVersion {
        name: name.to_owned(),
    };
    let first = done(api.keep_version(&id, &name("before the review")).await);
    assert_eq!(
        (first.number, first.name.as_str()),
        (1, "before the review")
    );
    done(api.save(&id, &save(1, &[write("Change", CHANGED)])).await);
    let second = done(api.keep_version(&id, &name("<b>after & before</b>")).await);
    assert_eq!(done(api.versions(&id).await), [second, first.clone()]);
    let kept = done(api.version(&id, 1).await);
    assert_eq!((kept.version, kept.text.as_str()), (first, FILE));
    assert_eq!(done(api.version(&id, 2).await).text, CHANGED);
    for number in [0, 3, u32::MAX] {
        refused(api.version(&id, number).await, &ProblemKind::NotFound);
    }
    for wrong in ["", "   ", "two\nlines", &"n".repeat(121)] {
        let result = api.keep_version(&id, &name(wrong)).await;
        refused(result, &ProblemKind::Invalid);
    }
    done(api.keep_version(&id, &name(&"n".repeat(120))).await);
}

async fn knows_no_strangers(api: &impl Api) {
    let before = done(api.workloads().await);
    let lost = ProblemKind::NotFound;
    let name = NewVersion {
        name: "a name".to_owned(),
    };
    for id in STRANGERS {
        refused(api.workload(id).await, &lost);
        refused(api.vitals(id).await, &lost);
        refused(
            api.save(id, &save(1, &[write("Change", CHANGED)])).await,
            &lost,
        );
        refused(api.archive(id, true).await, &lost);
        refused(api.delete(id).await, &lost);
        refused(api.versions(id).await, &lost);
        refused(api.keep_version(id, &name).await, &lost);
        refused(api.version(id, 1).await, &lost);
    }
    assert_eq!(done(api.workloads().await), before);
}

fn request(kind: &str, format: &str) -> DocumentRequest {
    DocumentRequest {
        text: FILE.to_owned(),
        kind: kind.to_owned(),
        format: format.to_owned(),
        provider: None,
        part: None,
        pattern: None,
        theme: None,
        in_page: false,
        date: "2026-11-21".to_owned(),
    }
}

async fn makes_every_document(api: &impl Api) {
    let kinds = done(api.document_kinds().await);
    let ids: Vec<&str> = kinds.iter().map(|kind| kind.id.as_str()).collect();
    for expected in [
        "one-pager",
        "adr",
        "review",
        "checklists",
        "lock-in",
        "evolution",
        "diagram",
    ] {
        assert!(ids.contains(&expected), "{expected} in {ids:?}");
    }
    for kind in &kinds {
        assert!(!kind.formats.is_empty(), "{}", kind.id);
        for format in &kind.formats {
            let request = request(&kind.id, &format.id);
            let document = done(api.document(&request).await);
            assert!(document.name.contains("contract"), "{}", document.name);
            assert!(document.media_type.contains('/'), "{}", document.media_type);
            let content = STANDARD.decode(&document.base64).unwrap_or_default();
            assert!(!content.is_empty(), "{}", document.name);
            assert_eq!(done(api.document(&request).await), document);
        }
    }
    let pictures = ["aws", "azure", "gcp"].map(|provider| DocumentRequest {
        provider: Some(provider.to_owned()),
        theme: Some("dark".to_owned()),
        in_page: false,
        part: Some("main".to_owned()),
        ..request("diagram", "svg")
    });
    for request in &pictures {
        let document = done(api.document(request).await);
        let provider = request.provider.as_deref().unwrap_or_default();
        assert!(document.name.contains(provider), "{}", document.name);
    }
}

async fn refuses_documents_that_there_are_not(api: &impl Api) {
    let some = |text: &str| Some(text.to_owned());
    let good = || request("diagram", "svg");
    for (wrong, said) in [
        (request("one-pagr", "html"), "`one-pager`"),
        (request("adr", "htm"), "`html`"),
        (request("adr", "svg"), "html"),
        (request("diagram", "md"), "svg"),
        (
            DocumentRequest {
                provider: some("azur"),
                ..good()
            },
            "`azure`",
        ),
        (
            DocumentRequest {
                part: some("mian"),
                ..good()
            },
            "`main`",
        ),
        (
            DocumentRequest {
                pattern: some("nothing like it"),
                ..good()
            },
            "`nothing like it`",
        ),
        (
            DocumentRequest {
                theme: some("drak"),
                ..good()
            },
            "`dark`",
        ),
        (
            DocumentRequest {
                date: "2026-02-30".to_owned(),
                ..good()
            },
            "`2026-02-30`",
        ),
        (
            DocumentRequest {
                date: "2026".to_owned(),
                ..good()
            },
            "`2026`",
        ),
        (
            DocumentRequest {
                text: "name: [".to_owned(),
                ..good()
            },
            "workload.yaml:1",
        ),
    ] {
        let problem = refused(api.document(&wrong).await, &ProblemKind::Invalid);
        assert!(problem.to_string().contains(said), "{said} in {problem}");
    }
}

async fn backs_up(api: &impl Api) {
    let before = done(api.backups().await).len();
    let backup = done(api.back_up().await);
    assert!(
        backup.bytes > 0 && !backup.name.contains(['/', '\\']),
        "{backup:?}"
    );
    let backups = done(api.backups().await);
    assert_eq!(backups.len(), before + 1);
    assert_eq!(backups.first(), Some(&backup));
}
