//! The built-in knowledge base as a whole.

use plumbline_assess::Assessor;
use plumbline_builtin::knowledge;
use plumbline_knowledge::{AnswerKind, ClaimStatus, Provider, coverage, lint};
use plumbline_rules::Answer;

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

/// Answers drawn by the priors of the questionnaire, each for itself.
fn plausible(random: &mut fastrand::Rng) -> Vec<Answer> {
    let mut pick = |priors: Vec<u32>| {
        let mut rest = random.u32(0..priors.iter().sum());
        priors
            .iter()
            .position(|prior| {
                let found = rest < *prior;
                rest = rest.saturating_sub(*prior);
                found
            })
            .unwrap_or(0)
    };
    knowledge()
        .questions
        .iter()
        .map(|question| match &question.answer {
            AnswerKind::Choice(options) => {
                Answer::Choice(pick(options.iter().map(|option| option.prior).collect()) as u8)
            }
            AnswerKind::Choices(options) => {
                Answer::Choices(1 << pick(options.iter().map(|option| option.prior).collect()))
            }
            AnswerKind::Number { typical, .. } => {
                Answer::Number(typical[pick(typical.iter().map(|(_, prior)| *prior).collect())].0)
            }
            AnswerKind::YesNo { prior_yes, .. } => {
                Answer::YesNo(pick(vec![*prior_yes, 100 - prior_yes]) == 0)
            }
        })
        .collect()
}

/// A knowledge base that leans to one option whatever it is asked would make every other verdict
/// look doubtful while questions are open.
#[test]
fn plausible_workloads_do_not_lean_to_one_option() {
    let assessor = Assessor::new(knowledge());
    let mut random = fastrand::Rng::with_seed(1);
    let mut leads = [0; 3];
    for _ in 0..2000 {
        leads[assessor.standing(&plausible(&mut random)).leader() as usize] += 1;
    }
    let [functions, containers, always_on] = leads.map(|count| count / 20);
    assert!(
        (30..=60).contains(&functions) && (30..=60).contains(&containers) && always_on >= 8,
        "functions {functions} %, containers {containers} %, always-on {always_on} %"
    );
}
