//! Small pieces that several screens use, on native elements.

mod broken;
mod conflict;
mod dialog;
mod download;
mod key_names;
mod option_mark;
mod part_tabs;
mod readiness;
mod save_note;
mod standing;
mod trouble;

pub use broken::Broken;
pub use conflict::Conflict;
pub use dialog::Dialog;
pub use download::{download, download_text, today};
pub use key_names::KeyNames;
pub use option_mark::{OptionMark, option_label, option_token, outcome_token};
pub use part_tabs::{PartTabs, chosen_part};
pub use readiness::ReadinessScale;
pub use save_note::SaveNote;
pub use standing::Standing;
pub use trouble::Trouble;
