//! The built-in knowledge base as a whole.

use plumbline_builtin::knowledge;
use plumbline_knowledge::{ClaimStatus, Provider, coverage, lint};

#[test]
fn every_section_of_the_guides_is_covered() {
    let sections = coverage(knowledge());
    assert_eq!(sections.len(), 165);
    let uncovered: Vec<String> = sections
        .iter()
        .filter(|section| section.entries.is_empty())
        .map(|section| format!("{}: {}", section.guide, section.title))
        .collect();
    assert!(uncovered.is_empty(), "{uncovered:#?}");
}

#[test]
fn there_is_nothing_to_mend() {
    // Among other things: every rule behaves on its examples, and each of its clauses matters to
    // one of them.
    let findings: Vec<String> = lint(knowledge())
        .iter()
        .map(|finding| finding.render(false))
        .collect();
    assert!(findings.is_empty(), "{}", findings.join("\n\n"));
}

#[test]
fn every_pattern_and_role_is_there_for_three_clouds() {
    for pattern in [
        "api-backend",
        "async-api",
        "file-processing",
        "stream-processing",
        "fan-out-fan-in",
        "saga",
        "choreography",
        "cqrs",
        "event-sourcing",
        "scheduled-jobs",
        "strangler-fig",
        "microservices",
        "real-time",
        "hybrid-containers",
        "ad-clicks",
    ] {
        assert!(knowledge().pattern(pattern).is_some(), "{pattern}");
    }
    for role in knowledge().roles.iter().filter(|role| !role.is_outside()) {
        for cloud in Provider::CLOUDS {
            assert!(
                role.services.contains_key(&cloud),
                "{} has no service on {}",
                role.id,
                cloud.label()
            );
        }
    }
}

#[test]
fn a_superseded_claim_says_what_holds_now() {
    let superseded: Vec<_> = knowledge()
        .claims
        .iter()
        .filter(|claim| claim.status == ClaimStatus::Superseded)
        .collect();
    assert!(superseded.len() >= 26, "{}", superseded.len());
    for claim in superseded {
        assert!(
            claim.now.is_some() && claim.since.is_some() && !claim.sources.is_empty(),
            "{}",
            claim.id
        );
    }
}

#[test]
fn every_dimension_has_questions_and_rules() {
    for (number, dimension) in knowledge().dimensions.iter().enumerate() {
        assert!(
            knowledge()
                .questions
                .iter()
                .any(|question| question.section == number),
            "{}",
            dimension.id
        );
        assert!(
            knowledge()
                .rules
                .iter()
                .any(|rule| rule.dimension == number),
            "{}",
            dimension.id
        );
    }
}
