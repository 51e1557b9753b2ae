//! What conditions are worth: the three values, answers that do not apply, the stored form.

use plumbline_rules::Answer::{self, Choice, Choices, NotApplicable, Number, Unknown, YesNo};
use plumbline_rules::Truth::{self, False, True};
use plumbline_rules::{Condition, Kind, Quantity, Slot, Trace, Vocabulary, compile};

use crate::vocabulary::{answers, vocabulary};

fn value(text: &str, given: &[(&str, Answer)]) -> Truth {
    let condition = compile(text, &vocabulary()).unwrap_or_else(|e| panic!("`{text}`: {e:?}"));
    condition.evaluate(&answers(given))
}

#[test]
fn each_kind_of_clause() {
    let shape = |place| ("traffic_shape", Choice(place));
    let triggers = |set| ("trigger", Choices(set));
    let seconds = |value| ("max_duration", Number(value));
    let peak = |value| ("peak_rate", Number(value));
    let average = |value| ("average_rate", Number(value));
    type Case<'a> = (&'a str, &'a [(&'a str, Answer)], Truth);
    #[rustfmt::skip] // A line each.
    let cases: &[Case] = &[
        ("answers.traffic_shape == \"spiky\"", &[shape(1)], True),
        ("answers.traffic_shape == 'spiky'", &[shape(0)], False),
        ("\"spiky\" == answers.traffic_shape", &[shape(1)], True),
        ("answers.traffic_shape != \"spiky\"", &[shape(0)], True),
        ("answers.traffic_shape in [\"spiky\", \"sporadic\",]", &[shape(2)], True),
        ("!(answers.traffic_shape in [\"spiky\", \"sporadic\"])", &[shape(2)], False),
        ("\"stream\" in answers.trigger", &[triggers(0b0101)], True),
        ("\"stream\" in answers.trigger", &[triggers(0b0001)], False),
        ("answers.trigger.exists(t, t in [\"queue\", \"stream\"])", &[triggers(0b0010)], True),
        ("answers.trigger.exists(t, t != \"http\")", &[triggers(0b0001)], False),
        ("answers.trigger.exists(t, t != \"http\" && !(t == \"queue\"))", &[triggers(0b1000)], True),
        ("answers.trigger.all(t, t == \"http\" || t == \"queue\")", &[triggers(0b0011)], True),
        ("answers.trigger.all(t, t == \"http\" || t == \"queue\")", &[triggers(0b0101)], False),
        ("answers.trigger.exists(t, t == \"http\")", &[triggers(0)], False),
        ("answers.trigger.all(t, t == \"http\")", &[triggers(0)], True),
        ("answers.max_duration > duration(\"15m\")", &[seconds(900.0)], False),
        ("answers.max_duration >= duration(\"15m\")", &[seconds(900.0)], True),
        ("duration(\"15m\") < answers.max_duration", &[seconds(901.0)], True),
        ("answers.max_duration > limit(\"aws-lambda.timeout\")", &[seconds(901.0)], True),
        ("answers.max_duration > 0.5 * limit(\"aws-lambda.timeout\")", &[seconds(451.0)], True),
        ("2 * answers.max_duration > limit(\"aws-lambda.timeout\")", &[seconds(450.0)], False),
        ("answers.peak_rate > 10 * answers.average_rate", &[peak(101.0), average(10.0)], True),
        ("answers.peak_rate > 10 * answers.average_rate", &[peak(100.0), average(10.0)], False),
        ("answers.team_size == 5", &[("team_size", Number(5.0))], True),
        ("answers.team_size != 5", &[("team_size", Number(5.0))], False),
        ("answers.private_network", &[("private_network", YesNo(true))], True),
        ("!answers.private_network", &[("private_network", YesNo(true))], False),
        ("answers.private_network == false", &[("private_network", YesNo(false))], True),
        ("answers.private_network != false", &[("private_network", YesNo(false))], False),
    ];
    for (text, given, expected) in cases {
        assert_eq!(value(text, given), *expected, "`{text}` of {given:?}");
    }
}

#[test]
fn open_answers_follow_kleene() {
    let network = |answer| ("private_network", answer);
    let size = |answer| ("team_size", answer);
    let states = [
        (YesNo(false), False),
        (Unknown, Truth::Unknown),
        (YesNo(true), True),
    ];
    for (a, left) in states {
        for (b, right) in [
            (Number(1.0), False),
            (Unknown, Truth::Unknown),
            (Number(9.0), True),
        ] {
            let given = [network(a), size(b)];
            let both = "answers.private_network && answers.team_size > 5";
            let either = "answers.private_network || answers.team_size > 5";
            assert_eq!(value(both, &given), left.and(right));
            assert_eq!(value(either, &given), left.or(right));
            assert_eq!(value(&format!("!({both})"), &given), !left.and(right));
            assert_eq!(value(&format!("!({either})"), &given), !left.or(right));
        }
    }
}

#[test]
fn what_does_not_apply_is_false_and_its_negation_true() {
    let cases: &[(&str, &str, Truth)] = &[
        ("traffic_shape", "answers.traffic_shape == \"spiky\"", False),
        ("traffic_shape", "answers.traffic_shape != \"spiky\"", True),
        (
            "traffic_shape",
            "!(answers.traffic_shape == \"spiky\")",
            True,
        ),
        ("trigger", "\"http\" in answers.trigger", False),
        ("trigger", "answers.trigger.all(t, t == \"http\")", False),
        ("trigger", "!answers.trigger.all(t, t == \"http\")", True),
        ("team_size", "answers.team_size > 5", False),
        ("team_size", "answers.team_size <= 5", False),
        ("team_size", "answers.team_size != 5", True),
        ("private_network", "answers.private_network", False),
        ("private_network", "answers.private_network == false", False),
        ("private_network", "answers.private_network != true", True),
        // One side decides although the other is open.
        (
            "peak_rate",
            "answers.peak_rate > answers.average_rate",
            False,
        ),
        (
            "average_rate",
            "answers.peak_rate > answers.average_rate",
            False,
        ),
    ];
    for (id, text, expected) in cases {
        assert_eq!(value(text, &[(id, NotApplicable)]), *expected, "`{text}`");
    }
}

#[test]
fn answers_that_make_no_sense_say_nothing() {
    let condition = |text: &str| compile(text, &vocabulary()).unwrap();
    let number = condition("answers.team_size > 5");
    assert_eq!(number.evaluate(&[]), Truth::Unknown, "too few answers");
    assert_eq!(
        value("answers.team_size > 5", &[("team_size", Number(f64::NAN))]),
        Truth::Unknown
    );
    assert_eq!(
        value("answers.team_size > 5", &[("team_size", YesNo(true))]),
        Truth::Unknown
    );
    let shape = "answers.traffic_shape == \"spiky\"";
    assert_eq!(
        value(shape, &[("traffic_shape", Choice(200))]),
        False,
        "no such choice"
    );
}

#[test]
fn sixty_four_choices_are_allowed_and_no_more() {
    let with = |count: usize| {
        let choices = (0..count).map(|n| plumbline_rules::Choice {
            id: format!("c{n}"),
            label: format!("choice {n}"),
        });
        let kind = Kind::Choices(choices.collect());
        let slot = Slot {
            id: "x".into(),
            label: "xs".into(),
            kind,
        };
        Vocabulary::new(vec![slot], Vec::new())
    };
    let condition = compile("answers.x.all(t, t != \"c63\")", &with(64)).unwrap();
    assert_eq!(condition.evaluate(&[Choices(1 << 63)]), False);
    assert_eq!(condition.evaluate(&[Choices(u64::MAX >> 1)]), True);
    let errors = compile("\"c1\" in answers.x", &with(65)).unwrap_err();
    assert_eq!(
        errors[0].message,
        "`x` has more than 64 choices, which conditions cannot test"
    );
}

#[test]
fn says_what_it_reads() {
    let text = r#"answers.team_size > 5 && (answers.idle_share >= share("40%") || answers.team_size == 9)
        && answers.trigger.all(t, t != "http") && "queue" in answers.trigger
        && answers.traffic_shape in ["spiky", "seasonal"] && answers.peak_rate > answers.average_rate"#;
    let condition = compile(text, &vocabulary()).unwrap();
    assert_eq!(condition.text(), text);
    assert_eq!(condition.slots(), [0, 1, 3, 4, 5, 8]);
    assert_eq!(
        condition.thresholds(),
        [
            (3, 0.4, false),
            (8, 5.0, true),
            (8, 9.0, false),
            (8, 9.0, true)
        ]
    );
    assert_eq!(condition.mentioned_choices(), [(0, 0b1010), (1, 0b0011)]);
}

#[test]
fn survives_being_stored() {
    let text = r#"!(answers.team_size > 5 && answers.private_network) || answers.trigger.all(t, t != "http")
        && answers.max_duration > 0.5 * limit("aws-lambda.timeout")"#;
    let condition = compile(text, &vocabulary()).unwrap();
    let bytes = postcard::to_allocvec(&condition).unwrap();
    let back: Condition = postcard::from_bytes(&bytes).unwrap();
    assert_eq!(back, condition);
    // Damaged bytes are an error or another condition, never a panic.
    for place in 0..bytes.len() {
        for flip in [1, 2, 0x80] {
            let mut damaged = bytes.clone();
            damaged[place] ^= flip;
            if let Ok(found) = postcard::from_bytes::<Condition>(&damaged) {
                let trace = found.trace(&vocabulary(), &answers(&[]));
                assert_eq!(trace.truth(), found.evaluate(&answers(&[])));
                assert_eq!(found.mutations().len(), 2 * trace.clauses().len());
            }
        }
    }
}

#[test]
fn mutations_drop_and_negate_each_clause() {
    let text = "answers.private_network && !(answers.team_size > 5 || answers.team_size < 2)";
    let condition = compile(text, &vocabulary()).unwrap();
    let mutations = condition.mutations();
    let texts: Vec<&str> = mutations.iter().map(Condition::text).collect();
    assert_eq!(
        texts,
        [
            "… && !(answers.team_size > 5 || answers.team_size < 2)",
            "!(answers.private_network) && !(answers.team_size > 5 || answers.team_size < 2)",
            "answers.private_network && !(… || answers.team_size < 2)",
            "answers.private_network && !(!(answers.team_size > 5) || answers.team_size < 2)",
            "answers.private_network && !(answers.team_size > 5 || …)",
            "answers.private_network && !(answers.team_size > 5 || !(answers.team_size < 2))",
        ]
    );
    let values = |network, size| {
        let given = answers(&[
            ("private_network", YesNo(network)),
            ("team_size", Number(size)),
        ]);
        let all: Vec<Truth> = mutations.iter().map(|m| m.evaluate(&given)).collect();
        (condition.evaluate(&given), all)
    };
    assert_eq!(
        values(true, 3.0),
        (True, vec![True, False, True, False, True, False])
    );
    assert_eq!(
        values(true, 9.0),
        (False, vec![False, False, True, True, False, False])
    );
    assert_eq!(
        values(false, 3.0),
        (False, vec![True, True, False, False, False, False])
    );

    // The clauses of a mutation still point at their own code.
    let given = answers(&[]);
    let trace = mutations[1].trace(&vocabulary(), &given);
    let codes: Vec<&str> = trace.clauses().iter().map(|c| c.code.as_str()).collect();
    assert_eq!(
        codes,
        [
            "!(answers.private_network)",
            "answers.team_size > 5",
            "answers.team_size < 2"
        ]
    );

    let single = compile("!answers.private_network", &vocabulary()).unwrap();
    let mutations = single.mutations();
    assert_eq!(mutations[0].evaluate(&given), True, "nothing left to ask");
    let yes = answers(&[("private_network", YesNo(true))]);
    assert_eq!(mutations[1].evaluate(&yes), True);
}

#[test]
fn a_negated_group_stays_a_group_in_the_trace() {
    let text = "!(answers.private_network && answers.team_size > 5)";
    let condition = compile(text, &vocabulary()).unwrap();
    let given = answers(&[("private_network", YesNo(true)), ("team_size", Number(2.0))]);
    let trace = condition.trace(&vocabulary(), &given);
    let Trace::Not(inner, True) = &trace else {
        panic!("{trace:?}");
    };
    assert_eq!(inner.truth(), False);
    let truths: Vec<Truth> = trace.clauses().iter().map(|c| c.truth).collect();
    assert_eq!(truths, [True, False]);
}

#[test]
fn quantities_are_checked_against_each_other_everywhere() {
    let wanted = [
        ("max_duration", Quantity::Duration),
        ("idle_share", Quantity::Share),
        ("peak_rate", Quantity::Rate),
        ("payload", Quantity::Data),
        ("budget", Quantity::Money),
        ("team_size", Quantity::Count),
    ];
    for (id, kind) in wanted {
        for (_, other) in wanted {
            let text = format!("answers.{id} > {}", other.example());
            assert_eq!(
                compile(&text, &vocabulary()).is_ok(),
                kind == other,
                "`{text}`"
            );
        }
    }
}
