//! `portfolio`: many workloads at once.

use std::io::{BufRead, BufReader, ErrorKind, Write};
use std::process::Stdio;

use serde_json::{Value, json};

use crate::run::{Folder, command, example, ran, run, run_with};

#[test]
fn lines_are_in_the_order_of_the_input() {
    let files = ["telemetry-hub", "checkout", "image-thumbnails"].map(example);
    let text = run(&["portfolio", &files[0], &files[1], &files[2]]).fine();
    let places: Vec<usize> = [
        "Telemetry hub",
        "Checkout",
        "Image thumbnails",
        "3 workloads",
    ]
    .iter()
    .map(|name| text.find(name).unwrap())
    .collect();
    assert!(places.is_sorted(), "{text}");
}

#[test]
fn folders_are_searched_to_their_depths_once() {
    let folder = Folder::new();
    for name in ["b.workload.yaml", "deep/er/a.workload.yml"] {
        folder.file(name, std::fs::read(example("checkout")).unwrap());
    }
    folder.file("deep/other.yaml", "not a workload");
    folder.file(".hidden/c.workload.yaml", "name: [");
    #[cfg(unix)]
    std::os::unix::fs::symlink(folder.path(), folder.path().join("deep/around")).unwrap();
    let rows = run(&[
        "portfolio",
        folder.path().to_str().unwrap(),
        "--format",
        "ndjson",
    ])
    .fine();
    assert_eq!(rows.lines().count(), 2, "{rows}");
    let empty = Folder::new();
    let none = run(&["portfolio", empty.path().to_str().unwrap()]);
    assert_eq!(none.code, 2);
    none.says(&["there are no workload files in", "plumbline new"]);
}

#[test]
fn one_bad_file_does_not_stop_the_others() {
    let folder = Folder::new();
    let bad = folder.file(
        "bad.workload.yaml",
        "name: A\nanswers: {trafic_shape: spiky}\n",
    );
    let ran = run(&[
        "portfolio",
        &example("checkout"),
        &bad,
        &folder.at("none.yaml"),
        &example("telemetry-hub"),
        "--format",
        "json",
    ]);
    assert_eq!(ran.code, 2);
    ran.says(&["trafic_shape", "none.yaml"]);
    let portfolio: Value = serde_json::from_str(&ran.out).unwrap();
    assert_eq!(portfolio["workloads"].as_array().unwrap().len(), 4);
    assert_eq!(portfolio["workloads"][0]["verdict"], "hybrid");
    assert_eq!(
        portfolio["workloads"][1]["errors"]
            .as_array()
            .unwrap()
            .len(),
        1
    );
    assert_eq!(
        (
            &portfolio["summary"]["workloads"],
            &portfolio["summary"]["errors"]
        ),
        (&json!(2), &json!(2))
    );
}

#[test]
fn json_objects_come_one_per_line() {
    let input = "{\"name\":\"A\",\"answers\":{\"traffic_shape\":\"spiky\",\"gpu\":false}}\n\n{\"name\":\n{\"name\":\"B\",\"answers\":{\"trigger\":[\"http\"]}}";
    let ran = run_with(&["portfolio", "-", "--format", "ndjson"], input.as_bytes());
    assert_eq!(ran.code, 2);
    ran.says(&["standard input, line 3"]);
    let rows: Vec<Value> = ran
        .out
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    let sources: Vec<&str> = rows
        .iter()
        .map(|row| row["source"].as_str().unwrap())
        .collect();
    assert_eq!(sources, ["-:1", "-:3", "-:4"]);
    assert_eq!(
        (&rows[0]["name"], &rows[2]["name"]),
        (&json!("A"), &json!("B"))
    );
    assert!(rows[1]["errors"].is_array());
}

#[test]
fn a_row_says_the_same_as_the_assessment() {
    let row: Value = serde_json::from_str(
        &run(&["portfolio", &example("checkout"), "--format", "ndjson"]).fine(),
    )
    .unwrap();
    let whole: Value =
        serde_json::from_str(&run(&["assess", &example("checkout"), "--format", "json"]).fine())
            .unwrap();
    assert_eq!(row["verdict"], whole["verdict"]["option"]);
    assert_eq!(row["readiness"], whole["readiness"]);
    assert_eq!(row["confidence"], whole["confidence"]);
    assert_eq!(row["open"], whole["questions"]["open"]);
}

#[test]
fn spreadsheets_get_no_formulas() {
    let input = r#"{"name":"=HYPERLINK(\"http://x\")"}"#;
    let csv = run_with(&["portfolio", "-", "--format", "csv"], input.as_bytes()).fine();
    let row = csv.lines().nth(1).unwrap();
    assert!(row.contains(r#","'=HYPERLINK(""http://x"")","#), "{row}");
    assert!(row.starts_with("\"'-:1\","), "{row}");
    let head = csv.lines().next().unwrap();
    assert_eq!(head.split(',').count(), 13);
}

#[test]
fn hundreds_are_assessed_in_order() {
    let input: String = (0..600)
        .map(|number| format!("{{\"name\":\"w{number}\"}}\n"))
        .collect();
    let rows = run_with(&["portfolio", "-", "--format", "ndjson"], input.as_bytes()).fine();
    for (number, row) in rows.lines().enumerate() {
        let row: Value = serde_json::from_str(row).unwrap();
        assert_eq!(row["name"], format!("w{number}"));
    }
    assert_eq!(rows.lines().count(), 600);
}

#[test]
fn nothing_is_a_portfolio_too() {
    let portfolio: Value =
        serde_json::from_str(&run_with(&["portfolio", "-", "--format", "json"], b"").fine())
            .unwrap();
    assert_eq!(portfolio["workloads"], json!([]));
    assert!(
        run_with(&["portfolio", "-"], b"\n\n")
            .fine()
            .contains("0 workloads")
    );
}

#[test]
fn it_stops_when_nobody_reads_any_more() {
    let mut child = command(&["portfolio", "-", "--format", "ndjson"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut stdin = child.stdin.take().unwrap();
    // Far more than fits into pipes and buffers.
    let writer = std::thread::spawn(move || {
        (0..50_000).try_for_each(|_| stdin.write_all(b"{\"plumbline\":1,\"name\":\"x\"}\n"))
    });
    let mut line = String::new();
    BufReader::new(child.stdout.take().unwrap())
        .read_line(&mut line)
        .unwrap();
    assert!(line.contains("\"source\":\"-:1\""), "{line}");
    let ended = child.wait_with_output().unwrap();
    assert_eq!(
        writer.join().unwrap().unwrap_err().kind(),
        ErrorKind::BrokenPipe,
        "it ended before it had read everything"
    );
    let ended = ran(ended);
    assert_eq!((ended.code, ended.err.as_str()), (0, ""));
}

#[test]
fn conditions_are_checked_for_each_workload() {
    let (first, second) = (example("checkout"), example("telemetry-hub"));
    let judged = |conditions: &[&str]| {
        let ran = run(&[&["portfolio", &first, &second], conditions].concat());
        assert_eq!(
            ran.out.lines().count(),
            run(&["portfolio", &first, &second]).out.lines().count()
        );
        (ran.code, ran.err.lines().count())
    };
    assert_eq!(judged(&["--fail-on", "open-above=1000"]), (0, 0));
    assert_eq!(judged(&["--fail-on", "verdict=hybrid"]), (1, 1));
    assert_eq!(
        judged(&["--fail-on", "not=functions", "--fail-on", "verdict=hybrid"]),
        (1, 3)
    );
    let ran = run(&["portfolio", &first, "--fail-on", "verdict=hybrid"]);
    ran.says(&["checkout.workload.yaml", "fail-on: the verdict is hybrid"]);
    let bad = run(&[
        "portfolio",
        &first,
        "none.yaml",
        "--fail-on",
        "verdict=hybrid",
    ]);
    assert_eq!(bad.code, 2);
    bad.says(&["none.yaml", "fail-on: the verdict is hybrid"]);
}
