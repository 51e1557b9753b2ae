//! The answers worth trying for a question: every choice, and for a number one value of each class
//! that the rules tell apart.

use plumbline_knowledge::{AnswerKind, Knowledge};
use plumbline_rules::{Answer, Class, Condition, classes};

use crate::assessor::ActiveRule;

/// An answer that can be tried.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Candidate {
    pub change: Change,
    /// In words: "spiky", "above 15 min".
    pub words: String,
    /// How plausible it is, in percent. The candidates of a question needn't sum to 100.
    pub prior: f64,
    /// For a number: the class of values that it stands for.
    pub class: Option<Class>,
}

/// What is done to an answer.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Change {
    /// It becomes this.
    Set(Answer),
    /// One of several choices is ticked or unticked.
    Toggle(u8),
}

impl Change {
    /// The answer after the change, or none when nothing changes. Where several choices may be
    /// ticked, the last one can't be taken away.
    pub fn apply(self, answer: Answer) -> Option<Answer> {
        let changed = match (self, answer) {
            (Self::Set(new), _) => new,
            (Self::Toggle(choice), Answer::Choices(ticked)) => {
                Answer::Choices(ticked ^ (1 << choice))
            }
            (Self::Toggle(choice), _) => Answer::Choices(1 << choice),
        };
        (changed != answer && changed != Answer::Choices(0)).then_some(changed)
    }
}

/// The candidates of every question that some rule, or another question, reads. Where a condition
/// compares two numbers with each other, neither gets a class at the other's value; no built-in rule
/// compares two answers.
pub(crate) fn candidates(knowledge: &Knowledge, rules: &[ActiveRule<'_>]) -> Vec<Vec<Candidate>> {
    let conditions: Vec<&Condition> = rules
        .iter()
        .map(|rule| rule.when)
        .chain(
            knowledge
                .questions
                .iter()
                .filter_map(|question| question.ask_when.as_ref()),
        )
        .collect();
    knowledge
        .questions
        .iter()
        .enumerate()
        .map(|(slot, question)| {
            let read = conditions.iter().any(|condition| {
                condition
                    .slots()
                    .iter()
                    .any(|read| usize::from(*read) == slot)
            });
            if !read {
                return Vec::new();
            }
            match &question.answer {
                AnswerKind::Choice(options) => numbered(
                    options.iter().map(|option| (&option.label, option.prior)),
                    |choice| Change::Set(Answer::Choice(choice)),
                ),
                AnswerKind::Choices(options) => numbered(
                    options.iter().map(|option| (&option.label, option.prior)),
                    Change::Toggle,
                ),
                AnswerKind::YesNo { yes, no, prior_yes } => {
                    let prior = f64::from(*prior_yes);
                    [(true, yes, prior), (false, no, 100.0 - prior)]
                        .map(|(answer, words, prior)| Candidate {
                            change: Change::Set(Answer::YesNo(answer)),
                            words: words.clone(),
                            prior,
                            class: None,
                        })
                        .to_vec()
                }
                AnswerKind::Number { typical, .. } => {
                    classes(slot, conditions.iter().copied(), &knowledge.vocabulary)
                        .into_iter()
                        .map(|class| Candidate {
                            change: Change::Set(Answer::Number(class.representative)),
                            prior: prior_of(&class, typical),
                            words: class.words.clone(),
                            class: Some(class),
                        })
                        .collect()
                }
            }
        })
        .collect()
}

fn numbered<'a>(
    options: impl Iterator<Item = (&'a String, u32)>,
    change: impl Fn(u8) -> Change,
) -> Vec<Candidate> {
    (0_u8..64)
        .zip(options)
        .map(|(number, (label, prior))| Candidate {
            change: change(number),
            words: label.clone(),
            prior: f64::from(prior),
            class: None,
        })
        .collect()
}

/// The priors of the typical values in a class. A class without any is possible all the same, and
/// gets one percent.
fn prior_of(class: &Class, typical: &[(f64, u32)]) -> f64 {
    let sum: u32 = typical
        .iter()
        .filter(|(value, _)| class.contains(*value))
        .map(|(_, prior)| *prior)
        .sum();
    f64::from(sum.max(1))
}
