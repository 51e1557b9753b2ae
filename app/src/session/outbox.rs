//! Changes that are not yet kept, in the browser's own storage, so that a crash or a stopped server
//! loses nothing.
//!
//! Each window has an outbox of its own. A window that is gone leaves its outbox behind, and the
//! next window that opens the workload takes it over.

use leptos::prelude::window;
use plumbline_api::Move;
use serde::{Deserialize, Serialize};
use web_sys::Storage;

/// How long an outbox has to lie still before another window takes it, in milliseconds: a window
/// that is alive touches its own more often.
const ABANDONED: f64 = 30_000.0;

/// What a window has not yet sent.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Outbox {
    /// The revision that the moves build on.
    pub revision: u64,
    /// The moves.
    pub moves: Vec<Move>,
    /// How many of the first moves were sent without an answer. The store may have them, and knows
    /// them again only if they come again just so.
    pub sent: usize,
    /// When the window last touched it, in milliseconds since 1970.
    touched: f64,
}

/// Keeps what is unsent of a workload; nothing when there are no moves. False when the browser has
/// no room for it.
pub fn keep(id: &str, revision: u64, moves: &[Move], sent: usize) -> bool {
    let Some(storage) = local() else {
        return moves.is_empty();
    };
    let key = key(id, &window_id());
    if moves.is_empty() {
        return storage.remove_item(&key).is_ok();
    }
    let outbox = Outbox {
        revision,
        moves: moves.to_vec(),
        sent,
        touched: js_sys::Date::now(),
    };
    serde_json::to_string(&outbox).is_ok_and(|text| storage.set_item(&key, &text).is_ok())
}

/// What this window, or one that is gone, has not sent of a workload. An outbox that is taken over
/// is this window's from then on.
pub fn unsent(id: &str) -> Option<Outbox> {
    let storage = local()?;
    let own = key(id, &window_id());
    if let Some(outbox) = read(&storage, &own) {
        return Some(outbox);
    }
    let prefix = key(id, "");
    for position in 0..storage.length().unwrap_or(0) {
        let Some(key) = storage.key(position).ok().flatten() else {
            continue;
        };
        if !key.starts_with(&prefix) {
            continue;
        }
        if let Some(outbox) = read(&storage, &key)
            && js_sys::Date::now() - outbox.touched > ABANDONED
        {
            let _ = storage.remove_item(&key);
            keep(id, outbox.revision, &outbox.moves, outbox.sent);
            return Some(outbox);
        }
    }
    None
}

fn read(storage: &Storage, key: &str) -> Option<Outbox> {
    let text = storage.get_item(key).ok().flatten()?;
    serde_json::from_str(&text).ok()
}

fn key(id: &str, window: &str) -> String {
    format!("plumbline:outbox:{id}:{window}")
}

fn local() -> Option<Storage> {
    window().local_storage().ok().flatten()
}

/// A name for this window that survives a reload.
fn window_id() -> String {
    const KEY: &str = "plumbline:window";
    let Some(storage) = window().session_storage().ok().flatten() else {
        return "only".to_owned();
    };
    if let Ok(Some(id)) = storage.get_item(KEY) {
        return id;
    }
    let id = format!("{:x}", (js_sys::Math::random() * 1e15) as u64);
    let _ = storage.set_item(KEY, &id);
    id
}
