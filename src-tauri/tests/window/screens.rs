//! A person's way through the screens: from the list to an answer, and files that are taken in.

use crate::driver::{Desktop, wait};
use crate::{IMPORTED, ended, kept};

#[test]
#[ignore = "needs a screen: `cargo xtask test` has one"]
fn a_workload_is_opened_answered_and_found_again() {
    let desktop = Desktop::new();
    let window = desktop.start(&[]);
    window.shows("Image thumbnails");
    window.follow("Image thumbnails");
    window.until("the workload", "return location.pathname.startsWith('/w/')");
    window.heading("on functions");
    window.picture("verdict");
    let before = kept(&window, "Image thumbnails");
    let id = before["id"].as_str().unwrap();
    assert!(
        before["text"]
            .as_str()
            .unwrap()
            .contains("background_work: no")
    );
    window.go(&format!("/w/{id}/questions#q-background_work"));
    window.pick("background_work", "Yes");
    wait("the answer to be kept", || {
        let text = kept(&window, "Image thumbnails")["text"].to_string();
        text.contains("background_work: yes").then_some(())
    });
    window.picture("questions");
    window.close();

    let window = desktop.start(&[]);
    window.follow("Image thumbnails");
    window.go(&format!("/w/{id}/questions#q-background_work"));
    window.picked("background_work", "Yes");
    window.go(&format!("/w/{id}/verdict"));
    window.heading("on functions");
    window.close();
}

#[test]
#[ignore = "needs a screen: `cargo xtask test` has one"]
fn files_that_it_is_started_with_are_taken_in() {
    let desktop = Desktop::new();
    let file = desktop.file("first.workload.yaml", IMPORTED);
    let window = desktop.start(&[&file]);
    wait("the file to be taken in", || {
        kept(&window, "From a file")["text"]
            .as_str()
            .map(|text| assert_eq!(text, IMPORTED))
    });
    window.heading("From a file");
    window.picture("imported");

    // Started once more: the file goes to the window that is there.
    desktop.file(
        "second.workload.yaml",
        &IMPORTED.replace("a file", "another"),
    );
    let (code, said) = ended(desktop.start_again(&["second.workload.yaml"]));
    assert_eq!((code, said.as_str()), (Some(0), ""));
    wait("the second file to be taken in", || {
        kept(&window, "From another")["id"].as_str().map(drop)
    });
    window.close();
}
