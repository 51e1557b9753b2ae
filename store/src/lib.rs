//! Workloads, their history and their named versions, in one SQLite file.
//!
//! What has been acknowledged is on the disk and survives a kill; what can't be kept is said and
//! changes nothing. Every row carries a sum over what it holds, and all of them are checked when a
//! store is opened, so that a file that was damaged is never taken for a sound one.
//!
//! A folder holds `plumbline.db`, copies of it in `backups`, and `plumbline.lock`, which keeps a
//! restore from replacing a store that is open.

mod backups;
mod clock;
mod error;
mod folder;
mod history;
mod opening;
mod restoring;
mod rows;
mod saving;
mod schema;
mod sum;
mod thinning;
mod versions;
mod workloads;

pub use error::StoreError;
pub use opening::{Opened, Store};
pub use restoring::Restored;
