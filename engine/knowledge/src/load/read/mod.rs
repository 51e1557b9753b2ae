//! Entries into the types of the model, a file for each kind or two.

mod checklist;
mod cite;
mod claim;
mod pattern;
mod question;
mod rule;
mod service;
mod stage;
mod trade_off;

pub(crate) use checklist::checklist_item;
pub(crate) use cite::{dimension, guide, source};
pub(crate) use claim::{claim, contradiction};
pub(crate) use pattern::pattern;
pub(crate) use question::question;
pub(crate) use rule::rule;
pub(crate) use service::{limits, role, service};
pub(crate) use stage::stage;
pub(crate) use trade_off::trade_off;
