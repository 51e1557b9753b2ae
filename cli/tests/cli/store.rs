//! `backup`, `restore`, `export` and `import`: the app's workloads from the command line.

use std::fs;
use std::path::Path;

use crate::run::{Folder, Ran, command, example, ran, run};

/// A folder with a store in it that has these files in it.
fn imported(files: &[&str]) -> Folder {
    let folder = Folder::new();
    let data = folder.at("data");
    let ran = run(&[&["import", "--data", &data], files].concat());
    assert_eq!(ran.code, 0, "{}", ran.err);
    folder
}

fn in_store(folder: &Folder, arguments: &[&str]) -> Ran {
    let data = folder.at("data");
    run(&[arguments, &["--data", &data]].concat())
}

/// All files below a folder with their texts, by path.
fn tree(folder: &Path) -> Vec<(String, String)> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_str().unwrap().to_owned();
        if path.is_dir() {
            found.extend(
                tree(&path)
                    .into_iter()
                    .map(|(inner, text)| (format!("{name}/{inner}"), text)),
            );
        } else {
            found.push((name, fs::read_to_string(&path).unwrap()));
        }
    }
    found.sort();
    found
}

#[test]
fn what_is_imported_is_exported_as_it_was() {
    let names = ["checkout", "image-thumbnails", "telemetry-hub"];
    let files = names.map(example);
    let folder = imported(&[&files[0], &files[1], &files[2]]);
    let out = folder.at("out");
    let ran = in_store(&folder, &["export", "-o", &out]);
    assert_eq!(ran.code, 0, "{}", ran.err);
    ran.says(&["wrote 3 workloads"]);
    let exported = tree(Path::new(&out));
    let expected: Vec<_> = names
        .iter()
        .zip(&files)
        .map(|(name, file)| {
            (
                format!("{name}.workload.yaml"),
                fs::read_to_string(file).unwrap(),
            )
        })
        .collect();
    assert_eq!(exported, expected);
    // And once more through another store.
    let paths: Vec<String> = names
        .iter()
        .map(|name| format!("{out}/{name}.workload.yaml"))
        .collect();
    let other = imported(&[&paths[0], &paths[1], &paths[2]]);
    let again = other.at("out");
    assert_eq!(in_store(&other, &["export", "-o", &again]).code, 0);
    assert_eq!(tree(Path::new(&again)), exported);
    assert_eq!(
        run(&["portfolio", &out]).fine(),
        run(&["portfolio", &again]).fine()
    );
}

#[test]
fn archived_workloads_and_versions_have_folders_of_their_own() {
    let folder = imported(&[&example("checkout")]);
    let mut store = plumbline_store::Store::open(Path::new(&folder.at("data")), &[])
        .unwrap()
        .store;
    let id = store.workloads().unwrap()[0].id.clone();
    store.keep_version(&id, "../before: the review").unwrap();
    store.keep_version(&id, "after").unwrap();
    let put_away = store.create("plumbline: 1\nname: Checkout\n").unwrap().id;
    store.archive(&put_away, true).unwrap();
    // What can't be read is exported all the same.
    store.create("name: [\n").unwrap();
    drop(store);
    let out = folder.at("out");
    in_store(&folder, &["export", "-o", &out]).says(&["wrote 3 workloads"]);
    let names: Vec<String> = tree(Path::new(&out))
        .into_iter()
        .map(|(name, _)| name)
        .collect();
    let name = |path: &str| names.iter().any(|name| name == path);
    assert_eq!(names.len(), 5, "{names:?}");
    // Which of the two is the first depends on their ids, which are random.
    let (one, two) = ("checkout", "checkout-2");
    let (kept, away) = if name("checkout.workload.yaml") {
        (one, two)
    } else {
        (two, one)
    };
    for path in [
        format!("{kept}.workload.yaml"),
        format!("archived/{away}.workload.yaml"),
        format!("versions/{kept}/01-before-the-review.workload.yaml"),
        format!("versions/{kept}/02-after.workload.yaml"),
        "workload.workload.yaml".to_owned(),
    ] {
        assert!(name(&path), "{path} is not in {names:?}");
    }
}

#[test]
fn an_export_overwrites_nothing_unless_it_is_told_to() {
    let folder = imported(&[&example("checkout"), &example("telemetry-hub")]);
    let out = folder.at("out");
    folder.file("out/telemetry-hub.workload.yaml", "mine\n");
    in_store(&folder, &["export", "-o", &out])
        .refused(&["telemetry-hub.workload.yaml` is there already", "`--force`"]);
    assert_eq!(tree(Path::new(&out)).len(), 1, "nothing was written");
    assert_eq!(folder.read("out/telemetry-hub.workload.yaml"), "mine\n");
    let ran = in_store(&folder, &["export", "-o", &out, "--force"]);
    assert_eq!(ran.code, 0, "{}", ran.err);
    assert_ne!(folder.read("out/telemetry-hub.workload.yaml"), "mine\n");
    folder.file("file", "");
    in_store(&folder, &["export", "-o", &folder.at("file")]).refused(&["can't be written"]);
}

#[test]
fn of_files_with_a_mistake_none_is_imported() {
    let folder = imported(&[&example("checkout")]);
    let bad = folder.file(
        "bad.workload.yaml",
        "name: A\nanswers: {trafic_shape: spiky}\n",
    );
    in_store(
        &folder,
        &[
            "import",
            &example("telemetry-hub"),
            &bad,
            &folder.at("none.yaml"),
        ],
    )
    .refused(&["trafic_shape", "none.yaml", "2 errors"]);
    in_store(&folder, &["export", "-o", &folder.at("out")]).says(&["wrote 1 workload to"]);
    in_store(&folder, &["import"]).refused(&["<FILE>"]);
}

#[test]
fn a_copy_is_brought_back_by_its_name() {
    let folder = imported(&[&example("checkout")]);
    let path = in_store(&folder, &["backup"]).fine();
    let name = Path::new(path.trim_end())
        .file_name()
        .unwrap()
        .to_str()
        .unwrap();
    assert!(Path::new(path.trim_end()).is_file(), "{path}");
    assert_eq!(
        in_store(&folder, &["import", &example("telemetry-hub")]).code,
        0
    );
    let listed = in_store(&folder, &["restore"]).fine();
    assert!(listed.contains(name), "{listed}");

    // Damaged, the store names the very command that mends it.
    let file = folder.file("data/plumbline.db", "not a store".repeat(1000));
    let ran = in_store(&folder, &["export", "-o", &folder.at("out")]);
    let (_, rest) = ran.err.split_once("`plumbline restore ").unwrap();
    let (offer, _) = rest.split_once('`').unwrap();
    ran.says(&["is damaged"]);
    let typed: Vec<&str> = offer.split(' ').collect();
    let restored = run(&[&["restore"], typed.as_slice()].concat());
    assert_eq!(restored.code, 0, "{}", restored.err);
    restored.says(&["restored", "replaced-"]);
    assert!(Path::new(&file).is_file());
    in_store(&folder, &["export", "-o", &folder.at("out")]).says(&["wrote"]);

    // By its path, too.
    let moved = folder.at("moved.db");
    fs::copy(path.trim_end(), &moved).unwrap();
    assert_eq!(in_store(&folder, &["restore", &moved]).code, 0);
    in_store(&folder, &["restore", "plumbline.db"]).refused(&["isn't the name of a copy", name]);
    in_store(&folder, &["restore", "../none.db"]).refused(&["there is no file"]);
}

#[test]
fn where_there_is_no_store_none_is_made_by_looking() {
    let folder = Folder::new();
    let data = folder.at("data");
    for arguments in [&["backup"][..], &["export", "-o", "out"]] {
        in_store(&folder, arguments).refused(&["there is no store in", "plumbline serve"]);
    }
    let ran = in_store(&folder, &["restore"]);
    assert_eq!((ran.code, ran.out.as_str()), (0, ""));
    ran.says(&["there are no copies"]);
    assert!(!Path::new(&data).exists());
}

#[cfg(all(unix, not(target_os = "macos")))]
#[test]
fn the_usual_folder_is_in_the_home_folder() {
    let home = Folder::new();
    let mut import = command(&["import", &example("checkout")]);
    import.env("HOME", home.path()).env_remove("XDG_DATA_HOME");
    assert_eq!(ran(import.output().unwrap()).code, 0);
    assert!(
        home.path()
            .join(".local/share/plumbline/plumbline.db")
            .is_file()
    );
    let mut homeless = command(&["backup"]);
    homeless.env_remove("HOME").env_remove("XDG_DATA_HOME");
    ran(homeless.output().unwrap()).refused(&["there is no home folder", "--data DIR"]);
}
