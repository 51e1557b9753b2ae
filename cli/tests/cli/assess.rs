//! `new`, `assess` and `compare`: from an empty file to a verdict.

use std::process::Stdio;

use serde_json::Value;

use crate::run::{Folder, command, example, ran, run, run_with};

const EXAMPLES: [(&str, &str); 3] = [
    ("checkout", "hybrid"),
    ("image-thumbnails", "functions"),
    ("telemetry-hub", "always-on"),
];

fn json(arguments: &[&str]) -> Value {
    serde_json::from_str(&run(arguments).fine()).unwrap()
}

#[test]
fn a_new_file_can_be_assessed_as_it_is() {
    let folder = Folder::new();
    let file = folder.at("order-intake.workload.yaml");
    let written = run(&["new", &file]);
    assert_eq!((written.code, written.out.as_str()), (0, ""));
    written.says(&["wrote", "plumbline assess"]);
    assert!(
        folder
            .read("order-intake.workload.yaml")
            .contains("name: Order intake")
    );
    let verdict = run(&["assess", &file]).fine();
    assert!(verdict.contains("Too early to say"), "{verdict}");
}

#[test]
fn a_new_file_never_overwrites_one() {
    let folder = Folder::new();
    let file = folder.file("mine.workload.yaml", "precious");
    run(&["new", &file]).refused(&["is there already", "help:"]);
    assert_eq!(folder.read("mine.workload.yaml"), "precious");
    run(&["new", folder.path().to_str().unwrap()]).refused(&["is a folder", "name a file in it"]);
    run(&["new", &folder.at("no/such/a.workload.yaml")]).refused(&["there is no folder"]);
    let left: Vec<_> = folder.path().read_dir().unwrap().collect();
    assert_eq!(left.len(), 1, "no temporary file is left: {left:?}");
}

#[test]
fn the_name_can_be_given_and_the_file_printed() {
    let text = run(&["new", "-", "--name", "Orders: \"all\" of them"]).fine();
    assert!(
        run_with(&["assess", "-"], text.as_bytes())
            .fine()
            .contains("Orders: \"all\" of them")
    );
}

#[test]
fn the_examples_have_the_verdicts_that_they_are_there_for() {
    for (name, verdict) in EXAMPLES {
        let assessment = json(&["assess", &example(name), "--format", "json"]);
        assert_eq!(assessment["verdict"]["option"], *verdict, "{name}");
        // They are meant to be read without warnings.
        assert!(
            run(&["assess", &example(name)])
                .fine()
                .contains(assessment["verdict"]["sentence"].as_str().unwrap())
        );
    }
}

#[test]
fn json_is_as_the_schema_says() {
    let schema: Value = serde_json::from_str(&run(&["schema", "assessment"]).fine()).unwrap();
    jsonschema::meta::validate(&schema).unwrap();
    let validator = jsonschema::draft202012::new(&schema).unwrap();
    let folder = Folder::new();
    let empty = folder.file("empty.workload.yaml", "plumbline: 1\nname: Nothing known\n");
    for file in EXAMPLES
        .map(|(name, _)| example(name))
        .iter()
        .chain([&empty])
    {
        let assessment = json(&["assess", file, "--format", "json"]);
        let errors: Vec<String> = validator
            .iter_errors(&assessment)
            .map(|error| format!("{}: {error}", error.instance_path()))
            .collect();
        assert!(errors.is_empty(), "{file}: {}", errors.join("\n"));
    }
    // And it is strict: what it doesn't know is refused, at any depth.
    let mut odd = json(&["assess", &example("checkout"), "--format", "json"]);
    odd["parts"][0]["evidence"][0]["surprise"] = Value::Bool(true);
    assert!(!validator.is_valid(&odd));
}

#[test]
fn points_shown_add_up() {
    for (name, _) in EXAMPLES {
        let assessment = json(&["assess", &example(name), "--format", "json"]);
        for part in assessment["parts"].as_array().unwrap() {
            for option in part["options"].as_array().unwrap() {
                let id = option["id"].as_str().unwrap();
                let sum: i64 = part["evidence"]
                    .as_array()
                    .unwrap()
                    .iter()
                    .map(|rule| rule["points"][id].as_i64().unwrap())
                    .sum();
                assert_eq!(option["points"].as_i64(), Some(sum), "{name} {id}");
            }
        }
    }
}

#[test]
fn text_has_what_one_needs_to_defend_the_verdict() {
    let text = run(&["assess", &example("checkout")]).fine();
    for part in [
        "Readiness for serverless",
        "evidence",
        "✓",
        "What would change it",
        "Answer next",
        "Trade-offs",
        "AWS:",
        "Next",
        "plumbline report",
    ] {
        assert!(text.contains(part), "{part}");
    }
    let all = run(&["assess", &example("checkout"), "--all"]).fine();
    assert!(all.contains("Sources:") && all.len() > text.len());
}

#[test]
fn a_pipe_gets_no_escapes_and_no_line_is_longer_than_the_terminal() {
    use unicode_width::UnicodeWidthStr;
    for width in [24, 40, 80, 120] {
        for arguments in [
            &["assess"][..],
            &["assess", "--all"],
            &["assess", "--color", "never"],
        ] {
            let mut command = command(&[arguments, &[example("checkout").as_str()]].concat());
            let text = ran(command.env("COLUMNS", width.to_string()).output().unwrap()).fine();
            assert!(!text.contains('\u{1b}'));
            // The commands to copy are not broken into pieces, and where we are is not known here.
            for line in text
                .lines()
                .filter(|line| !line.contains("workload.yaml") && !line.contains('/'))
            {
                assert!(line.width() <= width.min(110), "{width}: {line}");
            }
        }
    }
}

#[test]
fn colour_is_where_it_is_asked_for() {
    let file = example("telemetry-hub");
    let coloured = |variables: &[(&str, &str)], arguments: &[&str]| {
        let mut command = command(&[&["assess", &file], arguments].concat());
        ran(command.envs(variables.iter().copied()).output().unwrap())
            .fine()
            .contains('\u{1b}')
    };
    assert!(!coloured(&[], &[]));
    assert!(coloured(&[], &["--color", "always"]));
    assert!(coloured(&[("CLICOLOR_FORCE", "1")], &[]));
    assert!(!coloured(
        &[("CLICOLOR_FORCE", "1"), ("NO_COLOR", "1")],
        &[]
    ));
    assert!(!coloured(&[("CLICOLOR_FORCE", "1")], &["--color=never"]));
}

#[test]
fn a_plain_terminal_gets_plain_signs() {
    let mut command = command(&["assess", &example("checkout")]);
    let text = ran(command.env("LC_ALL", "C").output().unwrap()).fine();
    let odd: Vec<char> = text
        .chars()
        .filter(|character| !character.is_ascii())
        .collect();
    assert!(odd.is_empty(), "{odd:?}");
}

#[test]
fn fail_on_ends_with_one_and_says_why() {
    let file = example("telemetry-hub");
    for (condition, expected) in [
        ("readiness-below=60", Some("is below 60")),
        ("readiness-below=0", None),
        ("verdict=always-on", Some("the verdict is always-on")),
        ("not=always-on,hybrid", None),
        (
            "not=functions",
            Some("the verdict is always-on, not functions"),
        ),
        ("close-call", None),
        ("severity=low", Some("low severity or worse")),
        ("open-above=0", Some("questions are open")),
        ("open-above=1000", None),
        ("confidence-below=0", None),
    ] {
        let ran = run(&["assess", &file, "--fail-on", condition]);
        assert_eq!(ran.code, i32::from(expected.is_some()), "{condition}");
        assert!(
            ran.out.contains("always-on machines"),
            "the verdict is printed all the same"
        );
        ran.says(expected.as_slice());
    }
    let both = run(&[
        "assess",
        &file,
        "--fail-on",
        "not=functions",
        "--fail-on",
        "readiness-below=60",
    ]);
    both.says(&["is below 60", "not functions"]);
}

#[test]
fn the_provider_can_be_asked_for() {
    let provider = |arguments: &[&str]| {
        json(
            &[
                &["assess", &example("checkout"), "--format", "json"],
                arguments,
            ]
            .concat(),
        )["workload"]["provider"]
            .clone()
    };
    assert_eq!(provider(&[]), "aws");
    assert_eq!(provider(&["--provider", "azure"]), "azure");
    run(&["assess", &example("checkout"), "--provider", "asure"])
        .refused(&["--provider", "did you mean `azure`?"]);
}

#[test]
fn the_same_seed_gives_the_same_bytes() {
    let arguments = [
        "assess",
        &example("checkout"),
        "--format",
        "json",
        "--seed",
        "7",
    ];
    assert_eq!(run(&arguments).fine(), run(&arguments).fine());
}

#[test]
fn markdown_is_a_document_of_its_own() {
    let folder = Folder::new();
    let file = folder.at("verdict.md");
    let arguments = [
        "assess",
        &example("checkout"),
        "--format",
        "markdown",
        "-o",
        &file,
    ];
    assert_eq!(run(&arguments).code, 0);
    let text = folder.read("verdict.md");
    assert!(text.starts_with("# Checkout\n"));
    for part in [
        "**Run API on functions",
        "| Option | Share |",
        "## Trade-offs",
        "## Checklist",
        "- [ ] ",
    ] {
        assert!(text.contains(part), "{part}");
    }
    run(&arguments).refused(&["is there already", "--force"]);
    assert_eq!(run(&[&arguments[..], &["--force"]].concat()).code, 0);
}

#[test]
fn a_reader_that_stops_reading_is_no_error() {
    let mut child = command(&["assess", &example("checkout"), "--all", "--format", "json"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let ran = ran(child.wait_with_output().unwrap());
    assert_eq!((ran.code, ran.err.as_str()), (0, ""));
}

#[test]
fn comparing_says_what_differs_and_what_that_moves() {
    let folder = Folder::new();
    let before = std::fs::read_to_string(example("telemetry-hub")).unwrap();
    let after = folder.file(
        "after.workload.yaml",
        before.replace("traffic_shape: steady", "traffic_shape: spiky"),
    );
    let text = run(&["compare", &example("telemetry-hub"), &after]).fine();
    for part in [
        "traffic shape: steady → spiky",
        "now holds",
        "no longer holds",
        "✓ traffic shape is spiky",
    ] {
        assert!(text.contains(part), "{part}: {text}");
    }
    let comparison = json(&[
        "compare",
        &example("telemetry-hub"),
        &after,
        "--format",
        "json",
    ]);
    assert_eq!(comparison["answers"][0]["question"], "traffic_shape");
    let same = run(&["compare", &after, &after]).fine();
    assert!(same.contains("None.") && same.contains("No rule counts differently."));
    run(&["compare", "-", "-"]).refused(&["both workloads can't come from standard input"]);
}

#[test]
fn decisions_stand_beside_their_trade_offs_and_checks_are_counted() {
    let folder = Folder::new();
    let text = std::fs::read_to_string(example("checkout")).unwrap();
    let (answers, _) = text.split_once("\ndecisions:").unwrap();
    let bare = folder.file("bare.workload.yaml", answers);
    let decided = "
decisions:
  cold-starts: {choice: accept, owner: Ana, expires: 2027-02-01, note: Until *spring*.}
  provider-outage: avoid
checks: {idempotency-keys: done, least-privilege: in-progress}
";
    let file = folder.file("decided.workload.yaml", format!("{answers}{decided}"));
    let on = |day: &str, arguments: &[&str]| {
        let mut command = command(arguments);
        command.env("SOURCE_DATE_EPOCH", day);
        ran(command.output().unwrap()).fine()
    };
    // The first and the second of February 2027.
    let (last, after) = ("1801440000", "1801526400");
    let shown = on(last, &["assess", &file]);
    for piece in [
        "= accepted by Ana until 2027-02-01: Until *spring*.",
        "outages of the provider (avoided)",
    ] {
        assert!(one_line(&shown).contains(piece), "{shown}");
    }
    let over = "accepted by Ana, expired on 2027-02-01; decide again";
    let shown = on(after, &["assess", &file]);
    assert!(one_line(&shown).contains(over), "{shown}");

    // From standard input, so that no long path takes the place of the number.
    let to_settle = |name: &str| {
        let shown = run_with(&["assess", "-"], folder.read(name).as_bytes()).fine();
        let (before, _) = shown.split_once(" things to settle").unwrap();
        let number = before.rsplit(' ').next().unwrap();
        number.parse::<u32>().unwrap()
    };
    assert_eq!(
        to_settle("decided.workload.yaml"),
        to_settle("bare.workload.yaml") - 1
    );

    let document = on(last, &["assess", &file, "--format", "markdown"]);
    for piece in [
        "  - **accepted by Ana until 2027-02-01**: Until \\*spring\\*.\n",
        "Outages of the provider (avoided)",
        "- [x] Give every message an idempotency key",
        "- [ ] Give each service and each function a role",
    ] {
        assert!(document.contains(piece), "{document}");
    }
    // The assessment is that of the answers, whatever people decide.
    let assessment = |file: &str| json(&["assess", file, "--format", "json"]);
    assert_eq!(assessment(&file), assessment(&bare));
}

/// The words of a text that was wrapped.
fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
