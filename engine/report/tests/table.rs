//! The checklists as a table in CSV: a line for each item, and nothing that a spreadsheet would run.

#![allow(clippy::unwrap_used, clippy::panic)] // Helpers of tests, which may.

mod common;

use plumbline_builtin::knowledge;
use plumbline_report::{Format, Kind};
use plumbline_workload::{Check, CheckState, Workload};

use common::{assessed, example, simple, written};

/// The cells of a table, as RFC 4180 has them.
fn cells(table: &str) -> Vec<Vec<String>> {
    let mut lines = vec![Vec::new()];
    let mut cell = String::new();
    let mut quoted = false;
    let mut characters = table.chars().peekable();
    while let Some(character) = characters.next() {
        match (character, quoted) {
            ('"', true) if characters.peek() == Some(&'"') => {
                characters.next();
                cell.push('"');
            }
            ('"', _) => quoted = !quoted,
            (',', false) => lines.last_mut().unwrap().push(std::mem::take(&mut cell)),
            ('\r', false) => {
                assert_eq!(characters.next(), Some('\n'), "lines end in CR LF");
                lines.last_mut().unwrap().push(std::mem::take(&mut cell));
                lines.push(Vec::new());
            }
            (character, false) => {
                assert_ne!(character, '\n', "lines end in CR LF");
                cell.push(character);
            }
            (character, true) => cell.push(character),
        }
    }
    assert!(!quoted && cell.is_empty(), "the last line has its end");
    assert_eq!(lines.pop(), Some(Vec::new()));
    lines
}

fn table(workload: &Workload) -> Vec<Vec<String>> {
    cells(&written(workload, Kind::Checklists, Format::Csv))
}

#[test]
fn every_item_has_a_line_and_what_matters_comes_first_on_each_list() {
    for workload in [simple(), example(), Workload::new("Nothing known")] {
        let lines = table(&workload);
        let (head, items) = lines.split_first().unwrap();
        assert_eq!(
            head.join(","),
            "list,matters,id,item,why,because,parts,state,owner,note,due"
        );
        let mut ids: Vec<&str> = items.iter().map(|line| line[2].as_str()).collect();
        let findings = assessed(&workload).checklist;
        let mut expected: Vec<&str> = findings.iter().map(|item| item.id.as_str()).collect();
        ids.sort_unstable();
        expected.sort_unstable();
        assert_eq!(ids, expected);
        let ranks = ["first", "also", "if open answers say so"];
        let order: Vec<(usize, usize)> = items
            .iter()
            .map(|line| {
                let list = ["Design", "Security", "Operations"];
                (
                    list.iter().position(|list| *list == line[0]).unwrap(),
                    ranks.iter().position(|rank| *rank == line[1]).unwrap(),
                )
            })
            .collect();
        assert!(order.is_sorted(), "{order:?}");
        for line in items {
            assert_eq!(line.len(), head.len());
            let called_for = line[1] == "first";
            assert!(!called_for || !line[5].is_empty(), "{line:?}");
        }
    }
}

#[test]
fn no_text_becomes_a_formula_or_another_cell() {
    for text in [
        "=HYPERLINK(\"https://example.org\")",
        "+1",
        "-1",
        "@SUM(A1)",
        "\t=1",
        "＝1",
        "a\",\"b",
        "a\r\nb,c",
    ] {
        let mut workload = simple();
        for item in &knowledge().checklist {
            let check = Check {
                state: CheckState::InProgress,
                owner: Some(text.to_owned()),
                note: Some(text.to_owned()),
            };
            workload.set_check(&item.id, check);
        }
        for line in &table(&workload)[1..] {
            assert_eq!(line.len(), 11);
            assert_eq!(line[7], "in progress");
            for said in [&line[8], &line[9]] {
                assert!(*said == text || *said == format!("'{text}"), "{said:?}");
                let begins = said.chars().next().unwrap();
                assert!(!"=+-@\t\r\n＝".contains(begins), "{said:?}");
            }
        }
    }
}

#[test]
fn only_checklists_can_be_had_as_a_table() {
    for kind in Kind::ALL {
        for format in Format::ALL {
            let can = format != Format::Csv || kind == Kind::Checklists;
            let written = kind.written_in(format);
            assert_eq!(written.is_some(), can, "{} as {}", kind.id(), format.id());
            assert_eq!(kind.formats().contains(&format), can);
            let back = written.map(|written| (written.kind(), written.format()));
            assert_eq!(back, can.then_some((kind, format)));
        }
    }
}
