//! Changing which parts a workload has.
//!
//! Whatever is done, the workload has a part, ids are unique, and the file that is saved loads.

use crate::load::MOST_PARTS;
use crate::sheet::Sheet;
use crate::text;
use crate::workload::{Part, Workload};

impl Workload {
    /// Gives the workload another name, on one line and at most 200 characters of it. False, and
    /// nothing changes, when the name says nothing.
    pub fn rename(&mut self, name: &str) -> bool {
        let Some(name) = text::sound_name(name) else {
            return false;
        };
        if self.implicit_part {
            for part in &mut self.parts {
                part.name.clone_from(&name);
            }
        }
        self.name = name;
        true
    }

    /// Adds a part without answers of its own after the others, and gives its index. Its id is made
    /// of the name, and it is called `Part` when the name says nothing.
    ///
    /// In a workload without named parts it becomes the only one, and what was answered stays with
    /// the workload, so that it holds for the part as before.
    ///
    /// None, and nothing changes, when there are [`MOST_PARTS`] already.
    pub fn add_part(&mut self, name: &str) -> Option<usize> {
        if self.implicit_part {
            for part in std::mem::take(&mut self.parts) {
                self.answers = over(&part.answers, &self.answers);
            }
            self.implicit_part = false;
        }
        if self.parts.len() >= MOST_PARTS {
            return None;
        }
        let name = text::sound_name(name).unwrap_or_else(|| "Part".to_owned());
        self.parts.push(Part {
            id: self.unused_id(&name),
            name,
            answers: Sheet::default(),
        });
        Some(self.parts.len() - 1)
    }

    /// Gives a named part another name, on one line and at most 200 characters of it; the id stays.
    /// False, and nothing changes, when the name says nothing or there is no such part.
    pub fn rename_part(&mut self, part: usize, name: &str) -> bool {
        match (self.named_part(part), text::sound_name(name)) {
            (Some(part), Some(name)) => {
                part.name = name;
                true
            }
            _ => false,
        }
    }

    /// Takes a named part with its own answers away and gives it back.
    ///
    /// When it was the only one, the workload is without named parts again, and the part's own
    /// answers become those of the workload, so that the same holds as before.
    ///
    /// None, and nothing changes, when there is no such part.
    pub fn remove_part(&mut self, part: usize) -> Option<Part> {
        self.named_part(part)?;
        let removed = self.parts.remove(part);
        if self.parts.is_empty() {
            self.answers = over(&removed.answers, &self.answers);
            self.parts = vec![Part::implicit(&self.name)];
            self.implicit_part = true;
        }
        Some(removed)
    }

    /// Moves a named part to where another one is; those between move up or down by one. False, and
    /// nothing changes, when there is no such part or place.
    pub fn move_part(&mut self, from: usize, to: usize) -> bool {
        if self.named_part(from).is_none() || to >= self.parts.len() {
            return false;
        }
        let part = self.parts.remove(from);
        self.parts.insert(to, part);
        true
    }

    fn named_part(&mut self, part: usize) -> Option<&mut Part> {
        let named = !self.implicit_part;
        self.parts.get_mut(part).filter(|_| named)
    }

    /// An id for a new part of this name: its words, and a number where another part has them.
    fn unused_id(&self, name: &str) -> String {
        let base = text::kebab_case_of(name, LONGEST_BASE).unwrap_or_else(|| "part".to_owned());
        let is_taken = |id: &String| self.parts.iter().any(|part| part.id == *id);
        let numbered = (2_usize..).map(|number| format!("{base}-{number}"));
        std::iter::once(base.clone())
            .chain(numbered)
            .find(|id| !is_taken(id))
            .unwrap_or(base)
    }
}

/// A part's id is shorter than what a file may have, so that a number fits behind it.
const LONGEST_BASE: usize = 50;

/// The answers of a part and those of its workload as one sheet, in which the same holds as in the
/// part.
pub(crate) fn over(part: &Sheet, workload: &Sheet) -> Sheet {
    let mut both = workload.clone();
    for (slot, entry) in part.iter() {
        both.set(slot, entry.over(workload.get(slot)));
    }
    both
}
