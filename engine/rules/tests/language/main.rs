//! The condition language, from outside.

// A test says what is wrong by panicking, in its helper functions too.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod classes;
mod errors;
mod evaluate;
mod generate;
mod oracle;
mod properties;
mod quantity;
mod vocabulary;
mod words;
