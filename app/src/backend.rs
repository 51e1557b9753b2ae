//! Which adapter of the API this page uses: the one of a server, or the one of the desktop shell.

mod desktop;
mod server;

use plumbline_api::{
    Api, Backup, Document, DocumentKind, DocumentRequest, HttpApi, InvokeApi, Listed, NewVersion,
    NewWorkload, Problem, Record, Save, Saved, Version, VersionText, Vitals,
};

pub use desktop::{OpenedFile, is_desktop, listen, open_file, opened_files, save_file};

/// The API that this page talks to.
#[derive(Clone, Copy)]
pub enum Backend {
    /// In a browser.
    Server(HttpApi<server::BrowserFetch>),
    /// In a window of the desktop program.
    Desktop(InvokeApi<desktop::ShellInvoke>),
}

impl Backend {
    /// The backend of this page.
    #[must_use]
    pub fn here() -> Self {
        if is_desktop() {
            Self::Desktop(InvokeApi(desktop::ShellInvoke))
        } else {
            Self::Server(HttpApi(server::BrowserFetch))
        }
    }
}

/// Passes a call on to the adapter.
macro_rules! passed_on {
    ($($call:ident($($argument:ident: $type:ty),*) -> $reply:ty;)*) => {
        impl Api for Backend {
            $(async fn $call(&self $(, $argument: $type)*) -> Result<$reply, Problem> {
                match self {
                    Self::Server(api) => api.$call($($argument),*).await,
                    Self::Desktop(api) => api.$call($($argument),*).await,
                }
            })*
        }
    };
}

passed_on! {
    workloads() -> Vec<Listed>;
    create(new: &NewWorkload) -> Record;
    workload(id: &str) -> Record;
    vitals(id: &str) -> Vitals;
    save(id: &str, save: &Save) -> Saved;
    archive(id: &str, archived: bool) -> Vitals;
    delete(id: &str) -> ();
    versions(id: &str) -> Vec<Version>;
    keep_version(id: &str, new: &NewVersion) -> Version;
    version(id: &str, number: u32) -> VersionText;
    document_kinds() -> Vec<DocumentKind>;
    document(request: &DocumentRequest) -> Document;
    backups() -> Vec<Backup>;
    back_up() -> Backup;
}
