//! Secrets that windows show: the key, which is kept, and the token of a launch, which isn't.

use std::fmt;
use std::fs;
use std::io::{self, ErrorKind, Write};
use std::path::Path;

use crate::error::ServeError;

/// The name of the file in the data folder.
const FILE: &str = "key";

const BYTES: usize = 32;

/// 32 random bytes, written as 64 hexadecimal digits.
#[derive(Clone, PartialEq, Eq)]
pub struct Key(String);

impl Key {
    /// A key that nobody has seen.
    ///
    /// # Errors
    /// [`ServeError::System`] when the system has no random numbers.
    pub fn fresh() -> Result<Self, ServeError> {
        let mut bytes = [0_u8; BYTES];
        getrandom::fill(&mut bytes).map_err(|error| {
            ServeError::System(format!("the system gives no random numbers: {error}"))
        })?;
        Ok(Self(
            bytes.iter().map(|byte| format!("{byte:02x}")).collect(),
        ))
    }

    /// The key that is kept in a data folder, so that windows stay valid when the server is started
    /// again; a fresh one the first time, and where what is there isn't a key.
    ///
    /// # Errors
    /// [`ServeError::Key`] when the file can't be read or written.
    pub fn kept_in(folder: &Path) -> Result<Self, ServeError> {
        let path = folder.join(FILE);
        match fs::read_to_string(&path) {
            Ok(text) => {
                if let Some(key) = Self::from_text(text.trim()) {
                    own(&path).map_err(failed("the key of the windows can't be protected"))?;
                    return Ok(key);
                }
            }
            Err(error) if matches!(error.kind(), ErrorKind::NotFound | ErrorKind::InvalidData) => {}
            Err(error) => return Err(failed("the key of the windows can't be read")(error)),
        }
        let key = Self::fresh()?;
        key.keep(folder)
            .map_err(failed("the key of the windows can't be kept"))?;
        Ok(key)
    }

    /// As it stands in cookies and links.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether a text is this key. How long this takes says nothing about how much of it is right.
    #[must_use]
    pub fn is(&self, text: &str) -> bool {
        let (own, other) = (self.0.as_bytes(), text.as_bytes());
        let differences = own
            .iter()
            .zip(other)
            .fold(0, |found, (own, other)| found | (own ^ other));
        own.len() == other.len() && std::hint::black_box(differences) == 0
    }

    fn from_text(text: &str) -> Option<Self> {
        let digits = text.len() == 2 * BYTES
            && text
                .bytes()
                .all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'));
        digits.then(|| Self(text.to_owned()))
    }

    /// Written aside first: a key that is half written when the power fails would be no key.
    fn keep(&self, folder: &Path) -> io::Result<()> {
        let aside = folder.join(format!("{FILE}.{}", std::process::id()));
        let written = (|| {
            let mut file = private().open(&aside)?;
            file.write_all(self.0.as_bytes())?;
            file.write_all(b"\n")?;
            file.sync_all()?;
            own(&aside)?;
            fs::rename(&aside, folder.join(FILE))
        })();
        if written.is_err() {
            drop(fs::remove_file(&aside));
        }
        written
    }
}

/// Nobody reads a key in a log.
impl fmt::Debug for Key {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("Key(…)")
    }
}

fn failed(what: &str) -> impl FnOnce(io::Error) -> ServeError {
    let what = what.to_owned();
    move |error| ServeError::Key(what, error)
}

#[cfg(unix)]
fn private() -> fs::OpenOptions {
    use std::os::unix::fs::OpenOptionsExt;
    let mut options = fs::OpenOptions::new();
    options.write(true).create(true).truncate(true).mode(0o600);
    options
}

#[cfg(not(unix))]
fn private() -> fs::OpenOptions {
    let mut options = fs::OpenOptions::new();
    options.write(true).create(true).truncate(true);
    options
}

/// Only the owner reads it, whatever it was copied from.
#[cfg(unix)]
fn own(path: &Path) -> io::Result<()> {
    use std::os::unix::fs::PermissionsExt;
    if fs::metadata(path)?.permissions().mode() & 0o077 == 0 {
        return Ok(());
    }
    fs::set_permissions(path, fs::Permissions::from_mode(0o600))
}

#[cfg(not(unix))]
fn own(_: &Path) -> io::Result<()> {
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::Key;

    #[test]
    fn only_the_whole_key_is_the_key() {
        let key = Key::fresh().unwrap();
        assert!(key.is(key.as_str()));
        for other in [
            "",
            &key.as_str()[..63],
            &"0".repeat(64),
            &format!("{}0", key.as_str()),
        ] {
            assert!(!key.is(other), "{other}");
        }
        assert_ne!(key, Key::fresh().unwrap());
    }

    #[test]
    fn a_key_is_kept_for_its_owner_alone() {
        let folder = tempfile::tempdir().unwrap();
        let key = Key::kept_in(folder.path()).unwrap();
        let file = folder.path().join("key");
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            let mode = |path| std::fs::metadata(path).unwrap().permissions().mode() & 0o777;
            assert_eq!(mode(&file), 0o600);
            std::fs::set_permissions(&file, std::fs::Permissions::from_mode(0o644)).unwrap();
            assert_eq!(Key::kept_in(folder.path()).unwrap(), key);
            assert_eq!(mode(&file), 0o600);
        }
        for damage in ["", "half a key", "\u{0}"] {
            std::fs::write(&file, damage).unwrap();
            let next = Key::kept_in(folder.path()).unwrap();
            assert_ne!(next, key, "{damage:?}");
            assert_eq!(Key::kept_in(folder.path()).unwrap(), next);
        }
        assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 1);
    }
}
