//! What loads but makes no sense.

// Helpers of tests are tests.
#![allow(clippy::unwrap_used)]

mod sound;

use plumbline_knowledge::{File, Knowledge, coverage, lint, load, surviving_mutants};

fn loaded(files: &[File]) -> Knowledge {
    let loaded = load(files);
    let shown: Vec<String> = loaded
        .diagnostics
        .iter()
        .map(|one| one.render(false))
        .collect();
    assert!(shown.is_empty(), "{}", shown.join("\n\n"));
    loaded.knowledge.unwrap()
}

fn found(files: &[File]) -> Vec<String> {
    lint(&loaded(files))
        .iter()
        .map(ToString::to_string)
        .collect()
}

/// What the small knowledge base, which is drawn for two clouds only, always says.
const KNOWN: &str = "warning: nothing plays the role `function` on gcp (roles.yaml, line 2)";

#[test]
fn what_is_sound_passes() {
    assert_eq!(found(&sound::files()), [KNOWN]);
}

#[test]
fn what_makes_no_sense_is_found() {
    let cases = [
        (
            "stages/way.yaml",
            "place: 2",
            "place: 1",
            vec![
                "error: the stages `server` and `functions` of `evolution` both have the place 1 (stages/way.yaml, line 14)",
            ],
        ),
        (
            "rules/traffic/bursts.yaml",
            "fires: [{traffic_shape: spiky}]",
            "fires: [{traffic_shape: spiky}, {traffic_shape: steady}]",
            vec![
                "error: the rule `bursts` does not fire on example 2 of `fires` (rules/traffic/bursts.yaml, line 1)",
            ],
        ),
        (
            "rules/traffic/bursts.yaml",
            "quiet: [{traffic_shape: steady}]",
            "quiet: [{traffic_shape: sporadic}]",
            vec![
                "error: the rule `bursts` fires on example 1 of `quiet` (rules/traffic/bursts.yaml, line 1)",
            ],
        ),
        (
            // An open answer does not make a rule fire.
            "rules/traffic/bursts.yaml",
            "fires: [{traffic_shape: spiky}]",
            "fires: [{compute: light}]",
            vec![
                "error: the rule `bursts` does not fire on example 1 of `fires` (rules/traffic/bursts.yaml, line 1)",
            ],
        ),
        (
            "rules/traffic/bursts.yaml",
            "[\"spiky\", \"sporadic\"]",
            "[\"spiky\", \"sporadic\"] && answers.compute == \"light\"",
            vec![
                "error: the rule `bursts` does not fire on example 1 of `fires` (rules/traffic/bursts.yaml, line 1)",
            ],
        ),
        (
            "rules/traffic/bursts.yaml",
            "[\"spiky\", \"sporadic\"]",
            "[\"spiky\", \"sporadic\"] || answers.compute == \"heavy\"",
            vec![
                "warning: the examples of the rule `bursts` don't notice when its condition becomes `answers.traffic_shape in [\"spiky\", \"sporadic\"] || …` or `answers.traffic_shape in [\"spiky\", \"sporadic\"] || !(answers.compute == \"heavy\")` (rules/traffic/bursts.yaml, line 1)",
            ],
        ),
        (
            "rules/traffic/bursts.yaml",
            "functions: 6",
            "functions: 13",
            vec![
                "warning: the rule `bursts` has more points than the dimension `traffic` may give, which is 12 (rules/traffic/bursts.yaml, line 1)",
            ],
        ),
        (
            "checklists/design.yaml",
            "when: answers.compute == \"heavy\"",
            "when: answers.compute == \"heavy\" && answers.compute == \"light\"",
            vec![
                "error: the condition `answers.compute == \"heavy\" && answers.compute == \"light\"` of the checklist item small-packages can never hold (checklists/design.yaml, line 1)",
            ],
        ),
        (
            "checklists/design.yaml",
            "when: answers.compute == \"heavy\"",
            "when: answers.compute == \"heavy\" || answers.compute == \"light\"",
            vec![
                "warning: the condition `answers.compute == \"heavy\" || answers.compute == \"light\"` of the checklist item small-packages holds whatever the answers are (checklists/design.yaml, line 1)",
            ],
        ),
        (
            "trade-offs/cold-starts.yaml",
            "when: 'answers.gpu'",
            "when: 'answers.gpu && \"http\" in answers.trigger'",
            vec![
                "warning: the severity `low` of the trade-off `cold-starts` is never reached (trade-offs/cold-starts.yaml, line 1)",
            ],
        ),
        (
            "claims/limits.yaml",
            "  now: 15 minutes.\n",
            "",
            vec![
                "error: the claim `five-minutes` is superseded, but does not say by what (claims/limits.yaml, line 1)",
            ],
        ),
        (
            "claims/limits.yaml",
            "  since: 2018-10\n",
            "",
            vec![
                "warning: the claim `five-minutes` is superseded, but does not say since when (claims/limits.yaml, line 1)",
            ],
        ),
        (
            "services/aws/aws-lambda.yaml",
            "equivalents: [azure-functions]\n",
            "",
            vec![
                "warning: the service `aws-lambda` has no equivalents (services/aws/aws-lambda.yaml, line 1)",
            ],
        ),
        (
            "services/aws/aws-lambda.yaml",
            "roles: [function]",
            "roles: [client]",
            vec![
                "warning: the service `aws-lambda` plays the role `function` without saying so (services/aws/aws-lambda.yaml, line 1)",
            ],
        ),
        (
            "sources.yaml",
            "- {id: study-2020",
            "- {id: study-2021, title: Another, date: \"2021\", kind: guide}\n- {id: study-2020",
            vec!["warning: nothing cites the source `study-2021` (sources.yaml, line 1)"],
        ),
        (
            "rules/traffic/bursts.yaml",
            "status: active\nwhen: answers.traffic_shape in [\"spiky\", \"sporadic\"]",
            "status: retired\nwhen: answers.compute == \"heavy\"",
            vec![
                "error: the rule `bursts` does not fire on example 1 of `fires` (rules/traffic/bursts.yaml, line 1)",
                "warning: no condition reads the question `traffic_shape` (questions/traffic.yaml, line 1)",
            ],
        ),
    ];
    for (path, from, to, expected) in cases {
        let mut found = found(&sound::with(path, from, to));
        found.retain(|finding| finding != KNOWN);
        assert_eq!(found, expected, "{to}");
    }
}

#[test]
fn examples_that_decide_nothing_are_told_by_mutants() {
    let files = sound::with(
        "rules/traffic/bursts.yaml",
        "[\"spiky\", \"sporadic\"]\npoints: {functions: 6}",
        "[\"spiky\"] && answers.compute == \"light\"\npoints: {functions: 6}",
    );
    let knowledge = loaded(&files);
    let mut rule = knowledge.rules[knowledge.rule("bursts").unwrap()].clone();
    // On its own, the one quiet example is no near miss: two clauses fail on it.
    rule.examples.fires = rule.examples.quiet.clone();
    assert!(!surviving_mutants(&rule, &knowledge).is_empty());
}

#[test]
fn every_section_of_every_guide_is_in_the_coverage() {
    let knowledge = loaded(&sound::files());
    let found: Vec<(String, Vec<String>)> = coverage(&knowledge)
        .into_iter()
        .map(|one| {
            (
                format!("{}#{} {}", one.guide, one.section, one.title),
                one.entries,
            )
        })
        .collect();
    assert_eq!(found[0].0, "guide-1#overview Overview");
    assert!(found[0].1.contains(&"rule bursts".to_owned()));
    assert_eq!(
        found[1],
        (
            "guide-1#cold-starts Cold Starts".to_owned(),
            vec![
                "checklist item small-packages".to_owned(),
                "claim five-minutes".to_owned(),
                "trade-off cold-starts".to_owned(),
            ]
        )
    );

    let uncited = sound::with(
        "guides/guide-1.yaml",
        "sections:",
        "sections:\n  - {id: new, title: New, line: 1}",
    );
    assert_eq!(coverage(&loaded(&uncited))[0].entries, [""; 0]);
}
