//! Files that the program is asked to open: named when it is started, or by a second start of it.

use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

use tauri::{AppHandle, Emitter, Manager, Runtime, State, command};
use tauri_plugin_dialog::MessageDialogKind;

use crate::dialogs::{in_words, say};
use crate::file::{self, OpenedFile};

/// The event that tells the page of a file, with the file as its payload.
pub const EVENT: &str = "open-file";

/// The files that the page hasn't got yet.
#[derive(Debug, Default)]
pub struct Opened(Mutex<Inbox>);

#[derive(Debug, Default)]
struct Inbox {
    /// Whether the page hears of files as they come.
    listens: bool,
    waiting: Vec<OpenedFile>,
}

impl Opened {
    fn inbox(&self) -> MutexGuard<'_, Inbox> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The page is loaded, or loaded again: it doesn't listen yet.
    pub fn page_begins(&self) {
        self.inbox().listens = false;
    }

    /// Keeps a file until the page asks, or gives it back when the page listens already.
    fn keep(&self, file: OpenedFile) -> Option<OpenedFile> {
        let mut inbox = self.inbox();
        if inbox.listens {
            return Some(file);
        }
        inbox.waiting.push(file);
        None
    }

    fn take(&self) -> Vec<OpenedFile> {
        let mut inbox = self.inbox();
        inbox.listens = true;
        std::mem::take(&mut inbox.waiting)
    }
}

/// The files that came before the page listened. It calls this once it does; from then on every
/// file comes as an event, and none comes twice.
#[command]
pub fn opened_files(opened: State<'_, Opened>) -> Vec<OpenedFile> {
    opened.take()
}

/// Opens the files that the arguments of a start name, seen from the folder of that start. What
/// can't be read is said in a window.
pub fn open<R: Runtime>(app: &AppHandle<R>, arguments: &[String], folder: &Path) {
    for path in paths(arguments, folder) {
        match file::read(&path) {
            Ok(file) => {
                if let Some(file) = app.state::<Opened>().keep(file) {
                    // A window that is closing needs no file.
                    let _ = app.emit(EVENT, file);
                }
            }
            Err(problem) => say(app, MessageDialogKind::Error, &in_words(&problem), || ()),
        }
    }
}

/// The files that are named: everything but the program itself and what is written as an option.
fn paths(arguments: &[String], folder: &Path) -> Vec<PathBuf> {
    let named = arguments.iter().skip(1);
    named
        .filter(|argument| !argument.is_empty() && !argument.starts_with('-'))
        .map(|argument| folder.join(argument))
        .collect()
}

#[cfg(test)]
mod tests {
    use std::path::{Path, PathBuf};

    use super::{Opened, OpenedFile, paths};

    #[test]
    fn files_are_named_from_where_the_program_was_started() {
        let arguments = ["plumbline-desktop", "a.workload.yaml", "--flag", "", "/b"];
        let found = paths(&arguments.map(str::to_owned), Path::new("/home/ada"));
        assert_eq!(
            found,
            ["/home/ada/a.workload.yaml", "/b"].map(PathBuf::from)
        );
        assert!(paths(&[], Path::new("/")).is_empty());
    }

    #[test]
    fn no_file_is_lost_and_none_comes_twice() {
        let file = |name: &str| OpenedFile {
            name: name.to_owned(),
            text: String::new(),
        };
        let opened = Opened::default();
        assert_eq!(opened.keep(file("first")), None);
        assert_eq!(opened.keep(file("second")), None);
        assert_eq!(opened.take(), [file("first"), file("second")]);
        assert_eq!(opened.take(), []);
        assert_eq!(opened.keep(file("third")), Some(file("third")));
        opened.page_begins();
        assert_eq!(opened.keep(file("fourth")), None);
        assert_eq!(opened.take(), [file("fourth")]);
    }
}
