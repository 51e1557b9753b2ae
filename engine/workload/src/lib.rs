//! The workload file: what an architect knows of a workload, as YAML beside the code.
//!
//! [`load`] reads a file into a [`Workload`] of typed answers, checked against the questionnaire of
//! a knowledge base; [`save`] writes one back, and what it writes loads to the same value.
//! [`template`] is the file that a person starts from, [`json_schema`] is for editors.
//!
//! ```yaml
//! plumbline: 1
//! name: Checkout
//! answers:
//!   traffic_shape: spiky
//!   longest_step: 900 ms
//!   private_network: {value: yes, note: The order database is in the VPC., owner: Ana}
//! parts:
//!   - id: api
//!     name: API
//!     answers: {waiting: person}
//! decisions:
//!   cold-starts: {choice: mitigate, owner: Ana, decided: 2026-11-21, expires: 2027-02-01}
//! checks:
//!   least-privilege: done
//! ```
//!
//! The three states of an answer never collapse: left out ([`State::Unasked`]) or known to be open
//! ([`State::Unknown`]), not applicable, and answered.

mod answers;
mod applies;
mod consistency;
mod day;
mod decided;
mod decision;
mod load;
mod meant;
mod order;
mod parts;
mod provider;
mod save;
mod scalar;
mod schema;
mod sheet;
mod template;
mod text;
mod words;
mod workload;

pub use day::Day;
pub use decision::{Check, CheckState, Choice, Decision};
pub use load::{Loaded, MOST_PARTS, VERSION, load};
pub use provider::providers;
pub use save::save;
pub use schema::json_schema;
pub use sheet::{Entry, Sheet, State};
pub use template::template;
pub use text::{
    LONGEST_EVIDENCE, LONGEST_NAME, LONGEST_NOTE, LONGEST_OWNER, LONGEST_SUMMARY, check_evidence,
};
pub use words::{answer_source, answer_words, parse_answer};
pub use workload::{Part, Workload};
