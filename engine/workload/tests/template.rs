//! The file that a person starts from, and the schema that helps an editor.

mod common;

use plumbline_rules::format_quantity;
use plumbline_workload::{Day, Workload, json_schema, save, template};
use serde_json::{Value, json};

use common::{knowledge, load, workload};

#[test]
fn a_template_loads_as_it_is_and_says_nothing() {
    let knowledge = knowledge();
    for (name, loaded) in [
        ("Checkout", "Checkout"),
        ("a: [b] # \"c\"", "a: [b] # \"c\""),
        ("  ", "My workload"),
        ("a\nb\u{202e}", "a b"),
        (&"x".repeat(500), &"x".repeat(200)),
    ] {
        assert_eq!(
            workload(knowledge, &template(knowledge, name)),
            Workload::new(loaded)
        );
    }
}

#[test]
fn a_template_shows_every_question_with_the_answers_it_takes() {
    let knowledge = knowledge();
    let text = template(knowledge, "Checkout");
    for question in &knowledge.questions {
        assert!(
            text.contains(&format!("\n  # {}\n", question.ask)),
            "{}",
            question.id
        );
        assert!(
            text.contains(&format!("\n  {}:\n", question.id)),
            "{}",
            question.id
        );
        for option in question.answer.options() {
            assert!(
                text.contains(&format!("  #     {}", option.id)),
                "{}",
                option.id
            );
        }
    }
    for piece in [
        "# ── Traffic ──",
        "#     daily    a daily rhythm\n",
        "A duration, for example 300 ms, 2 s\n",
        "yes: it reaches into a private network\n",
        "Any of, as in [http, queue]:\n",
        "Only when `trigger` includes `http`.\n",
        "For the whole workload",
    ] {
        assert!(text.contains(piece), "no {piece:?} in\n{text}");
    }
    assert!(
        text.lines()
            .all(|line| line.chars().count() <= 110 && line.trim_end() == line),
        "{text}"
    );
}

#[test]
fn the_most_decisive_question_comes_first_in_its_section() {
    let knowledge = knowledge();
    let text = template(knowledge, "Checkout");
    let place = |id: &str| text.find(&format!("\n  {id}:")).unwrap();
    // The only rule reads it.
    assert!(place("idle_share") < place("traffic_shape"));
    // A question that decides whether another is asked stays before it.
    assert!(place("trigger") < place("slow_start"));
    assert!(place("slow_start") < place("latency_target"));
}

#[test]
fn the_parts_in_a_template_load_when_their_comments_are_taken_away() {
    let knowledge = knowledge();
    let text = template(knowledge, "Checkout");
    let start = text.find("# parts:").unwrap();
    let parts: String = text[start..]
        .lines()
        .map(|line| format!("{}\n", line.strip_prefix("# ").unwrap()))
        .collect();
    let text = format!("{}{parts}", &text[..start]);
    assert_eq!(workload(knowledge, &text).parts.len(), 2);
}

/// A file as the schema's validator sees it. The files below are written in the JSON that is YAML.
fn valid(schema: &jsonschema::Validator, file: &Value) -> bool {
    schema.is_valid(file)
}

#[test]
fn the_schema_is_one_and_agrees_with_the_reader() {
    let knowledge = knowledge();
    let schema = json_schema(knowledge);
    assert!(jsonschema::meta::is_valid(&schema));
    let validator = jsonschema::draft202012::new(&schema).unwrap();
    let file =
        |id: &str, answer: &Value| json!({"plumbline": 1, "name": "A", "answers": {id: answer}});

    // Each with what the reader says; the schema may be stricter, never laxer.
    let table = [
        ("traffic_shape", json!("spiky"), true),
        ("traffic_shape", json!("unknown"), true),
        ("traffic_shape", json!("n/a"), true),
        ("traffic_shape", json!(null), true),
        (
            "traffic_shape",
            json!({"value": "spiky", "note": "n", "owner": "o", "evidence": "https://a.b/c"}),
            true,
        ),
        ("traffic_shape", json!({"owner": "o"}), true),
        ("traffic_shape", json!("spikey"), false),
        ("traffic_shape", json!(["spiky"]), false),
        (
            "traffic_shape",
            json!({"value": "spiky", "why": "n"}),
            false,
        ),
        (
            "traffic_shape",
            json!({"value": "spiky", "evidence": "javascript:alert(1)"}),
            false,
        ),
        (
            "traffic_shape",
            json!({"value": "spiky", "evidence": "see page 4: the table"}),
            true,
        ),
        ("trigger", json!(["http", "queue"]), true),
        ("trigger", json!("http"), true),
        ("trigger", json!(["http", "http"]), false),
        ("trigger", json!(["unknown"]), false),
        ("idle_share", json!("62 %"), true),
        ("idle_share", json!(0.62), true),
        ("idle_share", json!("140 %"), false),
        ("idle_share", json!(62), false),
        ("average_rate", json!("2M/month"), true),
        ("average_rate", json!("4000/min"), true),
        ("average_rate", json!("250k per day"), true),
        ("average_rate", json!("30 requests/s"), true),
        ("average_rate", json!(30), false),
        ("average_rate", json!("30 MB"), false),
        ("latency_target", json!("1h30m"), true),
        ("latency_target", json!("900 ms"), true),
        ("latency_target", json!(0), true),
        ("latency_target", json!(900), false),
        ("latency_target", json!("900"), false),
        ("package_size", json!("300 MiB"), true),
        ("package_size", json!("300 Mb"), false),
        ("private_network", json!(true), true),
        ("private_network", json!("maybe"), false),
        ("team_size", json!(6), true),
        ("team_size", json!("1.5k"), true),
        ("team_size", json!(-1), false),
        ("budget", json!("500 USD/month"), true),
        ("budget", json!("$6k/year"), true),
        ("budget", json!("500 EUR/month"), false),
        ("trafic_shape", json!("spiky"), false),
    ];
    for (id, answer, right) in &table {
        let file = file(id, answer);
        let loads = load(knowledge, &file.to_string());
        assert_eq!(loads.is_ok(), *right, "reader: {file}");
        assert_eq!(valid(&validator, &file), *right, "schema: {file}");
    }
    for (file, right) in [
        (json!({"name": "A"}), true),
        (
            json!({"name": "A", "answers": null, "parts": null, "summary": null}),
            true,
        ),
        (json!({"name": " "}), false),
        (json!({"plumbline": 1}), false),
        (json!({"plumbline": 2, "name": "A"}), false),
        (
            json!({"name": "A", "parts": [{"id": "api", "name": "API", "answers": {"slow_start": "fine"}}]}),
            true,
        ),
        (json!({"name": "A", "parts": [{"id": "API"}]}), false),
        (
            json!({"name": "A", "parts": [{"id": "api", "answers": {"team_size": 4}}]}),
            false,
        ),
        (
            json!({"name": "A", "decisions": null, "checks": null}),
            true,
        ),
        (
            json!({"name": "A", "decisions": {"cold-starts": "accept", "capacity-planning": null}}),
            true,
        ),
        (
            json!({"name": "A", "decisions": {"cold-starts": {
                "choice": "avoid", "owner": "o", "decided": "2024-02-29", "expires": null, "note": "n",
            }}}),
            true,
        ),
        (
            json!({"name": "A", "decisions": {"cold-starts": {"owner": "o"}}}),
            false,
        ),
        (
            json!({"name": "A", "decisions": {"cold-start": "accept"}}),
            false,
        ),
        (
            json!({"name": "A", "decisions": {"cold-starts": "accepted"}}),
            false,
        ),
        (
            json!({"name": "A", "checks": {"alarms": "in-progress", "budget-alert": {"owner": "o"}}}),
            true,
        ),
        (json!({"name": "A", "checks": {"alarms": "doing"}}), false),
        (json!({"name": "A", "checks": {"alarm": "done"}}), false),
        (
            json!({"name": "A", "checks": {"alarms": {"state": "done", "expires": "2027-02-01"}}}),
            false,
        ),
    ] {
        assert_eq!(
            load(knowledge, &file.to_string()).is_ok(),
            right,
            "reader: {file}"
        );
        assert_eq!(valid(&validator, &file), right, "schema: {file}");
    }
}

#[test]
fn the_schema_has_the_days_that_the_reader_has() {
    let knowledge = knowledge();
    let validator = jsonschema::draft202012::new(&json_schema(knowledge)).unwrap();
    for year in [1900, 2000, 2023, 2024, 2100, 2400] {
        for month in 0..=13 {
            for day in 0..=32 {
                let text = format!("{year}-{month:02}-{day:02}");
                let file = json!({"name": "A", "decisions": {
                    "cold-starts": {"choice": "accept", "decided": text},
                }});
                let right = Day::parse(&text).is_some();
                assert_eq!(valid(&validator, &file), right, "{text}");
            }
        }
    }
}

#[test]
fn the_schema_knows_every_typical_value_and_every_form_of_saving_it() {
    let knowledge = knowledge();
    let validator = jsonschema::draft202012::new(&json_schema(knowledge)).unwrap();
    for (slot, question) in knowledge.questions.iter().enumerate() {
        let plumbline_knowledge::AnswerKind::Number { quantity, .. } = &question.answer else {
            continue;
        };
        for value in [
            0.0,
            1e-9,
            0.001,
            0.25,
            1.0 / 3.0,
            1.0,
            59.0,
            1e3,
            12_345.0,
            2e6,
            1.25e9,
            7e14,
            1e20,
        ] {
            if quantity.maximum().is_some_and(|most| value > most) {
                continue;
            }
            let shown = format_quantity(value, *quantity);
            let file = json!({"name": "A", "answers": {question.id.clone(): shown}});
            assert!(valid(&validator, &file), "{file}");
            let mut saved = Workload::new("A");
            saved.answers.set(
                slot,
                plumbline_workload::Entry::answered(plumbline_rules::Answer::Number(value)),
            );
            let text = save(knowledge, &saved);
            let written = text.lines().last().unwrap().split_once(": ").unwrap().1;
            // An editor takes a bare number for one.
            let written = written
                .parse::<f64>()
                .map_or_else(|_| json!(written), |number| json!(number));
            let file = json!({"name": "A", "answers": {question.id.clone(): written}});
            assert!(valid(&validator, &file), "{file}");
        }
    }
}
