//! The JSON Schema of workload files, for editors.

use plumbline_knowledge::{
    AnswerKind, ChoiceOption, Knowledge, NOT_APPLICABLE, Question, Scope, UNKNOWN,
};
use plumbline_rules::{Quantity, format_quantity};
use serde_json::{Map, Value, json};

use crate::decision::{CheckState, Choice};
use crate::load::{MOST_PARTS, VERSION};
use crate::text;

/// A JSON Schema (draft 2020-12) of workload files, so that editors complete and check them.
///
/// It asks for the canonical forms: what it accepts loads, but for contradictions; some of what
/// loads (a choice's label instead of its id, a unit in capitals) it does not suggest.
#[must_use]
pub fn json_schema(knowledge: &Knowledge) -> Value {
    let mut definitions = Map::new();
    let mut everywhere = Map::new();
    let mut in_parts = Map::new();
    for question in &knowledge.questions {
        let name = format!("answer.{}", question.id);
        let value = format!("value.{}", question.id);
        let reference = json!({ "$ref": format!("#/$defs/{name}") });
        everywhere.insert(question.id.clone(), reference.clone());
        if question.scope == Scope::Part {
            in_parts.insert(question.id.clone(), reference);
        }
        definitions.insert(name, answer(question, &value));
        definitions.insert(value, value_of(question));
    }
    for quantity in QUANTITIES {
        definitions.insert(quantity_name(quantity), number(quantity));
    }
    definitions.insert(
        "open".to_owned(),
        json!({
            "anyOf": [
                { "const": UNKNOWN, "description": "It was asked, and nobody knows." },
                { "const": NOT_APPLICABLE, "description": "The question makes no sense here." },
            ]
        }),
    );
    definitions.insert(
        "note".to_owned(),
        text_field("What a reader should know.", text::NOTE),
    );
    definitions.insert(
        "owner".to_owned(),
        text_field("Who answered, or who is to find out.", text::OWNER),
    );
    definitions.insert("evidence".to_owned(), json!({
        "description": "Where the answer can be checked: a web address, or words.",
        "type": ["string", "null"],
        "maxLength": 2000,
        "anyOf": [
            { "type": "null" },
            { "pattern": "^https?://[^/\\s]\\S*$" },
            { "not": { "pattern": "^\\s*([a-zA-Z][a-zA-Z0-9+.-]*://|[hH][tT][tT][pP][sS]?:|[jJ]ava[sS]cript:|vbscript:|data:|file:|blob:|mailto:)" } },
        ],
    }));
    definitions.insert("day".to_owned(), day());
    definitions.insert("decision".to_owned(), decision());
    definitions.insert("check".to_owned(), check());
    let decisions: Map<String, Value> = knowledge
        .trade_offs
        .iter()
        .map(|entry| {
            let about = json!({ "title": entry.title, "description": entry.what, "$ref": "#/$defs/decision" });
            (entry.id.clone(), about)
        })
        .collect();
    let checks: Map<String, Value> = knowledge
        .checklist
        .iter()
        .map(|item| {
            let about =
                json!({ "title": item.text, "description": item.why, "$ref": "#/$defs/check" });
            (item.id.clone(), about)
        })
        .collect();
    json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "A workload for Plumbline",
        "type": "object",
        "required": ["name"],
        "additionalProperties": false,
        "properties": {
            "plumbline": {
                "description": "The version of the format.",
                "const": VERSION,
            },
            "name": name_field(),
            "summary": text_field("One or two sentences.", text::SUMMARY),
            "answers": {
                "description": "Answers for the workload, and defaults for its parts.",
                "type": ["object", "null"],
                "additionalProperties": false,
                "properties": everywhere,
            },
            "parts": {
                "description": "What may run in different ways. Left out: the workload is one part.",
                "type": ["array", "null"],
                "maxItems": MOST_PARTS,
                "items": {
                    "type": "object",
                    "required": ["id"],
                    "additionalProperties": false,
                    "properties": {
                        "id": {
                            "description": "Unique in the file.",
                            "type": "string",
                            "maxLength": 60,
                            "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$",
                        },
                        "name": name_field(),
                        "answers": {
                            "description": "The part's own answers; they go before those of the workload.",
                            "type": ["object", "null"],
                            "additionalProperties": false,
                            "properties": in_parts,
                        },
                    },
                },
            },
            "decisions": {
                "description": "What was decided about trade-offs, by the id of the trade-off.",
                "type": ["object", "null"],
                "additionalProperties": false,
                "properties": decisions,
            },
            "checks": {
                "description": "How far the items of the checklists are, by the id of the item.",
                "type": ["object", "null"],
                "additionalProperties": false,
                "properties": checks,
            },
        },
        "$defs": definitions,
    })
}

fn name_field() -> Value {
    json!({
        "description": "What people call it.",
        "type": "string",
        "minLength": 1,
        "maxLength": text::NAME.longest,
        "pattern": "\\S",
    })
}

fn text_field(description: &str, form: text::Form) -> Value {
    json!({
        "description": description,
        "type": ["string", "null"],
        "maxLength": form.longest,
    })
}

/// A question's answer: a value, an open one, nothing yet, or any of them with remarks.
fn answer(question: &Question, value: &str) -> Value {
    let value = json!({ "$ref": format!("#/$defs/{value}") });
    let open = json!({ "$ref": "#/$defs/open" });
    json!({
        "title": question.ask,
        "description": format!("{}\n\n{}", question.help, question.why),
        "anyOf": [
            value,
            open,
            { "type": "null" },
            {
                "type": "object",
                "description": "An answer with remarks.",
                "additionalProperties": false,
                "properties": {
                    "value": { "anyOf": [value, open, { "type": "null" }] },
                    "note": { "$ref": "#/$defs/note" },
                    "owner": { "$ref": "#/$defs/owner" },
                    "evidence": { "$ref": "#/$defs/evidence" },
                },
            },
        ],
    })
}

/// A choice, nothing yet, or a choice with what goes with it.
fn decision() -> Value {
    let choice = words(&Choice::ALL.map(|choice| (choice.id(), choice.label())));
    json!({
        "anyOf": [
            choice,
            { "type": "null" },
            {
                "type": "object",
                "required": ["choice"],
                "additionalProperties": false,
                "properties": {
                    "choice": choice,
                    "owner": { "$ref": "#/$defs/owner", "description": "Who answers for it." },
                    "decided": { "$ref": "#/$defs/day", "description": "When it was taken." },
                    "expires": { "$ref": "#/$defs/day", "description": "The last day that it holds." },
                    "note": { "$ref": "#/$defs/note" },
                },
            },
        ],
    })
}

/// A state, nothing yet, or either with what goes with it.
fn check() -> Value {
    let state = words(&CheckState::ALL.map(|state| (state.id(), state.label())));
    json!({
        "anyOf": [
            state,
            { "type": "null" },
            {
                "type": "object",
                "additionalProperties": false,
                "properties": {
                    "state": { "anyOf": [state, { "type": "null" }] },
                    "owner": { "$ref": "#/$defs/owner", "description": "Who settles it." },
                    "note": { "$ref": "#/$defs/note" },
                },
            },
        ],
    })
}

fn words(words: &[(&str, &str)]) -> Value {
    let words: Vec<Value> = words
        .iter()
        .map(|(id, label)| json!({ "const": id, "description": label }))
        .collect();
    json!({ "anyOf": words })
}

/// A day of the calendar, leap years too.
fn day() -> Value {
    const DAY: &str = "^([0-9]{4}-((0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])|(0[469]|11)-(0[1-9]|[12][0-9]|30)|02-(0[1-9]|1[0-9]|2[0-8]))|([0-9]{2}(0[48]|[2468][048]|[13579][26])|([02468][048]|[13579][26])00)-02-29)$";
    json!({ "type": ["string", "null"], "format": "date", "pattern": DAY })
}

fn value_of(question: &Question) -> Value {
    match &question.answer {
        AnswerKind::Choice(options) => one_of(options),
        AnswerKind::Choices(options) => {
            let one = one_of(options);
            json!({
                "anyOf": [
                    one,
                    { "type": "array", "uniqueItems": true, "items": one },
                ]
            })
        }
        AnswerKind::Number { quantity, typical } => {
            let examples: Vec<String> = typical
                .iter()
                .map(|(value, _)| format_quantity(*value, *quantity))
                .collect();
            json!({
                "$ref": format!("#/$defs/{}", quantity_name(*quantity)),
                "examples": examples,
            })
        }
        AnswerKind::YesNo { yes, no, .. } => json!({
            "anyOf": [
                // Readers of YAML 1.1 take both words for booleans, those of 1.2 for text.
                { "const": "yes", "description": yes },
                { "const": "no", "description": no },
                { "const": true, "description": yes },
                { "const": false, "description": no },
            ]
        }),
    }
}

fn one_of(options: &[ChoiceOption]) -> Value {
    let options: Vec<Value> = options
        .iter()
        .map(|option| json!({ "const": option.id, "description": option.label }))
        .collect();
    json!({ "anyOf": options })
}

const QUANTITIES: [Quantity; 6] = [
    Quantity::Duration,
    Quantity::Data,
    Quantity::Rate,
    Quantity::Share,
    Quantity::Money,
    Quantity::Count,
];

fn quantity_name(quantity: Quantity) -> String {
    format!("quantity.{}", format!("{quantity:?}").to_lowercase())
}

/// A value of the quantity.
fn number(quantity: Quantity) -> Value {
    let bare = match quantity {
        Quantity::Count => json!({ "type": "number", "minimum": 0 }),
        Quantity::Share => json!({ "type": "number", "minimum": 0, "maximum": 1 }),
        // Zero needs no unit.
        _ => json!({ "const": 0 }),
    };
    json!({
        "anyOf": [
            { "type": "string", "maxLength": 200, "pattern": pattern(quantity) },
            bare,
        ]
    })
}

/// A regular expression of the canonical forms of a quantity.
fn pattern(quantity: Quantity) -> String {
    const NUMBER: &str = r"([0-9]{1,3}(,[0-9]{3})+|[0-9]+)(\.[0-9]+)?([eE][+-]?[0-9]{1,3})?";
    const TIMES: &str = r"(\s*([kKMB]|bn|thousand|millions?|billions?))?";
    const TIME: &str = "(ns|[uµμ]s|ms|s|secs?|seconds?|m|mins?|minutes?|h|hrs?|hours?|d|days?|w|weeks?|mo|months?|y|yrs?|years?)";
    const DATA: &str = "(B|bytes?|[kK]B|MB|GB|TB|PB|KiB|MiB|GiB|TiB|PiB)";
    const EVENTS: &str = r"(\s*(reqs?|requests?|calls?|events?|messages?|msgs?|records?|invocations?|jobs?|queries|transactions?|times))?";
    const PER: &str = r"\s*(/|per\s)\s*";
    const SHARE: &str = r"(100(\.0+)?|[0-9]{1,2}(\.[0-9]+)?([eE]-[0-9]{1,3})?)\s*(%|percent)";
    let form = match quantity {
        Quantity::Duration => format!(r"{NUMBER}{TIMES}\s*{TIME}(\s*{NUMBER}\s*{TIME})*"),
        Quantity::Data => format!(r"{NUMBER}{TIMES}\s*{DATA}"),
        Quantity::Rate => format!(r"{NUMBER}{TIMES}({EVENTS}{PER}{TIME}|\s*(rps|qps|tps|rpm))"),
        Quantity::Share => SHARE.to_owned(),
        Quantity::Money => {
            format!(
                r"(\$\s*{NUMBER}{TIMES}|USD\s*{NUMBER}{TIMES}|{NUMBER}{TIMES}\s*(\$|USD|dollars?)){PER}{TIME}"
            )
        }
        Quantity::Count => format!("{NUMBER}{TIMES}"),
    };
    format!("^{form}$")
}
