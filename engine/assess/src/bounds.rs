//! The lowest and highest readiness that the open answers still allow. Sound, never a guess.

use std::collections::BTreeMap;

use plumbline_knowledge::{AnswerKind, Compute};
use plumbline_rules::{Answer, Truth};

use crate::assessor::Assessor;
use crate::candidate::Change;
use crate::standing::Standing;
use crate::tally::{Contribution, Tally};

/// The ends between which a figure lies.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Bounds {
    pub low: f64,
    pub high: f64,
}

/// The least and the most that something adds to each dimension and option.
struct Range {
    least: Vec<[i32; 3]>,
    most: Vec<[i32; 3]>,
}

impl Assessor<'_> {
    /// Bounds of readiness over every way to answer what is open, "not applicable" included, and of
    /// leaving it open, so that they always hold the present readiness.
    ///
    /// Rules that hold or fail whatever the answers count as they are. The rules that hang on one
    /// open question alone are weighed together for each of its answers; every other open rule is
    /// taken to hold or fail as it would lower or raise each option most. The ends may therefore
    /// be out of reach, but nothing lies beyond them.
    pub(crate) fn bounds(&self, stated: &[Answer]) -> Bounds {
        let answers = self.certain(stated);
        let dimensions = self.caps().len();
        let mut fixed = Tally::new(dimensions);
        let mut maybe_out = [false; 3];
        let mut alone: BTreeMap<usize, Vec<&Contribution>> = BTreeMap::new();
        let mut range = Range {
            least: vec![[0; 3]; dimensions],
            most: vec![[0; 3]; dimensions],
        };
        for rule in &self.rules {
            match rule.when.evaluate(&answers) {
                Truth::True => fixed.add(&rule.contribution, 1),
                Truth::False => {}
                Truth::Unknown => {
                    if let Contribution::RulesOut(option) = rule.contribution {
                        maybe_out[option] = true;
                        continue;
                    }
                    match self.only_open_slot(rule.when.slots(), &answers) {
                        Some(slot) => alone.entry(slot).or_default().push(&rule.contribution),
                        None => range.widen(
                            &[[0; 3], points(&rule.contribution)],
                            dimension(&rule.contribution),
                        ),
                    }
                }
            }
        }
        for slot in alone.into_keys() {
            self.widen_by_answers(slot, &answers, &mut range);
        }
        let end = |extra: &[[i32; 3]]| {
            let mut tally = fixed.clone();
            tally.combine(&Tally {
                raw: extra.to_vec(),
                out: [0; 3],
            });
            tally.standing(self.caps())
        };
        let (least, most) = (end(&range.least), end(&range.most));
        let always_on = Compute::AlwaysOn as usize;
        let against = Standing {
            points: std::array::from_fn(|option| {
                if option == always_on {
                    most.points[option]
                } else {
                    least.points[option]
                }
            }),
            out: std::array::from_fn(|option| least.out[option] || maybe_out[option]),
        };
        let in_favour = Standing {
            points: std::array::from_fn(|option| {
                if option == always_on {
                    least.points[option]
                } else {
                    most.points[option]
                }
            }),
            out: least.out,
        };
        Bounds {
            low: against.readiness(),
            high: in_favour.readiness(),
        }
    }

    /// The settled answers, where an answer counts as open if its question may turn out not to
    /// apply.
    fn certain(&self, stated: &[Answer]) -> Vec<Answer> {
        let mut answers = stated.to_vec();
        for (slot, condition) in &self.conditional {
            let applies = condition.evaluate(&answers);
            if let Some(answer) = answers.get_mut(*slot) {
                match applies {
                    Truth::True => {}
                    Truth::False => *answer = Answer::NotApplicable,
                    Truth::Unknown => *answer = Answer::Unknown,
                }
            }
        }
        answers
    }

    /// The one open question among those that a rule reads, if there is only one and its answers
    /// can be gone through. A rule that compares two numbers with each other doesn't count: its
    /// threshold is an answer and not one of those that split the question into classes.
    fn only_open_slot(&self, slots: &[u16], answers: &[Answer]) -> Option<usize> {
        let mut open = slots
            .iter()
            .map(|slot| usize::from(*slot))
            .filter(|slot| matches!(answers.get(*slot), Some(Answer::Unknown) | None));
        let slot = open.next()?;
        let numbers = slots.iter().filter(|slot| {
            let question = self.knowledge.questions.get(usize::from(**slot));
            question.is_some_and(|question| matches!(question.answer, AnswerKind::Number { .. }))
        });
        let several = matches!(
            self.knowledge.questions.get(slot)?.answer,
            AnswerKind::Choices(_)
        );
        (open.next().is_none() && !several && numbers.count() < 2).then_some(slot)
    }

    /// Weighs the rules that hang on this question alone, for each of its answers, and left open:
    /// then none of them counts, which no answer need bring about.
    fn widen_by_answers(&self, slot: usize, answers: &[Answer], range: &mut Range) {
        let mut trial = answers.to_vec();
        let mut sums: Vec<Vec<[i32; 3]>> = vec![vec![[0; 3]; self.caps().len()]];
        let tried = self.candidates[slot]
            .iter()
            .filter_map(|candidate| match candidate.change {
                Change::Set(answer) => Some(answer),
                Change::Toggle(_) => None,
            });
        for answer in tried.chain([Answer::NotApplicable]) {
            trial[slot] = answer;
            let mut tally = Tally::new(self.caps().len());
            for rule in self.readers[slot]
                .iter()
                .map(|rule| &self.rules[*rule as usize])
            {
                let is_alone = rule.when.evaluate(answers) == Truth::Unknown
                    && self.only_open_slot(rule.when.slots(), answers) == Some(slot)
                    && matches!(rule.contribution, Contribution::Points(..));
                if is_alone && rule.when.evaluate(&trial) == Truth::True {
                    tally.add(&rule.contribution, 1);
                }
            }
            sums.push(tally.raw);
        }
        for dimension in 0..self.caps().len() {
            let cases: Vec<[i32; 3]> = sums.iter().map(|raw| raw[dimension]).collect();
            range.widen(&cases, dimension);
        }
    }
}

impl Range {
    /// Widens a dimension by something that takes exactly one of these values.
    fn widen(&mut self, cases: &[[i32; 3]], dimension: usize) {
        for option in 0..3 {
            let values = || cases.iter().map(|case| case[option]);
            self.least[dimension][option] += values().min().unwrap_or(0);
            self.most[dimension][option] += values().max().unwrap_or(0);
        }
    }
}

fn points(contribution: &Contribution) -> [i32; 3] {
    match *contribution {
        Contribution::Points(_, points) => points,
        Contribution::RulesOut(_) => [0; 3],
    }
}

fn dimension(contribution: &Contribution) -> usize {
    match *contribution {
        Contribution::Points(dimension, _) => dimension,
        Contribution::RulesOut(_) => 0,
    }
}

#[cfg(test)]
mod tests {
    use plumbline_knowledge::{File, Knowledge, load};
    use plumbline_rules::Answer;

    use crate::Assessor;

    /// Two questions of yes and no, and a rule for functions for each of these conditions.
    fn knowledge(conditions: &[&str]) -> Knowledge {
        let question = |id: &str| {
            format!(
                "- {{id: {id}, section: shape, label: {id}, ask: Is it?, help: Look., why: It counts., \
                 nature: given, type: yes-no, says: {{\"yes\": it is, \"no\": it is not}}, prior: 50, \
                 sources: [study]}}\n"
            )
        };
        let mut files = vec![
            (
                "dimensions.yaml".to_owned(),
                "- {id: shape, label: Workload shape, cap: 12}\n".to_owned(),
            ),
            (
                "sources.yaml".to_owned(),
                "- {id: study, title: A study, url: \"https://example.org/study\", \
                 date: \"2020\", kind: measured}\n"
                    .to_owned(),
            ),
            (
                "questions/shape.yaml".to_owned(),
                question("zeta") + &question("eta"),
            ),
        ];
        for (number, condition) in conditions.iter().enumerate() {
            files.push((
                format!("rules/shape/rule-{number}.yaml"),
                format!(
                    "id: rule-{number}\ntitle: A rule\ndimension: shape\nsince: 2026-11-21\n\
                     status: active\nwhen: '{condition}'\npoints: {{functions: 3}}\nwhat: It is so.\n\
                     why: It counts.\ndo: Nothing.\nsources: [study]\n\
                     examples: {{fires: [{{zeta: yes}}], quiet: [{{zeta: no}}]}}\n"
                ),
            ));
        }
        let files: Vec<File> = files
            .into_iter()
            .map(|(path, text)| File {
                path,
                bytes: text.into_bytes(),
            })
            .collect();
        let loaded = load(&files);
        let shown: Vec<String> = loaded
            .diagnostics
            .iter()
            .map(|one| one.render(false))
            .collect();
        assert!(shown.is_empty(), "{}", shown.join("\n"));
        loaded.knowledge.unwrap()
    }

    #[test]
    fn present_and_possible_readiness_lie_within_the_bounds() {
        let answers = [
            Answer::Unknown,
            Answer::NotApplicable,
            Answer::YesNo(true),
            Answer::YesNo(false),
        ];
        for conditions in [
            // One of the two holds whatever the answer, but neither while there is none.
            &["answers.zeta", "!answers.zeta"][..],
            &["answers.zeta", "answers.zeta && answers.eta"],
            &["answers.zeta", "answers.eta", "!answers.eta"],
        ] {
            let knowledge = knowledge(conditions);
            let assessor = Assessor::new(&knowledge);
            for stated in answers
                .iter()
                .flat_map(|zeta| answers.map(|eta| [*zeta, eta]))
            {
                let bounds = assessor.bounds(&stated);
                for reached in answers
                    .iter()
                    .flat_map(|zeta| answers.map(|eta| [*zeta, eta]))
                {
                    let mut pairs = stated.iter().zip(&reached);
                    if pairs
                        .all(|(stated, reached)| stated == reached || *stated == Answer::Unknown)
                    {
                        let readiness = assessor.standing(&reached).readiness();
                        assert!(
                            bounds.low <= readiness && readiness <= bounds.high,
                            "{conditions:?}: {reached:?} from {stated:?}: {readiness} is not in {bounds:?}"
                        );
                    }
                }
            }
        }
    }
}
