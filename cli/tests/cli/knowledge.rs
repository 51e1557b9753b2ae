//! `knowledge` and `explain`: what the program knows, and knowledge of one's own.

use crate::run::{Folder, example, run};

/// A rule that speaks loudly, to be seen in a verdict.
const RULE: &str = r#"
id: our-platform-is-free
title: Our platform costs nothing
dimension: cost
since: 2026-11-21
status: active
when: answers.provider == "azure"
points: {always-on: 9}
what: Machines of the platform team are not billed.
why: It is our own money, but nobody counts it.
do: Ask the platform team.
sources: [eismann-2020]
examples:
  fires: [{provider: azure}]
  quiet: [{provider: aws}]
"#;

#[test]
fn the_built_in_knowledge_is_sound_and_covers_the_guides() {
    let check = run(&["knowledge", "check"]);
    assert_eq!(check.code, 0, "{}", check.err);
    assert!(
        check
            .out
            .starts_with("no mistakes in the built-in knowledge")
    );
    let coverage = run(&["knowledge", "coverage"]);
    assert_eq!(coverage.code, 0, "{}", coverage.out);
    assert!(coverage.out.contains("sections are covered."));
    let map: serde_json::Value =
        serde_json::from_str(&run(&["knowledge", "coverage", "--format", "json"]).out).unwrap();
    assert!(map.as_array().unwrap().len() > 100);
}

#[test]
fn lists_are_ids_that_can_be_explained() {
    for kind in [
        "rules",
        "questions",
        "services",
        "patterns",
        "trade-offs",
        "claims",
        "checklists",
        "limits",
        "dimensions",
        "roles",
        "sources",
    ] {
        let list = run(&["knowledge", "list", kind]).fine();
        // One line each, and the id comes first.
        let ids: Vec<&str> = list
            .lines()
            .map(|line| line.split_whitespace().next().unwrap())
            .collect();
        assert!(!ids.is_empty(), "{kind}");
        let explained = run(&[&["explain"], &ids[..]].concat()).fine();
        assert!(ids.iter().all(|id| explained.contains(id)), "{kind}");
    }
}

#[test]
fn a_rule_is_explained_with_its_condition_examples_and_sources() {
    let rule = run(&["explain", "spiky"]).fine();
    for part in [
        "answers.traffic_shape == \"spiky\"",
        "Points",
        "Fires with",
        "Quiet with",
        "Sources",
        "2020",
        "https://",
        "rules/traffic/spiky.yaml",
    ] {
        assert!(rule.contains(part), "{part}: {rule}");
    }
    let limit = run(&["explain", "aws-lambda.timeout"]).fine();
    assert!(limit.contains("15 min") && limit.contains("as of "));
    // Names and other spellings of ids will do.
    assert_eq!(
        run(&["explain", "AWS Lambda"]).fine(),
        run(&["explain", "AWS_Lambda"]).fine()
    );
}

#[test]
fn an_id_that_several_things_have_shows_all_of_them() {
    let shown = run(&["explain", "sporadic", "cost"]).fine();
    assert!(
        shown.contains(", a dimension") && shown.contains(", a trade-off"),
        "{shown}"
    );
}

#[test]
fn knowledge_of_ones_own_counts() {
    let folder = Folder::new();
    folder.file("rules/cost/ours.yaml", RULE);
    let over = folder.path().to_str().unwrap();
    assert_eq!(run(&["knowledge", "check", over]).code, 0);
    let arguments = [
        "assess",
        &example("telemetry-hub"),
        "--all",
        "--knowledge",
        over,
    ];
    assert!(run(&arguments).fine().contains("our-platform-is-free"));
    assert!(
        run(&["explain", "our-platform-is-free", "--knowledge", over])
            .fine()
            .contains("your own knowledge")
    );
    run(&["explain", "our-platform-is-free"]).refused(&["there is nothing called"]);
}

#[test]
fn an_overlay_says_when_it_redefines_something() {
    let folder = Folder::new();
    let taken = RULE.replace("our-platform-is-free", "spiky");
    folder.file("rules/cost/ours.yaml", &taken);
    let over = folder.path().to_str().unwrap();
    run(&["assess", &example("checkout"), "--knowledge", over]).refused(&[
        "`spiky`",
        "replaces",
        "rules/cost/ours.yaml",
    ]);
    run(&["knowledge", "check", over]).refused(&["`spiky`", "replaces"]);
    folder.file("rules/cost/ours.yaml", format!("{taken}replaces: yes\n"));
    assert_eq!(run(&["knowledge", "check", over]).code, 0);
}

#[test]
fn bad_knowledge_is_refused_where_it_is_wrong() {
    let folder = Folder::new();
    folder.file(
        "rules/cost/ours.yaml",
        RULE.replace("answers.provider", "answers.provder")
            .replace("status:", "stats:"),
    );
    let over = folder.path().to_str().unwrap();
    run(&["assess", &example("checkout"), "--knowledge", over]).refused(&[
        "provder",
        "did you mean",
        "stats",
        "ours.yaml:",
        "errors",
    ]);
    run(&["knowledge", "check", &folder.at("nowhere")]).refused(&["there is no folder"]);
    run(&["knowledge", "check", &folder.at("rules/cost/ours.yaml")])
        .refused(&["is a file, and a folder of knowledge is expected"]);
    let empty = Folder::new();
    run(&["knowledge", "check", empty.path().to_str().unwrap()])
        .refused(&["there is no knowledge in"]);
}
