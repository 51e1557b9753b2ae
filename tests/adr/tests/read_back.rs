//! Another tool finds number, title, status, date and sections in our decision records, and links in those that
//! supersede others.

#![allow(clippy::unwrap_used, clippy::panic)] // Helpers of tests, which may.

use adrs_core::{Adr, AdrStatus, LinkKind, Parser, Repository};
use plumbline_assess::{Assessor, DEFAULT_SEED};
use plumbline_builtin::knowledge;
use plumbline_knowledge::Provider;
use plumbline_report::Options;
use plumbline_report::adr::{
    Dialect, Filing, Older, Record, Status, dialect_of_marker, record, superseded,
};
use plumbline_source::Source;
use plumbline_workload::{Workload, load};

fn examples() -> [Workload; 3] {
    [
        include_str!("../../../examples/checkout.workload.yaml"),
        include_str!("../../../examples/image-thumbnails.workload.yaml"),
        include_str!("../../../examples/telemetry-hub.workload.yaml"),
    ]
    .map(
        |text| match load(knowledge(), &Source::new("example", text)) {
            Ok(loaded) => loaded.workload,
            Err(errors) => panic!("{errors:?}"),
        },
    )
}

fn written(workload: &Workload, filing: &Filing) -> Record {
    let assessment = Assessor::new(knowledge()).assess(workload, DEFAULT_SEED);
    let options = Options {
        date: "2026-11-21",
        provider: Provider::Aws,
        templates: None,
    };
    record(knowledge(), workload, &assessment, filing, &options).unwrap()
}

/// As the tool reads a file of this name.
fn read(name: &str, text: &str) -> Adr {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join(name);
    std::fs::write(&path, text).unwrap();
    match Parser::new().parse_file(&path) {
        Ok(adr) => adr,
        Err(error) => panic!("{error}\n{text}"),
    }
}

#[test]
fn numbered_dialects_are_read_back_whole() {
    for workload in examples() {
        for dialect in [Dialect::Madr, Dialect::AdrTools] {
            for (status, expected) in [
                (Status::Proposed, AdrStatus::Proposed),
                (Status::Accepted, AdrStatus::Accepted),
                (Status::Rejected, AdrStatus::Custom("rejected".to_owned())),
            ] {
                let ours = written(
                    &workload,
                    &Filing {
                        number: 8,
                        status: Some(status),
                        ..Filing::first(dialect)
                    },
                );
                let theirs = read(&ours.name, &ours.text);
                assert_eq!((theirs.number, &theirs.title), (8, &ours.title));
                assert_eq!(theirs.date.to_string(), "2026-11-21");
                assert_eq!(
                    theirs.status.to_string().to_lowercase(),
                    expected.to_string().to_lowercase()
                );
                assert!(
                    theirs.context.contains("Where should"),
                    "{}",
                    theirs.context
                );
                assert!(
                    theirs.decision.contains("Chosen option: "),
                    "{}",
                    theirs.decision
                );
                let written = consequences(&ours.text);
                assert!(written.contains("Good, because"), "{written}");
                for line in written.lines().filter(|line| line.contains("because")) {
                    // Their reader has its own bullets.
                    let words = line.trim_start_matches(['*', '-', ' ']);
                    assert!(theirs.consequences.contains(words), "{words}");
                }
            }
        }
    }
}

/// The consequences in the text of a record: up to the next heading.
fn consequences(text: &str) -> &str {
    let (_, rest) = text.split_once("# Consequences\n").unwrap();
    rest.split("\n#").next().unwrap()
}

#[test]
fn names_of_who_decided_are_read_as_they_are() {
    let [mut workload, ..] = examples();
    for name in ["Ana", "Ana: \"boss\" # <b>", "yes", "Dr. Ö. O'Neill - [x]"] {
        for decision in workload.decisions.values_mut() {
            decision.owner = Some(name.to_owned());
        }
        let ours = written(&workload, &Filing::first(Dialect::Madr));
        assert_eq!(read(&ours.name, &ours.text).decision_makers, [name]);
    }
}

#[test]
fn what_is_superseded_is_read_in_both_directions() {
    let [workload, ..] = examples();
    for dialect in [Dialect::Madr, Dialect::AdrTools] {
        let old = written(&workload, &Filing::first(dialect));
        let new = written(
            &workload,
            &Filing {
                number: 2,
                supersedes: Some(Older::read(&old.name, &old.text)),
                ..Filing::first(dialect)
            },
        );
        let older = read(&old.name, &superseded(&old.text, &new).unwrap());
        let newer = read(&new.name, &new.text);
        assert_eq!((older.number, &older.title), (1, &old.title));
        assert_eq!(newer.status, AdrStatus::Proposed);
        let links = |adr: &Adr| -> Vec<(u32, LinkKind)> {
            adr.links
                .iter()
                .map(|link| (link.target, link.kind.clone()))
                .collect()
        };
        if dialect == Dialect::AdrTools {
            assert_eq!(older.status, AdrStatus::Superseded);
            assert_eq!(links(&older), [(2, LinkKind::SupersededBy)]);
            assert_eq!(links(&newer), [(1, LinkKind::Supersedes)]);
        } else {
            // MADR says it in the status alone.
            assert_eq!(older.status.to_string(), "superseded by ADR-0002");
        }
    }
}

#[test]
fn log4brains_records_keep_title_and_sections() {
    for workload in examples() {
        let ours = written(&workload, &Filing::first(Dialect::Log4brains));
        let theirs = Parser::new().parse(&ours.text).unwrap();
        assert_eq!(theirs.title, ours.title);
        assert!(
            theirs.context.contains("Where should"),
            "{}",
            theirs.context
        );
        assert!(
            theirs.decision.contains("Chosen option: "),
            "{}",
            theirs.decision
        );
    }
}

#[test]
fn a_repository_of_theirs_takes_our_records() {
    let [workload, ..] = examples();
    for (front_matter, expected) in [(false, Dialect::AdrTools), (true, Dialect::Madr)] {
        let folder = tempfile::tempdir().unwrap();
        let theirs = Repository::init(folder.path(), None, front_matter).unwrap();
        let marker = if front_matter {
            "adrs.toml"
        } else {
            ".adr-dir"
        };
        let text = std::fs::read_to_string(folder.path().join(marker)).unwrap();
        assert_eq!(dialect_of_marker(marker, &text), Some(expected), "{text}");
        let number = theirs.next_number().unwrap();
        let ours = written(
            &workload,
            &Filing {
                number,
                ..Filing::first(expected)
            },
        );
        std::fs::write(theirs.adr_path().join(&ours.name), &ours.text).unwrap();
        let found = theirs.get(number).unwrap();
        assert_eq!(found.title, ours.title);
        assert_eq!(theirs.next_number().unwrap(), number + 1);
    }
}
