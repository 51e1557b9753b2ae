//! Which question somebody meant who wrote an id that there is not.

use std::sync::Arc;

use plumbline_knowledge::{Knowledge, Question, read_answer};
use plumbline_rules::Answer;
use plumbline_source::{Node, Source, did_you_mean};

/// More questions than these don't help.
const MOST: usize = 3;

/// The questions that somebody may have meant who wrote `id`, and `node` as the answer; the
/// likeliest first, and none when it could be anything.
///
/// What was answered helps: `timeout: 30 s` is a question that takes a duration.
pub(crate) fn meant_questions<'a>(
    knowledge: &'a Knowledge,
    source: &Arc<Source>,
    id: &str,
    node: &Node,
) -> Vec<&'a Question> {
    let all: Vec<&Question> = knowledge.questions.iter().collect();
    let label = id.trim().to_lowercase();
    if let Some(question) = all.iter().find(|q| q.label.to_lowercase() == label) {
        return vec![question];
    }
    let wanted = words(id);
    let fitting = fitting(knowledge, source, node);
    let likely = if fitting.is_empty() { &all } else { &fitting };
    let named: Vec<&Question> = likely
        .iter()
        .copied()
        .filter(|question| is_named(&wanted, question))
        .collect();
    if (1..=MOST).contains(&named.len()) {
        return named;
    }
    if let Some(near) = did_you_mean(id, all.iter().map(|question| question.id.as_str())) {
        return all
            .into_iter()
            .filter(|question| question.id == near)
            .collect();
    }
    if let Some(near) = did_you_mean(id, all.iter().map(|question| question.label.as_str())) {
        let question = all.into_iter().find(|question| question.label == near);
        return question.into_iter().collect();
    }
    for candidates in [&fitting, &all] {
        let best = best(&wanted, candidates);
        if (1..=MOST).contains(&best.len()) {
            return best;
        }
    }
    if fitting.len() <= MOST {
        fitting
    } else {
        Vec::new()
    }
}

/// The questions that the answer would be one to.
fn fitting<'a>(knowledge: &'a Knowledge, source: &Arc<Source>, node: &Node) -> Vec<&'a Question> {
    let answer = node.get("value").unwrap_or(node);
    knowledge
        .questions
        .iter()
        .zip(knowledge.vocabulary.slots())
        .filter(|(_, slot)| {
            // "Don't know" fits everywhere, and so says nothing.
            read_answer(source, answer, slot)
                .is_ok_and(|answer| !matches!(answer, Answer::Unknown | Answer::NotApplicable))
        })
        .map(|(question, _)| question)
        .collect()
}

/// Whether all of the words are in the question's id or label.
fn is_named(wanted: &[String], question: &Question) -> bool {
    let mut known = words(&question.id);
    known.extend(words(&question.label));
    !wanted.is_empty()
        && wanted
            .iter()
            .all(|word| known.iter().any(|other| alike(word, other)))
}

/// The questions that have most of the words in what they ask.
fn best<'a>(wanted: &[String], questions: &[&'a Question]) -> Vec<&'a Question> {
    let scored: Vec<(u32, &Question)> = questions
        .iter()
        .map(|question| (score(wanted, question), *question))
        .filter(|(score, _)| *score > 0)
        .collect();
    let highest = scored.iter().map(|(score, _)| *score).max();
    scored
        .into_iter()
        .filter(|(score, _)| Some(*score) == highest)
        .map(|(_, question)| question)
        .collect()
}

/// How many of the words a question has, weighted by where.
fn score(wanted: &[String], question: &Question) -> u32 {
    let options = question.answer.options().iter();
    let labels: Vec<&str> = options.map(|option| option.label.as_str()).collect();
    let texts = [
        (4, words(&question.id)),
        (3, words(&question.label)),
        (2, words(&question.ask)),
        (1, words(&question.help)),
        (1, words(&labels.join(" "))),
    ];
    wanted
        .iter()
        .map(|word| {
            texts
                .iter()
                .filter(|(_, words)| words.iter().any(|known| alike(word, known)))
                .map(|(weight, _)| *weight)
                .max()
                .unwrap_or(0)
        })
        .sum()
}

/// Words that are in questions about anything.
const COMMON: [&str; 12] = [
    "and", "are", "does", "for", "how", "many", "max", "much", "per", "the", "what", "with",
];

/// The words of a text that say something. A text longer than any question is not looked through.
fn words(text: &str) -> Vec<String> {
    text.split(|c: char| !c.is_alphanumeric())
        .filter(|word| (3..=30).contains(&word.len()))
        .take(100)
        .map(str::to_lowercase)
        .filter(|word| !COMMON.contains(&word.as_str()))
        .collect()
}

/// Whether two words are the same but for their endings.
fn alike(one: &str, other: &str) -> bool {
    /// Words that agree in this many letters have the same stem: concurrent, concurrency.
    const STEM: usize = 6;
    let same = one
        .chars()
        .zip(other.chars())
        .take_while(|(a, b)| a == b)
        .count();
    same >= STEM || one.trim_end_matches('s') == other.trim_end_matches('s')
}
