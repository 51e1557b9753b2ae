//! The smallest changes of answers that turn a verdict.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use plumbline_knowledge::{Compute, Nature};
use plumbline_rules::Answer;
use plumbline_workload::{answer_source, answer_words};

use crate::assessment::{AnswerChange, Flip, Kind, Moved, Movement};
use crate::candidate::Change;
use crate::evidence::{Counted, by_option, ruled_out};
use crate::round::tenth;
use crate::trial::{Bench, Trial};

/// Answers that are rarer than this, in percent, are told last: they turn many verdicts and are
/// hardly ever what somebody has in mind.
const PLAUSIBLE: u64 = 5;

/// How many pairs of changes are told; those that are yours to make and plausible come first.
const PAIRS: usize = 8;

impl Bench<'_, '_> {
    /// Every single change, and the best of the pairs, that turn the part's verdict.
    pub fn flips(&self, part: &str) -> Vec<Flip> {
        let before = self.assessor.counted(&self.settled);
        self.turning(&self.trials())
            .into_iter()
            .map(|changes| self.flip(part, &before, &changes))
            .collect()
    }

    /// The changes, of one question or two, that turn the verdict.
    fn turning<'t>(&self, trials: &'t [Trial]) -> Vec<Vec<&'t Trial>> {
        let leader = self.standing().leader();
        let (turning, others): (Vec<&Trial>, Vec<&Trial>) = trials
            .iter()
            .partition(|trial| self.after(trial).leader() != leader);
        let mut singles: Vec<Vec<&Trial>> = self
            .nearest(&turning)
            .into_iter()
            .map(|trial| vec![trial])
            .collect();
        singles.sort_by_key(|changes| self.rank(changes));
        let pairs = self.pairs(&others);
        singles.into_iter().chain(pairs).collect()
    }

    /// One change for each question of numbers and verdict: the class nearest to the answer, or
    /// the most plausible one where there is no answer. Choices all stay.
    fn nearest<'t>(&self, turning: &[&'t Trial]) -> Vec<&'t Trial> {
        let mut numbers: BTreeMap<(usize, Compute), &'t Trial> = BTreeMap::new();
        let mut kept = Vec::new();
        for trial in turning {
            if !matches!(trial.answer, Answer::Number(_)) {
                kept.push(*trial);
                continue;
            }
            let distance = |trial: &Trial| match self.stated.get(trial.slot) {
                Some(Answer::Number(value)) => {
                    let now = self.assessor.class_of(trial.slot, *value).unwrap_or(0);
                    (now.abs_diff(trial.candidate), Reverse(0))
                }
                _ => (0, Reverse(self.prior(trial))),
            };
            numbers
                .entry((trial.slot, self.after(trial).leader()))
                .and_modify(|best| {
                    if distance(trial) < distance(best) {
                        *best = trial;
                    }
                })
                .or_insert(trial);
        }
        kept.extend(numbers.into_values());
        kept
    }

    /// Pairs of changes of two questions that don't contradict each other and neither of which
    /// turns the verdict alone; the best pair for each two questions.
    fn pairs<'t>(&self, trials: &[&'t Trial]) -> Vec<Vec<&'t Trial>> {
        let leader = self.standing().leader();
        let mut best: BTreeMap<(usize, usize), (u64, [&'t Trial; 2])> = BTreeMap::new();
        for (number, one) in trials.iter().enumerate() {
            for other in &trials[number + 1..] {
                if one.slot == other.slot || self.after_both(one, other).leader() == leader {
                    continue;
                }
                let pair = [*one, *other];
                let slots = (one.slot, other.slot);
                let plausible = self.plausible(&pair);
                let better = best.get(&slots).is_none_or(|(kept, _)| plausible > *kept);
                if better && !self.contradict(one, other) {
                    best.insert(slots, (plausible, pair));
                }
            }
        }
        let mut pairs: Vec<Vec<&Trial>> =
            best.into_values().map(|(_, pair)| pair.to_vec()).collect();
        pairs.sort_by_cached_key(|pair| self.rank(pair));
        pairs.truncate(PAIRS);
        pairs
    }

    /// What is yours to change comes first, then what is open, then facts; among equals the more
    /// plausible, then the order of the questionnaire.
    fn rank(&self, changes: &[&Trial]) -> (bool, Vec<Kind>, Reverse<u64>, Vec<usize>) {
        let mut kinds: Vec<Kind> = changes.iter().map(|trial| self.kind(trial.slot)).collect();
        kinds.sort_by(|a, b| b.cmp(a));
        (
            changes.iter().any(|trial| self.prior(trial) < PLAUSIBLE),
            kinds,
            Reverse(self.plausible(changes)),
            changes.iter().map(|trial| trial.slot).collect(),
        )
    }

    /// How plausible changes are together.
    fn plausible(&self, changes: &[&Trial]) -> u64 {
        changes.iter().map(|trial| self.prior(trial)).product()
    }

    fn prior(&self, trial: &Trial) -> u64 {
        libm::round(self.assessor.candidates[trial.slot][trial.candidate].prior) as u64
    }

    fn kind(&self, slot: usize) -> Kind {
        if matches!(self.settled.get(slot), Some(Answer::Unknown) | None) {
            return Kind::Open;
        }
        match self.assessor.knowledge.questions[slot].nature {
            Nature::Changeable => Kind::Changeable,
            Nature::Given => Kind::Given,
        }
    }

    fn flip(&self, part: &str, before: &[Counted], changes: &[&Trial]) -> Flip {
        let knowledge = self.assessor.knowledge;
        let standing = match changes {
            [one, other] => self.after_both(one, other),
            [one, ..] => self.after(one),
            [] => self.standing(),
        };
        let conditions: Vec<String> = changes.iter().map(|trial| self.condition(trial)).collect();
        let option = standing.leader();
        Flip {
            part: part.to_owned(),
            changes: changes
                .iter()
                .map(|trial| AnswerChange {
                    question: knowledge.questions[trial.slot].id.clone(),
                    kind: self.kind(trial.slot),
                    from: answer_words(knowledge, trial.slot, self.settled[trial.slot]),
                    to: self.target(trial),
                    answer: answer_source(&knowledge.questions[trial.slot], trial.answer)
                        .unwrap_or_default(),
                })
                .collect(),
            option,
            readiness: tenth(standing.readiness()),
            sentence: format!(
                "If {}, {} would be the better choice.",
                conditions.join(" and "),
                option.label()
            ),
            moved: self.moved(before, changes),
        }
    }

    /// The rules that count differently after changes; `before` are those that hold now.
    fn moved(&self, before: &[Counted], changes: &[&Trial]) -> Vec<Moved> {
        let answers: Vec<(usize, Answer)> = changes.iter().map(|trial| trial.change()).collect();
        let after = self.assessor.counted(&self.settle_with(&answers).0);
        let mut points: BTreeMap<usize, [Option<[i32; 3]>; 2]> = BTreeMap::new();
        for (side, counted) in [before, &after].into_iter().enumerate() {
            for counted in counted {
                points.entry(counted.rule).or_default()[side] = Some(counted.points);
            }
        }
        points
            .into_iter()
            .filter(|(_, [before, after])| before != after)
            .map(|(rule, [before, after])| {
                let rule = &self.assessor.knowledge.rules[rule];
                let [from, to] = [before, after].map(Option::unwrap_or_default);
                Moved {
                    rule: rule.id.clone(),
                    title: rule.title.clone(),
                    movement: match (before, after) {
                        (None, _) => Movement::Begins,
                        (_, None) => Movement::Ends,
                        _ => Movement::Recounts,
                    },
                    points: by_option(std::array::from_fn(|option| to[option] - from[option])),
                    rules_out: ruled_out(&rule.effect),
                }
            })
            .collect()
    }

    /// The answer after a change, in words.
    fn target(&self, trial: &Trial) -> String {
        let candidate = &self.assessor.candidates[trial.slot][trial.candidate];
        match candidate.change {
            Change::Set(_) => candidate.words.clone(),
            Change::Toggle(_) => answer_words(self.assessor.knowledge, trial.slot, trial.answer),
        }
    }

    /// A change as the condition of a sentence.
    fn condition(&self, trial: &Trial) -> String {
        let candidate = &self.assessor.candidates[trial.slot][trial.candidate];
        let label = &self.assessor.knowledge.questions[trial.slot].label;
        match (candidate.change, trial.answer) {
            (Change::Set(Answer::YesNo(_)), _) => candidate.words.clone(),
            (Change::Toggle(choice), Answer::Choices(ticked)) if ticked & (1 << choice) == 0 => {
                format!("{label} did not include {}", candidate.words)
            }
            (Change::Toggle(_), _) => format!("{label} included {}", candidate.words),
            _ => format!("{label} were {}", candidate.words),
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::assessment::Movement;
    use plumbline_builtin::knowledge;
    use plumbline_knowledge::Compute;
    use plumbline_rules::Answer;
    use plumbline_source::Source;
    use plumbline_workload::{Entry, Workload, load, parse_answer, save};

    use crate::sample::{ASSESSOR, stated};
    use crate::trial::Bench;

    /// The workload with these answers, by way of its file.
    fn loaded(answers: &[Answer]) -> Workload {
        let mut workload = Workload::new("Random");
        for (slot, answer) in answers.iter().enumerate() {
            if *answer != Answer::Unknown {
                workload.answers.set(slot, Entry::answered(*answer));
            }
        }
        let text = save(knowledge(), &workload);
        load(knowledge(), &Source::new("random.workload.yaml", text))
            .unwrap()
            .workload
    }

    #[test]
    fn every_flip_turns_the_verdict_when_it_is_made() {
        let mut made = [0; 2];
        for seed in 0..60 {
            let stated = stated(seed);
            let now = ASSESSOR.assess(&loaded(&stated), 1);
            let bench = Bench::new(&ASSESSOR, &stated);
            let trials = bench.trials();
            let turning = bench.turning(&trials);
            assert_eq!(turning.len(), now.flips.len());
            for (changes, flip) in turning.iter().zip(&now.flips) {
                let mut changed = stated.clone();
                for (trial, told) in changes.iter().zip(&flip.changes) {
                    let (slot, answer) = trial.change();
                    changed[slot] = answer;
                    assert_eq!(
                        parse_answer(knowledge(), slot, &told.answer),
                        Ok(answer),
                        "{}",
                        flip.sentence
                    );
                }
                let then = ASSESSOR.assess(&loaded(&changed), 1);
                let [now, then] = [&now.parts[0], &then.parts[0]];
                assert_ne!(flip.option, now.option, "{}", flip.sentence);
                assert_eq!(flip.option, then.option, "{}", flip.sentence);
                assert_eq!(flip.readiness, then.readiness.score, "{}", flip.sentence);
                for option in Compute::ALL {
                    let moved = flip.moved.iter().map(|moved| moved.points[option.id()]);
                    let [before, after] =
                        [now, then].map(|part| part.options[option as usize].points);
                    assert_eq!(moved.sum::<i32>(), after - before, "{}", flip.sentence);
                }
                for moved in &flip.moved {
                    let [held, holds] = [now, then]
                        .map(|part| part.evidence.iter().any(|one| one.rule == moved.rule));
                    let movement = match (held, holds) {
                        (false, _) => Movement::Begins,
                        (_, false) => Movement::Ends,
                        _ => Movement::Recounts,
                    };
                    assert_eq!(
                        moved.movement, movement,
                        "{}: {}",
                        flip.sentence, moved.rule
                    );
                }
                made[changes.len() - 1] += 1;
            }
        }
        assert!(
            made.iter().all(|made| *made > 50),
            "{made:?} flips were made"
        );
    }
}
