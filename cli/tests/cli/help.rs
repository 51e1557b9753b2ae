//! Help, versions and completions.

use crate::run::run;

const COMMANDS: &[&[&str]] = &[
    &[],
    &["new"],
    &["questions"],
    &["assess"],
    &["explain"],
    &["diagram"],
    &["report"],
    &["portfolio"],
    &["serve"],
    &["backup"],
    &["restore"],
    &["export"],
    &["import"],
    &["compare"],
    &["knowledge"],
    &["knowledge", "check"],
    &["knowledge", "coverage"],
    &["schema"],
    &["completions"],
];

#[test]
fn every_command_has_help_with_examples_of_itself() {
    for &command in COMMANDS {
        let help = run(&[command, &["--help"]].concat()).fine();
        let (_, examples) = help
            .split_once("Examples:\n")
            .unwrap_or_else(|| panic!("{command:?} has no examples"));
        let itself = format!("plumbline {}", command.join(" "));
        assert!(
            examples.contains(itself.trim_end()),
            "{command:?}: {examples}"
        );
    }
}

#[test]
fn bad_use_ends_with_two_and_says_what_was_meant() {
    run(&["asess"]).refused(&["unrecognized subcommand", "assess"]);
    run(&["assess"]).refused(&["<FILE>"]);
    run(&["assess", "x", "--formt", "json"]).refused(&["--format"]);
    run(&["assess", "x", "--format", "xml"]).refused(&["text", "json", "markdown"]);
    run(&["assess", "x", "--fail-on", "readines-below=1"])
        .refused(&["did you mean `readiness-below`?"]);
    run(&["assess", "x", "--force"]).refused(&["--output"]);
    run(&[]).refused(&["Usage: plumbline", "assess"]);
}

#[test]
fn shells_get_their_completions() {
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        let script = run(&["completions", shell]).fine();
        for word in ["portfolio", "fail-on"] {
            assert!(script.contains(word), "{shell} doesn't complete {word}");
        }
    }
}

#[test]
fn the_version_is_that_of_the_workspace() {
    assert_eq!(
        run(&["--version"]).fine(),
        format!("plumbline {}\n", env!("CARGO_PKG_VERSION"))
    );
}
