//! Killed in the middle of saving: what was acknowledged is there.

use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Duration;

use crate::open::{change, folder, integrity, open, save};

/// Names the folder for the process that is killed.
const FOLDER: &str = "PLUMBLINE_TEST_FOLDER";
const ROUNDS: u64 = 15;

/// The text of a revision. It spans several pages of the file.
fn text(revision: u64) -> String {
    format!("revision {revision}\n").repeat(1000)
}

/// Starts this program again, in one of its tests that are only there to be started.
pub fn again(test: &str, folder: &Path) -> Command {
    let mut command = Command::new(std::env::current_exe().unwrap());
    command
        .args([
            "--exact",
            test,
            "--ignored",
            "--nocapture",
            "--test-threads=1",
        ])
        .env(FOLDER, folder)
        .stdin(Stdio::null());
    command
}

/// The folder that the process was started for.
pub fn given_folder() -> std::path::PathBuf {
    std::env::var_os(FOLDER)
        .expect("started by another test")
        .into()
}

#[test]
#[ignore = "started and killed by another test"]
fn saves_for_ever() {
    let folder = given_folder();
    let mut store = open(&folder);
    let id = store.workloads().unwrap()[0].id.clone();
    loop {
        let revision = store.vitals(&id).unwrap().revision;
        let saved = store
            .save(&id, &save(revision, [change(text(revision + 1))]))
            .unwrap();
        println!("\nsaved {}", saved.revision);
        if saved.revision.is_multiple_of(5) {
            let copy = store.back_up().unwrap();
            println!("\ncopied {}", copy.name);
        }
    }
}

#[test]
fn nothing_that_was_acknowledged_is_lost() {
    let folder = folder();
    let id = open(folder.path()).create(&text(1)).unwrap().id;
    let mut last = 1;
    for round in 0..ROUNDS {
        let mut child = again("kill::saves_for_ever", folder.path())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
        let reader = std::thread::spawn(move || {
            let mut acknowledged = 0;
            let mut copies = Vec::new();
            while let Some(Ok(line)) = lines.next() {
                // A line that was cut off by the kill is shorter than it should be, never longer.
                if let Some(revision) = line.strip_prefix("saved ") {
                    acknowledged = acknowledged.max(revision.parse::<u64>().unwrap());
                } else if let Some(name) = line.strip_prefix("copied ") {
                    copies.push(name.to_owned());
                }
            }
            (acknowledged, copies)
        });
        std::thread::sleep(Duration::from_millis(30 + round * 23 % 170));
        child.kill().unwrap();
        child.wait().unwrap();
        let (acknowledged, copies) = reader.join().unwrap();

        let mut store = open(folder.path());
        let kept = store.workload(&id).unwrap();
        assert!(
            kept.revision >= acknowledged.max(last),
            "{acknowledged} was saved, {} is kept",
            kept.revision
        );
        assert_eq!(
            kept.text,
            text(kept.revision),
            "the text is that of its revision"
        );
        if let Some(step) = kept.history.done.last() {
            assert_eq!(step.text, text(kept.revision - 1), "and so is the history");
        }
        last = kept.revision;
        let listed = store.backups().unwrap();
        for name in copies.iter().filter(|name| name.ends_with(".db")) {
            assert!(listed.iter().any(|copy| copy.name == *name), "{name}");
        }
        // Also those that were made in the moment of the kill.
        for copy in listed.iter().take(3) {
            assert_eq!(
                integrity(&folder.path().join("backups").join(&copy.name)),
                "ok"
            );
        }
        drop(store);
        assert_eq!(integrity(&folder.path().join("plumbline.db")), "ok");
    }
    assert!(
        last > ROUNDS,
        "it was killed while it saved, not before: {last}"
    );
}
