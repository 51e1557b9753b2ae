//! The history of a workload as rows. A save touches the rows of the steps that it made or took back,
//! and leaves the hundred others alone.

use std::collections::BTreeMap;

use plumbline_api::{History, LONGEST_HISTORY, Move, Step};
use rusqlite::Connection;

use crate::error::Fault;
use crate::rows::{self, StepRow};

/// The steps that are kept of a workload.
#[derive(Debug)]
pub struct Kept {
    done: Vec<StepRow>,
    undone: Vec<StepRow>,
}

const DONE: i64 = 0;
const UNDONE: i64 = 1;

impl Kept {
    /// Reads the steps of a workload.
    pub fn read(connection: &Connection, workload: &str) -> Result<Self, Fault> {
        Ok(Self {
            done: rows::steps(connection, workload, DONE)?,
            undone: rows::steps(connection, workload, UNDONE)?,
        })
    }

    /// As the API has them.
    pub fn history(&self) -> History {
        let steps = |rows: &[StepRow]| {
            let step = |row: &StepRow| Step {
                name: row.name.clone(),
                text: row.text.clone(),
            };
            rows.iter().map(step).collect()
        };
        History {
            done: steps(&self.done),
            undone: steps(&self.undone),
        }
    }

    /// Makes moves on the text of a workload and writes the steps that differ afterwards. Returns
    /// whether anything changed.
    pub fn make(
        &self,
        connection: &Connection,
        workload: &str,
        text: &mut String,
        moves: &[Move],
    ) -> Result<bool, Fault> {
        let before = self.history();
        let mut history = before.clone();
        let was = text.clone();
        // How many of the oldest steps were forgotten, so that the others keep their places.
        let mut forgotten = 0;
        for made in moves {
            let full = history.done.len() >= LONGEST_HISTORY;
            if full && matches!(made, Move::Do { text: after, .. } if after != text) {
                forgotten += 1;
            }
            history.make(text, made.clone());
        }
        if history == before && *text == was {
            return Ok(false);
        }
        let first = |rows: &[StepRow]| rows.first().map_or(0, |row| row.place);
        let (done, undone) = (first(&self.done) + forgotten, first(&self.undone));
        write(
            connection,
            &self.done,
            numbered(workload, DONE, done, history.done),
        )?;
        write(
            connection,
            &self.undone,
            numbered(workload, UNDONE, undone, history.undone),
        )?;
        Ok(true)
    }
}

fn numbered(workload: &str, side: i64, first: i64, steps: Vec<Step>) -> BTreeMap<i64, StepRow> {
    let rows = (first..).zip(steps).map(|(place, step)| {
        let row = StepRow {
            workload: workload.to_owned(),
            side,
            place,
            name: step.name,
            text: step.text,
        };
        (place, row)
    });
    rows.collect()
}

/// Writes what is new and deletes what is gone.
fn write(
    connection: &Connection,
    before: &[StepRow],
    mut after: BTreeMap<i64, StepRow>,
) -> Result<(), Fault> {
    for row in before {
        match after.get(&row.place) {
            Some(same) if same == row => {
                after.remove(&row.place);
            }
            Some(_) => {}
            None => rows::delete_step(connection, &row.workload, row.side, row.place)?,
        }
    }
    after.values().try_for_each(|row| row.write(connection))
}

#[cfg(test)]
mod tests {
    use plumbline_api::{LONGEST_HISTORY, Move, Save};

    use crate::opening::Store;

    #[test]
    fn a_save_writes_few_rows_however_long_the_history_is() {
        let folder = tempfile::tempdir().unwrap();
        let mut store = Store::open(folder.path(), &[]).unwrap().store;
        let id = store.create("name: A\n").unwrap().id;
        let change = |number: usize| Move::Do {
            name: format!("change {number}"),
            text: format!("name: A{number}\n"),
        };
        let moves = (0..LONGEST_HISTORY + 20).map(change).collect();
        store.save(&id, &Save { revision: 1, moves }).unwrap();
        let cases = [
            (
                change(1000),
                3,
                "the workload, the new step, the forgotten one",
            ),
            (Move::Undo, 3, "the workload, a step on either side"),
            (Move::Undo, 3, "the same"),
            (Move::Redo, 3, "the same"),
            (
                change(2000),
                3,
                "the workload, the new step, the one that can't be redone now",
            ),
        ];
        for (revision, (made, most, what)) in (2..).zip(cases) {
            let before = store.connection.total_changes();
            let moves = vec![made];
            store.save(&id, &Save { revision, moves }).unwrap();
            let written = store.connection.total_changes() - before;
            assert!(written <= most, "{written} rows for {what}");
        }
    }
}
