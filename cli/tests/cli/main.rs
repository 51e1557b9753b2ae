//! The program as its users meet it: started as a process, judged by what it prints and how it ends.

// Clippy knows test functions, but not what helps them.
#![allow(clippy::unwrap_used, clippy::panic)]

mod assess;
mod bad_input;
mod decision_records;
mod documents;
mod help;
mod knowledge;
mod portfolio;
mod run;
mod serve;
mod store;
