//! `diagram`, `report` and `questions`: what goes into documents.

use crate::run::{Folder, command, example, ran, run, run_with};

#[test]
fn one_picture_goes_to_standard_output() {
    let drawn = run(&["diagram", &example("telemetry-hub")]);
    assert_eq!(drawn.code, 0);
    assert!(
        drawn.out.starts_with("<svg") || drawn.out.starts_with("<?xml"),
        "{}",
        &drawn.out[..80]
    );
    drawn.says(&["Telemetry hub on Azure"]);
    let mermaid = run(&[
        "diagram",
        &example("checkout"),
        "--part",
        "api",
        "--provider",
        "gcp",
        "--format",
        "mermaid",
    ]);
    assert!(mermaid.out.contains("\nflowchart LR\n"));
}

#[test]
fn several_pictures_go_into_a_folder() {
    let folder = Folder::new();
    let into = folder.at("new/pictures/");
    let arguments = [
        "diagram",
        &example("checkout"),
        "--provider",
        "all",
        "--part",
        "all",
        "-o",
        &into,
    ];
    assert_eq!(run(&arguments).code, 0);
    let together = [&arguments[..4], &arguments[6..]].concat();
    assert_eq!(run(&together).code, 0);
    for part in ["", "-api", "-receipts"] {
        for provider in ["aws", "azure", "gcp"] {
            assert!(
                folder
                    .read(&format!("new/pictures/checkout{part}-{provider}.svg"))
                    .contains("<svg")
            );
        }
    }
    run(&arguments).refused(&["is there already", "--force"]);
    assert_eq!(run(&[&arguments[..], &["--force"]].concat()).code, 0);
    run(&arguments[..6]).refused(&["6 diagrams don't go into standard output", "--part"]);
    let one = folder.at("one.svg");
    run(&[&arguments[..6], &["-o", &one]].concat()).refused(&["6 diagrams", "one.svg"]);
    run(&["diagram", &example("checkout"), "--pattern", "async-api"])
        .refused(&["a pattern is of one part", "--part"]);
}

#[test]
fn pictures_and_pages_can_be_had_as_bytes() {
    let folder = Folder::new();
    let into = folder.at("out/");
    for (arguments, name, start) in [
        (
            ["diagram", "--format", "png"],
            "telemetry-hub-azure.png",
            &b"\x89PNG"[..],
        ),
        (
            ["diagram", "--format", "pdf"],
            "telemetry-hub-azure.pdf",
            b"%PDF-",
        ),
        (
            ["report", "--format", "pdf"],
            "telemetry-hub-one-pager.pdf",
            b"%PDF-",
        ),
    ] {
        let ran = run(&[&arguments[..], &[&example("telemetry-hub"), "-o", &into]].concat());
        assert_eq!(ran.code, 0, "{}", ran.err);
        let bytes = std::fs::read(folder.path().join("out").join(name)).unwrap();
        assert!(bytes.starts_with(start), "{name}");
    }
}

#[test]
fn a_graph_of_ones_own_can_be_drawn() {
    let graph = concat!(env!("CARGO_MANIFEST_DIR"), "/../docs/graph.json");
    let drawn = run(&["diagram", graph, "--graph"]).fine();
    for label in ["Waiting room", "Seat keeper", "charges"] {
        assert!(drawn.contains(label), "{label}");
    }
    let folder = Folder::new();
    for (text, says) in [
        (
            "{\"nodes\": [{\"id\": \"a\", \"label\": \"A\", \"colour\": 1}]}",
            "`colour`",
        ),
        (
            "{\"nodes\": [{\"id\": \"a\", \"label\": \"A\"}], \"edges\": [{\"from\": \"a\", \"to\": \"b\"}]}",
            "`b`",
        ),
        ("nodes", "can't be read"),
    ] {
        let file = folder.file("graph.json", text);
        run(&["diagram", &file, "--graph"]).refused(&[says]);
    }
}

#[test]
fn an_organisation_brings_its_own_templates() {
    let folder = Folder::new();
    let ours = folder.at("ours");
    let write = |text: &str| folder.file("ours/one-pager.md.jinja", text);
    let asked = ["report", &example("telemetry-hub"), "--templates", &ours];
    write("# Ours: {{ name }}\n");
    assert_eq!(run(&asked).fine(), "# Ours: Telemetry hub\n");
    write("# Ours\n\n{{ nam }}\n");
    run(&asked).refused(&["one-pager.md.jinja:3", "`nam`"]);
    folder.file("ours/two-pager.md.jinja", "");
    run(&asked).refused(&["two-pager.md.jinja", "one-pager.md.jinja"]);
    run(&[
        "report",
        &example("checkout"),
        "--templates",
        &folder.at("none"),
    ])
    .refused(&["none"]);
}

#[test]
fn a_picture_depends_on_its_input_alone() {
    let draw = || {
        run(&[
            "diagram",
            &example("telemetry-hub"),
            "--date",
            "2026-11-21",
            "--theme",
            "dark",
        ])
        .out
    };
    assert_eq!(draw(), draw());
}

#[test]
fn every_document_can_be_written() {
    let folder = Folder::new();
    let into = folder.path().to_str().unwrap();
    for format in ["md", "html"] {
        let ran = run(&[
            "report",
            &example("checkout"),
            "--kind",
            "all",
            "--format",
            format,
            "--date",
            "2026-11-21",
            "-o",
            into,
        ]);
        assert_eq!(ran.code, 0, "{}", ran.err);
        for kind in [
            "one-pager",
            "adr",
            "review",
            "checklists",
            "lock-in",
            "evolution",
        ] {
            let text = folder.read(&format!("checkout-{kind}.{format}"));
            assert!(text.contains("Checkout"), "{kind}.{format}");
        }
    }
    let adr = folder.read("checkout-adr.md");
    for part in [
        "status: proposed",
        "date: 2026-11-21",
        "## Considered Options",
        "Chosen option: \"",
        "### Consequences",
        "### Confirmation",
    ] {
        assert!(adr.contains(part), "{part}");
    }
    run(&["report", &example("checkout"), "--kind", "all"])
        .refused(&["6 documents don't go into standard output"]);
}

#[test]
fn the_day_is_today_or_what_the_build_says() {
    let mut command = command(&["report", &example("checkout"), "--kind", "adr"]);
    assert!(
        ran(command
            .env("SOURCE_DATE_EPOCH", "1709164800")
            .output()
            .unwrap())
        .fine()
        .contains("date: 2024-02-29")
    );
}

#[test]
fn documents_are_listed() {
    let list = run(&["report", "--list"]).fine();
    for (id, rest) in [
        ("one-pager", "(md, html"),
        ("checklists", "csv, pdf)"),
        ("csv", "Table"),
        ("madr", "MADR 4.0.0"),
        ("adr-tools", "Nygard"),
        ("log4brains", "deciders"),
    ] {
        let line = list.lines().find(|line| line.trim_start().starts_with(id));
        assert!(
            line.is_some_and(|line| line.contains(rest)),
            "{id} in {list}"
        );
    }
}

#[test]
fn checklists_can_be_had_as_a_table() {
    let table = run(&[
        "report",
        &example("checkout"),
        "--kind",
        "checklists",
        "--format",
        "csv",
    ])
    .fine();
    let lines: Vec<&str> = table.split("\r\n").collect();
    assert!(
        lines[0].starts_with("list,matters,id,item,"),
        "{}",
        lines[0]
    );
    let done = lines
        .iter()
        .find(|line| line.contains("\"idempotency-keys\""))
        .unwrap();
    assert!(
        done.starts_with("\"Design\",\"first\",") && done.contains("\"done\""),
        "{done}"
    );
    let folder = Folder::new();
    let all = [
        "report",
        &example("checkout"),
        "--kind",
        "all",
        "--format",
        "csv",
        "-o",
    ];
    run(&[&all[..], &[&folder.at("out/")]].concat())
        .refused(&["can't be had as `csv`", "checklists"]);
}

#[test]
fn a_workload_without_a_provider_is_told_whose_services_it_gets() {
    let written = run_with(
        &["report", "-", "--kind", "one-pager"],
        b"name: A\nanswers: {traffic_shape: spiky}\n",
    );
    assert_eq!(written.code, 0);
    written.says(&["AWS is taken", "--provider"]);
}

#[test]
fn the_questionnaire_comes_in_four_forms() {
    let text = run(&["questions"]).fine();
    assert!(
        text.contains("How does traffic arrive over a week? traffic_shape")
            && text.contains("one of")
    );
    let one: serde_json::Value = serde_json::from_str(
        &run(&["questions", "--format", "json", "--section", "traffic"]).fine(),
    )
    .unwrap();
    assert!(
        one.as_array()
            .unwrap()
            .iter()
            .all(|question| question["section"] == "traffic")
    );
    assert!(
        run(&["questions", "--format", "markdown"])
            .fine()
            .starts_with("# Questions\n")
    );
    let schema = run(&["questions", "--format", "json-schema"]).fine();
    assert_eq!(schema, run(&["schema", "workload"]).fine());
    run(&[
        "questions",
        "--format",
        "json-schema",
        "--section",
        "traffic",
    ])
    .refused(&["--section"]);
}

#[test]
fn the_schema_of_workload_files_takes_the_examples_and_refuses_slips() {
    let schema: serde_json::Value =
        serde_json::from_str(&run(&["schema", "workload"]).fine()).unwrap();
    let validator = jsonschema::draft202012::new(&schema).unwrap();
    let good = serde_json::json!({ "name": "A", "answers": { "traffic_shape": "spiky", "longest_step": "900 ms" } });
    let bad = serde_json::json!({ "name": "A", "answers": { "trafic_shape": "spiky" } });
    assert!(validator.is_valid(&good));
    assert!(!validator.is_valid(&bad));
}
