//! Workloads as they are kept.

use serde::{Deserialize, Serialize};

use crate::history::{History, Move};

/// A workload with everything that is kept of it but its versions.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Record {
    /// Given by the store; stays the same for good. Letters and digits.
    pub id: String,
    /// Goes up by one with every save; a save says which one it builds on.
    pub revision: u64,
    /// The workload file, in YAML.
    pub text: String,
    /// What can be undone and redone.
    pub history: History,
    /// Put away: it isn't in the portfolio, but nothing of it is lost.
    pub archived: bool,
    /// When it was last changed, in UTC: `2026-11-21T09:30:00Z`.
    pub changed: String,
}

/// A workload in the portfolio.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Listed {
    /// As in [`Record::id`].
    pub id: String,
    /// As in [`Record::revision`].
    pub revision: u64,
    /// The workload file, in YAML.
    pub text: String,
    /// As in [`Record::archived`].
    pub archived: bool,
    /// One of the examples that a new store begins with, and nobody has changed it yet.
    pub example: bool,
    /// As in [`Record::changed`].
    pub changed: String,
}

/// A workload that isn't kept yet.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct NewWorkload {
    /// The workload file, in YAML. It has to be one that can be read.
    pub text: String,
}

/// What has been done to a workload since a revision.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Save {
    /// The revision that the moves build on. When the kept one is another, nothing is saved.
    pub revision: u64,
    /// In the order in which they were made.
    pub moves: Vec<Move>,
}

/// A save that is on the disk.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Saved {
    /// The revision that there is now.
    pub revision: u64,
    /// As in [`Record::changed`].
    pub changed: String,
}

/// What tells whether a workload was changed elsewhere.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Vitals {
    /// As in [`Record::revision`].
    pub revision: u64,
    /// As in [`Record::archived`].
    pub archived: bool,
}

/// A name for a version that is to be kept.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct NewVersion {
    /// What people call it: "before the review". One line, at most 120 characters.
    pub name: String,
}

/// A named snapshot of a workload.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Version {
    /// Counts up from 1 within the workload.
    pub number: u32,
    /// As in [`NewVersion::name`].
    pub name: String,
    /// When it was taken, in UTC: `2026-11-21T09:30:00Z`.
    pub taken: String,
}

/// A version with the file that it keeps.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct VersionText {
    /// Which version it is.
    pub version: Version,
    /// The workload file as it was, in YAML.
    pub text: String,
}

/// A copy of the whole store.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Backup {
    /// The name of its file, without folders.
    pub name: String,
    /// When it was made, in UTC: `2026-11-21T09:30:00Z`.
    pub made: String,
    /// Its size.
    pub bytes: u64,
}
