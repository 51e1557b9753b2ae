//! What people decided, in the documents: decisions about trade-offs and ticked checklists.

#![allow(clippy::unwrap_used, clippy::panic)] // Helpers of tests, which may.

mod common;

use plumbline_builtin::knowledge;
use plumbline_report::{Format, Kind};
use plumbline_workload::{Check, CheckState, Choice, Day, Decision, Workload};

use common::{assessed, example, simple, written};

/// The line of a document that starts so.
fn line<'a>(document: &'a str, start: &str) -> &'a str {
    match document.lines().find(|line| line.starts_with(start)) {
        Some(line) => line,
        None => panic!("no line starts with {start:?} in\n{document}"),
    }
}

#[test]
fn decisions_stand_where_the_trade_off_does() {
    let mut workload = simple();
    let id = assessed(&workload).trade_offs[0].id.clone();
    let known = knowledge();
    let title = &known.trade_offs[known.trade_off(&id).unwrap()].title;
    let elsewhere = &known.trade_offs[known.trade_off("latency-budget").unwrap()].title;
    let decision = Decision {
        owner: Some("Ana".to_owned()),
        decided: Day::parse("2026-11-01"),
        expires: Day::parse("2026-11-21"),
        note: Some("Seen by the board.".to_owned()),
        ..Decision::of(Choice::Accept)
    };
    workload.decisions.insert(id.clone(), decision.clone());
    let avoided = Decision::of(Choice::Avoid);
    workload
        .decisions
        .insert("latency-budget".to_owned(), avoided);
    let review = written(&workload, Kind::Review, Format::Markdown);
    assert!(
        review.contains(" | Accepted | Ana | 2026-11-21 |"),
        "{review}"
    );
    assert!(review.contains(&format!("### {title}\n")));
    assert_eq!(
        line(&review, "**Decision:**"),
        "**Decision:** Accepted by Ana until 2026-11-21. Decided on 2026-11-01. Seen by the board."
    );
    assert!(
        review.contains(&format!("- **{elsewhere}.** Avoided.\n")),
        "{review}"
    );
    let record = written(&workload, Kind::Adr, Format::Markdown);
    assert!(
        record.contains(&format!(
            "arises: {title}. Decided: accepted by Ana until 2026-11-21. Seen by the board.\n"
        )),
        "{record}"
    );

    // Nothing open: what it costs is said instead.
    let record = written(&example(), Kind::Adr, Format::Markdown);
    let cold = line(&record, "* Bad, because a person waits");
    assert!(cold.contains("Decided: mitigated by Ana until"), "{cold}");

    let expired = Decision {
        expires: Day::parse("2026-11-20"),
        ..decision
    };
    workload.decisions.insert(id, expired);
    let over = "ccepted by Ana, expired on 2026-11-20; decide again.";
    for kind in [Kind::Review, Kind::Adr] {
        let document = written(&workload, kind, Format::Markdown);
        assert!(document.contains(over), "{document}");
    }
    let review = written(&workload, Kind::Review, Format::Markdown);
    assert!(review.contains("| 2026-11-20 (expired) |"), "{review}");
}

#[test]
fn a_brief_asks_for_owners_of_the_risks_that_have_none() {
    let mut workload = example();
    let asks = |workload: &Workload| {
        written(workload, Kind::OnePager, Format::Markdown).contains("an owner for each risk")
    };
    assert!(asks(&workload));
    for (id, expires) in [("2027-11-21", false), ("2026-11-20", true)] {
        for trade_off in &knowledge().trade_offs {
            let decision = Decision {
                owner: Some("Ana".to_owned()),
                expires: Day::parse(id),
                ..Decision::of(Choice::Accept)
            };
            workload.decisions.insert(trade_off.id.clone(), decision);
        }
        assert_eq!(asks(&workload), expires, "{id}");
    }
}

#[test]
fn checks_are_ticked_and_say_whose_they_are() {
    let mut workload = simple();
    let text = |id: &str| {
        let known = knowledge();
        known.checklist[known.checklist_item(id).unwrap()]
            .text
            .clone()
    };
    let ids: Vec<String> = assessed(&workload)
        .checklist
        .iter()
        .filter(|finding| finding.certain && !finding.because.is_empty())
        .map(|finding| finding.id.clone())
        .take(3)
        .collect();
    let before = written(&workload, Kind::Adr, Format::Markdown);
    assert!(
        before.contains(&format!("\n* {}\n", text(&ids[0]))),
        "{before}"
    );
    let check = |state, owner: Option<&str>, note: Option<&str>| Check {
        state,
        owner: owner.map(str::to_owned),
        note: note.map(str::to_owned),
    };
    workload.set_check(
        &ids[0],
        check(CheckState::Done, Some("Ben"), Some("See the wiki.")),
    );
    workload.set_check(&ids[1], check(CheckState::InProgress, None, None));
    workload.set_check(
        &ids[2],
        check(CheckState::NotNeeded, None, Some("Nobody calls.")),
    );
    let document = written(&workload, Kind::Checklists, Format::Markdown);
    for (id, ticked, end, row) in [
        (
            &ids[0],
            "x",
            " **Done (Ben).** See the wiki.",
            "Done. See the wiki. | Ben",
        ),
        (&ids[1], " ", " **In progress.**", "In progress | "),
        (
            &ids[2],
            "x",
            " **Not needed.** Nobody calls.",
            "Not needed. Nobody calls. | ",
        ),
    ] {
        let found = line(&document, &format!("- [{ticked}] **{}**", text(id)));
        assert!(found.ends_with(end), "{found}");
        let review = written(&workload, Kind::Review, Format::Markdown);
        let sign = if ticked == "x" { "☒" } else { "☐" };
        let found = line(&review, &format!("| {sign} | {}", text(id)));
        assert!(found.contains(&format!(" | {row} |")), "{found}");
    }
    assert!(document.contains("\n2 of "), "{document}");
    let page = written(&workload, Kind::Checklists, Format::Html);
    assert_eq!(page.matches("<td>☒</td>").count(), 2);
    // What is settled confirms nothing any more.
    let after = written(&workload, Kind::Adr, Format::Markdown);
    assert!(
        !after.contains(&format!("\n* {}\n", text(&ids[0]))),
        "{after}"
    );
    for item in &knowledge().checklist {
        workload.set_check(&item.id, check(CheckState::Done, None, None));
    }
    let settled = written(&workload, Kind::Adr, Format::Markdown);
    assert!(
        settled.contains("What matters first on the checklists is settled."),
        "{settled}"
    );
}
