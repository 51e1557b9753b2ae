//! Which pattern is drawn, and what runs the code.

use plumbline_builtin::knowledge;
use plumbline_knowledge::Compute;

use super::workload;
use crate::{choose, compute};

#[test]
fn what_fits_comes_first_and_says_why() {
    for (answers, expected, reason) in [
        (
            vec![
                ("work_kind", "api"),
                ("trigger", "http"),
                ("waiting", "person"),
            ],
            "api-backend",
            "API",
        ),
        (
            vec![("work_kind", "file-processing"), ("trigger", "file")],
            "file-processing",
            "file",
        ),
        (
            vec![("work_kind", "real-time"), ("trigger", "websocket")],
            "real-time",
            "real",
        ),
    ] {
        let answers = workload(&answers).part_answers(knowledge(), 0);
        let fits = choose(knowledge(), &answers);
        assert_eq!(fits.len(), knowledge().patterns.len());
        assert_eq!(knowledge().patterns[fits[0].pattern].id, expected);
        assert!(fits.windows(2).all(|pair| pair[0].score >= pair[1].score));
        assert!(
            fits[0].because.iter().any(|clause| clause.contains(reason)),
            "{:?}",
            fits[0].because
        );
    }
}

#[test]
fn connections_that_the_process_holds_are_drawn_with_servers_that_hold_them() {
    let mut answers = vec![("work_kind", "real-time"), ("trigger", "websocket")];
    for (connections, expected) in [("gateway", "real-time"), ("process", "connection-servers")] {
        answers.push(("connections", connections));
        let answers = workload(&answers).part_answers(knowledge(), 0);
        let best = choose(knowledge(), &answers)[0].pattern;
        assert_eq!(knowledge().patterns[best].id, expected);
    }
}

#[test]
fn the_code_runs_on_what_the_verdict_and_the_answers_name() {
    for (option, answer, expected) in [
        (Compute::AlwaysOn, ("cluster", "none"), "server"),
        (Compute::AlwaysOn, ("cluster", "spare"), "cluster"),
        (Compute::Functions, ("cluster", "spare"), "function"),
        (
            Compute::ServerlessContainers,
            ("work_kind", "batch"),
            "batch",
        ),
        (
            Compute::ServerlessContainers,
            ("work_kind", "api"),
            "container",
        ),
    ] {
        let answers = workload(&[answer]).part_answers(knowledge(), 0);
        assert_eq!(
            compute::role(knowledge(), option, &answers),
            expected,
            "{option:?} {answer:?}"
        );
    }
}
