//! Which workloads are shown, in which order: what stands in the address.

use std::cmp::Ordering;

use plumbline_assess::Outcome;

/// What the workloads are put in order by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sort {
    /// A to Z.
    Name,
    /// The readiest first.
    Readiness,
    /// The most open questions first.
    Open,
    /// The one changed last first.
    Changed,
}

impl Sort {
    /// All of them, as the columns stand.
    pub const ALL: [Self; 4] = [Self::Name, Self::Readiness, Self::Open, Self::Changed];

    /// As it stands in the address.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::Readiness => "readiness",
            Self::Open => "open",
            Self::Changed => "changed",
        }
    }

    /// Whether small comes before large where nothing else is said.
    #[must_use]
    pub const fn ascends(self) -> bool {
        matches!(self, Self::Name)
    }
}

/// What somebody chose to see.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// Words that have to be in the name, the provider or the verdict.
    pub find: String,
    /// The order.
    pub sort: Sort,
    /// The order backwards.
    pub reversed: bool,
    /// Only those with this verdict.
    pub outcome: Option<Outcome>,
    /// Those that are archived, in place of those that aren't.
    pub archived: bool,
}

/// A workload as far as choosing goes; what isn't known yet is none.
#[derive(Clone, Debug, PartialEq)]
pub struct Candidate {
    /// Name, provider and verdict, in lower case.
    pub words: String,
    /// Its name in lower case.
    pub name: String,
    /// Its verdict.
    pub outcome: Option<Outcome>,
    /// Its readiness.
    pub readiness: Option<f64>,
    /// How many questions are open.
    pub open: Option<usize>,
    /// When it was changed, in a form that sorts.
    pub changed: String,
    /// Whether it is archived.
    pub archived: bool,
}

impl Choice {
    /// Reads what stands in the address; what isn't understood counts for nothing.
    #[must_use]
    pub fn read(
        find: Option<String>,
        sort: Option<String>,
        verdict: Option<String>,
        archived: Option<String>,
    ) -> Self {
        let sort = sort.unwrap_or_default();
        let plain = sort.trim_start_matches('-');
        let found = Sort::ALL.into_iter().find(|one| one.id() == plain);
        Self {
            find: find.unwrap_or_default(),
            sort: found.unwrap_or(Sort::Changed),
            reversed: found.is_some() && sort.starts_with('-'),
            outcome: Outcome::ALL
                .into_iter()
                .find(|outcome| Some(outcome.id()) == verdict.as_deref()),
            archived: archived.as_deref() == Some("1"),
        }
    }

    /// What the address says when a column is chosen: its order, or backwards if it was chosen
    /// already.
    #[must_use]
    pub fn after_choosing(&self, sort: Sort) -> String {
        let back = self.sort == sort && !self.reversed;
        format!("{}{}", if back { "-" } else { "" }, sort.id())
    }

    /// Whether the order goes from small to large.
    #[must_use]
    pub fn ascends(&self) -> bool {
        self.sort.ascends() != self.reversed
    }

    /// The numbers of the candidates that are shown, in order.
    #[must_use]
    pub fn pick(&self, candidates: &[Candidate]) -> Vec<usize> {
        let find = self.find.to_lowercase();
        let words: Vec<&str> = find.split_whitespace().collect();
        let fits = |candidate: &Candidate| {
            candidate.archived == self.archived
                && words.iter().all(|word| candidate.words.contains(word))
                && (self.outcome.is_none() || candidate.outcome == self.outcome)
        };
        let mut picked: Vec<(usize, &Candidate)> = candidates
            .iter()
            .enumerate()
            .filter(|(_, candidate)| fits(candidate))
            .collect();
        picked.sort_by(|(_, one), (_, other)| {
            self.order(one, other)
                .then_with(|| one.name.cmp(&other.name))
        });
        picked.into_iter().map(|(number, _)| number).collect()
    }

    /// What isn't known stands at the end, whichever way the order goes.
    fn order(&self, one: &Candidate, other: &Candidate) -> Ordering {
        let known = |one: bool, other: bool| other.cmp(&one);
        let order = match self.sort {
            Sort::Name => one.name.cmp(&other.name),
            Sort::Changed => one.changed.cmp(&other.changed),
            Sort::Open => match (one.open, other.open) {
                (Some(one), Some(other)) => one.cmp(&other),
                (one, other) => return known(one.is_some(), other.is_some()),
            },
            Sort::Readiness => match (one.readiness, other.readiness) {
                (Some(one), Some(other)) => one.total_cmp(&other),
                (one, other) => return known(one.is_some(), other.is_some()),
            },
        };
        if self.ascends() {
            order
        } else {
            order.reverse()
        }
    }
}

#[cfg(test)]
mod tests {
    use plumbline_assess::Outcome;

    use super::{Candidate, Choice, Sort};

    fn candidate(
        name: &str,
        outcome: Option<Outcome>,
        readiness: Option<f64>,
        archived: bool,
    ) -> Candidate {
        Candidate {
            words: format!("{name} aws {}", outcome.map_or("", Outcome::label)),
            name: name.to_owned(),
            outcome,
            readiness,
            open: readiness.map(|readiness| readiness as usize),
            changed: format!("2026-11-2{}", name.len()),
            archived,
        }
    }

    #[test]
    fn the_address_says_what_is_shown_and_in_which_order() {
        let candidates = [
            candidate("b", Some(Outcome::Functions), Some(90.0), false),
            candidate("ccc", Some(Outcome::AlwaysOn), Some(10.0), false),
            candidate("aa", None, None, false),
            candidate("dddd", Some(Outcome::Functions), Some(50.0), true),
        ];
        for (find, sort, verdict, archived, picked) in [
            ("", "", "", "", vec![1, 2, 0]),
            ("", "changed", "", "", vec![1, 2, 0]),
            ("", "-changed", "", "", vec![0, 2, 1]),
            ("", "name", "", "", vec![2, 0, 1]),
            ("", "readiness", "", "", vec![0, 1, 2]),
            ("", "-readiness", "", "", vec![1, 0, 2]),
            ("", "-open", "", "", vec![1, 0, 2]),
            ("", "nonsense", "nonsense", "0", vec![1, 2, 0]),
            ("", "", "functions", "", vec![0]),
            ("", "", "", "1", vec![3]),
            ("AWS always", "", "", "", vec![1]),
            ("nothing", "", "", "", vec![]),
        ] {
            let some = |text: &str| (!text.is_empty()).then(|| text.to_owned());
            let choice = Choice::read(some(find), some(sort), some(verdict), some(archived));
            assert_eq!(
                choice.pick(&candidates),
                picked,
                "{find} {sort} {verdict} {archived}"
            );
        }
    }

    #[test]
    fn choosing_a_column_again_turns_its_order_round() {
        let choice = |sort: &str| Choice::read(None, Some(sort.to_owned()), None, None);
        assert_eq!(choice("name").after_choosing(Sort::Name), "-name");
        assert_eq!(choice("-name").after_choosing(Sort::Name), "name");
        assert_eq!(choice("name").after_choosing(Sort::Open), "open");
    }
}
