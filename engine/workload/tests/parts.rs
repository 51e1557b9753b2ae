//! Changing which parts a workload has.

#![allow(clippy::unwrap_used, reason = "functions here are parts of tests")]

mod common;

use plumbline_knowledge::Knowledge;
use plumbline_workload::{MOST_PARTS, Workload, parse_answer, save};
use proptest::prelude::*;

use common::{knowledge, workload};

/// The ids of the named parts, in their order.
fn ids(workload: &Workload) -> Vec<&str> {
    assert!(!workload.implicit_part);
    workload.parts.iter().map(|part| part.id.as_str()).collect()
}

/// The workload with an answer of a part.
fn answered(knowledge: &Knowledge, workload: &mut Workload, part: usize, id: &str, answer: &str) {
    let slot = knowledge.question(id).unwrap();
    let mut entry = workload.parts[part].answers.get(slot).clone();
    entry.state = parse_answer(knowledge, slot, answer).unwrap().into();
    workload.parts[part].answers.set(slot, entry);
}

#[test]
fn ids_are_made_of_names_and_stay_apart() {
    let mut workload = Workload::new("Shop");
    let long = "x".repeat(300);
    for (place, name) in [
        "API",
        "api!",
        "Nightly export",
        "支払い",
        " ",
        "Part 2",
        &long,
        &long,
    ]
    .into_iter()
    .enumerate()
    {
        assert_eq!(workload.add_part(name), Some(place));
    }
    let x = "x".repeat(50);
    let second = format!("{x}-2");
    assert_eq!(
        ids(&workload),
        [
            "api",
            "api-2",
            "nightly-export",
            "part",
            "part-2",
            "part-2-2",
            &x,
            &second
        ]
    );
    assert_eq!(workload.parts[4].name, "Part");
    assert_eq!(workload.parts[6].name.len(), 200);
}

#[test]
fn there_are_no_more_parts_than_a_file_may_have() {
    let mut workload = Workload::new("Shop");
    for _ in 0..MOST_PARTS {
        assert!(workload.add_part("api").is_some());
    }
    let before = workload.clone();
    assert_eq!(workload.add_part("api"), None);
    assert_eq!(workload, before);
}

#[test]
fn the_last_part_leaves_its_answers_to_the_workload() {
    let knowledge = knowledge();
    let mut shop = workload(
        knowledge,
        "plumbline: 1
name: Shop
answers:
  traffic_shape: {value: spiky, note: Sales., owner: Ana}
  idle_share: {value: 10 %, note: Measured., owner: Ana}
  trigger: {note: Ask Bo.}
parts:
  - id: api
    answers:
      traffic_shape: {value: spiky, owner: Bo}
      idle_share: 70 %
      trigger: http
      package_size: {owner: Cy}
",
    );
    let before = shop.part_answers(knowledge, 0);
    assert_eq!(shop.remove_part(0).unwrap().id, "api");
    assert!(shop.implicit_part);
    assert_eq!(shop.part_answers(knowledge, 0), before);
    // A remark about another answer would mislead.
    let expected = "plumbline: 1
name: Shop
answers:
  traffic_shape: {value: spiky, note: Sales., owner: Bo}
  idle_share: 70 %
  trigger: {value: http, note: Ask Bo.}
  package_size: {owner: Cy}
";
    assert_eq!(shop, workload(knowledge, expected));
}

#[test]
fn only_named_parts_are_renamed_moved_and_removed() {
    let mut shop = Workload::new("Shop");
    let before = shop.clone();
    assert!(!shop.rename_part(0, "API") && !shop.move_part(0, 0) && shop.remove_part(0).is_none());
    assert_eq!(shop, before);

    for name in ["a", "b", "c"] {
        shop.add_part(name);
    }
    let before = shop.clone();
    assert!(!shop.rename_part(3, "d") && !shop.rename_part(0, " \n"));
    assert!(!shop.move_part(0, 3) && !shop.move_part(3, 0) && shop.remove_part(3).is_none());
    assert_eq!(shop, before);

    assert!(shop.move_part(0, 2));
    assert_eq!(ids(&shop), ["b", "c", "a"]);
    assert!(shop.move_part(2, 1));
    assert_eq!(ids(&shop), ["b", "a", "c"]);
    assert!(shop.rename_part(1, "An\napi"));
    assert_eq!(
        (shop.parts[1].id.as_str(), shop.parts[1].name.as_str()),
        ("a", "An api")
    );
    assert_eq!(shop.remove_part(0).unwrap().name, "b");
    assert_eq!(ids(&shop), ["a", "c"]);
}

#[test]
fn the_part_that_stands_for_all_is_called_like_the_workload() {
    let knowledge = knowledge();
    let mut shop = Workload::new("Shop");
    assert!(shop.rename("Store") && !shop.rename(" "));
    assert_eq!(shop, Workload::new("Store"));
    shop.add_part("API");
    assert!(shop.rename("Shop"));
    assert_eq!(
        (shop.name.as_str(), shop.parts[0].name.as_str()),
        ("Shop", "API")
    );
    shop.remove_part(0);
    assert_eq!(shop, workload(knowledge, "plumbline: 1\nname: Shop"));
}

#[derive(Clone, Debug)]
enum Step {
    Add(String),
    Rename(usize, String),
    Move(usize, usize),
    Remove(usize),
    Answer(usize, usize),
}

fn step() -> impl Strategy<Value = Step> {
    let name = || prop_oneof!["[a-c ]{0,3}", any::<String>()];
    prop_oneof![
        3 => name().prop_map(Step::Add),
        1 => (0..4_usize, name()).prop_map(|(part, name)| Step::Rename(part, name)),
        1 => (0..4_usize, 0..4_usize).prop_map(|(from, to)| Step::Move(from, to)),
        2 => (0..4_usize).prop_map(Step::Remove),
        2 => (0..4_usize, 0..3_usize).prop_map(|(part, answer)| Step::Answer(part, answer)),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whatever_is_done_to_parts_can_be_saved(steps in prop::collection::vec(step(), 0..12)) {
        let knowledge = knowledge();
        let mut edited = Workload::new("Shop");
        for step in steps {
            match step {
                Step::Add(name) => { edited.add_part(&name); }
                Step::Rename(part, name) => { edited.rename_part(part, &name); }
                Step::Move(from, to) => { edited.move_part(from, to); }
                Step::Remove(part) => { edited.remove_part(part); }
                Step::Answer(part, answer) if part < edited.parts.len() && !edited.implicit_part => {
                    let (id, answer) = [("idle_share", "70 %"), ("trigger", "http"), ("traffic_shape", "daily")][answer];
                    answered(knowledge, &mut edited, part, id, answer);
                }
                Step::Answer(..) => {}
            }
            prop_assert!(!edited.parts.is_empty());
            prop_assert_eq!(&workload(knowledge, &save(knowledge, &edited)), &edited);
        }
    }

    #[test]
    fn a_part_that_comes_first_or_goes_last_changes_no_answer(answers in prop::collection::vec(0..3_usize, 0..3)) {
        let knowledge = knowledge();
        let mut edited = Workload::new("Shop");
        // Own answers of the part that stands for all, as no file has them.
        for answer in answers {
            let (id, answer) = [("idle_share", "70 %"), ("trigger", "http"), ("traffic_shape", "daily")][answer];
            answered(knowledge, &mut edited, 0, id, answer);
        }
        let before = edited.part_answers(knowledge, 0);
        edited.add_part("API");
        prop_assert_eq!(edited.part_answers(knowledge, 0), before.clone());
        edited.remove_part(0);
        prop_assert_eq!(edited.part_answers(knowledge, 0), before);
    }
}
