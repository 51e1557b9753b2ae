//! Saving: what was done to a workload, on the revision that it was done to.

use plumbline_api::{Move, Save, Saved};

use crate::clock;
use crate::error::StoreError;
use crate::history::Kept;
use crate::opening::Store;
use crate::rows::{self, LastSave, WorkloadRow};
use crate::sum::Sum;
use crate::workloads::{find, record, revision};

impl Store {
    /// Saves what was done to a workload. The revision goes up by one, unless nothing changed.
    ///
    /// A save whose answer was lost may be sent again, also with further moves after those that it
    /// had: what is kept already isn't made twice.
    ///
    /// # Errors
    /// [`StoreError::Stale`] when it builds on another revision than the one that is kept; and when
    /// there is no workload with this id, or it can't be written.
    pub fn save(&mut self, id: &str, save: &Save) -> Result<Saved, StoreError> {
        self.writing(|connection| {
            let mut row = find(connection, id)?;
            let moves = if revision(&row) == save.revision {
                save.moves.as_slice()
            } else if let Some(rest) = not_yet_kept(&row, save) {
                rest
            } else {
                let current = Box::new(record(connection, row)?);
                return Err(StoreError::Stale { current }.into());
            };
            let kept = Kept::read(connection, id)?;
            if kept.make(connection, id, &mut row.text, moves)? {
                row.revision = row.revision.saturating_add(1);
                row.changed = clock::written(clock::now());
                row.turn = rows::next_turn(connection)?;
                row.example = false;
                row.last_save = LastSave {
                    base: number(save.revision),
                    moves: number(save.moves.len()),
                    sum: sum(&save.moves),
                };
                row.write(connection)?;
            }
            Ok(Saved {
                revision: revision(&row),
                changed: row.changed,
            })
        })
    }
}

/// The moves that are left to make, when this save begins with the very moves of the last one on the
/// very same revision: its answer was lost, or somebody else has done exactly the same. Either way
/// the sender knows what is kept.
fn not_yet_kept<'a>(row: &WorkloadRow, save: &'a Save) -> Option<&'a [Move]> {
    let LastSave {
        base,
        moves,
        sum: kept,
    } = row.last_save;
    if base == 0 || base != number(save.revision) {
        return None;
    }
    let (again, rest) = save.moves.split_at_checked(usize::try_from(moves).ok()?)?;
    (sum(again) == kept).then_some(rest)
}

fn sum(moves: &[Move]) -> i64 {
    let add = |sum: Sum, made: &Move| match made {
        Move::Do { name, text } => sum.number(0).text(name).text(text),
        Move::Undo => sum.number(1),
        Move::Redo => sum.number(2),
    };
    moves.iter().fold(Sum::new(), add).value()
}

/// As SQLite keeps it; what is larger than that is no number that ever was kept.
fn number<T: TryInto<i64>>(number: T) -> i64 {
    number.try_into().unwrap_or(i64::MAX)
}

#[cfg(test)]
mod tests {
    use plumbline_api::{Move, Save};

    use crate::error::StoreError;
    use crate::opening::Store;

    fn save(revision: u64, text: &str) -> Save {
        let (name, text) = ("Write".to_owned(), text.to_owned());
        Save {
            revision,
            moves: vec![Move::Do { name, text }],
        }
    }

    #[test]
    fn a_save_that_finds_no_room_changes_nothing_and_the_next_one_works() {
        let folder = tempfile::tempdir().unwrap();
        let mut store = Store::open(folder.path(), &["name: Example\n"])
            .unwrap()
            .store;
        let id = store.workloads().unwrap()[0].id.clone();
        let before = store.workload(&id).unwrap();
        let large = "x".repeat(1_000_000);
        store
            .connection
            .pragma_update(None, "max_page_count", 20)
            .unwrap();
        let error = store.save(&id, &save(1, &large)).unwrap_err();
        assert!(matches!(error, StoreError::Full { .. }), "{error}");
        assert!(error.to_string().contains("make room"), "{error}");
        assert_eq!(store.workload(&id).unwrap(), before);
        store.save(&id, &save(1, "name: Small\n")).unwrap();
        store
            .connection
            .pragma_update(None, "max_page_count", 100_000)
            .unwrap();
        store.save(&id, &save(2, &large)).unwrap();
        assert_eq!(store.workload(&id).unwrap().text, large);
    }
}
