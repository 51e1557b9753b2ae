//! `plumbline export`: the workloads of the store as files.

use std::fs;
use std::path::{Path, PathBuf};

use plumbline_knowledge::Knowledge;
use plumbline_source::{Diagnostic, Limits, decode};
use plumbline_store::{Store, StoreError};

use super::names::{Names, slug};
use super::{Data, refused};
use crate::exit::{Exit, Failure, Outcome, say};
use crate::input::shell_word;
use crate::output::{exists, unwritable, write_file};
use crate::session::Session;

const EXAMPLES: &str = "\
Examples:
  plumbline export -o workloads/
  plumbline export -o workloads/ --force       overwrite what an earlier export wrote
  plumbline portfolio workloads/               the files are those that all commands read

Archived workloads go into a folder `archived`, named versions into `versions`. A file that is there is
never overwritten without `--force`; nothing is written then.";

/// Arguments of `export`.
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLES)]
pub struct Args {
    /// The folder to write to; it is made if it isn't there
    #[arg(short, long, value_name = "DIR")]
    output: PathBuf,
    /// Overwrite files that are there
    #[arg(long)]
    force: bool,
    #[command(flatten)]
    data: Data,
}

/// Runs `export`.
pub fn run(args: &Args, session: &Session) -> Outcome {
    let knowledge = session.knowledge()?;
    let files = files(&mut args.data.open()?, &knowledge).map_err(refused)?;
    write(&args.output, &files, args.force)?;
    let count = files.iter().filter(|file| !file.of_version).count();
    say(&format!(
        "wrote {count} {} to {}\n",
        if count == 1 { "workload" } else { "workloads" },
        shell_word(&args.output)
    ));
    Ok(Exit::Fine)
}

/// A file to write, below the folder of the export.
struct File {
    path: PathBuf,
    text: String,
    of_version: bool,
}

fn files(store: &mut Store, knowledge: &Knowledge) -> Result<Vec<File>, StoreError> {
    let mut names = Names::default();
    let mut files = Vec::new();
    let mut listed = store.workloads()?;
    // Ids stay the same, so that those who share a name get the same files with every export.
    listed.sort_by(|one, other| one.id.cmp(&other.id));
    for workload in listed {
        let name = names.give(&name(knowledge, &workload.text));
        let folder = if workload.archived { "archived" } else { "" };
        let file = format!("{name}.workload.yaml");
        files.push(File {
            path: Path::new(folder).join(file),
            text: workload.text,
            of_version: false,
        });
        for version in store.versions(&workload.id)? {
            let kept = store.version(&workload.id, version.number)?;
            let file = format!(
                "{:02}-{}.workload.yaml",
                version.number,
                slug(&version.name)
            );
            files.push(File {
                path: Path::new("versions").join(&name).join(file),
                text: kept.text,
                of_version: true,
            });
        }
    }
    Ok(files)
}

/// What people call a workload. One that can't be read is still exported: it is theirs.
fn name(knowledge: &Knowledge, text: &str) -> String {
    decode("workload", text.as_bytes().to_vec(), &Limits::workload())
        .ok()
        .and_then(|source| plumbline_workload::load(knowledge, &source).ok())
        .map(|loaded| loaded.workload.name)
        .unwrap_or_default()
}

fn write(folder: &Path, files: &[File], force: bool) -> Result<(), Failure> {
    if !force {
        let paths = files.iter().map(|file| folder.join(&file.path));
        let there: Vec<Diagnostic> = paths
            .filter(|path| path.symlink_metadata().is_ok())
            .map(|path| exists(&path))
            .collect();
        if !there.is_empty() {
            return Err(there.into());
        }
    }
    fs::create_dir_all(folder).map_err(|error| unwritable(folder, &error))?;
    for file in files {
        let path = folder.join(&file.path);
        if let Some(parent) = path.parent() {
            fs::create_dir_all(parent).map_err(|error| unwritable(parent, &error))?;
        }
        write_file(&path, file.text.as_bytes(), force)?;
    }
    Ok(())
}
