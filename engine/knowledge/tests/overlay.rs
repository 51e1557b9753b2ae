//! An organisation's knowledge over the built-in one.

// Helpers of tests are tests.
#![allow(clippy::unwrap_used)]

mod sound;

use plumbline_knowledge::{Effect, File, Knowledge, load, overlay};

const BURSTS: &str = "id: bursts
title: Traffic comes in bursts
dimension: traffic
since: 2026-11-21
status: active
when: answers.traffic_shape == \"spiky\"
points: {functions: 2}
what: Traffic comes in bursts.
why: We have spare machines.
do: Use them.
sources: [our-bill]
examples:
  fires: [{traffic_shape: spiky}]
  quiet: [{traffic_shape: steady}]
";
const SOURCE: &str =
    "- {id: our-bill, title: The bill of October, date: 2026-10, kind: measured}\n";

fn over(files: &[(&str, &str)]) -> (Option<Knowledge>, Vec<String>) {
    let files: Vec<File> = files
        .iter()
        .map(|(path, text)| sound::file(path, text))
        .collect();
    let loaded = overlay(&sound::files(), &files);
    let found = loaded.diagnostics.iter().map(ToString::to_string).collect();
    (loaded.knowledge, found)
}

#[test]
fn an_empty_overlay_changes_nothing() {
    assert_eq!(over(&[]).0, load(&sound::files()).knowledge);
}

#[test]
fn an_entry_with_a_new_id_is_added() {
    let question = "- id: our_cluster
  section: shape
  label: our cluster
  ask: May it run on our cluster?
  help: Ask the platform team.
  why: It is there.
  nature: given
  type: yes-no
  says: {\"yes\": our cluster is allowed, \"no\": our cluster is not allowed}
  prior: 50
  sources: [our-bill]
";
    let rule = BURSTS.replace("id: bursts", "id: our-bursts").replace(
        "answers.traffic_shape == \"spiky\"",
        "answers.traffic_shape == \"spiky\" && !answers.our_cluster",
    );
    let files = [
        ("sources.yaml", SOURCE),
        ("questions/ours.yaml", question),
        ("rules/traffic/ours.yaml", &rule),
    ];
    let (knowledge, found) = over(&files);
    assert_eq!(found, [""; 0]);
    let knowledge = knowledge.unwrap();
    let slot = knowledge.question("our_cluster").unwrap();
    let rule = &knowledge.rules[knowledge.rule("our-bursts").unwrap()];
    assert!(rule.when.slots().contains(&u16::try_from(slot).unwrap()));
    assert!(rule.origin.overlay);
    assert!(
        !knowledge.rules[knowledge.rule("bursts").unwrap()]
            .origin
            .overlay
    );
    // The section of the questionnaire that it belongs to is where it is asked.
    assert_eq!(
        knowledge.dimensions[knowledge.questions[slot].section].id,
        "shape"
    );
    assert_eq!(slot, knowledge.questions.len() - 1);
}

#[test]
fn a_taken_id_has_to_say_that_it_replaces() {
    let (knowledge, found) = over(&[
        ("sources.yaml", SOURCE),
        ("rules/traffic/ours.yaml", BURSTS),
    ]);
    assert_eq!(knowledge, None);
    assert_eq!(
        found,
        ["rules/traffic/ours.yaml:1:5: error: there is a built-in rule `bursts` already"]
    );

    let replacing = format!("{BURSTS}replaces: yes\n");
    let files = [
        ("sources.yaml", SOURCE),
        ("rules/traffic/ours.yaml", replacing.as_str()),
    ];
    let (knowledge, found) = over(&files);
    assert_eq!(found, [""; 0]);
    let knowledge = knowledge.unwrap();
    let before = load(&sound::files()).knowledge.unwrap();
    assert_eq!(knowledge.rules.len(), before.rules.len());
    let place = knowledge.rule("bursts").unwrap();
    assert_eq!(Some(place), before.rule("bursts"));
    assert_eq!(knowledge.rules[place].effect, Effect::Points([2, 0, 0]));
}

#[test]
fn what_replaces_has_something_to_replace() {
    let replacing = format!(
        "{}replaces: yes\n",
        BURSTS.replace("id: bursts", "id: burst")
    );
    let files = [
        ("sources.yaml", SOURCE),
        ("rules/traffic/ours.yaml", replacing.as_str()),
    ];
    let (_, found) = over(&files);
    assert_eq!(
        found,
        ["rules/traffic/ours.yaml:1:5: error: there is no rule `burst` to replace"]
    );
}

#[test]
fn an_overlay_can_t_replace_its_own_entries() {
    let twice = format!("{SOURCE}{}", SOURCE.replace("id:", "replaces: yes, id:"));
    let (_, found) = over(&[("sources.yaml", &twice)]);
    assert_eq!(
        found,
        ["sources.yaml:2:23: error: there is another source `our-bill`"]
    );
}

#[test]
fn a_folder_in_which_everything_is_commented_out_is_empty() {
    assert_eq!(
        over(&[("roles.yaml", "# - {id: x}\n\n  # nothing yet\n")]).1,
        [""; 0]
    );
}

#[test]
fn mistakes_under_the_overlay_are_reported_too() {
    let base = sound::with("roles.yaml", "glyph: client", "glyph: ''");
    let loaded = overlay(&base, &[sound::file("sources.yaml", SOURCE)]);
    let found: Vec<String> = loaded.diagnostics.iter().map(ToString::to_string).collect();
    assert_eq!(found, ["roles.yaml:1:38: error: the text is empty"]);
}
