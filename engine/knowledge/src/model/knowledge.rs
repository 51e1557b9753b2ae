//! The whole knowledge base, and how to find something in it.

use plumbline_rules::{Answer, Truth, Vocabulary};
use serde::{Deserialize, Serialize};

use super::{
    ChecklistItem, Claim, Contradiction, Dimension, Guide, Pattern, Question, Reference, Role,
    Rule, Service, Source, Stage, TradeOff,
};

/// The knowledge base, linked: indices in it always hold.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Knowledge {
    /// The dimensions of an assessment, in the order in which they are shown.
    pub dimensions: Vec<Dimension>,
    /// The questionnaire, by section; the index is the slot in conditions and answers.
    pub questions: Vec<Question>,
    /// The same questions and the limits of all services, as conditions know them.
    #[serde(with = "super::vocabulary")]
    pub vocabulary: Vocabulary,
    /// The slots of all questions, such that every question comes after those that decide whether
    /// it applies.
    pub ask_order: Vec<u16>,
    /// What speaks for or against an option.
    pub rules: Vec<Rule>,
    /// What a verdict costs.
    pub trade_offs: Vec<TradeOff>,
    /// The items of all checklists.
    pub checklist: Vec<ChecklistItem>,
    /// The services of the providers.
    pub services: Vec<Service>,
    /// The roles that services play.
    pub roles: Vec<Role>,
    /// Reference architectures.
    pub patterns: Vec<Pattern>,
    /// The stages of the ways from a server to functions.
    pub stages: Vec<Stage>,
    /// What the guides state.
    pub claims: Vec<Claim>,
    /// Answers that can't all be true.
    pub contradictions: Vec<Contradiction>,
    /// The guides, with their sections.
    pub guides: Vec<Guide>,
    /// Sources besides the guides.
    pub sources: Vec<Source>,
}

/// A method that finds the index of an entry by its id.
macro_rules! lookups {
    ($($(#[$doc:meta])* $name:ident in $list:ident;)+) => {
        impl Knowledge {
            $($(#[$doc])*
            #[must_use]
            pub fn $name(&self, id: &str) -> Option<usize> {
                self.$list.iter().position(|entry| entry.id == id)
            })+
        }
    };
}

lookups! {
    /// The index of a dimension.
    dimension in dimensions;
    /// The index of a question, which is its slot.
    question in questions;
    /// The index of a rule.
    rule in rules;
    /// The index of a trade-off.
    trade_off in trade_offs;
    /// The index of a checklist item.
    checklist_item in checklist;
    /// The index of a service.
    service in services;
    /// The index of a role.
    role in roles;
    /// The index of a pattern.
    pattern in patterns;
    /// The index of a stage.
    stage in stages;
    /// The index of a claim.
    claim in claims;
    /// The index of a contradiction.
    contradiction in contradictions;
    /// The index of a guide.
    guide in guides;
    /// The index of a source.
    source in sources;
}

impl Knowledge {
    /// Marks the questions that don't apply: those whose condition is false with the answers given.
    /// `answers` is indexed by slot; a slot past its end is open and stays so.
    pub fn applicable(&self, answers: &mut [Answer]) {
        for slot in &self.ask_order {
            let slot = usize::from(*slot);
            let condition = self
                .questions
                .get(slot)
                .and_then(|question| question.ask_when.as_ref());
            if let Some(condition) = condition
                && condition.evaluate(answers) == Truth::False
                && let Some(answer) = answers.get_mut(slot)
            {
                *answer = Answer::NotApplicable;
            }
        }
    }

    /// What a reference says to a reader: the title of the source, or guide and section.
    #[must_use]
    pub fn cites(&self, reference: &Reference) -> String {
        match *reference {
            Reference::Source(source) => self
                .sources
                .get(source)
                .map_or_else(String::new, |source| source.title.clone()),
            Reference::Guide { guide, section } => {
                let Some(guide) = self.guides.get(guide) else {
                    return String::new();
                };
                match guide.sections.get(section) {
                    Some(section) => format!("{}, “{}”", guide.title, section.title),
                    None => guide.title.clone(),
                }
            }
        }
    }
}
