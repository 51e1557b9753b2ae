//! The options side by side, for all parts at once: what speaks for each and against it.

use serde::Serialize;

use super::part::{OptionView, PartView, Reason};

/// How many reasons of each part are named on either side of an option.
const REASONS: usize = 3;
/// How many are named on either side at most; a record is no inventory.
const MOST: usize = 5;

/// A way to run, as a decision record weighs it.
#[derive(Serialize)]
pub(super) struct Alternative {
    /// "Functions".
    title: String,
    /// How it stands in each part.
    standing: Vec<Standing>,
    good: Vec<Argument>,
    bad: Vec<Argument>,
}

#[derive(Serialize)]
struct Standing {
    part: String,
    percent: u32,
    chosen: bool,
    /// Why it is ruled out there.
    out: Vec<String>,
}

/// A reason, with what it counts in each part that it holds for.
#[derive(Serialize)]
struct Argument {
    because: String,
    counts: Vec<Count>,
}

#[derive(Serialize)]
struct Count {
    part: String,
    points: i32,
}

impl Alternative {
    /// The options in their order.
    pub(super) fn all(parts: &[PartView<'_>]) -> Vec<Self> {
        let count = parts.first().map_or(0, |part| part.options.len());
        (0..count)
            .filter_map(|number| {
                let held: Vec<(&str, &OptionView<'_>)> = parts
                    .iter()
                    .filter_map(|part| Some((part.name, part.options.get(number)?)))
                    .collect();
                Some(Self {
                    title: held.first()?.1.title.clone(),
                    standing: held
                        .iter()
                        .map(|(part, option)| Standing {
                            part: (*part).to_owned(),
                            percent: option.percent,
                            chosen: option.chosen,
                            out: option.out.iter().map(|out| (*out).to_owned()).collect(),
                        })
                        .collect(),
                    good: arguments(&held, |option| &option.good),
                    bad: arguments(&held, |option| &option.bad),
                })
            })
            .collect()
    }
}

/// The heaviest reasons of each part; one that holds for several parts stands once.
fn arguments<'a>(
    held: &[(&str, &'a OptionView<'a>)],
    side: impl Fn(&'a OptionView<'a>) -> &'a [Reason<'a>],
) -> Vec<Argument> {
    let mut named: Vec<&str> = Vec::new();
    // In turns, so that the first part doesn't take the whole list.
    for turn in 0..REASONS {
        for (_, option) in held {
            if let Some(reason) = side(option).get(turn)
                && !named.contains(&reason.because.as_str())
            {
                named.push(&reason.because);
            }
        }
    }
    named
        .into_iter()
        .take(MOST)
        .map(|because| Argument {
            because: because.to_owned(),
            counts: held
                .iter()
                .filter_map(|(part, option)| {
                    let mut reasons = side(option).iter();
                    let reason = reasons.find(|reason| reason.because == because)?;
                    Some(Count {
                        part: (*part).to_owned(),
                        points: reason.points,
                    })
                })
                .collect(),
        })
        .collect()
}
