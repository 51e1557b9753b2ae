#[test]
fn fields_are_checked() {
    check(&[
        ("rules/traffic/bursts.yaml", "id: bursts\n", "", "?"),
        (
            "rules/traffic/bursts.yaml",
            "id: bursts",
            "id: Bursts_1",
            "?",
        ),
        (
            "rules/traffic/bursts.yaml",
            "id: bursts",
            "id: too-long",
            "?",
        ),
        (
            "rules/traffic/bursts.yaml",
            "dimension: traffic",
            "dimension: traffik",
            "?",
        ),
        (
            "rules/traffic/bursts.yaml",
            "dimension: traffic",
            "dimension: shape",
            "?",
        ),
        (
            "rules/traffic/bursts.yaml",
            "points: {functions: 6}\n",
            "",
            "?",
        ),
        (
            "rules/traffic/bursts.yaml",
            "points: {functions: 6}",
            "points: {function: 6}",
            "?",
        ),
        (
            "rules/traffic/bursts.yaml",
            "points: {functions: 6}",
            "points: {functions: 600}",
            "?",
        ),
        (
            "rules/traffic/bursts.yaml",
            "points: {functions: 6}",
            "points: {functions: six}",
            "?",
        ),
        (
            "rules/traffic/bursts.yaml",
            "points: {functions: 6}",
            "points: {functions: 6}\nrules_out: {option: functions, because: so}",
            "?",
        ),
        (
            "rules/traffic/bursts.yaml",
            "  quiet: [{traffic_shape: steady}]\n",
            "",
            "?",
        ),
        (
            "rules/traffic/bursts.yaml",
            "quiet: [{traffic_shape: steady}]",
            "quiet: []",
            "?",
        ),
        (
            "rules/traffic/bursts.yaml",
            "quiet: [{traffic_shape: steady}]",
            "quiet: [{traffic: steady}]",
            "?",
        ),
        (
            "rules/traffic/bursts.yaml",
            "quiet: [{traffic_shape: steady}]",
            "quiet: [{traffic_shape: stedy}]",
            "?",
        ),
        (
            "rules/traffic/bursts.yaml",
            "what: Traffic comes in bursts.",
            "what: ''",
            "?",
        ),
        (
            "rules/traffic/bursts.yaml",
            "what: Traffic comes",
            "what: \"Traffic \\u202e\"\n#",
            "?",
        ),
        (
            "rules/traffic/bursts.yaml",
            "id: bursts",
            "id: bursts\nreplaces: yes",
            "?",
        ),
        (
            "rules/shape/too-long.yaml",
            "limit: aws-lambda.timeout",
            "limit: aws-lambda.timout",
            "?",
        ),
        (
            "rules/shape/too-long.yaml",
            ", limit: aws-lambda.timeout",
            "",
            "?",
        ),
        (
            "rules/shape/too-long.yaml",
            "option: functions",
            "option: lambda",
            "?",
        ),
        (
            "rules/shape/too-long.yaml",
            "{longest_step: 20 min}",
            "{longest_step: 20 MB}",
            "?",
        ),
        (
            "rules/shape/too-long.yaml",
            "limit(\"aws-lambda.timeout\")",
            "data(\"6 MB\")",
            "?",
        ),
    ]);
}

#[test]
fn conditions_point_into_the_text() {
    check(&[
        (
            "trade-offs/cold-starts.yaml",
            "'\"http\" in answers.trigger'",
            "'\"htp\" in answers.trigger'",
            "?",
        ),
        (
            "rules/traffic/bursts.yaml",
            "when: answers.traffic_shape in [\"spiky\", \"sporadic\"]",
            "when: >-\n  answers.traffic_shape == \"spiky\"\n  || answers.compute == \"light\" && answers.gpux",
            "?",
        ),
        (
            "rules/traffic/bursts.yaml",
            "when: answers.traffic_shape in [\"spiky\", \"sporadic\"]",
            "when: \"answers.traffic_shape == \\\"spicy\\\"\"",
            "?",
        ),
        (
            "rules/traffic/bursts.yaml",
            "when: answers.traffic_shape in [\"spiky\", \"sporadic\"]",
            "when:",
            "?",
        ),
        (
            "rules/traffic/bursts.yaml",
            "when: answers.traffic_shape in [\"spiky\", \"sporadic\"]",
            "when: answers.trafic_shape == \"spiky\" && answers.gpux",
            "?",
        ),
    ]);
}

#[test]
fn questions_are_checked() {
    check(&[
        (
            "questions/shape.yaml",
            "id: longest_step",
            "id: longest-step",
            "?",
        ),
        (
            "questions/shape.yaml",
            "section: shape",
            "section: shap",
            "?",
        ),
        (
            "questions/traffic.yaml",
            "scope: workload",
            "scope: wokload",
            "?",
        ),
        (
            "questions/traffic.yaml",
            "sporadic, prior: 20",
            "sporadic, prior: 21",
            "?",
        ),
        (
            "questions/traffic.yaml",
            "sporadic, prior: 20",
            "sporadic, prior: 120",
            "?",
        ),
        (
            "questions/traffic.yaml",
            "    - {id: queue, label: queue messages, prior: 60}\n",
            "",
            "?",
        ),
        ("questions/traffic.yaml", "id: queue", "id: http", "?"),
        ("questions/traffic.yaml", "id: queue", "id: unknown", "?"),
        (
            "questions/traffic.yaml",
            "type: choices",
            "type: choise",
            "?",
        ),
        ("questions/shape.yaml", "unit: duration", "unit: time", "?"),
        ("questions/shape.yaml", "value: 30 min", "value: 3 ms", "?"),
        ("questions/shape.yaml", "value: 30 min", "value: 30 MB", "?"),
        (
            "questions/shape.yaml",
            "30 min, prior: 30",
            "30 min, prior: 20",
            "?",
        ),
        (
            "questions/shape.yaml",
            ", \"no\": no GPU is needed",
            "",
            "?",
        ),
        (
            "questions/shape.yaml",
            "ask_when: answers.compute",
            "ask_when: answers.gpu && answers.compute",
            "?",
        ),
        (
            "questions/shape.yaml",
            "  choices:\n    - {id: light",
            "  ask_when: answers.gpu\n  choices:\n    - {id: light",
            "?",
        ),
        (
            "questions/traffic.yaml",
            "scope: workload",
            "scope: workload\n  ask_when: answers.compute == \"heavy\"",
            "?",
        ),
    ]);
}

#[test]
fn references_are_checked() {
    check(&[
        (
            "checklists/design.yaml",
            "because: [cold-starts, bursts]",
            "because: [cold-start, burst]",
            "?",
        ),
        (
            "checklists/design.yaml",
            "because: [cold-starts, bursts]",
            "because: [bursts, bursts]",
            "?",
        ),
        (
            "checklists/design.yaml",
            "theme: performance",
            "theme: speed",
            "?",
        ),
        (
            "checklists/design.yaml",
            "sources: [guide-1#cold-starts]",
            "sources: [guide-1#cold-start]",
            "?",
        ),
        (
            "checklists/design.yaml",
            "sources: [guide-1#cold-starts]",
            "sources: [guide-11#cold-starts]",
            "?",
        ),
        (
            "checklists/design.yaml",
            "sources: [guide-1#cold-starts]",
            "sources: [guide-1]",
            "?",
        ),
        (
            "checklists/design.yaml",
            "sources: [guide-1#cold-starts]",
            "sources: study-2020",
            "?",
        ),
        (
            "checklists/design.yaml",
            "sources: [guide-1#cold-starts]",
            "sources: [study]",
            "?",
        ),
        (
            "claims/limits.yaml",
            "guide: guide-1#cold-starts",
            "guide: study-2020",
            "?",
        ),
        (
            "claims/limits.yaml",
            "since: 2018-10",
            "since: October 2018",
            "?",
        ),
        (
            "roles.yaml",
            "azure: azure-functions",
            "azure: aws-lambda",
            "?",
        ),
        (
            "roles.yaml",
            "azure: azure-functions",
            "azur: azure-functions",
            "?",
        ),
        (
            "roles.yaml",
            "azure: azure-functions",
            "azure: azure-function",
            "?",
        ),
        (
            "services/aws/aws-lambda.yaml",
            "provider: aws",
            "provider: azure",
            "?",
        ),
        (
            "services/aws/aws-lambda.yaml",
            "roles: [function]",
            "roles: [functions]",
            "?",
        ),
        (
            "services/aws/aws-lambda.yaml",
            "equivalents: [azure-functions]",
            "equivalents: [aws-lambda]",
            "?",
        ),
        (
            "services/aws/aws-lambda.yaml",
            "value: 15 min",
            "value: 15",
            "?",
        ),
        (
            "services/aws/aws-lambda.yaml",
            "sure: yes",
            "sure: maybe",
            "?",
        ),
        ("sources.yaml", "https://", "ftp://", "?"),
        ("sources.yaml", "kind: measured", "kind: guess", "?"),
        ("dimensions.yaml", "cap: 12", "cap: 0", "?"),
        (
            "guides/guide-1.yaml",
            "id: cold-starts",
            "id: overview",
            "?",
        ),
        ("trade-offs/cold-starts.yaml", "  any:", "  aw:", "?"),
        (
            "trade-offs/cold-starts.yaml",
            "options: [functions]",
            "options: [functions, functions]",
            "?",
        ),
        (
            "trade-offs/cold-starts.yaml",
            "level: low",
            "level: small",
            "?",
        ),
    ]);
}

#[test]
fn patterns_are_checked() {
    check(&[
        ("patterns/api.yaml", "role: function", "role: functon", "?"),
        ("patterns/api.yaml", "in: network", "in: netwrk", "?"),
        ("patterns/api.yaml", "kind: network", "kind: net", "?"),
        (
            "patterns/api.yaml",
            "kind: region",
            "kind: region, in: network",
            "?",
        ),
        ("patterns/api.yaml", "to: worker", "to: wroker", "?"),
        ("patterns/api.yaml", "to: worker", "to: handler", "?"),
        ("patterns/api.yaml", "at: [0, 0]", "at: [0]", "?"),
        ("patterns/api.yaml", "at: [0, 0]", "at: [0, 99]", "?"),
        ("patterns/api.yaml", "at: [0, 0]", "at: [1, 0]", "?"),
        (
            "patterns/api.yaml",
            "when: '!answers.gpu'",
            "when: 'answers.compute == \"light\"'",
            "?",
        ),
        ("patterns/api.yaml", "id: worker", "id: client", "?"),
        (
            "patterns/api.yaml",
            "kind: async",
            "kind: asynchronous",
            "?",
        ),
        (
            "patterns/api.yaml",
            "strip: [function]",
            "strip: [functions]",
            "?",
        ),
    ]);
}
