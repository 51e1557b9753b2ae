//! Plumbline in a window of its own: the same page and the same store, without a server.
//!
//! ```text
//! page ── invoke ──→ command (allowed by capabilities/page.json) ──→ Desk ──→ store
//! start, or a second start, with a file ──→ Opened ──→ the page
//! ```
//!
//! The page may call our own commands and hear of files that are opened, and nothing else. Dialogs,
//! files and the browser are the shell's.

mod calls;
mod dialogs;
mod file;
mod opened;
mod page;
mod window;

use std::path::PathBuf;
use std::process::ExitCode;

use plumbline_api::{Problem, ProblemKind};
use plumbline_desk::{Desk, default_folder};
use tauri::{App, AppHandle, Builder, Context, Manager, Runtime, Wry};
use tauri_plugin_dialog::MessageDialogKind;

use crate::dialogs::{in_words, say};
use crate::opened::Opened;

/// Another folder for the workloads than the usual one.
const DATA: &str = "PLUMBLINE_DATA";

/// The shell's settings, with the page and the permissions that are built into the program.
#[must_use]
pub fn context<R: Runtime>() -> Context<R> {
    tauri::generate_context!(assets = page::Page)
}

/// A shell that answers the page. It needs a [`Desk`] to [manage](Manager::manage) before the page
/// is there.
#[must_use]
pub fn answering<R: Runtime>(builder: Builder<R>) -> Builder<R> {
    builder
        .plugin(tauri_plugin_dialog::init())
        .manage(Opened::default())
        .invoke_handler(tauri::generate_handler![
            calls::workloads,
            calls::create,
            calls::workload,
            calls::vitals,
            calls::save,
            calls::archive,
            calls::delete,
            calls::versions,
            calls::keep_version,
            calls::version,
            calls::document_kinds,
            calls::document,
            calls::backups,
            calls::back_up,
            dialogs::save_file,
            dialogs::open_file,
            opened::opened_files,
        ])
}

/// Runs the program until its window is closed. A second start hands its files to the first and
/// ends.
///
/// # Errors
/// When the system has no window to give.
pub fn run() -> tauri::Result<ExitCode> {
    // First of all plug-ins: a second start mustn't get as far as the store.
    let only = tauri_plugin_single_instance::init(|app: &AppHandle<Wry>, arguments, folder| {
        window::show(app);
        opened::open(app, &arguments, &PathBuf::from(folder));
    });
    let app = answering(Builder::default().plugin(only))
        .setup(|app| Ok(start(app)?))
        .build(context())?;
    let code = app.run_return(|_, _| ());
    Ok(ExitCode::from(u8::try_from(code).unwrap_or(1)))
}

/// Opens the store, then the window; or says why it can't, and ends.
fn start(app: &App<Wry>) -> tauri::Result<()> {
    let handle = app.handle();
    let folder = data_folder();
    let opened = folder.and_then(|folder| Ok((Desk::open(&folder)?, folder)));
    let ((desk, notices), folder) = match opened {
        Ok(opened) => opened,
        Err(problem) => {
            eprintln!("error: {problem}");
            let end = handle.clone();
            let text = in_words(&problem);
            say(handle, MessageDialogKind::Error, &text, move || end.exit(1));
            return Ok(());
        }
    };
    app.manage(desk);
    let arguments: Vec<String> = std::env::args_os()
        .map(|argument| argument.to_string_lossy().into_owned())
        .collect();
    let here = std::env::current_dir().unwrap_or_default();
    opened::open(handle, &arguments, &here);
    window::open(handle, &folder)?;
    for notice in notices {
        eprintln!("note: {notice}");
        say(handle, MessageDialogKind::Info, &notice, || ());
    }
    Ok(())
}

fn data_folder() -> Result<PathBuf, Problem> {
    let given = std::env::var_os(DATA).filter(|folder| !folder.is_empty());
    given
        .map(PathBuf::from)
        .or_else(default_folder)
        .ok_or_else(|| {
            Problem::new(
                ProblemKind::Storage,
                "there is no home folder to keep workloads in",
                format!("set the environment variable `{DATA}` to a folder"),
            )
        })
}
