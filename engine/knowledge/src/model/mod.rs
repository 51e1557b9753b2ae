//! What the knowledge base is made of once it is linked. References between entries are indices
//! into the lists of [`Knowledge`]; the order of entries is the order of the sorted file paths, and
//! that of questions is the order of the questionnaire.

mod checklist;
mod cite;
mod claim;
mod knowledge;
mod pattern;
mod question;
mod rule;
mod service;
mod stage;
mod trade_off;
mod vocabulary;

pub use checklist::{Because, ChecklistItem, ListKind};
pub use cite::{Guide, GuideSection, Origin, Reference, Source, SourceKind};
pub use claim::{Claim, ClaimStatus, Contradiction};
pub use knowledge::Knowledge;
pub use pattern::{Fit, NodeRole, Pattern, PatternEdge, PatternGroup, PatternNode};
pub use question::{AnswerKind, ChoiceOption, Dimension, Nature, Question, Scope};
pub use rule::{Compute, Effect, Example, Examples, Rule};
pub use service::{LimitValue, Portability, Provider, Role, Service, ServiceLimit};
pub use stage::{Draws, Remark, Stage, StagePath};
pub use trade_off::{Level, Mitigation, SeverityRule, TradeOff};

/// Declares an enum whose values are written as words in YAML: `ALL` in the order declared, the
/// word of each, the label of each, and back from the word.
macro_rules! words {
    ($(#[$meta:meta])* pub enum $name:ident { $($(#[$doc:meta])* $value:ident = $id:literal, $label:literal;)+ }) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
        pub enum $name {
            $($(#[$doc])* #[serde(rename = $id)] $value,)+
        }

        // Not every one of these enums needs every method.
        #[allow(dead_code)]
        impl $name {
            /// Every value, in the order in which they are shown.
            pub const ALL: [Self; [$($id),+].len()] = [$(Self::$value),+];

            /// The word that stands for it in YAML and JSON.
            #[must_use]
            pub const fn id(self) -> &'static str {
                match self { $(Self::$value => $id,)+ }
            }

            /// What people read.
            #[must_use]
            pub const fn label(self) -> &'static str {
                match self { $(Self::$value => $label,)+ }
            }

            /// The value that `id` stands for.
            #[must_use]
            pub fn from_id(id: &str) -> Option<Self> {
                Self::ALL.into_iter().find(|value| value.id() == id)
            }
        }

        impl crate::model::Word for $name {
            fn all() -> &'static [Self] {
                &Self::ALL
            }

            fn word(self) -> &'static str {
                self.id()
            }
        }
    };
}
pub(crate) use words;

/// A value written as one of a few words.
pub(crate) trait Word: Copy + 'static {
    fn all() -> &'static [Self];
    fn word(self) -> &'static str;
}
