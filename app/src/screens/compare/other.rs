//! What this workload can be compared with, and the one that was chosen.

use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::spawn_local;
use plumbline_api::{Api, Problem, ProblemKind, Version};
use plumbline_assess::Assessment;
use plumbline_workload::Workload;

use crate::backend::Backend;
use crate::engine;
use crate::screens::workloads::first_name;
use crate::session::Session;

/// The versions of this workload, and the other workloads.
#[derive(Clone, Copy)]
pub struct Choices {
    versions: RwSignal<Option<Vec<Version>>>,
    /// Ids and names.
    others: RwSignal<Vec<(String, String)>>,
    /// Why they didn't come.
    pub problem: RwSignal<Option<Problem>>,
}

impl Choices {
    /// Fetches them.
    pub fn load(session: Session) -> Self {
        let choices = Self {
            versions: RwSignal::new(None),
            others: RwSignal::new(Vec::new()),
            problem: RwSignal::new(None),
        };
        choices.fetch(session);
        choices
    }

    /// Fetches them again.
    pub fn fetch(self, session: Session) {
        let id = session.id();
        self.problem.set(None);
        spawn_local(async move {
            match Backend::here().versions(&id).await {
                Ok(versions) => drop(self.versions.try_set(Some(versions))),
                Err(problem) => drop(self.problem.try_set(Some(problem))),
            }
            if let Ok(list) = Backend::here().workloads().await {
                let others = list.into_iter().filter(|one| one.id != id && !one.archived);
                let others = others
                    .map(|one| (first_name(&one.text), one.id))
                    .map(|(name, id)| (id, name));
                let _ = self.others.try_set(others.collect());
            }
        });
    }

    /// Whether the versions have come.
    pub fn come(self) -> bool {
        self.versions.with(Option::is_some)
    }

    /// The versions, the last one first.
    pub fn versions(self) -> Vec<Version> {
        self.versions.get().unwrap_or_default()
    }

    /// Adds a version that was kept just now.
    pub fn add(self, version: Version) {
        self.versions
            .update(|versions| versions.get_or_insert_default().insert(0, version));
    }

    /// What the address says for the last version.
    pub fn newest_version(self) -> Option<String> {
        self.versions.with(|versions| {
            versions
                .as_ref()?
                .first()
                .map(|version| version_key(version.number))
        })
    }

    /// The versions, as they can be chosen: what the address says, and what people read.
    pub fn version_options(self) -> Vec<(String, String)> {
        self.versions()
            .into_iter()
            .map(|version| (version_key(version.number), version.name))
            .collect()
    }

    /// The other workloads, likewise.
    pub fn other_options(self) -> Vec<(String, String)> {
        self.others.get()
    }
}

/// What the address says for a version.
#[must_use]
pub fn version_key(number: u32) -> String {
    format!("version:{number}")
}

/// What this workload is compared with.
#[derive(Clone)]
pub struct Second {
    /// What people call it.
    pub label: String,
    /// When the version was taken, if it is one.
    pub taken: Option<String>,
    /// It, read.
    pub workload: Arc<Workload>,
    /// What follows from it.
    pub assessment: Arc<Assessment>,
}

/// What was chosen, as it comes.
#[derive(Clone, Copy)]
pub struct Other {
    found: RwSignal<Option<Result<Second, Problem>>>,
    tries: RwSignal<u32>,
}

impl Other {
    /// Fetches whatever is chosen.
    pub fn follow(session: Session, with: Memo<Option<String>>) -> Self {
        let other = Self {
            found: RwSignal::new(None),
            tries: RwSignal::new(0),
        };
        Effect::new(move |_| {
            other.tries.track();
            let Some(chosen) = with.get() else { return };
            other.found.set(None);
            let id = session.id();
            spawn_local(async move {
                let second = fetch(&id, &chosen).await;
                // Another may have been chosen in the meantime.
                if with.try_get_untracked().flatten().as_ref() == Some(&chosen) {
                    let _ = other.found.try_set(Some(second));
                }
            });
        });
        other
    }

    /// What was fetched.
    pub fn get(self) -> Option<Result<Second, Problem>> {
        self.found.get()
    }

    /// Fetches it again.
    pub fn again(self) {
        self.tries.update(|tries| *tries += 1);
    }
}

async fn fetch(id: &str, chosen: &str) -> Result<Second, Problem> {
    if let Some(number) = chosen.strip_prefix("version:") {
        let number = number.parse().unwrap_or(0);
        let kept = Backend::here().version(id, number).await?;
        let workload = read(&kept.text)?;
        return Ok(second(
            kept.version.name,
            Some(kept.version.taken),
            workload,
        ));
    }
    let record = Backend::here().workload(chosen).await?;
    let workload = read(&record.text)?;
    Ok(second(workload.name.clone(), None, workload))
}

fn second(label: String, taken: Option<String>, workload: Workload) -> Second {
    let assessment = engine::assess(&workload);
    Second {
        label,
        taken,
        workload: Arc::new(workload),
        assessment,
    }
}

fn read(text: &str) -> Result<Workload, Problem> {
    engine::read("workload", text).map_err(|message| {
        Problem::new(
            ProblemKind::Invalid,
            message,
            "this version of Plumbline can't read it; choose another to compare with",
        )
    })
}

/// Fetches the workload of a version.
///
/// # Errors
/// It can't be fetched, or not be read.
pub async fn version_workload(id: &str, number: u32) -> Result<Workload, Problem> {
    read(&Backend::here().version(id, number).await?.text)
}
