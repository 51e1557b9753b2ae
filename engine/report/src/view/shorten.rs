//! Texts cut to the room that they have.

/// At most `longest` characters: what is cut off leaves an ellipsis, and no half word unless a
/// word is longer than that.
pub(crate) fn clipped(text: &str, longest: usize) -> String {
    let Some((cut, _)) = text.char_indices().nth(longest) else {
        return text.to_owned();
    };
    // One character less, for the ellipsis.
    let cut = text[..cut].char_indices().last().map_or(0, |(at, _)| at);
    let (kept, rest) = text.split_at(cut);
    let whole = if rest.starts_with(char::is_whitespace) {
        kept
    } else {
        match kept.rfind(char::is_whitespace) {
            Some(space) if space * 2 > kept.len() => &kept[..space],
            _ => kept,
        }
    };
    let ends = |c: char| c.is_whitespace() || matches!(c, ',' | ';' | ':' | '.');
    format!("{}…", whole.trim_end_matches(ends))
}

/// As many whole sentences as fit into `longest` characters, else the first clause up to a semicolon, else as
/// many words. What is left out after a whole sentence isn't missed.
pub(crate) fn shortened(text: &str, longest: usize) -> String {
    let text = text.trim();
    if text.chars().count() <= longest {
        return text.to_owned();
    }
    let fits = |end: &usize| text[..*end].chars().count() <= longest;
    let sentence = text
        .match_indices(". ")
        .map(|(at, _)| at + 1)
        .filter(fits)
        .last();
    if let Some(end) = sentence {
        return text[..end].to_owned();
    }
    let clause = text
        .match_indices("; ")
        .map(|(at, _)| at)
        .filter(fits)
        .last();
    match clause {
        Some(end) => format!("{}.", &text[..end]),
        None => clipped(text, longest),
    }
}

/// "a, b and 3 more".
pub(crate) fn first_of(items: &[String], most: usize) -> String {
    let more = items.len().saturating_sub(most);
    let shown = &items[..items.len() - more];
    match (shown, more) {
        ([], 0) => String::new(),
        ([one], 0) => one.clone(),
        ([all @ .., last], 0) => format!("{} and {last}", all.join(", ")),
        (shown, more) => format!("{} and {more} more", shown.join(", ")),
    }
}

#[cfg(test)]
mod tests {
    use super::{clipped, first_of, shortened};

    #[test]
    fn words_stay_whole_where_they_can() {
        for (text, longest, expected) in [
            ("short", 5, "short"),
            ("two words", 9, "two words"),
            ("two words more", 10, "two words…"),
            ("two words more", 12, "two words…"),
            ("a, b", 3, "a…"),
            ("wwwwwwwwww", 5, "wwww…"),
            ("äöüäöü", 4, "äöü…"),
            ("", 0, ""),
            ("x", 0, "…"),
        ] {
            assert_eq!(clipped(text, longest), expected, "{text}");
        }
    }

    #[test]
    fn sentences_go_before_words() {
        for (text, longest, expected) in [
            ("One. Two.", 9, "One. Two."),
            ("One. Two. Three.", 9, "One. Two."),
            ("One two; three four five.", 12, "One two."),
            ("One two three four five.", 12, "One two…"),
            ("Up to 1.5 GB of memory and so on.", 20, "Up to 1.5 GB of…"),
        ] {
            assert_eq!(shortened(text, longest), expected, "{text}");
        }
    }

    #[test]
    fn lists_are_counted_where_they_end() {
        let items = ["a", "b", "c", "d"].map(str::to_owned);
        assert_eq!(first_of(&items, 4), "a, b, c and d");
        assert_eq!(first_of(&items, 2), "a, b and 2 more");
        assert_eq!(first_of(&items[..1], 2), "a");
        assert_eq!(first_of(&[], 2), "");
    }
}
