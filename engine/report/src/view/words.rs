//! Figures and phrases as documents print them.

use plumbline_assess::Readiness;
use plumbline_knowledge::Knowledge;
use serde::Serialize;

/// A figure as the assessment rounded it: "78.4", "78".
pub(crate) fn figure(value: f64) -> String {
    // Minus zero is zero to a reader.
    format!("{}", value + 0.0)
}

/// A share from 0 to 1, rounded to a thousandth, in percent: "97.4".
pub(crate) fn percent(share: f64) -> String {
    figure((share * 1000.0).round() / 10.0)
}

/// Readiness with its likely range and its bounds.
#[derive(Serialize)]
pub(crate) struct Figures {
    score: String,
    low: String,
    high: String,
    likely_low: String,
    likely_high: String,
    /// Open answers can still move it.
    bounded: bool,
}

impl Figures {
    pub(crate) fn of(readiness: &Readiness) -> Self {
        Self {
            score: figure(readiness.score),
            low: figure(readiness.low),
            high: figure(readiness.high),
            likely_low: figure(readiness.likely_low),
            likely_high: figure(readiness.likely_high),
            bounded: readiness.low < readiness.high,
        }
    }
}

/// What people call these questions.
pub(crate) fn labels<'a>(knowledge: &'a Knowledge, questions: &'a [String]) -> Vec<&'a str> {
    questions
        .iter()
        .map(|id| {
            match knowledge
                .question(id)
                .and_then(|slot| knowledge.questions.get(slot))
            {
                Some(question) => question.label.as_str(),
                None => id,
            }
        })
        .collect()
}

/// A sentence without its full stop.
pub(crate) fn without_stop(sentence: &str) -> &str {
    let sentence = sentence.trim_end();
    sentence.strip_suffix('.').unwrap_or(sentence)
}

/// A sentence as it goes on after "because": no full stop, and a small letter at its start unless
/// it starts with a name.
pub(crate) fn continued(knowledge: &Knowledge, sentence: &str) -> String {
    let sentence = without_stop(sentence);
    let first = sentence.split_whitespace().next().unwrap_or("");
    let mut characters = first.chars();
    let ordinary = characters.next().is_some_and(char::is_uppercase)
        && (first.chars().count() == 1
            || characters
                .clone()
                .all(|c| !c.is_uppercase() && !c.is_numeric()))
        && first != "I"
        && !is_name(knowledge, first);
    let mut letters = sentence.chars();
    match letters.next().filter(|_| ordinary) {
        Some(capital) => capital.to_lowercase().chain(letters).collect(),
        None => sentence.to_owned(),
    }
}

/// Whether services are called so.
fn is_name(knowledge: &Knowledge, word: &str) -> bool {
    let word = word.trim_end_matches(|c: char| !c.is_alphanumeric());
    let word = word.strip_suffix("'s").unwrap_or(word);
    knowledge.services.iter().any(|service| {
        let mut words = service.name.split_whitespace();
        // "Lambda" is a name as much as "AWS Lambda" is.
        words.next() == Some(word) || service.name.starts_with("AWS ") && words.next() == Some(word)
    })
}

#[cfg(test)]
mod tests {
    use plumbline_builtin::knowledge;

    use super::{continued, figure, percent};

    #[test]
    fn sentences_go_on() {
        for (sentence, expected) in [
            ("The work is short.", "the work is short"),
            ("A peak comes.", "a peak comes"),
            ("AWS Lambda ends it.", "AWS Lambda ends it"),
            ("Lambda ends it.", "Lambda ends it"),
            ("Azure ends it.", "Azure ends it"),
            ("95 % is idle.", "95 % is idle"),
            ("", ""),
        ] {
            assert_eq!(continued(knowledge(), sentence), expected);
        }
    }

    #[test]
    fn figures_are_as_short_as_they_can_be() {
        let shown = [
            figure(78.0),
            figure(78.4),
            figure(-0.0),
            percent(0.974),
            percent(1.0),
            percent(0.29),
        ];
        assert_eq!(shown, ["78", "78.4", "0", "97.4", "100", "29"]);
    }
}
