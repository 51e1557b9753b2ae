//! Where the numbers of the notes stand.

use plumbline_builtin::knowledge;
use plumbline_knowledge::Provider;

use super::{drawn, workload};

#[test]
fn a_note_is_badged_on_what_it_is_about() {
    let workload = workload(&[
        ("provider", "aws"),
        ("work_kind", "api"),
        ("trigger", "http"),
        ("traffic_shape", "sporadic"),
        ("operations_people", "nobody"),
        ("waiting", "person"),
        ("slow_start", "annoying"),
        ("store", "relational"),
        ("public_entry", "yes"),
        ("portability_need", "required"),
        ("serverless_skill", "strong"),
    ]);
    let diagram = drawn(&workload, 0, Provider::Aws);
    for (about, node) in [
        ("Cold starts", "handler"),
        ("Database connections", "pooler"),
        ("Security surface", "firewall"),
        // There is no table, bus or workflow; the gateway is the provider's own.
        ("Lock-in", "api"),
    ] {
        let note = diagram
            .notes
            .iter()
            .find(|note| note.text.starts_with(about));
        let number = note.unwrap_or_else(|| panic!("no note on {about}")).number;
        let badged: Vec<&str> = diagram
            .nodes
            .iter()
            .filter(|node| node.badges.contains(&number))
            .map(|node| node.id.as_str())
            .collect();
        assert_eq!(badged, [node], "{about}");
    }
}

#[test]
fn no_low_severity_claims_what_was_not_answered() {
    // Said of a workload of which nothing but this is known.
    for (answers, trade_off, claim) in [
        (("waiting", "person"), "cold-starts", "is no trouble"),
        (("waiting", "person"), "latency-budget", "has room"),
        (("store", "relational"), "connection-exhaustion", "is small"),
        (("portability_need", "wanted"), "lock-in", "Nobody plans"),
    ] {
        let answers = workload(&[answers]).part_answers(knowledge(), 0);
        let trade_off = knowledge().trade_off(trade_off).unwrap();
        let said = knowledge().trade_offs[trade_off]
            .severity
            .iter()
            .find(|rule| rule.when.evaluate(&answers).is_true())
            .unwrap();
        assert!(!said.because.contains(claim), "{}", said.because);
    }
}
