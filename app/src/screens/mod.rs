//! The screens, each in a place of its own.

mod architecture;
mod checklists;
mod compare;
mod documents;
mod knowledge;
mod nowhere;
mod questions;
mod settings;
mod trade_offs;
mod verdict;
mod workloads;

pub use architecture::Architecture;
pub use checklists::{Checklists, checklist_count};
pub use compare::Compare;
pub use documents::Documents;
pub use knowledge::{Knowledge, offer_knowledge};
pub use nowhere::Nowhere;
pub use questions::{Questions, offer_questions};
pub use settings::Settings;
pub use trade_offs::{TradeOffs, trade_off_count};
pub use verdict::Verdict;
pub use workloads::{OpenedFiles, Workloads};
