//! Clauses in words.

use plumbline_rules::Answer::{self, Choice, Choices, NotApplicable, Number, Unknown, YesNo};
use plumbline_rules::compile;

use crate::vocabulary::{answers, vocabulary};

/// A condition of one clause, the answers, the statement, and what would make it otherwise.
type Case = (
    &'static str,
    &'static [(&'static str, Answer)],
    &'static str,
    &'static str,
);

const SHAPE: &str = "answers.traffic_shape in [\"spiky\", \"sporadic\"]";
const LIMIT: &str = "answers.max_duration > limit(\"aws-lambda.timeout\")";
const PEAK: &str = "answers.peak_rate > 10 * answers.average_rate";
const STREAM: &str = "\"stream\" in answers.trigger";
const ONLY: &str = "answers.trigger.all(t, t == \"http\")";
const NETWORK: &str = "answers.private_network";

#[rustfmt::skip] // A line each.
const CASES: &[Case] = &[
    (SHAPE, &[("traffic_shape", Choice(1))], "traffic shape is spiky", "would not hold if traffic shape were steady or seasonal"),
    (SHAPE, &[("traffic_shape", Choice(0))], "traffic shape is steady, not spiky or sporadic", "would hold if traffic shape were spiky or sporadic"),
    (SHAPE, &[], "traffic shape is open", "would hold if traffic shape were spiky or sporadic"),
    (SHAPE, &[("traffic_shape", NotApplicable)], "traffic shape does not apply", ""),
    ("answers.traffic_shape != \"spiky\"", &[("traffic_shape", Choice(0))], "traffic shape is steady, not spiky", "would not hold if traffic shape were spiky"),
    ("answers.traffic_shape != \"spiky\"", &[("traffic_shape", Choice(1))], "traffic shape is spiky", "would hold if traffic shape were steady, sporadic or seasonal"),
    ("answers.idle_share > share(\"40%\")", &[("idle_share", Number(0.62))], "idle share 62 % is above 40 %", "would not hold at 40 % or less"),
    ("answers.idle_share > share(\"40%\")", &[("idle_share", Number(0.2))], "idle share 20 % is not above 40 %", "would hold above 40 %"),
    ("!(answers.idle_share > share(\"40%\"))", &[("idle_share", Number(0.2))], "idle share 20 % is not above 40 %", "would not hold above 40 %"),
    ("!(answers.idle_share > share(\"40%\"))", &[("idle_share", Number(0.62))], "idle share 62 % is above 40 %", "would hold at 40 % or less"),
    ("answers.idle_share < share(\"40%\")", &[("idle_share", Number(0.2))], "idle share 20 % is below 40 %", "would not hold at 40 % or more"),
    ("answers.idle_share <= share(\"40%\")", &[("idle_share", Unknown)], "idle share is open", "would hold at 40 % or less"),
    ("answers.team_size >= 5", &[("team_size", Number(5.0))], "team size 5 is at least 5", "would not hold below 5"),
    ("answers.team_size == 5", &[("team_size", Number(5.0))], "team size 5 is exactly 5", "would not hold at anything but 5"),
    ("answers.team_size != 5", &[("team_size", Number(4.0))], "team size 4 is not 5", "would not hold at exactly 5"),
    (LIMIT, &[("max_duration", Number(1200.0))], "longest step 20 min is above AWS Lambda's time limit (15 min)", "would not hold at AWS Lambda's time limit (15 min) or less"),
    (LIMIT, &[("max_duration", Number(30.0))], "longest step 30 s is not above AWS Lambda's time limit (15 min)", "would hold above AWS Lambda's time limit (15 min)"),
    ("answers.payload > 0.5 * limit(\"aws-lambda.payload\")", &[("payload", Number(4e6))], "payload 4 MB is above 0.5 × AWS Lambda's payload limit (3 MB)", "would not hold at 0.5 × AWS Lambda's payload limit (3 MB) or less"),
    (PEAK, &[("peak_rate", Number(100.0)), ("average_rate", Number(5.0))], "peak rate 100/s is above 10 × average rate (50/s)", "would not hold at 10 × average rate (50/s) or less"),
    (PEAK, &[("peak_rate", Number(100.0))], "average rate is open", "would hold above 10 × average rate"),
    (PEAK, &[], "peak rate and average rate are open", "would hold above 10 × average rate"),
    (PEAK, &[("average_rate", NotApplicable)], "average rate does not apply", ""),
    (STREAM, &[("trigger", Choices(0b0101))], "triggers include stream", "would not hold if triggers did not include stream"),
    (STREAM, &[("trigger", Choices(0b0001))], "triggers (HTTP) do not include stream", "would hold if triggers included stream"),
    (STREAM, &[("trigger", Choices(0))], "triggers (none) do not include stream", "would hold if triggers included stream"),
    (STREAM, &[], "triggers are open", "would hold if triggers included stream"),
    (STREAM, &[("trigger", NotApplicable)], "triggers do not apply", ""),
    (ONLY, &[("trigger", Choices(0b0001))], "triggers are only HTTP", "would not hold if triggers were not only HTTP"),
    (ONLY, &[("trigger", Choices(0b0111))], "triggers include queue and stream, not only HTTP", "would hold if triggers were only HTTP"),
    (ONLY, &[("trigger", Choices(0))], "there are no triggers", "would not hold if triggers were not only HTTP"),
    ("answers.trigger.all(t, t != \"http\")", &[("trigger", Choices(0b0110))], "triggers (queue and stream) do not include HTTP", "would not hold if triggers included HTTP"),
    (NETWORK, &[("private_network", YesNo(true))], "a private network is needed", "would not hold if no private network is needed"),
    (NETWORK, &[("private_network", YesNo(false))], "no private network is needed", "would hold if a private network is needed"),
    (NETWORK, &[], "private network is open", "would hold if a private network is needed"),
    ("!answers.private_network", &[("private_network", YesNo(false))], "no private network is needed", "would not hold if a private network is needed"),
];

#[test]
fn each_clause_in_words() {
    let vocabulary = vocabulary();
    for (text, given, statement, otherwise) in CASES {
        let condition = compile(text, &vocabulary).unwrap_or_else(|e| panic!("`{text}`: {e:?}"));
        let trace = condition.trace(&vocabulary, &answers(given));
        let clauses = trace.clauses();
        assert_eq!(clauses.len(), 1, "`{text}`");
        assert_eq!(&clauses[0].text, statement, "`{text}` of {given:?}");
        assert_eq!(
            clauses[0].otherwise.as_deref().unwrap_or(""),
            *otherwise,
            "`{text}` of {given:?}"
        );
        assert_eq!(&clauses[0].code, text);
    }
}

#[test]
fn the_trace_has_every_clause_with_its_code_and_questions() {
    let text = r#"answers.private_network && (answers.idle_share > share("40%") || !("stream" in answers.trigger)) && answers.peak_rate > 10 * answers.average_rate"#;
    let vocabulary = vocabulary();
    let condition = compile(text, &vocabulary).unwrap();
    // The first clause decides, and the others are explained all the same.
    let given = answers(&[("private_network", YesNo(false)), ("trigger", Choices(1))]);
    let trace = condition.trace(&vocabulary, &given);
    let found: Vec<(&str, Vec<&str>)> = trace
        .clauses()
        .into_iter()
        .map(|c| {
            (
                c.code.as_str(),
                c.slots.iter().map(String::as_str).collect(),
            )
        })
        .collect();
    assert_eq!(
        found,
        [
            ("answers.private_network", vec!["private_network"]),
            ("answers.idle_share > share(\"40%\")", vec!["idle_share"]),
            ("!(\"stream\" in answers.trigger)", vec!["trigger"]),
            (
                "answers.peak_rate > 10 * answers.average_rate",
                vec!["peak_rate", "average_rate"]
            ),
        ]
    );
    assert!(trace.truth().is_false());
}
