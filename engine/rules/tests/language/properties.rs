//! What holds of every condition and every text.

use plumbline_rules::{Answer, Truth, compile};
use proptest::prelude::*;

use crate::generate::{answered, compiled, condition};
use crate::vocabulary::vocabulary;

proptest! {
    #![proptest_config(ProptestConfig { cases: 1000, ..ProptestConfig::default() })]

    /// Opening an answer may open the value, and never turns it round; what is open is decided by some
    /// further answer or not at all.
    #[test]
    fn knowing_more_never_contradicts(
        text in condition(),
        answers in answered(),
        open in prop::collection::vec(any::<bool>(), 10),
    ) {
        let condition = compiled(&text)?;
        let full = condition.evaluate(&answers);
        prop_assert!(!full.is_unknown(), "`{}` is open with nothing open", text);
        let partial: Vec<Answer> = answers
            .iter()
            .zip(&open)
            .map(|(answer, open)| if *open { Answer::Unknown } else { *answer })
            .collect();
        let before = condition.evaluate(&partial);
        prop_assert!(before.is_unknown() || before == full, "`{}`: {:?}, then {:?}", text, before, full);
    }

    /// The short-circuiting program, the trace (which looks everywhere) and the stored form agree.
    #[test]
    fn the_trace_and_the_stored_form_agree_with_the_program(
        text in condition(),
        answers in answered(),
        open in prop::collection::vec(any::<bool>(), 10),
    ) {
        let vocabulary = vocabulary();
        let condition = compiled(&text)?;
        let partial: Vec<Answer> = answers
            .iter()
            .zip(&open)
            .map(|(answer, open)| if *open { Answer::Unknown } else { *answer })
            .collect();
        let value = condition.evaluate(&partial);
        let trace = condition.trace(&vocabulary, &partial);
        prop_assert_eq!(trace.truth(), value, "`{}`", text);
        for clause in trace.clauses() {
            // Each clause is a condition of its own, of the same value.
            let alone = compile(&clause.code, &vocabulary);
            let alone = alone.map_err(|e| TestCaseError::fail(format!("`{}`: {e:?}", clause.code)))?;
            prop_assert_eq!(alone.evaluate(&partial), clause.truth, "`{}`", clause.code);
        }
        let bytes = postcard::to_allocvec(&condition).unwrap();
        prop_assert_eq!(postcard::from_bytes(&bytes), Ok(condition));
    }

    /// What the reach says is impossible, no answers do.
    #[test]
    fn reach_is_sound(text in condition(), samples in prop::collection::vec(crate::generate::known(), 8)) {
        let vocabulary = vocabulary();
        let condition = compiled(&text)?;
        let reach = condition.reach(&vocabulary);
        for answers in samples {
            match condition.evaluate(&answers) {
                Truth::True => prop_assert_ne!(reach.can_hold, Some(false), "`{}`", text),
                _ => prop_assert_ne!(reach.can_fail, Some(false), "`{}`", text),
            }
        }
    }

    /// Negating the only clause turns the value round, and each negated clause turns its own.
    #[test]
    fn mutations_are_well_formed(text in condition(), answers in answered()) {
        let vocabulary = vocabulary();
        let condition = compiled(&text)?;
        let before = condition.trace(&vocabulary, &answers);
        let mutations = condition.mutations();
        prop_assert_eq!(mutations.len(), 2 * before.clauses().len());
        for (index, pair) in mutations.chunks(2).enumerate() {
            let dropped = pair[0].trace(&vocabulary, &answers);
            prop_assert_eq!(dropped.clauses().len(), before.clauses().len() - 1);
            let negated = pair[1].trace(&vocabulary, &answers);
            for (place, (old, new)) in before.clauses().iter().zip(negated.clauses()).enumerate() {
                let expected = if place == index { !old.truth } else { old.truth };
                prop_assert_eq!(new.truth, expected);
            }
        }
    }

    #[test]
    fn no_text_panics(text in "\\PC{0,60}") {
        check_spans(&text)?;
    }

    #[test]
    fn no_soup_of_tokens_panics(
        words in prop::collection::vec(
            prop::sample::select(vec![
                "answers", ".", "traffic_shape", "trigger", "team_size", "private_network", "max_duration",
                "==", "!=", "<", "<=", ">", ">=", "in", "&&", "||", "!", "(", ")", "[", "]", ",", "*",
                "true", "false", "\"spiky\"", "\"stream\"", "'", "\"", "\\", "5", "1e999", "0", "15m",
                "duration", "(\"15m\")", "limit", "exists", "all", "t", " ", "\n", "//", "é", "🦀", "=", "&",
                "answers.private_network", "answers.team_size > 5", "answers.trigger.exists(t, ",
            ]),
            0..30,
        ),
    ) {
        check_spans(&words.concat())?;
        check_spans(&words.join(" "))?;
    }
}

/// Compiles, and checks that each error underlines whole characters of the text.
fn check_spans(text: &str) -> Result<(), TestCaseError> {
    match compile(text, &vocabulary()) {
        Ok(condition) => prop_assert!(!condition.slots().is_empty()),
        Err(errors) => {
            prop_assert!(!errors.is_empty());
            for error in errors {
                prop_assert!(text.get(error.start..error.end).is_some(), "{:?}", error);
                prop_assert!(!error.message.is_empty() && !error.label.is_empty());
                prop_assert!(!error.message.ends_with('.'));
            }
        }
    }
    Ok(())
}
