//! The dialogs of the system, opened here and not by the page, so that the page can reach no file
//! but the one that somebody chose.

use std::path::{Path, PathBuf};

use plumbline_api::{Problem, ProblemKind};
use tauri::async_runtime::channel;
use tauri::{AppHandle, Runtime, Window, command};
use tauri_plugin_dialog::{DialogExt, FilePath, MessageDialogKind};

use crate::file::{self, OpenedFile, name_of};

/// Asks where to keep a file, and writes it there. False when the person thought better of it.
#[command]
pub async fn save_file<R: Runtime>(
    window: Window<R>,
    name: String,
    base64: String,
) -> Result<bool, Problem> {
    // The page proposes a name, never a folder.
    let dialog = window
        .dialog()
        .file()
        .set_parent(&window)
        .set_title("Save as")
        .set_file_name(name_of(Path::new(&name)));
    match chosen(|answer| dialog.save_file(answer)).await? {
        Some(path) => file::write(&path, &base64).map(|()| true),
        None => Ok(false),
    }
}

/// Asks for a workload file. None when the person thought better of it.
#[command]
pub async fn open_file<R: Runtime>(window: Window<R>) -> Result<Option<OpenedFile>, Problem> {
    let dialog = window
        .dialog()
        .file()
        .set_parent(&window)
        .set_title("Open a workload")
        .add_filter("Workloads", &["workload.yaml", "yaml"]);
    match chosen(|answer| dialog.pick_file(answer)).await? {
        Some(path) => file::read(&path).map(Some),
        None => Ok(None),
    }
}

/// Says something in a window of its own, then goes on with `then`.
pub fn say<R: Runtime>(
    app: &AppHandle<R>,
    kind: MessageDialogKind,
    text: &str,
    then: impl FnOnce() + Send + 'static,
) {
    let dialog = app.dialog().message(text).title("Plumbline").kind(kind);
    dialog.show(move |_| then());
}

/// A problem as it is said in a window: what is wrong, then what to do.
pub fn in_words(problem: &Problem) -> String {
    match problem.help.as_str() {
        "" => problem.message.clone(),
        help => format!("{}\n\nWhat to do: {help}", problem.message),
    }
}

/// What somebody chose in a dialog that `open` opens. Waits without holding a thread.
async fn chosen(
    open: impl FnOnce(Box<dyn FnOnce(Option<FilePath>) + Send>),
) -> Result<Option<PathBuf>, Problem> {
    let (answer, mut answers) = channel(1);
    open(Box::new(move |path| drop(answer.try_send(path))));
    match answers.recv().await.flatten() {
        None => Ok(None),
        Some(path) => path.into_path().map(Some).map_err(|_| {
            Problem::new(
                ProblemKind::Invalid,
                "the place that was chosen isn't on this machine",
                "choose a file on this machine",
            )
        }),
    }
}
