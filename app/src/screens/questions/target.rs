//! Whom an answer is for, and how a question stands there.

use plumbline_knowledge::{Knowledge, Question, Scope};
use plumbline_rules::{Answer, Truth};
use plumbline_workload::{Entry, Sheet, State, Workload};

/// Whom an answer is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Target {
    /// The workload; also every part that says nothing of its own.
    Whole,
    /// The part of this number.
    Part(usize),
}

impl Target {
    /// Where this question is answered when this is what is looked at: what is asked once is asked
    /// for the whole.
    pub fn of(self, question: &Question) -> Self {
        match question.scope {
            Scope::Workload => Self::Whole,
            Scope::Part => self,
        }
    }

    fn sheet(self, workload: &Workload) -> Option<&Sheet> {
        match self {
            Self::Whole => Some(&workload.answers),
            Self::Part(part) => workload.parts.get(part).map(|part| &part.answers),
        }
    }

    /// What was said here to the question in this slot.
    pub fn entry(self, workload: &Workload, slot: usize) -> Entry {
        self.sheet(workload)
            .map_or_else(Entry::default, |sheet| sheet.get(slot).clone())
    }

    /// Says something here to the question in this slot.
    pub fn set(self, workload: &mut Workload, slot: usize, entry: Entry) {
        let sheet = match self {
            Self::Whole => Some(&mut workload.answers),
            Self::Part(part) => workload.parts.get_mut(part).map(|part| &mut part.answers),
        };
        if let Some(sheet) = sheet {
            sheet.set(slot, entry);
        }
    }

    /// What people call it, where there is more than the whole.
    pub fn name(self, workload: &Workload) -> Option<String> {
        match self {
            Self::Whole => None,
            Self::Part(part) => workload.parts.get(part).map(|part| part.name.clone()),
        }
    }
}

/// How a question stands, from the least to the most that there is to do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Status {
    /// Other answers say that it doesn't apply.
    Hidden,
    /// A person said that it doesn't apply.
    Aside,
    /// It has an answer.
    Answered,
    /// It has none, or nobody knows.
    Open,
}

/// How every question stands, by slot. For the whole, what is still to do in any of the parts
/// counts.
pub fn statuses(knowledge: &Knowledge, workload: &Workload, target: Target) -> Vec<Status> {
    let parts = match target {
        Target::Part(part) => part..part + 1,
        Target::Whole => 0..workload.parts.len().max(1),
    };
    let mut all = vec![Status::Hidden; knowledge.questions.len()];
    for part in parts {
        let answers = workload.part_answers(knowledge, part);
        for ((status, question), answer) in all.iter_mut().zip(&knowledge.questions).zip(&answers) {
            let here = match (&question.ask_when, answer) {
                (Some(condition), _) if condition.evaluate(&answers) == Truth::False => {
                    Status::Hidden
                }
                (_, Answer::NotApplicable) => Status::Aside,
                (_, Answer::Unknown) => Status::Open,
                _ => Status::Answered,
            };
            *status = here.max(*status);
        }
    }
    all
}

/// The questions that have an answer in `workload` and yet are hidden.
pub fn kept_though_hidden(
    knowledge: &Knowledge,
    workload: &Workload,
    target: Target,
) -> Vec<usize> {
    let said = |slot: usize, question: &Question| {
        let own = target.of(question).entry(workload, slot).state;
        own != State::Unasked
    };
    statuses(knowledge, workload, target)
        .into_iter()
        .zip(&knowledge.questions)
        .enumerate()
        .filter(|(slot, (status, question))| *status == Status::Hidden && said(*slot, question))
        .map(|(slot, _)| slot)
        .collect()
}

/// How many questions of each section apply, and how many of them are answered.
pub fn progress(knowledge: &Knowledge, statuses: &[Status]) -> Vec<(usize, usize)> {
    let mut counts = vec![(0, 0); knowledge.dimensions.len()];
    for (status, question) in statuses.iter().zip(&knowledge.questions) {
        if let Some((answered, asked)) = counts.get_mut(question.section) {
            *asked += usize::from(*status >= Status::Answered);
            *answered += usize::from(*status == Status::Answered);
        }
    }
    counts
}

#[cfg(test)]
mod tests {
    use plumbline_rules::Answer;
    use plumbline_workload::{Entry, Workload};

    use super::{Status, Target, kept_though_hidden, progress, statuses};
    use crate::engine::knowledge;

    fn say(workload: &mut Workload, target: Target, question: &str, answer: &str) -> usize {
        let slot = knowledge().question(question).unwrap();
        let answer = plumbline_workload::parse_answer(knowledge(), slot, answer).unwrap();
        target.set(workload, slot, Entry::answered(answer));
        slot
    }

    #[test]
    fn an_answer_that_is_hidden_is_kept_and_found() {
        let mut workload = Workload::new("A");
        let latency = say(&mut workload, Target::Whole, "latency_target", "800 ms");
        say(&mut workload, Target::Whole, "waiting", "person");
        assert!(kept_though_hidden(knowledge(), &workload, Target::Whole).is_empty());
        say(&mut workload, Target::Whole, "waiting", "nobody");
        let kept = kept_though_hidden(knowledge(), &workload, Target::Whole);
        assert_eq!(kept, [latency]);
        assert_eq!(
            statuses(knowledge(), &workload, Target::Whole)[latency],
            Status::Hidden
        );
    }

    #[test]
    fn the_whole_is_open_as_long_as_one_part_is() {
        let mut workload = Workload::new("A");
        workload.add_part("one");
        workload.add_part("two");
        let slot = say(&mut workload, Target::Part(0), "traffic_shape", "spiky");
        let status = |workload: &Workload, target| statuses(knowledge(), workload, target)[slot];
        assert_eq!(status(&workload, Target::Part(0)), Status::Answered);
        assert_eq!(status(&workload, Target::Part(1)), Status::Open);
        assert_eq!(status(&workload, Target::Whole), Status::Open);
        Target::Part(1).set(&mut workload, slot, Entry::answered(Answer::NotApplicable));
        assert_eq!(status(&workload, Target::Part(1)), Status::Aside);
        assert_eq!(status(&workload, Target::Whole), Status::Answered);
    }

    #[test]
    fn progress_counts_what_is_answered() {
        let mut workload = Workload::new("A");
        let before = progress(
            knowledge(),
            &statuses(knowledge(), &workload, Target::Whole),
        );
        assert!(
            before
                .iter()
                .all(|(answered, asked)| *answered == 0 && *asked > 0)
        );
        say(&mut workload, Target::Whole, "traffic_shape", "spiky");
        let after = progress(
            knowledge(),
            &statuses(knowledge(), &workload, Target::Whole),
        );
        let traffic = knowledge().dimension("traffic").unwrap();
        assert_eq!(after[traffic], (1, before[traffic].1));
    }
}
