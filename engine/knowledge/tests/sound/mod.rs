//! A small knowledge base without mistakes, with an entry of every kind, to break in tests.

use plumbline_knowledge::File;

/// Path and text of each file.
pub const FILES: [(&str, &str); 15] = [
    (
        "dimensions.yaml",
        "- {id: traffic, label: Traffic, cap: 12}
- {id: shape, label: Workload shape, cap: 14}
",
    ),
    (
        "sources.yaml",
        "- {id: study-2020, title: A study, url: \"https://example.org/study\", date: \"2020\", kind: measured}
",
    ),
    (
        "guides/guide-1.yaml",
        "id: guide-1
title: The guide
sections:
  - {id: overview, title: Overview, line: 1}
  - {id: cold-starts, title: Cold Starts, line: 9}
",
    ),
    (
        "questions/shape.yaml",
        "- id: compute
  section: shape
  label: computing per request
  ask: How heavy is the computing?
  help: Light is mostly waiting.
  why: Functions charge for time.
  nature: given
  type: choice
  choices:
    - {id: light, label: light, prior: 60}
    - {id: heavy, label: heavy, prior: 40}
  sources: [guide-1#overview]
- id: gpu
  section: shape
  label: GPU
  ask: Does it need a GPU?
  help: Count only what it can't do without.
  why: Functions have none.
  nature: given
  type: yes-no
  says: {\"yes\": a GPU is needed, \"no\": no GPU is needed}
  prior: 5
  ask_when: answers.compute == \"heavy\"
  sources: [study-2020]
- id: longest_step
  section: shape
  label: longest step
  ask: How long is the longest step?
  help: Not the whole process.
  why: Functions end at a limit.
  nature: given
  type: number
  unit: duration
  typical:
    - {value: 300 ms, prior: 70}
    - {value: 30 min, prior: 30}
  sources: [guide-1#overview]
",
    ),
    (
        "questions/traffic.yaml",
        "- id: traffic_shape
  section: traffic
  label: traffic shape
  ask: How does traffic arrive?
  help: Over a week.
  why: It decides what is paid for idle time.
  scope: workload
  nature: given
  type: choice
  choices:
    - {id: steady, label: steady, prior: 50}
    - {id: spiky, label: spiky, prior: 30}
    - {id: sporadic, label: sporadic, prior: 20}
  sources: [guide-1#overview]
- id: trigger
  section: traffic
  label: what starts the work
  ask: What starts the work?
  help: Tick all.
  why: Functions react to events.
  nature: changeable
  type: choices
  choices:
    - {id: http, label: HTTP requests, prior: 60}
    - {id: queue, label: queue messages, prior: 60}
  sources: [guide-1#overview]
",
    ),
    (
        "services/aws/aws-lambda.yaml",
        "id: aws-lambda
name: AWS Lambda
provider: aws
roles: [function]
summary: Functions.
billing: By time and request.
cold_start: Some.
portability: proprietary
limits:
  - id: timeout
    label: AWS Lambda's time limit
    unit: duration
    value: 15 min
    as_of: 2026-11-21
    sure: yes
    sources: [study-2020]
equivalents: [azure-functions]
sources: [guide-1#overview]
",
    ),
    (
        "services/azure/azure-functions.yaml",
        "id: azure-functions
name: Azure Functions
provider: azure
roles: [function]
summary: Functions.
billing: By time and request.
portability: proprietary
equivalents: [aws-lambda]
sources: [guide-1#overview]
",
    ),
    (
        "roles.yaml",
        "- {id: client, label: Client, glyph: client}
- {id: function, label: Function, glyph: function, services: {aws: aws-lambda, azure: azure-functions}}
",
    ),
    (
        "rules/traffic/bursts.yaml",
        "id: bursts
title: Traffic comes in bursts
dimension: traffic
since: 2026-11-21
status: active
when: answers.traffic_shape in [\"spiky\", \"sporadic\"]
points: {functions: 6}
what: Traffic comes in bursts.
why: Idle time costs nothing.
do: Scale to zero.
sources: [guide-1#overview]
examples:
  fires: [{traffic_shape: spiky}]
  quiet: [{traffic_shape: steady}]
",
    ),
    (
        "rules/shape/too-long.yaml",
        "id: too-long
title: A step takes too long
dimension: shape
since: 2026-11-21
status: active
when: answers.longest_step > limit(\"aws-lambda.timeout\")
rules_out: {option: functions, limit: aws-lambda.timeout}
what: A step takes longer than a function may.
why: It would be cut off.
do: Split it.
sources: [guide-1#overview]
examples:
  fires: [{longest_step: 20 min}]
  quiet: [{longest_step: 15 min}]
",
    ),
    (
        "trade-offs/cold-starts.yaml",
        "id: cold-starts
title: Cold starts
options: [functions]
what: The first request waits.
concerns: [function, compute]
severity:
  - {level: high, when: '\"http\" in answers.trigger', because: Somebody waits.}
  - {level: low, when: 'answers.gpu', because: Loading takes long.}
mitigations:
  any: [Keep packages small.]
sources: [guide-1#cold-starts]
",
    ),
    (
        "checklists/design.yaml",
        "- id: small-packages
  list: design
  theme: performance
  text: Keep packages small.
  why: They start sooner.
  when: answers.compute == \"heavy\"
  because: [cold-starts, bursts]
  sources: [guide-1#cold-starts]
",
    ),
    (
        "patterns/api.yaml",
        "id: api
name: API
summary: An API.
use_when: Often.
avoid_when: Seldom.
fits:
  - {when: '\"http\" in answers.trigger', weight: 10}
groups:
  - {id: region, label: Region, kind: region}
  - {id: network, label: Network, kind: network, in: region}
nodes:
  - {id: client, role: client, label: Client, at: [0, 0]}
  - {id: handler, role: compute, label: Handler, at: [1, 0], in: network, absent: answers.gpu, warm: '\"http\" in answers.trigger'}
  - {id: machine, role: compute, label: Machine, at: [1, 0], when: answers.gpu, options: [always-on]}
  - {id: worker, role: compute, label: Worker, at: [2, 0], when: answers.gpu}
  - {id: helper, role: function, label: Helper, at: [2, 0], when: '!answers.gpu'}
edges:
  - {from: client, to: handler, label: HTTPS, kind: sync, step: 1, story: The client calls.}
  - {from: handler, to: worker, kind: async}
  - {from: client, to: worker, kind: async, unless: [handler]}
strip: [function]
benefits: [Simple.]
considerations: [Cold starts.]
sources: [guide-1#overview]
",
    ),
    (
        "stages/way.yaml",
        "- id: server
  path: evolution
  place: 1
  title: A server
  text: It does everything.
  gains: [Simple., {text: Fast., when: answers.gpu}]
  costs: [Dear.]
  nodes:
    - {id: client, role: client, label: Client, at: [0, 0]}
    - {id: server, role: compute, label: Server, at: [1, 0]}
  edges:
    - {from: client, to: server, label: calls, kind: sync}
  sources: [guide-1#overview]
- id: functions
  path: evolution
  place: 2
  title: Functions
  text: They come and go.
  gains: [Cheap.]
  costs: [Cold.]
  pattern: chosen
  sources: [guide-1#overview]
- id: route-by-route
  path: migration
  place: 1
  when: answers.gpu
  title: Route by route
  text: One after the other.
  gains: [Safe.]
  costs: [Slow.]
  pattern: api
  sources: [guide-1#overview]
",
    ),
    (
        "claims/limits.yaml",
        "- id: five-minutes
  guide: guide-1#cold-starts
  says: A function may run for 5 minutes.
  status: superseded
  now: 15 minutes.
  since: 2018-10
  sure: true
  sources: [study-2020]
",
    ),
];

/// The files, as bytes.
pub fn files() -> Vec<File> {
    FILES.iter().map(|(path, text)| file(path, text)).collect()
}

pub fn file(path: &str, text: &str) -> File {
    File {
        path: path.to_owned(),
        bytes: text.as_bytes().to_vec(),
    }
}

/// The files with `from` in the file at `path` replaced by `to`.
pub fn with(path: &str, from: &str, to: &str) -> Vec<File> {
    let mut files = files();
    let file = files.iter_mut().find(|file| file.path == path).unwrap();
    let text = String::from_utf8(file.bytes.clone()).unwrap();
    assert!(text.contains(from), "{path} has no {from:?}");
    file.bytes = text.replacen(from, to, 1).into_bytes();
    files
}
