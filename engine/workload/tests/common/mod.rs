//! A small questionnaire with every kind of question, for the tests of this crate.
#![allow(dead_code, reason = "not every test uses all of it")]
#![allow(clippy::panic, reason = "these functions are parts of tests")]

use std::sync::LazyLock;

use plumbline_knowledge::{File, Knowledge};
use plumbline_source::{Diagnostic, Source};
use plumbline_workload::{Loaded, Workload};

const DIMENSIONS: &str = "
- {id: traffic, label: Traffic, cap: 12}
- {id: latency, label: Latency, cap: 12}
- {id: team, label: Team, cap: 12}
";

const SOURCES: &str = "
- {id: folk, title: Folklore, date: '2020', kind: secondary}
";

const QUESTIONS: &str = r#"
- id: traffic_shape
  section: traffic
  label: traffic shape
  ask: How does traffic arrive over a week?
  help: 'Count "peaks" and silence: nights too.'
  why: Paying per use wins when load varies.
  nature: given
  type: choice
  choices:
    - {id: spiky, label: spiky, prior: 50}
    - {id: daily, label: a daily rhythm, prior: 20}
    - {id: steady, label: steady, prior: 30}
  sources: [folk]
- id: idle_share
  section: traffic
  label: idle share
  ask: For what share of the time does nothing happen?
  help: Nights included.
  why: Scale to zero is worth what idle time costs.
  nature: given
  type: number
  unit: share
  typical: [{value: 10 %, prior: 50}, {value: 70 %, prior: 50}]
  sources: [folk]
- id: average_rate
  section: traffic
  label: average rate
  ask: How many requests arrive on average?
  help: As you know it.
  why: Each request has a price.
  nature: given
  type: number
  unit: rate
  typical: [{value: 1/hour, prior: 50}, {value: 30/s, prior: 50}]
  sources: [folk]
- id: trigger
  section: latency
  label: triggers
  ask: What starts the work?
  help: Everything that does.
  why: Some triggers need a connection that stays open.
  nature: given
  type: choices
  choices:
    - {id: none, label: nothing, prior: 5}
    - {id: http, label: HTTP requests, prior: 50}
    - {id: queue, label: queue messages, prior: 30}
    - {id: store, label: "a store (object, table)", prior: 20}
  sources: [folk]
- id: slow_start
  section: latency
  label: slow start
  ask: How bad is a slow answer now and then?
  help: One in a hundred.
  why: Cold starts.
  nature: given
  type: choice
  choices:
    - {id: fine, label: fine, prior: 60}
    - {id: never, label: not acceptable, prior: 40}
  ask_when: '"http" in answers.trigger'
  sources: [folk]
- id: latency_target
  section: latency
  label: latency target
  ask: How fast must an answer be?
  help: At the 95th percentile.
  why: Cold starts.
  nature: given
  type: number
  unit: duration
  typical: [{value: 300 ms, prior: 50}, {value: 2 s, prior: 50}]
  ask_when: answers.slow_start == "never"
  sources: [folk]
- id: package_size
  section: latency
  label: package size
  ask: How large is what is deployed?
  help: Unpacked.
  why: It has to be loaded.
  nature: changeable
  type: number
  unit: data
  typical: [{value: 6 MB, prior: 50}, {value: 300 MiB, prior: 50}]
  sources: [folk]
- id: private_network
  section: team
  label: private network
  ask: Does it reach into a private network?
  help: A VPC, say.
  why: It takes set-up.
  scope: workload
  nature: given
  type: yes-no
  says: {"yes": it reaches into a private network, "no": it needs no private network}
  prior: 50
  sources: [folk]
- id: team_size
  section: team
  label: team size
  ask: How many people build it?
  help: Full-time.
  why: Somebody has to run it.
  scope: workload
  nature: given
  type: number
  unit: count
  typical: [{value: "3", prior: 50}, {value: "12", prior: 50}]
  sources: [folk]
- id: budget
  section: team
  label: budget
  ask: What may it cost?
  help: Per month.
  why: Money.
  scope: workload
  nature: given
  type: number
  unit: money
  typical: [{value: 500 USD/month, prior: 100}]
  sources: [folk]
"#;

const CONTRADICTIONS: &str = r#"
- id: steady-but-idle
  when: answers.traffic_shape == "steady" && answers.idle_share > share("50%")
  says: Steady traffic can't be idle for more than half of the time.
"#;

const RULE: &str = r#"
id: idle-time
title: Mostly idle
dimension: traffic
since: 2026-11-21
status: active
when: answers.idle_share > share("40%")
points: {functions: 6}
what: It is idle.
why: Idle time costs nothing.
do: Use functions.
sources: [folk]
examples: {fires: [{idle_share: 70 %}], quiet: [{idle_share: 10 %}]}
"#;

const TRADE_OFFS: &str = r#"
- id: cold-starts
  title: Cold starts
  options: [functions]
  what: An instance has to be started before it can answer.
  severity:
    - {level: high, when: answers.slow_start == "never", because: No answer may be late.}
  mitigations: {any: [Keep packages small.]}
  sources: [folk]
- id: capacity-planning
  title: Capacity that has to be planned
  options: [always-on]
  what: Machines are paid for whether they are used or not.
  severity:
    - {level: low, when: answers.idle_share > share("40%"), because: They idle.}
  mitigations: {any: [Scale by schedule.]}
  sources: [folk]
"#;

const CHECKLIST: &str = r#"
- id: least-privilege
  list: security
  theme: security
  text: Give each function a role of its own.
  why: One role for all makes the weakest part as powerful as the strongest.
  sources: [folk]
- id: alarms
  list: operations
  theme: monitoring
  text: Set alarms.
  why: Somebody has to know.
  sources: [folk]
- id: budget-alert
  list: operations
  theme: cost
  text: Set a budget alert.
  why: Bills grow.
  sources: [folk]
"#;

/// The small knowledge base.
pub fn knowledge() -> &'static Knowledge {
    static KNOWLEDGE: LazyLock<Knowledge> = LazyLock::new(read);
    &KNOWLEDGE
}

fn read() -> Knowledge {
    let files: Vec<File> = [
        ("dimensions.yaml", DIMENSIONS),
        ("sources.yaml", SOURCES),
        ("questions/all.yaml", QUESTIONS),
        ("contradictions.yaml", CONTRADICTIONS),
        ("rules/traffic/idle-time.yaml", RULE),
        ("trade-offs/all.yaml", TRADE_OFFS),
        ("checklists/all.yaml", CHECKLIST),
    ]
    .into_iter()
    .map(|(path, text)| File {
        path: path.to_owned(),
        bytes: text.as_bytes().to_vec(),
    })
    .collect();
    let loaded = plumbline_knowledge::load(&files);
    let mistakes: Vec<String> = loaded.diagnostics.iter().map(|d| d.render(false)).collect();
    loaded
        .knowledge
        .unwrap_or_else(|| panic!("{}", mistakes.join("\n")))
}

/// Loads a workload file.
pub fn load(knowledge: &Knowledge, text: &str) -> Result<Loaded, Vec<Diagnostic>> {
    plumbline_workload::load(knowledge, &Source::new("a.workload.yaml", text))
}

/// Loads a workload file that has nothing wrong with it.
pub fn workload(knowledge: &Knowledge, text: &str) -> Workload {
    match load(knowledge, text) {
        Ok(loaded) => {
            assert_eq!(loaded.warnings, [], "for {text}");
            loaded.workload
        }
        Err(errors) => panic!("{}\nfor {text}", render(&errors)),
    }
}

/// All diagnostics as they are printed.
pub fn render(diagnostics: &[Diagnostic]) -> String {
    let shown: Vec<String> = diagnostics.iter().map(|d| d.render(false)).collect();
    shown.join("\n\n")
}

/// Text of a file, and then for each error or warning in order: line, column, and pieces of what
/// is printed.
pub type Case<'a> = (&'a str, &'a [(usize, usize, &'a [&'a str])]);

/// Loads each file and compares what is said about it.
pub fn check_all(knowledge: &Knowledge, cases: &[Case<'_>]) {
    for (text, expected) in cases {
        let found = match load(knowledge, text) {
            Ok(loaded) => loaded.warnings,
            Err(errors) => errors,
        };
        let shown = render(&found);
        assert_eq!(found.len(), expected.len(), "for {text}\n{shown}");
        for (diagnostic, (line, column, pieces)) in found.iter().zip(*expected) {
            let printed = format!(
                "{}\n{}",
                diagnostic.message,
                diagnostic.help.clone().unwrap_or_default()
            );
            let label = diagnostic
                .place
                .as_ref()
                .map_or("", |place| place.label.as_str());
            assert_eq!(
                diagnostic.line_column(),
                Some((*line, *column)),
                "for {text}\n{shown}"
            );
            for piece in *pieces {
                assert!(
                    printed.contains(piece) || label.contains(piece),
                    "no {piece:?} for {text}\n{shown}"
                );
            }
        }
    }
}
