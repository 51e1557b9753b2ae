//! `plumbline restore`: brings a copy of the store back.

use std::path::Path;

use plumbline_store::Store;

use super::{Data, refused};
use crate::exit::{Exit, Outcome, say};
use crate::input::shell_word;
use crate::output::print;

const EXAMPLES: &str = "\
Examples:
  plumbline restore                            lists the copies that there are
  plumbline restore plumbline-2026-11-21T093000Z.db
  plumbline restore ./from-the-old-machine.db

The copy is checked before anything is changed. What it replaces is kept beside it. The app has to be
stopped first.";

/// Arguments of `restore`.
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLES)]
pub struct Args {
    /// A copy from the folder `backups`, or the path of a file anywhere; left out, the copies are
    /// listed
    #[arg(value_name = "NAME")]
    copy: Option<String>,
    #[command(flatten)]
    data: Data,
}

/// Runs `restore`.
pub fn run(args: &Args) -> Outcome {
    let folder = args.data.folder()?;
    let Some(copy) = &args.copy else {
        return list(&folder);
    };
    let restored = if copy.contains(std::path::is_separator) {
        Store::restore_file(&folder, Path::new(copy))
    } else {
        Store::restore(&folder, copy)
    };
    let restored = restored.map_err(refused)?;
    say(&format!("restored {}\n", shell_word(Path::new(copy))));
    if let Some(replaced) = restored.replaced {
        say(&format!(
            "what was there is now {}\n",
            shell_word(&replaced)
        ));
    }
    Ok(Exit::Fine)
}

fn list(folder: &Path) -> Outcome {
    let copies = Store::backups_in(folder).map_err(refused)?;
    if copies.is_empty() {
        say(&format!(
            "there are no copies in {}; `plumbline backup` makes one\n",
            shell_word(&folder.join("backups"))
        ));
    }
    let lines: String = copies
        .iter()
        .map(|copy| format!("{}  {:>7} kB\n", copy.name, copy.bytes.div_ceil(1000)))
        .collect();
    print(&lines)?;
    Ok(Exit::Fine)
}
