//! Where the app keeps its workloads when nobody says where.

use std::ffi::OsString;
use std::path::PathBuf;

/// The folder that the system has for such things: `$XDG_DATA_HOME/plumbline` or
/// `~/.local/share/plumbline`, on macOS `~/Library/Application Support/Plumbline`, on Windows
/// `%APPDATA%\Plumbline`. It need not exist. None when the surroundings don't name a home folder.
#[must_use]
pub fn default_folder() -> Option<PathBuf> {
    usual(|name| std::env::var_os(name))
}

/// The same, for these environment variables. Paths that aren't absolute are passed over,
/// as the XDG specification demands: they would lead elsewhere from every folder.
fn usual(variable: impl Fn(&str) -> Option<OsString>) -> Option<PathBuf> {
    let folder = |name| {
        variable(name)
            .map(PathBuf::from)
            .filter(|path| path.is_absolute())
    };
    if cfg!(target_os = "macos") {
        return Some(folder("HOME")?.join("Library/Application Support/Plumbline"));
    }
    if cfg!(windows) {
        return Some(folder("APPDATA")?.join("Plumbline"));
    }
    let data = folder("XDG_DATA_HOME").or_else(|| Some(folder("HOME")?.join(".local/share")))?;
    Some(data.join("plumbline"))
}

#[cfg(all(test, unix, not(target_os = "macos")))]
mod tests {
    use std::path::PathBuf;

    use super::usual;

    #[test]
    fn the_folder_is_where_the_system_keeps_such_things() {
        for (xdg, home, expected) in [
            (Some("/data"), Some("/home/ada"), Some("/data/plumbline")),
            (
                Some("data"),
                Some("/home/ada"),
                Some("/home/ada/.local/share/plumbline"),
            ),
            (
                Some(""),
                Some("/home/ada"),
                Some("/home/ada/.local/share/plumbline"),
            ),
            (
                None,
                Some("/home/ada"),
                Some("/home/ada/.local/share/plumbline"),
            ),
            (Some("/data"), None, Some("/data/plumbline")),
            (None, Some("ada"), None),
            (None, None, None),
        ] {
            let found = usual(|name| match name {
                "XDG_DATA_HOME" => xdg.map(Into::into),
                "HOME" => home.map(Into::into),
                _ => None,
            });
            assert_eq!(found, expected.map(PathBuf::from), "{xdg:?} {home:?}");
        }
    }
}
