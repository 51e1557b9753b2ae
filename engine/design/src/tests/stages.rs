//! The ways from a server to functions.

use plumbline_assess::{Assessor, DEFAULT_SEED};
use plumbline_builtin::knowledge;
use plumbline_knowledge::{Compute, Provider};

use super::workload;
use crate::{Request, Stage, evolution, migration};

const REQUEST: Request<'_> = Request {
    provider: Provider::Aws,
    pattern: None,
    date: "2026-11-21",
};

fn evolved(answers: &[(&str, &str)]) -> (Compute, Vec<Stage>) {
    let workload = workload(answers);
    let assessment = Assessor::new(knowledge()).assess(&workload, DEFAULT_SEED);
    (
        assessment.parts[0].option,
        evolution(knowledge(), &workload, &assessment, 0, &REQUEST),
    )
}

fn ids(stage: &Stage) -> Vec<&str> {
    stage
        .diagram
        .nodes
        .iter()
        .map(|node| node.id.as_str())
        .collect()
}

#[test]
fn the_way_goes_over_managed_services_to_functions() {
    let (option, stages) = evolved(&[
        ("provider", "aws"),
        ("work_kind", "api"),
        ("trigger", "http"),
        ("traffic_shape", "sporadic"),
        ("waiting", "system"),
        ("store", "key-value"),
        ("operations_people", "nobody"),
    ]);
    assert_eq!(option, Compute::Functions);
    let [server, managed, functions] = stages.try_into().unwrap();
    assert_eq!(ids(&server), ["client", "server", "database"]);
    assert!(
        server.diagram.nodes[2].service.contains("EC2"),
        "the database is run by hand"
    );
    assert_eq!(ids(&managed), ["client", "server", "table"]);
    assert!(managed.diagram.nodes[2].service.contains("DynamoDB"));
    assert_eq!(ids(&functions), ["client", "api", "handler", "table"]);
    assert!(
        functions.text.contains("This is where Plumbline would go"),
        "{}",
        functions.text
    );
    assert_eq!(server.diagram.title, "Checkout");
    assert_eq!(server.diagram.subtitle, "Traditional server");
    assert_eq!(server.diagram.facts[1].value, "1 of 3");
    assert!(
        server
            .costs
            .iter()
            .any(|cost| cost == "Nobody is there to look after machines.")
    );
    assert!(server.diagram.notes.is_empty() && managed.diagram.notes.is_empty());
}

#[test]
fn where_functions_arent_the_verdict_the_last_stage_says_so() {
    let (option, stages) = evolved(&[
        ("provider", "aws"),
        ("work_kind", "api"),
        ("trigger", "http"),
        ("traffic_shape", "steady"),
        ("average_rate", "2000/s"),
        ("utilisation", "80 %"),
        ("measured_cost", "machines"),
        ("operations_people", "platform"),
        ("cluster", "spare"),
        ("codebase", "framework"),
        ("rewrite", "none"),
    ]);
    assert_ne!(option, Compute::Functions);
    let last = stages.last().unwrap();
    assert!(
        last.text.contains("Plumbline doesn't recommend this step"),
        "{}",
        last.text
    );
    assert!(
        last.text.contains("would run on functions"),
        "{}",
        last.text
    );
    assert!(
        last.text.contains("What speaks against it"),
        "{}",
        last.text
    );
    assert!(last.diagram.subtitle.ends_with("not recommended"));
    assert!(
        last.diagram.notes.is_empty(),
        "the notes are those of another verdict"
    );
}

#[test]
fn where_a_limit_rules_functions_out_they_arent_drawn() {
    let (_, stages) = evolved(&[
        ("provider", "aws"),
        ("work_kind", "batch"),
        ("trigger", "schedule"),
        ("longest_step", "6 h"),
    ]);
    let last = stages.last().unwrap();
    assert!(
        last.text
            .contains("because functions are ruled out: AWS Lambda's time limit is 15 min."),
        "{}",
        last.text
    );
    let job = last
        .diagram
        .nodes
        .iter()
        .find(|node| node.id == "job")
        .unwrap();
    assert_ne!(job.subject.role, "function");
}

#[test]
fn a_monolith_is_shown_before_and_after() {
    for (codebase, offered) in [("monolith", true), ("framework", true), ("new", false)] {
        let workload = workload(&[
            ("work_kind", "web-site"),
            ("trigger", "http"),
            ("codebase", codebase),
        ]);
        let assessment = Assessor::new(knowledge()).assess(&workload, DEFAULT_SEED);
        let stages = migration(knowledge(), &workload, &assessment, 0, &REQUEST);
        assert_eq!(stages.is_some(), offered, "{codebase}");
        let Some([before, after]) = stages else {
            continue;
        };
        assert_eq!(ids(&before), ["client", "balancer", "monolith", "database"]);
        for id in ["client", "monolith", "database", "service"] {
            assert!(ids(&after).contains(&id), "{id}");
        }
    }
}

#[test]
fn there_is_no_way_for_a_part_that_isnt_there() {
    let workload = workload(&[]);
    let assessment = Assessor::new(knowledge()).assess(&workload, DEFAULT_SEED);
    assert!(evolution(knowledge(), &workload, &assessment, 9, &REQUEST).is_empty());
    assert_eq!(
        migration(knowledge(), &workload, &assessment, 9, &REQUEST),
        None
    );
}
