//! What holds for every assessment, whatever the answers, on the built-in knowledge base.

// What random workloads are built from stands outside of test functions.
#![allow(clippy::unwrap_used)]

use std::sync::LazyLock;

use plumbline_assess::{Assessor, Outcome, Standing};
use plumbline_builtin::knowledge;
use plumbline_knowledge::{AnswerKind, Compute, Knowledge};
use plumbline_rules::Answer;
use plumbline_workload::{Entry, Workload};
use proptest::prelude::*;

static ASSESSOR: LazyLock<Assessor<'static>> = LazyLock::new(|| Assessor::new(knowledge()));

/// A workload with random answers; about a third of the questions stay open.
fn workloads() -> impl Strategy<Value = Workload> {
    let questions: Vec<BoxedStrategy<Option<Answer>>> = knowledge()
        .questions
        .iter()
        .map(|question| answers(&question.answer))
        .collect();
    questions.prop_map(|answers| {
        let mut workload = Workload::new("Random");
        for (slot, answer) in answers.into_iter().enumerate() {
            if let Some(answer) = answer {
                workload.answers.set(slot, Entry::answered(answer));
            }
        }
        workload
    })
}

fn answers(kind: &AnswerKind) -> BoxedStrategy<Option<Answer>> {
    let known = match kind {
        AnswerKind::Choice(options) => (0..u8::try_from(options.len()).unwrap())
            .prop_map(Answer::Choice)
            .boxed(),
        AnswerKind::Choices(options) => (1..1_u64 << options.len())
            .prop_map(Answer::Choices)
            .boxed(),
        AnswerKind::Number { typical, .. } => prop::sample::select(typical.clone())
            .prop_map(|(value, _)| Answer::Number(value))
            .boxed(),
        AnswerKind::YesNo { .. } => any::<bool>().prop_map(Answer::YesNo).boxed(),
    };
    prop_oneof![3 => Just(None), 1 => Just(Some(Answer::NotApplicable)), 6 => known.prop_map(Some)]
        .boxed()
}

fn stated(workload: &Workload) -> Vec<Answer> {
    workload.stated_answers(knowledge(), 0)
}

fn close(a: f64, b: f64) -> bool {
    (a - b).abs() < 0.0501
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(100))]

    #[test]
    fn evidence_adds_up_to_exactly_what_is_shown(workload in workloads()) {
        let assessment = ASSESSOR.assess(&workload, 1);
        for part in &assessment.parts {
            for option in &part.options {
                let of = |points: &plumbline_assess::Points| points[option.id.id()];
                let evidence: i32 = part.evidence.iter().map(|evidence| of(&evidence.points)).sum();
                let dimensions: i32 = part.dimensions.iter().map(|dimension| of(&dimension.points)).sum();
                prop_assert_eq!(evidence, option.points);
                prop_assert_eq!(dimensions, option.points);
            }
            prop_assert_eq!(part.options.iter().map(|option| option.percent).sum::<u32>(), 100);
        }
    }

    #[test]
    fn no_completion_leaves_the_bounds(workload in workloads(), seed in any::<u64>()) {
        let assessor = &*ASSESSOR;
        let assessment = assessor.assess(&workload, 1);
        let readiness = assessment.readiness;
        prop_assert!(readiness.low <= readiness.score && readiness.score <= readiness.high);
        let mut random = fastrand::Rng::with_seed(seed);
        for _ in 0..20 {
            let completion = complete(knowledge(), &stated(&workload), &mut random);
            let reached = assessor.standing(&completion).readiness();
            prop_assert!(
                reached >= readiness.low - 0.0501 && reached <= readiness.high + 0.0501,
                "{} not in {}..{}", reached, readiness.low, readiness.high
            );
        }
    }

    #[test]
    fn advice_fits_the_verdict_of_its_part(workload in workloads()) {
        let known = knowledge();
        let assessment = ASSESSOR.assess(&workload, 1);
        let option = |id: &str| assessment.parts.iter().find(|part| part.id == id).unwrap().option;
        for finding in &assessment.checklist {
            let item = known.checklist.iter().find(|item| item.id == finding.id).unwrap();
            prop_assert!(!finding.parts.is_empty());
            prop_assert!(finding.parts.iter().all(|part| item.options.contains(&option(part))), "{}", item.id);
        }
        for finding in &assessment.trade_offs {
            let trade_off = known.trade_offs.iter().find(|trade_off| trade_off.id == finding.id).unwrap();
            let option = option(&finding.part);
            prop_assert!(
                finding.because.is_empty()
                    || trade_off.severity.iter().any(|rule| rule.because == finding.because && rule.options.contains(&option)),
                "{}: {}", finding.id, finding.because
            );
            for (who, mitigations) in &trade_off.mitigations {
                let fit: Vec<&String> = mitigations
                    .iter()
                    .filter(|mitigation| mitigation.options.contains(&option))
                    .map(|mitigation| &mitigation.text)
                    .collect();
                let shown: Option<Vec<&String>> = finding.mitigations.get(who).map(|texts| texts.iter().collect());
                prop_assert_eq!(shown, (!fit.is_empty()).then_some(fit));
            }
        }
    }

    #[test]
    fn the_same_workload_gives_the_same_assessment(workload in workloads(), seed in any::<u64>()) {
        let first = ASSESSOR.assess(&workload, seed);
        prop_assert_eq!(first, ASSESSOR.assess(&workload, seed));
    }

    #[test]
    fn what_a_change_does_is_what_assessing_again_says(workload in workloads(), slot in 0..knowledge().questions.len()) {
        // The incremental search against a full assessment of the changed workload.
        let assessor = &*ASSESSOR;
        let before = assessor.assess(&workload, 1);
        let id = &knowledge().questions[slot].id;
        for flip in before.flips.iter().filter(|flip| flip.changes.len() == 1 && flip.changes[0].question == *id) {
            let AnswerKind::Choice(options) = &knowledge().questions[slot].answer else { continue };
            let choice = options.iter().position(|option| option.label == flip.changes[0].to).unwrap();
            let mut changed = workload.clone();
            changed.answers.set(slot, Entry::answered(Answer::Choice(u8::try_from(choice).unwrap())));
            let after = assessor.assess(&changed, 1);
            prop_assert_eq!(after.parts[0].option, flip.option);
            prop_assert!(close(after.readiness.score, flip.readiness));
        }
    }

    #[test]
    fn more_for_an_option_never_lowers_its_share(points in prop::array::uniform3(-60..60_i32), more in 1..30_i32, option in 0..3_usize) {
        let before = Standing { points, out: [false; 3] };
        let mut after = before;
        after.points[option] += more;
        prop_assert!(after.shares()[option] >= before.shares()[option]);
    }
}

/// Answers everything that is open, uniformly: every way to answer is possible, plausible or not.
fn complete(knowledge: &Knowledge, stated: &[Answer], random: &mut fastrand::Rng) -> Vec<Answer> {
    let mut completion = stated.to_vec();
    for (answer, question) in completion.iter_mut().zip(&knowledge.questions) {
        if *answer != Answer::Unknown {
            continue;
        }
        *answer = match &question.answer {
            _ if random.u8(0..10) == 0 => Answer::NotApplicable,
            AnswerKind::Choice(options) => {
                Answer::Choice(u8::try_from(random.usize(0..options.len())).unwrap())
            }
            AnswerKind::Choices(options) => Answer::Choices(random.u64(1..1 << options.len())),
            AnswerKind::Number { typical, .. } => {
                Answer::Number(typical[random.usize(0..typical.len())].0 * random.f64() * 2.0)
            }
            AnswerKind::YesNo { .. } => Answer::YesNo(random.bool()),
        };
    }
    completion
}

#[test]
fn nothing_known_is_no_verdict_to_lean_on() {
    let assessment = ASSESSOR.assess(&Workload::new("Blank"), 1);
    assert!(assessment.verdict.close_call);
    assert!(
        assessment.verdict.sentence.starts_with("Too early to say"),
        "{}",
        assessment.verdict.sentence
    );
    assert_eq!(assessment.questions.answered, 0);
    assert!(!assessment.next_questions.is_empty());
}

#[test]
fn parts_that_differ_are_a_mix() {
    for (parts, outcome) in [
        (vec![Compute::Functions], Outcome::Functions),
        (
            vec![Compute::Functions, Compute::Functions],
            Outcome::Functions,
        ),
        (vec![Compute::Functions, Compute::AlwaysOn], Outcome::Hybrid),
        (
            vec![Compute::ServerlessContainers, Compute::ServerlessContainers],
            Outcome::ServerlessContainers,
        ),
        (vec![Compute::AlwaysOn], Outcome::AlwaysOn),
    ] {
        assert_eq!(Outcome::of(&parts), outcome, "{parts:?}");
    }
}

/// Answers that soften a risk, as (question, worst, best).
const MITIGATIONS: [(&str, &str, &str); 8] = [
    ("duplicates", "harmful", "guarded"),
    ("failed_messages", "lost", "parked"),
    ("automation", "by-hand", "code"),
    ("tracing", "logs", "traces"),
    ("testing", "none", "cloud"),
    ("state_kind", "process", "external"),
    ("connections", "process", "gateway"),
    ("coupling", "tight", "independent"),
];

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn mitigating_a_risk_never_lowers_readiness(workload in workloads(), which in 0..MITIGATIONS.len()) {
        let (question, worst, best) = MITIGATIONS[which];
        let slot = knowledge().question(question).unwrap();
        let with = |choice: &str| {
            let options = knowledge().questions[slot].answer.options();
            let choice = options.iter().position(|option| option.id == choice).unwrap();
            let mut answers = stated(&workload);
            answers[slot] = Answer::Choice(u8::try_from(choice).unwrap());
            ASSESSOR.standing(&answers).readiness()
        };
        prop_assert!(with(best) >= with(worst) - 1e-9, "{question}: {} < {}", with(best), with(worst));
    }
}

#[test]
fn the_order_of_answers_does_not_matter() {
    let lines = [
        "traffic_shape: spiky",
        "trigger: [queue, http]",
        "longest_step: 900 ms",
        "provider: aws",
        "team_size: 4",
        "slow_start: fine",
    ];
    let assess = |lines: &[&str]| {
        let text = format!(
            "plumbline: 1\nname: Order\nanswers:\n{}",
            lines
                .iter()
                .map(|line| format!("  {line}\n"))
                .collect::<String>()
        );
        let source = plumbline_source::Source::new("order.workload.yaml", text);
        ASSESSOR.assess(
            &plumbline_workload::load(knowledge(), &source)
                .unwrap()
                .workload,
            1,
        )
    };
    let first = assess(&lines);
    for turn in 1..lines.len() {
        let mut turned = lines;
        turned.rotate_left(turn);
        assert_eq!(assess(&turned), first);
    }
}
