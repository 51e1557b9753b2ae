//! A vocabulary as its questions and limits; what finds them by id is made again on the way in.

use plumbline_rules::{Limit, Slot, Vocabulary};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

pub(super) fn serialize<S: Serializer>(
    vocabulary: &Vocabulary,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    (vocabulary.slots(), vocabulary.limits()).serialize(serializer)
}

pub(super) fn deserialize<'de, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<Vocabulary, D::Error> {
    let (slots, limits) = <(Vec<Slot>, Vec<Limit>)>::deserialize(deserializer)?;
    Ok(Vocabulary::new(slots, limits))
}
