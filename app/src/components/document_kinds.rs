//! The kinds of documents that can be had.

use leptos::prelude::*;
use leptos::task::spawn_local;
use plumbline_api::{Api, DocumentKind, Problem};

use crate::backend::Backend;

/// The kinds, once they are known.
#[derive(Clone, Copy)]
pub struct DocumentKinds(RwSignal<Option<Result<Vec<DocumentKind>, Problem>>>);

impl DocumentKinds {
    /// Asks which there are.
    pub fn ask() -> Self {
        let kinds = Self(RwSignal::new(None));
        kinds.again();
        kinds
    }

    /// Asks once more.
    pub fn again(self) {
        spawn_local(async move {
            let kinds = Backend::here().document_kinds().await;
            let _ = self.0.try_set(Some(kinds));
        });
    }

    /// The kinds, or why they aren't known; nothing while nobody has answered.
    pub fn get(self) -> Option<Result<Vec<DocumentKind>, Problem>> {
        self.0.get()
    }

    /// Those that are about one part, or those that are about the whole; none while they aren't
    /// known.
    pub fn known(self, of_part: bool) -> Vec<DocumentKind> {
        let known = self.0.get().and_then(Result::ok).unwrap_or_default();
        known
            .into_iter()
            .filter(|kind| kind.of_part == of_part)
            .collect()
    }
}
