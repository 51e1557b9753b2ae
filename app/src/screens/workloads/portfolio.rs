//! The workloads that are kept, what is found out about them one after another, and what can be
//! done to each.

use std::sync::Arc;
use std::time::Duration;

use leptos::prelude::*;
use leptos::task::spawn_local;
use plumbline_api::{Api, Listed, NewWorkload, Problem, ProblemKind};

use super::choice::Candidate;
use super::facts::{self, Reading};
use crate::backend::Backend;
use crate::components::download_text;
use crate::engine;
use crate::shell::announce;

/// For so many milliseconds workloads are assessed at a stretch; then the page has its turn.
const STRETCH: f64 = 12.0;

/// A workload of the portfolio.
#[derive(Clone)]
pub struct Row {
    /// As the store lists it.
    pub kept: Arc<Listed>,
    /// What is known of it so far.
    pub reading: ArcRwSignal<Reading>,
}

impl Row {
    fn new(kept: Listed) -> Self {
        Self {
            reading: ArcRwSignal::new(facts::known(&kept)),
            kept: Arc::new(kept),
        }
    }

    /// Its name, or what it seems to be called before it was read.
    pub fn name(&self) -> String {
        self.reading.with_untracked(|reading| {
            reading.facts().map_or_else(
                || facts::first_name(&self.kept.text),
                |facts| facts.name.clone(),
            )
        })
    }

    fn candidate(&self) -> Candidate {
        let name = self.name().to_lowercase();
        self.reading.with_untracked(|reading| {
            let facts = reading.facts();
            let provider = facts
                .and_then(|facts| facts.provider.as_deref())
                .unwrap_or_default();
            let verdict = facts.map_or("", |facts| facts.outcome.label());
            Candidate {
                words: format!("{name} {provider} {verdict}").to_lowercase(),
                outcome: facts.map(|facts| facts.outcome),
                readiness: facts.map(|facts| facts.readiness.score),
                open: facts.map(|facts| facts.open),
                changed: self.kept.changed.clone(),
                archived: self.kept.archived,
                name,
            }
        })
    }
}

/// All workloads of the store.
#[derive(Clone, Copy)]
pub struct Portfolio {
    rows: RwSignal<Option<Vec<Row>>>,
    /// What went wrong with the last thing that was done.
    pub problem: RwSignal<Option<Problem>>,
    /// Goes up whenever all that is there has been read.
    settled: RwSignal<u32>,
    /// Goes up with every list that comes, so that an older one is no longer read on.
    lists: RwSignal<u32>,
}

impl Portfolio {
    /// Fetches the workloads and lets the pieces of the screen get at them.
    pub fn provide() -> Self {
        let portfolio = Self {
            rows: RwSignal::new(None),
            problem: RwSignal::new(None),
            settled: RwSignal::new(0),
            lists: RwSignal::new(0),
        };
        provide_context(portfolio);
        portfolio.load();
        portfolio
    }

    /// The portfolio of the screen.
    pub fn get() -> Self {
        expect_context()
    }

    /// The workloads, archived ones too; none until they have come.
    pub fn rows(self) -> Option<Vec<Row>> {
        self.rows.get()
    }

    /// What there is to choose from. Follows the list, and what was read once all of it was.
    pub fn candidates(self) -> Vec<Candidate> {
        self.settled.track();
        self.rows
            .with(|rows| rows.iter().flatten().map(Row::candidate).collect())
    }

    /// Whether there are only the examples that a new store begins with.
    pub fn is_new(self) -> bool {
        self.rows.with(|rows| {
            rows.as_ref().is_some_and(|rows| {
                !rows.is_empty()
                    && rows
                        .iter()
                        .all(|row| row.kept.example && !row.kept.archived)
            })
        })
    }

    /// Fetches the workloads again.
    pub fn load(self) {
        spawn_local(async move {
            match Backend::here().workloads().await {
                Ok(list) => {
                    let rows: Vec<Row> = list.into_iter().map(Row::new).collect();
                    let unread = |row: &&Row| {
                        row.reading
                            .with_untracked(|reading| *reading == Reading::Pending)
                    };
                    let mut unread: Vec<Row> = rows.iter().filter(unread).cloned().collect();
                    unread.reverse();
                    let Some(number) = self.lists.try_update(|lists| {
                        *lists += 1;
                        *lists
                    }) else {
                        return;
                    };
                    self.rows.set(Some(rows));
                    self.read_on(unread, number);
                }
                Err(problem) => self.fail(problem),
            }
        });
    }

    /// Reads workloads from the end of the list, a few at a time.
    fn read_on(self, mut unread: Vec<Row>, number: u32) {
        if unread.is_empty() {
            let _ = self.settled.try_update(|settled| *settled += 1);
            return;
        }
        let stretch = move || {
            if self.lists.try_get_untracked() != Some(number) {
                return;
            }
            let begun = js_sys::Date::now();
            while js_sys::Date::now() - begun < STRETCH
                && let Some(row) = unread.pop()
            {
                row.reading.set(facts::read(&row.kept));
            }
            self.read_on(unread, number);
        };
        set_timeout(stretch, Duration::ZERO);
    }

    fn fail(self, problem: Problem) {
        let _ = self.problem.try_set(Some(problem));
    }

    /// Keeps a new workload and gives its id to `then`.
    pub fn create(self, text: String, then: impl FnOnce(String) + 'static) {
        self.problem.set(None);
        spawn_local(async move {
            match Backend::here().create(&NewWorkload { text }).await {
                Ok(record) => then(record.id),
                Err(problem) => self.fail(problem),
            }
        });
    }

    /// Keeps a copy of a workload under another name.
    pub fn duplicate(self, row: &Row) {
        let Ok(mut copy) = engine::read("workload", &row.kept.text) else {
            return;
        };
        let name = format!("Copy of {}", copy.name);
        copy.rename(&name);
        self.create(engine::write(&copy), move |_| {
            announce(format!("Added {name}"));
            self.load();
        });
    }

    /// Puts a workload away, or back.
    pub fn archive(self, row: &Row, archived: bool) {
        self.problem.set(None);
        let (id, name) = (row.kept.id.clone(), row.name());
        spawn_local(async move {
            match Backend::here().archive(&id, archived).await {
                Ok(_) => {
                    announce(format!(
                        "{name} {}",
                        if archived {
                            "is in the archive"
                        } else {
                            "is back"
                        }
                    ));
                    self.load();
                }
                Err(problem) => self.fail(problem),
            }
        });
    }

    /// Deletes an archived workload.
    pub fn delete(self, row: &Row) {
        self.problem.set(None);
        let (id, name) = (row.kept.id.clone(), row.name());
        spawn_local(async move {
            match Backend::here().delete(&id).await {
                // Somebody else deleted it already: that is what was wanted.
                Ok(())
                | Err(Problem {
                    kind: ProblemKind::NotFound,
                    ..
                }) => {
                    announce(format!("{name} is deleted"));
                    self.load();
                }
                Err(problem) => self.fail(problem),
            }
        });
    }
}

/// Gives the person the file of a workload.
pub fn export(row: &Row) {
    let name = format!("{}.workload.yaml", slug(&row.name()));
    download_text(&name, "application/yaml", &row.kept.text);
}

/// A name as a file's name: its letters and digits, in lower case, with hyphens between.
fn slug(name: &str) -> String {
    let plain = name.chars().map(|letter| {
        if letter.is_alphanumeric() {
            letter
        } else {
            ' '
        }
    });
    let plain: String = plain.flat_map(char::to_lowercase).take(80).collect();
    let words: Vec<&str> = plain.split_whitespace().collect();
    if words.is_empty() {
        "workload".to_owned()
    } else {
        words.join("-")
    }
}

#[cfg(test)]
mod tests {
    use super::slug;

    #[test]
    fn a_file_is_named_after_its_workload() {
        for (name, file) in [
            ("Checkout", "checkout"),
            ("  Übung: a/b\\c ", "übung-a-b-c"),
            ("../../etc", "etc"),
            ("…", "workload"),
        ] {
            assert_eq!(slug(name), file, "{name}");
        }
    }
}
