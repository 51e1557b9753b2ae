//! How much can be asked to be kept. What a version may be called, the store knows.

use plumbline_api::{LONGEST_HISTORY, Move, Problem, ProblemKind, Save};
use plumbline_source::{Limits, quote};

/// The longest name of a step, in characters. Names are made by the page, of a question's text and
/// an answer.
const LONGEST_STEP: usize = 200;

fn invalid(message: String, help: &str) -> Problem {
    Problem::new(ProblemKind::Invalid, message, help)
}

/// Whether a save is of a size that can be kept.
///
/// # Errors
/// [`ProblemKind::Invalid`] when it has more moves than can be undone, a text that is longer than
/// a workload file may be, or a step with an endless name.
pub fn save(save: &Save) -> Result<(), Problem> {
    if save.moves.len() > LONGEST_HISTORY {
        return Err(invalid(
            format!(
                "{} changes are too many for one save; {LONGEST_HISTORY} are the most",
                save.moves.len()
            ),
            "save more often",
        ));
    }
    for made in &save.moves {
        let Move::Do { name, text } = made else {
            continue;
        };
        let most = Limits::workload().bytes;
        if text.len() > most {
            return Err(invalid(
                format!(
                    "the workload would be larger than {} MB, which is the most that can be read",
                    most / 1_000_000
                ),
                "shorten its notes, or split it",
            ));
        }
        if name.chars().count() > LONGEST_STEP {
            return Err(invalid(
                format!(
                    "the name of the step {} is too long; {LONGEST_STEP} characters are the most",
                    quote(name)
                ),
                "shorten it",
            ));
        }
    }
    Ok(())
}
