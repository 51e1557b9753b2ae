//! A disk that has no room left.

#![cfg(unix)]

use std::process::Command;

use plumbline_store::StoreError;

use crate::kill::{again, given_folder};
use crate::open::{change, folder, integrity, open, save};

#[test]
#[ignore = "started by another test, with a limit on the size of files"]
fn saves_until_there_is_no_room() {
    let folder = given_folder();
    let mut store = open(&folder);
    let id = store.workloads().unwrap()[0].id.clone();
    for revision in 1..1000 {
        let text = format!("{revision} ").repeat(20_000);
        match store.save(&id, &save(revision, [change(text)])) {
            Ok(saved) => println!("\nsaved {}", saved.revision),
            Err(error) => {
                assert!(matches!(
                    error,
                    StoreError::Full { .. } | StoreError::Failed { .. }
                ));
                println!("\nrefused {}", error.to_string().replace('\n', " "));
                // It goes on where it is, and still has what it had.
                println!("\nkept {}", store.workload(&id).unwrap().revision);
                return;
            }
        }
    }
}

#[test]
fn when_the_disk_is_full_nothing_is_lost_and_saving_goes_on_later() {
    let folder = folder();
    let id = open(folder.path()).create("start").unwrap().id;
    let limited = again("full_disk::saves_until_there_is_no_room", folder.path());
    let mut shell = Command::new("sh");
    // Ignored, the signal becomes an error of the write.
    shell.args(["-c", "trap '' XFSZ; ulimit -f 1000; exec \"$@\"", "sh"]);
    shell.arg(limited.get_program()).args(limited.get_args());
    for (name, value) in limited.get_envs() {
        shell.env(name, value.unwrap());
    }
    let output = shell.output().unwrap();
    let out = String::from_utf8(output.stdout).unwrap();
    let last = |word: &str| {
        let mut lines = out.lines().filter_map(|line| line.strip_prefix(word));
        lines
            .next_back()
            .unwrap_or_else(|| panic!("no {word:?} in {out}"))
            .to_owned()
    };
    let saved: u64 = last("saved ").parse().unwrap();
    assert_eq!(last("kept ").parse::<u64>().unwrap(), saved);
    assert!(last("refused ").contains("room"), "{out}");

    let mut store = open(folder.path());
    let kept = store.workload(&id).unwrap();
    assert_eq!(kept.revision, saved);
    assert_eq!(kept.text, format!("{} ", saved - 1).repeat(20_000));
    store
        .save(&id, &save(saved, [change("there is room again")]))
        .unwrap();
    drop(store);
    assert_eq!(integrity(&folder.path().join("plumbline.db")), "ok");
}
