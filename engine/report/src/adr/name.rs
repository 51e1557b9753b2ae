//! Names of files.

/// The longest title in the name of a file, in characters. Systems take 255 bytes, of which a
/// character has at most four; the number and the ending have at most 15.
const LONGEST: usize = 56;

/// A title as a part of a file name: words in small letters with hyphens between them, cut after a
/// word where it is long. Nothing else is in it, so that it means nothing to any system.
pub(super) fn slug(title: &str) -> String {
    let mut slug = String::new();
    let mut count = 0;
    let words = title
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty());
    for word in words {
        let word: String = word.chars().flat_map(char::to_lowercase).collect();
        let length = word.chars().count();
        if slug.is_empty() {
            slug.extend(word.chars().take(LONGEST));
            count = length.min(LONGEST);
        } else if count + 1 + length > LONGEST {
            break;
        } else {
            slug.push('-');
            slug.push_str(&word);
            count += 1 + length;
        }
    }
    if slug.is_empty() {
        "decision".to_owned()
    } else {
        slug
    }
}

/// The name of a file as the target of a link in Markdown.
pub(crate) fn link_target(name: &str) -> String {
    let mut target = String::with_capacity(name.len());
    for character in name.chars() {
        if character.is_alphanumeric() || matches!(character, '-' | '_' | '.') {
            target.push(character);
        } else {
            let mut bytes = [0; 4];
            for byte in character.encode_utf8(&mut bytes).bytes() {
                target.push_str(&format!("%{byte:02X}"));
            }
        }
    }
    target
}

#[cfg(test)]
mod tests {
    use super::{LONGEST, link_target, slug};

    #[test]
    fn titles_become_harmless_names() {
        for (title, expected) in [
            ("Run Checkout on functions", "run-checkout-on-functions"),
            ("Run ../../etc/passwd on x", "run-etc-passwd-on-x"),
            ("<script>\"a\": b\n---\nc", "script-a-b-c"),
            ("Größe 2", "größe-2"),
            ("\u{202e}gpj.exe \u{0}", "gpj-exe"),
            ("🙂…", "decision"),
            ("", "decision"),
        ] {
            assert_eq!(slug(title), expected, "{title:?}");
        }
    }

    #[test]
    fn long_titles_are_cut_after_a_word() {
        let long = slug(&"kilometre ".repeat(40));
        assert!(long.chars().count() <= LONGEST && long.ends_with("kilometre"));
        assert_eq!(slug(&"漢".repeat(400)).chars().count(), LONGEST);
        assert!(slug(&"漢".repeat(400)).len() + 15 < 255);
    }

    #[test]
    fn link_targets_end_where_the_name_ends() {
        assert_eq!(
            link_target("0007-a (b) [c].md"),
            "0007-a%20%28b%29%20%5Bc%5D.md"
        );
        assert_eq!(link_target("0007-größe_1.md"), "0007-größe_1.md");
    }
}
