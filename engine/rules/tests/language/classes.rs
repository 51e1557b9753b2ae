//! Classes of values, and whether a condition can come out both ways.

use plumbline_rules::{Condition, classes, compile, reach_together};

use crate::vocabulary::vocabulary;

fn conditions(texts: &[&str]) -> Vec<Condition> {
    let vocabulary = vocabulary();
    texts
        .iter()
        .map(|text| compile(text, &vocabulary).unwrap_or_else(|e| panic!("`{text}`: {e:?}")))
        .collect()
}

#[test]
fn classes_in_words() {
    let cases: &[(&str, &[&str], &[&str])] = &[
        ("max_duration", &[], &["any value"]),
        (
            "max_duration",
            &["answers.max_duration > duration(\"29s\")"],
            &["29 s or less", "above 29 s"],
        ),
        (
            "max_duration",
            &["answers.max_duration >= duration(\"29s\")"],
            &["below 29 s", "29 s or more"],
        ),
        (
            "max_duration",
            &[
                "answers.max_duration > duration(\"15m\")",
                "answers.max_duration > duration(\"1s\") && answers.max_duration <= duration(\"29s\")",
            ],
            &[
                "1 s or less",
                "between 1 s and 29 s",
                "between 29 s and 15 min",
                "above 15 min",
            ],
        ),
        (
            "team_size",
            &["answers.team_size == 5"],
            &["below 5", "exactly 5", "above 5"],
        ),
        (
            "team_size",
            &["answers.team_size > 0"],
            &["exactly 0", "above 0"],
        ),
        (
            "idle_share",
            &["answers.idle_share > share(\"100%\")"],
            &["any value"],
        ),
        ("traffic_shape", &["answers.team_size > 0"], &[]),
    ];
    let vocabulary = vocabulary();
    for (id, texts, expected) in cases {
        let slot = vocabulary.slot_index(id).unwrap();
        let found = classes(slot, &conditions(texts), &vocabulary);
        let words: Vec<&str> = found.iter().map(|class| class.words.as_str()).collect();
        assert_eq!(words, *expected, "{id} of {texts:?}");
        for (index, class) in found.iter().enumerate() {
            // Each value is in one class only.
            let homes: Vec<usize> = (0..found.len())
                .filter(|i| found[*i].contains(class.representative))
                .collect();
            assert_eq!(homes, [index], "{class:?}");
        }
    }
}

#[test]
fn contradictions_and_tautologies_are_found() {
    let (yes, no) = (Some(true), Some(false));
    let cases: &[(&str, Option<bool>, Option<bool>)] = &[
        ("answers.team_size > 5", yes, yes),
        ("answers.team_size > 5 && answers.team_size < 3", no, yes),
        ("answers.team_size > 5 && answers.team_size <= 5", no, yes),
        ("answers.team_size >= 5 && answers.team_size <= 5", yes, yes),
        ("answers.team_size > 5 || answers.team_size <= 5", yes, no),
        ("answers.team_size != 5 && answers.team_size == 5", no, yes),
        ("answers.team_size < 0", no, yes),
        ("answers.idle_share > share(\"100%\")", no, yes),
        (
            "answers.traffic_shape == \"spiky\" && answers.traffic_shape == \"steady\"",
            no,
            yes,
        ),
        (
            "answers.traffic_shape == \"spiky\" || answers.traffic_shape != \"spiky\"",
            yes,
            no,
        ),
        (
            "\"http\" in answers.trigger && \"queue\" in answers.trigger",
            yes,
            yes,
        ),
        (
            "\"http\" in answers.trigger && answers.trigger.all(t, t == \"queue\")",
            no,
            yes,
        ),
        (
            "answers.private_network && !answers.private_network",
            no,
            yes,
        ),
        ("answers.peak_rate > 10 * answers.average_rate", yes, yes),
        // Two answers against each other: a witness is a witness, its absence is not.
        (
            "answers.peak_rate > answers.average_rate && answers.peak_rate < answers.average_rate",
            None,
            yes,
        ),
    ];
    for (text, can_hold, can_fail) in cases {
        let condition = conditions(&[text]).remove(0);
        let reach = condition.reach(&vocabulary());
        assert_eq!(
            (reach.can_hold, reach.can_fail),
            (*can_hold, *can_fail),
            "`{text}`"
        );
    }
}

#[test]
fn conditions_that_exclude_each_other() {
    let pair = conditions(&["answers.team_size > 5", "answers.team_size < 3"]);
    let reach = reach_together(&[&pair[0], &pair[1]], &vocabulary());
    assert_eq!(reach.can_hold, Some(false));
}

#[test]
fn reach_gives_up_rather_than_taking_forever() {
    // Seven numbers with about nine classes each are millions of combinations.
    let mut parts = Vec::new();
    for n in 1..=9 {
        parts.push(format!("answers.team_size != {n}"));
        parts.push(format!("answers.max_duration != duration(\"{n}s\")"));
        parts.push(format!("answers.payload != data(\"{n}MB\")"));
        parts.push(format!("answers.peak_rate != rate(\"{n}/s\")"));
        parts.push(format!("answers.budget != money(\"{n} USD/month\")"));
    }
    let text = format!(
        "({}) || answers.team_size == 1 || answers.team_size != 1",
        parts.join(" && ")
    );
    let reach = conditions(&[text.as_str()]).remove(0).reach(&vocabulary());
    assert_eq!((reach.can_hold, reach.can_fail), (Some(true), None));
}
