//! Undo and redo. The page and the store make the same moves with the same code, so that what a
//! page shows after a reload is what it showed before.

use serde::{Deserialize, Serialize};

/// How many steps can be undone; older ones are forgotten.
pub const LONGEST_HISTORY: usize = 100;

/// A step that was made, by name, with the text on its other side.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Step {
    /// What the step did, as a person would say it: "Answer: how long does one run take".
    pub name: String,
    /// The workload file before the step, for one that can be undone; after it, for one that can
    /// be redone.
    pub text: String,
}

/// What can be undone and redone.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct History {
    /// Steps that can be undone, the last one made at the end.
    pub done: Vec<Step>,
    /// Steps that can be redone, the next one at the end.
    pub undone: Vec<Step>,
}

/// One move of the person at the page.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum Move {
    /// A change.
    Do {
        /// What it did, for the undo button.
        name: String,
        /// The workload file after it.
        text: String,
    },
    /// The last change is taken back.
    Undo,
    /// The change that was last taken back is made again.
    Redo,
}

impl History {
    /// Makes a move on the text of a workload. Undo and redo do nothing where there is nothing to
    /// undo or redo; a change that changes nothing leaves no step.
    pub fn make(&mut self, text: &mut String, made: Move) {
        match made {
            Move::Do { text: after, .. } if after == *text => {}
            Move::Do { name, text: after } => {
                let before = std::mem::replace(text, after);
                self.done.push(Step { name, text: before });
                self.undone.clear();
                if self.done.len() > LONGEST_HISTORY {
                    self.done.remove(0);
                }
            }
            Move::Undo => across(&mut self.done, &mut self.undone, text),
            Move::Redo => across(&mut self.undone, &mut self.done, text),
        }
    }

    /// The name of the step that an undo takes back.
    #[must_use]
    pub fn can_undo(&self) -> Option<&str> {
        self.done.last().map(|step| step.name.as_str())
    }

    /// The name of the step that a redo makes again.
    #[must_use]
    pub fn can_redo(&self) -> Option<&str> {
        self.undone.last().map(|step| step.name.as_str())
    }
}

/// Takes the last step of one side over to the other, and its text in exchange for the one there is.
fn across(from: &mut Vec<Step>, to: &mut Vec<Step>, text: &mut String) {
    if let Some(Step { name, text: other }) = from.pop() {
        let here = std::mem::replace(text, other);
        to.push(Step { name, text: here });
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{History, LONGEST_HISTORY, Move};

    fn change(text: &str) -> Move {
        Move::Do {
            name: format!("write {text}"),
            text: text.to_owned(),
        }
    }

    #[test]
    fn a_change_after_an_undo_ends_what_was_undone() {
        let (mut history, mut text) = (History::default(), "a".to_owned());
        history.make(&mut text, change("b"));
        history.make(&mut text, change("c"));
        history.make(&mut text, Move::Undo);
        assert_eq!((text.as_str(), history.can_redo()), ("b", Some("write c")));
        history.make(&mut text, change("d"));
        assert_eq!(
            (history.can_undo(), history.can_redo()),
            (Some("write d"), None)
        );
        history.make(&mut text, Move::Redo);
        assert_eq!(text, "d");
    }

    #[test]
    fn the_oldest_steps_are_forgotten() {
        let (mut history, mut text) = (History::default(), String::new());
        for count in 0..LONGEST_HISTORY + 5 {
            history.make(&mut text, change(&count.to_string()));
        }
        assert_eq!(history.done.len(), LONGEST_HISTORY);
        assert_eq!(history.done[0].text, "4");
    }

    proptest! {
        #[test]
        fn undoing_everything_and_redoing_it_changes_nothing(
            texts in proptest::collection::vec("[a-c]", 1..20),
        ) {
            let (mut history, mut text) = (History::default(), "start".to_owned());
            for after in &texts {
                history.make(&mut text, change(after));
            }
            let (before, steps) = (text.clone(), history.clone());
            for _ in 0..texts.len() {
                history.make(&mut text, Move::Undo);
            }
            prop_assert_eq!(&text, "start");
            for _ in 0..texts.len() {
                history.make(&mut text, Move::Redo);
            }
            prop_assert_eq!(text, before);
            prop_assert_eq!(history, steps);
        }
    }
}
