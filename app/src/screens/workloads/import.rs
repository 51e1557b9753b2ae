//! Taking workload files in: chosen, dropped or pasted.

use leptos::task::spawn_local;
use plumbline_api::{Api, NewWorkload};
use plumbline_source::{Limits, too_large};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{File, FileList};

use crate::backend::{Backend, OpenedFile};
use crate::engine;
use crate::navigation::Navigation;
use crate::place::{Place, Screen};
use crate::shell::announce;

/// What became of a file.
#[derive(Clone)]
pub struct Imported {
    /// The file's name.
    pub file: String,
    /// The id and name of the workload that was added, or why none was, over several lines.
    pub result: Result<(String, String), String>,
}

/// Adds a workload for each file that can be read.
pub async fn import(files: Vec<OpenedFile>) -> Vec<Imported> {
    let mut imported = Vec::new();
    for OpenedFile { name, text } in files {
        let result = add(text).await;
        imported.push(Imported { file: name, result });
    }
    imported
}

async fn add(text: String) -> Result<(String, String), String> {
    // Whoever keeps it reads it, and draws what is wrong with it.
    let record = Backend::here().create(&NewWorkload { text }).await;
    let record = record.map_err(|problem| problem.to_string())?;
    let workload = engine::read("workload", &record.text)?;
    Ok((record.id, workload.name))
}

/// Imports files and shows what became of them: a single good one is opened, otherwise `report`
/// hears of all.
pub fn import_and_show(
    navigation: Navigation,
    files: Vec<OpenedFile>,
    report: impl FnOnce(Vec<Imported>) + 'static,
) {
    if files.is_empty() {
        return;
    }
    spawn_local(async move {
        let imported = import(files).await;
        if let [
            Imported {
                result: Ok((id, name)),
                ..
            },
        ] = imported.as_slice()
        {
            announce(format!("Added {name}"));
            navigation.go(&Place::workload(id, Screen::Verdict).path());
        } else {
            let added = imported.iter().filter(|one| one.result.is_ok()).count();
            announce(format!("{added} of {} files added", imported.len()));
            report(imported);
        }
    });
}

/// The files of a list, which has to be emptied out before its event is over.
#[must_use]
pub fn files_of(list: Option<FileList>) -> Vec<File> {
    let list = list.iter();
    list.flat_map(|list| (0..list.length()).filter_map(|number| list.get(number)))
        .collect()
}

/// Reads files of the browser. One that is too large isn't read; its beginning stands for it, and
/// reading that says so.
pub async fn read_files(files: Vec<File>) -> Vec<Result<OpenedFile, Imported>> {
    let mut read = Vec::new();
    for file in files {
        let name = file.name();
        let limits = Limits::workload();
        if file.size() > limits.bytes as f64 {
            let message = too_large(&name, file.size() as u64, &limits).to_string();
            read.push(Err(Imported {
                file: name,
                result: Err(message),
            }));
            continue;
        }
        let text = JsFuture::from(file.unchecked_ref::<web_sys::Blob>().text()).await;
        read.push(match text.ok().and_then(|text| text.as_string()) {
            Some(text) => Ok(OpenedFile { name, text }),
            None => {
                let result = Err(format!(
                    "error: `{name}` can't be read\nhelp: choose the file again"
                ));
                Err(Imported { file: name, result })
            }
        });
    }
    read
}
