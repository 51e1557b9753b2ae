//! What the app asks of whatever keeps its workloads: the trait [`Api`], the plain values that go
//! over it, and its two adapters, [`HttpApi`] for a server and [`InvokeApi`] for the desktop shell.
//! One suite of tests holds both, and what answers them, to the same contract.
//!
//! What is kept of a workload is the text of its file, the one that the command line reads and
//! people keep in version control. There is no second form.

mod api;
mod document;
mod history;
mod http;
mod invoke;
mod problem;
mod workload;

pub use api::Api;
pub use document::{Document, DocumentFormat, DocumentKind, DocumentRequest};
pub use history::{History, LONGEST_HISTORY, Move, Step};
pub use http::{Fetch, HttpApi, HttpReply, HttpRequest, Method};
pub use invoke::{Invoke, InvokeApi};
pub use problem::{Problem, ProblemKind};
pub use workload::{
    Backup, Listed, NewVersion, NewWorkload, Record, Save, Saved, Version, VersionText, Vitals,
};
