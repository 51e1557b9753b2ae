//! Bad input: what is wrong, where, and what to do, for each way of being wrong.

use std::process::Command;

use crate::run::{Folder, example, run, run_with};

#[test]
fn mistakes_in_a_file_are_shown_where_they_are() {
    let folder = Folder::new();
    for (content, parts) in [
        (&b""[..], &["the file is empty", "help:"][..]),
        (b"name: A\nanswers:\n  trafic_shape: spiky\n", &["there is no question `trafic_shape`", ".workload.yaml:3:3", "^^^^", "did you mean `traffic_shape`"]),
        (b"name: A\nsumary: x\n", &["`sumary`", "did you mean `summary`?"]),
        (b"name: A\nanswers: {longest_step: 5 MB}\n", &["5 MB", ":2:", "help:"]),
        (b"name: A\nanswers: {traffic_shape: spikey}\n", &["`spikey`", "did you mean `spiky`?"]),
        (b"name: \xff\n", &["not valid UTF-8", "line 1, column 7"]),
        (b"\xff\xfen\x00", &["UTF-16", "save the file as UTF-8"]),
        (b"name: A\0B\n", &["NUL"]),
        (b"name: [A\n", &["not valid YAML"]),
        (b"- a\n- b\n", &["expected", "found a list"]),
        (b"a: &a [x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b]\nd: &d [*c,*c,*c,*c,*c,*c,*c,*c,*c]\ne: [*d,*d,*d,*d,*d,*d,*d,*d,*d]\n", &["alias"]),
        (b"name: A\nplumbline: 2\n", &["version", "help:"]),
    ] {
        let file = folder.file("bad.workload.yaml", content);
        run(&["assess", &file]).refused(parts);
    }
}

#[test]
fn deep_nesting_is_refused_before_it_can_hurt() {
    let folder = Folder::new();
    for text in [
        "[".repeat(100_000),
        "{a: ".repeat(100_000),
        "- ".repeat(100_000),
    ] {
        let file = folder.file("deep.workload.yaml", text);
        run(&["assess", &file]).refused(&["error:"]);
    }
}

#[test]
fn all_mistakes_are_told_and_counted() {
    let folder = Folder::new();
    let file = folder.file(
        "bad.workload.yaml",
        "name: A\nanswers:\n  trafic_shape: spiky\n  gpu: maybe\nparts: 3\n",
    );
    run(&["assess", &file]).refused(&["trafic_shape", "maybe", "expected a list", "3 errors"]);
}

#[test]
fn a_file_that_is_not_there_is_looked_for() {
    let folder = Folder::new();
    folder.file("checkout.workload.yaml", "name: A\n");
    run(&["assess", &folder.at("chekout.workload.yaml")]).refused(&[
        "there is no file",
        "did you mean",
        "checkout.workload.yaml",
    ]);
    run(&["assess", &folder.at("checkout.yaml")])
        .refused(&["did you mean", "checkout.workload.yaml"]);
    run(&["assess", &folder.at("x/checkout.yaml")]).refused(&["there is no folder"]);
    run(&["assess", folder.path().to_str().unwrap()]).refused(&[
        "is a folder, and a file is expected",
        "checkout.workload.yaml",
        "portfolio",
    ]);
    let empty = Folder::new();
    run(&["assess", &empty.at("a.workload.yaml")]).refused(&["plumbline new"]);
}

#[test]
fn a_huge_file_is_refused_without_being_read() {
    let folder = Folder::new();
    let path = folder.at("huge.workload.yaml");
    // A file of 100 MB that takes no room: reading it would be felt, asking for its size is not.
    std::fs::File::create(&path)
        .unwrap()
        .set_len(100_000_000)
        .unwrap();
    run(&["assess", &path]).refused(&["is too large: 100 MB, and at most 1 MB can be read"]);
    run_with(&["assess", "-"], &vec![b'#'; 3_000_000]).refused(&["`standard input` is too large"]);
}

#[cfg(unix)]
#[test]
fn what_has_no_end_is_not_read() {
    for device in ["/dev/null", "/dev/zero"] {
        run(&["assess", device]).refused(&["is a device, and a file is expected", "`-`"]);
    }
    let folder = Folder::new();
    let pipe = folder.at("pipe.workload.yaml");
    if Command::new("mkfifo")
        .arg(&pipe)
        .status()
        .is_ok_and(|status| status.success())
    {
        run(&["assess", &pipe]).refused(&["is a named pipe"]);
    }
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_is_told() {
    let full = std::fs::File::create("/dev/full").unwrap();
    let mut command = crate::run::command(&["assess", &example("checkout")]);
    let assessed = crate::run::ran(command.stdout(full).output().unwrap());
    assessed.refused(&["standard output can't be written: no space left on device"]);
    run(&["assess", &example("checkout"), "-o", "/dev/full"])
        .refused(&["`/dev/full` can't be written"]);
}

#[cfg(unix)]
#[test]
fn a_name_that_is_not_unicode_is_a_name() {
    use std::ffi::OsStr;
    use std::os::unix::ffi::OsStrExt;
    let folder = Folder::new();
    let path = folder
        .path()
        .join(OsStr::from_bytes(b"caf\xe9.workload.yaml"));
    // Not every file system takes such a name.
    if std::fs::copy(example("checkout"), &path).is_ok() {
        let mut command = crate::run::command(&["assess"]);
        let assessed = crate::run::ran(command.arg(&path).output().unwrap());
        assert!(assessed.fine().contains("Run API on functions"));
    }
    let mut command = crate::run::command(&["assess"]);
    crate::run::ran(
        command
            .arg(folder.path().join(OsStr::from_bytes(b"\xff")))
            .output()
            .unwrap(),
    )
    .refused(&["there is no file"]);
}

#[test]
fn ids_that_are_not_there_are_looked_for() {
    run(&["explain", "cold-strats"]).refused(&[
        "there is nothing called `cold-strats`",
        "did you mean `cold-starts`?",
    ]);
    run(&["explain", "qqqqqqqq"]).refused(&["plumbline knowledge list"]);
    run(&["explain", "limit"]).refused(&["look for"]);
    run(&["questions", "--section", "trafic"]).refused(&["did you mean `traffic`?"]);
    run(&[
        "diagram",
        &example("checkout"),
        "--pattern",
        "sagaa",
        "-o",
        "x/",
    ])
    .refused(&["did you mean `saga`?"]);
    run(&["diagram", &example("checkout"), "--part", "apy"]).refused(&["did you mean `api`?"]);
    run(&["diagram", &example("telemetry-hub"), "--part", "apy"]).refused(&["it names no parts"]);
    run(&["report", &example("checkout"), "--date", "2026-02-30"])
        .refused(&["is not a day of the calendar"]);
}

#[test]
fn words_of_others_do_not_steer_the_terminal() {
    let folder = Folder::new();
    let file = folder.file(
        "odd.workload.yaml",
        "name: \"a\\e[31mb\\u009bc\"\nanswers: {traffic_shape: \"\\e]0;x\\a\"}\n",
    );
    let ran = run(&["assess", &file]);
    for text in [&ran.out, &ran.err] {
        let steering: Vec<char> = text
            .chars()
            .filter(|character| character.is_control() && *character != '\n')
            .collect();
        assert!(steering.is_empty(), "{steering:?}");
    }
    assert_eq!(ran.code, 2);
}
