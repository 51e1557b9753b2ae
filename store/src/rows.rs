//! The rows of the tables. Every one is read and written here, with its sum.

use rusqlite::{Connection, OptionalExtension, Row, params};

use crate::error::Fault;
use crate::sum::Sum;

const WORKLOAD: &str = "SELECT id, revision, text, changed, archived, example, turn, \
     save_base, save_moves, save_sum, sum FROM workload";
const STEP: &str = "SELECT workload, side, place, name, text, sum FROM step";
const VERSION: &str = "SELECT workload, number, name, taken, text, sum FROM version";

/// A workload.
#[derive(Clone, Debug, PartialEq)]
pub struct WorkloadRow {
    pub id: String,
    pub revision: i64,
    pub text: String,
    pub changed: String,
    pub archived: bool,
    pub example: bool,
    /// Higher than that of any workload that was changed before.
    pub turn: i64,
    pub last_save: LastSave,
}

/// By what the last save is known again when it is sent once more. All 0 when there was none: no
/// save builds on the revision 0.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct LastSave {
    /// The revision that it built on.
    pub base: i64,
    /// How many moves it had.
    pub moves: i64,
    /// A sum over them.
    pub sum: i64,
}

impl WorkloadRow {
    fn read(row: &Row<'_>) -> Result<Self, Fault> {
        let read = Self::unchecked(row)?;
        sound(read.sum(), row.get("sum")?, "workload").map(|()| read)
    }

    fn unchecked(row: &Row<'_>) -> Result<Self, Fault> {
        Ok(Self {
            id: row.get(0)?,
            revision: row.get(1)?,
            text: row.get(2)?,
            changed: row.get(3)?,
            archived: row.get(4)?,
            example: row.get(5)?,
            turn: row.get(6)?,
            last_save: LastSave {
                base: row.get(7)?,
                moves: row.get(8)?,
                sum: row.get(9)?,
            },
        })
    }

    fn sum(&self) -> i64 {
        Sum::new()
            .text(&self.id)
            .number(self.revision)
            .text(&self.text)
            .text(&self.changed)
            .number(self.archived.into())
            .number(self.example.into())
            .number(self.turn)
            .number(self.last_save.base)
            .number(self.last_save.moves)
            .number(self.last_save.sum)
            .value()
    }

    /// Writes it, new or over the one with its id.
    pub fn write(&self, connection: &Connection) -> Result<(), Fault> {
        connection
            .prepare(
                "INSERT INTO workload (id, revision, text, changed, archived, example, turn, \
                 save_base, save_moves, save_sum, sum) \
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11) \
                 ON CONFLICT (id) DO UPDATE SET revision = ?2, text = ?3, changed = ?4, \
                 archived = ?5, example = ?6, turn = ?7, save_base = ?8, save_moves = ?9, \
                 save_sum = ?10, sum = ?11",
            )?
            .execute(params![
                self.id,
                self.revision,
                self.text,
                self.changed,
                self.archived,
                self.example,
                self.turn,
                self.last_save.base,
                self.last_save.moves,
                self.last_save.sum,
                self.sum(),
            ])?;
        Ok(())
    }
}

/// A step that can be undone or redone.
#[derive(Clone, Debug, PartialEq)]
pub struct StepRow {
    pub workload: String,
    /// 0: can be undone; 1: can be redone.
    pub side: i64,
    /// Counts up; the highest is the next one.
    pub place: i64,
    pub name: String,
    pub text: String,
}

impl StepRow {
    fn read(row: &Row<'_>) -> Result<Self, Fault> {
        let read = Self::unchecked(row)?;
        sound(read.sum(), row.get("sum")?, "step").map(|()| read)
    }

    fn unchecked(row: &Row<'_>) -> Result<Self, Fault> {
        Ok(Self {
            workload: row.get(0)?,
            side: row.get(1)?,
            place: row.get(2)?,
            name: row.get(3)?,
            text: row.get(4)?,
        })
    }

    fn sum(&self) -> i64 {
        Sum::new()
            .text(&self.workload)
            .number(self.side)
            .number(self.place)
            .text(&self.name)
            .text(&self.text)
            .value()
    }

    /// Writes it, new or over the one in its place.
    pub fn write(&self, connection: &Connection) -> Result<(), Fault> {
        connection
            .prepare(
                "INSERT OR REPLACE INTO step (workload, side, place, name, text, sum) \
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
            )?
            .execute(params![
                self.workload,
                self.side,
                self.place,
                self.name,
                self.text,
                self.sum(),
            ])?;
        Ok(())
    }
}

/// A named version.
#[derive(Clone, Debug, PartialEq)]
pub struct VersionRow {
    pub workload: String,
    pub number: u32,
    pub name: String,
    pub taken: String,
    pub text: String,
}

impl VersionRow {
    fn read(row: &Row<'_>) -> Result<Self, Fault> {
        let read = Self {
            workload: row.get(0)?,
            number: row.get(1)?,
            name: row.get(2)?,
            taken: row.get(3)?,
            text: row.get(4)?,
        };
        sound(read.sum(), row.get("sum")?, "version").map(|()| read)
    }

    fn sum(&self) -> i64 {
        Sum::new()
            .text(&self.workload)
            .number(self.number.into())
            .text(&self.name)
            .text(&self.taken)
            .text(&self.text)
            .value()
    }

    /// Writes it; it has to be new.
    pub fn write(&self, connection: &Connection) -> Result<(), Fault> {
        connection.execute(
            "INSERT INTO version (workload, number, name, taken, text, sum) \
             VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
            params![
                self.workload,
                self.number,
                self.name,
                self.taken,
                self.text,
                self.sum()
            ],
        )?;
        Ok(())
    }
}

fn sound(sum: i64, kept: i64, what: &str) -> Result<(), Fault> {
    if sum == kept {
        return Ok(());
    }
    Err(Fault::Damaged(format!("a {what} in it was altered")))
}

/// All workloads, the one changed last first.
pub fn workloads(connection: &Connection) -> Result<Vec<WorkloadRow>, Fault> {
    let mut statement = connection.prepare(&format!("{WORKLOAD} ORDER BY turn DESC, id"))?;
    statement.query_and_then([], WorkloadRow::read)?.collect()
}

/// The workload with an id.
pub fn workload(connection: &Connection, id: &str) -> Result<Option<WorkloadRow>, Fault> {
    let mut statement = connection.prepare(&format!("{WORKLOAD} WHERE id = ?1"))?;
    let mut found = statement.query_and_then([id], WorkloadRow::read)?;
    found.next().transpose()
}

/// The turn of the next change.
pub fn next_turn(connection: &Connection) -> Result<i64, Fault> {
    let last: Option<i64> =
        connection.query_row("SELECT max(turn) FROM workload", [], |row| row.get(0))?;
    Ok(last.unwrap_or(0).saturating_add(1))
}

/// Deletes a workload with its steps and versions.
pub fn delete_workload(connection: &Connection, id: &str) -> Result<(), Fault> {
    connection.execute("DELETE FROM workload WHERE id = ?1", [id])?;
    Ok(())
}

/// The steps on a side of a workload, the next one at the end.
pub fn steps(connection: &Connection, workload: &str, side: i64) -> Result<Vec<StepRow>, Fault> {
    let mut statement = connection.prepare(&format!(
        "{STEP} WHERE workload = ?1 AND side = ?2 ORDER BY place"
    ))?;
    let steps = statement.query_and_then(params![workload, side], StepRow::read)?;
    steps.collect()
}

/// Deletes a step.
pub fn delete_step(
    connection: &Connection,
    workload: &str,
    side: i64,
    place: i64,
) -> Result<(), Fault> {
    connection
        .prepare("DELETE FROM step WHERE workload = ?1 AND side = ?2 AND place = ?3")?
        .execute(params![workload, side, place])?;
    Ok(())
}

/// The versions of a workload, the last one first.
pub fn versions(connection: &Connection, workload: &str) -> Result<Vec<VersionRow>, Fault> {
    let mut statement = connection.prepare(&format!(
        "{VERSION} WHERE workload = ?1 ORDER BY number DESC"
    ))?;
    statement
        .query_and_then([workload], VersionRow::read)?
        .collect()
}

/// A version of a workload.
pub fn version(
    connection: &Connection,
    workload: &str,
    number: u32,
) -> Result<Option<VersionRow>, Fault> {
    let mut statement =
        connection.prepare(&format!("{VERSION} WHERE workload = ?1 AND number = ?2"))?;
    let mut found = statement.query_and_then(params![workload, number], VersionRow::read)?;
    found.next().transpose()
}

/// Checks how the file is built. This holds for every version of the schema.
///
/// # Errors
/// The first damage that is found.
pub fn check_structure(connection: &Connection) -> Result<(), Fault> {
    // Not `quick_check`: it passes over the indexes, and a workload that its index has lost would be
    // in the list and yet not be found.
    let said: String = connection.query_row("PRAGMA integrity_check(1)", [], |row| row.get(0))?;
    if said != "ok" {
        return Err(Fault::Damaged(said.replace('\n', " ")));
    }
    let orphan: Option<String> = connection
        .query_row("PRAGMA foreign_key_check", [], |row| row.get(0))
        .optional()?;
    if let Some(table) = orphan {
        return Err(Fault::Damaged(format!("a {table} belongs to no workload")));
    }
    Ok(())
}

/// Checks everything that stands in a file of the current version.
///
/// # Errors
/// The first damage that is found.
pub fn check(connection: &Connection) -> Result<(), Fault> {
    each(connection, WORKLOAD, |row| WorkloadRow::read(row).map(drop))?;
    each(connection, STEP, |row| StepRow::read(row).map(drop))?;
    each(connection, VERSION, |row| VersionRow::read(row).map(drop))
}

fn each(
    connection: &Connection,
    query: &str,
    look: impl Fn(&Row<'_>) -> Result<(), Fault>,
) -> Result<(), Fault> {
    let mut statement = connection.prepare(query)?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        look(row)?;
    }
    Ok(())
}

/// Gives every row its sum, where a file comes from before there were sums. (Versions came with them.)
///
/// # Errors
/// What the database says.
pub fn write_sums(connection: &Connection) -> Result<(), Fault> {
    let workloads: Vec<WorkloadRow> = connection
        .prepare(WORKLOAD)?
        .query_and_then([], WorkloadRow::unchecked)?
        .collect::<Result<_, Fault>>()?;
    for row in workloads {
        row.write(connection)?;
        for side in [0, 1] {
            let steps: Vec<StepRow> = connection
                .prepare(&format!("{STEP} WHERE workload = ?1 AND side = ?2"))?
                .query_and_then(params![row.id, side], StepRow::unchecked)?
                .collect::<Result<_, Fault>>()?;
            steps.iter().try_for_each(|step| step.write(connection))?;
        }
    }
    Ok(())
}
