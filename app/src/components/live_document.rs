//! A document that is made anew whenever what it is made of changes.

use std::sync::Arc;
use std::time::Duration;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use leptos::prelude::*;
use leptos::task::spawn_local;
use plumbline_api::{Api, Document, DocumentRequest, Problem};

use crate::backend::Backend;

/// How long an edit has to be over before a document is made of it.
const PAUSE: Duration = Duration::from_millis(350);

/// A document that follows a request. The last one stays while the next is being made, and when
/// that fails.
#[derive(Clone, Copy)]
pub struct LiveDocument {
    request: Memo<DocumentRequest>,
    made: RwSignal<Option<(DocumentRequest, Arc<Document>)>>,
    problem: RwSignal<Option<Problem>>,
    working: RwSignal<bool>,
    /// Counts up with every request, so that a late answer to an earlier one isn't shown.
    turn: StoredValue<u32>,
}

impl LiveDocument {
    /// Makes the document, and makes it anew when the request changes: at once when something else
    /// is chosen, and a moment after the last edit of the workload. A request without a kind is
    /// one that isn't known yet.
    pub fn of(request: Memo<DocumentRequest>) -> Self {
        let live = Self {
            request,
            made: RwSignal::new(None),
            problem: RwSignal::new(None),
            working: RwSignal::new(false),
            turn: StoredValue::new(0),
        };
        Effect::new(move |before: Option<DocumentRequest>| {
            let request = request.get();
            match before {
                Some(before) if only_edited(&before, &request) => {
                    let turn = live.next_turn();
                    set_timeout(move || live.make(turn), PAUSE);
                }
                _ => live.again(),
            }
            request
        });
        live
    }

    /// The last document that was made, with what it was made of.
    pub fn made(self) -> Option<(DocumentRequest, Arc<Document>)> {
        self.made.get()
    }

    /// Why the document that is wanted isn't there.
    pub fn problem(self) -> Option<Problem> {
        self.problem.get()
    }

    /// Whether one is being made.
    pub fn is_working(self) -> bool {
        self.working.get()
    }

    /// Whether the last document that was made is the one that is wanted now.
    pub fn is_current(self) -> bool {
        let wanted = self.request.get();
        self.made
            .with(|made| made.as_ref().is_some_and(|(request, _)| *request == wanted))
    }

    /// Makes it once more.
    pub fn again(self) {
        let turn = self.next_turn();
        self.make(turn);
    }

    fn next_turn(self) -> u32 {
        self.turn.update_value(|turn| *turn = turn.wrapping_add(1));
        self.turn.get_value()
    }

    fn is_turn(self, turn: u32) -> bool {
        self.turn.try_get_value() == Some(turn)
    }

    fn make(self, turn: u32) {
        // The screen may be gone, or the workload have changed again.
        if !self.is_turn(turn) {
            return;
        }
        let request = self.request.get_untracked();
        if request.kind.is_empty() {
            return;
        }
        self.working.set(true);
        spawn_local(async move {
            let made = Backend::here().document(&request).await;
            if !self.is_turn(turn) {
                return;
            }
            self.working.set(false);
            match made {
                Ok(document) => {
                    self.problem.set(None);
                    self.made.set(Some((request, Arc::new(document))));
                }
                Err(problem) => self.problem.set(Some(problem)),
            }
        });
    }
}

/// Whether nothing but the workload changed.
fn only_edited(before: &DocumentRequest, now: &DocumentRequest) -> bool {
    let mut edited = before.clone();
    edited.text.clone_from(&now.text);
    edited == *now && before.text != now.text
}

/// The text of a document; nothing when it isn't text.
#[must_use]
pub fn document_text(document: &Document) -> Option<String> {
    let bytes = STANDARD.decode(&document.base64).ok()?;
    String::from_utf8(bytes).ok()
}

#[cfg(test)]
mod tests {
    use plumbline_api::DocumentRequest;

    use super::only_edited;

    #[test]
    fn a_choice_is_not_an_edit() {
        let before = DocumentRequest {
            text: "a".to_owned(),
            kind: "diagram".to_owned(),
            format: "svg".to_owned(),
            provider: None,
            part: None,
            pattern: None,
            theme: None,
            in_page: false,
            date: "2026-11-21".to_owned(),
        };
        let edited = DocumentRequest {
            text: "b".to_owned(),
            ..before.clone()
        };
        let chosen = DocumentRequest {
            provider: Some("gcp".to_owned()),
            ..edited.clone()
        };
        assert!(only_edited(&before, &edited));
        assert!(!only_edited(&before, &before));
        assert!(!only_edited(&before, &chosen));
    }
}
