//! Published systems: the verdicts against what became of them.

use std::collections::BTreeSet;
use std::fmt::Write;

use plumbline_assess::{Assessor, DEFAULT_SEED, Outcome};
use plumbline_builtin::knowledge;
use plumbline_tests::{Matrix, cases, golden};

#[test]
fn verdicts_agree_with_what_became_of_the_systems() {
    let assessor = Assessor::new(knowledge());
    let mut matrix = Matrix::default();
    for case in cases().unwrap() {
        matrix.count(
            &case,
            assessor
                .assess(&case.golden.workload, DEFAULT_SEED)
                .verdict
                .option,
        );
    }
    let tally = matrix.tally;
    assert_eq!(tally.cases, 30);
    assert!(tally.accepting * 100 >= tally.cases * 85, "{tally:?}");
}

#[test]
fn no_known_outcome_of_the_strict_set_is_ruled_out() {
    let assessor = Assessor::new(knowledge());
    for case in cases().unwrap().into_iter().filter(|case| case.strict) {
        let assessment = assessor.assess(&case.golden.workload, DEFAULT_SEED);
        let limits = case.ruled_out_by(&assessment);
        assert!(limits.is_empty(), "{}: {limits:?}", case.golden.name);
    }
}

#[test]
fn verdicts_on_golden_workloads_stay_as_they_were_read() {
    let assessor = Assessor::new(knowledge());
    let mut shown = String::new();
    for folder in ["cases", "shown"] {
        for golden in golden(folder).unwrap() {
            let assessment = assessor.assess(&golden.workload, DEFAULT_SEED);
            let readiness = assessment.readiness;
            writeln!(shown, "{}: {}", golden.name, assessment.verdict.sentence).unwrap();
            for part in &assessment.parts {
                let options: Vec<String> = part
                    .options
                    .iter()
                    .map(|option| {
                        let out = if option.ruled_out_by.is_empty() {
                            ""
                        } else {
                            " (out)"
                        };
                        format!("{} {:+}{out}", option.id.id(), option.points)
                    })
                    .collect();
                writeln!(shown, "  {}: {}", part.id, options.join(", ")).unwrap();
            }
            let close = if assessment.verdict.close_call {
                ", close call"
            } else {
                ""
            };
            writeln!(
                shown,
                "  readiness {} ({} to {}), confidence {}{close}",
                readiness.score, readiness.low, readiness.high, assessment.confidence
            )
            .unwrap();
        }
    }
    insta::assert_snapshot!(shown);
}

#[test]
fn every_rule_fires_on_some_golden_workload() {
    let assessor = Assessor::new(knowledge());
    let mut silent: BTreeSet<&str> = knowledge()
        .rules
        .iter()
        .map(|rule| rule.id.as_str())
        .collect();
    for folder in ["cases", "shown"] {
        for golden in golden(folder).unwrap() {
            for part in assessor.assess(&golden.workload, DEFAULT_SEED).parts {
                for evidence in part.evidence {
                    silent.remove(evidence.rule.as_str());
                }
            }
        }
    }
    assert!(
        silent.is_empty(),
        "no golden workload makes these rules fire: {silent:?}"
    );
}

#[test]
fn every_outcome_is_a_verdict_of_some_golden_workload() {
    let assessor = Assessor::new(knowledge());
    let verdicts: BTreeSet<Outcome> = ["cases", "shown"]
        .iter()
        .flat_map(|folder| golden(folder).unwrap())
        .map(|golden| {
            assessor
                .assess(&golden.workload, DEFAULT_SEED)
                .verdict
                .option
        })
        .collect();
    assert_eq!(verdicts.len(), Outcome::ALL.len());
}

/// Each shown workload has a twin in which a few answers differ, and with them the verdict.
#[test]
fn every_twin_gets_another_verdict() {
    let assessor = Assessor::new(knowledge());
    let shown = golden("shown").unwrap();
    let verdict = |name: &str| {
        let golden = shown.iter().find(|golden| golden.name == name).unwrap();
        assessor
            .assess(&golden.workload, DEFAULT_SEED)
            .verdict
            .option
    };
    let twins: Vec<&str> = shown
        .iter()
        .filter_map(|golden| golden.name.strip_suffix("-twin"))
        .collect();
    assert_eq!(twins.len() * 2, shown.len());
    for name in twins {
        assert_ne!(verdict(name), verdict(&format!("{name}-twin")), "{name}");
    }
}
