//! The built program in a window, driven as a person would. It needs a screen, a session bus and
//! WebKitWebDriver: `cargo xtask test` brings all three.
//!
//! The page is the one in `app/dist` when the program was built.

// Clippy knows test functions, but not what helps them.
#![allow(clippy::unwrap_used, clippy::panic)]

mod driver;
mod screens;

use std::io::Read;
use std::process::Child;

use driver::{Desktop, Window, wait};
use serde_json::{Value, json};

const EXAMPLES: [&str; 3] = ["Image thumbnails", "Checkout", "Telemetry hub"];

const IMPORTED: &str = "plumbline: 1\nname: From a file\nanswers: {team_size: 4}\n";

/// The workload of this name as the store has it.
fn kept(window: &Window<'_>, name: &str) -> Value {
    let list = window.invoke("workloads", &json!({}));
    let named = format!("\nname: {name}\n");
    let mut found = list.as_array().into_iter().flatten();
    found
        .find(|one| {
            one["text"]
                .as_str()
                .is_some_and(|text| text.contains(&named))
        })
        .cloned()
        .unwrap_or_default()
}

fn ended(mut program: Child) -> (Option<i32>, String) {
    let status = wait("the second start to end", || program.try_wait().unwrap());
    let mut said = String::new();
    if let Some(mut stream) = program.stderr.take() {
        stream.read_to_string(&mut said).unwrap();
    }
    (status.code(), said)
}

#[test]
#[ignore = "needs a screen: `cargo xtask test` has one"]
fn what_was_saved_is_there_after_the_program_is_killed() {
    let desktop = Desktop::new();
    let window = desktop.start(&[]);
    for name in EXAMPLES {
        window.shows(name);
    }
    window.picture("workloads");
    let checkout = kept(&window, "Checkout");
    window.follow("Checkout");
    window.until("the workload", "return location.pathname.startsWith('/w/')");
    let text = "plumbline: 1\nname: Checkout, killed\nanswers: {}\n";
    let save = json!({ "revision": 1, "moves": [{ "do": { "name": "Change", "text": text } }] });
    window.invoke("save", &json!({ "id": checkout["id"], "save": save }));
    desktop.kill();
    drop(window);

    let window = desktop.start(&[]);
    window.shows("Checkout, killed");
    assert_eq!(kept(&window, "Checkout, killed")["text"], text);
    window.close();
}

#[test]
#[ignore = "needs a screen: `cargo xtask test` has one"]
fn a_second_start_hands_its_file_to_the_first() {
    let desktop = Desktop::new();
    let window = desktop.start(&[]);
    window.shows("Image thumbnails");
    window.until(
        "the page to listen",
        "window.__TAURI__.event.listen('open-file', event => window.heard = event.payload)
             .then(() => window.listens = true);
         return window.listens",
    );
    window.invoke("opened_files", &json!({}));
    desktop.file("second.workload.yaml", IMPORTED);
    // From the folder in which it is, as from the command line.
    let (code, said) = ended(desktop.start_again(&["second.workload.yaml"]));
    assert_eq!((code, said.as_str()), (Some(0), ""));
    let heard = window.until("the file", "return window.heard");
    assert_eq!(
        heard,
        json!({ "name": "second.workload.yaml", "text": IMPORTED })
    );
    window.close();
}

#[test]
#[ignore = "needs a screen: `cargo xtask test` has one"]
fn the_window_may_show_what_documents_need_and_reach_nothing_else() {
    let desktop = Desktop::new();
    let window = desktop.start(&[]);
    window.shows("Image thumbnails");
    // A style within an element and a frame with its own text: diagrams and documents have both.
    let colour = window.until(
        "a style in a picture",
        "const box = document.createElement('div');
         box.innerHTML = '<style>#probe { color: rgb(1, 2, 3) }</style><p id=\"probe\">x</p>';
         document.body.append(box);
         return getComputedStyle(document.querySelector('#probe')).color",
    );
    assert_eq!(colour, "rgb(1, 2, 3)");
    window.until(
        "a document in a frame",
        "let frame = document.querySelector('#paper');
         if (!frame) {
             frame = document.createElement('iframe');
             frame.id = 'paper';
             frame.srcdoc = '<style>p { color: rgb(4, 5, 6) }</style><p>x</p>';
             document.body.append(frame);
         }
         const paper = frame.contentDocument.querySelector('p');
         return paper && frame.contentWindow.getComputedStyle(paper).color === 'rgb(4, 5, 6)'",
    );
    // The web is the browser's, not the window's.
    let blocked = window.until(
        "a request to be refused",
        "if (!window.asked) {
             window.asked = true;
             document.addEventListener('securitypolicyviolation', event => window.blocked = event.violatedDirective);
             fetch('http://127.0.0.1:9/').catch(() => {});
         }
         return window.blocked",
    );
    assert_eq!(blocked, "connect-src");
    // The page is found at every address of its own, also when it is loaded there.
    window.go("/settings");
    window.until(
        "the window to load the page again",
        "location.reload(); return true",
    );
    window.until(
        "the page after loading",
        "return location.pathname === '/settings' && !!document.querySelector('main h1')",
    );
    window.close();
}

#[test]
#[ignore = "needs a screen: `cargo xtask test` has one"]
fn a_store_that_cant_be_opened_is_said_in_words() {
    let desktop = Desktop::new();
    desktop.file("workloads", "a file where the folder should be");
    let mut program = desktop.start_again(&[]);
    let mut stream = program.stderr.take().unwrap();
    let mut said = String::new();
    let mut bytes = [0; 256];
    // It stays until somebody has read its window, so its words have no end.
    while !said.contains("help:") {
        let read = stream.read(&mut bytes).unwrap();
        assert_ne!(read, 0, "it ended after `{said}`");
        said.push_str(&String::from_utf8_lossy(&bytes[..read]));
    }
    program.kill().unwrap();
    program.wait().unwrap();
    assert!(
        said.starts_with("error: ") && said.contains("workloads"),
        "{said}"
    );
}
