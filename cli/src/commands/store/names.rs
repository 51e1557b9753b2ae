//! Names for files, made of the names of workloads.

use std::collections::BTreeSet;

/// The most characters that are taken of a name: with everything that comes after it, it is still
/// short enough for any file system.
const LONGEST: usize = 48;

/// Names that were given already.
#[derive(Debug, Default)]
pub struct Names(BTreeSet<String>);

impl Names {
    /// A name that nothing else has, in small letters: some file systems don't tell them from large
    /// ones.
    pub fn give(&mut self, name: &str) -> String {
        let slug = slug(name);
        let mut given = slug.clone();
        let mut number = 2_u32;
        while !self.0.insert(given.clone()) {
            given = format!("{slug}-{number}");
            number += 1;
        }
        given
    }
}

/// Letters and digits, with a hyphen for anything else: no name leads to another folder, hides a
/// file, or looks like an option.
pub fn slug(name: &str) -> String {
    let mut slug = String::new();
    for character in name.chars().flat_map(char::to_lowercase) {
        if slug.chars().count() == LONGEST {
            break;
        }
        if character.is_alphanumeric() {
            slug.push(character);
        } else if !slug.is_empty() && !slug.ends_with('-') {
            slug.push('-');
        }
    }
    match slug.trim_end_matches('-') {
        "" => "workload".to_owned(),
        slug => slug.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::Names;

    #[test]
    fn names_are_harmless_and_given_once() {
        let mut names = Names::default();
        let long = "x".repeat(500);
        for (name, given) in [
            ("Checkout", "checkout"),
            ("Checkout!", "checkout-2"),
            ("checkout-2", "checkout-2-2"),
            ("../../etc/passwd", "etc-passwd"),
            (".hidden", "hidden"),
            ("--force", "force"),
            ("Été  à la plage", "été-à-la-plage"),
            ("日本語", "日本語"),
            ("", "workload"),
            ("\0\u{202e}/\\:*?", "workload-2"),
            (&long, &long[..48]),
        ] {
            assert_eq!(names.give(name), given, "{name:?}");
        }
    }
}
