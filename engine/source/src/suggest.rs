//! "Did you mean": the known word closest to a mistyped one.

/// No word longer than this is compared; nobody mistypes a word of that length.
const LONGEST: usize = 80;

/// The candidate that `word` was probably meant to be, or none when nothing is close.
///
/// Close means one slip (a letter missing, extra, wrong, or two swapped) for every three letters
/// and never more than three; upper and lower case, `-`, `_` and spaces count as the same. Failing
/// that, the only candidate that has all parts of the word (`duration` for `max_duration`), or the
/// other way round. Among equally close candidates the first wins.
pub fn did_you_mean<'a>(
    word: &str,
    candidates: impl IntoIterator<Item = &'a str>,
) -> Option<&'a str> {
    if word.len() > LONGEST {
        return None;
    }
    let wanted = folded(word);
    let wanted_length = wanted.chars().count();
    let mut closest: Option<(usize, &'a str)> = None;
    let mut by_parts: Option<&'a str> = None;
    let mut parts_tied = false;
    for candidate in candidates {
        if candidate.len() > LONGEST {
            continue;
        }
        let known = folded(candidate);
        let length = known.chars().count();
        let allowed = (wanted_length.max(length) / 3).min(3);
        if wanted_length.abs_diff(length) <= allowed {
            let distance = strsim::osa_distance(&wanted, &known);
            if distance <= allowed && closest.is_none_or(|(least, _)| distance < least) {
                closest = Some((distance, candidate));
            }
        }
        if shares_parts(&wanted, &known) {
            parts_tied |= by_parts.is_some();
            by_parts = by_parts.or(Some(candidate));
        }
    }
    match closest {
        Some((_, candidate)) => Some(candidate),
        None => by_parts.filter(|_| !parts_tied),
    }
}

fn folded(word: &str) -> String {
    word.chars()
        .map(|character| match character {
            '-' | ' ' => '_',
            _ => character,
        })
        .flat_map(char::to_lowercase)
        .collect()
}

/// Whether one word has every part of the other. Very short parts are in too many words to count.
fn shares_parts(one: &str, other: &str) -> bool {
    fn within(short: &str, long: &str) -> bool {
        short.len() >= 4
            && short
                .split('_')
                .all(|part| long.split('_').any(|known| known == part))
    }
    within(one, other) || within(other, one)
}
