//! Until the page asks for the files that it was opened with: what it will get. To be deleted when
//! `screens` holds, for then the page has taken the file before the test can.

use serde_json::json;

use crate::IMPORTED;
use crate::driver::Desktop;

#[test]
#[ignore = "needs a screen: `cargo xtask test` has one"]
fn the_page_can_ask_for_the_file_that_it_is_started_with() {
    let desktop = Desktop::new();
    let file = desktop.file("first.workload.yaml", IMPORTED);
    let window = desktop.start(&[&file]);
    window.heading("Workloads");
    let files = window.invoke("opened_files", &json!({}));
    let expected = json!([{ "name": "first.workload.yaml", "text": IMPORTED }]);
    assert_eq!(files, expected);
    assert_eq!(window.invoke("opened_files", &json!({})), json!([]));
    window.close();
}
