//! What has to hold for any bytes at all: the functions behind the fuzz targets in `fuzz/`, which the
//! ordinary tests run over the seeds.

use std::sync::LazyLock;

use plumbline_assess::{Assessor, DEFAULT_SEED};
use plumbline_builtin::knowledge;
use plumbline_knowledge::{File, lint, load};
use plumbline_rules::{Answer, Quantity, classes, compile, format_quantity, parse_quantity};
use plumbline_source::{Limits, decode};

static ASSESSOR: LazyLock<Assessor<'static>> = LazyLock::new(|| Assessor::new(knowledge()));

/// Each part is assessed in the same way; more would only be slow.
const MOST_PARTS: usize = 3;

/// Reading a workload file never panics; what was read is the same after it was written and read
/// again, and can be assessed.
///
/// # Panics
///
/// When that doesn't hold.
pub fn workload(bytes: &[u8]) {
    let read = |bytes: Vec<u8>| {
        decode("workload.yaml", bytes, &Limits::workload())
            .map_err(|error| vec![error])
            .and_then(|source| plumbline_workload::load(knowledge(), &source))
    };
    let loaded = match read(bytes.to_vec()) {
        Ok(loaded) => loaded,
        Err(errors) => {
            assert!(!errors.is_empty(), "refused without a reason");
            for error in errors {
                let _ = error.render(false);
            }
            return;
        }
    };
    for warning in &loaded.warnings {
        let _ = warning.render(false);
    }
    let saved = plumbline_workload::save(knowledge(), &loaded.workload);
    let again = read(saved.clone().into_bytes());
    assert_eq!(
        again.map(|again| again.workload),
        Ok(loaded.workload.clone()),
        "written as:\n{saved}"
    );
    if loaded.workload.parts.len() <= MOST_PARTS {
        let assessment = ASSESSOR.assess(&loaded.workload, DEFAULT_SEED);
        let readiness = assessment.readiness;
        assert!(readiness.low <= readiness.score && readiness.score <= readiness.high);
    }
}

/// One place for each kind of knowledge file.
const PLACES: [&str; 12] = [
    "dimensions.yaml",
    "questions/fuzzed.yaml",
    "rules/shape/fuzzed.yaml",
    "trade-offs/fuzzed.yaml",
    "checklists/design.yaml",
    "services/aws/fuzzed.yaml",
    "roles.yaml",
    "patterns/fuzzed.yaml",
    "claims/fuzzed.yaml",
    "contradictions.yaml",
    "guides/fuzzed.yaml",
    "sources.yaml",
];

/// Enough for entries of other files to refer to.
const AROUND: [(&str, &str); 4] = [
    ("dimensions.yaml", "- {id: shape, label: Shape, cap: 12}\n"),
    (
        "sources.yaml",
        "- {id: study, title: A study, url: \"https://example.org/\", date: \"2020\", kind: measured}\n",
    ),
    (
        "roles.yaml",
        "- {id: function, label: Function, glyph: function}\n",
    ),
    (
        "questions/shape.yaml",
        "- {id: gpu, section: shape, label: GPU, ask: A GPU?, help: Or not., why: It matters.,
   nature: given, type: yes-no, says: {\"yes\": a GPU is needed, \"no\": no GPU is needed},
   prior: 5, sources: [study]}
",
    ),
];

/// Loading a knowledge base never panics, whatever stands in one of its files and whichever that is;
/// there is knowledge exactly when there is no mistake.
///
/// # Panics
///
/// When that doesn't hold.
pub fn knowledge_file(bytes: &[u8]) {
    for place in PLACES {
        let around = AROUND.iter().filter(|(path, _)| *path != place);
        let mut files: Vec<File> = around
            .map(|(path, text)| File {
                path: (*path).to_owned(),
                bytes: text.as_bytes().to_vec(),
            })
            .collect();
        files.push(File {
            path: place.to_owned(),
            bytes: bytes.to_vec(),
        });
        let loaded = load(&files);
        assert_eq!(
            loaded.knowledge.is_none(),
            !loaded.diagnostics.is_empty(),
            "{place}"
        );
        for mistake in &loaded.diagnostics {
            let _ = mistake.render(false);
        }
        if let Some(knowledge) = loaded.knowledge {
            for finding in lint(&knowledge) {
                let _ = finding.render(false);
            }
        }
    }
}

/// Beyond this many answers, trying their combinations takes long.
const MOST_COMBINED: usize = 3;

/// A condition is refused at a place in its text, or can be evaluated, told, mutated and tried.
///
/// # Panics
///
/// When that doesn't hold.
pub fn condition(text: &str) {
    let vocabulary = &knowledge().vocabulary;
    let condition = match compile(text, vocabulary) {
        Ok(condition) => condition,
        Err(errors) => {
            assert!(!errors.is_empty(), "refused without a reason");
            for error in errors {
                assert!(text.get(error.start..error.end).is_some(), "{error:?}");
            }
            return;
        }
    };
    let slots = vocabulary.slots().len();
    for answer in [
        Answer::Unknown,
        Answer::NotApplicable,
        Answer::YesNo(true),
        Answer::Number(1.0),
        Answer::Choice(1),
        Answer::Choices(3),
    ] {
        let answers = vec![answer; slots];
        let truth = condition.evaluate(&answers);
        assert_eq!(condition.trace(vocabulary, &answers).truth(), truth);
        for mutation in condition.mutations() {
            let _ = mutation.evaluate(&answers);
        }
    }
    for slot in condition.slots() {
        let _ = classes(usize::from(*slot), [&condition], vocabulary);
    }
    if condition.slots().len() <= MOST_COMBINED {
        let reach = condition.reach(vocabulary);
        assert!(reach.can_hold != Some(false) || reach.can_fail != Some(false));
    }
}

/// A quantity that is understood is a sensible number, and what is shown of it is understood too.
///
/// # Panics
///
/// When that doesn't hold.
pub fn quantity(text: &str) {
    for quantity in [
        Quantity::Duration,
        Quantity::Data,
        Quantity::Rate,
        Quantity::Share,
        Quantity::Money,
        Quantity::Count,
    ] {
        let Ok(value) = parse_quantity(text, quantity) else {
            continue;
        };
        assert!(value.is_finite() && value >= 0.0, "{text} is {value}");
        let shown = format_quantity(value, quantity);
        assert!(
            parse_quantity(&shown, quantity).is_ok(),
            "{text} is shown as {shown}"
        );
    }
}
