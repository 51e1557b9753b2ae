//! The verdict as a sentence, and how sure it is.

use leptos::prelude::*;
use plumbline_assess::{Assessment, Readiness};
use plumbline_knowledge::Compute;

use super::Look;
use super::moved::Movements;
use crate::components::{ReadinessScale, option_token};

/// The sentence, with the options in their colours, and readiness on its scale.
#[component]
pub fn Headline(look: Look) -> impl IntoView {
    let sentence = move || {
        let text = look.session.assessment().verdict.sentence.clone();
        let class = if text.chars().count() > 90 {
            "long"
        } else {
            ""
        };
        let pieces = coloured(&text).into_iter().map(|(text, option)| match option {
            Some(option) => view! { <span style=format!("color:var(--{})", option_token(option))>{text}</span> }.into_any(),
            None => text.into_any(),
        });
        view! { <span class=class>{pieces.collect_view()}</span> }
    };
    let doubts = move || {
        let assessment = look.session.assessment();
        doubts(&assessment)
            .into_iter()
            .map(|(head, text)| view! { <p class="doubt"><b>{head}</b>" "{text}</p> })
            .collect_view()
    };
    let scale = move || view! { <ReadinessScale readiness=look.session.assessment().readiness/> };
    let tried = move || {
        look.session.trial().map(|_| {
            let (before, now) = (look.base.get(), look.session.assessment());
            view! { <Movements before now/> }
        })
    };
    view! {
        <div class="verdict-head">
            <div class="stack">
                <h1 class="verdict-sentence">{sentence}</h1>
                {doubts}
            </div>
            <div class="verdict-scale">
                {scale}
                <p class="small quiet num">{move || readiness_words(&look.session.assessment())}</p>
            </div>
        </div>
        {tried}
    }
}

/// Cuts a sentence such that the options in it stand alone. An option follows "on" and ends where
/// the word ends.
fn coloured(sentence: &str) -> Vec<(String, Option<Compute>)> {
    let mut pieces = Vec::new();
    let mut rest = sentence;
    let found = |rest: &str| {
        Compute::ALL
            .into_iter()
            .filter_map(|option| {
                let label = option.label();
                let at = rest.match_indices(label).map(|(at, _)| at).find(|at| {
                    let after = rest[at + label.len()..].chars().next();
                    rest[..*at].ends_with(" on ") && !after.is_some_and(char::is_alphanumeric)
                })?;
                Some((at, option))
            })
            .min_by_key(|(at, _)| *at)
    };
    while let Some((at, option)) = found(rest) {
        let (before, after) = rest.split_at(at);
        let (label, after) = after.split_at(option.label().len());
        pieces.push((before.to_owned(), None));
        pieces.push((label.to_owned(), Some(option)));
        rest = after;
    }
    pieces.push((rest.to_owned(), None));
    pieces
}

/// What is to be said against leaning on the verdict.
fn doubts(assessment: &Assessment) -> Vec<(&'static str, String)> {
    let mut doubts = Vec::new();
    if assessment.parts.iter().all(|part| part.evidence.is_empty()) {
        return doubts;
    }
    if assessment.verdict.close_call {
        let close: Vec<&str> = assessment
            .parts
            .iter()
            .filter(|part| part.close_call)
            .map(|part| part.name.as_str())
            .collect();
        let which = if assessment.parts.len() > 1 {
            format!(" for {}", close.join(" and "))
        } else {
            String::new()
        };
        doubts.push((
            "A close call",
            format!(
                "{which}: the lead is under three points, which is odds of less than two to one."
            )
            .trim_start()
            .to_owned(),
        ));
    }
    if assessment.verdict.tentative {
        doubts.push((
            "Tentative:",
            "fewer than half of the plausible ways to answer what is open keep this verdict."
                .to_owned(),
        ));
    }
    doubts
}

/// Readiness and confidence in two sentences.
fn readiness_words(assessment: &Assessment) -> String {
    let Readiness {
        score,
        likely_low,
        likely_high,
        ..
    } = assessment.readiness;
    let count = &assessment.questions;
    if count.open == 0 {
        return format!(
            "Readiness {score:.0}. All {} questions are answered, so nothing can move it but another answer.",
            count.asked
        );
    }
    let are = if count.open == 1 {
        "question is"
    } else {
        "questions are"
    };
    let keep = match assessment.confidence * 100.0 {
        all if all >= 99.95 => {
            "All of the ways to answer them that were tried keep this verdict.".to_owned()
        }
        most if most > 99.0 => {
            "More than 99\u{a0}% of the ways to answer them keep this verdict.".to_owned()
        }
        share => format!("{share:.0}\u{a0}% of the ways to answer them keep this verdict."),
    };
    let [low, high] = [likely_low, likely_high].map(|bound| format!("{bound:.0}"));
    let likely = if low == high {
        format!("likely to stay at {low}")
    } else {
        format!("likely between {low} and {high}")
    };
    format!(
        "Readiness {score:.0}, {likely} while {} of {} {are} open. {keep}",
        count.open, count.asked
    )
}

#[cfg(test)]
mod tests {
    use super::coloured;
    use plumbline_knowledge::Compute;

    #[test]
    fn options_stand_out_and_nothing_is_lost() {
        for (sentence, options) in [
            (
                "Run API on functions and Renderer on serverless containers.",
                vec!["functions", "serverless containers"],
            ),
            (
                "On what is known so far, run X on always-on machines.",
                vec!["always-on machines"],
            ),
            ("Run Edge functions on functions.", vec!["functions"]),
            (
                "Run Image functionsets on functionsets é on functions, é on always-on machines.",
                vec!["functions", "always-on machines"],
            ),
            ("Too early to say where X should run.", vec![]),
            ("", vec![]),
        ] {
            let pieces = coloured(sentence);
            let all: String = pieces.iter().map(|(text, _)| text.as_str()).collect();
            assert_eq!(all, sentence);
            let found: Vec<&str> = pieces
                .iter()
                .filter_map(|(_, option)| option.map(Compute::label))
                .collect();
            assert_eq!(found, options, "{sentence}");
        }
    }
}
