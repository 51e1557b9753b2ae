//! The provider that a workload runs on, which is an answer like others.

use plumbline_knowledge::{ChoiceOption, Knowledge};
use plumbline_rules::Answer;

use crate::sheet::Entry;
use crate::words::parse_answer;
use crate::workload::Workload;

/// The question whose answer is the provider.
const PROVIDER: &str = "provider";

/// The providers that a knowledge base lets choose from; none when it doesn't ask.
#[must_use]
pub fn providers(knowledge: &Knowledge) -> &[ChoiceOption] {
    knowledge
        .question(PROVIDER)
        .and_then(|slot| knowledge.questions.get(slot))
        .map_or(&[], |question| question.answer.options())
}

impl Workload {
    /// The id of the provider that the workload names: `aws`, or `undecided`. None while the
    /// question is open, doesn't apply or isn't asked.
    #[must_use]
    pub fn provider(&self, knowledge: &Knowledge) -> Option<String> {
        let slot = knowledge.question(PROVIDER)?;
        let Answer::Choice(choice) = *self.part_answers(knowledge, 0).get(slot)? else {
            return None;
        };
        Some(providers(knowledge).get(usize::from(choice))?.id.clone())
    }

    /// The workload as if all of it ran on this provider, which is named as a workload file names
    /// it. What was remarked on the answer stays. None when the knowledge base doesn't know it, or
    /// doesn't ask for a provider.
    #[must_use]
    pub fn on_provider(&self, knowledge: &Knowledge, provider: &str) -> Option<Self> {
        let slot = knowledge.question(PROVIDER)?;
        let answer @ Answer::Choice(_) = parse_answer(knowledge, slot, provider).ok()? else {
            return None;
        };
        let mut moved = self.clone();
        let entry = Entry {
            state: answer.into(),
            ..self.answers.get(slot).clone()
        };
        moved.answers.set(slot, entry);
        for part in &mut moved.parts {
            part.answers.set(slot, Entry::default());
        }
        Some(moved)
    }
}
