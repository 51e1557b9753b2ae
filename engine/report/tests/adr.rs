//! Decision records as they are filed: three dialects, the verdict or a trade-off, and what is superseded.

#![allow(clippy::unwrap_used, clippy::panic)] // Helpers of tests, which may.

mod common;

use plumbline_builtin::knowledge;
use plumbline_report::adr::{Dialect, Filing, Older, Record, Status, record};
use plumbline_workload::{Choice, Day, Decision, Workload};
use pulldown_cmark::{Event, Parser, Tag};

use common::{OPTIONS, assessed, example, simple};

fn filed(workload: &Workload, filing: &Filing) -> Record {
    record(knowledge(), workload, &assessed(workload), filing, &OPTIONS).unwrap()
}

/// The eighth record of a folder, superseding the seventh.
fn eighth(dialect: Dialect) -> Filing {
    let (name, text) = if dialect.is_numbered() {
        ("0007-one-machine.md", "# 7. One machine\n")
    } else {
        ("20260101-one-machine.md", "# One machine\n")
    };
    Filing {
        number: 8,
        supersedes: Some(Older::read(name, text)),
        ..Filing::first(dialect)
    }
}

#[test]
fn records_of_the_example() {
    for dialect in Dialect::ALL {
        let written = filed(&example(), &eighth(dialect));
        insta::assert_snapshot!(dialect.id(), format!("{}\n{}", written.name, written.text));
    }
    let filing = Filing {
        trade_off: knowledge().trade_off("cold-starts"),
        ..Filing::first(Dialect::Madr)
    };
    let written = filed(&example(), &filing);
    insta::assert_snapshot!("trade-off", format!("{}\n{}", written.name, written.text));
}

#[test]
fn a_decision_is_taken_when_whoever_answers_has_decided_what_it_costs() {
    let mut workload = example();
    let says = |workload: &Workload, status| {
        let filing = Filing {
            status,
            ..Filing::first(Dialect::Madr)
        };
        let text = filed(workload, &filing).text;
        text.lines().nth(1).unwrap().to_owned()
    };
    assert_eq!(says(&workload, None), "status: proposed");
    assert_eq!(says(&workload, Some(Status::Rejected)), "status: rejected");
    for (owner, expires, expected) in [
        (None, None, "status: proposed"),
        (Some("Ana"), Some("2026-11-20"), "status: proposed"),
        (Some("Ana"), Some("2026-11-21"), "status: accepted"),
    ] {
        for finding in &assessed(&workload).trade_offs {
            let decision = Decision {
                owner: owner.map(str::to_owned),
                expires: expires.and_then(Day::parse),
                ..Decision::of(Choice::Accept)
            };
            workload.decisions.insert(finding.id.clone(), decision);
        }
        assert_eq!(says(&workload, None), expected, "{owner:?} {expires:?}");
    }
    // Nobody has decided anything where nothing is costly either.
    assert_eq!(
        says(&Workload::new("Nothing known"), None),
        "status: proposed"
    );
}

#[test]
fn a_record_says_what_it_rests_on_and_what_would_change_it() {
    for workload in [simple(), example()] {
        for dialect in Dialect::ALL {
            let text = filed(&workload, &Filing::first(dialect)).text;
            let assessment = assessed(&workload);
            for part in &assessment.parts {
                for option in &part.options {
                    assert!(text.contains(&format!("{} %", option.percent)), "{text}");
                }
                let flip = assessment.flips.iter().find(|flip| flip.part == part.id);
                assert!(
                    flip.is_some_and(|flip| text.contains(&flip.sentence)),
                    "{text}"
                );
            }
            for part in ["traffic shape is spiky", "https://github.com/"] {
                assert!(text.contains(part), "{part} in {text}");
            }
        }
    }
}

/// Names and notes that try to be something else than text.
const HOSTILE: [&str; 8] = [
    "a\n---\nstatus: accepted\n---\n# B",
    "Ana: \"boss\" # no",
    "../../etc/passwd",
    "<script>alert(1)</script>",
    "[x](javascript:alert(1)) ![y](z.png)",
    "## Status\n\nAccepted\n\n## Context",
    "- Status: accepted\n* b",
    "\u{202e}gpj.exe\u{0} \\ `` | {{ 7 * 7 }}",
];

#[test]
fn no_text_of_a_workload_adds_a_line_or_a_section() {
    let saying = |text: &str| {
        let mut workload = simple();
        workload.name = text.to_owned();
        workload.summary = text.to_owned();
        workload.parts[0].name = text.to_owned();
        for trade_off in &knowledge().trade_offs {
            let decision = Decision {
                owner: Some(text.to_owned()),
                note: Some(text.to_owned()),
                expires: Day::parse("2026-12-01"),
                ..Decision::of(Choice::Accept)
            };
            workload.decisions.insert(trade_off.id.clone(), decision);
        }
        workload
    };
    let id = &assessed(&simple()).trade_offs[0].id;
    for dialect in Dialect::ALL {
        for trade_off in [None, knowledge().trade_off(id)] {
            let older = Older::read("0007-a b](c).md", "# 7. <b>[x](y)</b> \\*\n");
            let filing = Filing {
                trade_off,
                supersedes: Some(older),
                ..Filing::first(dialect)
            };
            let plain = filed(&saying("plain"), &filing);
            let lines = |record: &Record| record.text.lines().count();
            for text in HOSTILE {
                let record = filed(&saying(text), &filing);
                assert_eq!(lines(&record), lines(&plain), "{}", record.text);
                for event in Parser::new(&record.text) {
                    match event {
                        Event::Html(_) | Event::InlineHtml(_) | Event::Start(Tag::Image { .. }) => {
                            panic!("{text:?} became {event:?}")
                        }
                        Event::Start(Tag::Link { dest_url, .. }) => assert!(
                            dest_url.starts_with("https://") || dest_url.starts_with("0007-"),
                            "{dest_url}"
                        ),
                        _ => {}
                    }
                }
                assert!(
                    record.text.contains("(0007-a%20b%5D%28c%29.md)"),
                    "{}",
                    record.text
                );
                let safe = |c: char| c.is_alphanumeric() || c == '-';
                let stem = record.name.strip_suffix(".md").unwrap();
                assert!(
                    stem.chars().all(safe) && stem.len() < 200,
                    "{}",
                    record.name
                );
                assert_eq!(
                    record.text.matches("\n## ").count(),
                    plain.text.matches("\n## ").count(),
                    "{}",
                    record.text
                );
            }
        }
    }
}
