//! Every pattern on every provider, whatever the answers.

mod badges;
mod called_for;
mod chosen;
mod drawings;
mod read;
mod stages;
mod system;

use plumbline_assess::{Assessor, DEFAULT_SEED};
use plumbline_builtin::knowledge;
use plumbline_diagram::{Diagram, GroupKind, check};
use plumbline_knowledge::{AnswerKind, Compute, Provider};
use plumbline_rules::Answer;
use plumbline_workload::{Entry, Part, Sheet, Workload, parse_answer};

use crate::drawing::Drawing;
use crate::{Request, architecture};

fn entry(question: &str, answer: &str) -> (usize, Entry) {
    let slot = knowledge().question(question).unwrap();
    (
        slot,
        Entry::answered(parse_answer(knowledge(), slot, answer).unwrap()),
    )
}

fn sheet(answers: &[(&str, &str)]) -> Sheet {
    let mut sheet = Sheet::default();
    for (question, answer) in answers {
        let (slot, entry) = entry(question, answer);
        sheet.set(slot, entry);
    }
    sheet
}

fn workload(answers: &[(&str, &str)]) -> Workload {
    Workload {
        answers: sheet(answers),
        ..Workload::new("Checkout")
    }
}

fn drawn(workload: &Workload, part: usize, provider: Provider) -> Diagram {
    let assessment = Assessor::new(knowledge()).assess(workload, DEFAULT_SEED);
    let request = Request {
        provider,
        pattern: None,
        date: "2026-11-21",
    };
    architecture(knowledge(), workload, &assessment, part, &request)
        .unwrap()
        .diagram
}

#[test]
fn every_pattern_can_be_drawn_on_every_provider() {
    for pattern in &knowledge().patterns {
        for provider in Provider::ALL {
            for compute in ["function", "container", "batch", "server", "cluster"] {
                for all in [true, false] {
                    let graph = Drawing {
                        knowledge: knowledge(),
                        sketch: pattern.into(),
                        provider,
                        option: Compute::Functions,
                        compute: &|_| compute,
                        holds: &|_| all,
                    }
                    .graph();
                    let diagram = graph.diagram();
                    assert_eq!(
                        check(&diagram),
                        Ok(()),
                        "{} on {}",
                        pattern.id,
                        provider.id()
                    );
                    assert!(
                        plumbline_diagram::layout(&diagram).is_ok(),
                        "{} on {}",
                        pattern.id,
                        provider.id()
                    );
                }
            }
        }
    }
}

#[test]
fn no_answers_put_two_nodes_into_one_slot_or_leave_one_alone() {
    // What the patterns' authors meant by alternatives has to be so for every combination of
    // answers, not only for those that somebody thought of.
    let mut random = 0x9e37_79b9_u64;
    let mut next = |below: usize| {
        random = random
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(random >> 33).unwrap() % below.max(1)
    };
    for _ in 0..300 {
        let answers: Vec<Answer> = knowledge()
            .questions
            .iter()
            .map(|question| match &question.answer {
                _ if next(4) == 0 => Answer::Unknown,
                AnswerKind::Choice(options) => {
                    Answer::Choice(u8::try_from(next(options.len())).unwrap())
                }
                AnswerKind::Choices(options) => {
                    Answer::Choices(u64::try_from(next(1 << options.len())).unwrap())
                }
                AnswerKind::Number { typical, .. } => {
                    Answer::Number(typical[next(typical.len())].0)
                }
                AnswerKind::YesNo { .. } => Answer::YesNo(next(2) == 0),
            })
            .collect();
        let mut workload = Workload::new("Anything");
        for (slot, answer) in answers.iter().enumerate() {
            workload.answers.set(slot, Entry::answered(*answer));
        }
        let settled = workload.part_answers(knowledge(), 0);
        for pattern in &knowledge().patterns {
            let graph = Drawing {
                knowledge: knowledge(),
                sketch: pattern.into(),
                provider: Provider::Aws,
                option: Compute::Functions,
                compute: &|_| "function",
                holds: &|when| when.evaluate(&settled).is_true(),
            }
            .graph();
            let rows: Vec<i32> = graph.nodes.iter().map(|placed| placed.row).collect();
            assert!(
                rows.iter().all(|row| *row < 32),
                "two nodes of {} in one slot: {rows:?}",
                pattern.id
            );
            for node in graph.nodes.iter().map(|placed| &placed.node) {
                assert!(
                    graph
                        .edges
                        .iter()
                        .any(|edge| edge.from == node.id || edge.to == node.id),
                    "{} stands alone in {}",
                    node.id,
                    pattern.id
                );
            }
        }
    }
}

#[test]
fn a_drawing_says_what_runs_where() {
    let workload = workload(&[
        ("work_kind", "api"),
        ("trigger", "http"),
        ("waiting", "person"),
        ("store", "relational"),
        ("private_network", "yes"),
        ("longest_step", "300 ms"),
        ("traffic_shape", "spiky"),
    ]);
    let assessment = Assessor::new(knowledge()).assess(&workload, DEFAULT_SEED);
    let option = assessment.parts[0].option;
    for (provider, label, service) in [
        (Provider::Aws, "AWS", "AWS Lambda"),
        (Provider::Azure, "Azure", "Azure Functions"),
        (Provider::Gcp, "Google Cloud", "Cloud Run functions"),
    ] {
        let diagram = drawn(&workload, 0, provider);
        assert_eq!(check(&diagram), Ok(()));
        assert_eq!(diagram.title, "Checkout");
        assert!(
            knowledge()
                .patterns
                .iter()
                .any(|pattern| pattern.name == diagram.subtitle),
            "{}",
            diagram.subtitle
        );
        let said: Vec<(&str, String)> = diagram
            .facts
            .iter()
            .map(|fact| (fact.name.as_str(), fact.value.to_lowercase()))
            .collect();
        assert_eq!(said[0], ("Provider", label.to_lowercase()));
        assert_eq!(said[1], ("Verdict", option.label().to_owned()));
        assert!(diagram.facts[1].accents.len() == 1);
        assert_eq!(said[2].0, "Readiness");
        assert_eq!(
            (diagram.groups[0].label.as_str(), diagram.groups[0].kind),
            (label, GroupKind::Cloud)
        );
        let handler = diagram
            .nodes
            .iter()
            .find(|node| node.id == "handler")
            .unwrap();
        assert_eq!(handler.group.as_deref(), Some("network"));
        if option == Compute::Functions {
            assert!(handler.service.contains(service), "{}", handler.service);
        }
        let client = diagram
            .nodes
            .iter()
            .find(|node| node.id == "client")
            .unwrap();
        assert_eq!(
            (client.group.as_deref(), client.service.as_str()),
            (None, "")
        );
        assert!(diagram.nodes.iter().any(|node| node.id == "database"));
        assert!(diagram.nodes.iter().all(|node| node.id != "table"));
        let steps: Vec<u8> = diagram.edges.iter().filter_map(|edge| edge.step).collect();
        assert_eq!(
            steps.iter().max().copied(),
            u8::try_from(steps.len()).ok(),
            "{steps:?} has gaps"
        );
        assert!(
            handler
                .badges
                .iter()
                .all(|badge| diagram.notes.iter().any(|note| note.number == *badge))
        );
        assert!(diagram.notes.len() <= 5);
    }
}

#[test]
fn a_role_without_a_service_says_so() {
    let pattern = knowledge().pattern("api-backend").unwrap();
    let workload = workload(&[]);
    let assessment = Assessor::new(knowledge()).assess(&workload, DEFAULT_SEED);
    let request = Request {
        provider: Provider::Independent,
        pattern: Some(pattern),
        date: "2026-11-21",
    };
    let diagram = architecture(knowledge(), &workload, &assessment, 0, &request)
        .unwrap()
        .diagram;
    let api = diagram.nodes.iter().find(|node| node.id == "api").unwrap();
    assert_eq!(api.service, "no service known");
}

#[test]
fn a_small_job_is_a_timetable_and_a_job() {
    let workload = workload(&[
        ("work_kind", "batch"),
        ("trigger", "schedule"),
        ("state_kind", "none"),
        ("longest_step", "20 s"),
    ]);
    let diagram = drawn(&workload, 0, Provider::Aws);
    let nodes: Vec<&str> = diagram.nodes.iter().map(|node| node.id.as_str()).collect();
    assert_eq!(nodes, ["clock", "job"]);
}

#[test]
fn a_pool_stands_before_a_database_that_it_can_pool() {
    let workload = workload(&[
        ("work_kind", "api"),
        ("trigger", "http"),
        ("store", "relational"),
    ]);
    let diagram = drawn(&workload, 0, Provider::Azure);
    let service = |id: &str| {
        &diagram
            .nodes
            .iter()
            .find(|node| node.id == id)
            .unwrap()
            .service
    };
    assert!(service("pooler").contains("PgBouncer"));
    assert!(service("database").contains("PostgreSQL"));
}

#[test]
fn parts_are_drawn_one_by_one() {
    let part = |id: &str, name: &str, answers: &[(&str, &str)]| Part {
        id: id.to_owned(),
        name: name.to_owned(),
        answers: sheet(answers),
    };
    let workload = Workload {
        parts: vec![
            part("api", "API", &[("work_kind", "api"), ("trigger", "http")]),
            part(
                "transcoder",
                "Transcoder",
                &[("work_kind", "file-processing"), ("trigger", "file")],
            ),
        ],
        implicit_part: false,
        ..workload(&[])
    };
    let titles: Vec<String> = (0..2)
        .map(|part| drawn(&workload, part, Provider::Gcp).title)
        .collect();
    assert_eq!(titles, ["Checkout: API", "Checkout: Transcoder"]);
    let assessment = Assessor::new(knowledge()).assess(&workload, DEFAULT_SEED);
    let missing = Request {
        provider: Provider::Aws,
        pattern: Some(usize::MAX),
        date: "2026-11-21",
    };
    assert_eq!(
        architecture(knowledge(), &workload, &assessment, 0, &missing),
        None
    );
    assert_eq!(
        architecture(
            knowledge(),
            &workload,
            &assessment,
            2,
            &Request {
                pattern: None,
                ..missing
            }
        ),
        None
    );
}
