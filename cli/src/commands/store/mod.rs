//! The commands about the app's own store of workloads: copying it, bringing a copy back, and taking
//! workloads out of it and into it as plain files.

pub mod backup;
pub mod export;
pub mod import;
mod names;
pub mod restore;

use std::path::{Path, PathBuf};

use plumbline_source::{Diagnostic, quote_path};
use plumbline_store::{Opened, Store, StoreError};

use crate::data_folder::data_folder;
use crate::exit::{Failure, say};

/// Which store it is.
#[derive(Debug, clap::Args)]
pub struct Data {
    /// Where workloads are kept; by default where the system keeps such things
    #[arg(long, value_name = "DIR")]
    data: Option<PathBuf>,
}

impl Data {
    /// The folder of the store, whether there is one or not.
    fn folder(&self) -> Result<PathBuf, Failure> {
        data_folder(self.data.as_deref())
    }

    /// The store, which has to be there.
    fn open(&self) -> Result<Store, Failure> {
        let folder = self.folder()?;
        if !Store::exists(&folder) {
            return Err(Diagnostic::error(format!(
                "there is no store in {}",
                quote_path(&folder.to_string_lossy())
            ))
            .help("`plumbline serve` begins one; `--data DIR` names another folder")
            .into());
        }
        open(&folder)
    }
}

/// Opens a store, or begins one without the examples: whoever brings workloads along needs none.
fn open(folder: &Path) -> Result<Store, Failure> {
    let Opened { store, notices } = Store::open(folder, &[]).map_err(refused)?;
    for notice in notices {
        say(&format!("note: {notice}\n"));
    }
    Ok(store)
}

fn refused(error: StoreError) -> Diagnostic {
    let problem = Diagnostic::error(error.message());
    match error.help() {
        help if help.is_empty() => problem,
        help => problem.help(help),
    }
}
