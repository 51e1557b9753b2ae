//! The shell holds the contract of the API, through its commands as the page calls them and with
//! the permissions that the page has, and permits nothing else.

// Clippy knows test functions, but not what helps them.
#![allow(clippy::unwrap_used)]

use plumbline_api::{Invoke, InvokeApi};
use plumbline_desk::Desk;
use plumbline_tests::contract::contract;
use serde_json::{Value, json};
use tauri::ipc::{CallbackFn, InvokeBody};
use tauri::test::{INVOKE_KEY, MockRuntime, get_ipc_response, mock_builder};
use tauri::webview::InvokeRequest;
use tauri::{App, Manager, WebviewWindow, WebviewWindowBuilder};

/// A shell without a screen.
struct Shell {
    page: WebviewWindow<MockRuntime>,
    _app: App<MockRuntime>,
    _folder: tempfile::TempDir,
}

impl Shell {
    fn start() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let (desk, _) = Desk::open(folder.path()).unwrap();
        let app = plumbline_desktop::answering(mock_builder())
            .build(plumbline_desktop::context())
            .unwrap();
        app.manage(desk);
        let page = WebviewWindowBuilder::new(&app, "main", tauri::WebviewUrl::default())
            .build()
            .unwrap();
        Self {
            page,
            _app: app,
            _folder: folder,
        }
    }

    fn call(&self, command: &str, arguments: Value) -> Result<Value, Value> {
        let request = InvokeRequest {
            cmd: command.to_owned(),
            callback: CallbackFn(0),
            error: CallbackFn(1),
            url: "tauri://localhost".parse().unwrap(),
            body: InvokeBody::Json(arguments),
            headers: tauri::http::HeaderMap::new(),
            invoke_key: INVOKE_KEY.to_owned(),
        };
        get_ipc_response(&self.page, request).map(|reply| reply.deserialize().unwrap())
    }
}

impl Invoke for &Shell {
    async fn invoke(&self, command: &str, arguments: Value) -> Result<Value, Value> {
        self.call(command, arguments)
    }
}

#[tokio::test]
async fn the_shell_holds_the_contract() {
    contract(&InvokeApi(&Shell::start())).await;
}

#[test]
fn the_page_gets_nothing_that_it_doesnt_need() {
    let shell = Shell::start();
    for (command, arguments) in [
        ("plugin:dialog|open", json!({"options": {}})),
        ("plugin:dialog|save", json!({"options": {}})),
        ("plugin:fs|read_text_file", json!({"path": "/etc/passwd"})),
        ("plugin:event|emit", json!({"event": "open-file"})),
        ("plugin:window|close", json!({"label": "main"})),
        (
            "plugin:webview|create_webview_window",
            json!({"options": {"label": "two"}}),
        ),
        ("plugin:path|resolve_directory", json!({"directory": 1})),
        ("plugin:app|version", json!({})),
        ("run", json!({"program": "sh"})),
    ] {
        let said = shell.call(command, arguments).unwrap_err().to_string();
        assert!(
            said.contains("not allowed") || said.contains("not found"),
            "{command}: {said}"
        );
    }
}

#[test]
fn a_page_that_asks_for_opened_files_gets_a_list() {
    assert_eq!(
        Shell::start().call("opened_files", json!({})),
        Ok(json!([]))
    );
}

/// Without these the diagrams, the engine or the calls would be blocked; with more, a document that
/// is shown could reach further than the page.
#[test]
fn the_page_is_fenced_in() {
    let context = plumbline_desktop::context::<MockRuntime>();
    let security = &context.config().app.security;
    let csp = security.csp.clone().unwrap().to_string();
    for part in [
        "default-src 'none'",
        "script-src 'self' 'wasm-unsafe-eval'",
        "style-src 'self' 'unsafe-inline'",
        "connect-src 'self' ipc: http://ipc.localhost",
    ] {
        assert!(csp.contains(part), "{part} in {csp}");
    }
    assert!(
        !csp.contains("'unsafe-eval'") && !csp.contains('*'),
        "{csp}"
    );
}
