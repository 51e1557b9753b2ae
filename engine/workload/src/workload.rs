//! A workload and its parts.

use std::collections::BTreeMap;

use plumbline_knowledge::Knowledge;
use plumbline_rules::Answer;
use serde::{Deserialize, Serialize};

use crate::decision::{Check, Decision};
use crate::sheet::{Sheet, State};

/// What somebody wants to run, as far as it is known.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Workload {
    /// What people call it; one line.
    pub name: String,
    /// One or two sentences; empty when there is none.
    pub summary: String,
    /// Answers for the whole workload, and defaults for its parts.
    pub answers: Sheet,
    /// What may run in different ways. Never empty: a workload without parts has one that stands
    /// for all of it.
    pub parts: Vec<Part>,
    /// The workload names no parts, and the only one stands for all of it.
    pub implicit_part: bool,
    /// What was decided about trade-offs, by the id of the trade-off.
    #[serde(default)]
    pub decisions: BTreeMap<String, Decision>,
    /// What was said to the items of checklists, by the id of the item. An item that nothing was
    /// said to isn't there; see [`set_check`](Self::set_check).
    #[serde(default)]
    pub checks: BTreeMap<String, Check>,
}

/// A part of a workload.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Part {
    /// Unique in the workload; kebab-case.
    pub id: String,
    /// What people call it; one line.
    pub name: String,
    /// The part's own answers, which go before those of the workload.
    pub answers: Sheet,
}

impl Part {
    /// The id of the part that stands for a whole workload.
    pub const IMPLICIT: &'static str = "main";

    /// The part that stands for the whole of a workload of this name.
    #[must_use]
    pub fn implicit(workload: &str) -> Self {
        Self {
            id: Self::IMPLICIT.to_owned(),
            name: workload.to_owned(),
            answers: Sheet::default(),
        }
    }
}

impl Workload {
    /// A workload of this name, without an answer and without named parts.
    #[must_use]
    pub fn new(name: &str) -> Self {
        Self {
            name: name.to_owned(),
            summary: String::new(),
            answers: Sheet::default(),
            parts: vec![Part::implicit(name)],
            implicit_part: true,
            decisions: BTreeMap::new(),
            checks: BTreeMap::new(),
        }
    }

    /// Sets what is said to the checklist item of this id; a blank check takes it back.
    pub fn set_check(&mut self, item: &str, check: Check) {
        if check.is_blank() {
            self.checks.remove(item);
        } else {
            self.checks.insert(item.to_owned(), check);
        }
    }

    /// What holds for one part, an answer for every question by slot: the part's own answer, else
    /// the workload's. What is left out or not known is open, and a question that doesn't apply
    /// because of other answers is not applicable, whatever was said to it. A part that isn't
    /// there has the workload's answers.
    #[must_use]
    pub fn part_answers(&self, knowledge: &Knowledge, part: usize) -> Vec<Answer> {
        let mut answers = self.stated_answers(knowledge, part);
        knowledge.applicable(&mut answers);
        answers
    }

    /// What was said for one part, before it is known which questions apply: where a what-if
    /// changes an answer, others may begin to count.
    #[must_use]
    pub fn stated_answers(&self, knowledge: &Knowledge, part: usize) -> Vec<Answer> {
        (0..knowledge.questions.len())
            .map(|slot| self.state(part, slot).answer())
            .collect()
    }

    /// The part's own state of an answer, else the workload's.
    pub(crate) fn state(&self, part: usize, slot: usize) -> State {
        let own = self
            .parts
            .get(part)
            .map_or(State::Unasked, |part| part.answers.get(slot).state);
        match own {
            State::Unasked => self.answers.get(slot).state,
            own => own,
        }
    }
}
