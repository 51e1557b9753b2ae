//! What a wrong condition says, where, and what it advises.

use plumbline_rules::compile;

use crate::vocabulary::vocabulary;

/// Text, the text underlined, the message, and a part of the help ("" for none).
type Case = (&'static str, &'static str, &'static str, &'static str);

#[rustfmt::skip] // A line each.
const CASES: &[Case] = &[
    // Syntax.
    ("", "", "the condition is empty", "write a comparison"),
    ("  // nothing\n", "  // nothing\n", "the condition is empty", "write a comparison"),
    ("answers.team_size = 5", "=", "`=` is not a comparison", "did you mean `==`?"),
    ("answers.private_network & answers.private_network", "&", "`&` is not an operator", "`&&`"),
    ("answers.private_network | answers.private_network", "|", "`|` is not an operator", "`||`"),
    ("answers.private_network and answers.idle_share", "and", "found `and` where an operator should be", "`&&`"),
    ("answers.traffic_shape == \"spiky", "\"spiky", "the text is not closed", "closing \""),
    ("answers.traffic_shape == “spiky”", "“", "`“` is a typographic quote", "write `\"`"),
    ("1 < answers.team_size < 9", "<", "comparisons cannot be chained", "a < b && b < c"),
    ("(answers.private_network", "(", "the parenthesis is not closed", "closing `)`"),
    ("answers.private_network)", ")", "this `)` closes nothing", ""),
    ("answers.team_size >", "", "the condition ends where a value should be", ""),
    ("answers.team_size > 1_000", "1_000", "`1_000` is not a plain number", "`1000`"),
    ("answers.max_duration > 15m", "15m", "`15m` is not a plain number", "duration(\"15m\")"),
    ("answers.team_size > -1", "-", "`-` is not part of the condition language", "no negative"),
    ("answers.team_size + 1 > 2", "+", "`+` is not part of the condition language", "only arithmetic"),
    ("answers.traffic_shape == \"\\q\"", "\\q", "a `\\` in a text starts an escape that is not known", "`\\\\`"),
    // Names.
    ("answers.trafic_shape == \"spiky\"", "trafic_shape", "there is no question `trafic_shape`", "did you mean `traffic_shape`?"),
    ("answers.zebra == \"spiky\"", "zebra", "there is no question `zebra`", "plumbline questions"),
    ("idle_share > share(\"40%\")", "idle_share", "`idle_share` means nothing here", "did you mean `answers.idle_share`?"),
    ("answer.idle_share > share(\"40%\")", "answer", "`answer` means nothing here", "did you mean `answers`?"),
    ("answers.traffic_shape == spiky", "spiky", "`spiky` means nothing here", "quotes"),
    ("answers.traffic_shape == \"spikey\"", "\"spikey\"", "`spikey` is not a choice of `traffic_shape`", "did you mean `spiky`? the choices are `steady`, `spiky`, `sporadic` or `seasonal`"),
    ("answers.traffic_shape in [\"spiky\", \"calm\"]", "\"calm\"", "`calm` is not a choice of `traffic_shape`", "the choices are `steady`"),
    ("\"http2\" in answers.trigger", "\"http2\"", "`http2` is not a choice of `trigger`", "did you mean `http`?"),
    ("answers.max_duration > durations(\"15m\")", "durations", "there is no function `durations`", "did you mean `duration`?"),
    ("answered(answers.team_size)", "answered", "there is no function `answered`", "open too"),
    ("has(answers.team_size)", "has", "there is no function `has`", "open too"),
    ("answers.max_duration > limit(\"aws-lamda.timeout\")", "\"aws-lamda.timeout\"", "there is no limit `aws-lamda.timeout`", "did you mean `aws-lambda.timeout`?"),
    ("answers.trigger.exist(t, t == \"http\")", "exist", "an answer has no function `exist`", "did you mean `exists`?"),
    ("answers.trigger.contains(\"http\")", "contains", "an answer has no function `contains`", "did you mean `exists`?"),
    // Types.
    ("answers.idle_share > duration(\"15m\")", "duration(\"15m\")", "`answers.idle_share` is a share, compared with a duration", "share(\"40%\")"),
    ("answers.idle_share > 0.4", "0.4", "`answers.idle_share` is a share, compared with a plain number", "share(\"40%\")"),
    ("answers.team_size > share(\"4%\")", "share(\"4%\")", "`answers.team_size` is a count, compared with a share", "`12`"),
    ("answers.payload > limit(\"aws-lambda.timeout\")", "limit(\"aws-lambda.timeout\")", "`answers.payload` is an amount of data, compared with a duration", "data(\"6MB\")"),
    ("answers.payload > answers.peak_rate", "answers.peak_rate", "`answers.payload` is an amount of data, compared with a rate", ""),
    ("answers.traffic_shape == true", "true", "`answers.traffic_shape` is a choice, compared with a yes or no", "\"steady\""),
    ("answers.traffic_shape == answers.team_size", "answers.traffic_shape == answers.team_size", "only answers that are numbers can be compared with each other", "with a value"),
    ("answers.traffic_shape > \"spiky\"", "answers.traffic_shape", "`answers.traffic_shape` is a choice, which has no order", "`==`"),
    ("answers.private_network == \"yes\"", "\"yes\"", "`answers.private_network` is a yes or no, compared with a text", "`true`"),
    ("answers.private_network == 1", "1", "`answers.private_network` is a yes or no, compared with a plain number", "`true`"),
    ("answers.team_size == \"5\"", "\"5\"", "`answers.team_size` is a count, compared with a text", "`12`"),
    ("answers.trigger == \"http\"", "answers.trigger", "`answers.trigger` is a set of choices, which cannot be compared", "`\"http\" in answers.trigger`"),
    ("answers.trigger in [\"http\"]", "answers.trigger", "`answers.trigger` is a set of choices, which cannot be in a list", "exists(t, t in"),
    ("\"spiky\" in answers.traffic_shape", "answers.traffic_shape", "`answers.traffic_shape` is a choice, not a set of choices", "answers.traffic_shape == \"spiky\""),
    ("answers.team_size in [1, 2]", "answers.team_size", "`answers.team_size` is a count, which cannot be in a list of choices", "`==`"),
    ("answers.traffic_shape.exists(t, t == \"spiky\")", "answers.traffic_shape", "`answers.traffic_shape` is a choice, and `exists` needs a set of choices", ""),
    ("answers.traffic_shape", "answers.traffic_shape", "`answers.traffic_shape` is a choice, not a yes or no", "== \"steady\""),
    ("!answers.team_size", "answers.team_size", "`answers.team_size` is a count, not a yes or no", "> 12"),
    ("!answers.private_network == true", "!answers.private_network", "`!answers.private_network` is a condition, and conditions cannot be compared", "parentheses"),
    ("answers.trigger.exists(t, answers.private_network)", "answers.private_network", "`answers.private_network` does not test `t`", "t == \"http\""),
    ("answers.trigger.exists(t, t > \"http\")", "t > \"http\"", "`t > \"http\"` does not test `t`", "`==`"),
    ("answers.trigger.exists(\"http\")", "answers.trigger.exists(\"http\")", "`exists` takes a variable and a condition on it", "exists(t, t == \"http\")"),
    ("answers.max_duration > duration(15)", "duration(15)", "`duration` takes one text in quotes", "duration(\"15m\")"),
    ("answers.max_duration > duration(\"15 minuts\")", "\"15 minuts\"", "`minuts` is not a unit of time", "did you mean `minute`?"),
    ("answers.idle_share > share(\"140%\")", "\"140%\"", "`140%` is more than the whole", "between 0% and 100%"),
    ("2 * answers.traffic_shape == \"spiky\"", "2 * answers.traffic_shape", "`traffic_shape` is a choice, which cannot be multiplied", ""),
    ("answers.peak_rate * answers.average_rate > rate(\"1/s\")", "answers.average_rate", "two values cannot be multiplied with each other", "plain numbers"),
    ("0 * answers.peak_rate > rate(\"1/s\")", "0 * answers.peak_rate", "the factor must be above zero", "always zero"),
    // Constants.
    ("true", "true", "`true` makes this always true", "depend on an answer"),
    ("answers.private_network || true", "true", "`true` makes this always true", "depend on an answer"),
    ("1 < 2", "1 < 2", "this compares two constants, so that it never changes", "compare an answer"),
    ("\"a\"", "\"a\"", "`\"a\"` is a value, not a condition", "compare it"),
    ("duration(\"1s\")", "duration(\"1s\")", "`duration(\"1s\")` is a value, not a condition", "compare it"),
    ("answers.peak_rate > answers.peak_rate", "answers.peak_rate > answers.peak_rate", "this compares an answer with itself", "another answer"),
    ("answers.traffic_shape in []", "[]", "the list is empty, so that nothing is in it", "at least one"),
    ("answers.traffic_shape in [\"spiky\", \"spiky\"]", "\"spiky\"", "`spiky` is in the list twice", "take one out"),
    ("answers.traffic_shape in [\"steady\", \"spiky\", \"sporadic\", \"seasonal\"]", "[\"steady\", \"spiky\", \"sporadic\", \"seasonal\"]", "the list has every choice of `traffic_shape`, so that it always holds", "leave out"),
    ("answers.trigger.exists(t, t == \"http\" && t == \"queue\")", "t == \"http\" && t == \"queue\"", "no choice satisfies this, so that `exists` never changes", "name the choices"),
    ("answers.trigger.all(t, t == \"http\" || t != \"http\")", "t == \"http\" || t != \"http\"", "every choice satisfies this, so that `all` never changes", "name the choices"),
];

#[test]
fn each_mistake_is_named_underlined_and_helped() {
    let vocabulary = vocabulary();
    for (text, underlined, message, help) in CASES {
        let errors = match compile(text, &vocabulary) {
            Ok(_) => panic!("`{text}` compiles"),
            Err(errors) => errors,
        };
        let [error] = errors.as_slice() else {
            panic!("`{text}` has {errors:?}");
        };
        assert_eq!(&error.message, message, "message of `{text}`");
        assert_eq!(
            &text[error.start..error.end],
            *underlined,
            "span of `{text}`"
        );
        match &error.help {
            Some(found) => assert!(
                !help.is_empty() && found.contains(help),
                "`{text}` helps: {found}"
            ),
            None => assert_eq!(*help, "", "`{text}` has no help"),
        }
        assert!(!error.label.is_empty(), "`{text}` has no label");
    }
}

#[test]
fn all_mistakes_of_meaning_are_reported_in_order() {
    let text = r#"answers.trafic_shape == "spiky" && answers.idle_share > 3 || answers.trigger.any(t, t == "x")"#;
    let errors = compile(text, &vocabulary()).unwrap_err();
    let marked: Vec<&str> = errors.iter().map(|e| &text[e.start..e.end]).collect();
    assert_eq!(marked, ["trafic_shape", "3", "any"]);
}

#[test]
fn length_and_depth_are_limited() {
    let vocabulary = vocabulary();
    let long = format!("answers.private_network{}", " ".repeat(8 * 1024));
    let errors = compile(&long, &vocabulary).unwrap_err();
    assert!(errors[0].message.contains("more than 8192"), "{errors:?}");

    let parens = |depth: usize| {
        format!(
            "{}answers.private_network{}",
            "(".repeat(depth),
            ")".repeat(depth)
        )
    };
    assert!(compile(&parens(64), &vocabulary).is_ok());
    for text in [
        parens(65),
        "!".repeat(8000),
        "(".repeat(8000),
        "[".repeat(8000),
        "duration(".repeat(800),
    ] {
        let errors = compile(&text, &vocabulary).unwrap_err();
        assert_eq!(
            errors[0].message,
            "the condition nests more than 64 levels deep"
        );
    }
    // Each pair of parentheses holds two levels of groups.
    let mut groups = "answers.private_network".to_owned();
    for _ in 0..40 {
        groups = format!("({groups} && answers.team_size > 1 || answers.team_size > 2)");
    }
    let errors = compile(&groups, &vocabulary).unwrap_err();
    assert_eq!(
        errors[0].message,
        "the condition nests more than 64 levels deep"
    );

    // A long chain is not deep.
    let chain = vec!["answers.private_network"; 300].join("&&");
    assert!(compile(&chain, &vocabulary).is_ok());
}
