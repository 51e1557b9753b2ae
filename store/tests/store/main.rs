//! The store as its callers meet it, and as kills, full disks and damaged files meet it.

// Clippy knows test functions, but not what helps them.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod backups;
mod damage;
mod full_disk;
mod kill;
mod open;
mod schemas;
mod two_windows;
mod workloads;
