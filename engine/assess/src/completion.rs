//! Plausible ways to answer what is open, drawn from the priors of the questionnaire.

use plumbline_knowledge::{AnswerKind, Compute, Scope};
use plumbline_rules::{Answer, Truth};

use crate::assessor::Assessor;
use crate::tally::Tally;

/// The seed that everybody uses who has no reason for another: the same file gives the same figures
/// on the command line, in documents and in tests.
pub const DEFAULT_SEED: u64 = 1;

/// How many completions confidence is measured over.
pub const COMPLETIONS: usize = 500;

/// How often answers that contradict each other are drawn again before they are taken as they are.
const REDRAWS: usize = 16;

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
        let mut kept = 0;
        let mut readiness = vec![Vec::with_capacity(completions); parts.len()];
        let mut means = Vec::with_capacity(completions);
        // Used again for every completion.
        let mut completer = Completer::new(self, seed);
        let mut tally = Tally::new(self.caps().len());
        for _ in 0..completions {
            completer.begin();
            let mut keeps = true;
            let mut sum = 0.0;
            for ((stated, verdict), readiness) in parts.iter().zip(verdicts).zip(&mut readiness) {
                let standing = self.weigh(completer.complete(stated), &mut tally);
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
}

/// Draws completions of workloads, part by part.
pub(crate) struct Completer<'a, 'k> {
    assessor: &'a Assessor<'k>,
    random: fastrand::Rng,
    /// What was drawn, for an earlier part, for questions that are asked once for the workload.
    shared: Vec<Option<Answer>>,
    /// The answers of a part before it is known which questions apply,
    drawn: Vec<Answer>,
    /// and settled.
    settled: Vec<Answer>,
}

impl<'a, 'k> Completer<'a, 'k> {
    pub fn new(assessor: &'a Assessor<'k>, seed: u64) -> Self {
        Self {
            assessor,
            random: fastrand::Rng::with_seed(seed),
            shared: vec![None; assessor.knowledge.questions.len()],
            drawn: Vec::new(),
            settled: Vec::new(),
        }
    }

    /// Begins with another completion of the workload.
    pub fn begin(&mut self) {
        self.shared.fill(None);
    }

    /// Answers everything that is open in the next part, and settles the answers. Those that
    /// contradict each other are drawn again, those that don't stay as they are.
    pub fn complete(&mut self, stated: &[Answer]) -> &[Answer] {
        let knowledge = self.assessor.knowledge;
        self.drawn.clear();
        self.drawn.extend_from_slice(stated);
        for (slot, question) in knowledge.questions.iter().enumerate() {
            if stated.get(slot) == Some(&Answer::Unknown) {
                self.drawn[slot] =
                    self.shared[slot].unwrap_or_else(|| draw(&question.answer, &mut self.random));
            }
        }
        for redraws_left in (0..=REDRAWS).rev() {
            self.settled.clone_from(&self.drawn);
            knowledge.applicable(&mut self.settled);
            if redraws_left == 0 || !self.redraw(stated) {
                break;
            }
        }
        for (slot, question) in knowledge.questions.iter().enumerate() {
            if question.scope == Scope::Workload {
                self.shared[slot] = self.drawn.get(slot).copied();
            }
        }
        &self.settled
    }

    /// Draws the answers again that the contradictions among the settled answers read, and says
    /// whether there were any: not those that are stated or were drawn for an earlier part.
    fn redraw(&mut self, stated: &[Answer]) -> bool {
        let knowledge = self.assessor.knowledge;
        let mut redrawn = false;
        for contradiction in &knowledge.contradictions {
            if contradiction.when.evaluate(&self.settled) != Truth::True {
                continue;
            }
            for slot in contradiction.when.slots() {
                let slot = usize::from(*slot);
                if stated.get(slot) == Some(&Answer::Unknown) && self.shared[slot].is_none() {
                    let kind = &knowledge.questions[slot].answer;
                    self.drawn[slot] = draw(kind, &mut self.random);
                    redrawn = true;
                }
            }
        }
        redrawn
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

#[cfg(test)]
mod tests {
    use plumbline_builtin::knowledge;
    use plumbline_knowledge::Scope;
    use plumbline_rules::Answer;

    use super::{COMPLETIONS, Completer, DEFAULT_SEED, draw};
    use crate::sample::{ASSESSOR, contradictions, contradictions_of_settled, stated};

    #[test]
    fn completions_answer_everything_and_contradict_nothing() {
        let blank = vec![Answer::Unknown; knowledge().questions.len()];
        for (case, stated) in [blank].into_iter().chain((0..50).map(stated)).enumerate() {
            let mut completer = Completer::new(&ASSESSOR, DEFAULT_SEED);
            for _ in 0..COMPLETIONS {
                completer.begin();
                let completion = completer.complete(&stated);
                assert!(!completion.contains(&Answer::Unknown), "{case}");
                assert_eq!(contradictions_of_settled(completion), [""; 0], "{case}");
                for (answer, stated) in completion.iter().zip(&stated) {
                    let keeps = answer == stated || *answer == Answer::NotApplicable;
                    assert!(keeps || *stated == Answer::Unknown, "{case}");
                }
            }
        }
    }

    /// Without that, most completions would be impossible.
    #[test]
    fn answers_drawn_one_by_one_often_contradict_each_other() {
        let mut random = fastrand::Rng::with_seed(DEFAULT_SEED);
        let questions = &knowledge().questions;
        let contradictory = (0..COMPLETIONS).filter(|_| {
            let drawn: Vec<Answer> = questions
                .iter()
                .map(|question| draw(&question.answer, &mut random))
                .collect();
            !contradictions(&drawn).is_empty()
        });
        assert!(contradictory.count() > COMPLETIONS / 4);
    }

    #[test]
    fn what_is_asked_once_is_drawn_once_for_all_parts() {
        let blank = vec![Answer::Unknown; knowledge().questions.len()];
        let mut completer = Completer::new(&ASSESSOR, DEFAULT_SEED);
        for _ in 0..COMPLETIONS {
            completer.begin();
            completer.complete(&blank);
            let first = completer.drawn.clone();
            completer.complete(&blank);
            for (slot, question) in knowledge().questions.iter().enumerate() {
                if question.scope == Scope::Workload {
                    assert_eq!(completer.drawn[slot], first[slot], "{}", question.id);
                }
            }
        }
    }
}
