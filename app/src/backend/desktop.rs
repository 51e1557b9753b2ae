//! What the desktop shell does for the page: calls of the API, and the dialogs of the system.

use js_sys::{Function, Promise, Reflect};
use leptos::prelude::window;
use plumbline_api::Invoke;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

/// Runs commands of the shell.
#[derive(Clone, Copy)]
pub struct ShellInvoke;

impl Invoke for ShellInvoke {
    async fn invoke(&self, command: &str, arguments: Value) -> Result<Value, Value> {
        let called = call(
            "core",
            "invoke",
            &[JsValue::from_str(command), to_js(&arguments)],
        );
        let promise = called.map_err(|error| from_js(&error))?;
        let reply = JsFuture::from(Promise::resolve(&promise)).await;
        reply
            .map(|reply| from_js(&reply))
            .map_err(|error| from_js(&error))
    }
}

/// Whether the page is in a window of the desktop program.
#[must_use]
pub fn is_desktop() -> bool {
    Reflect::get(&window(), &"__TAURI__".into()).is_ok_and(|shell| shell.is_object())
}

/// Asks where to keep a file, and writes it there. False when the person thought better of it.
///
/// # Errors
/// The file can't be written.
pub async fn save_file(name: &str, base64: &str) -> Result<bool, String> {
    let arguments = json!({ "name": name, "base64": base64 });
    run("save_file", arguments).await
}

/// A file that somebody chose.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct OpenedFile {
    /// Its name without folders.
    pub name: String,
    /// What is in it.
    pub text: String,
}

/// Asks for a workload file. None when the person thought better of it.
///
/// # Errors
/// The file can't be read.
pub async fn open_file() -> Result<Option<OpenedFile>, String> {
    run("open_file", json!({})).await
}

/// The files that the program was asked to open before the page listened.
///
/// # Errors
/// The shell doesn't answer.
pub async fn opened_files() -> Result<Vec<OpenedFile>, String> {
    run("opened_files", json!({})).await
}

/// Hears of something that happens in the shell, for as long as the page is there.
pub fn listen(event: &str, hear: impl Fn(Value) + 'static) {
    let heard = Closure::<dyn Fn(JsValue)>::new(move |event: JsValue| {
        let payload = Reflect::get(&event, &"payload".into()).unwrap_or(JsValue::NULL);
        hear(from_js(&payload));
    });
    let _ = call(
        "event",
        "listen",
        &[JsValue::from_str(event), heard.as_ref().clone()],
    );
    heard.forget();
}

async fn run<T: for<'a> Deserialize<'a>>(command: &str, arguments: Value) -> Result<T, String> {
    let words = |error: Value| {
        let message = error.get("message").and_then(Value::as_str);
        message.or(error.as_str()).unwrap_or("no answer").to_owned()
    };
    let reply = ShellInvoke
        .invoke(command, arguments)
        .await
        .map_err(words)?;
    serde_json::from_value(reply).map_err(|error| error.to_string())
}

/// Calls `window.__TAURI__.<module>.<name>(…)`.
fn call(module: &str, name: &str, arguments: &[JsValue]) -> Result<JsValue, JsValue> {
    let shell = Reflect::get(&window(), &"__TAURI__".into())?;
    let module = Reflect::get(&shell, &module.into())?;
    let function: Function = Reflect::get(&module, &name.into())?.dyn_into()?;
    function.apply(&module, &arguments.iter().collect())
}

fn to_js(value: &Value) -> JsValue {
    js_sys::JSON::parse(&value.to_string()).unwrap_or(JsValue::NULL)
}

fn from_js(value: &JsValue) -> Value {
    js_sys::JSON::stringify(value)
        .ok()
        .and_then(|text| text.as_string())
        .and_then(|text| serde_json::from_str(&text).ok())
        .unwrap_or(Value::Null)
}
