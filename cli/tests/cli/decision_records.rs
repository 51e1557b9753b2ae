//! `report --into`: decision records among those that are there.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use crate::run::{Folder, Ran, example, run};

const RECORD: &str = "run-api-on-functions-and-receipt-renderer-on-serverless.md";

/// Files the decision on the example.
fn file(into: &str, more: &[&str]) -> Ran {
    let file = example("checkout");
    let fixed = ["report", &file, "--date", "2026-11-21", "--into", into];
    run(&[&fixed[..], more].concat())
}

/// Everything below a folder, with its bytes.
fn everything(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut found = BTreeMap::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(everything(&path));
        } else {
            found.insert(path.to_str().unwrap().to_owned(), fs::read(&path).unwrap());
        }
    }
    found
}

#[test]
fn each_dialect_is_recognised_and_gets_exactly_one_new_file() {
    let madr = "---\nstatus: accepted\ndate: 2026-01-01\n---\n# A\n";
    let nygard = "# 1. A\n\nDate: 2026-01-01\n\n## Status\n\nAccepted\n";
    let log4brains = "# A\n\n- Status: accepted\n- Date: 2026-01-01\n";
    let day = "20261121-";
    for (there, name, start) in [
        (
            &[][..],
            "0001-",
            "---\nstatus: proposed\ndate: 2026-11-21\n",
        ),
        (
            &[("adr/0003-a.md", madr)],
            "0004-",
            "---\nstatus: proposed\n",
        ),
        (
            &[("adr/0003-a.md", nygard), ("adr/0009-b.md", nygard)],
            "0010-",
            "# 10. Run API on",
        ),
        (
            &[("adr/20260101-a.md", log4brains)],
            day,
            "# Run API on functions",
        ),
        (
            &[
                ("adrs.toml", "[templates]\nformat = \"madr\"\n"),
                ("adr/0001-a.md", nygard),
            ],
            "0002-",
            "---\n",
        ),
        (
            &[("adr/.adr-dir", "."), ("adr/README.md", "# Read me\n")],
            "0001-",
            "# 1. Run API on",
        ),
        (
            &[(".log4brains.yml", "project: {}\n"), ("adr/index.md", "x")],
            day,
            "# Run API on functions",
        ),
        (
            &[
                ("adr/0005-a.md", "no record at all"),
                ("adr/template.md", nygard),
            ],
            "0006-",
            "---\n",
        ),
    ] {
        let folder = Folder::new();
        for (name, text) in there {
            folder.file(name, text);
        }
        let before = if there.is_empty() {
            BTreeMap::new()
        } else {
            everything(folder.path())
        };
        let ran = file(&folder.at("adr"), &[]);
        assert_eq!((ran.code, ran.out.as_str()), (0, ""), "{}", ran.err);
        let written = format!("adr/{name}{RECORD}");
        ran.says(&["wrote", &written]);
        let text = folder.read(&written);
        assert!(text.starts_with(start), "{there:?}\n{text}");
        // What was there is there, byte for byte; and there is nothing else.
        let mut after = everything(folder.path());
        assert!(after.remove(&folder.at(&written)).is_some());
        assert_eq!(after, before, "{there:?}");
    }
}

#[test]
fn the_dialect_can_be_chosen_and_a_record_go_to_standard_output() {
    let folder = Folder::new();
    folder.file("0001-a.md", "# 1. A\n\n## Status\n\nAccepted\n");
    let into = folder.path().to_str().unwrap();
    assert_eq!(
        file(into, &["--dialect", "madr", "--status", "accepted"]).code,
        0
    );
    let text = folder.read(&format!("0002-{RECORD}"));
    assert!(text.starts_with("---\nstatus: accepted\n"), "{text}");
    let text = run(&["report", &example("checkout"), "--dialect", "log4brains"]).fine();
    assert!(
        text.contains("\n- Status: proposed\n- Deciders: Ana\n"),
        "{text}"
    );
}

#[test]
fn a_record_that_says_the_same_is_not_written_twice() {
    let folder = Folder::new();
    let into = folder.at("adr");
    assert_eq!(file(&into, &[]).code, 0);
    let before = everything(folder.path());
    file(&into, &[]).refused(&["has this title already", "--supersedes 1"]);
    file(&into, &["--dialect", "log4brains"]).refused(&["has this title already"]);
    assert_eq!(everything(folder.path()), before);
}

#[test]
fn superseding_changes_the_status_of_the_older_record_and_nothing_else() {
    let madr = "---\r\nstatus: accepted\r\ndate: 2026-01-01\r\n---\r\n\r\n# Use one machine\r\n\r\nstatus: no\r\n";
    let nygard = "# 7. Use one machine\n\n## Status\n\nAccepted\n\n## Context\n\nAccepted\n";
    let log4brains = "# Use one machine\n\n- Status: accepted\n- Date: 2026-01-01\n";
    for (old, before, asked, new, changed, link) in [
        (
            "0007-one.md",
            madr,
            "7",
            "0008-",
            (
                "status: accepted",
                "status: superseded by ADR-0008".to_owned(),
            ),
            "This decision supersedes [ADR-0007](0007-one.md).",
        ),
        (
            "0007-one.md",
            nygard,
            "0007",
            "0008-",
            (
                "Accepted",
                format!(
                    "Superceded by [8. Run API on functions and Receipt renderer on serverless containers](0008-{RECORD})"
                ),
            ),
            "\nProposed\n\nSupercedes [7. Use one machine](0007-one.md)\n",
        ),
        (
            "20260101-one.md",
            log4brains,
            "20260101-one",
            "20261121-",
            (
                "accepted",
                format!(
                    "superseded by [20261121-{}](20261121-{RECORD})",
                    RECORD.trim_end_matches(".md")
                ),
            ),
            "* Supersedes [Use one machine](20260101-one.md)",
        ),
    ] {
        let folder = Folder::new();
        folder.file(old, before);
        let ran = file(folder.path().to_str().unwrap(), &["--supersedes", asked]);
        assert_eq!(ran.code, 0, "{}", ran.err);
        ran.says(&["wrote", "changed", old]);
        assert_eq!(folder.read(old), before.replacen(changed.0, &changed.1, 1));
        let text = folder.read(&format!("{new}{RECORD}"));
        assert!(text.contains(link), "{text}");
        assert_eq!(everything(folder.path()).len(), 2);
    }
}

#[test]
fn what_cannot_be_superseded_leaves_everything_as_it_is() {
    let folder = Folder::new();
    folder.file("0001-a.md", "# A\n");
    folder.file(
        "0002-b.md",
        "---\nstatus: superseded by ADR-0003\n---\n# B\n",
    );
    folder.file("0003-c.md", "---\nstatus: accepted\n---\n# C\n");
    folder.file("0003-d.md", "---\nstatus: accepted\n---\n# D\n");
    folder.file("0004-e.md", b"---\nstatus: \xff\n---\n".as_slice());
    let into = folder.path().to_str().unwrap();
    let before = everything(folder.path());
    for (asked, says) in [
        ("1", "has no line that says its status"),
        ("2", "is superseded already"),
        ("3", "`0003-c.md` and of `0003-d.md`"),
        ("4", "is not UTF-8"),
        ("9", "there is no record `9`"),
        ("0003-x.md", "did you mean `0003-"),
        ("../0001-a.md", "there is no record"),
    ] {
        file(into, &["--supersedes", asked]).refused(&[says]);
    }
    assert_eq!(everything(folder.path()), before);
}

#[test]
fn what_is_no_folder_of_records_is_refused() {
    let folder = Folder::new();
    let plain = folder.file("plain.md", "x");
    file(&plain, &[]).refused(&["is not a folder", "--into docs/decisions"]);
    file(&folder.at("plain.md/adr"), &[]).refused(&["plain.md"]);
    assert_eq!(everything(folder.path()).len(), 1);
}

#[cfg(unix)]
#[test]
fn a_folder_that_cannot_be_read_is_named() {
    use std::os::unix::fs::PermissionsExt;
    let folder = Folder::new();
    folder.file("adr/0001-a.md", "# A\n");
    let path = folder.path().join("adr");
    fs::set_permissions(&path, fs::Permissions::from_mode(0o000)).unwrap();
    // Nothing is forbidden to whoever may do everything.
    let may_read = fs::read_dir(&path).is_ok();
    let ran = file(&folder.at("adr"), &[]);
    fs::set_permissions(&path, fs::Permissions::from_mode(0o755)).unwrap();
    if may_read {
        assert_eq!(ran.code, 0, "{}", ran.err);
    } else {
        ran.refused(&["can't be read", "permission denied"]);
    }
}

#[test]
fn trade_offs_have_records_of_their_own() {
    let folder = Folder::new();
    let into = folder.at("adr");
    assert_eq!(file(&into, &[]).code, 0);
    assert_eq!(file(&into, &["--trade-off", "cold-starts"]).code, 0);
    let text = folder.read("adr/0002-mitigate-cold-starts-for-checkout.md");
    for part in [
        "status: accepted\n",
        "decision-makers:\n  - Ana\n",
        "Chosen option: \"Mitigate\", because two warm instances of the API until the winter sale is over.",
        "To be decided again: Cold starts by 2027-02-01 (mitigated by Ana).",
    ] {
        assert!(text.contains(part), "{part} in {text}");
    }
    file(&into, &["--trade-off", "cold-start"]).refused(&["did you mean `cold-starts`"]);
    file(&into, &["--trade-off", "migration"]).refused(&["doesn't arise here"]);
}

#[test]
fn arguments_that_do_not_go_together_are_refused_kindly() {
    let file = example("checkout");
    for (arguments, says) in [
        (
            &["--kind", "review", "--into", "x"][..],
            "`--into` is for decision records",
        ),
        (
            &["--kind", "all", "--dialect", "madr"],
            "`--dialect` is for decision records",
        ),
        (&["--into", "x", "--format", "html"], "leave out `--format`"),
        (&["--into", "x", "-o", "y"], "cannot be used with"),
        (&["--supersedes", "7"], "--into <DIR>"),
        (
            &["--kind", "one-pager", "--format", "csv"],
            "what can be had as `csv` is checklists",
        ),
    ] {
        run(&[&["report", &file][..], arguments].concat()).refused(&[says]);
    }
    assert!(!Path::new("x").exists());
}
