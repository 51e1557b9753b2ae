//! Plausible ways to answer what is open, drawn from the priors of the questionnaire.

use plumbline_knowledge::{AnswerKind, Compute, Scope};
use plumbline_rules::{Answer, Truth};

use crate::assessor::Assessor;
use crate::tally::Tally;

/// How many completions confidence is measured over.
pub const COMPLETIONS: usize = 500;

/// How often a completion that contradicts itself is drawn again before it is taken as it is.
const REDRAWS: usize = 8;

/// What plausible completions come to.
pub(crate) struct Outlook {
    /// The share of them in which every part keeps its verdict; 1 when nothing is open.
    pub confidence: f64,
    /// Between these ends lies the workload's readiness in eight of ten.
    pub readiness: (f64, f64),
    /// The same for each part.
    pub parts: Vec<(f64, f64)>,
}

/// The ends of the middle eight tenths.
fn middle(mut figures: Vec<f64>) -> (f64, f64) {
    figures.sort_by(f64::total_cmp);
    let at = |tenths: usize| {
        figures
            .get((figures.len().saturating_sub(1)) * tenths / 10)
            .copied()
            .unwrap_or(0.0)
    };
    (at(1), at(9))
}

impl Assessor<'_> {
    /// What plausible completions of the open answers come to. The same seed gives the same figures.
    pub(crate) fn outlook(
        &self,
        parts: &[Vec<Answer>],
        verdicts: &[Compute],
        seed: u64,
    ) -> Outlook {
        let open = |answer: &Answer| matches!(answer, Answer::Unknown);
        let completions = if parts.iter().any(|part| part.iter().any(open)) {
            COMPLETIONS
        } else {
            1
        };
        let mut random = fastrand::Rng::with_seed(seed);
        let mut kept = 0;
        let mut readiness = vec![Vec::with_capacity(completions); parts.len()];
        let mut means = Vec::with_capacity(completions);
        // Used again for every completion.
        let mut shared = vec![None; self.knowledge.questions.len()];
        let mut completion = Vec::new();
        let mut tally = Tally::new(self.caps().len());
        for _ in 0..completions {
            shared.fill(None);
            let mut keeps = true;
            let mut sum = 0.0;
            for ((stated, verdict), readiness) in parts.iter().zip(verdicts).zip(&mut readiness) {
                self.complete(stated, &mut shared, &mut random, &mut completion);
                let standing = self.weigh(&mut completion, &mut tally);
                let score = standing.readiness();
                keeps &= standing.leader() == *verdict;
                sum += score;
                readiness.push(score);
            }
            kept += usize::from(keeps);
            means.push(sum / parts.len().max(1) as f64);
        }
        Outlook {
            confidence: kept as f64 / completions as f64,
            readiness: middle(means),
            parts: readiness.into_iter().map(middle).collect(),
        }
    }

    /// Answers everything that is open, into `completion`. What is asked once for the workload is
    /// drawn once, and kept in `shared` for the next part.
    fn complete(
        &self,
        stated: &[Answer],
        shared: &mut [Option<Answer>],
        random: &mut fastrand::Rng,
        completion: &mut Vec<Answer>,
    ) {
        completion.clear();
        completion.extend_from_slice(stated);
        for attempt in 0..=REDRAWS {
            for (slot, question) in self.knowledge.questions.iter().enumerate() {
                if !matches!(stated.get(slot), Some(Answer::Unknown)) {
                    continue;
                }
                let kept = shared.get(slot).copied().flatten();
                completion[slot] = kept.unwrap_or_else(|| draw(&question.answer, random));
            }
            let contradicts = |answers: &[Answer]| {
                self.knowledge
                    .contradictions
                    .iter()
                    .any(|contradiction| contradiction.when.evaluate(answers) == Truth::True)
            };
            if attempt == REDRAWS || !contradicts(completion) {
                break;
            }
        }
        for (slot, question) in self.knowledge.questions.iter().enumerate() {
            if question.scope == Scope::Workload {
                shared[slot] = Some(completion[slot]);
            }
        }
    }
}

/// One answer, drawn by the priors.
fn draw(kind: &AnswerKind, random: &mut fastrand::Rng) -> Answer {
    match kind {
        AnswerKind::Choice(options) => {
            let priors = options.iter().map(|option| option.prior);
            Answer::Choice(u8::try_from(pick(priors, random)).unwrap_or(0))
        }
        AnswerKind::Choices(options) => {
            let mut ticked = 0_u64;
            for (number, option) in (0_u32..64).zip(options) {
                if random.u32(0..100) < option.prior {
                    ticked |= 1 << number;
                }
            }
            if ticked == 0 {
                ticked = 1 << pick(options.iter().map(|option| option.prior), random).min(63);
            }
            Answer::Choices(ticked)
        }
        AnswerKind::YesNo { prior_yes, .. } => Answer::YesNo(random.u32(0..100) < *prior_yes),
        AnswerKind::Number { typical, .. } => {
            let picked = pick(typical.iter().map(|(_, prior)| *prior), random);
            typical
                .get(picked)
                .map_or(Answer::Unknown, |(value, _)| Answer::Number(*value))
        }
    }
}

/// An index, drawn with these weights; 0 when all of them are zero.
fn pick(weights: impl Iterator<Item = u32> + Clone, random: &mut fastrand::Rng) -> usize {
    let sum: u32 = weights.clone().sum();
    if sum == 0 {
        return 0;
    }
    let mut rest = random.u32(0..sum);
    weights
        .enumerate()
        .find_map(|(index, weight)| {
            let found = rest < weight;
            rest = rest.saturating_sub(weight);
            found.then_some(index)
        })
        .unwrap_or(0)
}
