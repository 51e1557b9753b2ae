//! What people decided: about trade-offs, and which items of checklists are settled.

use serde::{Deserialize, Serialize};

use crate::day::Day;

/// What is done about a trade-off.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Choice {
    /// It is lived with.
    Accept,
    /// Something is done that softens it.
    Mitigate,
    /// The design is changed so that it doesn't arise.
    Avoid,
}

impl Choice {
    /// Every choice, in the order in which they are shown.
    pub const ALL: [Self; 3] = [Self::Accept, Self::Mitigate, Self::Avoid];

    /// The word for it in a workload file.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Accept => "accept",
            Self::Mitigate => "mitigate",
            Self::Avoid => "avoid",
        }
    }

    /// What people read of a decision that was taken.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::Accept => "accepted",
            Self::Mitigate => "mitigated",
            Self::Avoid => "avoided",
        }
    }
}

/// A decision about a trade-off.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Decision {
    /// What is done about it.
    pub choice: Choice,
    /// Who answers for it; at most 200 characters.
    pub owner: Option<String>,
    /// When it was taken.
    pub decided: Option<Day>,
    /// The last day that it holds; after that it has to be taken again.
    pub expires: Option<Day>,
    /// What a reader of the decision should know; at most 4,000 characters.
    pub note: Option<String>,
}

impl Decision {
    /// A decision with nothing beside it.
    #[must_use]
    pub const fn of(choice: Choice) -> Self {
        Self {
            choice,
            owner: None,
            decided: None,
            expires: None,
            note: None,
        }
    }

    /// Whether it expires before it was taken, which no file may say.
    #[must_use]
    pub fn expires_too_early(&self) -> bool {
        matches!((&self.decided, &self.expires), (Some(decided), Some(expires)) if expires < decided)
    }

    /// Whether it holds no longer on this day.
    #[must_use]
    pub fn is_expired(&self, today: &Day) -> bool {
        self.expires.as_ref().is_some_and(|expires| expires < today)
    }

    /// What people read: "accepted by Ana until 2027-02-01", or "accepted by Ana, expired on
    /// 2027-02-01" when that is before today.
    #[must_use]
    pub fn words(&self, today: &Day) -> String {
        let mut words = self.choice.label().to_owned();
        if let Some(owner) = &self.owner {
            words.push_str(" by ");
            words.push_str(owner);
        }
        if let Some(expires) = &self.expires {
            words.push_str(if self.is_expired(today) {
                ", expired on "
            } else {
                " until "
            });
            words.push_str(expires.as_str());
        }
        words
    }
}

/// How far an item of a checklist is.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(rename_all = "kebab-case")]
pub enum CheckState {
    /// Nobody began.
    #[default]
    Open,
    /// Somebody works on it.
    InProgress,
    /// It is settled.
    Done,
    /// Somebody decided that it doesn't matter here.
    NotNeeded,
}

impl CheckState {
    /// Every state, in the order in which they are shown.
    pub const ALL: [Self; 4] = [Self::Open, Self::InProgress, Self::Done, Self::NotNeeded];

    /// The word for it in a workload file.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::InProgress => "in-progress",
            Self::Done => "done",
            Self::NotNeeded => "not-needed",
        }
    }

    /// What people read.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::InProgress => "in progress",
            Self::Done => "done",
            Self::NotNeeded => "not needed",
        }
    }

    /// Whether nothing is left to do.
    #[must_use]
    pub const fn is_settled(self) -> bool {
        matches!(self, Self::Done | Self::NotNeeded)
    }
}

/// What was said to an item of a checklist.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Check {
    /// How far it is.
    pub state: CheckState,
    /// Who settles it; at most 200 characters.
    pub owner: Option<String>,
    /// What a reader should know; at most 4,000 characters.
    pub note: Option<String>,
}

impl Check {
    /// A state with nothing beside it.
    #[must_use]
    pub const fn of(state: CheckState) -> Self {
        Self {
            state,
            owner: None,
            note: None,
        }
    }

    /// Whether nothing at all was said: as open as an item that nobody looked at.
    #[must_use]
    pub fn is_blank(&self) -> bool {
        *self == Self::default()
    }
}

#[cfg(test)]
mod tests {
    use super::{Choice, Decision};
    use crate::day::Day;

    #[test]
    fn a_decision_holds_through_the_day_on_which_it_expires() {
        let decision = Decision {
            owner: Some("Ana".to_owned()),
            expires: Day::parse("2027-02-01"),
            ..Decision::of(Choice::Accept)
        };
        for (today, expired, words) in [
            ("2027-01-31", false, "accepted by Ana until 2027-02-01"),
            ("2027-02-01", false, "accepted by Ana until 2027-02-01"),
            ("2027-02-02", true, "accepted by Ana, expired on 2027-02-01"),
        ] {
            let today = Day::parse(today).unwrap();
            assert_eq!(decision.is_expired(&today), expired, "{today}");
            assert_eq!(decision.words(&today), words);
        }
        let bare = Decision::of(Choice::Mitigate);
        assert_eq!(bare.words(&Day::parse("2027-02-02").unwrap()), "mitigated");
    }
}
