//! What can be picked as an answer, and what becomes of the answer then.

use plumbline_knowledge::{AnswerKind, Question};
use plumbline_rules::Answer;
use plumbline_workload::State;

/// Something to pick.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Pick {
    /// One state instead of another.
    State(State),
    /// One of several choices, in or out; by its place.
    Toggle(u8),
}

/// The choice that says that no other holds, if the question has one.
fn none_place(question: &Question) -> Option<u8> {
    let options = question.answer.options();
    let place = options.iter().position(|option| option.id == "none")?;
    u8::try_from(place).ok()
}

/// What can be picked as an answer to a question, with its label. "Don't know" and "not applicable"
/// are apart.
pub fn picks(question: &Question) -> Vec<(Pick, String)> {
    let answered = |answer| Pick::State(State::Answered(answer));
    let options = question.answer.options().iter().zip(0_u8..);
    match &question.answer {
        AnswerKind::Choice(_) => options
            .map(|(option, place)| (answered(Answer::Choice(place)), capitalised(&option.label)))
            .collect(),
        AnswerKind::Choices(_) => {
            let none = (answered(Answer::Choices(0)), "None of them".to_owned());
            options
                .map(|(option, place)| (Pick::Toggle(place), capitalised(&option.label)))
                .chain(none_place(question).is_none().then_some(none))
                .collect()
        }
        AnswerKind::YesNo { .. } => [(true, "Yes"), (false, "No")]
            .map(|(value, label)| (answered(Answer::YesNo(value)), label.to_owned()))
            .to_vec(),
        AnswerKind::Number { .. } => Vec::new(),
    }
}

/// All that can be picked, as it stands on the page.
pub fn all_picks(question: &Question) -> Vec<Pick> {
    let rest = [
        Pick::State(State::Unknown),
        Pick::State(State::NotApplicable),
    ];
    picks(question)
        .into_iter()
        .map(|(pick, _)| pick)
        .chain(rest)
        .collect()
}

impl Pick {
    /// Whether this is picked.
    pub fn is_on(self, state: State) -> bool {
        match (self, state) {
            (Self::State(picked), state) => picked == state,
            (Self::Toggle(place), State::Answered(Answer::Choices(set))) => set & bit(place) != 0,
            _ => false,
        }
    }

    /// What the answer is after somebody picked this, or picked it once more.
    pub fn applied(self, question: &Question, state: State) -> State {
        let place = match self {
            // Only what has a box of its own can be picked once more.
            Self::State(State::Answered(Answer::Choices(0))) if self.is_on(state) => {
                return State::Unasked;
            }
            Self::State(picked) => return picked,
            Self::Toggle(place) => place,
        };
        let before = match state {
            State::Answered(Answer::Choices(set)) => set,
            _ => 0,
        };
        let none = none_place(question);
        let after = if before & bit(place) != 0 {
            before & !bit(place)
        } else if none == Some(place) {
            bit(place)
        } else {
            (before | bit(place)) & !none.map_or(0, bit)
        };
        // Nothing picked is nothing said: that none holds is said by a box of its own.
        if after == 0 {
            State::Unasked
        } else {
            State::Answered(Answer::Choices(after))
        }
    }
}

fn bit(place: u8) -> u64 {
    1_u64.checked_shl(u32::from(place)).unwrap_or(0)
}

/// With a capital first letter, unless the first word is spelt in a way of its own: gRPC.
pub fn capitalised(text: &str) -> String {
    let word = text.split(' ').next().unwrap_or("");
    let mut letters = text.chars();
    match letters.next() {
        Some(first) if word.chars().all(|letter| !letter.is_uppercase()) => {
            first.to_uppercase().chain(letters).collect()
        }
        _ => text.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use plumbline_rules::Answer;
    use plumbline_workload::State;

    use super::{Pick, capitalised, picks};
    use crate::engine::knowledge;

    #[test]
    fn toggling_keeps_none_apart() {
        let question = &knowledge().questions[knowledge().question("compliance").unwrap()];
        let set = |bits| State::Answered(Answer::Choices(bits));
        let cases = [
            (State::Unasked, 1, set(0b10)),
            (State::Unknown, 2, set(0b100)),
            (set(0b10), 2, set(0b110)),
            (set(0b110), 0, set(0b1)),
            (set(0b1), 3, set(0b1000)),
            (set(0b10), 1, State::Unasked),
        ];
        for (before, place, after) in cases {
            assert_eq!(
                Pick::Toggle(place).applied(question, before),
                after,
                "{before:?} {place}"
            );
        }
    }

    #[test]
    fn none_of_them_is_offered_where_no_choice_says_so() {
        let has = |id: &str| {
            let question = &knowledge().questions[knowledge().question(id).unwrap()];
            picks(question)
                .iter()
                .any(|(_, label)| label == "None of them")
        };
        assert!(has("trigger"));
        assert!(!has("compliance"));
    }

    #[test]
    fn names_keep_their_spelling() {
        for (text, shown) in [
            ("a stream", "A stream"),
            ("gRPC or HTTP/2", "gRPC or HTTP/2"),
            ("", ""),
        ] {
            assert_eq!(capitalised(text), shown);
        }
    }
}
