//! Arguments that take one of a list of words, as the engine lists them.

use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser};

/// Takes one of these words, each with what it stands for. Help, completions and what is said of a
/// misspelt word follow the list.
pub fn one_of<T: Clone + Send + Sync + 'static>(
    words: impl IntoIterator<Item = (PossibleValue, T)>,
) -> impl TypedValueParser<Value = T> {
    let words: Vec<(PossibleValue, T)> = words.into_iter().collect();
    PossibleValuesParser::new(words.iter().map(|(word, _)| word.clone())).try_map(move |given| {
        let found = words.iter().find(|(word, _)| word.get_name() == given);
        found
            .map(|(_, meant)| meant.clone())
            .ok_or("it is not on the list")
    })
}

/// A word with what help says of it.
#[must_use]
pub fn word(id: &'static str, what: &'static str) -> PossibleValue {
    PossibleValue::new(id).help(what)
}
