//! The desk holds the contract, and begins with examples that can be read.

use plumbline_desk::{Desk, EXAMPLES};
use plumbline_tests::contract::contract;

#[tokio::test]
async fn the_desk_holds_the_contract() {
    let folder = tempfile::tempdir().unwrap();
    let (desk, notices) = Desk::open(folder.path()).unwrap();
    assert_eq!(notices, Vec::<String>::new());
    contract(&desk).await;
}

#[test]
fn a_new_store_begins_with_the_examples() {
    let folder = tempfile::tempdir().unwrap();
    let (desk, _) = Desk::open(folder.path()).unwrap();
    let texts: Vec<String> = desk
        .workloads()
        .unwrap()
        .into_iter()
        .map(|one| one.text)
        .collect();
    assert_eq!(texts, EXAMPLES);
    for text in texts {
        desk.create(&plumbline_api::NewWorkload { text }).unwrap();
    }
}

#[test]
fn a_folder_that_is_none_is_said_in_words() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("file");
    std::fs::write(&file, "").unwrap();
    let problem = Desk::open(&file).unwrap_err();
    assert_eq!(
        problem.kind,
        plumbline_api::ProblemKind::Storage,
        "{problem}"
    );
    assert!(problem.message.contains("file"), "{problem}");
}
