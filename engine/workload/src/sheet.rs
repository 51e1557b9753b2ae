//! Answers as they were stated, by question.

use std::collections::BTreeMap;

use plumbline_rules::Answer;
use serde::{Deserialize, Serialize};

/// What was said to a question.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum State {
    /// Nothing: the question was left out.
    #[default]
    Unasked,
    /// It was asked, and nobody knows.
    Unknown,
    /// It makes no sense here, somebody said.
    NotApplicable,
    /// It was answered.
    Answered(Answer),
}

impl State {
    /// The answer that rules see: what is left out is as open as what nobody knows.
    #[must_use]
    pub fn answer(self) -> Answer {
        match self {
            Self::Unasked | Self::Unknown => Answer::Unknown,
            Self::NotApplicable => Answer::NotApplicable,
            Self::Answered(answer) => answer,
        }
    }
}

impl From<Answer> for State {
    fn from(answer: Answer) -> Self {
        match answer {
            Answer::Unknown => Self::Unknown,
            Answer::NotApplicable => Self::NotApplicable,
            answer => Self::Answered(answer),
        }
    }
}

/// What was said to a question, and what goes with it.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Entry {
    /// The answer.
    pub state: State,
    /// What a reader of the answer should know; at most 4,000 characters.
    pub note: Option<String>,
    /// Who answered, or who is to find out; at most 200 characters.
    pub owner: Option<String>,
    /// Where the answer can be checked: an http or https address, or plain text.
    pub evidence: Option<String>,
}

impl Entry {
    /// An answer with nothing beside it.
    #[must_use]
    pub fn answered(answer: Answer) -> Self {
        Self {
            state: answer.into(),
            ..Self::default()
        }
    }

    /// Whether nothing at all was said: no answer, not even "don't know", and nothing beside it.
    #[must_use]
    pub fn is_blank(&self) -> bool {
        self.state == State::Unasked && !self.has_remarks()
    }

    /// Whether there is a note, an owner or evidence.
    #[must_use]
    pub fn has_remarks(&self) -> bool {
        self.note.is_some() || self.owner.is_some() || self.evidence.is_some()
    }

    /// This entry of a part and that of its workload as one: the answer that holds, and the
    /// workload's remarks where this has none of its own and they are about the same answer.
    pub(crate) fn over(&self, below: &Self) -> Self {
        let (state, same) = match self.state {
            State::Unasked => (below.state, true),
            own => (own, own == below.state || below.state == State::Unasked),
        };
        let remark = |own: &Option<String>, below: &Option<String>| {
            own.clone().or_else(|| below.clone().filter(|_| same))
        };
        Self {
            state,
            note: remark(&self.note, &below.note),
            owner: remark(&self.owner, &below.owner),
            evidence: remark(&self.evidence, &below.evidence),
        }
    }
}

static BLANK: Entry = Entry {
    state: State::Unasked,
    note: None,
    owner: None,
    evidence: None,
};

/// Answers by question slot. A question that nothing was said to has a blank entry.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Sheet(BTreeMap<usize, Entry>);

impl Sheet {
    /// What was said to the question in this slot.
    #[must_use]
    pub fn get(&self, slot: usize) -> &Entry {
        self.0.get(&slot).unwrap_or(&BLANK)
    }

    /// Sets what is said to the question in this slot; a blank entry takes it back.
    pub fn set(&mut self, slot: usize, entry: Entry) {
        if entry.is_blank() {
            self.0.remove(&slot);
        } else {
            self.0.insert(slot, entry);
        }
    }

    /// The questions that something was said to, in slot order.
    pub fn iter(&self) -> impl Iterator<Item = (usize, &Entry)> {
        self.0.iter().map(|(slot, entry)| (*slot, entry))
    }

    /// Whether nothing was said to any question.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use plumbline_rules::Answer;

    use super::{Entry, Sheet, State};

    #[test]
    fn a_blank_entry_takes_an_answer_back() {
        let mut sheet = Sheet::default();
        sheet.set(7, Entry::answered(Answer::YesNo(true)));
        assert_eq!(sheet.get(7).state, State::Answered(Answer::YesNo(true)));
        assert_eq!(sheet.get(6), &Entry::default());
        sheet.set(7, Entry::default());
        assert_eq!(sheet, Sheet::default());
    }

    #[test]
    fn a_remark_without_an_answer_is_kept() {
        let mut sheet = Sheet::default();
        let entry = Entry {
            owner: Some("Ana".to_owned()),
            ..Entry::default()
        };
        sheet.set(0, entry.clone());
        assert_eq!(sheet.iter().collect::<Vec<_>>(), [(0, &entry)]);
        assert_eq!(sheet.get(0).state.answer(), Answer::Unknown);
    }
}
